"""Writing TMX: one test for each rule of what every tool imports."""

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tmx import tmxfile

from tests.tmx.strategies import SAFE_UNITS, SEGMENTS, UNITS
from tmx.errors import TmxError
from tmx.reading import read_tmx
from tmx.units import Element, Header, Note, Property, Record, Segment, Tag, Unit, Variant
from tmx.validation import validate
from tmx.writer import write_tmx

HEADER = Header("zh-CN", "duiqi", "0.1.0")
UNIT = Unit.pair(
    ("zh-CN", "重申其决议，"),
    ("en", "Reaffirming its resolution,"),
    tuid="un-67-58:op3.1",
    annotations=(
        Note("read again"),
        Property("x-score", "0.93"),
        Property("x-paragraph", "3"),
        Property("x-document", "un-67-58"),
    ),
)
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TAGGED = Segment(
    (
        "请",
        Tag("bpt", ("<b>", Tag("sub", ("提示",), type="title")), i="1", x="1", type="bold"),
        "注意",
        Tag("ept", ("</b>",), i="1"),
        Tag("it", ("<i>",), pos="begin", x="2"),
        Tag("ph", ("<br/>",), x="3", assoc="p"),
        Tag("hi", ("词",), type="term"),
        Tag("ut", ("{x}",), x="4"),
    )
)


@pytest.fixture(autouse=True)
def pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1354492800")


def written(*units: Unit, header: Header = HEADER, exact: bool = False) -> bytes:
    stream = io.BytesIO()
    assert write_tmx(stream, header, units, exact=exact) == len(units)
    return stream.getvalue()


def with_text(text: str, language: str = "zh-CN") -> Unit:
    return Unit((Variant(language, Segment.of(text)), Variant("en", Segment.of("a"))), "u1")


def with_content(*content: str | Tag) -> Unit:
    return Unit((Variant("zh-CN", Segment(content)), Variant("en", Segment.of("a"))), "u1")


def ude(*content: str | Element) -> Element:
    return Element("ude", (("name", "MacRoman"),), content)


def source_of(data: bytes) -> str:
    return next(read_tmx(io.BytesIO(data))[1]).variants[0].segment.text


def test_the_whole_file_as_it_stands() -> None:
    assert written(UNIT).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        '<header creationtool="duiqi" creationtoolversion="0.1.0" segtype="sentence" o-tmf="tmx"'
        ' adminlang="en" srclang="zh-CN" datatype="plaintext" creationdate="20121203T000000Z"'
        ' changedate="20121203T000000Z"></header>\n'
        "<body>\n"
        '<tu tuid="un-67-58:op3.1" creationdate="20121203T000000Z"'
        ' changedate="20121203T000000Z">\n'
        "<note>read again</note>\n"
        '<prop type="x-score">0.93</prop>\n'
        '<prop type="x-paragraph">3</prop>\n'
        '<prop type="x-document">un-67-58</prop>\n'
        '<tuv xml:lang="zh-CN"><seg>重申其决议，</seg></tuv>\n'
        '<tuv xml:lang="en"><seg>Reaffirming its resolution,</seg></tuv>\n'
        "</tu>\n"
        "</body>\n"
        "</tmx>\n"
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(SAFE_UNITS, max_size=4))
def test_it_is_valid_and_the_same_every_time(units: list[Unit]) -> None:
    data = written(*units)
    assert validate(io.BytesIO(data)) == ()
    assert written(*units) == data


@settings(max_examples=60, deadline=None)
@given(UNITS)
def test_any_unit_is_refused_by_name_or_written_as_a_valid_one(unit: Unit) -> None:
    try:
        data = written(unit)
    except TmxError as error:
        assert str(error).startswith(("unit ", "unit number 1: "))
    else:
        assert validate(io.BytesIO(data)) == ()


