"""The report: one HTML page that shows a person what to look at."""

from align.report.data import ReportUnit, report_units
from align.report.making import write_report_of
from align.report.places import target_places

__all__ = ["ReportUnit", "report_units", "target_places", "write_report_of"]
