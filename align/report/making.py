"""Makes the report of pairs: what is in its head, and which verdict they get."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from align.quality.findings import Check, Severity
from align.quality.scoring.scores import Score
from align.quality.scoring.summary import Summary
from align.report.data import LOW, ReportUnit, has_both, is_doubtful
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
    doubts: Sequence[str] = (),
) -> None:
    """Write the report of units, with a verdict where the quality of all is known.

    Args:
        stream: takes the bytes; it is not closed.
        units: all of them, in their order.
        checks: those that were made.
        title: the file's name.
        languages: the tags of the source and of the target.
        signature: what the quality of units depends on.
        doubts: what speaks against the two documents being versions of one.
    """
    verdict, looks, figures = "", "", []
    paired = [unit for unit in units if has_both(unit.pair)]
    if paired and all(unit.quality is not None for unit in paired):
        summary = Summary()
        usable = []
        for unit in units:
            judged = Score(unit.pair, unit.quality or 0.0, _has_error(unit))
            summary.add(judged)
            if judged.is_usable:
                usable.append(unit)
        verdict = summary.verdict
        figures.append(("mean quality", f"{summary.mean:.2f}"))
        looks = _looks(len(units) - len(usable), sum(map(is_doubtful, usable)))
    if any(unit.score is not None for unit in paired):
        doubtful = sum(unit.trust is not None and unit.trust < LOW for unit in paired)
        figures.append(("doubtful pairs", f"{doubtful:,}"))
    if moved := sum(unit.moved for unit in units):
        figures.append(("in another order", f"{moved:,}"))
    if alone := len(units) - len(paired):
        figures.append(("without a partner", f"{alone:,}"))
    date = stamp()
    created = f"{date.day} {date:%B %Y}"
    head = Head(
        title, languages, doubts, verdict, figures, looks, signature, _meaning(units), created
    )
    write_report(stream, head, units, checks)


def _has_error(unit: ReportUnit) -> bool:
    return any(finding.severity is Severity.ERROR for finding in unit.findings)


def _looks(unusable: int, more: int) -> str:
    """Say how many units there are to look at, where these are more than the verdict counts.

    Args:
        unusable: how many the verdict counts: little trusted ones, and those with an error.
        more: how many others a check warns of.
    """
    if not more:
        return ""
    rest = "can be used as it is, but has" if more == 1 else "can be used as they are, but have"
    before = (
        f"{unusable:,} to look at by the verdict, and {more:,} more" if unusable else f"{more:,}"
    )
    return f"{before} that {rest} a warning."


def _meaning(units: Sequence[ReportUnit]) -> str:
    """Return what the figures of units tell."""
    meanings = {
        "quality": "the probability that both sides say the same, wholly",
        "score": "how sure the aligner is that just these texts belong together",
    }
    told = {
        "quality": any(unit.quality is not None for unit in units),
        "score": any(unit.score is not None for unit in units),
    }
    said = [f"{name} is {meanings[name]}" for name in meanings if told[name]]
    if not said:
        return ""
    further = "" if told["quality"] else "; whether they say the same, duiqi score tells"
    return f"The {'; the '.join(said)}{further}."
