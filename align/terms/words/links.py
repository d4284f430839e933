"""The links between the words of a pair, from what both directions say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.encoders.protocol import Floats

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


def choose_links(forward: Floats, backward: Floats, least: float = LEAST_PROBABILITY) -> list[Link]:
    """Choose the links of a pair: those that both directions together find likely.

    Args:
        forward: shape (source words, target words), the probability of each link by one model.
        backward: the same by the other.
        least: the probability from which on a link is given.
    """
    both = (forward + backward) / 2
    sources, targets = np.nonzero(both >= least)
    values = np.minimum(both[sources, targets], 1).tolist()
    return list(map(Link, sources.tolist(), targets.tolist(), values))
