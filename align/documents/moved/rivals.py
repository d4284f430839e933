"""Whether paragraphs are translations of each other: by how much they are ahead of their rivals.

A cosine alone does not tell it: of two documents that have nothing to do with each other some
paragraphs are still the nearest to each other. But such are hardly nearer than the next ones. The
greatest of many random likenesses is ahead of the second by a random amount that follows the
exponential distribution, and its mean can be read off how far the second is ahead of the third, and
so on (Rényi's spacings, 1953). A translation is ahead of all that it could be taken for by much
more. And how many of a document's pairs are ahead like that says how far the two documents are
versions of each other at all, so what is believed of one pair before its lead is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from align.documents.grouping import Group, embed_sentences, extent, pieces, text_length
from align.encoders import Floats
from align.search.side import Side, Values

_T = TypeVar("_T")

SHORTEST = 12
"""The characters that the shorter side of a pair has at least, for it to tell of the documents:
headings, and dates, say too little."""

LOOKED_AT = 256
"""So many pairs, all over the documents, are enough to tell what share of them translates."""

SPACINGS = 4
"""The rivals of each paragraph whose distances from each other are looked at."""

LEAST_LEAD, MOST_LEAD = 0.02, 0.12
"""Between these the mean lead by chance is taken to be (measured: .025 to .11)."""

LEAD = 0.2
"""The mean lead of translations (measured: .12 to .27)."""

AHEAD, BY_CHANCE = 0.45, 0.05
"""The least share of translations, and the usual one of strangers, that are ahead of all rivals
(measured: .46 in the freest translation of a novel, above .9 in law; and 0 to .12). So only where
hardly any pair is ahead the documents are taken for strangers to each other."""

SAME = 0.99
"""A paragraph so like another of its side is no rival of that, but says the same."""

BELIEVED = 0.98
"""The share of translations among pairs before anything is seen: who aligns two documents has
versions of one."""

SEEN_BEFORE = 1
"""So many pairs that belief weighs."""

ROUNDS = 50
"""Of the expectation and maximization that finds the share."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """Both sides' paragraphs, as rivals of those that are paired.

    Attributes:
        rows: shape (n, d), the source paragraphs embedded.
        columns: shape (m, d), the target paragraphs.
        chance: the mean lead of a paragraph by chance.
    """

    rows: Floats
    columns: Floats
    chance: float

    @classmethod
    def of(
        cls, groups: Sequence[Group], source: Side, target: Side, most: int | None = None
    ) -> Rivals:
        """Embed what stands on each side of groups, neither of the sides empty.

        Args:
            groups: runs by whole paragraphs.
            source: the source.
            target: the target.
            most: so many of each side are enough, all over the documents.
        """
        rows, columns = (
            embed_sentences(
                side, _some([part for group in groups for part in pieces(group, place)], most)
            )
            for place, side in enumerate((source, target))
        )
        return cls.of_vectors(rows, columns)

    @classmethod
    def of_vectors(cls, rows: Floats, columns: Floats) -> Rivals:
        """Find how far they are ahead of each other by chance."""
        leads = np.concatenate((_spacings(rows, columns), _spacings(columns, rows)))
        mean = float(leads.mean()) if len(leads) else 0.0
        return cls(rows, columns, min(max(mean, LEAST_LEAD), MOST_LEAD))

    def leads(self, left: Floats, right: Floats) -> Values:
        """By how much the paragraphs of pairs are nearer to each other than to any rival.

        Args:
            left: shape (k, d), the source paragraphs of the pairs.
            right: shape (k, d), the target paragraphs.
        """
        own: Values = np.einsum("ij,ij->i", left, right)
        best = np.maximum(
            _best_rival(left, right, self.columns), _best_rival(right, left, self.rows)
        )
        return own - best

    def odds(self, leads: Values) -> Values:
        """How many times likelier leads above 0 are of translations than by chance."""
        steeper = 1 / self.chance - 1 / LEAD
        odds: Values = self.chance / LEAD * np.exp(np.maximum(leads, 0) * steeper)
        return odds

    def odds_of_pairs(self, leads: Values) -> Values:
        """The same of pairs of the search, which need not be ahead of their rivals."""
        ahead = AHEAD / BY_CHANCE * self.odds(leads)
        odds: Values = np.where(leads > 0, ahead, (1 - AHEAD) / (1 - BY_CHANCE))
        return odds


def odds_of_groups(groups: Sequence[Group], source: Side, target: Side) -> Values:
    """How many times likelier what is seen of each group is if it is a pair of translations.

    Where there are many, only some are looked at, all over the documents, and only some are their
    rivals: among thousands something is near to anything.
    """
    paired = [sides for sides in map(extent, groups) if is_telling(sides, source, target)]
    if not paired:
        return np.empty(0)
    some = _some(paired, LOOKED_AT)
    left, right = (
        embed_sentences(side, [sides[place] for sides in some])
        for place, side in enumerate((source, target))
    )
    rivals = Rivals.of(groups, source, target, LOOKED_AT)
    return rivals.odds_of_pairs(rivals.leads(left, right))


def _some(items: Sequence[_T], most: int | None) -> Sequence[_T]:
    """No more than so many of some items, at even distances; all without a limit."""
    return items[:: -(-len(items) // most)] if items and most else items


def share_of_translations(odds: Values, strangers: float = 0) -> float:
    """The share of pairs that are translations, by expectation and maximization.

    Args:
        odds: how many times likelier what is seen of each pair is if it is one.
        strangers: how many more there are of which it is known that they are none.
    """
    share = BELIEVED
    count = len(odds) + strangers + SEEN_BEFORE
    for _ in range(ROUNDS):
        share = float(probabilities(odds, share).sum() + SEEN_BEFORE * BELIEVED) / count
    return share


def probabilities(odds: Values, share: float) -> Values:
    """The probability that each pair is a translation, by Bayes' rule."""
    found: Values = share * odds / (share * odds + 1 - share)
    return found


def is_telling(sides: tuple[range, range], source: Side, target: Side) -> bool:
    """Whether sentences are a pair that is long enough on both sides to tell of the documents."""
    return min(text_length(source, sides[0]), text_length(target, sides[1])) >= SHORTEST


def _best_rival(vectors: Floats, partners: Floats, others: Floats) -> Values:
    """The cosine of each vector with the nearest of the others that is not like its partner."""
    best = np.full(len(vectors), -1.0)
    for begin in range(0, len(vectors), LOOKED_AT):
        part = slice(begin, begin + LOOKED_AT)
        is_rival = partners[part] @ others.T < SAME
        cosines = np.where(is_rival, vectors[part] @ others.T, -1.0)
        best[part] = cosines.max(axis=1)
    return best


def _spacings(vectors: Floats, others: Floats) -> Values:
    """How far the rivals of some paragraphs are ahead of the next: the mean of their spacings.

    The nearest may be the translation, so it is left out. What the first k of the others are
    nearer, on average, than the one behind them is the mean of their spacings, each times its
    rank.
    """
    some = vectors[:: max(1, -(-len(vectors) // LOOKED_AT))]
    ranks = min(SPACINGS, len(others) - 2)
    if ranks < 1:
        return np.empty(0)
    first = len(others) - ranks - 2
    cosines = np.partition(some @ others.T, [first, len(others) - 1], axis=1)[:, first:]
    spacings: Values = cosines[:, 1:-1].mean(axis=1) - cosines[:, 0]
    return spacings
