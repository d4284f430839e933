"""How list counters are written and counted."""

import pytest

from corpora.readers.multilevel import Counters, Level
from corpora.readers.numbering import Style, whole_number, write_number

WRITTEN = [
    (Style.DECIMAL, 12, "12"),
    (Style.DECIMAL_ZERO, 7, "07"),
    (Style.DECIMAL_FULL_WIDTH, 12, "１２"),
    (Style.LOWER_LETTER, 2, "b"),
    (Style.LOWER_LETTER, 28, "bb"),
    (Style.LOWER_LETTER, 10**9, "1000000000"),
    (Style.UPPER_LETTER, 3, "C"),
    (Style.LOWER_ROMAN, 14, "xiv"),
    (Style.UPPER_ROMAN, 1999, "MCMXCIX"),
    (Style.UPPER_ROMAN, 0, "0"),
    (Style.CHINESE, 3, "三"),
    (Style.CHINESE, 10, "十"),
    (Style.CHINESE, 12, "十二"),
    (Style.CHINESE, 20, "二十"),
    (Style.CHINESE, 105, "一百零五"),
    (Style.CHINESE, 110, "一百一十"),
    (Style.CHINESE, 1001, "一千零一"),
    (Style.CHINESE_DIGITS, 20, "二〇"),
    (Style.CHINESE_FORMAL, 12, "壹拾贰"),
    (Style.STEM, 11, "甲"),
    (Style.BRANCH, 3, "寅"),
    (Style.CIRCLED, 1, "①"),
    (Style.CIRCLED, 21, "㉑"),
    (Style.CIRCLED, 36, "㊱"),
    (Style.CIRCLED, 51, "51"),
    (Style.ORDINAL, 11, "11th"),
    (Style.ORDINAL, 22, "22nd"),
    (Style.NONE, 5, ""),
]


@pytest.mark.parametrize(("style", "number", "text"), WRITTEN)
def test_a_number_is_written_in_its_style(style: Style, number: int, text: str) -> None:
    assert write_number(number, style) == text


def test_a_lower_level_starts_again_behind_a_higher_one() -> None:
    levels = {0: Level(Style.DECIMAL, "%1."), 1: Level(Style.LOWER_LETTER, "(%2)")}
    counters = Counters()
    found = [counters.label(depth, levels) for depth in (0, 1, 1, 0, 1)]
    assert found == ["1.", "(a)", "(b)", "2.", "(a)"]


def test_a_level_that_never_restarts_goes_on() -> None:
    levels = {0: Level(Style.CHINESE, "第%1章"), 1: Level(Style.CHINESE, "第%2条", restart=0)}
    counters = Counters()
    found = [counters.label(depth, levels) for depth in (0, 1, 1, 0, 1)]
    assert found == ["第一章", "第一条", "第二条", "第二章", "第三条"]


def test_legal_numbers_are_decimal_and_missing_levels_begin() -> None:
    levels = {
        0: Level(Style.UPPER_ROMAN, "%1."),
        1: Level(Style.DECIMAL, "%1.%2", start=3, decimal=True),
    }
    assert Counters().label(1, levels) == "1.3"
    assert Counters().label(1, levels, start=7) == "1.7"


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("-1", -1), ("+3", 3), ("", None), ("²", None), ("9" * 5000, None), (None, None)],
)
def test_an_attribute_holds_a_number_or_none(text: str | None, number: int | None) -> None:
    assert whole_number(text) == number
