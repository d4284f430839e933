"""The second search, over clauses: beads of sentences are read off its path, with posteriors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

import numpy as np

from align.doubts import Doubt, Reason
from align.search.clauses.features import Sight, clause_features
from align.search.clauses.lattice import (
    LONGEST,
    ClauseLattice,
    Rectangles,
    build_clause_lattice,
)
from align.search.clauses.posteriors import path_beads
from align.search.cosines import Cosines
from align.search.features import Ends, Group
from align.search.lattice import Ints, Lattice, Scores
from align.search.pair import Pair
from align.search.sentences.search import Outline, score_paragraphs
from align.search.side import Flags
from align.search.weights import Weights, weigh


@dataclass(frozen=True, slots=True)
class Run:
    """A bead by the numbers of its units: from the first to the one after the last.

    Attributes:
        source: first source unit and the one after the last; equal where the bead has none.
        target: the same for the target.
        score: the bead's posterior, the probability that just these units belong together.
        clauses: of a bead of sentences the beads of clauses that it is made of.
        doubts: what its score was multiplied by after the search.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    score: float
    clauses: tuple[Run, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def only_source(self) -> bool:
        """Whether it has no target unit (1-0)."""
        return self.target[0] == self.target[1]

    @property
    def only_target(self) -> bool:
        """Whether it has no source unit (0-1)."""
        return self.source[0] == self.source[1]

    def turned(self) -> Run:
        """The same with the sides changed."""
        parts = tuple(part.turned() for part in self.clauses)
        return replace(self, source=self.target, target=self.source, clauses=parts)

    def times(self, probability: float, reason: Reason) -> Run:
        """The same with its score, and those of its clauses, multiplied, for some reason."""
        return replace(
            self,
            score=self.score * probability,
            clauses=tuple(part.times(probability, reason) for part in self.clauses),
            doubts=(*self.doubts, Doubt(reason, probability)),
        )


def search_clauses(
    pair: Pair, weights: Weights, outline: Outline, *, sure_parts: bool = False
) -> list[Run]:
    """Search among the beads that the first search left; give the beads of sentences.

    Args:
        pair: both sides.
        weights: of the features.
        outline: what the first search left.
        sure_parts: whether clauses that are doubtful by themselves, or lack a partner, are put
            together with their neighbours where that mends them.
    """
    laid = lay_clauses(pair, outline)
    lattice = laid.lattice
    scores = score_clauses(pair, weights, laid, outline)
    sentences = pair.source.clauses.sentences, pair.target.clauses.sentences
    nearness = partial(_nearness, pair) if sure_parts else None
    found = path_beads(laid, scores, corners(pair, lattice), sentences, nearness=nearness)
    ends = [np.searchsorted(sentences[side], found.places[:, side]).tolist() for side in (0, 1)]
    # Inside a piece all is as if its ends were certain, so what lies beside them bears their doubt.
    certainty = dict(zip(map(tuple, outline.cuts.tolist()), outline.certainty, strict=True))
    certain = np.array([certainty.get(place, 1.0) for place in zip(*ends, strict=True)])
    certain = np.minimum(certain[:-1], certain[1:])
    of_bead = found.scores * certain
    runs = []
    parted = np.searchsorted(found.parts.beads, np.arange(len(of_bead) + 1)).tolist()
    for k, (first, end) in enumerate(pairwise(parted)):
        alone = ends[0][k] == ends[0][k + 1] or ends[1][k] == ends[1][k + 1]
        tails = lattice.tails[found.parts.first[first:end]].tolist()
        heads = lattice.heads[found.parts.last[first:end]].tolist()
        parts = (
            Run(
                (top, bottom),
                (left, right),
                float(of_bead[k] if alone else found.parts.scores[place] * certain[k]),
            )
            for place, ((top, left), (bottom, right)) in enumerate(
                zip(tails, heads, strict=True), start=first
            )
        )
        runs.append(
            Run(
                (ends[0][k], ends[0][k + 1]),
                (ends[1][k], ends[1][k + 1]),
                float(of_bead[k]),
                tuple(parts),
            )
        )
    return runs


def _nearness(pair: Pair, tails: Ints, heads: Ints) -> Scores:
    """The cosines of the two sides of runs of clauses."""
    source, target = (
        side.clauses.reading.embed(np.stack((tails[:, k], heads[:, k]), axis=1))
        for k, side in enumerate((pair.source, pair.target))
    )
    cosines: Scores = np.vecdot(source, target).astype(np.float64)
    return cosines


def lay_clauses(pair: Pair, outline: Outline) -> ClauseLattice:
    """Lay the clauses of possible sentence beads into a lattice."""
    source, target = pair.source.clauses.sentences, pair.target.clauses.sentences
    top, left, bottom, right = outline.beads.T
    beads = Rectangles(source[top], target[left], source[bottom], target[right])
    cuts = np.stack((source[outline.cuts[:, 0]], target[outline.cuts[:, 1]]), axis=1)
    return build_clause_lattice(beads, cuts)


def clause_group(pair: Pair, laid: ClauseLattice, outline: Outline) -> Group:
    """Compute the features of a lattice of clauses."""
    source, target = pair.source.clauses, pair.target.clauses
    table = Cosines(
        (source.reading, target.reading),
        (np.arange(len(source) + 1), np.arange(len(target) + 1)),
        (laid.low, laid.high),
        int(laid.lattice.tails[:, 0].min()),
        LONGEST,
    )
    return clause_features(
        laid, Sight(source, target, pair.pace, table, outline.cosines, pair.words)
    )


def score_clauses(pair: Pair, weights: Weights, laid: ClauseLattice, outline: Outline) -> Scores:
    """Score the edges of a lattice of clauses."""
    group = clause_group(pair, laid, outline)
    return weigh(group, weights.clauses) + score_paragraphs(
        pair, weights, Ends.of(laid.lattice), corners(pair, laid.lattice), by_clause=True
    )


def corners(pair: Pair, lattice: Lattice) -> Flags:
    """Whether the tail and the head of each edge is a corner: shape (2, e)."""
    ends = []
    for side in (pair.source.clauses, pair.target.clauses):
        flags = np.zeros(len(side) + 1, dtype=bool)
        flags[side.sentences] = True
        ends.append(flags)
    return np.stack(
        [ends[0][places[:, 0]] & ends[1][places[:, 1]] for places in (lattice.tails, lattice.heads)]
    )
