"""Neighbours: a text near by that fits a pair better than its own one speaks against the pair."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.encoders import Floats
from align.quality.scoring.neighbours import (
    NEARLY,
    REACH,
    neighbour_signals,
    with_neighbours,
)


def row(first: int, second: int) -> Floats:
    """A pair whose sides mean things that are as far from each other as can be, or the same."""
    axes = np.eye(64, dtype=np.float32)
    return np.concatenate([axes[first], axes[second]])


def signals(pairs: list[Floats]) -> list[list[float]]:
    return neighbour_signals(pairs, np.arange(len(pairs)), pairs).tolist()


@pytest.mark.parametrize(
    ("pairs", "of_the_first"),
    [
        pytest.param([(0, 0), (1, 1), (2, 2)], [0, 0], id="each has its own"),
        pytest.param([(0, 0)], [0, 0], id="alone"),
        pytest.param([(0, 1), (1, 1)], [0, 1 + NEARLY], id="the neighbour's second side"),
        pytest.param([(1, 0), (1, 1)], [1 + NEARLY, 0], id="the neighbour's first side"),
        pytest.param([(0, 1), (1, 0)], [1 + NEARLY, 1 + NEARLY], id="exchanged"),
        pytest.param([(0, 0), (0, 0)], [0, 0], id="repeated"),
        pytest.param([(0, 0), (0, 1)], [0, 0], id="the same said in another way"),
        pytest.param([(0, 5), (1, 6)], [NEARLY, NEARLY], id="nothing fits, and no other is nearer"),
    ],
)
def test_what_fits_better_near_by_speaks_against_a_pair(
    pairs: list[tuple[int, int]], of_the_first: list[float]
) -> None:
    assert signals([row(*pair) for pair in pairs])[0] == pytest.approx(of_the_first)


@pytest.mark.parametrize(("away", "found"), [(REACH, True), (REACH + 1, False)])
def test_what_is_further_away_does_not_count(away: int, found: bool) -> None:
    between = [row(it, it) for it in range(10, 9 + away)]
    first = signals([row(0, 1), *between, row(1, 1)])[0]
    assert (first[1] > 1) is found


@given(
    pairs=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30),
    cuts=st.lists(st.integers(1, 9), min_size=30, max_size=30),
)
def test_it_does_not_matter_where_batches_end(
    pairs: list[tuple[int, int]], cuts: list[int]
) -> None:
    rows = [row(*pair) for pair in pairs]
    sizes = [REACH + size for size in cuts]  # a batch reaches over all neighbours of the one before
    batches = [rows[sum(sizes[:at]) : sum(sizes[: at + 1])] for at in range(len(sizes))]
    filled = [(at, np.array(it)) for at, it in enumerate(batches) if it]
    found = list(with_neighbours(filled))
    assert [batch for batch, _ in found] == [batch for batch, _ in filled]
    assert [it for _, values in found for it in values.tolist()] == signals(rows)


def test_a_batch_of_which_nothing_could_be_measured_has_no_signals() -> None:
    empty = np.empty(0, dtype=np.float32)
    ((_, none), (_, one)) = with_neighbours([(0, empty), (1, np.array([row(0, 0)]))])
    assert none.shape == (0, 2)
    assert one.tolist() == [[0, 0]]
