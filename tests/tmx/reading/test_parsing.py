"""Reading TMX: all that the model holds, all that is met in the wild, nothing from outside."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.tmx.strategies import HEADERS, SAFE_UNITS, UNITS
from tmx.errors import TmxError
from tmx.reading import read_tmx
from tmx.units import Element, Header, Note, Property, Record, Segment, Tag, Unit, Variant
from tmx.writer import write_tmx

HEADER = Header("zh-CN", "duiqi", "0.1.0", creationdate=datetime(2012, 12, 3, tzinfo=UTC))
SHARED = Path(__file__).parents[3].parent / "shared" / "data"


def written(header: Header, units: Iterable[Unit], exact: bool = False) -> bytes:
    stream = io.BytesIO()
    write_tmx(stream, header, units, exact=exact)
    return stream.getvalue()


def read(data: bytes, name: str = "m.tmx") -> tuple[Header, list[Unit]]:
    header, units = read_tmx(io.BytesIO(data), name)
    return header, list(units)


def memory(body: str, before: str = "", version: str = "1.4") -> bytes:
    return (
        f'{before}<tmx version="{version}"><header srclang="zh-CN"/><body>{body}</body></tmx>'
    ).encode()


def unit_of(segment: str) -> str:
    return f'<tu><tuv xml:lang="zh-CN"><seg>{segment}</seg></tuv></tu>'


@settings(max_examples=50, deadline=None)
@given(HEADERS, st.lists(UNITS, max_size=2))
def test_everything_that_the_model_holds_is_read_back(header: Header, units: list[Unit]) -> None:
    first = written(header, units, exact=True)
    read_back = read(first)
    assert read_back == (header, units)
    assert written(*read_back, exact=True) == first


@settings(max_examples=50, deadline=None)
@given(st.lists(SAFE_UNITS, max_size=3))
def test_what_every_tool_takes_is_read_back(units: list[Unit]) -> None:
    assert read(written(HEADER, units))[1] == units


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"]
)
def test_every_encoding_that_occurs_is_read(encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
    prolog = f'<?xml version="1.0" encoding="{declared.get(encoding, encoding)}"?>'
    data = memory(unit_of("重申"), prolog).decode().encode(encoding)
    assert read(data)[1][0].variants[0].segment.text == "重申"


@pytest.mark.parametrize("version", ["1.1", "1.2", "1.3", "1.4", "1.4b"])
def test_older_versions_name_the_language_by_lang(version: str) -> None:
    body = '<tu><note lang="en">a</note><tuv lang="en"><seg>b</seg></tuv></tu>'
    header, (unit,) = read(memory(body, version=version))
    assert header.version == version
    assert (unit.variants[0].language, unit.notes[0].language) == ("en", "en")


def test_xml_lang_goes_before_lang_and_both_are_kept() -> None:
    _, (unit,) = read(memory('<tu><tuv xml:lang="zh-CN" lang="ZH"><seg>甲</seg></tuv></tu>'))
    assert unit.variants == (Variant("zh-CN", Segment.of("甲"), extra=(("lang", "ZH"),)),)


def test_a_property_behind_the_segment_is_read() -> None:
    body = '<tu><tuv xml:lang="en"><seg>a</seg><prop type="x-b">c</prop></tuv></tu>'
    (unit,) = read(memory(body))[1]
    assert unit.variants[0].annotations == (Property("x-b", "c"),)


def test_several_translations_and_several_languages_are_read_in_their_order() -> None:
    body = "<tu>" + "".join(
        f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>'
        for language, text in (("zh-CN", "甲"), ("en", "a"), ("en", "b"), ("fr", "c"))
    )
    (unit,) = read(memory(body + "</tu>"))[1]
    assert [variant.segment.text for variant in unit.variants] == ["甲", "a", "b", "c"]


def test_unknown_elements_and_attributes_are_carried() -> None:
    body = (
        '<tu vendor="1"><v:a xmlns:v="urn:v" v:b="2">x<c/>y</v:a>'
        '<tuv xml:lang="en"><seg>p<mrk t="3">q</mrk></seg></tuv></tu>'
    )
    (unit,) = read(memory(body))[1]
    assert unit.extra == (("vendor", "1"),)
    inside = ("x", Element("c"), "y")
    assert unit.annotations == (Element("{urn:v}a", (("{urn:v}b", "2"),), inside),)
    assert unit.variants[0].segment.content == ("p", Tag("mrk", ("q",), extra=(("t", "3"),)))


def test_a_date_or_a_count_in_another_form_is_carried_as_it_is() -> None:
    body = '<tu creationdate="2012-12-03" usagecount="007" changedate="20121203T000000Z"/>'
    (unit,) = read(memory(body))[1]
    assert unit.record == Record(changedate=datetime(2012, 12, 3, tzinfo=UTC))
    assert set(unit.extra) == {("creationdate", "2012-12-03"), ("usagecount", "007")}


def test_line_breaks_comments_and_cdata_in_a_segment() -> None:
    (unit,) = read(memory(unit_of("a\r\nb<!-- no -->c<![CDATA[<d>]]><?no no?>e")))[1]
    assert unit.variants[0].segment == Segment.of("a\nbc<d>e")


def test_a_file_in_the_namespace_of_tmx_is_read() -> None:
    data = memory(unit_of("甲")).replace(b"<tmx ", b'<tmx xmlns="http://www.lisa.org/tmx14" ')
    assert read(data)[1][0].variants[0].segment.text == "甲"


def test_elements_inside_a_note_or_a_property_give_their_words() -> None:
    body = "<tu><note>a<b>c</b>d<!-- no -->e</note><prop type='x-e'>f<g/>h</prop></tu>"
    (unit,) = read(memory(body))[1]
    assert unit.annotations == (Note("acde"), Property("x-e", "fh"))


def test_a_unit_in_another_namespace_is_none_of_the_memory() -> None:
    assert read(memory('<tu xmlns="urn:v"/>' + unit_of("甲")))[1][0].variants[0].language == "zh-CN"


def test_a_persons_note_is_read_whatever_it_says() -> None:
    (unit,) = read(memory("<tu><note>ask: Ann: twice</note></tu>"))[1]
    assert unit.notes == (Note("ask: Ann: twice"),)


def test_a_damaged_file_gives_the_units_before_the_damage_and_says_where_it_is() -> None:
    _, units = read_tmx(io.BytesIO(memory(unit_of("甲") + "\n" + unit_of("a</b>"))), "m.tmx")
    assert next(units).variants[0].segment.text == "甲"
    with pytest.raises(TmxError, match=r"^m\.tmx, line 2, byte \d+: the XML is damaged: "):
        next(units)


def test_a_file_that_ends_too_early_is_damaged() -> None:
    whole = memory(unit_of("甲") * 3)
    header, units = read_tmx(io.BytesIO(whole[:-30]), "m.tmx")
    with pytest.raises(TmxError, match=r"^m\.tmx"):
        list(units)
    assert header.srclang == "zh-CN"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "m.tmx: the file is empty"),
        (b"no XML", "m.tmx: no TMX, for it does not begin as XML does"),
        (b"<html><body/></html>", "m.tmx: no TMX, for its root element is <html>"),
        (b"<tmx><body><tu/></body></tmx>", "m.tmx: no TMX, for it has no <header>"),
        (b"<tmx><body/></tmx>", "m.tmx: no TMX, for it has no <header>"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "m.tmx: no TMX, for it does not begin as XML does"),
    ],
)
def test_what_is_no_tmx_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(TmxError) as caught:
        read(data)
    assert str(caught.value).startswith(reason)
    assert "\n" not in str(caught.value)


LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' if level else '<!ENTITY l0 "ha">'
    for level in range(10)
)


@pytest.mark.parametrize(
    ("prolog", "reference"),
    [
        ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "{path}">]>', "&x;"),
        ('<!DOCTYPE tmx [<!ENTITY % x SYSTEM "{path}"> %x;]>', ""),
        (f"<!DOCTYPE tmx [{LAUGHS}]>", "&l9;"),
        ("<!DOCTYPE tmx [<!ENTITY x 'y'>]>", "&x;"),
        ("", "&nbsp;"),
        ('<!DOCTYPE tmx SYSTEM "{path}">', "&nbsp;"),
    ],
)
def test_no_entity_is_expanded(prolog: str, reference: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("<!ENTITY nbsp 'secret'>")
    data = memory(unit_of(f"a{reference}"), prolog.replace("{path}", secret.as_uri()))
    with pytest.raises(TmxError) as caught:
        read(data)
    assert "secret" not in str(caught.value)


def test_a_document_type_that_is_named_is_not_read(tmp_path: Path) -> None:
    missing = (tmp_path / "missing.dtd").as_uri()
    data = memory(unit_of("甲"), f'<!DOCTYPE tmx SYSTEM "{missing}">')
    assert read(data)[1][0].variants[0].segment.text == "甲"


def test_two_segments_in_one_variant_are_refused() -> None:
    with pytest.raises(TmxError, match=r"^m\.tmx, line 1, byte \d+: a <tuv> with two <seg>"):
        read(memory(unit_of("a</seg><seg>b")))


def test_units_are_read_as_they_are_asked_for() -> None:
    class Slow(io.BytesIO):
        """Remembers how far it was read."""

    stream = Slow(memory(unit_of("重申" * 100) * 5000))
    _, units = read_tmx(stream)
    next(units)
    assert stream.tell() < len(stream.getvalue()) / 10


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not here")
def test_a_real_memory_agrees_with_the_tree_and_is_written_back_equal() -> None:
    data = (SHARED / "tico19" / "all.en-zh.tmx").read_bytes()
    header, units = read(data)
    tree = etree.fromstring(data)
    segments = [seg.text or "" for seg in tree.iter("seg")]
    assert [variant.segment.text for unit in units for variant in unit.variants] == segments
    assert [unit.tuid for unit in units] == [unit.get("tuid") for unit in tree.iter("tu")]
    assert len(units) == 3071
    assert read(written(header, units, exact=True)) == (header, units)