@settings(max_examples=40, deadline=None)
@given(SEGMENTS)
def test_any_segment_is_refused_or_written_as_a_valid_one(segment: Segment) -> None:
    unit = Unit((Variant("zh-CN", segment), Variant("en", Segment.of("a"))), "u1")
    try:
        data = written(unit)
    except TmxError as error:
        assert str(error).startswith("unit u1: ")
    else:
        assert validate(io.BytesIO(data)) == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(SAFE_UNITS, min_size=1, max_size=4))
def test_translate_toolkit_reads_the_same_words(units: list[Unit]) -> None:
    read = tmxfile.parsestring(written(*units), "zh-CN", "en").units
    assert [(unit.source, unit.target) for unit in read] == [
        (unit.variants[0].segment.text, unit.variants[1].segment.text) for unit in units
    ]


def test_inline_tags_are_written_as_the_document_type_wants_them() -> None:
    data = written(Unit((Variant("zh-CN", TAGGED), Variant("en", Segment.of("a")))))
    assert validate(io.BytesIO(data)) == ()
    assert next(read_tmx(io.BytesIO(data))[1]).variants[0].segment == TAGGED


def test_an_empty_memory_is_valid() -> None:
    assert validate(io.BytesIO(written())) == ()


def test_special_characters_come_back() -> None:
    text = "<b>&amp; \"'</b> ]]> 　\u00a0\u0085\t𠀀"
    assert source_of(written(with_text("a" + text), exact=True)) == "a" + text


def test_units_are_taken_and_written_one_by_one() -> None:
    stream = io.BytesIO()
    seen: list[int] = []

    def units() -> Iterator[Unit]:
        for _ in range(3000):
            seen.append(stream.tell())
            yield UNIT

    write_tmx(stream, HEADER, units())
    assert max(after - before for before, after in pairwise(seen)) < 300_000
    assert seen[-1] > stream.tell() / 2


@pytest.mark.parametrize(
    ("given_tag", "canonical_tag"),
    [("zh_CN", "zh-CN"), ("zh-cn", "zh-CN"), ("ZH-CN", "zh-CN"), ("zh-CN", "zh-CN")],
)
def test_a_language_tag_is_written_with_a_hyphen_and_in_canonical_case(
    given_tag: str, canonical_tag: str
) -> None:
    data = written(with_text("甲", given_tag), header=replace(HEADER, srclang=given_tag))
    tree = etree.fromstring(data)
    assert tree.find("header").get("srclang") == canonical_tag
    assert tree.find(".//tuv").get(LANGUAGE) == canonical_tag


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        (with_text(""), "the segment in zh-CN is empty"),
        (with_text(" \u3000\n"), "the segment in zh-CN is empty"),
        (with_text("\x01\x0b"), "the segment in zh-CN is empty"),
        (Unit.pair(("zh-CN", "甲"), ("en", " "), tuid="u1"), "the segment in en is empty"),
        (Unit.pair(("zh-TW", "甲"), ("en", "a"), tuid="u1"), "no variant in the source language"),
        (Unit.pair(("zh", "甲"), ("en", "a"), tuid="u1"), "no variant in the source language"),
        (Unit((), tuid="u1"), "no variant in the source language zh-CN (it has none)"),
        (Unit((Variant("zh-CN", Segment.of("甲")),), tuid="u1"), "no translation"),
        (with_text("甲", "Chinese, simplified"), "'Chinese, simplified' is no language tag"),
        (replace(UNIT, tuid="u1", srclang="en"), "srclang en is not the header's"),
        (replace(UNIT, tuid="u1", segtype="word"), "segtype 'word' is none of"),
        (replace(UNIT, tuid="u1", extra=(("a", "b"),)), "TMX 1.4 has no attribute a='b'"),
        (
            replace(UNIT, tuid="u1", annotations=(Property("score", "1"),)),
            "the property type 'score' must start with x-",
        ),
        (
            replace(UNIT, tuid="u1", annotations=(Property("x-my score", "1"),)),
            "the property type 'x-my score' must start with x- and hold no space",
        ),
        (
            replace(UNIT, tuid="u1", annotations=(Note("a", "zh_CN"),)),
            "a note or property has the language 'zh_CN'; write zh-CN",
        ),
        (with_content("a", Tag("sub", ("b",))), "<sub> can't stand there"),
        (replace(UNIT, tuid="u1", annotations=(Element("ude"),)), "TMX 1.4 has no element 'ude'"),
    ],
)
def test_what_a_tool_would_refuse_is_refused_with_the_units_name(unit: Unit, reason: str) -> None:
    with pytest.raises(TmxError) as caught:
        written(unit)
    assert str(caught.value).startswith(f"unit u1: {reason}")
    assert "\n" not in str(caught.value)


