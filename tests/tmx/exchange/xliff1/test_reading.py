"""XLIFF 1.2 of other tools."""

from __future__ import annotations

import pytest

from tests.tmx.exchange.reading import message, read, texts
from tmx.exchange.choices import Choices
from tmx.units import Note, Property, Tag, Unit

HEAD = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    '<file original="a.docx" source-language="zh-CN" target-language="en" datatype="html">\n'
    "<body>\n"
)
END = "</body></file></xliff>"


def units_of(body: str) -> list[Unit]:
    return read("xliff", HEAD + body + END)[1]


def content_of(source: str) -> tuple[str | Tag, ...]:
    (unit,) = units_of(f'<trans-unit id="1"><source>{source}</source></trans-unit>')
    return unit.variants[0].segment.content


def test_a_trans_unit_is_a_unit_with_what_is_known_of_it() -> None:
    header, (unit,) = read(
        "xliff",
        HEAD
        + '<group id="g"><trans-unit id="t1"><source>甲</source>'
        + '<target state="needs-translation">a</target>'
        + '<context-group><context context-type="sourcefile">x.c</context></context-group>'
        + '<note>look</note><note annotates="target" xml:lang="de">gut</note>'
        + "</trans-unit></group>"
        + END,
    )
    assert (header.srclang, header.datatype, header.memory_format) == ("zh-CN", "html", "XLIFF 1.2")
    assert texts([unit]) == [{"zh-CN": "甲", "en": "a"}]
    assert unit.tuid == "t1"
    assert set(unit.annotations) == {
        Property("x-document", "a.docx"),
        Property("x-state", "needs-translation"),
        Property("x-sourcefile", "x.c"),
        Note("look"),
    }
    assert unit.variants[1].annotations == (Note("gut", "de"),)


@pytest.mark.parametrize(
    ("source", "content"),
    [
        (
            '<g id="1" ctype="bold">甲</g>',
            (Tag("bpt", i="1", x="1", type="bold"), "甲", Tag("ept", i="1")),
        ),
        (
            '<x id="2" ctype="lb" equiv-text="&lt;br/>"/>',
            (Tag("ph", ("<br/>",), x="2", type="lb"),),
        ),
        (
            '<bx id="3" rid="7"/>甲<ex id="4" rid="7"/>',
            (Tag("bpt", i="7", x="3"), "甲", Tag("ept", i="7")),
        ),
        ('<bx id="3"/>甲', (Tag("it", x="3", pos="begin"), "甲")),
        ('甲<ex id="3"/>', ("甲", Tag("it", pos="end"))),
        (
            '<bpt id="1">{b}<sub>乙</sub></bpt>甲<ept id="1">{/b}</ept>',
            (
                Tag("bpt", ("{b}", Tag("sub", ("乙",))), i="1", x="1"),
                "甲",
                Tag("ept", ("{/b}",), i="1"),
            ),
        ),
        ('<it id="1" pos="close">x</it>', (Tag("it", ("x",), x="1", pos="end"),)),
        ('<ph id="1" assoc="both">x</ph>', (Tag("ph", ("x",), x="1", assoc="b"),)),
        ('<mrk mtype="term" mid="5">甲</mrk>', (Tag("hi", ("甲",), type="term"),)),
        (
            '<x id="{a}"/><x id="1"/><x id="{b}"/>',
            (Tag("ph", x="2"), Tag("ph", x="1"), Tag("ph", x="3")),
        ),
        ('甲<!-- c --><v:b xmlns:v="v">乙</v:b>', ("甲乙",)),
    ],
)
def test_inline_elements_become_tags(source: str, content: tuple[str | Tag, ...]) -> None:
    assert content_of(source) == content


def test_ids_are_the_same_numbers_in_both_languages() -> None:
    (unit,) = units_of(
        '<trans-unit id="1"><source><x id="a"/><x id="b"/></source>'
        '<target><x id="b"/><x id="a"/></target></trans-unit>'
    )
    assert [[tag.x for tag in item.segment.content] for item in unit.variants] == [
        ["1", "2"],
        ["2", "1"],
    ]


