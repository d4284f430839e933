"""Memories in the form that every tool imports."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tmx.exchange.memories import HEADER, PAIRS
from tests.tmx.strategies import HEADERS
from tmx.errors import TmxError
from tmx.exchange.safe_form import SafeForm
from tmx.units import Element, Header, Note, Property, Segment, Unit, Variant
from tmx.validation import validate
from tmx.writer import write_tmx

PAIR = Unit.pair(("zh-CN", "甲"), ("en", "a"))


def safe(*units: Unit, header: Header = HEADER) -> tuple[Header, list[Unit], SafeForm]:
    form = SafeForm(header)
    return form.header, list(form.units(units)), form


def test_a_safe_unit_stays_itself() -> None:
    assert safe(PAIR)[1][0] is PAIR


def test_what_can_be_mended_is_mended() -> None:
    unit = replace(
        PAIR,
        annotations=(
            Property("Client name", "UN", "de_de"),
            Note("n", "*all*", extra=(("v", "1"),)),
            Element("{u}status", (), ("a", Element("b", (), ("c",)))),
        ),
        extra=(("vendor", "v"), ("{u}other", "w")),
        srclang="*all*",
    )
    assert safe(unit)[1] == [
        replace(
            PAIR,
            annotations=(
                Property("x-Client-name", "UN", "de-DE"),
                Note("n"),
                Property("x-status", "ac"),
                Property("x-vendor", "v"),
                Property("x-other", "w"),
            ),
        )
    ]


def test_attributes_of_a_segment_become_properties_of_its_variant() -> None:
    variant = Variant("en", Segment(("a",), (("v", "1"),)))
    (unit,) = safe(Unit((PAIR.variants[0], variant)))[1]
    assert unit.variants[1] == Variant("en", Segment.of("a"), (Property("x-v", "1"),))


def test_the_header_is_mended_and_nothing_of_it_lost() -> None:
    header = Header(
        "zh_cn", "", " ", adminlang="", segtype="paragraph", memory_format="", extra=(("v", "1"),)
    )
    mended, _, _ = safe(PAIR, header=header)
    assert (mended.srclang, mended.segtype, mended.creationtool) == ("zh-CN", "sentence", "unknown")
    assert mended.annotations == (Property("x-v", "1"), Property("x-segtype", "paragraph"))


def test_units_that_no_tool_would_import_are_left_out_and_counted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    alone = Unit((Variant("zh-CN", Segment.of("甲")),), tuid="7")
    _, units, form = safe(PAIR, alone, Unit.pair(("zh-CN", ""), ("en", "b")))
    assert (units, form.left_out) == ([PAIR], 2)
    assert "left out: 2; the first: unit 7: no translation" in caplog.text


def test_a_header_without_a_source_language_is_refused() -> None:
    with pytest.raises(TmxError, match="name one source language"):
        SafeForm(replace(HEADER, srclang="*all*"))


def test_what_is_written_is_valid() -> None:
    form = SafeForm(HEADER)
    stream = io.BytesIO()
    unit = replace(PAIR, extra=(("vendor", "v"),), annotations=(Property("a", "b"),))
    write_tmx(stream, form.header, form.units([unit]))
    stream.seek(0)
    assert tuple(validate(stream)) == ()


@settings(max_examples=25, deadline=None)
@given(HEADERS, st.lists(PAIRS, max_size=3))
def test_whatever_is_written_is_valid(header: Header, units: list[Unit]) -> None:
    known = tuple(item for item in header.annotations if not isinstance(item, Element))
    form = SafeForm(replace(header, srclang="zh-CN", annotations=known))
    stream = io.BytesIO()
    count = write_tmx(stream, form.header, form.units(units))
    assert count + form.left_out == len(units)
    stream.seek(0)
    assert tuple(validate(stream)) == ()
