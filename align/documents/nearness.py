"""Pairs that are paired in spite of their meaning: what two documents say of themselves.

A posterior compares ways to align two texts that are taken for versions of each other. Where the
one has at some place another text than the other, or the same number before other words, pairing
the two is still the best way, and sure. But how near to each other the paragraphs of these
documents are that translate each other, and how near those that don't, shows in the documents. So
each pair's score is multiplied by the probability that it is one of the former, by Bayes' rule.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from align.documents.grouping import Group, embed_sentences, extent, text_length
from align.search.clauses.search import Run
from align.search.side import Side, Values

FEWEST = 8
"""Pairs from which it can be said how near the documents' translations are."""

SHORTEST = 12
"""The characters that the shorter side has at least: headings, and dates, say too little."""

STRANGE = 0.02
"""The share of pairs that are believed to be none, before anything is seen."""

LEAST_SPREAD = 0.03
"""No document's translations are taken to be more alike in their cosines than that."""

APART = range(1, FEWEST)
"""How many pairs further on those stand that a paragraph is compared with as no translations."""


def doubt_the_strange(groups: Sequence[Group], source: Side, target: Side) -> list[Group]:
    """Lower the scores of pairs that are much further from each other than the documents' others.

    Nothing is paired otherwise, and of too few pairs nothing can be said.

    Args:
        groups: runs by whole paragraphs.
        source: the source.
        target: the target.
    """
    extents = [extent(group) for group in groups]
    paired = [k for k, sides in enumerate(extents) if _shorter(sides, source, target) >= SHORTEST]
    doubted = list(groups)
    if len(paired) < FEWEST:
        return doubted
    left = embed_sentences(source, [extents[k][0] for k in paired])
    right = embed_sentences(target, [extents[k][1] for k in paired])
    own = np.einsum("ij,ij->i", left, right)
    others = np.stack([np.einsum("ij,ij->i", left, np.roll(right, k, axis=0)) for k in APART])
    for k, probability in zip(paired, _probabilities(own, others).tolist(), strict=True):
        doubted[k] = [_times(run, probability) for run in groups[k]]
    return doubted


def _shorter(sides: tuple[range, range], source: Side, target: Side) -> float:
    """How many characters the shorter side of a group has."""
    return min(text_length(source, sides[0]), text_length(target, sides[1]))


def _probabilities(own: Values, others: Values) -> Values:
    """The probability that each pair is a translation, from its cosine.

    Translations are taken to follow Laplace's distribution below their median, since some are far
    from it; what is nearer than the median is no stranger than it. What is no translation follows
    the normal distribution.

    Args:
        own: the cosines of the pairs.
        others: the cosines of paragraphs that are no translations of each other.
    """
    middle, quarter = np.quantile(own, 0.5), np.quantile(own, 0.25)
    scale = max((middle - quarter) / math.log(2), LEAST_SPREAD)
    mean, deviation = others.mean(), max(others.std(), LEAST_SPREAD)
    below = np.minimum(own - middle, 0) / scale
    above = np.maximum(own - mean, 0) / deviation
    right = (1 - STRANGE) * np.exp(below) / (2 * scale)
    wrong = STRANGE * np.exp(-(above**2) / 2) / (deviation * math.sqrt(2 * math.pi))
    probabilities: Values = right / (right + wrong)
    return probabilities


def _times(run: Run, probability: float) -> Run:
    """Multiply the scores of a run, and of its clauses."""
    parts = tuple(_times(part, probability) for part in run.clauses)
    return replace(run, score=run.score * probability, clauses=parts)
