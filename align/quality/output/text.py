"""Findings as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from align.quality.findings import Finding
from align.quality.output.excerpts import excerpts
from align.quality.pairs import UnitPair

NOTHING = "(nothing)"
"""Stands for a side without words."""


def as_text(findings: Iterable[tuple[UnitPair, Finding]]) -> Iterator[str]:
    """Give three lines for each finding: what it is, and the piece of either side around it."""
    for pair, finding in findings:
        what = f"{finding.name}: {finding.severity}: {finding.message} ({finding.check})"
        lines = (what, *excerpts(pair, finding.places))
        yield "\n    ".join(" ".join(line.split()) or NOTHING for line in lines) + "\n"
