"""A target language becomes the source."""

from dataclasses import replace

import pytest

from tmx.errors import TmxError
from tmx.operations.flip import flip
from tmx.units import Header, Unit

HEADER = Header("zh-CN", "t", "1")
PAIR = Unit.pair(("zh-CN", "大会"), ("en", "The General Assembly"))


def test_the_only_target_becomes_the_source() -> None:
    header, units = flip(HEADER, [PAIR])
    (unit,) = units
    assert header.srclang == "en"
    assert [item.language for item in unit.variants] == ["en", "zh-CN"]


def test_a_source_of_the_units_own_changes_too() -> None:
    _, units = flip(HEADER, [replace(PAIR, srclang="zh-CN")])
    assert [unit.srclang for unit in units] == ["en"]


def test_turning_twice_gives_the_memory_back() -> None:
    header, units = flip(HEADER, [PAIR, PAIR])
    header, again = flip(header, list(units))
    assert (header, list(again)) == (HEADER, [PAIR, PAIR])


def test_several_targets_need_a_language() -> None:
    several = replace(
        PAIR, variants=(*PAIR.variants, *Unit.pair(("fr", "a"), ("de", "b")).variants)
    )
    with pytest.raises(TmxError, match=r"zh-CN, en, fr, de; say which"):
        flip(HEADER, [several])
    header, units = flip(HEADER, [several, PAIR], "fr")
    first, second = units
    assert header.srclang == "fr"
    assert [item.language for item in first.variants] == ["fr", "zh-CN", "en", "de"]
    assert second is PAIR


def test_an_empty_memory_needs_a_language() -> None:
    with pytest.raises(TmxError, match="it has no units; say which"):
        flip(HEADER, [])
    header, units = flip(HEADER, [], "en")
    assert (header.srclang, list(units)) == ("en", [])


@pytest.mark.parametrize(
    ("said", "held", "becomes"),
    [
        ("zh", "zh-CN", "zh-CN"),
        ("ZH-cn", "zh-CN", "zh-CN"),
        ("zh-Hans", "zh_CN", "zh_CN"),
        ("en", "en-GB", "en-GB"),
        (None, "zh-CN", "zh-CN"),
    ],
)
def test_the_header_names_the_language_as_the_units_do(
    said: str | None, held: str, becomes: str
) -> None:
    unit = Unit.pair(("de-DE", "a"), (held, "b"))
    header, units = flip(replace(HEADER, srclang="de"), [unit], said)
    assert header.srclang == becomes
    assert [item.language for turned in units for item in turned.variants] == [held, "de-DE"]


@pytest.mark.parametrize("said", ["fr", "zh-TW"])
def test_a_language_that_no_unit_has_is_an_error(said: str) -> None:
    _, units = flip(HEADER, [PAIR], said)
    with pytest.raises(TmxError, match=f"it has no unit in {said}"):
        list(units)
