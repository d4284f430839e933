"""XLSX of whole memories."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.tmx.exchange.memories import HEADER
from tests.tmx.exchange.reading import message, read, texts
from tests.tmx.strategies import SAFE_UNITS
from tmx.exchange.choices import Choices
from tmx.exchange.losses import Losses
from tmx.exchange.workbook import write_workbook
from tmx.units import Note, Property, Unit


def workbook(*rows: tuple[Any, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@settings(max_examples=15, deadline=None)
@given(st.lists(SAFE_UNITS, max_size=3))
def test_words_and_facts_come_back(units: list[Unit]) -> None:
    stream = io.BytesIO()
    write_workbook(stream, HEADER, units, Choices(), Losses())
    again = read("xlsx", stream.getvalue())[1] if units else []
    assert texts(again) == texts(units)
    for unit, before in zip(again, units, strict=True):
        assert (unit.tuid or "", unit.record) == (before.tuid or "", before.record)
        assert sorted(unit.annotations, key=repr) == sorted(
            (
                item
                for item in before.annotations
                if (item.text if isinstance(item, Note) else item.value)
            ),
            key=repr,
        )


def test_numbers_dates_and_truths_become_texts() -> None:
    data = workbook(
        ("zh-CN", "en", "x-score", "x-day", "x-ok", "x-count"),
        ("甲", "a", 0.93, date(2012, 12, 3), True, 3.0),
    )
    assert [item.value for item in read("xlsx", data)[1][0].properties] == [
        "0.93",
        "2012-12-03T00:00:00",
        "TRUE",
        "3",
    ]


def test_short_rows_are_filled_up_and_empty_ones_passed_over() -> None:
    data = workbook(("zh-CN", "en", "note"), ("甲",), (), ("乙", "b", None))
    assert texts(read("xlsx", data)[1]) == [{"zh-CN": "甲"}, {"zh-CN": "乙", "en": "b"}]


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("=A1", "a, row 2, column B: a formula instead of a text; paste the column as values"),
        ("#N/A", "a, row 2, column B: the error #N/A instead of a text"),
    ],
)
def test_a_formula_or_an_error_is_no_text(cell: str, line: str) -> None:
    assert message("xlsx", workbook(("zh-CN", "en"), ("甲", cell))).startswith(line)


def test_a_title_that_is_missing_is_named_with_its_row() -> None:
    assert message("xlsx", workbook(("甲", "a"))).startswith("a, row 1: no language among")


def damaged(change: str) -> bytes:
    whole = workbook(("zh-CN", "en"), ("甲", "a"))
    if change == "cut":
        return whole[: len(whole) // 2]
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                if change == "doctype":
                    data = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + data
                data = data[: len(data) // 2] if change == "xml" else data
            if change != "missing" or name != "xl/workbook.xml":
                new.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize("change", ["cut", "xml", "missing", "doctype"])
def test_a_damaged_workbook_is_one_line(change: str) -> None:
    assert message("xlsx", damaged(change)).startswith("a: ")


def test_no_workbook_is_one_line() -> None:
    assert message("xlsx", b"zh-CN,en").startswith("a: no XLSX workbook")


def test_an_escape_of_the_format_is_resolved() -> None:
    data = workbook(("zh-CN", "x-a"), ("甲_x000D_乙", "1"))
    (unit,) = read("xlsx", data)[1]
    assert (unit.variants[0].segment.text, unit.properties) == ("甲\r乙", (Property("x-a", "1"),))
