"""Marked runs are found wherever they stand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.terms.candidates.marking import Marked, places_of
from align.terms.candidates.names import Mark
from align.terms.candidates.tokens import GAP, tokenize

WORDS = st.sampled_from(["a", "b", "c", ","])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=5)


@settings(deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), max_size=6))
def test_runs_are_found_as_by_hand(texts: list[str], spans: list[tuple[int, int]]) -> None:
    tokens = tokenize(texts, "xx")
    ids = tokens.ids
    wanted = {
        tuple(ids[place : place + length].tolist()): None
        for place, length in spans
        if place + length <= len(ids) and ids[place] != GAP
    }
    which, places = places_of([np.array(run, np.int32) for run in wanted], tokens)
    expected = [
        (number, place)
        for number, run in enumerate(wanted)
        for place in range(len(ids) - len(run) + 1)
        if tuple(ids[place : place + len(run)].tolist()) == run
        and tokens.units[place] == tokens.units[place + len(run) - 1]
    ]
    assert list(zip(which.tolist(), places.tolist(), strict=True)) == expected


@pytest.mark.parametrize(
    ("text", "language", "marked"),
    [
        ("通过《国际追查文书》", "zh", {"国际追查文书": Mark.TITLE}),
        ("it met in the United Nations", "en", {"united nations": Mark.NAME}),
        ("it met at The Hague Conference", "en", {"hague conference": Mark.NAME}),
        ("and in Faith Whereof they signed", "en", {}),
        ("nothing of that kind", "en", {}),
        ('pipes of 5" and "women"', "en", {}),
    ],
)
def test_marked_spans_are_runs_of_words(text: str, language: str, marked: dict[str, Mark]) -> None:
    tokens = tokenize([text], language)
    found = Marked.of(tokens, [text], language)
    runs, marks = found.gathered(tokens)
    space = "" if language == "zh" else " "
    names = [space.join(tokens.words[word] for word in run) for run in runs]
    assert dict(zip(names, marks, strict=True)) == marked
