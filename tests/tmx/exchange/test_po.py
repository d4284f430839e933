"""PO catalogues."""

from __future__ import annotations

import io

import pytest
from translate.storage import pypo

from tests.tmx.exchange.memories import HEADER
from tests.tmx.exchange.reading import message, read, texts
from tmx.exchange.choices import Choices
from tmx.exchange.losses import Losses
from tmx.exchange.po.writing import write_po
from tmx.units import Note, Property, Record, Unit

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"X-Source-Language: en\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
)
ENTRY = (
    "# read again\n#. Shown on the button\n#: main.c:12 main.c:40\n#, c-format\n"
    'msgctxt "menu"\nmsgid "Open %s"\nmsgstr "打开 %s"\n'
)


def written(*units: Unit) -> str:
    stream = io.BytesIO()
    write_po(stream, HEADER, units, Choices(), Losses())
    return stream.getvalue().decode()


def test_an_entry_is_a_unit_with_what_is_known_of_it() -> None:
    header, (unit,) = read("po", HEAD + ENTRY)
    assert header.srclang == "en"
    assert texts([unit]) == [{"en": "Open %s", "zh-CN": "打开 %s"}]
    assert unit.annotations == (
        Note("read again"),
        Note("Shown on the button"),
        Property("x-location", "main.c:12"),
        Property("x-location", "main.c:40"),
        Property("x-flags", "c-format"),
        Property("x-context", "menu"),
    )


def test_fuzzy_and_obsolete_entries_are_passed_over_and_counted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    text = HEAD + '#, fuzzy\nmsgid "a"\nmsgstr "甲"\n\n#~ msgid "b"\n#~ msgstr "乙"\n'
    assert read("po", text)[1] == []
    assert "a: passed over: 1 fuzzy entry (--fuzzy takes them), 1 obsolete entry" in caplog.text
    assert texts(read("po", text, Choices(fuzzy=True))[1]) == [{"en": "a", "zh-CN": "甲"}]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["甲"], [{"en": "file", "zh-CN": "甲"}, {"en": "files", "zh-CN": "甲"}]),
        (["甲", "乙"], [{"en": "file", "zh-CN": "甲"}, {"en": "files", "zh-CN": "乙"}]),
    ],
)
def test_plural_forms_are_units_of_their_own(
    forms: list[str], expected: list[dict[str, str]]
) -> None:
    text = 'msgid "file"\nmsgid_plural "files"\n'
    text += "".join(f'msgstr[{n}] "{form}"\n' for n, form in enumerate(forms))
    units = read("po", HEAD.replace("nplurals=1", f"nplurals={len(forms)}") + text)[1]
    assert texts(units) == expected
    assert [unit.value("x-plural") for unit in units] == ["0", "1"]


def test_an_entry_without_a_translation_has_one_variant() -> None:
    assert texts(read("po", HEAD + 'msgid "a"\nmsgstr ""\n')[1]) == [{"en": "a"}]


def test_the_languages_must_be_known() -> None:
    text = 'msgid "a"\nmsgstr "甲"\n'
    assert (
        message("po", text) == "a: its header does not name the source language; say --source-lang"
    )
    assert message("po", text, Choices("en")).endswith("say --target-lang")
    assert read("po", text, Choices("en", "zh"))[0].srclang == "en"


@pytest.mark.parametrize(
    "data",
    [b"no catalogue", HEAD.encode() + b'msgid "a\n', HEAD.encode() + b'msgid "\xff"\nmsgstr "b"\n'],
)
def test_what_is_no_catalogue_is_one_line(data: bytes) -> None:
    assert message("po", data).startswith(("a: no PO file", "a, line 8: no PO file"))


def test_a_bad_byte_is_told_with_its_place() -> None:
    data = (HEAD + 'msgid "Open all the files"\nmsgstr "打开所有的文件').encode() + b'\xe4"\n'
    assert message("po", data) == (
        f"a: is UTF-8, but 1 byte is not, in line 9 (byte {len(data) - 3}, 0xe4); mend it in a"
        " text editor and save the file as UTF-8"
    )


def test_the_same_source_twice_is_told_apart_for_gettext() -> None:
    units = [Unit.pair(("zh-CN", "甲"), ("en", text)) for text in ("a", "b", "c")]
    text = written(*units)
    entries = pypo.pofile.parsestring(text.encode()).units[1:]
    assert len({(entry.getcontext(), entry.source) for entry in entries}) == 3
    assert read("po", text)[1] == units


def test_what_is_written_is_seen_by_other_tools_where_po_has_a_place_for_it() -> None:
    unit = Unit.pair(
        ("zh-CN", "打开"),
        ("en", "Open"),
        tuid="7",
        annotations=(
            Note("read again"),
            Property("x-location", "main.c:12"),
            Property("x-flags", "c-format"),
            Property("x-context", "menu"),
        ),
    )
    assert written(unit).split("\n\n")[1] == (
        "# read again\n#. tuid: 7\n#: main.c:12\n#, c-format\n"
        'msgctxt "menu"\nmsgid "打开"\nmsgstr "Open"\n'
    )


def test_what_a_comment_can_not_hold_is_escaped() -> None:
    unit = Unit.pair(("zh-CN", "甲"), ("en", "a"), annotations=(Property("x-a", " b\n\\c\u2028"),))
    assert "#. x-a: \\u0020b\\n\\\\c\\u2028\n" in written(unit)
    assert read("po", written(unit))[1] == [unit]


def test_a_record_comes_back() -> None:
    unit = Unit.pair(("zh-CN", "甲"), ("en", "a"))
    dated = Unit(unit.variants, record=Record(changeid="li", usagecount=3))
    assert read("po", written(dated))[1] == [dated]
