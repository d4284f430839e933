"""Decides which pairs of candidates are kept: the best first, and what they leave unexplained."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.terms.candidates import Candidates
from align.terms.pairing.scoring import Scored

LEAST = 0.3
"""A pair that is less likely right is left out."""

LEAST_FURTHER = 0.5
"""The same for a candidate's further translations."""


LEAST_UNITS = 2
"""In so many units two candidates that both have a partner must be left over to be one more pair."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Two candidates that translate each other.

    Attributes:
        source: the candidate of the source.
        target: that of the target.
        count: in how many units they do so.
        probability: how likely that is right.
        cosine: how near they are in meaning.
        dice: the share of their units that they have in common.
    """

    source: int
    target: int
    count: int
    probability: float
    cosine: float
    dice: float


def link(source: Candidates, target: Candidates, scored: Scored) -> list[Linked]:
    """Keep the most likely pairs: the first of each candidate, and further ones.

    A candidate has a further translation where units are left in which the first one does not
    stand. The result is in descending order of the probability.
    """
    pairs, probability = scored.pairs, scored.probability
    wanted = np.flatnonzero(probability >= LEAST)
    order = wanted[np.lexsort((pairs.target[wanted], pairs.source[wanted], -probability[wanted]))]
    left = [_Left(source), _Left(target)]
    taken: list[set[int]] = [set(), set()]
    linked = []
    for place in order.tolist():
        pair = int(pairs.source[place]), int(pairs.target[place])
        further = [which in seen for which, seen in zip(pair, taken, strict=True)]
        if any(further) and probability[place] < LEAST_FURTHER:
            continue
        units = left[0].of(pair[0]) & left[1].of(pair[1])
        if len(units) < (LEAST_UNITS if all(further) else 1):
            continue
        for side, which, seen in zip(left, pair, taken, strict=True):
            side.take(which, units)
            seen.add(which)
        linked.append(
            Linked(
                *pair,
                len(units),
                float(probability[place]),
                float(scored.cosine[place]),
                float(pairs.dice[place]),
            )
        )
    return linked


class _Left:
    """The units in which a candidate of one side has no partner yet."""

    def __init__(self, side: Candidates) -> None:
        self._side = side
        self._left: dict[int, set[int]] = {}

    def of(self, which: int) -> set[int]:
        """Return them."""
        if which not in self._left:
            self._left[which] = set(self._side.units(which))
        return self._left[which]

    def take(self, which: int, units: set[int]) -> None:
        """Set down that a candidate has a partner in these units."""
        self._left[which] = self.of(which) - units
