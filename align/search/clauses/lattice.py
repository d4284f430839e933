"""The lattice of clauses: what paths it allows, and where its corners are.

A node where both sides' sentences end is a corner. The clauses between two successive corners of
a path are a sentence bead; which corners a path has is for the scores to decide.

Clauses that have no partner are taken one by one inside a sentence bead. A whole sentence that has
none is one edge from corner to corner, and leads to a node of its own: the corner's gap node. From
there the next sentence may be left out as well, or an edge that takes nothing goes on to the
corner itself. So the path knows whether it is inside a gap, and a long gap may cost less than the
sum of its sentences (an affine gap).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.search.lattice import Ints, Lattice, edge_types, make_lattice
from align.search.side import Flags

LONGEST = 4
"""Most clauses on one side of an edge."""

MOST_CLAUSES = 6
"""Most clauses on both sides of an edge together."""

LARGEST_RECTANGLE = 16_384
"""Nodes of a sentence bead that a path may touch; of a larger one those near its diagonal."""

TYPES = edge_types(LONGEST, MOST_CLAUSES)


@dataclass(frozen=True, slots=True)
class Rectangles:
    """Sentence beads that a path may run through, by the clauses of their ends: shape (k,) each."""

    top: Ints
    left: Ints
    bottom: Ints
    right: Ints

    def chosen(self, which: Flags) -> Rectangles:
        """Return some of them."""
        return Rectangles(self.top[which], self.left[which], self.bottom[which], self.right[which])


@dataclass(frozen=True, slots=True)
class ClauseLattice:
    """A lattice of clauses.

    Attributes:
        lattice: nodes and edges; places are counted in clauses.
        whole: shape (e,), edges that leave out a whole sentence.
        inside_gap: shape (e,), edges that leave a gap node.
        low: shape (r,), the first column that any node of a row has; the rows begin at that of
            the first node.
        high: shape (r,), the last one.
    """

    lattice: Lattice
    whole: Flags
    inside_gap: Flags
    low: Ints
    high: Ints


def build_clause_lattice(beads: Rectangles, cuts: Ints) -> ClauseLattice:
    """Lay all clause beads inside sentence beads, and an edge for each sentence without partner.

    Args:
        beads: the sentence beads that a path may run through; none reaches over a cut.
        cuts: shape (c, 2), at least the start and the end: nodes where the lattice is cut into
            pieces, counted in clauses. A gap ends at a cut.
    """
    nodes = _Nodes(beads, cuts)
    paired = (beads.bottom > beads.top) & (beads.right > beads.left)
    tails, heads = _inner_edges(beads.chosen(paired), nodes)
    at = nodes.number(tails), nodes.number(heads)
    alone = beads.chosen(~paired)
    corner, reached = (
        np.stack((alone.top, alone.left), axis=1),
        np.stack((alone.bottom, alone.right), axis=1),
    )
    gaps, gap_of = np.unique(nodes.number(reached), return_inverse=True)
    places = nodes.places[gaps]
    # Tail and head of each kind of edge: clause beads; a gap's first sentence; a further one; the
    # edge out of a gap. A gap node has the number of its corner, counted on behind the nodes.
    known = np.minimum(np.searchsorted(gaps, nodes.number(corner)), max(0, len(gaps) - 1))
    further = gaps[known] == nodes.number(corner) if len(gaps) else np.zeros(0, dtype=bool)
    further &= ~nodes.is_cut[nodes.number(corner)]
    count = len(nodes.places)
    tail_places = (tails, corner, corner[further], places)
    head_places = (heads, reached, reached[further], places)
    tail_ids = (at[0], nodes.number(corner), count + known[further], count + np.arange(len(gaps)))
    head_ids = (at[1], count + gap_of, (count + gap_of)[further], gaps)
    sizes = [len(tails), len(corner), int(further.sum()), len(gaps)]
    return nodes.cut_up(
        (np.concatenate(tail_places), np.concatenate(head_places)),
        (np.concatenate(tail_ids), np.concatenate(head_ids)),
        gaps,
        np.repeat([False, True, True, False], sizes),
        np.repeat([False, False, True, False], sizes),
    )


class _Nodes:
    """The nodes inside some sentence beads, numbered row by row."""

    def __init__(self, beads: Rectangles, cuts: Ints) -> None:
        self.cuts = cuts
        first, last = int(cuts[0, 0]), int(cuts[-1, 0])
        self.first_row = first
        self.low = np.full(last - first + 1, cuts[-1, 1])
        self.high = np.full(last - first + 1, cuts[0, 1])
        np.minimum.at(self.low, beads.bottom - first, beads.left)
        np.maximum.at(self.high, beads.top - first, beads.right)
        self.low = np.minimum.accumulate(self.low[::-1])[::-1]
        self.high = np.maximum.accumulate(self.high)
        widths = self.high - self.low + 1
        self._offsets = np.cumsum(widths) - widths - self.low
        rows = np.repeat(np.arange(len(widths)), widths)
        columns = np.arange(len(rows)) - self._offsets[rows]
        self.places = np.stack((rows + first, columns), axis=1)
        self.is_cut = np.zeros(len(rows), dtype=bool)
        self.is_cut[self.number(cuts)] = True

    def number(self, places: Ints) -> Ints:
        """Return the numbers of nodes."""
        numbers: Ints = self._offsets[places[:, 0] - self.first_row] + places[:, 1]
        return numbers

    def cut_up(
        self,
        places: tuple[Ints, Ints],
        ids: tuple[Ints, Ints],
        gaps: Ints,
        whole: Flags,
        inside_gap: Flags,
    ) -> ClauseLattice:
        """Make the lattice: each piece has a beginning of its own, which only its edges leave."""
        count = len(self.places) + len(gaps)
        inner = self.cuts[:-1]
        begins = count + np.arange(len(inner))
        at_cut = np.full(count, -1)
        at_cut[self.number(inner)] = begins
        tail_ids = np.where(at_cut[ids[0]] >= 0, at_cut[ids[0]], ids[0])
        # An edge out of a gap stays in the piece that it ends.
        leads_out = (places[0] == places[1]).all(axis=1)
        tail_ids = np.where(leads_out, ids[0], tail_ids)
        diagonals = np.concatenate((self.places.sum(axis=1), self.places[gaps].sum(axis=1)))
        starts = inner.sum(axis=1)
        piece = np.maximum(np.searchsorted(starts, diagonals, side="left") - 1, 0)
        levels = 2 * (diagonals - starts[piece]) + 1
        levels[len(self.places) :] -= 1
        lattice = make_lattice(
            places,
            (tail_ids, ids[1]),
            begins,
            self.number(self.cuts[1:]),
            np.append(levels, np.zeros(len(inner), dtype=np.int64)),
        )
        return ClauseLattice(lattice, whole, inside_gap, self.low, self.high)


def _inner_edges(beads: Rectangles, nodes: _Nodes) -> tuple[Ints, Ints]:
    """All clause beads that lie inside some sentence bead: their tails and heads."""
    height = beads.bottom - beads.top + 1
    bead, row = _counted(height)
    left, right = _columns(beads, bead, row)
    line, column = _counted(right - left + 1)
    bead, i, j = bead[line], (beads.top[bead] + row)[line], left[line] + column
    # For each node a set of the types that fit, as the bits of a number.
    down = np.minimum(beads.bottom[bead] - i, LONGEST)
    along = np.minimum(beads.right[bead] - j, LONGEST)
    fitting = np.zeros(len(nodes.places), dtype=np.int64)
    np.bitwise_or.at(fitting, nodes.number(np.stack((i, j), axis=1)), _FITTING[down, along])
    tails, heads = [], []
    for bit, (p, q) in enumerate(TYPES):
        tail = nodes.places[(fitting >> bit) & 1 == 1]
        tails.append(tail)
        heads.append(np.add(tail, (p, q)))
    return np.concatenate(tails), np.concatenate(heads)


def _counted(sizes: Ints) -> tuple[Ints, Ints]:
    """The number of its group, and its place in it, for each member of groups of some sizes."""
    group = np.repeat(np.arange(len(sizes)), sizes)
    return group, np.arange(len(group)) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _columns(beads: Rectangles, bead: Ints, row: Ints) -> tuple[Ints, Ints]:
    """The first and the last column of rows of beads that a path may touch."""
    down, along = (beads.bottom - beads.top)[bead], (beads.right - beads.left)[bead]
    slope = along / np.maximum(1, down)
    large = (down + 1) * (along + 1) > LARGEST_RECTANGLE
    reach = np.where(large, LARGEST_RECTANGLE / (2 * (down + 1)) + slope + 1, along)
    left = np.maximum(row * slope - reach, 0).astype(np.int64)
    right = np.minimum(row * slope + reach, along).astype(np.int64)
    return beads.left[bead] + left, beads.left[bead] + right


def _fitting_types() -> Ints:
    """The types, as bits, that fit into what is left of a bead: shape (LONGEST + 1,) * 2."""
    size = np.arange(LONGEST + 1)
    fits = (TYPES[:, 0] <= size[:, None, None]) & (TYPES[:, 1] <= size[None, :, None])
    bits: Ints = (fits << np.arange(len(TYPES))).sum(axis=2)
    return bits


_FITTING = _fitting_types()


def between_corners(
    lattice: Lattice,
    corners: Ints,
    is_corner: Flags,
    free: Flags | None = None,
) -> Flags:
    """Return the edges of the paths that pass through given corners and no others.

    Args:
        lattice: the lattice.
        corners: shape (k, 2), in order; the first and the last are the start and the end.
        is_corner: shape (2, e), whether the tail and the head of each edge is a corner.
        free: shape (k - 1,), stretches between two corners in which a path may have others.
    """
    # Where coordinates only grow, two places are the same if they are on the same diagonal.
    (top, left), (bottom, right) = lattice.tails.T, lattice.heads.T
    tail, head, diagonals = top + left, bottom + right, corners.sum(axis=1)
    passed = np.zeros(int(max(head.max(), diagonals[-1])) + 1, dtype=np.int64)
    passed[diagonals] = 1
    stretch = np.maximum(np.cumsum(passed) - 1, 0)[tail]
    after = np.minimum(stretch + 1, len(corners) - 1)
    inside = (top >= corners[:, 0][stretch]) & (left >= corners[:, 1][stretch])
    inside &= (bottom <= corners[:, 0][after]) & (right <= corners[:, 1][after])
    chosen_tail = tail == diagonals[stretch]
    chosen_head = (head == diagonals[after]) | (head == diagonals[stretch])
    allowed = (chosen_tail | ~is_corner[0]) & (chosen_head | ~is_corner[1])
    if free is not None:
        allowed |= np.append(free, False)[stretch]
    result: Flags = inside & allowed
    return result
