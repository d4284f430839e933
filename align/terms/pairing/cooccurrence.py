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
    left = _Stands.of(source)
    right = _by_unit(target)
    units_of = [
        np.bincount(side.which, minlength=count)
        for side, count in ((left, len(source)), (right, len(target)))
    ]
    for part in _passes(left, right):
        here, there, counts = _counted(part, right, units_of, min_count)
        yield Pairs(here, there, counts, 2 * counts / (units_of[0][here] + units_of[1][there]))


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
    keys = np.unique(side.unit.astype(np.int64) * size + side.which)
    bounds = np.searchsorted(keys, np.arange(len(side.texts) + 1) * size)
    return _ByUnit(keys % size, bounds)


@dataclass(frozen=True, slots=True)
class _Stands:
    """Where the candidates of one side stand, each once in a unit, in the order of the candidates.

    Attributes:
        which: the candidates.
        unit: the units.
    """

    which: Ints
    unit: Ints

    @classmethod
    def of(cls, side: Candidates) -> _Stands:
        """Return where the candidates of a side stand."""
        size = max(len(side.texts), 1)
        keys = np.unique(side.which * size + side.unit)
        return cls(keys // size, keys % size)


def _passes(source: _Stands, target: _ByUnit) -> Iterator[_Stands]:
    """Cut the source's candidates into ranges with about as many pairs as one pass may count."""
    pairs = np.cumsum(np.diff(target.bounds)[source.unit])
    if not len(pairs):
        return
    wanted = np.arange(1, 1 + int(pairs[-1]) // PASS) * PASS
    # No candidate is in two ranges.
    cuts = np.searchsorted(source.which, source.which[np.searchsorted(pairs, wanted)])
    for begin, end in pairwise(sorted({0, *cuts.tolist(), len(pairs)})):
        yield _Stands(source.which[begin:end], source.unit[begin:end])


def _counted(
    source: _Stands, target: _ByUnit, units_of: Sequence[Ints], min_count: int
) -> tuple[Ints, Ints, Ints]:
    """Count the pairs of some source candidates; give sources, targets and units together."""
    width = max(len(units_of[1]), 1)
    first = target.bounds[source.unit]
    partners = target.bounds[source.unit + 1] - first
    before = np.cumsum(partners) - partners
    places = np.arange(int(partners.sum())) + np.repeat(first - before, partners)
    keys = np.repeat(source.which, partners) * width + target.which[places]
    keys, counts = np.unique(keys, return_counts=True)
    left, right = keys // width, keys % width
    least = LEAST_DICE * (units_of[0][left] + units_of[1][right]) / 2
    wanted = (counts >= min_count) & (counts >= least)
    return left[wanted], right[wanted], counts[wanted]
