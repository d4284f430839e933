"""Days of the week, and hours before or after noon, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from align.quality.values.chinese_numbers import han_values
from align.quality.values.english_number_words import WEEKDAYS
from align.quality.values.scanning import matches

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
_MORNING = "上午|早上|早晨|清晨|凌晨"
_EVENING = "晚上|晚间|晚間|傍晚|夜里|夜裡|晚"
_CHINESE_HOUR = re.compile(
    rf"(?:(?P<am>{_MORNING})|(?P<pm>下午|(?P<evening>{_EVENING})))"
    r" ?(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,2}|[两兩]) ?(?:[点點时時:：])(?![间間])"
)
_ENGLISH_HOUR = re.compile(
    r"(?<![\d.,:])(?P<hour>\d{1,2})(?:[.:]\d\d)?"
    r"(?: ?(?:(?P<am>a)|p)\.? ?m\b"
    r"| (?:o['’]clock )?in the (?:(?P<morning>morning)|afternoon|evening)\b)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_IN_WEEKDAYS = re.compile("[期拜周週]")
_IN_HOURS = re.compile("[午早晨晚夜]")
_SUNDAY = 7
_EARLIEST_EVENING = 5
"""An hour of the evening: before it 晚上 is a part of the night, which belongs to the morning."""


@dataclass(frozen=True, slots=True)
class Time:
    """A day of the week or an hour of a day in a text.

    Attributes:
        value: 1 to 7, Monday being 1; or 1 to 23, without 12.
        start: the first character, counted from 0.
        end: the character after the last one.
    """

    value: int
    start: int
    end: int


def find_weekdays(text: str, language: str) -> list[Time]:
    """Find the days of the week in a text, in Chinese or English; in others none.

    Args:
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    if base == "zh" and _IN_WEEKDAYS.search(text):
        return [
            Time(_DAYS.index(sign) + 1 if sign != "天" else _SUNDAY, *match.span())
            for match in _CHINESE_DAY.finditer(text)
            for sign in match[1]
            if sign in _DAYS
        ]
    if base == "en" and "day" in text:
        return [
            Time(WEEKDAYS.get(match[1], _SUNDAY), *match.span())
            for match in _ENGLISH_DAY.finditer(text)
        ]
    return []


def find_hours(text: str, language: str) -> list[Time]:
    """Find the hours that a text puts before or after noon, in Chinese or English.

    Twelve is left out: people disagree about the half of the day to which it belongs.

    Args:
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    if base == "zh" and _IN_HOURS.search(text):
        return list(_chinese_hours(text))
    if base == "en":
        return list(_english_hours(text))
    return []


def _chinese_hours(text: str) -> Iterator[Time]:
    for match in _CHINESE_HOUR.finditer(text):
        written = match["hour"]
        hour = int(written) if written[0].isdecimal() else han_values(written)[0]
        if match["evening"] and hour < _EARLIEST_EVENING:
            continue
        if 1 <= hour < 12:
            yield Time(hour if match["am"] else hour + 12, *match.span())


def _english_hours(text: str) -> Iterator[Time]:
    for match in matches(_ENGLISH_HOUR, _FIGURE, text):
        hour = int(match["hour"])
        if 1 <= hour < 12:
            early = match["am"] or match["morning"]
            yield Time(hour if early else hour + 12, *match.span())
