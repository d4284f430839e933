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
    with pytest.raises(TmxError, match="no language; say which"):
        flip(HEADER, [])
    header, units = flip(HEADER, [], "en")
    assert (header.srclang, list(units)) == ("en", [])
