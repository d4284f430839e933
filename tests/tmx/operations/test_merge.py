"""Several memories become one."""

import logging
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.operations.memories import HEADER, SIMILAR_UNITS, memory, pair, targets
from tmx.errors import TmxError
from tmx.operations.identity import Identity
from tmx.operations.merge import Conflicts, merge
from tmx.units import Header, Note, Property, Record, Unit

OLD = pair("大会", "Assembly", score="0.9", year=2001)
NEW = pair("大会", "The Assembly", score="0.4", year=2020)
BARE = pair("大会", "General Assembly")
IDENTITY = Identity("zh-CN")
OTHER = pair("决议", "resolution")


@pytest.mark.parametrize(
    ("conflicts", "kept"),
    [
        (Conflicts.ALL, ["Assembly", "resolution", "The Assembly", "General Assembly"]),
        (Conflicts.FIRST, ["Assembly", "resolution"]),
        (Conflicts.NEWEST, ["resolution", "The Assembly"]),
        (Conflicts.BEST, ["Assembly", "resolution"]),
    ],
)
def test_conflicts_are_settled_as_asked(conflicts: Conflicts, kept: list[str]) -> None:
    _, units = merge([memory([OLD, OTHER]), memory([NEW, BARE, OTHER])], conflicts=conflicts)
    assert targets(units) == kept


def test_the_score_may_be_another_property() -> None:
    rated = replace(BARE, annotations=(Property("x-rating", "5"),))
    _, units = merge([memory([OLD]), memory([rated])], conflicts=Conflicts.BEST, score="x-rating")
    assert list(units) == [rated]


def test_of_doubles_the_newest_is_kept_where_the_newest_is_asked_for() -> None:
    late = replace(OLD, record=NEW.record, annotations=(Note("later"),))
    _, units = merge([memory([OLD]), memory([late])], conflicts=Conflicts.NEWEST)
    assert list(units) == [late]
    _, units = merge([memory([OLD]), memory([late])])
    assert list(units) == [OLD]


@given(
    st.lists(SIMILAR_UNITS, max_size=8, unique_by=lambda unit: Identity("zh-CN").digests(unit)[0])
)
def test_a_memory_without_doubles_merged_with_itself_is_itself(units: list[Unit]) -> None:
    _, merged = merge([memory(units), memory(units)])
    assert list(merged) == units


def test_the_header_holds_what_all_headers_hold() -> None:
    first = replace(HEADER, annotations=(Note("a"), Property("x-p", "1")))
    second = replace(HEADER, annotations=(Property("x-p", "1"), Note("b")), creationtool="u")
    header, _ = merge([memory([], first), memory([], second, "folder/b.tmx")])
    made_from = Property("x-made-from", "b.tmx (u 1)")
    annotations = (Note("a"), Property("x-p", "1"), Note("b"), made_from)
    assert header == replace(first, annotations=annotations)


def test_what_only_one_header_says_is_said_in_its_units() -> None:
    second = replace(HEADER, segtype="paragraph", datatype="html")
    _, units = merge([memory([OTHER]), memory([OLD, replace(NEW, segtype="block")], second)])
    merged = list(units)
    assert [unit.segtype for unit in merged] == [None, "paragraph", "block"]
    assert [unit.record.datatype for unit in merged] == [None, "html", "html"]
    assert merged[0] == OTHER


@pytest.mark.parametrize(
    ("first", "second", "way_out"),
    [
        ("zh-CN", "en", "duiqi tmx flip b.tmx --to zh-CN` if it has texts in zh-CN"),
        ("*all*", "en", "duiqi tmx flip a.tmx --to en"),
        ("en", "*all*", "duiqi tmx flip b.tmx --to en"),
        ("", "en", "that of a.tmx is not said; make them one first, by `duiqi tmx flip a.tmx --to"),
        ("en", "", "duiqi tmx flip b.tmx --to en"),
        ("zh-CN", "zh", "duiqi tmx lang b.tmx --rename zh=zh-CN"),
        ("zh", "zh-CN", "duiqi tmx lang a.tmx --rename zh=zh-CN"),
        ("en-US", "en-GB", "duiqi tmx lang b.tmx --rename en-GB=en-US"),
        ("zh-TW", "zh-HK", "duiqi tmx lang b.tmx --rename zh-HK=zh-TW"),
        ("zh-CN", "zh-TW", "duiqi tmx lang --convert`, for they are in different characters"),
    ],
)
def test_different_sources_are_refused_with_the_way_out(
    first: str, second: str, way_out: str
) -> None:
    memories = [memory([], Header(first, "t", "1")), memory([], Header(second, "t", "1"), "b.tmx")]
    with pytest.raises(TmxError, match="source language") as caught:
        merge(memories)
    assert way_out in str(caught.value)


def test_the_same_tag_written_otherwise_is_the_same() -> None:
    header, _ = merge([memory([]), memory([], replace(HEADER, srclang="ZH_cn"))])
    assert header.srclang == "zh-CN"


def test_a_language_with_two_tags_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    french = [Unit.pair(("zh-CN", "大会"), (tag, "A")) for tag in ("fr", "fr-CA", "en-US", "en-GB")]
    with caplog.at_level(logging.WARNING):
        _, units = merge([memory([french[0], french[2]]), memory([french[1], french[3]], name="b")])
        assert len(list(units)) == 4
    (record,) = caplog.records
    assert "b: it has fr-CA, and a.tmx has fr" in record.getMessage()
    assert "--rename fr=fr-CA" in record.getMessage()


def test_nothing_is_lost_of_what_a_unit_holds() -> None:
    full = replace(
        OLD,
        tuid="1",
        annotations=(Note("n"), Property("x-a", "b")),
        record=Record(creationid="me", usagecount=3),
        extra=(("vendor-a", "b"),),
    )
    _, units = merge([memory([full]), memory([])])
    assert list(units) == [full]
