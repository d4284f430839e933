"""Forms counted for many candidates at once are those counted one by one."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.terms.candidates import Candidates, find_candidates, forms
from align.terms.candidates.forms import forms_of, usual_forms

ENGLISH = ["Arms", "arms", "ARMS", "report", "reports", " ", "  ", ", ", '"', "'", "small-arms"]
CHINESE = ["武器", "报告", "和", "与", " ", "\u3000", "《", "》", "，", "Arms"]


def texts_of(pieces: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.lists(st.sampled_from(pieces), max_size=12).map("".join), max_size=6)


def one_by_one(side: Candidates, candidate: int, times: np.ndarray) -> Counter[str]:
    counts: Counter[str] = Counter()
    for unit, start, end in side.spans(candidate):
        counts[side.surface(unit, start, end)] += int(times[unit])
    return counts


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.tuples(st.just("en"), texts_of(ENGLISH)), st.tuples(st.just("zh"), texts_of(CHINESE))
    ),
    st.integers(1, 2),
)
def test_forms_are_those_counted_one_by_one(given_texts: tuple[str, list[str]], least: int) -> None:
    language, texts = given_texts
    side = find_candidates(texts, language, least)
    times = np.arange(1, len(texts) + 1)
    which = np.arange(len(side))[::-1]
    found = forms_of(side, which, times)
    for candidate, counts in zip(which.tolist(), found, strict=True):
        assert list(counts.items()) == list(one_by_one(side, candidate, times).items())
    assert usual_forms(side, which) == [side.usual(candidate) for candidate in which.tolist()]


def test_candidates_may_be_looked_at_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    side = find_candidates(["small arms", "Small arms", "the report", "The report"], "en", 1)
    which, times = np.arange(len(side)), np.ones(4, np.int64)
    whole = usual_forms(side, which), forms_of(side, which, times)
    monkeypatch.setattr(forms, "AT_ONCE", 2)
    assert (usual_forms(side, which), forms_of(side, which, times)) == whole


def test_no_candidates() -> None:
    side = find_candidates(["of the"], "en", 1)
    assert not len(side)
    nothing = np.empty(0, np.int64)
    assert usual_forms(side, nothing) == forms_of(side, nothing, np.ones(1, np.int64)) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("made by Bright Optics Co., Ltd.", "Bright Optics Co., Ltd."),
        ("made by Bright Optics Co., Ltd", "Bright Optics Co., Ltd"),
        ("made by Bright Optics Inc. in May", "Bright Optics Inc."),
        ("made by Bright Optics.", "Bright Optics"),
    ],
)
def test_the_full_stop_of_a_companys_form_belongs_to_its_name(text: str, form: str) -> None:
    side = find_candidates([text, text], "en", 2)
    assert form in usual_forms(side, np.arange(len(side)))
