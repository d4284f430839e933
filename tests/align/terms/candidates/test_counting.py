"""Runs of words and their neighbours are counted as by hand."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from align.terms.candidates.counting import LONGEST, LONGEST_RARE, levels, neighbours
from align.terms.candidates.tokens import GAP, tokenize

TEXTS = st.lists(
    st.lists(st.sampled_from(["a", "b", "c", ","]), max_size=9).map(" ".join), max_size=5
)


def by_hand(ids: list[int], length: int) -> dict[tuple[int, ...], list[int]]:
    places = defaultdict(list)
    for place in range(len(ids) - length + 1):
        run = tuple(ids[place : place + length])
        if GAP not in run:
            places[run].append(place)
    return places


@settings(deadline=None)
@given(TEXTS, st.integers(1, 3))
def test_counts_and_neighbours_are_those_counted_by_hand(texts: list[str], least: int) -> None:
    tokens = tokenize(texts, "xx")
    ids = tokens.ids.tolist()
    seen = 0
    for level in levels(tokens, least):
        seen = level.length
        counts = {
            run: places
            for run, places in by_hand(ids, level.length).items()
            if len(places) >= (least if level.length <= LONGEST_RARE else max(least, 2))
        }
        found = defaultdict(list)
        for place, run in zip(level.places.tolist(), level.runs.tolist(), strict=True):
            found[run].append(place)
        assert sorted(found.values()) == sorted(counts.values())
        before, behind = neighbours(tokens, level, np.ones(len(level.counts), np.bool_))
        for run, places in found.items():
            left = [ids[at - 1] if at and ids[at - 1] != GAP else (at,) for at in places]
            assert before[run] == len(set(left))
            ends = [at + level.length for at in places]
            assert behind[run] == len({ids[at] if ids[at] != GAP else (at,) for at in ends})
            assert level.counts[run] == len(places)
    if seen < LONGEST:
        longer = by_hand(ids, seen + 1).values()
        assert all(len(places) < max(least, 1 + (seen >= LONGEST_RARE)) for places in longer)
