"""How much of a pair is left without a partner when clauses are paired in their order.

All ways to pair the clauses of the two sides one after the other are weighed at once: some clauses
of one side with some of the other, or a clause with none. A pairing weighs more the nearer its
clauses are in meaning. What the weights add up to over all ways (the forward-backward algorithm)
says how likely each clause is to have no partner, and how likely that all have one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from align.encoders import Floats

LONGEST_RUN = 3
"""So many clauses of the other side may together say what one clause says."""

_MOVES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
"""How many clauses of either side may be paired with each other."""

_STEEPNESS, _NEUTRAL = 12.0, 0.35
"""A cosine above the second speaks for a pairing, as strongly as the first says."""

_FOR_EACH = 0.3
"""What each clause more costs a pairing."""

_ALONE, _ALONE_BY_SIZE = 1.0, 0.75
"""What it costs a clause to have no partner: for itself, and where it is of middling size."""

MOST_AGAINST = 30.0
"""Nothing speaks more against all clauses having a partner: a logarithm."""

_Ints = npt.NDArray[np.int64]
_Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Unpaired:
    """What has no partner, where the clauses of a pair are paired in their order.

    Attributes:
        first: the share of the first side's characters that is expected to have none.
        second: the same of the second side.
        first_worst: the probability of its least paired clause to have none.
        second_worst: the same of the second side.
        any_left: how strongly all speaks for some clause to have none: the negative logarithm of
            the probability that each has a partner, at most `MOST_AGAINST`.
    """

    first: float
    second: float
    first_worst: float
    second_worst: float
    any_left: float


def runs_of(count: int) -> list[tuple[int, int]]:
    """Return the runs of clauses that are compared: first the whole, then those of one, of two...

    Args:
        count: of clauses.

    Returns:
        The first clause of each run and the one after its last; none is longer than `LONGEST_RUN`
        but the whole.
    """
    return [(0, count)] + [
        (at, at + length)
        for length in range(1, min(LONGEST_RUN, count - 1) + 1)
        for at in range(count - length + 1)
    ]


def unpaired(cosines: Floats, sizes: tuple[_Ints, _Ints]) -> Unpaired:
    """Pair the clauses of two sides in their order.

    Args:
        cosines: shape (runs, runs), of the runs of the first side with those of the second, each
            in the order of `runs_of`.
        sizes: the characters of each clause of either side.
    """
    counts = len(sizes[0]), len(sizes[1])
    most = max(counts)
    shares = [side / side.sum() for side in sizes]
    alone = [np.exp(-_ALONE - _ALONE_BY_SIZE * most * side).tolist() for side in shares]
    cells = _Cells(_weights(cosines, shares, counts).tolist(), _moves(counts))
    before, before_all = _forward(counts, cells, alone)
    after = _backward(counts, cells, alone)
    total = before[-1][-1]
    first = [
        weight * sum(a * b for a, b in zip(before[at], after[at + 1], strict=True)) / total
        for at, weight in enumerate(alone[0])
    ]
    second = [
        weight * sum(a[at] * b[at + 1] for a, b in zip(before, after, strict=True)) / total
        for at, weight in enumerate(alone[1])
    ]
    none = before_all[-1][-1] / total
    return Unpaired(
        sum(map(float.__mul__, first, shares[0].tolist())),
        sum(map(float.__mul__, second, shares[1].tolist())),
        max(first),
        max(second),
        min(MOST_AGAINST, -math.log(none)) if none > 0 else MOST_AGAINST,
    )


_Table = list[list[float]]


@dataclass(frozen=True, slots=True)
class _Cells:
    """What it weighs to pair clauses with each other.

    Attributes:
        weights: of each run of the first side with each of the second.
        moves: how many clauses of either side, and where the runs of so many begin among all.
    """

    weights: _Table
    moves: list[tuple[int, int, int, int]]


def _weights(cosines: Floats, shares: list[_Shares], counts: tuple[int, int]) -> _Shares:
    """Return the weights of pairing each run of the first side with each of the second."""
    one, other = (_clauses_of(count) @ side for count, side in zip(counts, shares, strict=True))
    near = (cosines - _NEUTRAL) * (one[:, None] + other)
    near *= _STEEPNESS * (max(counts) / 2)
    near -= _costs(counts)
    weights: _Shares = np.exp(near)
    return weights


@cache
def _clauses_of(count: int) -> _Shares:
    """Return of each run which clauses it has, 1 or 0: shape (runs, clauses)."""
    begins, ends = np.array(runs_of(count)).T[..., None]
    places = np.arange(count)
    held: _Shares = ((begins <= places) & (places < ends)).astype(np.float64)
    return held


@lru_cache(maxsize=128)
def _costs(counts: tuple[int, int]) -> _Shares:
    """Return what it costs to pair each run with each for the clauses that they have more."""
    one, other = (_clauses_of(count).sum(axis=1) - 1 for count in counts)
    costs: _Shares = _FOR_EACH * (one[:, None] + other)
    return costs


@cache
def _moves(counts: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """Return the moves of so many clauses, as `_Cells` has them."""
    return [
        (*move, _begin(counts[0], move[0]), _begin(counts[1], move[1]))
        for move in _MOVES
        if move[0] <= counts[0] and move[1] <= counts[1]
    ]


def _begin(count: int, length: int) -> int:
    """Return where the runs of so many clauses begin in the order of `runs_of`."""
    if length == count:
        return 0
    return 1 + sum(count - shorter + 1 for shorter in range(1, length))


def _forward(
    counts: tuple[int, int], cells: _Cells, alone: list[list[float]]
) -> tuple[_Table, _Table]:
    """Return what all ways to each place weigh, and those on which every clause has a partner."""
    every = [[0.0] * (counts[1] + 1) for _ in range(counts[0] + 1)]
    paired = [[0.0] * (counts[1] + 1) for _ in range(counts[0] + 1)]
    every[0][0] = paired[0][0] = 1.0
    for i in range(counts[0] + 1):
        for j in range(counts[1] + 1):
            if i + j == 0:
                continue
            own = own_paired = 0.0
            for a, b, row, column in cells.moves:
                if a <= i and b <= j:
                    weight = cells.weights[row + i - a][column + j - b]
                    own += every[i - a][j - b] * weight
                    own_paired += paired[i - a][j - b] * weight
            if i:
                own += every[i - 1][j] * alone[0][i - 1]
            if j:
                own += every[i][j - 1] * alone[1][j - 1]
            every[i][j], paired[i][j] = own, own_paired
    return every, paired


def _backward(counts: tuple[int, int], cells: _Cells, alone: list[list[float]]) -> _Table:
    """Return what all ways from each place to the end weigh."""
    after = [[0.0] * (counts[1] + 1) for _ in range(counts[0] + 1)]
    after[-1][-1] = 1.0
    for i in range(counts[0], -1, -1):
        for j in range(counts[1], -1, -1):
            if (i, j) == counts:
                continue
            own = 0.0
            for a, b, row, column in cells.moves:
                if i + a <= counts[0] and j + b <= counts[1]:
                    own += after[i + a][j + b] * cells.weights[row + i][column + j]
            if i < counts[0]:
                own += after[i + 1][j] * alone[0][i]
            if j < counts[1]:
                own += after[i][j + 1] * alone[1][j]
            after[i][j] = own
    return after
