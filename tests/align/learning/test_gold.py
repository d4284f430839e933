"""Gold links as corners."""

import numpy as np
import pytest

from align.learning.gold import Between, gold_corners, right_edges, without_corners
from align.links import Link
from align.search.lattice import build_lattice, forward_sums

TYPES = np.array([(1, 0), (0, 1), (1, 1), (1, 2), (2, 1)])
BEAD, FREE, UNPAIRED = Between


@pytest.mark.parametrize(
    ("links", "corners", "between"),
    [
        ([Link((0,), (0,)), Link((1,), (1, 2))], [(0, 0), (1, 1), (2, 3)], [BEAD, BEAD]),
        ([Link((0,), ()), Link((1,), ())], [(0, 0), (1, 0), (2, 0)], [BEAD, BEAD]),
        # nobody says in which order what has no partner is left out on the two sides
        ([Link((0,), (0,)), Link((1,), ()), Link((2,), ()), Link((), (1,)), Link((3,), (2,))],
         [(0, 0), (1, 1), (3, 2), (4, 3)], [BEAD, UNPAIRED, BEAD]),
        # two beads that changed places: one stretch, free
        ([Link((0,), (1,)), Link((1,), (0,)), Link((2,), (2,))], [(0, 0), (2, 2), (3, 3)],
         [FREE, BEAD]),
    ],
)  # fmt: skip
def test_corners_stand_between_beads_in_order(
    links: list[Link], corners: list[tuple[int, int]], between: list[Between]
) -> None:
    found, found_between = gold_corners(links)
    assert [tuple(corner) for corner in found.tolist()] == corners
    assert found_between.tolist() == between


def test_right_paths_pass_every_corner_and_no_other() -> None:
    lattice = build_lattice(np.zeros(4, dtype=np.int64), np.full(4, 3), TYPES)
    every = np.ones((2, len(lattice.tails)), dtype=bool)
    corners = np.array([(0, 0), (1, 1), (2, 3), (3, 3)])
    right, kept, between = right_edges(lattice, corners, np.full(3, BEAD), every)
    assert sorted(map(tuple, lattice.heads[right].tolist())) == [(1, 1), (2, 3), (3, 3)]
    assert kept.tolist() == corners.tolist()
    assert between.tolist() == [BEAD, BEAD, BEAD]


def test_right_paths_leave_out_in_any_order_what_has_no_partner() -> None:
    lattice = build_lattice(np.zeros(4, dtype=np.int64), np.full(4, 3), TYPES)
    every = np.ones((2, len(lattice.tails)), dtype=bool)
    corners = np.array([(0, 0), (1, 1), (3, 3)])
    right, _, _ = right_edges(lattice, corners, np.array([BEAD, UNPAIRED]), every)
    sums = forward_sums(lattice, np.where(right, 0.0, -np.inf))
    assert np.exp(sums[lattice.ends]) == pytest.approx(6)  # two of each side: 4! / (2! 2!)
    paired = (lattice.heads > lattice.tails).all(axis=1)
    assert lattice.heads[right & paired].tolist() == [[1, 1]]


def test_a_bead_that_the_lattice_lacks_leaves_its_stretch_free() -> None:
    lattice = build_lattice(np.zeros(4, dtype=np.int64), np.full(4, 3), TYPES)
    every = np.ones((2, len(lattice.tails)), dtype=bool)
    corners = np.array([(0, 0), (3, 3)])  # a bead of three against three
    right, _, between = right_edges(lattice, corners, np.array([BEAD]), every)
    assert between.tolist() == [FREE]
    sums = forward_sums(lattice, np.where(right, 0.0, -np.inf))
    assert np.isfinite(sums[lattice.ends]).all()


def test_a_corner_that_the_lattice_lacks_is_given_up() -> None:
    low, high = np.array([0, 1, 2]), np.array([0, 1, 2])
    lattice = build_lattice(low, high, TYPES)
    every = np.ones((2, len(lattice.tails)), dtype=bool)
    corners = np.array([(0, 0), (1, 2), (2, 2)])
    right, kept, between = right_edges(lattice, corners, np.array([BEAD, BEAD]), every)
    assert kept.tolist() == [[0, 0], [2, 2]]
    assert between.tolist() == [FREE]
    assert right.all()


def test_stretches_on_both_sides_of_a_corner_given_up_become_one_free_one() -> None:
    corners = np.array([(0, 0), (1, 1), (2, 2), (3, 3)])
    kept, between = without_corners(
        corners, np.array([BEAD, BEAD, UNPAIRED]), np.array([True, False, True, True])
    )
    assert kept.tolist() == [[0, 0], [1, 1], [3, 3]]
    assert between.tolist() == [BEAD, FREE]
