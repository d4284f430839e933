"""Reports for tests: of a few pairs, as they are written for a reader."""

from __future__ import annotations

from pathlib import Path

from align.quality.checking import check_pairs
from align.quality.checks import CHECKS
from align.quality.pairs import Side, UnitPair
from align.report import report_units, write_report_of


def pair(number: int, source: str, target: str, score: str = "", quality: str = "") -> UnitPair:
    """A Chinese and English pair, with the aligner's score and its quality where they are given."""
    given = {"x-score": score, "x-quality": quality}
    properties = {kind: value for kind, value in given.items() if value}
    sides = Side("zh-CN", source, (source,)), Side("en", target, (target,))
    return UnitPair(number, f"unit {number}", *sides, properties)


def report(path: Path, pairs: list[UnitPair]) -> Path:
    """Write the report of pairs with what the checks find, and return its path."""
    units = report_units(pairs, check_pairs(pairs, CHECKS))
    with path.open("wb") as stream:
        write_report_of(stream, units, CHECKS, title="m.tmx", languages=("zh-CN", "en"))
    return path
