"""A lattice of beads, its best path, and the posterior of each bead.

A node (i, j) says that the first i source units and the first j target units are done; an edge
from one node to another is a bead that takes the units between them. A path from the start to the
end is an alignment. With a score for each edge the lattice is a semi-Markov conditional random
field (Sarawagi and Cohen, 2004): a path's probability is proportional to the exponential of the
sum of its scores, and forward-backward gives the probability that a bead is on the path.

A lattice may be in several pieces that stand side by side: a long text cut at nodes that are sure,
or many texts at once in training. Nodes have levels, every edge leads to a higher one, and all
edges into one level are computed at once, in all pieces: so the work of Python grows with the
longest piece only, and not with the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]

IMPOSSIBLE = -1e300
"""Less than any score; minus infinity could not be subtracted from itself."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """One way through all edges, level by level.

    Attributes:
        edges: shape (e,), all edges; those of one level together, in it those of one node.
        nodes: shape (g,), the node of each group of edges.
        starts: shape (g,), where the group begins among the edges of its level.
        groups: shape (e,), the group of each edge among those of its level.
        levels: for each level the first group and the one after its last, and the same of edges.
    """

    edges: Ints
    nodes: Ints
    starts: Ints
    groups: Ints
    levels: list[tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Nodes and edges.

    Attributes:
        tails: shape (e, 2), the place (i, j) that each edge leaves.
        heads: shape (e, 2), the place that it leads to; no coordinate lower than the tail's.
        tail_ids: shape (e,), the tail's number among the nodes.
        head_ids: shape (e,), the head's number.
        nodes: how many nodes there are.
        begins: shape (pieces,), the first node of each piece.
        ends: shape (pieces,), its last.
        levels: shape (nodes,); every edge leads to a higher level.
        incoming: all edges by the node that they lead to, upwards.
        outgoing: all edges by the node that they leave, downwards.
    """

    tails: Ints
    heads: Ints
    tail_ids: Ints
    head_ids: Ints
    nodes: int
    begins: Ints
    ends: Ints
    levels: Ints
    incoming: Sweep
    outgoing: Sweep


def edge_types(longest: int, most: int) -> Ints:
    """Return the types of edges: one alone on either side, and all pairs of no more than so many.

    Args:
        longest: most units on one side.
        most: most units on both sides together.

    Returns:
        Shape (t, 2), how many units of the source and of the target an edge takes.
    """
    sizes = range(1, longest + 1)
    return np.array([(1, 0), (0, 1), *((p, q) for p in sizes for q in sizes if p + q <= most)])


def make_lattice(
    places: tuple[Ints, Ints], ids: tuple[Ints, Ints], begins: Ints, ends: Ints, levels: Ints
) -> Lattice:
    """Make a lattice of its edges.

    Args:
        places: the tails and the heads, each shape (e, 2).
        ids: their numbers among the nodes, each shape (e,).
        begins: the first node of each piece.
        ends: the last node of each piece.
        levels: the level of each node, shape (nodes,).
    """
    return Lattice(
        *places, *ids, len(levels), begins, ends, levels,
        _sweep(ids[1], levels), _sweep(ids[0], -levels),
    )  # fmt: skip


def _sweep(ends: Ints, levels: Ints) -> Sweep:
    """Sort edges by the level of the node that each ends at, and in it by the node.

    Args:
        ends: shape (e,), the nodes.
        levels: shape (nodes,).
    """
    if not len(ends):
        return Sweep(ends, ends, ends, ends, [])
    in_order = np.argsort(levels, kind="stable")
    ranks = np.empty_like(in_order)
    ranks[in_order] = np.arange(len(in_order))
    edges = _stable_order(ranks[ends])
    sizes = np.bincount(ranks[ends], minlength=len(in_order))
    nodes, sizes = in_order[sizes > 0], sizes[sizes > 0]
    starts = np.cumsum(sizes) - sizes
    first_groups = np.flatnonzero(np.diff(levels[nodes], prepend=levels[nodes[0]] - 1))
    groups = [*first_groups.tolist(), len(starts)]
    firsts = [*starts[first_groups].tolist(), len(edges)]
    levels_at = list(zip(groups[:-1], groups[1:], firsts[:-1], firsts[1:], strict=True))
    first_edge = np.repeat(starts[first_groups], np.diff(groups))
    first_group = np.repeat(first_groups, np.diff(groups))
    within = np.repeat(np.arange(len(starts)) - first_group, sizes)
    return Sweep(edges, nodes, starts - first_edge, within, levels_at)


def _stable_order(numbers: Ints) -> Ints:
    """Sort numbers from 0 to 2**32; equal ones keep their order.

    16 bits at a time, which numpy counts instead of comparing: ten times as fast.
    """
    order: Ints = np.argsort(numbers.astype(np.uint16), kind="stable")
    high = numbers >> 16
    return order[np.argsort(high[order].astype(np.uint16), kind="stable")] if high.any() else order


def build_lattice(low: Ints, high: Ints, types: Ints, first_row: int = 0) -> Lattice:
    """Lay all beads of the given types between the nodes of a band.

    Args:
        low: shape (r,), the first j of each row of the band; the start is in column low[0].
        high: shape (r,), the last j of each row; the end is in column high[-1].
        types: shape (t, 2), the beads (p, q) allowed: p source units against q target units.
        first_row: the i of the first row; the rows follow it one by one.
    """
    widths = high - low + 1
    offsets = np.cumsum(widths) - widths - low
    rows = np.repeat(np.arange(len(low)), widths)
    columns = np.arange(len(rows)) - offsets[rows]
    heads, tails = [], []
    for p, q in types:
        i, j = rows - p, columns - q
        row = np.maximum(i, 0)
        inside = (i >= 0) & (j >= low[row]) & (j <= high[row])
        heads.append(np.stack((rows[inside], columns[inside]), axis=1))
        tails.append(np.stack((i[inside], j[inside]), axis=1))
    head, tail = np.concatenate(heads), np.concatenate(tails)
    ids = offsets[tail[:, 0]] + tail[:, 1], offsets[head[:, 0]] + head[:, 1]
    shift = np.array([first_row, 0])
    return make_lattice(
        (tail + shift, head + shift), ids, np.array([0]), np.array([len(rows) - 1]), rows + columns
    )


