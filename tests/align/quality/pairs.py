"""Pairs to look at, and what a check finds in them."""

from align.quality.checks import CHECKS
from align.quality.findings import Found
from align.quality.pairs import Side, UnitPair


def pair(source: str, target: str, languages: tuple[str, str] = ("zh-CN", "en")) -> UnitPair:
    """Make a pair of two plain texts."""
    sides = [
        Side(language, text, (text,) if text else ())
        for language, text in zip(languages, (source, target), strict=True)
    ]
    return UnitPair(1, "unit 1", *sides)


def found_by(check: str, *pairs: UnitPair) -> list[Found]:
    """Let one check look at pairs, and return what it finds."""
    (wanted,) = (item for item in CHECKS if item.id == check)
    watcher = wanted.begin()
    found = [found for item in pairs for found in watcher.look(item)]
    return [*found, *watcher.end()]
