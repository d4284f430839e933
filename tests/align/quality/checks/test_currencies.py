"""Currencies: 元 is the unit of the place, "$" and "¥" are those of several."""

import pytest

from align.quality.findings import Severity
from tests.align.quality.pairs import found_by, pair

RIGHT = [
    ("zh-TW", "票價200元", "Tickets cost NT$200"),
    ("zh-TW", "票價200元", "Tickets cost TWD 200"),
    ("zh-TW", "票價二百元", "200 New Taiwan dollars"),
    ("zh-TW", "票價200元", "Tickets cost $200"),
    ("zh-TW", "票價200元", "Tickets cost RMB 200"),
    ("zh-HK", "罰款5,000元", "a fine of HK$5,000"),
    ("zh-HK", "罰款5,000元", "a fine of 5,000 dollars"),
    ("zh-HK", "罰款5,000港元", "a fine of $5,000"),
    ("zh-MO", "罰款5,000元", "a fine of MOP$5,000"),
    ("zh-Hant", "票價200元", "Tickets cost HK$200"),
    ("zh-SG", "票价200元", "Tickets cost S$200"),
    ("zh-CN", "价格200元", "The price is ¥200"),
    ("zh-CN", "价格200日元", "The price is ¥200"),
    ("zh-CN", "价格200美元", "The price is $200"),
    ("zh-CN", "价格200加元", "The price is $200"),
]
WRONG = [
    ("zh-TW", "票價200日圓", "Tickets cost NT$200"),
    ("zh-TW", "票價200美元", "Tickets cost NT$200"),
    ("zh-TW", "票價200元人民幣", "Tickets cost NT$200"),
    ("zh-TW", "人民幣計價，票價200元", "Tickets cost NT$200"),
    ("zh-TW", "票價200元", "Tickets cost EUR 200"),
    ("zh-TW", "票價200元", "Tickets cost US$200"),
    ("zh-HK", "收費200港元", "The charge is US$200"),
    ("zh-CN", "价格200元", "The price is US$200"),
    ("zh-CN", "价格200元", "The price is NT$200"),
    ("zh-CN", "价格200日元", "The price is $200"),
    ("zh-CN", "价格200美元", "The price is ¥200"),
]


@pytest.mark.parametrize(("tag", "source", "target"), RIGHT)
def test_a_currency_in_short_is_that_of_its_place(tag: str, source: str, target: str) -> None:
    assert found_by("measure-wrong", pair(source, target, (tag, "en"))) == []
    assert found_by("measure-wrong", pair(target, source, ("en", tag))) == []


@pytest.mark.parametrize(("tag", "source", "target"), WRONG)
def test_another_currency_is_an_error(tag: str, source: str, target: str) -> None:
    for texts, tags in (((source, target), (tag, "en")), ((target, source), ("en", tag))):
        (found,) = found_by("measure-wrong", pair(*texts, tags))
        assert found.severity is None


@pytest.mark.parametrize("target", ["The price is $200", "The price is 200 dollars"])
def test_dollars_of_no_place_for_yuan_of_none_are_a_warning(target: str) -> None:
    (found,) = found_by("measure-wrong", pair("价格200元", target))
    assert found.severity is Severity.WARNING


def test_other_amounts_in_words_of_one_currency_in_short_are_an_error() -> None:
    (found,) = found_by("number-wrong", pair("租金三萬元", "a rent of NT$50,000", ("zh-TW", "en")))
    assert found.severity is None
