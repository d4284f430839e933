"""Decides which pairs of candidates are kept: the best first, and what they leave unexplained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.terms.candidates import Candidates
from align.terms.candidates.tokens import Int32s
from align.terms.pairing.scoring import Scored

LEAST = 0.3
"""A pair that is less likely right is left out."""

LEAST_FURTHER = 0.4
"""The same for a candidate's further translations."""

LEAST_UNITS = 2
"""In so many units two candidates that have partners must be left over to be one more pair."""

LEAST_OF_PART = 3
"""In so many units a part of a candidate's partner ("Nations" of "United Nations") must be left."""

LONGER_ODDS = 4.0
"""By so much may the odds of a pair be lower than those of one with a shorter candidate that it
takes the place of."""


@dataclass(slots=True)
class Linked:
    """Two candidates that translate each other.

    Attributes:
        source: the candidate of the source.
        target: that of the target.
        units: the units in which they do so and no longer candidate does, in order.
        probability: how likely that is right.
    """

    source: int
    target: int
    units: Int32s
    probability: float


def link(source: Candidates, target: Candidates, scored: Scored) -> list[Linked]:
    """Keep the most likely pairs: the first of each candidate, and further ones.

    A candidate has a further translation where units are left in which the first one does not
    stand, or stands only inside the further one ("contact" in "close contact"). The result is in
    descending order of the probability.
    """
    pairs, probability = scored.pairs, scored.probability
    wanted = np.flatnonzero(probability >= LEAST)
    order = wanted[np.lexsort((pairs.target[wanted], pairs.source[wanted], -probability[wanted]))]
    sides = _Partners(source, target), _Partners(target, source)
    linked = []
    for place in order.tolist():
        left, right = int(pairs.source[place]), int(pairs.target[place])
        likely = float(probability[place])
        further = sides[0].has(left) + sides[1].has(right)
        if further and likely < LEAST_FURTHER:
            continue
        shorter: list[Linked] = []
        units = _both(sides[0].left(left), sides[1].left(right))
        if len(units) < (LEAST_UNITS if further == len(sides) else 1):
            units = _both(sides[0].left(left, right), sides[1].left(right, left))
            shorter = [*sides[0].inside(left, right), *sides[1].inside(right, left)]
            odds = _odds(likely) * LONGER_ODDS
            if len(units) < LEAST_UNITS or any(_odds(item.probability) > odds for item in shorter):
                continue
        is_part = sides[0].has_around(left, right) or sides[1].has_around(right, left)
        if is_part and len(units) < LEAST_OF_PART:
            continue
        for item in shorter:
            item.units = _without(item.units, units)
        found = Linked(left, right, units, likely)
        sides[0].add(left, right, found)
        sides[1].add(right, left, found)
        linked.append(found)
    return [found for found in linked if len(found.units)]


def _both(one: Int32s, other: Int32s) -> Int32s:
    """Return the units that are in both; each is in order."""
    if len(other) < len(one):
        one, other = other, one
    both: Int32s = one[_among(one, other)]
    return both


def _without(units: Int32s, others: Int32s) -> Int32s:
    """Return the units that are not among others; each is in order."""
    left: Int32s = units[~_among(units, others)]
    return left


def _among(units: Int32s, others: Int32s) -> npt.NDArray[np.bool_]:
    if not len(others):
        return np.zeros(len(units), np.bool_)
    places = np.searchsorted(others, units)
    places[places == len(others)] = 0
    among: npt.NDArray[np.bool_] = others[places] == units
    return among


def _odds(probability: float) -> float:
    return probability / max(1 - probability, 1e-9)


class _Partners:
    """The partners that the candidates of one side have so far.

    Args:
        side: the side.
        other: that of the partners.
    """

    def __init__(self, side: Candidates, other: Candidates) -> None:
        self._side, self._other = side, other
        self._found: dict[int, list[tuple[int, Linked]]] = defaultdict(list)

    def has(self, which: int) -> bool:
        """Tell whether a candidate has a partner."""
        return which in self._found

    def add(self, which: int, partner: int, found: Linked) -> None:
        """Give a candidate one more partner."""
        self._found[which].append((partner, found))

    def left(self, which: int, partner: int | None = None) -> Int32s:
        """Return the units in which a candidate has no partner.

        Args:
            which: the candidate.
            partner: do not count partners that are inside this one.
        """
        units = self._side.units(which)
        for other, found in self._found.get(which, ()):
            if partner is None or not self._holds(partner, other):
                units = _without(units, found.units)
        return units

    def inside(self, which: int, partner: int) -> Iterator[Linked]:
        """Give the links of a candidate with partners that are inside this one."""
        for other, found in self._found.get(which, ()):
            if self._holds(partner, other):
                yield found

    def has_around(self, which: int, partner: int) -> bool:
        """Tell whether a candidate has a partner that this one is a part of."""
        return any(self._holds(other, partner) for other, _ in self._found.get(which, ()))

    def _holds(self, longer: int, shorter: int) -> bool:
        """Tell whether one candidate's words stand inside the other's."""
        whole, part = (self._other.ids(which).tolist() for which in (longer, shorter))
        return len(part) < len(whole) and any(
            whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1)
        )
