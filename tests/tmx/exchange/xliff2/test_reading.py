"""XLIFF 2.1 of other tools."""

from __future__ import annotations

import pytest

from tests.tmx.exchange.reading import message, read, texts
from tmx.exchange.choices import Choices
from tmx.units import Note, Property, Tag, Unit

HEAD = (
    '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh-CN"'
    ' trgLang="en" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0">\n'
    '<file id="f1" original="a.docx">\n'
)
END = "</file></xliff>"
DATA = (
    '<originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data>'
    '<data id="d3">a<cp hex="0003"/></data></originalData>'
)


def units_of(body: str) -> list[Unit]:
    return read("xliff2", HEAD + body + END)[1]


def content_of(source: str) -> tuple[str | Tag, ...]:
    (unit,) = units_of(f'<unit id="u">{DATA}<segment><source>{source}</source></segment></unit>')
    return unit.variants[0].segment.content


def test_a_unit_is_one_with_what_is_known_of_it() -> None:
    (unit,) = units_of(
        '<group id="g"><unit id="u1" name="n"><mda:metadata><mda:metaGroup category="c">'
        '<mda:meta type="client">UN</mda:meta><mda:metaGroup appliesTo="target">'
        '<mda:meta type="x-mt">yes</mda:meta></mda:metaGroup></mda:metaGroup></mda:metadata>'
        '<notes><note>look</note><note appliesTo="source">at</note></notes>'
        '<segment state="reviewed"><source>甲</source><target>a</target></segment></unit></group>'
    )
    assert texts([unit]) == [{"zh-CN": "甲", "en": "a"}]
    assert unit.tuid == "n"
    assert set(unit.annotations) == {
        Property("x-client", "UN"),
        Note("look"),
        Property("x-document", "a.docx"),
        Property("x-state", "reviewed"),
    }
    assert [item.annotations for item in unit.variants] == [
        (Note("at"),),
        (Property("x-mt", "yes"),),
    ]


def test_every_segment_is_a_unit_and_what_is_ignorable_is_none() -> None:
    units = units_of(
        '<unit id="u"><segment id="s1"><source>甲。</source><target>A.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        "<segment><source>乙。</source><target/></segment></unit>"
    )
    assert texts(units) == [{"zh-CN": "甲。", "en": "A."}, {"zh-CN": "乙。"}]
    assert [unit.tuid for unit in units] == ["u:1", "u:2"]


@pytest.mark.parametrize(
    ("source", "content"),
    [
        (
            '<pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d2">甲</pc>',
            (
                Tag("bpt", ("<b>",), i="1", x="1", type="bold"),
                "甲",
                Tag("ept", ("</b>",), i="1"),
            ),
        ),
        (
            '<sc id="5"/>甲<ec startRef="5" dataRef="d2"/>',
            (Tag("bpt", i="1", x="5"), "甲", Tag("ept", ("</b>",), i="1")),
        ),
        (
            '<sc id="5" isolated="yes"/><ec id="6" isolated="yes"/>',
            (Tag("it", x="5", pos="begin"), Tag("it", x="6", pos="end")),
        ),
        ('<sc id="5"/>甲', (Tag("it", x="5", pos="begin"), "甲")),
        ('<ph id="p" dataRef="d3" type="ui"/>', (Tag("ph", ("a\x03",), x="1", type="ui"),)),
        ('<ph id="1" disp="[br]"/>', (Tag("ph", ("[br]",), x="1"),)),
        ('<mrk id="m1" type="term">甲</mrk>', (Tag("hi", ("甲",), x="1", type="term"),)),
        ('甲<cp hex="0001"/><sm id="m"/>乙<em startRef="m"/>', ("甲\x01乙",)),
        ('<cp hex="zz"/>', ("\ufffd",)),
    ],
)
def test_inline_codes_become_tags(source: str, content: tuple[str | Tag, ...]) -> None:
    assert content_of(source) == content


UNIT = '<unit id="u"><segment><source>甲</source><target>a</target></segment></unit>'


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (HEAD + UNIT, "a, line 3, column "),
        ('<!DOCTYPE x [<!ENTITY e "甲">]>' + HEAD + UNIT + END, "a: it declares entities"),
        ('<xliff version="1.2"/>', "a: XLIFF of the version '1.2'; this reads 2.0 and 2.1"),
        ("<x/>", "a: no XLIFF"),
        ((HEAD + UNIT + END).replace('srcLang="zh-CN"', ""), "a, line 1: no srcLang is named"),
        (
            (HEAD + UNIT + END).replace('trgLang="en"', ""),
            "a, line 3: no trgLang is named; say --target-lang",
        ),
    ],
)
def test_what_is_broken_is_one_line_with_its_place(data: str, line: str) -> None:
    assert message("xliff2", data).startswith(line)


def test_options_name_the_languages() -> None:
    data = (HEAD + UNIT + END).replace('srcLang="zh-CN" trgLang="en"', "")
    assert texts(read("xliff2", data, Choices("zh-CN", "en"))[1]) == [{"zh-CN": "甲", "en": "a"}]
