"""Languages that are said, or found in a memory."""

from __future__ import annotations

import pytest

from tmx.exchange.choices import Choices, target_of, variant_in
from tmx.units import Segment, Unit, Variant


def unit(*languages: str) -> Unit:
    return Unit(tuple(Variant(language, Segment.of(language)) for language in languages))


@pytest.mark.parametrize(
    ("languages", "wanted", "found"),
    [
        (["en", "zh-CN"], "zh-CN", "zh-CN"),
        (["zh_cn"], "zh-CN", "zh_cn"),
        (["en-US"], "en", "en-US"),
        (["en-US", "en"], "en", "en"),
        (["en"], "en-GB", "en"),
        (["zh-TW"], "zh-CN", None),
        (["eng"], "en", None),
    ],
)
def test_a_variant_is_found_by_its_tag_or_a_close_one(
    languages: list[str], wanted: str, found: str | None
) -> None:
    variant = variant_in(unit(*languages), wanted)
    assert (variant.language if variant else None) == found


def test_the_only_target_of_the_first_unit_is_taken_and_no_unit_is_lost() -> None:
    units = [unit("en-US", "zh-CN"), unit("fr")]
    target, again = target_of(iter(units), "en", Choices())
    assert (target, list(again)) == ("zh-CN", units)
