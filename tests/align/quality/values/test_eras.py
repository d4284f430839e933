"""Years of eras are years of the common era too."""

from fractions import Fraction

import pytest

from align.quality.values.reading import read_values


@pytest.mark.parametrize(
    ("text", "language", "years"),
    [
        ("民国113年", "zh-CN", [{113, 2024}]),
        ("中華民國 一百一十三 年", "zh-TW", [{113, 2024}]),
        ("民国元年", "zh-CN", [{1, 1912}]),
        ("民国38年至40年", "zh-CN", [{38, 1949}, {40, 1951}]),
        ("令和6年", "ja", [{6, 2024}]),
        ("令和元年", "ja", [{1, 2019}]),
        ("平成30年", "zh-CN", [{30, 2018}]),
        ("昭和50年代", "zh-CN", [{50, 1950, 1975}]),
        ("大正12年", "zh-CN", [{12, 1923}]),
        ("明治38年", "zh-CN", [{38, 1905}]),
        ("民国2012年", "zh-CN", [{2012}]),
        ("民国以来的40年间", "zh-CN", [{40}]),
        ("民国学者12人", "zh-CN", [{12}]),
        ("大会12年", "zh-CN", [{12}]),
        ("Minguo 113", "en", [{113, 2024}]),
        ("Reiwa 6", "en", [{6, 2024}]),
        ("Shōwa year 20", "en", [{20, 1945}]),
        ("the 38th year of the Republic", "en", [{38, 1949}]),
        ("year 38 of the Republic", "en", [{38, 1949}]),
        ("12 Presidents of the Republic", "en", [{12}]),
    ],
)
def test_readings(text: str, language: str, years: list[set[int]]) -> None:
    found = [item.values for item in read_values(text, language).numbers]
    assert found == [set(map(Fraction, values)) for values in years]


def test_the_first_year_stands_where_its_sign_does() -> None:
    (found,) = read_values("令和元年", "ja").numbers
    assert (found.start, found.end) == (2, 3)
