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

    Paragraphs are looked at as wholes, and of those with several runs each run as well: in two
    paragraphs that translate each other a sentence may be paired with one that says something else,
    as where each side lacks another one. Nothing is paired otherwise, and of too few pairs nothing
    can be said.

    Args:
        groups: runs by whole paragraphs.
        source: the source.
        target: the target.
    """
    share = min(share_of_translations(odds_of_groups(groups, source, target)), BELIEVED)
    of_groups = _beliefs([extent(group) for group in groups], source, target, share)
    runs = [extent([run]) for group in groups for run in group]
    of_runs = iter(_beliefs(runs, source, target, share))
    doubted = []
    for group, whole in zip(groups, of_groups, strict=True):
        parts = [next(of_runs) for _ in group]
        several = len(group) > 1
        doubted.append(
            [
                run.times(min(whole, part) if several else whole)
                for run, part in zip(group, parts, strict=True)
            ]
        )
    return doubted


def _beliefs(
    pairs: Sequence[tuple[range, range]], source: Side, target: Side, share: float
) -> list[float]:
    """The probability that each pair is a translation; 1 where nothing can be said.

    Args:
        pairs: the sentences of both sides; some have none on one of them.
        source: the source.
        target: the target.
        share: the share of the pairs that are translations.
    """
    beliefs = [1.0] * len(pairs)
    telling = [k for k, sides in enumerate(pairs) if is_telling(sides, source, target)]
    if len(telling) < FEWEST:
        return beliefs
    left = embed_sentences(source, [pairs[k][0] for k in telling])
    right = embed_sentences(target, [pairs[k][1] for k in telling])
    own = np.einsum("ij,ij->i", left, right)
    others = np.stack([np.einsum("ij,ij->i", left, np.roll(right, k, axis=0)) for k in APART])
    for k, probability in zip(telling, _probabilities(own, others, share).tolist(), strict=True):
        beliefs[k] = probability
    return beliefs


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
