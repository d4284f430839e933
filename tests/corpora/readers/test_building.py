"""Blocks from runs of text, line breaks and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import Mark
from corpora.readers.building import Built, TextBuilder, is_mark
from corpora.readers.joining import Joiner

RAISED = [
    ("报告，", "3", True),
    ("Aspects,", "1", True),
    ("Aspects", "*", True),
    ("2011 年", "[1]", True),
    ("in 2011", "[1]", True),
    ("5 km", "2", False),
    ("5 km", "1", True),
    ("平方米", "1", True),
    ("30 米", "2", False),
    ("the Act", "2", True),
    ("the EU", "1", True),
    ("where x", "4", False),
    ("χ", "2", False),
    ("E=mc", "2", False),
    ("A = πr", "2", False),
    ("an equation", "2", True),
    ("31 December 2022", "1", True),
    ("RMB 12,345", "2", True),
    ("10", "6", False),
    ("21", "st", False),
    ("in the spring", "i", True),
    ("报告", "xiv", True),
    ("the States", "iix", False),
    ("the States", "a", False),
    ("x", "i", False),
    ("10", "i", False),
    ("XV", "e", False),
    ("", "1", False),
    ("note", "see above", False),
]


@pytest.mark.parametrize(("before", "raised", "expected"), RAISED)
def test_raised_text_is_a_mark_or_not(before: str, raised: str, expected: bool) -> None:
    assert is_mark(before, raised) is expected


def test_offsets_follow_when_white_space_goes() -> None:
    builder = TextBuilder()
    builder.add("  the report")
    builder.add_mark("1")
    builder.add("\nof the ")
    builder.add_mark("2")
    assert builder.take_paragraphs(Joiner()) == [
        Built("the report of the", (Mark(10, "1"), Mark(17, "2")))
    ]
    assert not builder


def test_line_breaks_end_paragraphs_but_not_sentences() -> None:
    builder = TextBuilder()
    for line in ("2012 年", "第 48 次", "the right"):
        builder.add(line)
        builder.break_line()
    builder.add("to live")
    assert [built.text for built in builder.take_paragraphs(Joiner())] == [
        "2012 年",
        "第 48 次",
        "the right to live",
    ]


@given(st.lists(st.one_of(st.text("ab \n"), st.integers(1, 99)), max_size=9))
def test_nothing_is_lost(pieces: list[str | int]) -> None:
    builder = TextBuilder()
    for piece in pieces:
        if isinstance(piece, int):
            builder.add_mark(str(piece))
        else:
            builder.add(piece)
    found = builder.take_paragraphs(Joiner(), whole=True)
    letters = "".join(p for p in pieces if isinstance(p, str)).split()
    assert "".join("".join(built.text.split()) for built in found) == "".join(letters)
    if letters:
        assert [m.text for m in found[0].marks] == [str(p) for p in pieces if isinstance(p, int)]
