"""How far two documents' paragraph numbers can be trusted: what they say of themselves.

Numbers are anchors, but a document may have been renumbered, or may have lost some. So the weight
of an equal and of an unequal number is not fixed: it is the logarithm of how much more often the
numbers agree where the meaning pairs two paragraphs than they would by chance.
"""

from __future__ import annotations

import math

from align.search.side import UNNUMBERED, Breaks, Ints

AGREEING, DIFFERING = 2.0, 0.5
"""What is believed before anything is seen, in pairs of paragraphs."""

CHANCE = (0.02, 0.5)
"""Bounds of the probability that two numbers agree by chance."""


def number_weights(chain: Ints, source: Breaks, target: Breaks) -> tuple[float, float]:
    """Return the weights of an equal number and of another number.

    Args:
        chain: shape (k, 2), pairs of units that the meaning alone suggests (`align.search.band`).
        source: what begins at each source unit.
        target: what begins at each target unit.
    """
    left, right = source.numbers[chain[:, 0]], target.numbers[chain[:, 1]]
    numbered = (left != UNNUMBERED) & (right != UNNUMBERED)
    agreeing = int((numbered & (left == right)).sum()) + AGREEING
    differing = int((numbered & (left != right)).sum()) + DIFFERING
    trust = agreeing / (agreeing + differing)
    shared = set(source.numbers.tolist()) & set(target.numbers.tolist()) - {UNNUMBERED}
    chance = min(max(1 / max(1, len(shared)), CHANCE[0]), CHANCE[1])
    return math.log(trust / chance), math.log((1 - trust) / (1 - chance))