def test_a_tuid_with_a_line_break_does_not_break_the_message() -> None:
    with pytest.raises(TmxError, match=r"^unit 'a\\nb': the segment in zh-CN is empty"):
        written(replace(with_text(""), tuid="a\nb"))


def test_a_unit_without_a_tuid_is_named_by_its_place() -> None:
    with pytest.raises(TmxError, match=r"^unit number 2: the segment in zh-CN is empty"):
        written(UNIT, replace(with_text(""), tuid=None))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"creationtool": "OmegaT"}, "header: creationtool is OmegaT's own name"),
        ({"creationtool": " "}, "header: creationtool is empty"),
        ({"creationtoolversion": ""}, "header: creationtoolversion is empty"),
        ({"memory_format": ""}, "header: memory_format is empty"),
        ({"datatype": ""}, "header: datatype is empty"),
        ({"adminlang": ""}, "header: '' is no language tag"),
        ({"srclang": "*all*"}, "header: srclang is *all*; name one"),
        ({"srclang": ""}, "header: '' is no language tag"),
        ({"segtype": "paragraph"}, "header: segtype is 'paragraph'; only 'sentence'"),
        ({"extra": (("a", "b"),)}, "header: TMX 1.4 has no attribute a='b'"),
        ({"annotations": (Property("score", "1"),)}, "header: the property type 'score'"),
        ({"annotations": (Element("v"),)}, "header: TMX 1.4 has no element 'v'"),
        ({"annotations": (ude(Element("b")),)}, "header: a ude holds map elements only"),
        ({"annotations": (ude("b"),)}, "header: a ude holds map elements only"),
        ({"annotations": (ude(),)}, "header: a ude needs name"),
        ({"annotations": (ude(Element("map")),)}, "header: a map needs unicode"),
    ],
)
def test_a_header_that_a_tool_would_refuse_is_refused(
    change: dict[str, object], reason: str
) -> None:
    with pytest.raises(TmxError) as caught:
        written(UNIT, header=replace(HEADER, **change))  # type: ignore[arg-type]
    assert str(caught.value).startswith(reason)


def test_a_header_says_version_1_4_whatever_was_read() -> None:
    assert b'<tmx version="1.4">' in written(UNIT, header=replace(HEADER, version="1.4b"))


def test_a_user_defined_encoding_may_stand_in_the_header() -> None:
    header = replace(HEADER, annotations=(ude(Element("map", (("unicode", "#xF8FF"),))),))
    assert validate(io.BytesIO(written(UNIT, header=header))) == ()


def test_one_language_has_one_tag_in_the_whole_memory() -> None:
    other = Unit.pair(("zh-CN", "甲"), ("en-US", "a"), tuid="u2")
    with pytest.raises(TmxError, match=r"^unit u2: its language is en-US, and en in units before"):
        written(UNIT, other)


def test_a_unit_may_hold_two_varieties_of_one_language() -> None:
    variants = [("zh-CN", "车"), ("en-GB", "lorry"), ("en-US", "truck")]
    unit = Unit(tuple(Variant(tag, Segment.of(text)) for tag, text in variants))
    assert written(unit, unit).count(b"<tuv") == 6


