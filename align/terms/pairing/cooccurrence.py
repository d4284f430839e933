"""In how many units two candidates stand together, for all pairs of candidates that do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.terms.candidates import Candidates
from align.terms.candidates.tokens import Ints

Floats = npt.NDArray[np.float64]

LEAST_DICE = 0.02
"""Pairs that share less of their units are left out."""

PASS = 4_000_000
"""So many pairs of occurrences are counted in one pass over the units, to bound the memory."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of candidates that stand together.

    Attributes:
        source: the candidate of the source.
        target: the candidate of the target.
        together: in how many units both stand.
        dice: the share of their units that they have in common, in [0, 1] (Dice's coefficient).
    """

    source: Ints
    target: Ints
    together: Ints
    dice: Floats

    @classmethod
    def joined(cls, parts: Sequence[Pairs]) -> Pairs:
        """Return the pairs of several parts, at least one."""
        return cls(
            np.concatenate([part.source for part in parts]),
            np.concatenate([part.target for part in parts]),
            np.concatenate([part.together for part in parts]),
            np.concatenate([part.dice for part in parts]),
        )

    def where(self, wanted: npt.NDArray[np.bool_] | Ints) -> Pairs:
        """Return some of the pairs."""
        return Pairs(
            self.source[wanted], self.target[wanted], self.together[wanted], self.dice[wanted]
        )


def pairs_together(source: Candidates, target: Candidates, min_count: int) -> Iterator[Pairs]:
    """Count in how many units the candidates of both sides stand together.

    The pairs come in several parts, each with all pairs of some of the source's candidates, since
    all of them together may be far more than memory holds.

    Args:
        source: the candidates of the source.
        target: those of the target, of the same units.
        min_count: pairs in fewer units are left out.
    """
    sides = _by_unit(source), _by_unit(target)
    units_of = [
        np.bincount(side.which, minlength=count)
        for side, count in zip(sides, (len(source), len(target)), strict=True)
    ]
    for begin, end in _passes(sides, len(source)):
        left, right, counts = _counted(sides, units_of, begin, end, min_count)
        yield Pairs(left, right, counts, 2 * counts / (units_of[0][left] + units_of[1][right]))


@dataclass(frozen=True, slots=True)
class _ByUnit:
    """The candidates of one side by units, each once in a unit, in ascending order.

    Attributes:
        which: the candidates.
        bounds: where each unit's begin, and where the last one's end.
    """

    which: Ints
    bounds: Ints


def _by_unit(side: Candidates) -> _ByUnit:
    size = max(len(side), 1)
    keys = np.unique(side.unit * size + side.which)
    bounds = np.searchsorted(keys, np.arange(len(side.texts) + 1) * size)
    return _ByUnit(keys % size, bounds)


def _passes(sides: tuple[_ByUnit, _ByUnit], count: int) -> Iterator[tuple[int, int]]:
    """Give ranges of source candidates with about as many pairs as one pass may count."""
    source, target = sides
    partners = np.repeat(np.diff(target.bounds), np.diff(source.bounds))
    pairs = np.cumsum(np.bincount(source.which, partners, minlength=count))
    passes = 1 + int(pairs[-1]) // PASS
    ends = np.searchsorted(pairs, pairs[-1] * np.arange(1, passes) / passes) + 1
    bounds = sorted({0, *ends.tolist(), count})
    return pairwise(bounds)


def _counted(
    sides: tuple[_ByUnit, _ByUnit],
    units_of: Sequence[Ints],
    begin: int,
    end: int,
    min_count: int,
) -> tuple[Ints, Ints, Ints]:
    """Count the pairs of some source candidates; give sources, targets and units together."""
    source, target = sides
    width = max(len(units_of[1]), 1)
    blocks = [np.empty(0, np.int64)]
    for (low, high), (first, last) in zip(
        pairwise(source.bounds.tolist()), pairwise(target.bounds.tolist()), strict=True
    ):
        here = source.which[low:high]
        here = here[np.searchsorted(here, begin) : np.searchsorted(here, end)]
        if len(here) and first < last:
            blocks.append((here[:, None] * width + target.which[first:last]).ravel())
    keys, counts = np.unique(np.concatenate(blocks), return_counts=True)
    left, right = keys // width, keys % width
    least = LEAST_DICE * (units_of[0][left] + units_of[1][right]) / 2
    wanted = (counts >= min_count) & (counts >= least)
    return left[wanted], right[wanted], counts[wanted]
