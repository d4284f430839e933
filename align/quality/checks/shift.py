"""Runs of units whose targets belong to their neighbours: an alignment that has slipped."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from fractions import Fraction

from align.quality.findings import Check, Found, Severity
from align.quality.pairs import Side, UnitPair
from align.quality.values.number import Writing
from align.quality.values.reading import read_values

LEAST_RUN = 2
"""So many units with figures in a row must fit their neighbours, and not their own target."""

_Signs = frozenset[Fraction | str]


class _Shift:
    """Compares the figures and symbols of each source with its own target and the neighbours'."""

    def __init__(self) -> None:
        self._pairs: deque[tuple[UnitPair, _Signs, _Signs]] = deque(maxlen=3)
        self._runs: dict[int, list[UnitPair]] = {-1: [], 1: []}

    def look(self, pair: UnitPair) -> Iterator[tuple[UnitPair, Found]]:
        self._pairs.append((pair, _signs(pair.source), _signs(pair.target)))
        if len(self._pairs) > 1:
            yield from self._judge(-2)

    def end(self) -> Iterator[tuple[UnitPair, Found]]:
        if self._pairs:
            yield from self._judge(-1)
        for step in self._runs:
            yield from self._close(step)

    def _judge(self, place: int) -> Iterator[tuple[UnitPair, Found]]:
        """Judge one of the pairs that are held by what stands around it."""
        pairs = list(self._pairs)
        index = len(pairs) + place
        pair, source, target = pairs[index]
        if not source:
            return  # says nothing for or against a run
        for step in (-1, 1):
            near = index + step
            fits = 0 <= near < len(pairs) and source <= pairs[near][2]
            if fits and not source & target:
                self._runs[step].append(pair)
            else:
                yield from self._close(step)

    def _close(self, step: int) -> Iterator[tuple[UnitPair, Found]]:
        run = self._runs[step]
        if len(run) >= LEAST_RUN:
            neighbour = "before" if step < 0 else "behind"
            for pair in run:
                yield pair, Found(f"what it says in figures stands in the target {neighbour} it")
        self._runs[step] = []


def _signs(side: Side) -> _Signs:
    reading = read_values(side.text, side.language)
    numbers = {max(item.values) for item in reading.numbers if item.writing is Writing.FIGURES}
    return frozenset(numbers | {item.key for item in reading.symbols})


CHECKS = (
    Check(
        "shifted",
        Severity.ERROR,
        "Where targets have slipped by one unit, every unit of the run is wrong.",
        ("第 12 次会议（下一个单元：第 13 次会议）", "11th meeting (next unit: 12th meeting)"),
        _Shift,
    ),
)
