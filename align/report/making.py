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
    verdict, looks, figures = "", "", []
    paired = [unit for unit in units if has_both(unit.pair)]
    if paired and all(unit.judged for unit in paired):
        summary = Summary()
        usable = []
        for unit in units:
            judged = Score(unit.pair, unit.score or 0.0, _has_error(unit))
            summary.add(judged)
            if judged.is_usable:
                usable.append(unit)
        verdict = summary.verdict
        figures.append(("mean score", f"{summary.mean:.2f}"))
        looks = _looks(len(units) - len(usable), sum(map(is_doubtful, usable)))
    trusts = [unit.trust for unit in paired if _pair_score(unit) is not None]
    if trusts:
        figures.append(("doubtful pairs", f"{sum(it is not None and it < LOW for it in trusts):,}"))
    if moved := sum(unit.moved for unit in units):
        figures.append(("in another order", f"{moved:,}"))
    if alone := len(units) - len(paired):
        figures.append(("without a partner", f"{alone:,}"))
    date = stamp()
    created = f"{date.day} {date:%B %Y}"
    head = Head(title, languages, verdict, figures, looks, signature, _meaning(units), created)
    write_report(stream, head, units, checks)


def _pair_score(unit: ReportUnit) -> float | None:
    """Return how sure the aligner was of a pair."""
    return unit.pair_score if unit.judged else unit.score


def _has_error(unit: ReportUnit) -> bool:
    return any(finding.severity is Severity.ERROR for finding in unit.findings)


def _looks(unusable: int, more: int) -> str:
    """Say how many units there are to look at, where these are more than the verdict counts."""
    if not more:
        return ""
    rest = "can be used as it is, but has" if more == 1 else "can be used as they are, but have"
    before = (
        f"{unusable:,} to look at by the verdict, and {more:,} more" if unusable else f"{more:,}"
    )
    return f"{before} that {rest} a warning or a pair's score under {LOW}."


def _meaning(units: Sequence[ReportUnit]) -> str:
    """Return what the scores of units tell: those of `duiqi score`, or of the aligner."""
    if any(unit.judged for unit in units):
        meaning = "A score is the probability that both sides say the same, wholly"
        if any(unit.pair_score is not None for unit in units):
            meaning += "; a pair's score (x-score), that just these texts are partners"
        return meaning + "."
    if any(unit.score is not None for unit in units):
        return (
            "A score is how sure the aligner was that just these texts belong together; "
            "whether they say the same, duiqi score tells."
        )
    return ""
