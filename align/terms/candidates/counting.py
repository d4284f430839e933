"""Runs of words, counted level by level: a run of n + 1 words is a counted run and one word more.

Each level is a handful of sorts over arrays, so that a memory of a million units needs no table of
all its runs: a run that is too rare is not prolonged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from align.terms.candidates.tokens import GAP, Ints, Tokens

LONGEST = 40
"""The most words of a run that recurs: titles of conferences are as long."""

LONGEST_RARE = 12
"""The most words of a run that occurs once."""


@dataclass(frozen=True, slots=True)
class Level:
    """All runs of one length that are frequent enough.

    Attributes:
        length: the words of each.
        places: where each occurrence begins, in ascending order.
        runs: which run it is, counted from 0.
        counts: how often each run occurs.
        left: how many different words or gaps stand before each run; each gap counts as another.
        right: the same behind it.
    """

    length: int
    places: Ints
    runs: Ints
    counts: Ints
    left: Ints
    right: Ints


def levels(tokens: Tokens, min_count: int) -> Iterator[Level]:
    """Count the runs of one word, of two, and so on, while there are any.

    Args:
        tokens: the text.
        min_count: how often a run must occur to be given.
    """
    ids = tokens.ids
    runs = ids.copy()
    places = np.flatnonzero(ids != GAP)
    for length in range(1, LONGEST + 1):
        if length > 1:
            places = places[places + length - 1 < len(ids)]
            places = places[ids[places + length - 1] != GAP]
        if not len(places):
            return
        keys = runs[places] * (len(tokens.words) + 1) + ids[places + length - 1]
        _, found, counts = np.unique(keys, return_inverse=True, return_counts=True)
        wanted = counts >= (min_count if length <= LONGEST_RARE else max(2, min_count))
        kept = wanted[found]
        places = places[kept]
        number = np.cumsum(wanted) - 1
        found, counts = number[found[kept]], counts[wanted]
        runs = np.full(len(ids), GAP, np.int64)
        runs[places] = found
        if len(places):
            yield Level(
                length,
                places,
                found,
                counts,
                _variety(ids, found, places - 1, len(counts)),
                _variety(ids, found, places + length, len(counts)),
            )


def _variety(ids: Ints, runs: Ints, beside: Ints, count: int) -> Ints:
    """Count the different neighbours of each run; a gap is unlike all others."""
    inside = (beside >= 0) & (beside < len(ids))
    neighbours = np.where(inside, ids[np.where(inside, beside, 0)], GAP)
    neighbours = np.where(neighbours == GAP, GAP - 1 - beside, neighbours)
    low, high = neighbours.min(), neighbours.max()
    keys = np.unique(runs * (high - low + 1) + (neighbours - low))
    return np.bincount(keys // (high - low + 1), minlength=count)
