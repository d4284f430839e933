"""The links between the words of a pair, from what both directions say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from align.encoders.protocol import Floats
from align.terms.words.corpus import Ints, Places
from align.terms.words.expectation import Pass

LEAST_PROBABILITY = 0.4
"""A link is given from this probability on."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A source word and a target word that translate each other.

    Attributes:
        source: the place of the source word among its pair's, the first 0.
        target: the same of the target word.
        probability: how likely the link is, the mean of both directions.
    """

    source: int
    target: int
    probability: float


@dataclass(frozen=True, slots=True)
class PairLinks:
    """The links of pairs that follow each other, in the order of the pairs and of their words.

    Attributes:
        pairs: the pairs.
        begins: where the links of each pair begin, and the end of the last.
        source: the place of each link's source word among its pair's, the first 0.
        target: the same of the target word.
        probability: how likely each link is, the mean of both directions.
    """

    pairs: range
    begins: Places
    source: Ints
    target: Ints
    probability: Floats

    @classmethod
    def joined(cls, pairs: range, parts: Sequence[Chosen]) -> PairLinks:
        """Put together what was chosen of the pairs."""
        pair, source, target = (
            np.concatenate([np.empty(0, np.int64), *columns])
            for columns in ([part[at] for part in parts] for at in range(3))
        )
        probability = np.concatenate([np.empty(0, np.float32), *(part[3] for part in parts)])
        order = np.lexsort((target, source, pair))
        counts = np.bincount(pair - pairs.start, minlength=len(pairs))
        return cls(
            pairs,
            np.append(0, np.cumsum(counts)),
            source[order].astype(np.int32),
            target[order].astype(np.int32),
            probability[order],
        )

    def of(self, pairs: range) -> PairLinks:
        """Return the links of some of the pairs, which follow each other."""
        begins = self.begins[pairs.start - self.pairs.start : pairs.stop - self.pairs.start + 1]
        links = slice(begins[0], begins[-1])
        return PairLinks(
            pairs,
            begins - begins[0],
            self.source[links],
            self.target[links],
            self.probability[links],
        )

    def each(self) -> Iterator[list[Link]]:
        """Give the links of each pair."""
        links = list(
            map(Link, self.source.tolist(), self.target.tolist(), self.probability.tolist())
        )
        for begin, end in pairwise(self.begins.tolist()):
            yield links[begin:end]


Chosen = tuple[Places, Places, Places, Floats]
"""Of each link of a batch its pair, its source word and target word, and how likely it is."""


def choose_links(pairs: Places, found: Pass, least: float = LEAST_PROBABILITY) -> Chosen:
    """Choose the links of a batch: those that both directions together find likely.

    Args:
        pairs: the numbers of its pairs.
        found: how likely each link is.
        least: the probability from which on a link is given.
    """
    both = (found.forward + found.backward) / 2
    sources, targets, places = np.nonzero(both >= least)
    values = np.minimum(both[sources, targets, places], 1)
    return pairs[places], sources, targets, values