def test_the_segments_of_sdlxliff_are_units() -> None:
    units = units_of(
        '<trans-unit id="t"><source>甲。乙。</source>'
        '<seg-source><g id="3"><mrk mtype="seg" mid="1">甲。</mrk>'
        '<mrk mtype="seg" mid="2">乙。</mrk></g></seg-source>'
        '<target><g id="3"><mrk mtype="seg" mid="1">A.</mrk><mrk mtype="seg" mid="2"/></g></target>'
        '<sdl:seg-defs xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">'
        '<sdl:seg id="1" conf="Draft"/><sdl:seg id="2"/></sdl:seg-defs>'
        "</trans-unit>"
    )
    assert texts(units) == [{"zh-CN": "甲。", "en": "A."}, {"zh-CN": "乙。"}]
    assert [unit.tuid for unit in units] == ["t:1", "t:2"]
    assert [unit.value("x-ConfirmationLevel") for unit in units] == ["Draft", None]


def test_alternative_translations_are_passed_over_and_counted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    units = units_of(
        '<trans-unit id="1"><source>甲</source>'
        "<alt-trans><source>乙</source><target>b</target></alt-trans></trans-unit>"
    )
    assert texts(units) == [{"zh-CN": "甲"}]
    assert "a: passed over, since a memory has no place for them: 1 alternative tr" in caplog.text


def test_every_file_has_its_own_languages() -> None:
    second = (
        '</body></file><file original="b" source-language="zh_tw" target-language="de">'
        '<body><trans-unit id="1"><source>乙</source><target>b</target></trans-unit>'
    )
    first = '<trans-unit id="1"><source>甲</source><target>a</target></trans-unit>'
    assert texts(units_of(first + second)) == [
        {"zh-CN": "甲", "en": "a"},
        {"zh-TW": "乙", "de": "b"},
    ]


UNIT = '<trans-unit id="1"><source>甲</source><target>a</target></trans-unit>'


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (HEAD + UNIT, "a, line 4, column 69: the XML is damaged: "),
        ((HEAD + UNIT + END).replace("甲", "&e;"), "a, line 4, column 31: the XML is damaged"),
        ('<!DOCTYPE x [<!ENTITY e "甲">]>' + HEAD + END, "a: it declares entities"),
        (
            '<!DOCTYPE x SYSTEM "file:///x.dtd">' + HEAD + UNIT.replace("甲", "&e;") + END,
            "a, line 4: the entity &e; is none of XML's own; write the character itself",
        ),
        pytest.param(
            HEAD.replace("<body>", f"<header>{'x' * 10_000_001}</header><body>") + UNIT + END,
            "a, line 3: one text or attribute is longer than 10 MB; if it is an embedded file",
            id="embedded file",
        ),
        ("<tmx/>", "a: no XLIFF, for its root element is another"),
        ('<xliff version="2.0"/>', "a: XLIFF of the version '2.0'; this reads 1.0 to 1.2"),
        ('<xliff version="1.2"/>', "a: it has no <file>"),
        ("", "a: the file is empty, or ends too early"),
        (
            (HEAD + UNIT + END).replace('target-language="en"', ""),
            "a, line 4: no target-language is named; say --target-lang",
        ),
        (
            (HEAD + UNIT + END).replace('source-language="zh-CN"', ""),
            "a, line 2: <file> names no source-language; say --source-lang",
        ),
    ],
)
def test_what_is_broken_is_one_line_with_its_place(data: str, line: str) -> None:
    assert message("xliff", data).startswith(line)


def test_options_name_the_languages() -> None:
    data = (HEAD + UNIT + END).replace('source-language="zh-CN" target-language="en"', "")
    assert texts(read("xliff", data, Choices("zh-CN", "en"))[1]) == [{"zh-CN": "甲", "en": "a"}]
