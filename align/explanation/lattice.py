"""Lattices to be explained: a piece with the features and weights that its scores are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from align.search.clauses.search import clause_group, corners, lay_clauses
from align.search.features import Ends, Group
from align.search.lattice import (
    Ints,
    Lattice,
    Scores,
    best_path,
    forward_sums,
    make_lattice,
    with_edges,
)
from align.search.pair import Pair
from align.search.sentences.features import sentence_features
from align.search.sentences.paragraph_features import paragraph_features
from align.search.sentences.search import Outline, lay_out
from align.search.side import Flags
from align.search.weights import Weights, weigh


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bead of sentences by its corners: the sentences done before it, and those behind it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def source(self) -> int:
        """How many source sentences it has."""
        return self.bottom - self.top

    @property
    def target(self) -> int:
        """How many target sentences it has."""
        return self.right - self.left

    def has(self, source: range, target: range) -> bool:
        """Whether it has just these sentences."""
        return list(range(self.top, self.bottom)) == list(source) and list(
            range(self.left, self.right)
        ) == list(target)

    def covers(self, other: Stretch) -> bool:
        """Whether it has all that another has."""
        return (
            self.top <= other.top
            and self.left <= other.left
            and self.bottom >= other.bottom
            and self.right >= other.right
        )

    def touches(self, other: Stretch) -> bool:
        """Whether it has some sentence that another has."""
        return min(self.bottom, other.bottom) > max(self.top, other.top) or min(
            self.right, other.right
        ) > max(self.left, other.left)


@dataclass(frozen=True)
class Searched:
    """One piece of a lattice with all that its scores are made of.

    Attributes:
        lattice: the piece.
        group: the features of its edges.
        weights: the weight of each.
        scores: shape (e,).
        is_corner: shape (2, e), whether the tail and the head of each edge is a corner.
        starts: the first unit of each sentence of both sides, and the end.
    """

    lattice: Lattice
    group: Group
    weights: Mapping[str, float]
    scores: Scores
    is_corner: Flags
    starts: tuple[Ints, Ints]

    def place(self, source: int, target: int) -> Ints:
        """The node behind so many sentences."""
        return np.array([self.starts[0][source], self.starts[1][target]])

    def best(self, allowed: Flags) -> Ints | None:
        """The best path of the edges allowed, or None where they make no path."""
        part = with_edges(self.lattice, allowed)
        if not np.isfinite(forward_sums(part, self.scores[allowed])[part.ends[0]]):
            return None
        kept: Ints = np.flatnonzero(allowed)
        path: Ints = kept[best_path(part, self.scores[allowed])]
        return path

    @cached_property
    def best_of_all(self) -> tuple[Ints | None, tuple[Stretch, ...]]:
        """The best path of all edges, and its beads of sentences."""
        path = self.best(np.ones(len(self.scores), dtype=bool))
        return path, () if path is None else tuple(self.stretches(path))

    def stretches(self, path: Ints) -> list[Stretch]:
        """The beads of sentences of a path."""
        tails, heads = self.lattice.tails[path], self.lattice.heads[path]
        places = np.vstack((tails[:1], heads[self.is_corner[1, path]]))
        rows, columns = (np.searchsorted(self.starts[side], places[:, side]) for side in (0, 1))
        nodes = list(dict.fromkeys(zip(rows.tolist(), columns.tolist(), strict=True)))
        return [Stretch(*node, *following) for node, following in pairwise(nodes)]

    def through(self, place: Ints) -> Flags:
        """The edges of paths that pass a node."""
        before, behind = self.lattice.heads <= place, self.lattice.tails >= place
        passing: Flags = np.logical_or(before.all(axis=1), behind.all(axis=1))
        return passing

    def around(self, place: Ints) -> Flags:
        """The edges of paths that avoid a node."""
        avoiding: Flags = (self.lattice.tails != place).any(axis=1)
        avoiding &= (self.lattice.heads != place).any(axis=1)
        return avoiding


class Window:
    """What the first search left of some hundred sentences, and what the second one made of it.

    Its lattice is laid and its features are computed once for all beads that are in it.
    """

    def __init__(self, pair: Pair, weights: Weights, outline: Outline) -> None:
        """Look at a window; nothing is computed before it is asked for."""
        self.pair = pair
        self.weights = weights
        self.outline = outline
        self._pieces: dict[int, Searched] = {}

    def second_search(self, piece: int) -> Searched:
        """The piece behind a cut, as the second search saw it."""
        if piece not in self._pieces:
            self._pieces[piece] = self._cut_out(piece)
        return self._pieces[piece]

    @cached_property
    def _whole(self) -> tuple[Lattice, Flags, Group]:
        """The lattice of the window, which ends of its edges are corners, and their features."""
        laid = lay_clauses(self.pair, self.outline)
        is_corner = corners(self.pair, laid.lattice)
        group = {
            **clause_group(self.pair, laid, self.outline),
            **paragraph_features(Ends.of(laid.lattice), is_corner, *self.pair.breaks),
        }
        return laid.lattice, is_corner, group

    def _cut_out(self, piece: int) -> Searched:
        lattice, is_corner, group = self._whole
        starts = self.pair.source.clauses.sentences, self.pair.target.clauses.sentences
        first, last = (
            np.array([starts[0][cut[0]], starts[1][cut[1]]])
            for cut in self.outline.cuts[piece : piece + 2]
        )
        inside = (lattice.tails >= first).all(axis=1) & (lattice.heads <= last).all(axis=1)
        inside &= (lattice.heads != first).any(axis=1)
        of_piece = make_lattice(
            (lattice.tails[inside], lattice.heads[inside]),
            (lattice.tail_ids[inside], lattice.head_ids[inside]),
            lattice.begins[[piece]],
            lattice.ends[[piece]],
            lattice.levels,
        )
        chosen = {name: values[inside] for name, values in group.items()}
        weights = {**self.weights.clauses, **self.pair.paragraph_weights(self.weights)}
        scores = weigh(chosen, weights)
        return Searched(of_piece, chosen, weights, scores, is_corner[:, inside], starts)


def first_search(pair: Pair, weights: Weights, begin: Ints, end: Ints) -> Searched:
    """All beads between two corners, as the first search sees them."""
    size = int(end[0] - begin[0]) + 1
    low, high = np.full(size, begin[1]), np.full(size, end[1])
    lattice, cosines = lay_out(pair, low, high, int(begin[0]))
    is_corner = np.ones((2, len(lattice.tails)), dtype=bool)
    source, target = pair.source.clauses, pair.target.clauses
    group = {
        **sentence_features(lattice, source, target, pair.pace, cosines),
        **paragraph_features(Ends.of(lattice), is_corner, pair.source.breaks, pair.target.breaks),
    }
    of_group = {**weights.sentences, **pair.paragraph_weights(weights)}
    units = np.arange(len(pair.source) + 1), np.arange(len(pair.target) + 1)
    return Searched(lattice, group, of_group, weigh(group, of_group), is_corner, units)
