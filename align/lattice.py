"""A lattice of beads, its best path, and the posterior of each bead.

A node (i, j) says that the first i source units and the first j target units are done; an edge
from one node to another is a bead that takes the units between them. A path from the start to the
end is an alignment. With a score for each edge the lattice is a semi-Markov conditional random
field (Sarawagi and Cohen, 2004): a path's probability is proportional to the exponential of the
sum of its scores, and forward-backward gives the probability that a bead is on the path.

Every edge leads to a greater i + j, so all edges into one such diagonal are computed at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Edges, sorted by the diagonal they lead to, then by the node they lead to.

    Attributes:
        tails: shape (e, 2), the node (i, j) that each edge leaves.
        heads: shape (e, 2), the node that it leads to; no coordinate lower than the tail's.
        tail_ids: shape (e,), the tail's number among the nodes.
        head_ids: shape (e,), the head's number; node 0 is the start, the last one the end.
        nodes: how many nodes there are.
        diagonals: shape (d + 1,), where the edges of each diagonal begin; the last is e.
    """

    tails: Ints
    heads: Ints
    tail_ids: Ints
    head_ids: Ints
    nodes: int
    diagonals: Ints


def build_lattice(low: Ints, high: Ints, types: Ints, first_row: int = 0) -> Lattice:
    """Lay all beads of the given types between the nodes of a band.

    Args:
        low: shape (r,), the first j of each row of the band; the start is in column low[0].
        high: shape (r,), the last j of each row; the end is in column high[-1].
        types: shape (t, 2), the beads (p, q) allowed: p source units against q target units.
        first_row: the i of the first row; the rows follow it one by one.
    """
    widths = high - low + 1
    rows = np.repeat(np.arange(len(low)), widths)
    columns = np.arange(widths.sum()) - np.repeat(np.cumsum(widths) - widths, widths) + low[rows]
    order = np.lexsort((rows, rows + columns))
    first = np.cumsum(widths) - widths
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    heads, tails = [], []
    for p, q in types:
        i, j = rows - p, columns - q
        row = np.maximum(i, 0)
        inside = (i >= 0) & (j >= low[row]) & (j <= high[row])
        heads.append(np.stack((rows[inside], columns[inside]), axis=1))
        tails.append(np.stack((i[inside], j[inside]), axis=1))
    head, tail = np.concatenate(heads), np.concatenate(tails)
    head_ids = rank[first[head[:, 0]] + head[:, 1] - low[head[:, 0]]]
    tail_ids = rank[first[tail[:, 0]] + tail[:, 1] - low[tail[:, 0]]]
    head[:, 0] += first_row
    tail[:, 0] += first_row
    by_head = np.argsort(head_ids, kind="stable")
    diagonal = head[by_head].sum(axis=1)
    starts = np.flatnonzero(np.diff(diagonal, prepend=-1))
    return Lattice(
        tail[by_head],
        head[by_head],
        tail_ids[by_head],
        head_ids[by_head],
        len(order),
        np.append(starts, len(diagonal)),
    )


def best_path(lattice: Lattice, scores: Scores) -> Ints:
    """Return the edges of the path with the highest sum of scores, in their order (Viterbi)."""
    best = np.full(lattice.nodes, -np.inf)
    best[0] = 0.0
    incoming = np.full(lattice.nodes, -1, dtype=np.int64)
    for begin, end in zip(lattice.diagonals[:-1], lattice.diagonals[1:], strict=True):
        ids = lattice.head_ids[begin:end]
        through = best[lattice.tail_ids[begin:end]] + scores[begin:end]
        groups = np.flatnonzero(np.diff(ids, prepend=-1))
        top = np.maximum.reduceat(through, groups)
        best[ids[groups]] = top
        sizes = np.diff(np.append(groups, len(ids)))
        winners = np.flatnonzero(through == np.repeat(top, sizes))
        # Reversed, so that of equally good edges the first is kept.
        incoming[ids[winners[::-1]]] = winners[::-1] + begin
    path = []
    node = lattice.nodes - 1
    while node:
        edge = incoming[node]
        path.append(edge)
        node = lattice.tail_ids[edge]
    return np.array(path[::-1], dtype=np.int64)


def posteriors(lattice: Lattice, scores: Scores) -> Scores:
    """Return the probability of each edge over all paths (forward-backward), shape (e,)."""
    forward = np.full(lattice.nodes, -np.inf)
    forward[0] = 0.0
    slices = list(zip(lattice.diagonals[:-1], lattice.diagonals[1:], strict=True))
    for begin, end in slices:
        ids = lattice.head_ids[begin:end]
        groups = np.flatnonzero(np.diff(ids, prepend=-1))
        through = forward[lattice.tail_ids[begin:end]] + scores[begin:end]
        forward[ids[groups]] = np.logaddexp.reduceat(through, groups)
    backward = np.full(lattice.nodes, -np.inf)
    backward[-1] = 0.0
    for begin, end in reversed(slices):
        through = backward[lattice.head_ids[begin:end]] + scores[begin:end]
        np.logaddexp.at(backward, lattice.tail_ids[begin:end], through)
    total = forward[-1]
    on_path = forward[lattice.tail_ids] + scores + backward[lattice.head_ids] - total
    probability: Scores = np.exp(np.minimum(on_path, 0.0))
    return probability