def join(lattices: Sequence[Lattice]) -> Lattice:
    """Put lattices side by side, so that one sweep computes all of them."""
    sizes = np.array([lattice.nodes for lattice in lattices])
    shifts = (np.cumsum(sizes) - sizes).tolist()
    shifted = list(zip(lattices, shifts, strict=True))
    return make_lattice(
        (np.concatenate([x.tails for x in lattices]), np.concatenate([x.heads for x in lattices])),
        (
            np.concatenate([x.tail_ids + shift for x, shift in shifted]),
            np.concatenate([x.head_ids + shift for x, shift in shifted]),
        ),
        np.concatenate([x.begins + shift for x, shift in shifted]),
        np.concatenate([x.ends + shift for x, shift in shifted]),
        np.concatenate([x.levels - x.levels.min() for x in lattices]),
    )


def with_edges(lattice: Lattice, which: npt.NDArray[np.bool_]) -> Lattice:
    """Return a lattice with the same nodes and only some of the edges."""
    return make_lattice(
        (lattice.tails[which], lattice.heads[which]),
        (lattice.tail_ids[which], lattice.head_ids[which]),
        lattice.begins, lattice.ends, lattice.levels,
    )  # fmt: skip


def forward_sums(lattice: Lattice, scores: Scores) -> Scores:
    """Return the logarithm of the sum over all paths to each node of the exponential of scores."""
    sums = np.full(lattice.nodes, -np.inf)
    sums[lattice.begins] = 0.0
    return _sum_up(sums, lattice.incoming, lattice.tail_ids, scores)


def backward_sums(lattice: Lattice, scores: Scores, at_ends: Scores) -> Scores:
    """Return the same over all paths from each node to its piece's end, with a sum to begin with.

    Args:
        lattice: the lattice.
        scores: shape (e,).
        at_ends: what the sum is at the end of each piece.
    """
    sums = np.full(lattice.nodes, -np.inf)
    sums[lattice.ends] = at_ends
    return _sum_up(sums, lattice.outgoing, lattice.head_ids, scores)


def _sum_up(sums: Scores, sweep: Sweep, others: Ints, scores: Scores) -> Scores:
    other, score = others[sweep.edges], scores[sweep.edges]
    with np.errstate(divide="ignore"):
        for group, next_group, edge, next_edge in sweep.levels:
            through = sums[other[edge:next_edge]]
            through += score[edge:next_edge]
            starts = sweep.starts[group:next_group]
            # The greatest is taken out before the exponential, so that none overflows.
            top = np.maximum(np.maximum.reduceat(through, starts), IMPOSSIBLE)
            through -= top[sweep.groups[edge:next_edge]]
            np.exp(through, out=through)
            sums[sweep.nodes[group:next_group]] = top + np.log(np.add.reduceat(through, starts))
    return sums


def posteriors(lattice: Lattice, scores: Scores) -> Scores:
    """Return the probability of each edge over all paths (forward-backward), shape (e,)."""
    forward = forward_sums(lattice, scores)
    return posteriors_from(lattice, scores, forward)


def posteriors_from(lattice: Lattice, scores: Scores, forward: Scores) -> Scores:
    """Return the probability of each edge, where the forward sums are there already."""
    # Begun with the negative sum over all paths, the backward sums divide by it.
    backward = backward_sums(lattice, scores, -forward[lattice.ends])
    on_path = forward[lattice.tail_ids] + scores + backward[lattice.head_ids]
    probability: Scores = np.exp(np.minimum(on_path, 0.0))
    return probability


def best_path(lattice: Lattice, scores: Scores) -> Ints:
    """Return the edges of the path with the highest sum of scores, piece by piece (Viterbi).

    Raises:
        ValueError: no path leads to the end.
    """
    best = np.full(lattice.nodes, -np.inf)
    best[lattice.begins] = 0.0
    into = np.full(lattice.nodes, -1, dtype=np.int64)
    sweep = lattice.incoming
    tail, score = lattice.tail_ids[sweep.edges], scores[sweep.edges]
    for group, next_group, edge, next_edge in sweep.levels:
        through = best[tail[edge:next_edge]] + score[edge:next_edge]
        starts, nodes = sweep.starts[group:next_group], sweep.nodes[group:next_group]
        top = np.maximum.reduceat(through, starts)
        best[nodes] = top
        groups = sweep.groups[edge:next_edge]
        # Reversed, so that of equally good edges the first is kept.
        winners = np.flatnonzero(through == top[groups])[::-1]
        into[nodes[groups[winners]]] = sweep.edges[winners + edge]
    path: list[int] = []
    for begin, end in zip(lattice.begins[::-1].tolist(), lattice.ends[::-1].tolist(), strict=True):
        node = end
        while node != begin:
            edge = int(into[node])
            if edge < 0:
                raise ValueError("no path leads to the end of a lattice")
            path.append(edge)
            node = int(lattice.tail_ids[edge])
    return np.array(path[::-1], dtype=np.int64)
