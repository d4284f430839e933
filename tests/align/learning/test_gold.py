"""Gold links as corners."""

import numpy as np
import pytest

from align.learning.gold import gold_corners, right_edges, without_corners
from align.links import Link
from align.search.lattice import build_lattice, forward_sums

TYPES = np.array([(1, 0), (0, 1), (1, 1), (1, 2), (2, 1)])


@pytest.mark.parametrize(
    ("links", "corners", "free"),
    [
        ([Link((0,), (0,)), Link((1,), (1, 2))], [(0, 0), (1, 1), (2, 3)], [False, False]),
        ([Link((0,), ()), Link((), (0,))], [(0, 0), (1, 0), (1, 1)], [False, False]),
        # two beads that changed places: one stretch, free
        ([Link((0,), (1,)), Link((1,), (0,)), Link((2,), (2,))], [(0, 0), (2, 2), (3, 3)],
         [True, False]),
    ],
)  # fmt: skip
def test_corners_stand_between_beads_in_order(
    links: list[Link], corners: list[tuple[int, int]], free: list[bool]
) -> None:
    found, found_free = gold_corners(links)
    assert [tuple(corner) for corner in found.tolist()] == corners
    assert found_free.tolist() == free


def test_right_paths_pass_every_corner_and_no_other() -> None:
    lattice = build_lattice(np.zeros(4, dtype=np.int64), np.full(4, 3), TYPES)
    every = np.ones((2, len(lattice.tails)), dtype=bool)
    corners = np.array([(0, 0), (1, 1), (2, 3), (3, 3)])
    right, kept, free = right_edges(lattice, corners, np.zeros(3, dtype=bool), every)
    assert sorted(map(tuple, lattice.heads[right].tolist())) == [(1, 1), (2, 3), (3, 3)]
    assert kept.tolist() == corners.tolist()
    assert not free.any()


def test_a_bead_that_the_lattice_lacks_leaves_its_stretch_free() -> None:
    lattice = build_lattice(np.zeros(4, dtype=np.int64), np.full(4, 3), TYPES)
    every = np.ones((2, len(lattice.tails)), dtype=bool)
    corners = np.array([(0, 0), (3, 3)])  # a bead of three against three
    right, _, free = right_edges(lattice, corners, np.zeros(1, dtype=bool), every)
    assert free.tolist() == [True]
    sums = forward_sums(lattice, np.where(right, 0.0, -np.inf))
    assert np.isfinite(sums[lattice.ends]).all()


def test_a_corner_that_the_lattice_lacks_is_given_up() -> None:
    low, high = np.array([0, 1, 2]), np.array([0, 1, 2])
    lattice = build_lattice(low, high, TYPES)
    every = np.ones((2, len(lattice.tails)), dtype=bool)
    corners = np.array([(0, 0), (1, 2), (2, 2)])
    right, kept, free = right_edges(lattice, corners, np.zeros(2, dtype=bool), every)
    assert kept.tolist() == [[0, 0], [2, 2]]
    assert free.tolist() == [True]
    assert right.all()


def test_stretches_on_both_sides_of_a_corner_given_up_become_one_free_one() -> None:
    corners = np.array([(0, 0), (1, 1), (2, 2), (3, 3)])
    kept, free = without_corners(
        corners, np.array([False, False, False]), np.array([True, False, True, True])
    )
    assert kept.tolist() == [[0, 0], [1, 1], [3, 3]]
    assert free.tolist() == [False, True]
