"""The probability of each bead of sentences, summed over all paths of clauses that make it.

So is that of each part of a bead, where the parts are what is wanted: that a path has both ends of
the part, whatever lies between. A part whose ends are doubtful is put together with its neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.search.clauses.lattice import ClauseLattice, between_corners
from align.search.clauses.parts import Nearness, Parts, take_in_lone_clauses
from align.search.lattice import Ints, Scores, backward_sums, best_path, forward_sums
from align.search.side import Flags

DOUBTFUL = 0.5
"""A part of a bead with a smaller probability is put together with its neighbour."""


@dataclass(frozen=True, slots=True)
class PathBeads:
    """The beads of sentences on the best path.

    Attributes:
        places: shape (k + 1, 2), the corners between which they stand, counted in clauses.
        scores: shape (k,), the probability of each bead.
        parts: their parts, in order.
    """

    places: Ints
    scores: Scores
    parts: Parts


@dataclass(frozen=True, slots=True)
class _Paths:
    """The sums over all paths of a lattice, begun so that those over whole paths are 1.

    Attributes:
        laid: the lattice.
        scores: shape (edges,).
        is_corner: shape (2, edges), whether the tail and the head of each edge is a corner.
        forward: shape (nodes,), logarithm of the sum over all paths to each node.
        backward: the same from each node to the end, divided by the sum over all paths.
    """

    laid: ClauseLattice
    scores: Scores
    is_corner: Flags
    forward: Scores
    backward: Scores

    def through(self, first: Ints, last: Ints, between: Scores) -> Scores:
        """The probability of paths with some first edge and some last one.

        Args:
            first: shape (k,), the first edges.
            last: the last ones.
            between: the logarithm of the sum over all ways to go from the tail of the first edge
                to the head of the last one.
        """
        begin, end = self.laid.lattice.tail_ids[first], self.laid.lattice.head_ids[last]
        return np.exp(np.minimum(self.forward[begin] + between + self.backward[end], 0))


def path_beads(
    laid: ClauseLattice,
    scores: Scores,
    is_corner: Flags,
    sentences: tuple[Ints, Ints],
    *,
    nearness: Nearness | None = None,
) -> PathBeads:
    """Find the best path, the beads that its corners make, and their probabilities.

    Args:
        laid: the lattice.
        scores: shape (edges,).
        is_corner: shape (2, edges), whether the tail and the head of each edge is a corner.
        sentences: of each side the first clause of each sentence, and the end.
        nearness: tells how near in meaning runs are; with it, parts of beads that are doubtful or
            lack a partner are put together where that mends them. Else each edge is a part.
    """
    lattice = laid.lattice
    forward = forward_sums(lattice, scores)
    backward = backward_sums(lattice, scores, -forward[lattice.ends])
    paths = _Paths(laid, scores, is_corner, forward, backward)
    path = best_path(lattice, scores)
    path = path[(lattice.heads[path] > lattice.tails[path]).any(axis=1)]
    last = np.flatnonzero(is_corner[1, path])
    first = np.append(0, last[:-1] + 1)
    places = np.vstack((lattice.tails[path[:1]], lattice.heads[path[last]]))
    of_beads = _of_pairs(paths, path[first], path[last], places)
    for side in (0, 1):
        alone = np.flatnonzero(places[1:, 1 - side] == places[:-1, 1 - side])
        sentence = np.searchsorted(sentences[side], places[alone, side])
        of_beads[alone] = _of_sentences_alone(paths, side, sentences[side])[sentence]
    beads = np.repeat(np.arange(len(first)), last - first + 1)
    of_edges = paths.through(path, path, scores[path])
    parts = Parts(path, path, beads, of_edges)
    if nearness is not None:
        edges = lattice.tails, lattice.heads
        parts = take_in_lone_clauses(edges, _put_together(paths, parts), nearness)
        parts = _put_together(paths, parts)
    return PathBeads(places, np.minimum(of_beads, 1), parts)


def _put_together(paths: _Paths, parts: Parts) -> Parts:
    """Join parts of a bead that are doubtful with the more doubtful one of their neighbours."""
    lattice = paths.laid.lattice
    while True:
        places = np.vstack((lattice.tails[parts.first[:1]], lattice.heads[parts.last]))
        scores = _of_pairs(paths, parts.first, parts.last, places)
        is_inner = [False, *(parts.beads[1:] == parts.beads[:-1]).tolist(), False]
        dropped: set[int] = set()
        for part in np.flatnonzero(scores < DOUBTFUL).tolist():
            beside = [k for k in (part - 1, part + 1) if is_inner[max(k, part)]]
            if beside:
                other = min(beside, key=scores.__getitem__)
                dropped.add(min(part, other))  # the end behind that one
        if not dropped:
            return Parts(parts.first, parts.last, parts.beads, np.minimum(scores, 1))
        parts = parts.joined(dropped)


def _of_pairs(paths: _Paths, first: Ints, last: Ints, places: Ints) -> Scores:
    """The probability that a path has both corners of each bead and none between."""
    lattice = paths.laid.lattice
    allowed = between_corners(lattice, places, paths.is_corner)
    inner = forward_sums(lattice, np.where(allowed, paths.scores, -np.inf))
    begin, end = lattice.tail_ids[first], lattice.head_ids[last]
    before = np.where(np.isin(begin, lattice.begins), 0, inner[begin])
    return paths.through(first, last, inner[end] - before)


def _of_sentences_alone(paths: _Paths, side: int, sentences: Ints) -> Scores:
    """The probability that each sentence of a side has no partner.

    It may be left out as a whole or clause by clause, from corner to corner, and beside each
    sentence of the other side that a path may reach: it is all the same where.

    Args:
        paths: the sums over all paths.
        side: 0 for the source, 1 for the target.
        sentences: the first clause of each sentence, and the end.
    """
    lattice, scores = paths.laid.lattice, paths.scores
    here, there = lattice.tails[:, side], lattice.tails[:, 1 - side]
    leaves_out = (lattice.heads[:, side] > here) & (lattice.heads[:, 1 - side] == there)
    whole = np.flatnonzero(leaves_out & paths.laid.whole)
    of_whole = paths.through(whole, whole, scores[whole])
    edges = np.flatnonzero(leaves_out & ~paths.laid.whole)
    edges = edges[np.lexsort((here[edges], there[edges]))]
    # Of each sentence and place the edges in the order of its clauses: all of them, or no way.
    sentence = np.searchsorted(sentences, here[edges], side="right") - 1
    changes = (np.diff(sentence, prepend=-1) != 0) | (np.diff(there[edges], prepend=-1) != 0)
    begin = np.flatnonzero(changes)
    end = np.append(begin, len(edges))[1:]
    sizes = np.diff(sentences)[sentence[begin]]
    first, last = edges[begin], edges[end - 1]
    ways = (end - begin == sizes) & paths.is_corner[0, first] & paths.is_corner[1, last]
    sums = np.add.reduceat(scores[edges], begin) if len(begin) else np.zeros(0)
    by_clause = paths.through(first[ways], last[ways], sums[ways])
    alone = np.append(np.searchsorted(sentences, here[whole]), sentence[begin[ways]])
    weights = np.append(of_whole, by_clause)
    return np.bincount(alone, weights, minlength=len(sentences) - 1).astype(np.float64)
