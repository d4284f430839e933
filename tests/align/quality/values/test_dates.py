"""Dates in both languages."""

import pytest

from align.quality.values.dates import Date, find_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2012 年 12 月 3 日", [(2012, 12, 3)]),
        ("二〇一二年十二月三日", [(2012, 12, 3)]),
        ("8 月 27 日至 9 月 7 日", [(None, 8, 27), (None, 9, 7)]),
        ("2015年2月3日至5日", [(2015, 2, 3), (2015, 2, 5)]),
        ("5月3、4和6日", [(None, 5, 3), (None, 5, 4), (None, 5, 6)]),
        ("2014年5月", [(2014, 5, None)]),
        ("2014-05-06", [(2014, 5, 6)]),
        ("13月40日", []),
    ],
)
def test_chinese(text: str, dates: list[tuple[int | None, int, int | None]]) -> None:
    assert _dates(text, "zh-CN") == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("3 December 2012", [(2012, 12, 3)]),
        ("December 3, 2012", [(2012, 12, 3)]),
        ("27 August to 7 September", [(None, 8, 27), (None, 9, 7)]),
        ("2-5 February 2015", [(2015, 2, 2), (2015, 2, 5)]),
        ("19, 20 and 23 May", [(None, 5, 19), (None, 5, 20), (None, 5, 23)]),
        ("the 3rd of May 2015", [(2015, 5, 3)]),
        ("Dec. 3, 2012", [(2012, 12, 3)]),
        ("in May 2014", [(2014, 5, None)]),
        ("they may go in March", []),
    ],
)
def test_english(text: str, dates: list[tuple[int | None, int, int | None]]) -> None:
    assert _dates(text, "en") == dates


def test_dates_agree_where_both_say_the_same_as_far_as_they_say_it() -> None:
    whole, no_year, other = (
        Date(2012, 12, 3, 0, 1),
        Date(None, 12, 3, 0, 1),
        Date(2012, 12, 4, 0, 1),
    )
    assert whole.agrees(no_year)
    assert no_year.agrees(whole)
    assert not whole.agrees(other)


def _dates(text: str, language: str) -> list[tuple[int | None, int, int | None]]:
    return [(date.year, date.month, date.day) for date in find_dates(text, language)]
