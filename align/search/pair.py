"""Two sides that are to be aligned, and what is known of them as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from align.encoders import Floats
from align.search.band import Band, find_band
from align.search.common_words import CommonWords, find_common_words
from align.search.features import Pace
from align.search.numbering import number_weights
from align.search.sentences.features import sentence_lengths
from align.search.side import Breaks, Clauses, Ints, Side
from align.search.weights import Weights

NEAR = 4
"""Sentences between two pairs of the chain over which the pace is taken."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides, neither of them empty.

    Attributes:
        source: the source.
        target: the target.
        chain: shape (k, 2), likely pairs of sentences, growing on both sides.
        band: where a path of sentences may run.
        pace: how fast the target goes.
        numbers: the weights of an equal and of another paragraph number.
        breaks: the paragraphs of both sides by clause.
        words: the words that both sides have.
        trust: how far their breaks are to be trusted, from 0 to 1 (`align.search.trust`).
    """

    source: Side
    target: Side
    chain: Ints
    band: Band
    pace: Pace
    numbers: tuple[float, float]
    breaks: tuple[Breaks, Breaks]
    words: CommonWords
    trust: float = 1.0

    def paragraph_weights(self, weights: Weights) -> Mapping[str, float]:
        """The weights of the paragraph features, for these documents."""
        same, other = self.numbers
        return {
            **{name: weight * self.trust for name, weight in weights.paragraphs.items()},
            "same number": same,
            "other number": other,
        }


def make_pair(source: Side, target: Side) -> Pair:
    """Look at both sides as a whole."""
    workers = source.clauses.reading.workers
    chain, band = find_band(_embed_sentences(source), _embed_sentences(target), workers)
    return Pair(
        source, target, chain, band,
        _pace(chain, source.clauses, target.clauses),
        number_weights(chain, source.breaks, target.breaks),
        (
            source.breaks.at_clauses(source.clauses.sentences),
            target.breaks.at_clauses(target.clauses.sentences),
        ),
        find_common_words(chain, source.clauses, target.clauses),
    )  # fmt: skip


def _embed_sentences(side: Side) -> Floats:
    sentences = side.clauses.sentences
    return side.clauses.reading.embed(np.stack((sentences[:-1], sentences[1:]), axis=1))


def _pace(chain: Ints, source: Clauses, target: Clauses) -> Pace:
    """Take the pace between pairs of the chain that are near each other on both sides.

    So what is missing from one side, however much, does not count; where no two pairs are near,
    everything does.
    """
    near = np.flatnonzero((np.diff(chain, axis=0) <= NEAR).all(axis=1))
    ends = np.array([(0, 0), (len(source.sentences) - 1, len(target.sentences) - 1)])
    begin, end = (chain[near], chain[near + 1]) if len(near) else (ends[:1], ends[1:])
    rates = []
    for measure in (sentence_lengths, _clause_counts):
        before = np.append(0, np.cumsum(measure(source)))
        other_before = np.append(0, np.cumsum(measure(target)))
        went = (before[end[:, 0]] - before[begin[:, 0]]).sum()
        rates.append(float((other_before[end[:, 1]] - other_before[begin[:, 1]]).sum() / went))
    return Pace(*rates)


def _clause_counts(clauses: Clauses) -> Ints:
    counts: Ints = np.diff(clauses.sentences)
    return counts
