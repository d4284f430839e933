"""Times of day in Chinese and English: 19:30, 下午3时, 晚上七点半, 7.30 p.m., half past seven."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from align.quality.values.chinese_numbers import han_values
from align.quality.values.english_number_words import CARDINALS
from align.quality.values.scanning import matches

_HOUR, _NOON = 60, 12
_EARLIEST_EVENING = 5
"""An hour of the evening: before it 晚上 is a part of the night, which belongs to the morning."""

_HAN = "零〇一二三四五六七八九十两兩"
_HAN_OR_FIGURES = rf"\d{{1,2}}|[{_HAN}]{{1,3}}"
_CHINESE = re.compile(
    r"(?:(?:(?P<am>上午|早上|早晨|清晨|凌晨|早)|(?P<noon>中午|正午)"
    r"|(?P<pm>下午|午后|午後)|(?P<evening>晚上|晚间|晚間|傍晚|夜里|夜裡|夜间|夜間|晚)) ?)?"
    r"(?<!\d)(?<!\d[:：.])(?:(?P<hour>\d{1,2})[:：](?P<minute>[0-5]\d)(?![:：]?\d)"
    rf"|(?<![{_HAN}第])(?P<counted>{_HAN_OR_FIGURES}) ?[点點时時](?![间間])"
    rf"(?:(?P<minutes>{_HAN_OR_FIGURES}) ?分(?![之钟鐘])"
    r"|(?P<half>半)|(?P<quarters>[一三]) ?刻|(?P<sharp>[整钟鐘]))?)"
)
_CHINESE_FIRST = re.compile(rf"[上早清凌中正下午晚傍夜\d{_HAN}]")
_IN_CHINESE = re.compile(r"\d[:：]\d|[点點时時]")
_HALF_DAY = (
    r"(?: ?(?:(?P<am>a)|(?P<pm>p))\.? ?m\b"
    r"|(?: o['’]clock)? (?:in the (?:(?P<morning>morning)|(?P<later>afternoon|evening))"
    r"|at (?P<night>night))\b)"
)
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _HALF_DAY)
_ENGLISH = re.compile(
    r"(?<!\d)(?<!\d[:.,/])(?:(?P<military>(?:[01]\d|2[0-4])[0-5]\d)(?= ?(?:hours|hrs)\b|Z\b)"
    r"|(?P<hour>[01]?\d|2[0-4])(?:(?P<sign>[.:])(?P<minute>[0-5]\d))?(?![.:,]?\d)"
    rf"(?:{_HALF_DAY}|(?P<clock> o['’]clock\b)"
    r"|(?P<range>(?= ?(?:to|and|or|until|till|[-–—]) ?"
    rf"[01]?\d(?:[.:][0-5]\d)?{_UNNAMED})))?)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_ENGLISH_WORDS = re.compile(
    rf"\b(?P<part>half|quarter) (?P<way>past|to|after) (?P<word>{'|'.join(CARDINALS)})\b"
    rf"{_HALF_DAY}?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day in a text.

    Attributes:
        readings: the minutes after midnight that it may be: 7:30 by itself is two times, so is 12
            o'clock with a half of the day, for people disagree about the half it belongs to.
        half_day: whether the text tells the half of the day.
        loose: whether it may be a plain number too: "10.30".
        start: the first character, counted from 0.
        end: the character after the last one.
    """

    readings: frozenset[int]
    half_day: bool
    loose: bool
    start: int
    end: int

    @property
    def hours(self) -> frozenset[int]:
        """The hours that it may be, from 0 to 23."""
        return frozenset(reading // _HOUR for reading in self.readings)

    def is_among(self, readings: AbstractSet[int]) -> bool:
        """Whether it can be one of the times that others may be."""
        return not self.readings.isdisjoint(readings)


def find_clock_times(text: str, language: str) -> list[ClockTime]:
    """Find the times of day in a text, in Chinese or English; in others none.

    An hour without minutes counts where its half of the day is told, or by how it is written:
    "7 to 9 p.m.", 九点钟.

    Args:
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    if base == "zh" and _IN_CHINESE.search(text):
        return list(_in_chinese(text))
    return list(_in_english(text)) if base == "en" else []


def readings_of(times: Iterable[ClockTime]) -> frozenset[int]:
    """Return the minutes after midnight that any of some times may be."""
    return frozenset[int]().union(*(time.readings for time in times))


def _in_chinese(text: str) -> Iterator[ClockTime]:
    for match in matches(_CHINESE, _CHINESE_FIRST, text):
        hour = _count(match["hour"] or match["counted"])
        minute = _count(match["minute"] or match["minutes"] or "0")
        if match["half"]:
            minute = 30
        if match["quarters"]:
            minute = 15 * _count(match["quarters"])
        half = next((name for name in ("am", "noon", "pm", "evening") if match[name]), "")
        if not half and text[match.end() - 1] in "点點时時":
            continue  # 三点意见
        if found := _clock_time(hour, minute, half, match.span()):
            yield found


def _in_english(text: str) -> Iterator[ClockTime]:
    for match in matches(_ENGLISH, _FIGURE, text):
        if military := match["military"]:
            hour, minute, half = int(military[:2]), int(military[2:]), ""
        else:
            hour, minute, half = int(match["hour"]), int(match["minute"] or 0), _half(match)
        told = half or military or match["sign"] or match["clock"] or match["range"] is not None
        loose = match["sign"] == "." and not (half or match["clock"])
        if told and (found := _clock_time(hour, minute, half, match.span(), loose=loose)):
            yield found
    if " past " in text or "quarter " in text:
        for match in _ENGLISH_WORDS.finditer(text):
            hour = CARDINALS[match["word"].lower()]
            minute = 30 if match["part"].lower() == "half" else 15
            if match["way"].lower() == "to":
                hour, minute = hour - 1 or _NOON, _HOUR - minute
            if found := _clock_time(hour, minute, _half(match), match.span()):
                yield found


def _half(match: re.Match[str]) -> str:
    if match["am"] or match["morning"]:
        return "am"
    if match["pm"] or match["later"]:
        return "pm"
    return "evening" if match["night"] else ""


def _count(written: str) -> int:
    return int(written) if written[0].isdecimal() else han_values(written)[0]


def _clock_time(
    hour: int, minute: int, half: str, span: tuple[int, int], *, loose: bool = False
) -> ClockTime | None:
    if hour > 24 or minute >= _HOUR:
        return None
    if half == "evening":
        half = "" if hour < _EARLIEST_EVENING else "pm"
    if half == "noon":
        half = "am" if hour in (10, 11) else "pm"
    if hour > _NOON:
        hours = {hour % 24}
    elif hour == _NOON:
        hours = {0, _NOON}
    else:
        hours = {"am": {hour}, "pm": {hour + _NOON}}.get(half, {hour, hour + _NOON})
    readings = frozenset(_HOUR * each + minute for each in hours)
    return ClockTime(readings, bool(half), loose, *span)
