"""Products of signals: what one signal says depends on another one.

Words that the other side seems to lack say more of a pair whose sides differ in length, or whose
other words are all said, than of a free translation. So the signals of what is missing are
multiplied with each other, and the model weighs the products beside the signals.
"""

from __future__ import annotations

from itertools import combinations_with_replacement

import numpy as np

from align.quality.scoring.signals import SIGNALS
from align.quality.scoring.words import Values

MULTIPLIED = (
    "least",
    "mean",
    "first gain",
    "second gain",
    "first unpaired",
    "second unpaired",
    "any unpaired",
    "length",
    "size",
    "first words",
    "second words",
    "first stretch, log",
    "second stretch, log",
    "first long stretch, log",
    "second long stretch, log",
    "first odd stretch, log",
    "second odd stretch, log",
    "first repeats unsaid",
    "second repeats unsaid",
    "joints ratio",
)
"""The signals that are multiplied, each with itself and every other one."""

_PAIRS = tuple(combinations_with_replacement(MULTIPLIED, 2))

PRODUCTS = tuple(f"{one} × {other}" for one, other in _PAIRS)
"""The products by name."""

_ONE, _OTHER = ([SIGNALS.index(names[side]) for names in _PAIRS] for side in (0, 1))


def with_products(values: Values) -> Values:
    """Return signals of pairs with their products behind them.

    Args:
        values: shape (pairs, signals), in the order of `SIGNALS`, none unknown.

    Returns:
        Shape (pairs, signals and products).
    """
    both: Values = np.hstack([values, values[:, _ONE] * values[:, _OTHER]])
    return both
