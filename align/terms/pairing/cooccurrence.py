"""In how many units two candidates stand together, for all pairs of candidates that do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.terms.candidates import Candidates
from align.terms.candidates.tokens import Ints

Floats = npt.NDArray[np.float64]

BLOCK = 4_000_000
"""Pairs that are counted at a time."""


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

    def __len__(self) -> int:
        return len(self.source)

    def where(self, wanted: npt.NDArray[np.bool_] | Ints) -> Pairs:
        """Return some of the pairs."""
        return Pairs(
            self.source[wanted], self.target[wanted], self.together[wanted], self.dice[wanted]
        )


def pairs_together(source: Candidates, target: Candidates, min_count: int, most: int) -> Pairs:
    """Count in how many units the candidates of both sides stand together.

    Args:
        source: the candidates of the source.
        target: those of the target, of the same units.
        min_count: pairs in fewer units are left out.
        most: of each candidate at most so many partners are kept, those that tell most of each
            other (the units together times their pointwise mutual information), and all that tell
            as much as the last of these.
    """
    width = max(len(target), 1)
    keys = np.empty(0, np.int64)
    counts = np.empty(0, np.int64)
    for block in _blocks(source, target, width):
        new, times = np.unique(block, return_counts=True)
        keys, counts = _merged(keys, counts, new, times)
    wanted = counts >= min_count
    keys, counts = keys[wanted], counts[wanted]
    left, right = keys // width, keys % width
    units_of = [_units(side) for side in (source, target)]
    dice = 2 * counts / (units_of[0][left] + units_of[1][right])
    pairs = Pairs(left, right, counts, dice)
    expected = units_of[0][left] * units_of[1][right] / max(len(source.texts), 1)
    told = counts * np.log(1 + counts / expected)
    kept = _best(left, told, most) | _best(right, told, most)
    return pairs.where(kept)


def _units(side: Candidates) -> Ints:
    """Count the units in which each candidate stands."""
    keys = np.unique(side.which * (len(side.texts) + 1) + side.unit)
    return np.bincount(keys // (len(side.texts) + 1), minlength=len(side))


def _blocks(source: Candidates, target: Candidates, width: int) -> Iterator[Ints]:
    """Give the pairs of each unit as source * width + target, many at a time."""
    sides = [_by_unit(side) for side in (source, target)]
    block: list[Ints] = []
    size = 0
    for left, right in zip(*sides, strict=True):
        block.append((left[:, None] * width + right).ravel())
        size += len(block[-1])
        if size > BLOCK:
            yield np.concatenate(block)
            block, size = [], 0
    if size:
        yield np.concatenate(block)


def _by_unit(side: Candidates) -> Iterator[Ints]:
    """Give the candidates of each unit, each once."""
    keys = np.unique(side.unit * max(len(side), 1) + side.which)
    units, found = keys // max(len(side), 1), keys % max(len(side), 1)
    bounds = np.searchsorted(units, np.arange(len(side.texts) + 1))
    for unit in range(len(side.texts)):
        yield found[bounds[unit] : bounds[unit + 1]]


def _merged(keys: Ints, counts: Ints, new: Ints, times: Ints) -> tuple[Ints, Ints]:
    """Add up the counts of two sorted lists of keys."""
    both, place = np.unique(np.concatenate([keys, new]), return_inverse=True)
    return both, np.bincount(place, np.concatenate([counts, times]), len(both)).astype(np.int64)


def _best(which: Ints, values: Floats, most: int) -> npt.NDArray[np.bool_]:
    """Tell which entries are among the best of their group, or as good as the last of those."""
    order = np.lexsort((-values, which))
    groups = which[order]
    begins = np.searchsorted(groups, groups)
    rank = np.arange(len(order)) - begins
    lasts = np.minimum(begins + most - 1, np.searchsorted(groups, groups, "right") - 1)
    good = (rank < most) | (values[order] >= values[order][lasts])
    result = np.empty(len(order), np.bool_)
    result[order] = good
    return result
