"""Blocks from runs of text, line breaks and marks."""

from hypothesis import given
from hypothesis import strategies as st

from corpora import Mark
from corpora.readers.building import Built, TextBuilder
from corpora.readers.joining import Joiner
from corpora.readers.scripts import Script


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


def test_marks_are_set_aside_and_powers_are_written() -> None:
    builder = TextBuilder()
    for text, script in (
        ("Of 10", Script.LINE), ("-", Script.ABOVE), ("3", Script.ABOVE), (" g, H", Script.LINE),
        ("2", Script.BELOW), ("O;", Script.LINE), ("1", Script.ABOVE), ("-", Script.ABOVE),
        ("3", Script.ABOVE), (" ", Script.ABOVE), ("so", Script.LINE),
    ):  # fmt: skip
        builder.add(text, script)
    assert builder.take_paragraphs(Joiner()) == [
        Built("Of 10⁻³ g, H₂O;- so", (Mark(15, "1"), Mark(16, "3")))
    ]


def test_raised_text_is_text_where_marks_are_known() -> None:
    builder = TextBuilder()
    builder.add("the report")
    builder.add("1", Script.ABOVE, marks=False)
    assert builder.take_paragraphs(Joiner()) == [Built("the report¹", ())]


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
