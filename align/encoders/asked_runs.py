"""The runs of units of one side that somebody has asked for, each encoded when it first is."""

from __future__ import annotations

import numpy as np

from align.encoders.protocol import Floats, Reading, Spans

PAIRS = 8192
"""Pairs of runs compared at once."""


class AskedRuns:
    """Runs of units, each known by its first unit and its length."""

    def __init__(self, reading: Reading, bounds: Spans, first: int, longest: int) -> None:
        """Encode nothing yet.

        Args:
            reading: the texts.
            bounds: where the units begin in the reading, and the end of the last.
            first: the first unit that a run may begin with.
            longest: the most units of a run.
        """
        self._reading, self._bounds = reading, bounds
        self._first, self._longest = first, longest
        self._places = np.full((len(bounds) - first) * longest, -1)
        self._vectors: Floats | None = None

    def vectors(self, units: Spans, lengths: Spans) -> Floats:
        """Return the vectors of runs.

        Args:
            units: shape (k,), the first unit of each run.
            lengths: shape (k,), how many units each run has; at least 1 and at most `longest`.
        """
        runs = (units - self._first) * self._longest + lengths - 1
        new = np.unique(runs[self._places[runs] < 0])
        if len(new) or self._vectors is None:
            first = self._first + new // self._longest
            end = first + new % self._longest + 1
            found = self._reading.embed(np.stack((self._bounds[first], self._bounds[end]), axis=1))
            before = found[:0] if self._vectors is None else self._vectors
            self._places[new] = len(before) + np.arange(len(new))
            self._vectors = np.concatenate((before, found))
        vectors: Floats = self._vectors[self._places[runs]]
        return vectors


def cosines_between(source: AskedRuns, target: AskedRuns, pairs: Spans) -> Floats:
    """Compute the cosines of pairs of runs.

    Args:
        source: the source runs.
        target: the target runs.
        pairs: shape (4, k): the first unit and the length of each source run, the same of the
            target run.
    """
    cosines = np.empty(pairs.shape[1], dtype=np.float32)
    for begin in range(0, pairs.shape[1], PAIRS):
        part = slice(begin, begin + PAIRS)
        unit, length, other_unit, other_length = pairs[:, part]
        cosines[part] = np.vecdot(
            source.vectors(unit, length), target.vectors(other_unit, other_length)
        )
    return cosines
