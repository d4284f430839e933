"""Whole memories as XLIFF 1.2."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.xliff import xlifffile

from tests.tmx.exchange.memories import HEADER, PAIRS
from tests.tmx.strategies import SAFE_UNITS
from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.losses import Losses
from tmx.exchange.xliff1.reading import read_xliff1
from tmx.exchange.xliff1.writing import write_xliff1
from tmx.units import Header, Note, Property, Record, Segment, Unit, Variant

NAMESPACE = "{urn:oasis:names:tc:xliff:document:1.2}"
MULTILINGUAL = Unit(
    (*Unit.pair(("zh-CN", "甲"), ("en", "a")).variants, Variant("fr", Segment.of("â")))
)


def written(
    *units: Unit, choices: Choices = NO_CHOICES, header: Header = HEADER
) -> tuple[bytes, str]:
    stream, losses = io.BytesIO(), Losses()
    write_xliff1(stream, header, units, choices, losses)
    return stream.getvalue(), losses.listed


def test_a_unit_stands_there_with_all_that_is_known() -> None:
    unit = Unit(
        (
            Variant("zh-CN", Segment.of("甲")),
            Variant("en", Segment.of("a"), (Note("gut", "de"),), Record(changeid="li")),
        ),
        tuid="7",
        annotations=(
            Property("x-score", "0.93"),
            Property("Client name", "UN"),
            Property("x-state", "final"),
        ),
    )
    data, _ = written(unit)
    assert data.decode().partition("<body>\n")[2].partition("</body>")[0] == (
        '<trans-unit id="1" resname="7">\n'
        '<source>甲</source>\n<target state="final">a</target>\n'
        '<context-group purpose="information">\n'
        '<context context-type="x-score">0.93</context>\n'
        '<context context-type="x-tmx:prop%3AClient%20name">UN</context>\n'
        '<context context-type="x-tmx:target/changeid">li</context>\n'
        "</context-group>\n"
        '<note xml:lang="de" annotates="target">gut</note>\n'
        "</trans-unit>\n"
    )


@settings(max_examples=15, deadline=None)
@given(st.lists(SAFE_UNITS, min_size=1, max_size=4))
def test_translate_toolkit_reads_the_same_words(units: list[Unit]) -> None:
    read = xlifffile.parsestring(written(*units)[0]).units
    assert [(unit.source, unit.target) for unit in read] == [
        (unit.variants[0].segment.text, unit.variants[1].segment.text) for unit in units
    ]


@settings(max_examples=15, deadline=None)
@given(PAIRS)
def test_values_are_those_that_the_schema_allows(unit: Unit) -> None:
    root = etree.fromstring(written(unit, choices=Choices(target_language="en"))[0])
    for node in root.iter():
        for name in ("context-type", "ctype", "mtype"):
            value = node.get(name)
            assert value is None or re.fullmatch(
                r"x-\S+|bold|italic|underlined|link|lb|"
                r"pb|image|term|name|phrase|protected|"
                r"abbrev|acronym|collocation",
                value,
            )
    for segment in root.iter(f"{NAMESPACE}source", f"{NAMESPACE}target"):
        ids = [
            node.get("id")
            for node in segment.iter()
            if node.get("id") and node.tag != f"{NAMESPACE}ept"
        ]
        assert len(ids) == len(set(ids))


def test_several_targets_need_a_choice() -> None:
    with pytest.raises(TmxError, match=r"its first unit has en, fr; say which with --target-lang"):
        written(MULTILINGUAL)
    data, lost = written(MULTILINGUAL, choices=Choices(target_language="fr"))
    assert b"<target>\xc3\xa2</target>" in data
    assert lost == "1 further variant"


def test_a_unit_without_the_target_is_not_yet_translated_and_one_without_the_source_is_lost() -> (
    None
):
    alone = [Unit((Variant(tag, Segment.of("x")),)) for tag in ("zh-CN", "en")]
    data, lost = written(MULTILINGUAL, *alone, choices=Choices(target_language="fr"))
    assert (data.count(b"<source>"), data.count(b"<target>")) == (2, 1)
    assert lost == "1 further variant, 1 unit without zh-CN"


def test_a_source_that_may_be_any_has_to_be_said() -> None:
    header = replace(HEADER, srclang="*all*")
    with pytest.raises(TmxError, match=r"say which with --source-lang"):
        written(MULTILINGUAL, header=header)


def test_notes_of_the_header_come_back_and_its_properties_are_counted() -> None:
    header = replace(HEADER, annotations=(Note("look", "en"), Property("x-a", "b")))
    data, lost = written(MULTILINGUAL, choices=Choices(target_language="fr"), header=header)
    assert lost == "1 note or property of the header, 1 further variant"
    assert read_xliff1(io.BytesIO(data), "a")[0].annotations == (Note("look", "en"),)


def test_an_empty_memory_needs_a_target() -> None:
    with pytest.raises(TmxError, match="no units to take the target language from"):
        written()
    data, _ = written(choices=Choices(target_language="en"))
    assert list(read_xliff1(io.BytesIO(data), "a")[1]) == []
