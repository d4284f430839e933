"""Days of the week in Chinese and English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from align.quality.values.english_number_words import WEEKDAYS

_NUMERALS = "一二三四五六七八九十两兩百千几幾"
_DAYS = "一二三四五六日天"
_COUNTED = r"[次回个個天年名种種小期份元美]"
_NO_COUNT = rf"(?![至到、或\-–]?[{_NUMERALS}]*{_COUNTED}|[{_NUMERALS}])"  # 每周三次, 一周五十人
_WEEK = "星期|[礼禮]拜|[周週]"
_CHINESE_DAY = re.compile(
    rf"(?<![{_NUMERALS}\d])(?:{_WEEK})([{_DAYS}]{_NO_COUNT}"
    rf"(?:[、和及至到–-](?:{_WEEK})?[{_DAYS}]{_NO_COUNT})*)"
)
_ENGLISH_DAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}|Sunday)s?\b")
_IN_WEEKDAYS = re.compile("[期拜周週]")
_SUNDAY = 7


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week in a text.

    Attributes:
        value: 1 to 7, Monday being 1.
        start: the first character, counted from 0.
        end: the character after the last one.
    """

    value: int
    start: int
    end: int


def find_weekdays(text: str, language: str) -> list[Weekday]:
    """Find the days of the week in a text, in Chinese or English; in others none.

    Args:
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    if base == "zh" and _IN_WEEKDAYS.search(text):
        return [
            Weekday(_DAYS.index(sign) + 1 if sign != "天" else _SUNDAY, *match.span())
            for match in _CHINESE_DAY.finditer(text)
            for sign in match[1]
            if sign in _DAYS
        ]
    if base == "en" and "day" in text:
        return [
            Weekday(WEEKDAYS.get(match[1], _SUNDAY), *match.span())
            for match in _ENGLISH_DAY.finditer(text)
        ]
    return []
