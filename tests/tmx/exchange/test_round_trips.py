"""Out into each format and back: all that the format can carry is there again."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tmx.exchange.memories import (
    HEADER,
    PAIRS,
    has_words,
    in_any_order,
    left_of,
    without_empty_variants,
    words,
)
from tests.tmx.strategies import HEADERS, UNITS
from tmx.errors import TmxError
from tmx.exchange.choices import Choices
from tmx.exchange.formats import FORMATS
from tmx.exchange.losses import Losses
from tmx.exchange.moses import read_moses, write_moses
from tmx.exchange.place import Place
from tmx.operations.stale_scores import CHECKSUM, checksum, without_stale_scores
from tmx.text import one_line
from tmx.units import Header, Property, Segment, Tag, Unit, Variant

TWO = Choices("zh-CN", "en")


def through(name: str, header: Header, units: list[Unit]) -> tuple[Header, list[Unit], Losses]:
    """Write a memory in a format and read it again."""
    stream = io.BytesIO()
    losses = Losses()
    count = FORMATS[name].writer()(stream, header, iter(units), TWO, losses)
    stream.seek(0)
    read, again = FORMATS[name].reader()(stream, "a", TWO, Place())
    given = list(again)
    assert len(given) == count
    return read, given, losses


def in_any_orders(units: list[Unit]) -> list[Unit]:
    return [in_any_order(unit) for unit in units]


@settings(max_examples=25, deadline=None)
@given(HEADERS, st.lists(UNITS, max_size=3))
def test_json_lines_lose_nothing(header: Header, units: list[Unit]) -> None:
    assert through("jsonl", header, units)[:2] == (header, units)


@settings(max_examples=25, deadline=None)
@given(st.lists(PAIRS, max_size=3))
def test_xliff_1_keeps_tags_notes_and_facts(units: list[Unit]) -> None:
    expected = [left_of(unit, lambda segment: segment, note_languages=True) for unit in units]
    assert in_any_orders(through("xliff", HEADER, units)[1]) == in_any_orders(expected)


@settings(max_examples=25, deadline=None)
@given(st.lists(PAIRS, max_size=3))
def test_xliff_2_keeps_tags_notes_and_facts(units: list[Unit]) -> None:
    expected = [left_of(unit, lambda segment: segment) for unit in units]
    assert in_any_orders(through("xliff2", HEADER, units)[1]) == in_any_orders(expected)


@pytest.mark.parametrize("type_", [None, "", "-", "/", "x-bold", "tmx:", "%2D", "bold"])
@pytest.mark.parametrize("assoc", [None, "p"])
@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_types_of_tags_are_kept(name: str, assoc: str | None, type_: str | None) -> None:
    tag = Tag("ph", ("<x/>",), type=type_, assoc=assoc)
    unit = Unit((Variant("zh-CN", Segment((tag,))), Variant("en", Segment((tag,)))))
    assert through(name, HEADER, [unit])[1] == [unit]


@settings(max_examples=25, deadline=None)
@given(st.lists(PAIRS, max_size=3))
@pytest.mark.parametrize("name", ["tsv", "csv"])
def test_tables_keep_words_and_facts(name: str, units: list[Unit]) -> None:
    kept = [without_empty_variants(left_of(unit, words, empty=False)) for unit in units]
    expected = [unit for unit in kept if has_words(unit)]
    assert in_any_orders(through(name, HEADER, units)[1]) == in_any_orders(expected)


_ANY_WORDS = st.text("é\u0301a ，\u3000\t\n\r\x0b\x00\x85\u2028\ufeff\\_x41'=\"<&]>´").map(
    "a{}".format
)


@settings(max_examples=25, deadline=None)
@given(st.tuples(_ANY_WORDS, _ANY_WORDS))
@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("tmx", "moses")])
def test_no_format_makes_a_score_stale(name: str, sides: tuple[str, str]) -> None:
    told = (Property("x-score", "1"), Property(CHECKSUM, checksum(*sides)))
    unit = Unit.pair(("zh-CN", sides[0]), ("en", sides[1]), annotations=told)
    (again,) = through(name, HEADER, [unit])[1]
    assert again.value("x-score") == "1"
    assert without_stale_scores(again) is again


@settings(max_examples=25, deadline=None)
@given(st.lists(PAIRS, max_size=3))
def test_po_keeps_words_and_facts(units: list[Unit]) -> None:
    kept = [left_of(unit, words) for unit in units if unit.variants[0].segment.text]
    expected = [
        replace(unit, variants=unit.variants[: 2 if unit.variants[1].segment.text else 1])
        for unit in kept
    ]
    assert in_any_orders(through("po", HEADER, units)[1]) == in_any_orders(expected)


@settings(max_examples=25, deadline=None)
@given(st.lists(PAIRS, max_size=3))
def test_moses_keeps_words_on_one_line(units: list[Unit]) -> None:
    source, target = io.BytesIO(), io.BytesIO()
    write_moses(source, target, HEADER, units, ("zh-CN", "en"), Losses())
    source.seek(0)
    target.seek(0)
    read = list(read_moses(source, target, ("a", "b"), TWO)[1])
    lines = [[one_line(item.segment.text) for item in unit.variants] for unit in units]
    assert [[item.segment.text for item in unit.variants] for unit in read] == [
        pair for pair in lines if all(pair)
    ]


@settings(max_examples=10, deadline=None)
@given(st.lists(UNITS, max_size=3))
@pytest.mark.parametrize("name", ["xliff", "xliff2", "po", "tsv", "csv", "xlsx"])
def test_any_memory_is_written_or_refused_in_one_line(name: str, units: list[Unit]) -> None:
    try:
        through(name, HEADER, units)
    except TmxError as error:
        assert "\n" not in str(error)
