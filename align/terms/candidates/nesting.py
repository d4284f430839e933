"""Nested runs: how much of a run's frequency a longer term that holds it explains.

The idea is that of the C-value (Frantzi, Ananiadou and Mima, 2000): a run that occurs only inside
one longer term is no term by itself, one that occurs in several longer ones or alone is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.terms.candidates.tokens import Flags, Int32s, Ints


@dataclass(frozen=True, slots=True)
class Nested:
    """The runs of one length, and which shorter ones they hold.

    Attributes:
        counts: how often each run occurs.
        heads: of each, which of the runs that are one word shorter it begins with.
        tails: which one it ends with.
        accepted: which runs may be terms.
    """

    counts: Ints
    heads: Int32s
    tails: Int32s
    accepted: Flags


def explained(levels: Sequence[Nested]) -> list[Ints]:
    """Return of each run the count of the most frequent accepted run that holds it, or 0.

    Args:
        levels: the runs of one word, of two, and so on.
    """
    result: list[Ints] = []
    above: tuple[Nested, Ints] | None = None
    for level in reversed(levels):
        longest = np.zeros(len(level.counts), np.int64)
        if above is not None:
            longer, held = above
            for inside in (longer.heads, longer.tails):
                np.maximum.at(longest, inside, held)
        result.append(longest)
        above = level, np.maximum(longest, np.where(level.accepted, level.counts, 0))
    return result[::-1]
