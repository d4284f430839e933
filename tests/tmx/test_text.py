"""Text that XML 1.0 and every tool can carry."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tmx.text import Repairs, one_line


@given(st.text(st.characters(), max_size=50))
def test_a_mended_text_is_one_that_xml_carries(text: str) -> None:
    element = etree.Element("a")
    element.text = Repairs().legal(text)  # lxml refuses what XML lacks


@given(st.text(st.characters(codec="utf-8", min_codepoint=32), max_size=50))
def test_a_text_that_xml_carries_stays_as_it_is(text: str) -> None:
    repairs = Repairs()
    kept = text.replace("\ufffe", "").replace("\uffff", "")
    assert repairs.legal(text) == kept
    assert repairs.count == len(text) - len(kept)


@given(st.text(max_size=50))
def test_only_white_space_changes_when_a_text_becomes_one_line(text: str) -> None:
    line = one_line(text)
    assert "".join(line.split()) == "".join(text.split())
    assert "\n" not in line
    assert "\r" not in line


@pytest.mark.parametrize(
    ("text", "line"),
    [("大会\n重申", "大会重申"), ("大会。\n“重申", "大会。 “重申"), ("a\r\n\r\nb", "a b")],
)
def test_a_line_break_is_nothing_between_two_chinese_characters_else_a_space(
    text: str, line: str
) -> None:
    assert one_line(text) == line


def test_what_was_mended_is_reported_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    repairs = Repairs()
    repairs.report("m.tmx")
    repairs.legal("a\x01\x02")
    repairs.report("m.tmx")
    assert [record.getMessage() for record in caplog.records] == [
        "m.tmx: characters that XML lacks, mended: 2"
    ]
