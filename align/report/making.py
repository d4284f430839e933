"""Makes the report of pairs: what is in its head, and which verdict they get."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from align.quality.findings import Check, Severity
from align.quality.scoring.scores import Score
from align.quality.scoring.summary import Summary
from align.report.data import ReportUnit, has_both
from align.report.page import Head, write_report
from tmx.dates import stamp


def write_report_of(
    stream: BinaryIO,
    units: Sequence[ReportUnit],
    checks: Sequence[Check],
    *,
    title: str,
    languages: tuple[str, str],
    signature: str = "",
) -> None:
    """Write the report of units, with a verdict where all of them have scores of `duiqi score`.

    Args:
        stream: takes the bytes; it is not closed.
        units: all of them, in their order.
        checks: those that were made.
        title: the file's name.
        languages: the tags of the source and of the target.
        signature: what the scores depend on.
    """
    verdict, figures = "", []
    if units and all(unit.judged for unit in units):
        summary = Summary()
        for unit in units:
            wrong = any(finding.severity is Severity.ERROR for finding in unit.findings)
            summary.add(Score(unit.pair, unit.score or 0.0), has_error=wrong)
        verdict = summary.verdict
        figures.append(("mean score", f"{summary.mean:.2f}"))
    alone = sum(not has_both(unit.pair) for unit in units)
    if alone:
        figures.append(("without a partner", f"{alone:,}"))
    date = stamp()
    created = f"{date.day} {date:%B %Y}"
    head = Head(title, languages, verdict, figures, signature, _meaning(units), created)
    write_report(stream, head, units, checks)


def _meaning(units: Sequence[ReportUnit]) -> str:
    """Return what the scores of units tell: those of `duiqi score`, or of the aligner."""
    if any(unit.judged for unit in units):
        return "A score is the probability that both sides say the same, wholly."
    if any(unit.score is not None for unit in units):
        return (
            "A score is how sure the aligner was that just these texts belong together; "
            "whether they say the same, duiqi score tells."
        )
    return ""
