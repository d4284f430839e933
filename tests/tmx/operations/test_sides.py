"""Which variant is the source."""

from dataclasses import replace

import pytest

from tmx.operations.sides import same_tag, source_of, target_of, targets_of
from tmx.units import Segment, Unit, Variant

UNIT = Unit(tuple(Variant(tag, Segment.of(tag)) for tag in ("en", "zh-CN", "zh_tw", "fr")))


@pytest.mark.parametrize(
    ("srclang", "found"),
    [
        ("zh-CN", "zh-CN"),
        ("ZH_cn", "zh-CN"),
        ("zh-TW", "zh_tw"),
        ("zh", "zh-CN"),
        ("zh-HK", "zh-CN"),
        ("en-US", "en"),
        ("*all*", "en"),
        ("de", None),
    ],
)
def test_the_source_is_found_by_its_tag(srclang: str, found: str | None) -> None:
    source = source_of(UNIT, srclang)
    assert (None if source is None else source.language) == found
    assert len(targets_of(UNIT, srclang)) == (4 if found is None else 3)


def test_a_units_own_source_goes_before_the_memorys() -> None:
    source = source_of(replace(UNIT, srclang="fr"), "en")
    assert source is not None
    assert source.language == "fr"


def test_the_first_that_is_not_the_source_is_the_target() -> None:
    target = target_of(UNIT, "en")
    assert target is not None
    assert target.language == "zh-CN"
    assert target_of(Unit(()), "en") is None
    assert source_of(Unit(()), "*all*") is None


def test_tags_are_compared_without_case_and_underscores() -> None:
    assert same_tag("zh_CN", "ZH-cn")
    assert not same_tag("zh", "zh-CN")
