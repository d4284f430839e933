"""Tab-separated text."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.strategies import SAFE_UNITS
from tests.tmx.test_writer import UNIT
from tmx.errors import TmxError
from tmx.exchange.tables import Column, write_tsv
from tmx.units import Segment, Unit, Variant

COLUMNS = (
    Column("Score", "x-score", number=True),
    Column("Paragraph", "x-paragraph"),
    Column("Document", "x-document"),
    Column("Unit", "tuid"),
    Column("Note", "note"),
)


def written(
    *units: Unit,
    columns: tuple[Column, ...] = COLUMNS,
    source: str = "zh-CN",
    target: str = "en",
) -> bytes:
    stream = io.BytesIO()
    count = write_tsv(
        stream, units, source_language=source, target_language=target, columns=columns
    )
    assert count == len(units)
    return stream.getvalue()


def unescaped(cell: str) -> str:
    named = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    pieces = iter(cell)
    return "".join(named[next(pieces)] if piece == "\\" else piece for piece in pieces)


def test_a_row_of_titles_and_a_row_for_each_unit() -> None:
    assert written(UNIT).decode() == (
        "zh-CN\ten\tScore\tParagraph\tDocument\tUnit\tNote\n"
        "重申其决议，\tReaffirming its resolution,\t0.93\t3\tun-67-58\tun-67-58:op3.1\tread again\n"
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [("a\tb", r"a\tb"), ("a\r\nb", r"a\r\nb"), ("a\\tb", r"a\\tb"), ('"a"', '"a"')],
)
def test_what_would_break_a_row_is_escaped(text: str, cell: str) -> None:
    unit = Unit.pair(("zh-CN", text), ("en", "b"))
    assert written(unit, columns=()).decode() == f"zh-CN\ten\n{cell}\tb\n"


@given(st.lists(SAFE_UNITS))
def test_every_cell_is_read_back(units: list[Unit]) -> None:
    lines = written(*units, columns=()).decode().split("\n")[1:-1]
    assert [[unescaped(cell) for cell in line.split("\t")] for line in lines] == [
        [variant.segment.text for variant in unit.variants] for unit in units
    ]


def test_a_property_that_a_unit_lacks_is_an_empty_cell() -> None:
    assert written(Unit.pair(("zh-CN", "甲"), ("en", "a"))).endswith("甲\ta\t\t\t\t\t\n".encode())


def test_the_cell_of_a_language_that_a_unit_lacks_is_empty() -> None:
    assert written(Unit((Variant("en", Segment.of("a")),))).endswith(b"\n\ta\t\t\t\t\t\n")


def test_a_unit_with_neither_language_is_named() -> None:
    with pytest.raises(TmxError, match=r"^unit un-67-58:op3\.1: no variant in de or fr$"):
        written(UNIT, source="de", target="fr")
