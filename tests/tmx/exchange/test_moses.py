"""Two files of lines."""

from __future__ import annotations

import io

import pytest

from tests.tmx.exchange.memories import HEADER
from tests.tmx.exchange.reading import texts
from tests.tmx.test_writer import TAGGED
from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.losses import Losses
from tmx.exchange.moses import language_of, read_moses, write_moses
from tmx.units import Segment, Unit, Variant


def read(
    source: str | bytes,
    target: str | bytes,
    names: tuple[str, str] = ("a.zh", "a.en"),
    choices: Choices = NO_CHOICES,
) -> list[Unit]:
    streams = [
        io.BytesIO(data.encode() if isinstance(data, str) else data) for data in (source, target)
    ]
    return list(read_moses(*streams, names, choices)[1])


def written(*units: Unit) -> tuple[str, str, str]:
    source, target, losses = io.BytesIO(), io.BytesIO(), Losses()
    write_moses(source, target, HEADER, units, ("zh-CN", "en"), losses)
    return source.getvalue().decode(), target.getvalue().decode(), losses.listed


@pytest.mark.parametrize(
    ("name", "language"),
    [("a.zh", "zh"), ("x/a.zh_cn.gz", "zh-CN"), ("a.txt", None), ("a", None), ("a.12", None)],
)
def test_a_name_tells_the_language(name: str, language: str | None) -> None:
    assert language_of(name) == language


def test_lines_with_one_number_are_a_unit() -> None:
    units = read("甲\r\n\n乙\u2028丙\n", "a\nb\n\n")
    assert texts(units) == [{"zh": "甲", "en": "a"}, {"en": "b"}, {"zh": "乙\u2028丙"}]


def test_options_say_the_languages_and_the_encoding() -> None:
    choices = Choices("zh-TW", "de", encoding="big5")
    units = read("甲\n".encode("big5"), b"a\n", ("a.txt", "b.txt"), choices)
    assert texts(units) == [{"zh-TW": "甲", "de": "a"}]


@pytest.mark.parametrize(
    ("source", "target", "line"),
    [
        ("甲\n乙\n", "a\n", "a.en: it ends after line 1, and a.zh goes on; the two must have"),
        ("甲\n", "a\nb\n", "a.zh: it ends after line 1, and a.en goes on; the two must have"),
        ("甲\n".encode("gb18030"), "a\n", "a.zh, line 1 (byte 0, 0xbc): not in UTF-8"),
    ],
)
def test_what_does_not_fit_is_one_line(source: str, target: str, line: str) -> None:
    with pytest.raises(TmxError) as caught:
        read(source, target)
    assert str(caught.value).startswith(line)


def test_a_name_without_a_language_needs_an_option() -> None:
    with pytest.raises(TmxError, match=r"^b\.txt: its name does not end in a .*--target-lang$"):
        read("甲\n", "a\n", ("a.zh", "b.txt"))


def test_line_breaks_become_spaces_and_what_is_no_text_is_counted() -> None:
    units = [
        Unit.pair(("zh-CN", "甲\n乙"), ("en", "a\nb"), tuid="1"),
        Unit((Variant("zh-CN", TAGGED), Variant("en", Segment.of("c")))),
        Unit((Variant("zh-CN", Segment.of("丁")),)),
        Unit.pair(("zh-CN", ""), ("en", "d")),
    ]
    source, target, lost = written(*units)
    assert (source, target) == ("甲乙\n请注意词\n", "a b\nc\n")
    assert lost == (
        "1 fact (name, date, note, property), 6 inline tags, 1 unit without en, "
        "1 unit with an empty segment"
    )
