"""The lattice of clauses against a plain enumeration of its paths."""

import numpy as np
import pytest

from align.search.clauses.lattice import (
    LARGEST_RECTANGLE,
    ClauseLattice,
    Rectangles,
    between_corners,
    build_clause_lattice,
)
from align.search.lattice import forward_sums

SOURCE, TARGET = [0, 2, 3], [0, 1, 3]
"""Two sentences a side: two clauses and one; one clause and two."""

Path = list[tuple[tuple[int, int], tuple[int, int]]]


def laid(*sentence_beads: tuple[int, int, int, int], cut: bool = False) -> ClauseLattice:
    """Lay sentence beads (source from and to, target from and to); perhaps cut at (1, 1)."""
    top, bottom, left, right = np.array(sentence_beads).T
    source, target = np.array(SOURCE), np.array(TARGET)
    rectangles = Rectangles(source[top], target[left], source[bottom], target[right])
    cuts = [(0, 0), (2, 1), (3, 3)] if cut else [(0, 0), (3, 3)]
    return build_clause_lattice(rectangles, np.array(cuts))


def paths(laid: ClauseLattice, piece: int = 0) -> list[Path]:
    """All paths of a piece, without the edges that take nothing."""
    lattice = laid.lattice
    found: list[Path] = []

    def extend(node: int, path: Path) -> None:
        if node == lattice.ends[piece]:
            found.append([step for step in path if step[0] != step[1]])
            return
        for edge in np.flatnonzero(lattice.tail_ids == node).tolist():
            step = (tuple(lattice.tails[edge].tolist()), tuple(lattice.heads[edge].tolist()))
            extend(int(lattice.head_ids[edge]), [*path, step])  # type: ignore[list-item]

    extend(int(lattice.begins[piece]), [])
    return found


ONES = [(0, 1, 0, 1), (1, 2, 1, 2)]
ALL_ALONE = [(0, 1, 0, 0), (1, 2, 0, 0), (2, 2, 0, 1), (2, 2, 1, 2)]


def test_clause_beads_stay_inside_the_sentence_beads() -> None:
    for path in paths(laid(*ONES)):
        assert any(head == (2, 1) for _, head in path)
    larger = paths(laid(*ONES, (0, 2, 0, 2)))
    assert any(all(head != (2, 1) for _, head in path) for path in larger)


def test_a_sentence_without_partner_is_one_edge_from_corner_to_corner() -> None:
    found = paths(laid(*ALL_ALONE))
    assert found == [[((0, 0), (2, 0)), ((2, 0), (3, 0)), ((3, 0), (3, 1)), ((3, 1), (3, 3))]] * 8


def test_a_gap_goes_on_only_from_a_gap_node() -> None:
    found = laid(*ALL_ALONE)
    lattice = found.lattice
    after_whole = set(lattice.head_ids[found.whole].tolist())
    assert found.inside_gap.sum() == 3
    assert set(lattice.tail_ids[found.inside_gap].tolist()) <= after_whole
    assert not (found.inside_gap & ~found.whole).any()


def test_a_cut_makes_pieces_whose_paths_are_those_through_it() -> None:
    whole = [path for path in paths(laid(*ONES, *ALL_ALONE)) if any(h == (2, 1) for _, h in path)]
    pieces = laid(*ONES, *(bead for bead in ALL_ALONE if bead[:2] == (0, 1)), cut=True)
    assert len(pieces.lattice.begins) == 2
    first, second = paths(pieces, 0), paths(pieces, 1)
    assert {tuple(a + b) for a in first for b in second} <= {tuple(path) for path in whole}
    assert all(a[-1][1] == (2, 1) for a in first)
    assert all(b[0][0] == (2, 1) for b in second)


@pytest.mark.parametrize("free", [None, [True], [False]])
def test_paths_between_given_corners_pass_no_other_unless_they_are_free(
    free: list[bool] | None,
) -> None:
    found = laid(*ONES, (0, 2, 0, 2), *ALL_ALONE)
    lattice = found.lattice
    is_corner = np.stack(
        [
            np.isin(places[:, 0], SOURCE) & np.isin(places[:, 1], TARGET)
            for places in (lattice.tails, lattice.heads)
        ]
    )
    allowed = between_corners(
        lattice, np.array([(0, 0), (3, 3)]), is_corner, None if free is None else np.array(free)
    )
    count = np.exp(forward_sums(lattice, np.where(allowed, 0.0, -np.inf))[lattice.ends[0]])
    inner = {(i, j) for i in SOURCE for j in TARGET} - {(0, 0), (3, 3)}
    expected = [
        path for path in paths(found) if free == [True] or not inner & {head for _, head in path}
    ]
    assert round(float(count)) == len(expected)


def test_of_a_very_long_sentence_only_what_is_near_its_diagonal_is_laid() -> None:
    # One sentence a side, of 600 clauses against 300: 180,000 nodes as a whole.
    bead = np.array([[0, 0, 600, 300], [0, 0, 600, 0], [600, 0, 600, 300]]).T
    found = build_clause_lattice(Rectangles(*bead), np.array([(0, 0), (600, 300)])).lattice
    assert len(found.tails) < 20 * LARGEST_RECTANGLE
    far = np.abs(found.heads[:, 0] / 2 - found.heads[:, 1]) > 40
    assert (found.heads[far] % [600, 300] == 0).all()
    scores = np.where((found.heads - found.tails).sum(axis=1) > 2, -1.0, 0.0)
    assert np.isfinite(forward_sums(found, scores)[found.ends]).all()
