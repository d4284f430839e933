"""The first search, over sentences: which sentence beads are worth a closer look, and where to cut.

It is quick and coarse. What it finds all but impossible is left out of the second search; where it
is all but certain that both sides' sentences end together, the text is cut.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.search.cosines import Cosines
from align.search.features import Ends
from align.search.lattice import (
    Ints,
    Lattice,
    Scores,
    best_path,
    build_lattice,
    edge_types,
    posteriors,
)
from align.search.pair import Pair
from align.search.sentences.features import sentence_features
from align.search.sentences.paragraph_features import paragraph_features
from align.search.side import Flags
from align.search.weights import Weights, weigh

LONGEST = 7
"""Most sentences on one side of a bead."""

MOST_SENTENCES = 8
"""Most sentences on both sides of a bead together."""

TYPES = edge_types(LONGEST, MOST_SENTENCES)

POSSIBLE = 1e-4
"""The posterior from which a bead is looked at again."""

MOST_BEADS = 12
"""The most beads looked at again, for each sentence of both sides."""

SURE = 0.9995
"""The posterior from which a node counts as sure: a text may be cut there."""

TRUSTED = 0.5
"""The trust in paragraph breaks from which a text is cut where they agree (`align.search.trust`).
"""

APART = 24
"""Sentences of both sides together from one cut to the next, at least."""

Node = tuple[int, int]
"""How many source and how many target sentences are done."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What the first search found between two nodes.

    Attributes:
        beads: shape (k, 4), the possible beads: first source and first target sentence, and the
            ones after the last.
        cuts: shape (c, 2), the start, the cuts, and the end.
        certainty: shape (c,), the posterior of each cut's node.
        cosines: the cosines of runs of sentences.
    """

    beads: Ints
    cuts: Ints
    certainty: Scores
    cosines: Cosines


def search_sentences(pair: Pair, weights: Weights, at: Node, end: Node) -> Outline:
    """Search between two nodes, inside the pair's band."""
    return search_band(pair, weights, *band_between(pair, at, end), at[0])


def band_between(pair: Pair, at: Node, end: Node) -> tuple[Ints, Ints]:
    """The first and the last column of each row of the pair's band between two nodes."""
    rows = slice(at[0], end[0] + 1)
    low = np.clip(pair.band.low[rows], at[1], end[1])
    high = np.clip(pair.band.high[rows], at[1], end[1])
    low[0], high[-1] = at[1], end[1]
    return low, high


def search_band(pair: Pair, weights: Weights, low: Ints, high: Ints, first_row: int) -> Outline:
    """Search inside a band of its own; its corners are the start and the end."""
    lattice, cosines = lay_out(pair, low, high, first_row)
    scores = score_sentences(pair, weights, lattice, cosines)
    posterior = posteriors(lattice, scores)
    possible = posterior > POSSIBLE
    most = MOST_BEADS * int((lattice.heads[-1] - lattice.tails[0]).sum())
    if possible.sum() > most:
        possible = posterior >= np.partition(posterior, -most)[-most]
    # Where very much is possible, each bead by itself is unlikely: one path at least is kept.
    best = best_path(lattice, scores)
    possible[best] = True
    cuts, certainty = _cuts(pair, lattice, posterior, best)
    beads = np.column_stack((lattice.tails[possible], lattice.heads[possible]))
    return Outline(beads[~_over_a_cut(beads, cuts)], cuts, certainty, cosines)


def lay_out(pair: Pair, low: Ints, high: Ints, first_row: int) -> tuple[Lattice, Cosines]:
    """Lay all beads into a band, and compute the cosines of its runs."""
    cosines = Cosines(
        (pair.source.clauses.reading, pair.target.clauses.reading),
        (pair.source.clauses.sentences, pair.target.clauses.sentences),
        (low, high),
        first_row,
        LONGEST,
        rough=True,
    )
    return build_lattice(low, high, TYPES, first_row), cosines


def score_sentences(pair: Pair, weights: Weights, lattice: Lattice, cosines: Cosines) -> Scores:
    """Score the edges of a lattice of sentences."""
    group = sentence_features(lattice, pair.source.clauses, pair.target.clauses, pair.pace, cosines)
    return weigh(group, weights.sentences) + score_paragraphs(
        pair,
        weights,
        Ends.of(lattice),
        np.ones((2, len(lattice.tails)), dtype=bool),
        by_clause=False,
    )


def score_paragraphs(
    pair: Pair, weights: Weights, ends: Ends, corners: Flags, *, by_clause: bool
) -> Scores:
    """Score what the paragraphs say of beads, of clauses or of sentences.

    `corners`, shape (2, k), says whether each bead begins, and ends, between sentences.
    """
    breaks = pair.breaks if by_clause else (pair.source.breaks, pair.target.breaks)
    if not any(side.begins.any() for side in breaks):
        return np.zeros(corners.shape[1])
    group = paragraph_features(ends, corners, *breaks)
    return weigh(group, pair.paragraph_weights(weights))


def _cuts(pair: Pair, lattice: Lattice, posterior: Scores, path: Ints) -> tuple[Ints, Scores]:
    """Choose the start, the nodes where the text is cut, and the end, each with its posterior.

    Where the best path ends paragraphs on both sides, and breaks can be trusted, it is cut: which
    paragraphs belong together is decided here, by whole sentences. Clause by clause it would too
    often seem best to give each clause of a paragraph too many some partner near by. Elsewhere it
    is cut at sure nodes that stand apart, never beside a sentence that may have no partner.
    """
    reached, unsure = np.zeros((2, lattice.nodes))
    np.add.at(reached, lattice.head_ids, posterior)
    alone = (lattice.heads == lattice.tails).any(axis=1)
    np.add.at(unsure, lattice.head_ids[alone], posterior[alone])
    np.add.at(unsure, lattice.tail_ids[alone], posterior[alone])
    sure = (reached > SURE) & (unsure < 1 - SURE)
    ends = pair.source.breaks.begins[lattice.heads[path, 0]]
    ends = ends & pair.target.breaks.begins[lattice.heads[path, 1]] & (pair.trust >= TRUSTED)
    paragraph = np.zeros(lattice.nodes, dtype=bool)
    paragraph[lattice.head_ids[path[ends]]] = True
    edges = np.flatnonzero((sure | paragraph)[lattice.head_ids])
    nodes, first = np.unique(lattice.head_ids[edges], return_index=True)
    places = lattice.heads[edges[first]]
    cuts, certainty = [lattice.tails[path[0]]], [1.0]
    end = lattice.heads[path[-1]]
    for k in np.argsort(places.sum(axis=1), kind="stable").tolist():
        far = (places[k] - cuts[-1]).sum() >= APART
        if (far or paragraph[nodes[k]]) and (places[k] < end).any():
            cuts.append(places[k])
            certainty.append(float(reached[nodes[k]]))
    return np.array([*cuts, end]), np.minimum([*certainty, 1.0], 1.0)


def _over_a_cut(beads: Ints, cuts: Ints) -> Flags:
    """Which beads don't lie between two successive cuts."""
    diagonals = cuts.sum(axis=1)
    piece = np.searchsorted(diagonals, beads[:, :2].sum(axis=1), side="right") - 1
    piece = np.minimum(piece, len(cuts) - 2)
    inside = (beads[:, :2] >= cuts[piece]) & (beads[:, 2:] <= cuts[piece + 1])
    outside: Flags = ~inside.all(axis=1)
    return outside
