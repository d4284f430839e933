"""Nested runs: how much of a run's frequency a longer term that holds it explains.

The idea is that of the C-value (Frantzi, Ananiadou and Mima, 2000): a run that occurs only inside
one longer term is no term by itself, one that occurs in several longer ones or alone is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.terms.candidates.counting import Level
from align.terms.candidates.grammar import Flags
from align.terms.candidates.tokens import Ints


def explained(levels: Sequence[Level], accepted: Sequence[Flags]) -> list[Ints]:
    """Return of each run the count of the most frequent accepted run that holds it, or 0.

    Args:
        levels: the runs of one word, of two, and so on.
        accepted: of each level, which runs may be terms.
    """
    result: list[Ints] = []
    held: Ints | None = None
    for place in reversed(range(len(levels))):
        level = levels[place]
        longest = np.zeros(len(level.counts), np.int64)
        if held is not None:
            above = levels[place + 1]
            for shift in (0, 1):
                inside = level.runs[np.searchsorted(level.places, above.places + shift)]
                np.maximum.at(longest, inside, held[above.runs])
        result.append(longest)
        held = np.maximum(longest, np.where(accepted[place], level.counts, 0))
    return result[::-1]
