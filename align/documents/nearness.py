"""Pairs that are paired in spite of their meaning: what two documents say of themselves.

A posterior compares ways to align two texts that are taken for versions of each other. Where the
one has at some place another text than the other, or the same number before other words, pairing
the two is still the best way, and sure. But how near to each other the paragraphs of these
documents are that translate each other, and how near those that don't, shows in the documents. So
each pair's score is multiplied by the probability that it is one of the former, by Bayes' rule.
How many of the pairs are, before their cosines are seen, is told by how many are ahead of all their
rivals (`align.documents.moved.rivals`): of documents that are strangers to each other, hardly any.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from align.documents.grouping import Group, embed_sentences, extent
from align.documents.moved.rivals import BELIEVED, is_telling, odds_of_groups, share_of_translations
from align.search.side import Side, Values

FEWEST = 8
"""Pairs from which it can be said how near the documents' translations are."""

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
    paired = [k for k, sides in enumerate(extents) if is_telling(sides, source, target)]
    doubted = list(groups)
    if len(paired) < FEWEST:
        return doubted
    left = embed_sentences(source, [extents[k][0] for k in paired])
    right = embed_sentences(target, [extents[k][1] for k in paired])
    own = np.einsum("ij,ij->i", left, right)
    others = np.stack([np.einsum("ij,ij->i", left, np.roll(right, k, axis=0)) for k in APART])
    share = min(share_of_translations(odds_of_groups(groups, source, target)), BELIEVED)
    for k, probability in zip(paired, _probabilities(own, others, share).tolist(), strict=True):
        doubted[k] = [run.times(probability) for run in groups[k]]
    return doubted


def _probabilities(own: Values, others: Values, share: float) -> Values:
    """The probability that each pair is a translation, from its cosine.

    Translations are taken to follow Laplace's distribution below their median, since some are far
    from it; what is nearer than the median is no stranger than it. What is no translation follows
    the normal distribution.

    Args:
        own: the cosines of the pairs.
        others: the cosines of paragraphs that are no translations of each other.
        share: the share of the pairs that are translations; they are taken to be the nearest ones.
    """
    nearest = share / BELIEVED
    middle, quarter = np.quantile(own, [1 - nearest / 2, 1 - 3 * nearest / 4])
    scale = max((middle - quarter) / math.log(2), LEAST_SPREAD)
    mean, deviation = others.mean(), max(others.std(), LEAST_SPREAD)
    below = np.minimum(own - middle, 0) / scale
    above = np.maximum(own - mean, 0) / deviation
    right = share * np.exp(below) / (2 * scale)
    wrong = (1 - share) * np.exp(-(above**2) / 2) / (deviation * math.sqrt(2 * math.pi))
    probabilities: Values = right / (right + wrong)
    return probabilities
