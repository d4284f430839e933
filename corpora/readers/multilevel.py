"""The counters of a word processor's multi-level lists, and the labels that they show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpora.readers.numbering import Style, write_number

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts.

    Attributes:
        style: how its number is written.
        pattern: its label, "%1" standing for the number of the first level, and so on.
        start: its first number.
        restart: the level (counted from 1) whose counting restarts it; 0 for none, None for any
            level above it.
        decimal: whether the numbers of all levels in its label are written in decimal.
    """

    style: Style
    pattern: str
    start: int = 1
    restart: int | None = None
    decimal: bool = False


@dataclass(slots=True)
class Counters:
    """The counters of one list, by level counted from 0; a level that has not counted has none."""

    numbers: dict[int, int] = field(default_factory=dict)

    def label(self, depth: int, levels: Mapping[int, Level], start: int | None = None) -> str:
        """Count one item and return its label.

        Args:
            depth: the item's level, counted from 0.
            levels: how the levels count.
            start: the number to begin again with, or None.
        """
        level = levels[depth]
        if start is not None:
            self.numbers[depth] = start
        else:
            self.numbers[depth] = self.numbers.get(depth, level.start - 1) + 1
        for below in [number for number in self.numbers if number > depth]:
            restart = levels[below].restart if below in levels else None
            if restart is None or depth < restart:
                del self.numbers[below]
        return _PLACE.sub(lambda at: self._number(int(at[1]) - 1, level, levels), level.pattern)

    def _number(self, depth: int, level: Level, levels: Mapping[int, Level]) -> str:
        shown = levels.get(depth)
        if shown is None:
            return ""
        number = self.numbers.setdefault(depth, shown.start)
        style = Style.DECIMAL if level.decimal and shown.style is not Style.NONE else shown.style
        return write_number(number, style)
