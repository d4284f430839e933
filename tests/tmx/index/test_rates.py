"""Match rates, and what is shown of the differences."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmx.index.rates import (
    allowed_edits,
    differences,
    edits_between,
    fuzzy_rate,
    tag_names,
)
from tmx.units import Segment, Tag

_TEXTS = st.text(st.characters(exclude_characters="\0", codec="utf-8"))  # as XML has none


@pytest.mark.parametrize(
    ("edits", "length", "same_tags", "rate"),
    [
        (0, 9, True, 99),  # the same words, but not the same text
        (0, 9, False, 99),
        (1, 9, True, 88),
        (1, 9, False, 87),
        (1, 3, True, 66),
        (3, 10, True, 70),
        (9, 9, False, 0),
    ],
)
def test_the_rate_of_texts_that_differ(edits: int, length: int, same_tags: bool, rate: int) -> None:
    assert fuzzy_rate(edits, length, same_tags) == rate


@given(st.integers(1, 3000), st.integers(1, 100), st.data())
def test_allowed_edits_are_those_that_reach_the_rate(
    length: int, minimum: int, data: st.DataObject
) -> None:
    edits = data.draw(st.integers(0, length))
    reached = Fraction(100 * (length - edits), length) >= minimum
    assert (edits <= allowed_edits(length, minimum)) == reached


def test_more_edits_than_asked_for_are_one_more() -> None:
    assert edits_between(list("abcdef"), list("uvwxyz"), 2) == 3


def test_tags_are_named_in_their_order() -> None:
    segment = Segment((Tag("bpt"), "a", Tag("hi", ("b", Tag("ph"))), Tag("ept")))
    assert tag_names(segment) == "bpt hi ph ept"


@pytest.mark.parametrize(
    ("memory", "asked", "shown"),
    [
        ("wash your hands", "wash my hands", "wash [your ]{my }hands"),
        ("大会决定", "大会不决定", "大会{不}决定"),
        ("大会决定", "大会决", "大会决[定]"),
        ("The end", "the end", "[The ]{the }end"),
        ("same", "same", "same"),
        ("", "new", "{new}"),
        ("old", "", "[old]"),
        ("  a  b ", "a b", "  a  b "),
    ],
)
def test_the_differences_of_two_texts(memory: str, asked: str, shown: str) -> None:
    signs = {"same": "{}", "deleted": "[{}]", "inserted": "{{{}}}"}
    assert "".join(signs[d.kind].format(d.text) for d in differences(memory, asked)) == shown


@given(_TEXTS, _TEXTS)
def test_the_differences_hold_both_texts(memory: str, asked: str) -> None:
    found = differences(memory, asked)
    assert "".join(item.text for item in found if item.kind != "inserted") == memory
    assert "".join("".join(i.text for i in found if i.kind != "deleted").split()) == "".join(
        asked.split()
    )
