"""Runs of words, counted level by level: a run of n + 1 words is a counted run and one word more.

Each level is a handful of sorts over arrays, so that a memory of a million units needs no table of
all its runs: a run that is too rare is not prolonged, nor is one that a too rare run prolongs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.terms.candidates.tokens import GAP, Int32s, Ints, Tokens

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
        heads: of each run, which one of the last level it begins with; 0 for those of one word.
        tails: the same of the one that it ends with.
    """

    length: int
    places: Int32s
    runs: Int32s
    counts: Ints
    heads: Int32s
    tails: Int32s


def levels(tokens: Tokens, min_count: int) -> Iterator[Level]:
    """Count the runs of one word, of two, and so on, while there are any.

    Args:
        tokens: the text.
        min_count: how often a run must occur to be given.
    """
    ids = tokens.ids
    shorter = np.zeros(len(ids) + 1, ids.dtype)
    places = np.flatnonzero(ids != GAP).astype(ids.dtype)
    for length in range(1, LONGEST + 1):
        if length > 1:
            places = places[shorter[places + 1] != GAP]
        if not len(places):
            return
        keys = shorter[places].astype(np.int64) * (len(tokens.words) + 1)
        keys += ids[places + (length - 1)]
        _, found, counts = np.unique(keys, return_inverse=True, return_counts=True)
        del keys
        wanted = counts >= (min_count if length <= LONGEST_RARE else max(2, min_count))
        kept = wanted[found]
        places = places[kept]
        number = (np.cumsum(wanted) - 1).astype(ids.dtype)
        runs, counts = number[found[kept]], counts[wanted]
        del found, kept
        heads, tails = (np.zeros(len(counts), ids.dtype) for _ in range(2))
        if length > 1:
            heads[runs], tails[runs] = shorter[places], shorter[places + 1]
        shorter[:] = GAP
        shorter[places] = runs
        if len(places):
            yield Level(length, places, runs, counts, heads, tails)


def neighbours(tokens: Tokens, level: Level, wanted: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Count the different words or gaps before and behind some runs; each gap counts as another.

    Args:
        tokens: the text.
        level: the runs.
        wanted: of which of them the neighbours are counted.

    Returns:
        How many stand before each of the wanted runs, and how many behind it.
    """
    held = wanted[level.runs]
    runs, places = (np.cumsum(wanted) - 1)[level.runs[held]], level.places[held]
    count = int(wanted.sum())
    # Behind the text stands a gap, and it is what stands before it too.
    ids = np.append(tokens.ids, GAP)
    before, behind = (
        _different(runs, ids[beside], len(tokens.words), count)
        for beside in (places - 1, places + level.length)
    )
    return before, behind


def _different(runs: Ints, beside: Int32s, words: int, count: int) -> Ints:
    gaps = beside == GAP
    keys = np.unique(runs[~gaps] * np.int64(words) + beside[~gaps])
    return np.bincount(runs[gaps], minlength=count) + np.bincount(keys // words, minlength=count)
