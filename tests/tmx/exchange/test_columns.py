"""Which columns a table of a memory has."""

from __future__ import annotations

import pytest

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.columns import MOST_COLUMNS, Heading, Survey, headings_of, row_of, unit_of
from tmx.exchange.losses import Losses
from tmx.units import Property, Segment, Unit, Variant


def surveyed(source: str, *units: Unit) -> list[str]:
    survey = Survey()
    for unit in units:
        survey.see(unit)
    return [heading.title for heading in survey.headings(source)]


def unit(*languages: str) -> Unit:
    return Unit(tuple(Variant(language, Segment.of(language)) for language in languages))


@pytest.mark.parametrize(
    ("source", "titles"),
    [
        ("fr", ["fr", "zh-CN", "en-US", "en-US#2"]),
        ("en", ["en-US", "en-US#2", "zh-CN", "fr"]),
        ("de", ["zh-CN", "en-US", "en-US#2", "fr"]),
    ],
)
def test_the_source_comes_first_and_a_second_translation_behind_the_first(
    source: str, titles: list[str]
) -> None:
    assert surveyed(source, unit("zh_cn", "en-US"), unit("fr", "en-us", "en-US")) == titles


def test_a_column_for_every_value_that_one_unit_has() -> None:
    units = [
        Unit((), annotations=(Property("x-a", "1"),) * 2),
        Unit((), annotations=(Property("x-b", "1"), Property("x-a", "1"))),
    ]
    assert surveyed("en", *units) == ["x-a", "x-a", "x-b"]


def test_columns_without_end_are_cut_off_and_counted() -> None:
    many = Unit(
        unit("en").variants,
        annotations=tuple(Property(f"x-{number}", "1") for number in range(300)),
    )
    survey, losses = Survey(), Losses()
    survey.see(many)
    headings = survey.headings("en")
    assert len(headings) == MOST_COLUMNS
    assert row_of(many, headings, losses) == ["en", *["1"] * (MOST_COLUMNS - 1)]
    assert losses.listed == "45 texts without a column"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("zh_cn", Heading("zh-CN", "")),
        (" en ", Heading("en", "")),
        ("en#2", Heading("en#2", "")),
        ("en/note", Heading("en", "note")),
        ("en/nothing", Heading("", "x-en/nothing")),
        ("prop:a/b", Heading("", "prop:a/b")),
        ("ID", Heading("", "tuid")),
        ("Comments", Heading("", "note")),
        ("unit", Heading("", "tuid")),
        ("Match rate", Heading("", "x-match-rate")),
        ("xx", Heading("", "x-xx")),
        ("", Heading("", "-")),
    ],
)
def test_a_title_stands_for_what_it_says(title: str, heading: Heading) -> None:
    assert headings_of(["zh", title] if title != "zh" else ["zh"], NO_CHOICES)[-1] == heading


def test_what_a_title_leaves_open_has_to_be_said() -> None:
    with pytest.raises(TmxError, match=r"its column 'Target' .* --target-lang"):
        headings_of(["Source", "Target"], Choices("en"))
    assert headings_of(["原文", "译文"], Choices("zh", "en")) == (
        Heading("zh", ""),
        Heading("en", ""),
    )


def test_a_row_without_words_is_no_unit() -> None:
    headings = headings_of(["en", "x-a"], NO_CHOICES)
    assert unit_of(["", "1"], headings) is None
    assert row_of(Unit((), annotations=(Property("x-a", "1"),)), headings, Losses()) is None
