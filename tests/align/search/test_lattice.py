"""The lattice against a plain enumeration of all its paths, alone and in pieces."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.search.lattice import (
    Lattice,
    best_path,
    build_lattice,
    forward_sums,
    join,
    posteriors,
    with_edges,
)

TYPES = np.array([(1, 0), (0, 1), (1, 1), (1, 2), (2, 1)])


def full(n: int, m: int) -> Lattice:
    return build_lattice(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m), TYPES)


def all_paths(lattice: Lattice) -> list[list[int]]:
    paths: list[list[int]] = []

    def extend(node: int, path: list[int]) -> None:
        if node == lattice.nodes - 1:
            paths.append(path)
            return
        for edge in np.flatnonzero(lattice.tail_ids == node):
            extend(int(lattice.head_ids[edge]), [*path, int(edge)])

    extend(0, [])
    return paths


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 2**32 - 1))
def test_best_path_and_posteriors_agree_with_enumeration(n: int, m: int, seed: int) -> None:
    lattice = full(n, m)
    scores = np.random.default_rng(seed).normal(size=len(lattice.heads))
    paths = all_paths(lattice)
    totals = np.array([scores[path].sum() for path in paths])
    assert best_path(lattice, scores).tolist() == paths[int(totals.argmax())]
    weights = np.exp(totals) / np.exp(totals).sum()
    expected = np.zeros(len(scores))
    for path, weight in zip(paths, weights, strict=True):
        expected[path] += weight
    assert np.allclose(posteriors(lattice, scores), expected)


def test_every_bead_lies_inside_the_band() -> None:
    low, high = np.array([0, 0, 1, 2]), np.array([1, 2, 3, 3])
    lattice = build_lattice(low, high, TYPES)
    for ends in (lattice.tails, lattice.heads):
        assert (ends[:, 1] >= low[ends[:, 0]]).all()
        assert (ends[:, 1] <= high[ends[:, 0]]).all()


def test_equal_scores_give_the_same_path_every_time() -> None:
    lattice = full(3, 3)
    paths = {tuple(best_path(lattice, np.zeros(len(lattice.heads)))) for _ in range(3)}
    assert len(paths) == 1


def test_joined_lattices_keep_their_paths_and_posteriors() -> None:
    parts = [full(2, 3), full(1, 1), full(3, 2)]
    chance = np.random.default_rng(1)
    scores = [chance.normal(size=len(part.heads)) for part in parts]
    whole = join(parts)
    together = np.concatenate(scores)
    assert np.allclose(
        posteriors(whole, together),
        np.concatenate(
            [posteriors(part, score) for part, score in zip(parts, scores, strict=True)]
        ),
    )
    begins = np.cumsum([0, *(len(part.heads) for part in parts)])
    assert best_path(whole, together).tolist() == [
        edge + begins[k]
        for k, part in enumerate(parts)
        for edge in best_path(part, scores[k]).tolist()
    ]


def test_without_an_edge_its_paths_do_not_count() -> None:
    lattice = full(2, 2)
    scores = np.random.default_rng(2).normal(size=len(lattice.heads))
    which = np.ones(len(scores), dtype=bool)
    which[3] = False
    forbidden = np.where(which, scores, -np.inf)
    smaller = with_edges(lattice, which)
    assert np.isclose(
        forward_sums(smaller, scores[which])[lattice.ends[0]],
        forward_sums(lattice, forbidden)[lattice.ends[0]],
    )
    assert np.allclose(posteriors(smaller, scores[which]), posteriors(lattice, forbidden)[which])


def test_a_lattice_whose_end_cannot_be_reached_has_no_best_path() -> None:
    lattice = build_lattice(np.array([0, 0, 3]), np.array([0, 0, 3]), TYPES)
    with pytest.raises(ValueError, match="no path leads to the end"):
        best_path(lattice, np.zeros(len(lattice.tails)))


@pytest.mark.parametrize("size", [3, 260])  # of the larger one no 16 bits can number the nodes
def test_edges_are_swept_level_by_level_and_node_by_node(size: int) -> None:
    lattice = full(size, size)
    for sweep, ends, levels in (
        (lattice.incoming, lattice.head_ids, lattice.levels),
        (lattice.outgoing, lattice.tail_ids, -lattice.levels),
    ):
        expected = np.lexsort((ends, levels[ends]))
        assert (sweep.edges == expected).all()
        assert (np.unique(ends) == np.sort(sweep.nodes)).all()
        assert sweep.levels[-1][1:4:2] == (len(sweep.nodes), len(ends))
