"""Jumps from one place to the next: how likely each is, and what follows for many places at once.

A jump's weight depends only on its distance, and is the same for all far ones. Among few places
all jumps are best taken at once, by a matrix; among many, the near ones are a convolution and the
far ones are sums, so that the work grows with the places and not with their square.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from align.encoders.protocol import Floats
from align.terms.words.corpus import Places

Values = npt.NDArray[np.float64]

FARTHEST = 12
"""The longest jump with a probability of its own; those as long or longer share one."""

UNIFORM = 0.1
"""The share of jumps to just any place, so that none is ruled out."""

LEARNT = 0.5
"""The share of what a text says of its jumps; the rest stays as it was before."""

FEW_PLACES = 256
"""Among no more places than these, jumps are taken by a matrix."""

_AT_FIRST = np.exp(-np.abs(np.arange(-FARTHEST, FARTHEST + 1) - 1) / 2.0)
_AT_FIRST /= _AT_FIRST.sum()


@dataclass(frozen=True, slots=True)
class Jumps:
    """How likely a jump of each distance is.

    Attributes:
        weights: shape (2 * FARTHEST + 1,), of the jumps from -FARTHEST to FARTHEST.
        nothing: the probability that a word is translated from none.
    """

    weights: Values
    nothing: float

    @classmethod
    def at_first(cls, nothing: float) -> Jumps:
        """Return what is taken before anything is known: a step on is the likeliest jump."""
        return cls(_AT_FIRST, nothing)

    def learnt(self, counts: Values) -> Jumps:
        """Return what follows from how often each jump was made."""
        total = counts.sum()
        if not total:
            return self
        return Jumps(LEARNT * counts / total + (1 - LEARNT) * _AT_FIRST, self.nothing)

    @property
    def each(self) -> Values:
        """The weight of a single jump of each distance, a far one's with its share."""
        weights = (1 - UNIFORM) * self.weights + UNIFORM / len(self.weights)
        weights[[0, -1]] /= FARTHEST
        return weights

    def among(self, places: int) -> Moves:
        """Return the jumps among so many places."""
        return _FewPlaces(self, places) if places <= FEW_PLACES else _ManyPlaces(self)

    def first(self, ends: Places) -> Floats:
        """Return the probability of each first place.

        A word comes in from before the first place.

        Args:
            ends: how many places each pair has.

        Returns:
            Shape (most places, pairs); 0 behind a pair's end.
        """
        places = np.arange(ends.max())[:, None]
        weights = self.each[_clipped(places + 1)] * (places < ends)
        first: Floats = (weights / weights.sum(axis=0)).astype(np.float32)
        return first

    def totals(self, ends: Places) -> Floats:
        """Return what all jumps from each place to a place of its pair come to.

        Args:
            ends: how many places each pair has.

        Returns:
            Shape (most places, pairs).
        """
        most = int(ends.max())
        sums = np.cumsum(self.each[_clipped(np.arange(-most, most))])
        places = np.arange(most)[:, None]
        totals: Floats = (sums[ends - 1 - places + most] - sums[most - 1 - places]).astype(
            np.float32
        )
        return totals


class Moves(Protocol):
    """The jumps among some places, by their weights. What moves is of shape (places, pairs)."""

    def onward(self, values: Floats) -> Floats:
        """Let values move: what arrives at each place."""

    def backward(self, values: Floats) -> Floats:
        """Let values move against the jumps: what each place leads to."""

    def count(self, before: Floats, after: Floats) -> None:
        """Count the jumps from values to values: each weighs as its product with the weight."""

    def counts(self) -> Values:
        """Return what was counted, as `Jumps.weights` is laid out."""


class _FewPlaces:
    def __init__(self, jumps: Jumps, places: int) -> None:
        numbers = np.arange(places)
        self._distances = _clipped(numbers - numbers[:, None])
        self._weights: Floats = jumps.each.astype(np.float32)[self._distances]
        self._back = np.ascontiguousarray(self._weights.T)
        self._counts = np.zeros((places, places))

    def onward(self, values: Floats) -> Floats:
        return self._back @ values

    def backward(self, values: Floats) -> Floats:
        return self._weights @ values

    def count(self, before: Floats, after: Floats) -> None:
        self._counts += before @ after.T

    def counts(self) -> Values:
        counts = (self._counts * self._weights).ravel()
        return np.bincount(self._distances.ravel(), counts, 2 * FARTHEST + 1).astype(np.float64)


class _ManyPlaces:
    def __init__(self, jumps: Jumps) -> None:
        self._weights = jumps.each
        self._counts = np.zeros(2 * FARTHEST + 1)

    def onward(self, values: Floats) -> Floats:
        return _moved(values, self._weights)

    def backward(self, values: Floats) -> Floats:
        return _moved(values, self._weights[::-1])

    def count(self, before: Floats, after: Floats) -> None:
        behind, ahead = _far(before)
        self._counts[0] += np.vdot(ahead, after)
        self._counts[-1] += np.vdot(behind, after)
        last = len(after)
        for distance in range(1 - FARTHEST, FARTHEST):
            begin, end = max(0, -distance), min(last, last - distance)
            self._counts[distance + FARTHEST] += np.vdot(
                before[begin:end], after[begin + distance : end + distance]
            )

    def counts(self) -> Values:
        return self._counts * self._weights


def _moved(values: Floats, weights: Values) -> Floats:
    behind, ahead = _far(values)
    moved = weights[-1] * behind + weights[0] * ahead
    for column, some in zip(moved.T, values.T, strict=True):
        column += np.convolve(some, weights[1:-1], "same")
    narrow: Floats = moved.astype(np.float32)
    return narrow


def _far(values: Floats) -> tuple[Values, Values]:
    """Return for each place the sums of the values far behind it and far ahead of it."""
    places = np.arange(len(values))
    sums = np.zeros((len(places) + 1, values.shape[1]))
    np.cumsum(values, axis=0, dtype=np.float64, out=sums[1:])
    behind = sums[np.maximum(places - FARTHEST + 1, 0)]
    ahead = sums[-1] - sums[np.minimum(places + FARTHEST, len(places))]
    return behind, ahead


def _clipped(distances: Places) -> Places:
    """Return the place in `Jumps.weights` of jumps of such distances."""
    clipped: Places = np.clip(distances, -FARTHEST, FARTHEST) + FARTHEST
    return clipped
