"""Dates in Chinese and English text: day, month and year as far as they are written together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from align.quality.values.chinese_numbers import han_values
from align.quality.values.english_number_words import MONTHS
from align.quality.values.scanning import any_of, matches

_MONTH_NUMBERS = {name.lower(): place for place, name in enumerate(MONTHS, start=1)} | {
    name[:3].lower(): place for place, name in enumerate(MONTHS, start=1)
}
_MONTH_NUMBERS["sept"] = _MONTH_NUMBERS["sep"]
_SHORT_MONTHS = (*(name[:3] for name in MONTHS if name != "May"), "Sept")
_MONTH = "|".join((*MONTHS, *(rf"{name}\.?(?= \d)" for name in _SHORT_MONTHS)))
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:(?: ?[-–—] ?|, (?:and )?| and | to | or ){_DAY})*"
_ENGLISH = re.compile(
    rf"(?<![\d.,/])(?P<days>{_DAYS})(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?(?!\d)"
    rf"|\b(?P<month2>{_MONTH}) (?P<days2>{_DAYS})(?!\d)(?:,? (?P<year2>\d{{4}})(?!\d))?"
    rf"|\b(?P<month3>{_MONTH}),? (?P<year3>\d{{4}})(?!\d)"
)
_IN_ENGLISH = re.compile(
    any_of(name[:3] for name in MONTHS)
    + r"(?:(?<=\d .{3})|(?<=(?:st|nd|rd|th|of) .{3})|[a-z]*\.?,? \d)"
)
"""A month beside what may be a day or a year: each date holds one, and most texts none."""

_ENGLISH_FIRST = re.compile(rf"[\d{''.join(sorted({name[0] for name in MONTHS}))}](?<!\d.)")
_HAN = "〇零○一二三四五六七八九十廿卅"
_CHINESE_DAY = rf"(?:[0-3]?\d|[{_HAN}]{{1,3}})"
_CHINESE = re.compile(
    rf"(?:(?P<year>\d{{4}}|[{_HAN}]{{4}}) ?年 ?)?(?<!\d)"
    rf"(?P<month>1[0-2]|0?[1-9]|[{_HAN}]{{1,3}}) ?月"
    rf"(?:份|(?: ?(?P<days>{_CHINESE_DAY}(?: ?[日号號]? ?[至到、和及—–~～-] ?{_CHINESE_DAY}"
    rf"(?= ?[日号號]| ?[至到、和及—–~～-] ?{_CHINESE_DAY} ?[日号號]))*) ?[日号號])?)"
)
_CHINESE_FIRST = re.compile(rf"[\d{_HAN}]")
_EACH_DAY = re.compile(rf"\d+|[{_HAN}]+")
_IN_ISO = re.compile(r"-\d\d-")
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<days>\d\d)(?!\d)")
_MONTH_FIGURES, _DAY_FIGURES = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR_FIGURES = r"(?:1[5-9]|20)\d\d"
_IN_FIGURES = (
    re.compile(
        rf"(?<![\d.,/])(?P<year>{_YEAR_FIGURES})(?P<sign>[./-])(?P<month>{_MONTH_FIGURES})"
        rf"(?:(?P=sign)(?P<days>{_DAY_FIGURES}))?(?!\d|[./]\d)"
    ),
    re.compile(
        rf"(?<![\d.,/])(?P<month>{_MONTH_FIGURES})(?P<sign>[./-])(?:(?P<days>{_DAY_FIGURES})"
        rf"(?P=sign))?(?P<year>{_YEAR_FIGURES})(?!\d|[./]\d)"
    ),
    re.compile(
        rf"(?<![\d.,/])(?P<days>{_DAY_FIGURES})(?P<sign>[./-])(?P<month>{_MONTH_FIGURES})"
        rf"(?P=sign)(?P<year>{_YEAR_FIGURES})(?!\d|[./]\d)"
    ),
)
"""A year and a month, perhaps with a day, between signs, in the three orders that people use."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date in a text.

    Attributes:
        year: the year, or None where it is not written with it.
        month: 1 to 12.
        day: 1 to 31, or None.
        start: the first character, counted from 0.
        end: the character after the last one.
    """

    year: int | None
    month: int
    day: int | None
    start: int
    end: int

    @property
    def values(self) -> set[int]:
        """The numbers that it says."""
        return {value for value in (self.year, self.month, self.day) if value is not None}

    def agrees(self, other: Date) -> bool:
        """Whether both can be one date: nothing that both say differs."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(one is None or two is None or one == two for one, two in pairs)


def find_dates(text: str, language: str) -> list[Date]:
    """Find the dates of a text in Chinese or English; in other languages ISO 8601 dates only.

    Of several days of one month ("3-5 May", 5月3日至5日) each is a date. A month by itself is none
    in English ("in May"), for it may be a name or a verb.

    Args:
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    found = list(_dates(_ISO.finditer(text))) if _IN_ISO.search(text) else []
    if base == "zh" and "月" in text:
        found += _dates(matches(_CHINESE, _CHINESE_FIRST, text))
    elif base == "en" and _IN_ENGLISH.search(text):
        found += _dates(matches(_ENGLISH, _ENGLISH_FIRST, text))
    return sorted(found, key=lambda date: date.start)


def find_dates_in_figures(text: str) -> list[Date]:
    """Find what may be a date in figures, and may as well be another number: 2013.9, 15/9/2013.

    Where the day and the month can't be told apart, both readings are given.
    """
    found = {date for pattern in _IN_FIGURES for date in _dates(pattern.finditer(text))}
    return sorted(found, key=lambda date: date.start)


def _dates(found: Iterable[re.Match[str]]) -> Iterator[Date]:
    for match in found:
        groups = match.groupdict().items()
        parts = {name.rstrip("23"): value for name, value in groups if value and name != "sign"}
        year, month = _value(parts.get("year")), _value(parts["month"])
        days = [_value(day) for day in _EACH_DAY.findall(parts.get("days", ""))]
        if month is not None and 1 <= month <= 12 and all(day and day <= 31 for day in days):
            for day in days or [None]:
                yield Date(year, month, day, *match.span())


def _value(written: str | None) -> int | None:
    if written is None:
        return None
    if written[0].isdecimal():
        return int(written)
    if written[0] in _HAN:
        return han_values(written)[0]
    return _MONTH_NUMBERS[written.lower().rstrip(".")]
