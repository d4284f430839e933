"""Clauses paired in their order: what has no partner shows, and sums over all ways are right."""

import math
from collections.abc import Iterator

import numpy as np
import pytest

from align.quality.scoring.pairing import (
    _ALONE,
    _ALONE_BY_SIZE,
    _FOR_EACH,
    _MOVES,
    _NEUTRAL,
    _STEEPNESS,
    MOST_AGAINST,
    runs_of,
    unpaired,
)


def cosines(first: int, second: int, near: dict[tuple[int, int], float]) -> np.ndarray:
    """Cosines of all runs, as if meanings added up, from those of some single clauses."""
    table = np.zeros((first, second))
    for place, cosine in near.items():
        table[place] = cosine
    return np.array(
        [
            [table[a:b, c:d].sum() / math.sqrt((b - a) * (d - c)) for c, d in runs_of(second)]
            for a, b in runs_of(first)
        ],
        dtype=np.float32,
    )


def sizes(first: int, second: int) -> tuple[np.ndarray, np.ndarray]:
    return np.full(first, 10), np.full(second, 30)


def ways(first: int, second: int) -> Iterator[list[tuple[int, int]]]:
    """All ways to pair so many clauses in their order."""
    if first == second == 0:
        yield []
    for a, b in (*_MOVES, (1, 0), (0, 1)):
        if a <= first and b <= second:
            for rest in ways(first - a, second - b):
                yield [(a, b), *rest]


@pytest.mark.parametrize(
    ("count", "runs"),
    [
        (1, [(0, 1)]),
        (2, [(0, 2), (0, 1), (1, 2)]),
        (3, [(0, 3), (0, 1), (1, 2), (2, 3), (0, 2), (1, 3)]),
    ],
)
def test_runs_are_the_whole_and_then_the_short_ones(
    count: int, runs: list[tuple[int, int]]
) -> None:
    assert runs_of(count) == runs


@pytest.mark.parametrize("count", [4, 24])
def test_no_run_but_the_whole_is_long(count: int) -> None:
    assert max(end - begin for begin, end in runs_of(count)[1:]) == 3
    assert len(set(runs_of(count))) == len(runs_of(count))


def test_clauses_that_say_the_same_leave_nothing() -> None:
    found = unpaired(cosines(3, 3, {(at, at): 0.8 for at in range(3)}), sizes(3, 3))
    assert max(found.first_worst, found.second_worst) < 0.05
    assert found.any_left < 0.1


def test_a_clause_that_the_other_side_lacks_is_left() -> None:
    near = {(0, 0): 0.8, (1, 1): 0.8, (3, 2): 0.8}  # the third clause is nowhere
    found = unpaired(cosines(4, 3, near), sizes(4, 3))
    whole = unpaired(cosines(4, 4, {(at, at): 0.8 for at in range(4)}), sizes(4, 4))
    assert found.first_worst > 0.5 > 10 * whole.first_worst
    assert found.first > 0.1 > 10 * whole.first
    assert found.second_worst < 0.01
    assert found.any_left > 10 * whole.any_left


def test_a_clause_said_by_two_is_not_left() -> None:
    found = unpaired(cosines(1, 2, {(0, 0): 0.6, (0, 1): 0.6}), sizes(1, 2))
    assert found.any_left < 0.3


def test_texts_that_have_nothing_to_do_with_each_other_are_left_mostly() -> None:
    found = unpaired(cosines(3, 3, {}), sizes(3, 3))
    assert min(found.first, found.second) > 0.5


def test_either_side_may_be_the_first() -> None:
    table = np.random.default_rng(1).uniform(-0.1, 0.9, (len(runs_of(4)), len(runs_of(2))))
    one = unpaired(table, (np.array([3, 9, 2, 7]), np.array([20, 31])))
    other = unpaired(table.T, (np.array([20, 31]), np.array([3, 9, 2, 7])))
    assert (one.first, one.second, one.any_left) == pytest.approx(
        (other.second, other.first, other.any_left)
    )


@pytest.mark.parametrize(("first", "second"), [(1, 1), (2, 3), (4, 3)])
def test_the_sums_are_those_over_all_ways(first: int, second: int) -> None:
    chance = np.random.default_rng([first, second])
    table = chance.uniform(-0.1, 0.9, (len(runs_of(first)), len(runs_of(second))))
    lengths = chance.integers(2, 30, first), chance.integers(5, 90, second)
    shares = [side / side.sum() for side in lengths]
    most = max(first, second)
    total = none = 0.0
    left = np.zeros(first), np.zeros(second)
    for way in ways(first, second):
        at, weight, alone = [0, 0], 1.0, ([], [])
        for a, b in way:
            own = shares[0][at[0] : at[0] + a].sum(), shares[1][at[1] : at[1] + b].sum()
            if a and b:
                row = runs_of(first).index((at[0], at[0] + a))
                column = runs_of(second).index((at[1], at[1] + b))
                near = (table[row, column] - _NEUTRAL) * sum(own) / 2 * most
                weight *= math.exp(_STEEPNESS * near - _FOR_EACH * (a + b - 2))
            else:
                weight *= math.exp(-_ALONE - _ALONE_BY_SIZE * most * sum(own))
                alone[not a].append(at[not a])
            at = [at[0] + a, at[1] + b]
        total += weight
        none += weight * (not alone[0] and not alone[1])
        for side in (0, 1):
            left[side][alone[side]] += weight
    found = unpaired(table, lengths)
    assert found.first == pytest.approx(left[0] @ shares[0] / total)
    assert found.second == pytest.approx(left[1] @ shares[1] / total)
    assert found.first_worst == pytest.approx(left[0].max() / total)
    assert found.any_left == pytest.approx(min(MOST_AGAINST, -math.log(none / total)))


def test_many_clauses_stay_within_the_numbers_of_the_machine() -> None:
    near = {(at, at): 1.0 for at in range(24)}
    for table in (cosines(24, 24, near), cosines(24, 24, {})):
        found = unpaired(table, sizes(24, 24))
        assert 0 <= found.first <= 1
        assert 0 <= found.any_left <= MOST_AGAINST
