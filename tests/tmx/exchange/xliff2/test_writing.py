"""Whole memories as XLIFF 2.1."""

from __future__ import annotations

import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.xliff2 import Xliff2File

from tests.tmx.exchange.memories import HEADER, PAIRS
from tests.tmx.strategies import SAFE_UNITS
from tests.tmx.test_writer import TAGGED
from tmx.exchange.choices import Choices
from tmx.exchange.losses import Losses
from tmx.exchange.xliff2.writing import write_xliff2
from tmx.units import Note, Property, Record, Segment, Unit, Variant

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"


def written(*units: Unit) -> tuple[bytes, str]:
    stream, losses = io.BytesIO(), Losses()
    write_xliff2(stream, HEADER, units, Choices(target_language="en"), losses)
    return stream.getvalue(), losses.listed


def test_a_unit_stands_there_with_all_that_is_known() -> None:
    unit = Unit(
        (
            Variant("zh-CN", Segment.of("甲\x01")),
            Variant("en", Segment.of("a"), (Note("gut", "de"),), Record(changeid="li")),
        ),
        tuid="7",
        annotations=(Property("x-score", "0.93"), Property("x-state", "final")),
    )
    data, lost = written(unit)
    assert lost == "1 language of a note"
    assert data.decode().partition('<file id="duiqi">\n')[2].partition("</file>")[0] == (
        '<unit id="u1" name="7">\n<mda:metadata>\n'
        '<mda:metaGroup category="tmx">\n<mda:meta type="x-score">0.93</mda:meta>\n'
        "</mda:metaGroup>\n"
        '<mda:metaGroup category="tmx" appliesTo="target">\n'
        '<mda:meta type="changeid">li</mda:meta>\n</mda:metaGroup>\n'
        "</mda:metadata>\n"
        '<notes>\n<note appliesTo="target">gut</note>\n</notes>\n'
        '<segment state="final">\n<source>甲<cp hex="0001"/></source>\n<target>a</target>\n'
        "</segment>\n</unit>\n"
    )


def test_tags_become_codes_and_their_content_original_data() -> None:
    data, lost = written(Unit((Variant("zh-CN", TAGGED), Variant("en", Segment.of("a")))))
    assert lost == "1 tag inside an inline tag"
    unit = etree.fromstring(data).find(f".//{CORE}unit")
    assert [node.text for node in unit.iter(f"{CORE}data")] == [
        "<b>提示",
        "</b>",
        "<i>",
        "<br/>",
        "{x}",
    ]
    codes = [
        (node.tag.removeprefix(CORE), dict(node.attrib)) for node in unit.find(f".//{CORE}source")
    ]
    assert codes == [
        ("sc", {"id": "1", "dataRef": "d1", "type": "fmt", "subType": "xlf:b"}),
        ("ec", {"startRef": "1", "dataRef": "d2"}),
        ("sc", {"id": "2", "dataRef": "d3", "isolated": "yes"}),
        ("ph", {"id": "3", "dataRef": "d4", "type": "other", "subType": "tmx:ph/-/p"}),
        ("mrk", {"id": "_1", "type": "term"}),
        ("ph", {"id": "4", "dataRef": "d5", "type": "other", "subType": "tmx:ut"}),
    ]


@settings(max_examples=15, deadline=None)
@given(st.lists(SAFE_UNITS, min_size=1, max_size=4))
def test_translate_toolkit_reads_the_same_words(units: list[Unit]) -> None:
    read = Xliff2File.parsestring(written(*units)[0]).units
    assert [(unit.source, unit.target) for unit in read] == [
        (unit.variants[0].segment.text, unit.variants[1].segment.text) for unit in units
    ]


@settings(max_examples=15, deadline=None)
@given(PAIRS)
def test_values_are_those_that_the_schema_allows(unit: Unit) -> None:
    root = etree.fromstring(written(unit)[0])
    for node in root.iter():
        for name in ("subType", "type") if node.tag.startswith(CORE) else ():
            value = node.get(name)
            assert value is None or re.fullmatch(
                r"[^\s:]+:[^\s:]*|fmt|ui|quote|link|image|other|term", value
            )
        assert node.get("id") is None or re.fullmatch(r"[\w.:\-]+", node.get("id"))
    for segment in root.iter(f"{CORE}source", f"{CORE}target"):
        ids = [node.get("id") for node in segment.iter() if node.get("id")]
        assert len(ids) == len(set(ids))
        assert {node.get("startRef") for node in segment.iter(f"{CORE}ec")} <= {*ids, None}


def test_an_empty_memory_is_a_file_with_an_empty_group() -> None:
    assert b'<group id="empty"/>' in written()[0]
