"""Simplified and traditional Chinese are told apart, and tagged."""

from dataclasses import replace

import pytest

from tests.tmx.operations.memories import HEADER
from tmx.errors import TmxError
from tmx.operations.scripts import (
    Script,
    is_chinese,
    script_of_tag,
    script_of_text,
    tagged_by_script,
)
from tmx.units import Unit

HANS, HANT, BOTH = "联合国大会决议", "聯合國大會決議", "大中人"


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("zh", None),
        ("zh-CN", Script.HANS),
        ("zh_SG", Script.HANS),
        ("zh-Hans-HK", Script.HANS),
        ("zh-Hant", Script.HANT),
        ("zh-HK", Script.HANT),
        ("cmn-TW", Script.HANT),
    ],
)
def test_tags_say_the_script(tag: str, script: Script | None) -> None:
    assert is_chinese(tag)
    assert script_of_tag(tag) is script


@pytest.mark.parametrize(
    ("text", "script"),
    [(HANS, Script.HANS), (HANT, Script.HANT), (BOTH, None), ("", None), ("UN", None),
     ("国國", None), ("国國國", Script.HANT)],
)  # fmt: skip
def test_characters_say_the_script(text: str, script: Script | None) -> None:
    assert script_of_text(text) is script


def of(tag: str, text: str) -> Unit:
    return Unit.pair(("en", "Assembly"), (tag, text))


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("zh", HANS, "zh-CN"),
        ("zh", HANT, "zh-TW"),
        ("zh", BOTH, "zh-CN"),
        ("zh-TW", BOTH, "zh-TW"),
        ("zh-CN", HANT, "zh-TW"),
        ("zh-HK", HANT, "zh-HK"),
        ("zh-TW", HANS, "zh-CN"),
        ("zh_cn", HANS, "zh_cn"),
        ("ja", HANT, "ja"),
    ],
)
def test_only_a_tag_that_does_not_fit_is_changed(tag: str, text: str, expected: str) -> None:
    header = replace(HEADER, srclang="en")
    with tagged_by_script(header, [of(tag, text)]) as tagged:
        (unit,) = tagged.units
        assert tagged.header == header
        assert unit == of(expected, text)
        assert tagged.changed == ({} if tag == expected else {(tag, expected): 1})


def test_the_header_says_what_most_sources_are() -> None:
    units = [Unit.pair(("zh", text), ("en", "a")) for text in (HANT, HANS, HANT, BOTH, HANT)]
    with tagged_by_script(replace(HEADER, srclang="zh"), units, hant="zh-hk") as tagged:
        assert tagged.header.srclang == "zh-HK"
        found = [(unit.variants[0].language, unit.srclang) for unit in tagged.units]
    other = ("zh-CN", "zh-CN")
    assert found == [("zh-HK", None), other, ("zh-HK", None), other, ("zh-HK", None)]


def test_the_tags_given_must_be_tags() -> None:
    with pytest.raises(TmxError, match="no language tag"), tagged_by_script(HEADER, [], hans="?"):
        pass
