"""What numbers are worth, in Chinese and in English."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.quality.values import chinese_numbers, english_numbers
from align.quality.values.number import Number, Writing

CHINESE = {
    "2012 年 12 月 3 日": [2012, 12, 3],
    "2012年12月3日第67/58号": [2012, 12, 3, 67, 58],
    "１２名": [12],
    "1,000万": [10_000_000],
    "1 230 万美元": [12_300_000],
    "2亿5千万": [250_000_000],
    "1.3亿": [130_000_000],
    "20多万人": [200_000],
    "八十五万": [850_000],
    "一万二千": [12_000],
    "一千零五十": [1050],
    "二〇一二年": [2012],
    "第六十八届": [68],
    "三分之二": [Fraction(2, 3)],
    "百分之五": [5],
    "百分之三点五": [Fraction(7, 2)],
    "3.5%": [Fraction(7, 2)],
    "两周": [2],
    "p < .001": [Fraction(1, 1000)],
    "（p<.05）": [Fraction(1, 20)],
    "见图.3": [3],
}
ENGLISH = {
    "3 December 2012": [3, 12, 2012],
    "10 million": [10_000_000],
    "2.5 billion": [2_500_000_000],
    "Euro1.5 million": [1_500_000],
    "(80) million": [80_000_000],
    "$A45,000": [45_000],
    "10 000 people": [10_000],
    "1,000.5": [Fraction(2001, 2)],
    "p=.03, R² = .42": [Fraction(3, 100), Fraction(21, 50)],
    "sixty-eighth session": [68],
    "twenty-first": [21],
    "one hundred and twenty-five": [125],
    "two million five hundred thousand": [2_500_000],
    "fifteen per cent": [15],
    "three-quarters": [Fraction(3, 4)],
    "two thirds": [Fraction(2, 3)],
    "five decades": [50],
    "three in five": [Fraction(3, 5)],
    "between two and three months": [2, 3],
    "one thousand and one": [1001],
    "an hundred and thirty and seven years": [137],
    "an hundred forty and seven": [147],
    "threescore and ten": [70],
    "fourscore years": [80],
    "fourscore and three": [83],
    "forty and six": [40, 6],
    "Chapter VII": [7],
    "21st": [21],
}


@pytest.mark.parametrize(("text", "values"), CHINESE.items())
def test_chinese(text: str, values: list[int]) -> None:
    _has(chinese_numbers.find_numbers(text), values)


@pytest.mark.parametrize(("text", "values"), ENGLISH.items())
def test_english(text: str, values: list[int]) -> None:
    _has(english_numbers.find_numbers(text), values)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("九十年代", {90, 1990}),
        ("20世纪90年代", {90, 1990}),
        ("三五个", {3, 5}),
        ("一半", {1, Fraction(3, 2)}),
    ],
)
def test_what_chinese_leaves_open_has_several_readings(text: str, readings: set[int]) -> None:
    (found,) = chinese_numbers.find_numbers(text)
    assert readings <= found.values


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("the 1990s", {90, 1990}),
        ("at 3.05 p.m.", {3, 15, 5}),
        ("at 10 p.m.", {22}),
        ("At 1310, near", {13, 10}),
        ("at 0300", {3}),
        ("2359Z", {23, 59}),
        ("a third", {3, Fraction(1, 3)}),
        ("in September 2014.42", {2014}),
    ],
)
def test_what_english_leaves_open_has_several_readings(text: str, readings: set[int]) -> None:
    found = english_numbers.find_numbers(text)
    assert readings <= {value for item in found for value in item.values}


def test_the_scale_behind_a_range_is_that_of_both_numbers() -> None:
    assert Fraction(300_000_000) in chinese_numbers.find_numbers("3至5亿")[0].values
    assert Fraction(30_000_000) in english_numbers.find_numbers("30 to 50 million")[0].values


@pytest.mark.parametrize("text", ["万一", "数十年", "几百人", "千万不要"])
def test_words_that_count_nothing_are_no_chinese_numbers(text: str) -> None:
    assert chinese_numbers.find_numbers(text) == []


@pytest.mark.parametrize("text", ["B59附近", "P3成员国"])
def test_figures_glued_to_letters_are_no_chinese_numbers(text: str) -> None:
    assert all(item.writing is Writing.LOOSE for item in chinese_numbers.find_numbers(text))


@pytest.mark.parametrize(
    ("text", "writing"),
    [("一致", Writing.LOOSE), ("三名", Writing.WORDS), ("二十一", Writing.FIGURES)],
)
def test_how_surely_a_numeral_counts(text: str, writing: Writing) -> None:
    (found,) = chinese_numbers.find_numbers(text)
    assert found.writing is writing


@given(st.integers(0, 10**9))
def test_figures_are_worth_the_same_in_both_languages(value: int) -> None:
    text = f"{value:,}"
    for find in (chinese_numbers.find_numbers, english_numbers.find_numbers):
        (found,) = find(text)
        assert Fraction(value) in found.values


@given(
    st.text(
        st.sampled_from("一二十百千万亿两零点分之半 12.,%年 to and million five th"), max_size=30
    )
)
def test_any_text_is_read_and_spans_are_in_it(text: str) -> None:
    for find in (chinese_numbers.find_numbers, english_numbers.find_numbers):
        ends = [0]
        for found in find(text):
            assert ends[-1] <= found.start < found.end <= len(text)
            ends.append(found.end)


def _has(found: list[Number], values: list[int]) -> None:
    sure = [item for item in found if item.writing is not Writing.LOOSE] or found
    assert len(sure) == len(values), found
    for item, value in zip(sure, values, strict=True):
        assert Fraction(value) in item.values


@pytest.mark.parametrize(
    ("numeral", "values"),
    [
        ("两亿三千万", (230_000_000,)),
        ("三万亿", (3 * 10**12,)),
        ("三万五", (30_005, 35_000)),
        ("三万零五", (30_005,)),
        ("十四五", (14, 15)),
        ("三四百", (300, 400)),
    ],
)
def test_han_numerals_have_every_reading(numeral: str, values: tuple[int, ...]) -> None:
    assert chinese_numbers.han_values(numeral) == values


def test_a_very_long_numeral_is_read_too() -> None:
    assert chinese_numbers.han_values("三五百" * 5_000)
