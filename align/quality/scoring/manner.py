"""How freely a document is translated, as far as the scores of its units need to know.

A free translation has lower scores than an official one throughout, and they lie further apart,
though nothing is missing. The texts of one unit don't tell whether words are far from each other
for that reason or because something is wrong. In a document that was aligned, the units that the
aligner is sure of do: nearly all of them are right, so their scores show what is usual there.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

SURE = 0.9
"""The aligner is sure of a bead with at least this posterior."""

FEWEST, LEAST_SHARE = 30, 0.5
"""So many sure units tell what is usual, where they are at least such a share of all."""

KEPT = 1024
"""Of more units, the last ones are kept."""


class Usual(msgspec.Struct, frozen=True):
    """Where the log odds of scores lie in sure units.

    Attributes:
        middle: their median.
        spread: how far below it their lower quartile is.
    """

    middle: float
    spread: float


@dataclass(frozen=True, slots=True)
class Manner:
    """What makes the log odds of a document's scores comparable with those of official texts.

    Attributes:
        middle: the document's own median.
        usual: that of official texts.
        ratio: by how much the document's log odds are drawn together, at most 1.
    """

    middle: float
    usual: float
    ratio: float

    def levelled(self, odds: float) -> float:
        """Return the log odds that a unit so far from the middle has in official texts."""
        return self.usual + (odds - self.middle) * self.ratio


class AlignedUnits:
    """The scores of the last units that the aligner paired."""

    def __init__(self) -> None:
        """Know none yet."""
        self._units: deque[tuple[float, bool]] = deque(maxlen=KEPT)

    def add(self, probability: float, posterior: float) -> None:
        """Take one more unit: what its texts say, and the aligner's posterior."""
        self._units.append((log_odds(probability), posterior >= SURE))

    def manner(self, usual: Usual) -> Manner | None:
        """Return how the document differs from what is usual.

        Returns:
            None where the aligner is sure of too few units to tell, or of so small a share that
            the texts may not be translations of each other, or where the document is translated
            no more freely than usual.
        """
        odds = [odds for odds, is_sure in self._units if is_sure]
        if len(odds) < max(FEWEST, LEAST_SHARE * len(self._units)):
            return None
        own = usual_of(odds)
        if own.middle >= usual.middle:
            return None
        return Manner(own.middle, usual.middle, min(1.0, usual.spread / max(own.spread, 1e-9)))


def usual_of(odds: Sequence[float]) -> Usual:
    """Return where log odds lie; there must be one at least."""
    lower, middle = np.quantile(odds, [0.25, 0.5])
    return Usual(float(middle), float(middle - lower))


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, within what counts as sure."""
    within = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(within / (1 - within))


_LEAST = 1e-6
