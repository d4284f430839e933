"""What is looked at: memories in any format, and alignments."""

from pathlib import Path

import pytest

from align.errors import AlignmentError
from align.quality.sources import open_source
from tmx.errors import TmxError
from tmx.exchange.choices import Choices
from tmx.units import Header, Segment, Unit, Variant
from tmx.writer import write_tmx


def write(path: Path, units: list[Unit], srclang: str = "zh-CN") -> Path:
    with path.open("wb") as stream:
        write_tmx(stream, Header(srclang, "t", "1"), units, exact=True)
    return path


PAIR = Unit.pair(("zh-CN", "大会"), ("en", "The Assembly"))
THREE = Unit((*PAIR.variants, Variant("fr", Segment.of("L'Assemblée"))))


def test_a_memory_tells_its_languages(tmp_path: Path) -> None:
    with open_source(write(tmp_path / "m.tmx", [PAIR])) as source:
        assert source.languages == ("zh-CN", "en")
        assert [(pair.source.text, pair.target.text) for pair in source.pairs()] == [
            ("大会", "The Assembly")
        ]


def test_of_several_targets_one_is_chosen(tmp_path: Path) -> None:
    path = write(tmp_path / "m.tmx", [THREE])
    message = r"beside zh-CN, its units are in en, fr; say which with --target-lang"
    with pytest.raises(AlignmentError, match=message), open_source(path):
        pass
    with open_source(path, Choices(target_language="fr")) as source:
        assert [pair.target.text for pair in source.pairs()] == ["L'Assemblée"]


def test_a_memory_without_a_source_language_takes_the_first_units_first(tmp_path: Path) -> None:
    with open_source(write(tmp_path / "m.tmx", [PAIR], "*all*")) as source:
        assert source.languages == ("zh-CN", "en")


def test_a_table_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "m.tsv"
    path.write_text("zh-CN\ten\n大会\tThe Assembly\n", "utf-8")
    with open_source(path) as source:
        assert [pair.target.text for pair in source.pairs()] == ["The Assembly"]


def test_an_empty_memory_has_no_pairs(tmp_path: Path) -> None:
    with open_source(write(tmp_path / "m.tmx", [])) as source:
        assert list(source.pairs()) == []


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", b"{}", "a.json"),
        ("a.tmx", b"<tmx", "a.tmx"),
        ("a.tmx", None, "a.tmx"),
        ("a.json", None, "there is no such file"),
    ],
)
def test_what_can_not_be_read_is_told_in_one_line(
    name: str, content: bytes | None, message: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    errors = (AlignmentError, TmxError)
    with pytest.raises(errors, match=message) as caught, open_source(path) as source:
        list(source.pairs())
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("srclang", "source", "target", "found"),
    [
        ("zh-Hant", "zh-TW", "zh-CN", ("zh-Hant", "zh-CN")),
        ("zh-Hans", "zh-TW", "zh-CN", ("zh-Hans", "zh-TW")),
        ("en", "en-US", "zh", ("en", "zh")),
        ("en-GB", "en-US", "en-GB", ("en-GB", "en-US")),
    ],
)
def test_a_header_may_name_the_source_in_another_form(
    srclang: str, source: str, target: str, found: tuple[str, str], tmp_path: Path
) -> None:
    path = write(tmp_path / "m.tmx", [Unit.pair((source, "甲"), (target, "乙"))], srclang)
    with open_source(path) as opened:
        assert opened.languages == found
        texts = [{pair.source.text, pair.target.text} for pair in opened.pairs()]
    assert texts == [{"甲", "乙"}]


def test_a_language_that_no_unit_has_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = write(tmp_path / "m.tmx", [PAIR])
    for target, messages in (("en-GB", []), ("fr", [f"{path}: no unit has fr"])):
        with open_source(path, Choices(target_language=target)) as source:
            list(source.pairs())
        assert caplog.messages == messages


def test_a_format_that_is_said_goes_before_the_name(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    path.write_text("zh-CN\ten\n大会\tThe Assembly\n", "utf-8")
    with open_source(path, format_name="tsv") as source:
        assert [pair.target.text for pair in source.pairs()] == ["The Assembly"]
