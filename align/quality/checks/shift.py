"""Runs of units whose targets belong to their neighbours: an alignment that has slipped."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from align.quality.checks.fit import (
    Gist,
    form_evidence,
    gist_of,
    has_dictionary,
    word_evidence,
)
from align.quality.findings import Check, Found, Severity
from align.quality.pairs import UnitPair

SHIFTED = "shifted"
"""The id of the check."""

DOUBT = 2.0
"""So much must speak for a run before the words of its units are looked up."""

SURE = 5.0
"""So much must speak for a run that it is told. Of 13,500 right pairs, official, medical, of novels
and of the Bible, the most that spoke for one was 2.0."""

SUREST = 12.0
"""What speaks for a run beyond this does not count, or a long one would go on behind its end."""

MOST = 5.4
"""One unit speaks no more than this for or against a run; alone it is none."""

DRIFT = 0.5
"""A unit that says nothing speaks so much against a run, so that none lasts by chance."""

MOST_HELD = 100
"""So many units are held back at most while a run is not sure."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A pair, what its sides are held against others by, and how far they fit each other."""

    pair: UnitPair
    source: Gist
    target: Gist
    form: float


class _Shift:
    """Holds each source against its own target and against those beside it."""

    def __init__(self) -> None:
        self._near: deque[_Read] = deque(maxlen=3)
        self._runs = (_Run("before"), _Run("behind"))

    def look(self, pair: UnitPair) -> Iterator[Found]:
        source, target = map(gist_of, pair.sides)
        if not source.size or not target.size:
            return
        self._near.append(_Read(pair, source, target, form_evidence(source, target)))
        before, behind = self._runs
        if len(self._near) == 3:
            yield from before.take(self._near[1], self._near[0])
        if len(self._near) > 1:
            yield from behind.take(self._near[-2], self._near[-1])

    def end(self) -> Iterator[Found]:
        if len(self._near) > 1:
            yield from self._runs[0].take(self._near[-1], self._near[-2])


@dataclass(slots=True)
class _Run:
    """A run of units that may fit their neighbours, all those before them or all those behind.

    What speaks for it is summed up, and the run ends where the sum falls to 0: the cumulative sum
    test of Page (1954).
    """

    where: str
    sum: float = 0.0
    in_doubt: bool = False
    is_sure: bool = False
    held: deque[tuple[_Read, _Read]] = field(default_factory=lambda: deque(maxlen=MOST_HELD))

    def take(self, unit: _Read, near: _Read) -> Iterator[Found]:
        """Take the next unit and the neighbour, and tell of the units of a run that is sure."""
        if unit.source.side.text == near.source.side.text:
            return  # two targets of one source: each fits
        self.held.append((unit, near))
        gain = _evidence(unit, near, by_words=self.in_doubt)
        self.sum += gain
        if not self.in_doubt and self.sum >= DOUBT:
            self.in_doubt = True
            self.sum = sum(_evidence(*item, by_words=True) for item in self.held)
        if self.sum <= 0:
            self.sum, self.in_doubt, self.is_sure = 0.0, False, False
            self.held.clear()
            return
        self.is_sure = self.is_sure or self.sum >= SURE
        self.sum = min(self.sum, SUREST)
        if self.is_sure and gain > 0:
            for told, _ in self.held:
                message = f"its translation seems to stand in the target {self.where} it"
                yield Found(message, pair=told.pair)
            self.held.clear()


def _evidence(unit: _Read, near: _Read, *, by_words: bool) -> float:
    """Return how much speaks for a source to belong to a neighbour's target, not to its own.

    By words it is no more than what speaks for the neighbour's target at all: an own target that
    does not fit is no proof that the neighbour's does.
    """
    here, there = unit.form, form_evidence(unit.source, near.target)
    if by_words:
        source, own, other = unit.source.side, unit.target.side, near.target.side
        here += word_evidence(source, own) if has_dictionary(source, own) else 0
        there += word_evidence(source, other) if has_dictionary(source, other) else 0
        return max(-MOST, min(MOST, there - here, there)) - DRIFT
    return max(-MOST, min(MOST, there - here)) - DRIFT


CHECKS = (
    Check(
        SHIFTED,
        Severity.ERROR,
        "Where targets have slipped by one unit, every unit of the run is wrong.",
        ("第 12 次会议（下一个单元：第 13 次会议）", "11th meeting (next unit: 12th meeting)"),
        _Shift,
    ),
)
