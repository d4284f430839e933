"""Findings as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from align.quality.findings import Finding
from align.quality.output.excerpts import excerpts
from align.quality.pairs import UnitPair


def as_text(findings: Iterable[tuple[UnitPair, Finding]]) -> Iterator[str]:
    """Give three lines for each finding: what it is, and the piece of either side around it."""
    for pair, finding in findings:
        source, target = excerpts(pair, finding.places)
        yield (
            f"{finding.name}: {finding.severity}: {finding.message} ({finding.check})\n"
            f"    {source}\n    {target}\n"
        )