@pytest.mark.parametrize(
    ("text", "one_line"),
    [
        ("重申\n其决议", "重申其决议"),
        ("重申，\r\n其决议", "重申，其决议"),
        ("its\nresolution", "its resolution"),
        ("its \n  resolution", "its resolution"),
        ("第\n3 段", "第 3 段"),
        ("\nits\n", "its"),
        ("its\u2028resolution", "its resolution"),
        ("its\x0bresolution", "its resolution"),
        ("两  格\tand a tab", "两  格\tand a tab"),
        (" its ", " its "),
    ],
)
def test_only_line_breaks_inside_a_segment_change(text: str, one_line: str) -> None:
    assert source_of(written(with_text(text))) == one_line


def test_line_breaks_beside_a_tag_stay_spaces_and_native_code_stays_as_it_is() -> None:
    content = ("a\n", Tag("ph", ("<br\n/>",)), "\nb", Tag("hi", ("\nc",)))
    data = written(with_content(*content))
    segment = next(read_tmx(io.BytesIO(data))[1]).variants[0].segment
    assert segment.content == ("a ", Tag("ph", ("<br\n/>",)), " b", Tag("hi", (" c",)))


@pytest.mark.parametrize(
    ("text", "mended", "count"),
    [("a\x0cb", "a b", 1), ("a\x00\x1fb", "ab", 2), ("a\ud800b\uffff", "a\ufffdb", 2)],
)
def test_characters_that_xml_lacks_are_mended_and_counted(
    text: str, mended: str, count: int, caplog: pytest.LogCaptureFixture
) -> None:
    assert source_of(written(with_text(text))) == mended
    (record,) = caplog.records
    assert record.getMessage() == (
        f"unit u1: characters that XML can't carry, left out or replaced: {count}"
    )


def test_they_are_mended_in_names_notes_and_properties_too() -> None:
    annotations = (Note("a\x01"), Property("x-a", "b\x01"))
    data = written(replace(UNIT, tuid="c\x01", annotations=annotations))
    unit = next(read_tmx(io.BytesIO(data))[1])
    assert (unit.tuid, unit.annotations) == ("c", (Note("a"), Property("x-a", "b")))


@pytest.mark.parametrize(
    ("length", "message"),
    [
        (2000, None),
        (2001, "has 2001 characters; Trados Cloud takes at most 2000"),
        (8001, "has 8001 characters; Wordfast Classic takes at most 8000"),
    ],
)
def test_a_segment_too_long_for_some_tool_is_written_with_a_warning(
    length: int, message: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    assert len(source_of(written(with_text("甲" * length)))) == length
    warnings = [record.getMessage() for record in caplog.records]
    assert warnings == ([] if message is None else [f"unit u1: the segment in zh-CN {message}"])


def test_a_language_tag_too_long_for_wordfast_is_written_with_one_warning(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    unit = with_text("甲", "zh-Hans")
    written(unit, unit, header=replace(HEADER, srclang="zh-Hans"))
    assert [record.getMessage() for record in caplog.records] == [
        "zh-Hans: Wordfast Classic takes language tags of at most 5 characters"
    ]


def test_dates_that_a_unit_has_are_kept_and_missing_ones_filled() -> None:
    made = datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
    data = written(replace(UNIT, record=Record(creationdate=made)))
    assert b'creationdate="20200102T030405Z" changedate="20200102T030405Z"' in data


def test_an_exact_copy_adds_no_dates_and_keeps_what_a_tool_would_refuse() -> None:
    unit = Unit((Variant("en", Segment()),), extra=(("vendor", "1"),))
    data = written(unit, header=replace(HEADER, srclang="*all*"), exact=True)
    assert b"date" not in data
    assert next(read_tmx(io.BytesIO(data))[1]) == unit


def test_a_name_that_xml_lacks_is_refused() -> None:
    with pytest.raises(TmxError, match="can't be the name of an element or attribute"):
        written(replace(UNIT, extra=(("a b", "c"),)), exact=True)


def test_an_invalid_source_date_epoch_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(TmxError, match=r"^SOURCE_DATE_EPOCH is 'yesterday'; set it to"):
        written(UNIT)


def test_bytes_go_to_a_file_as_well(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    with path.open("wb") as stream:
        write_tmx(stream, HEADER, [UNIT])
    assert path.read_bytes() == written(UNIT)
