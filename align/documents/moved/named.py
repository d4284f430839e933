"""What a short line names: parties, dates, figures, addresses, and the field of a form it fills in.

None of it is told by meaning: to an encoder two telephone numbers are the same, and so are nearly
Tel. and Fax, or two days of one year.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import chain, product
from typing import TypeVar

from align.documents.same_parties import NONE_KNOWN, SameParties
from align.parties import are_others, parties_of
from align.quality.values.clock import find_clock_times
from align.quality.values.dates import Date, find_dates, find_dates_in_figures
from align.quality.values.scanning import covered

_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_LONG = 4
"""Digits of a figure that tells a line from others: of a telephone, an account, a year."""
_ADDRESSES = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[\w./%~-]+", re.ASCII)
_FIELDS = {
    "phone": ("电话|電話|手机|手機|座机", "tel|telephone|phone|mobile|cell"),
    "fax": ("传真|傳真", "fax|facsimile"),
    "e-mail": ("电邮|電郵|电子邮件|電子郵件|邮箱|郵箱", "e-?mail"),
    "address": ("地址|住址", "address"),
    "website": ("网址|網址|网站|網站|主页", "website|web|url|homepage"),
    "postcode": ("邮编|郵編|邮政编码|郵政編碼", "postcode|postal code|zip(?: code)?"),
    "contact": ("联系人|聯繫人|聯絡人", "contact person"),
}
"""Of each field how it is called in Chinese and in English; a colon stands behind it."""
_FIELD = re.compile(
    "|".join(
        rf"(?P<f{number}>(?:{chinese}|\b(?i:{english})\b\.?)(?=\s*(?:\([^)]*\)\s*)?:))"
        for number, (chinese, english) in enumerate(_FIELDS.values())
    )
)
_FIELD_NAMES = tuple(_FIELDS)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HALF_DAY = 12 * 60

_T = TypeVar("_T")

Day = tuple[int | None, int, int | None]
"""A date: the year, the month, and the day, where they are told."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names, in words that Chinese and English share.

    Attributes:
        parties: "A", "buyer"; of each one name.
        called: all names of the parties, as far as they are known to mean the same.
        fields: "phone", "fax".
        figures: as they are written, but for commas between thousands; years of dates too, and
            nothing else that a date or a time of day is made of.
        addresses: of mail and pages.
        dates: of each date what it may be: in figures the day may stand before the month.
        times: of each time of day the minutes after midnight that it may be.
    """

    parties: frozenset[str]
    called: frozenset[str]
    fields: frozenset[str]
    figures: frozenset[str]
    addresses: frozenset[str]
    dates: frozenset[frozenset[Day]]
    times: frozenset[frozenset[int]]

    @classmethod
    def of(cls, text: str, same: SameParties = NONE_KNOWN) -> Named:
        """Find what a text in Chinese or English names.

        Args:
            text: the text.
            same: the names that mean one party in the documents.
        """
        plain = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text))
        fields = {_FIELD_NAMES[int(match.lastgroup[1:])]
                  for match in _FIELD.finditer(plain) if match.lastgroup}  # fmt: skip
        dates = _find_dates(plain)
        language = "zh" if _HAN.search(plain) else "en"
        times = [time for time in find_clock_times(plain, language) if not time.loose]
        said = covered([*dates, *((time.start, time.end) for time in times)])
        days = frozenset(chain.from_iterable(dates.values()))
        figures = {match.group() for match in _FIGURES.finditer(plain) if match.start() not in said}
        parties = parties_of(plain)
        return cls(
            same.each_once(parties),
            same.called(parties),
            frozenset(fields),
            frozenset(figures | {str(year) for each in days for year, _, _ in each if year}),
            frozenset(found.lower() for found in _ADDRESSES.findall(plain)),
            days,
            frozenset(time.readings for time in times),
        )

    @property
    def names(self) -> frozenset[str]:
        """All that it names; what is of one sort is none of another."""
        return self.parties | self.fields | self.figures | self.addresses | self._moments

    @property
    def told(self) -> frozenset[str]:
        """The long figures, the dates and the times of day that it tells."""
        return _long(self.figures) | self._moments

    @property
    def _moments(self) -> frozenset[str]:
        """Days, months of years, and times of day, as people write them in common."""
        days = {f"{month}-{day}" if day else f"{year}-{month}-"
                for each in self.dates for year, month, day in each if day or year}  # fmt: skip
        times = {f"{time % _HALF_DAY} min" for each in self.times for time in each}
        return frozenset(days | times)

    def contradicts(self, other: Named) -> bool:
        """Whether both name something of one sort, and none of it is the same.

        Telephone numbers may have the first figures in common, and differ in a later one; dates the
        year. An address is left as it is by every translator, so that one side alone has it says
        enough.
        """
        return (
            self.names_other_parties(other)
            or self.names_other_fields(other)
            or _differ(self.figures, other.figures)
            or (self.addresses | other.addresses and self.addresses.isdisjoint(other.addresses))
            or self.tells_others(other)
        )

    def tells_others(self, other: Named) -> bool:
        """Whether each tells a long figure, a date or a time of day that the other one does not."""
        return (
            bool(_long(self.figures - other.figures) and _long(other.figures - self.figures))
            or _are_others(self.dates, other.dates, _agree)
            or _are_others(self.times, other.times, operator.and_)
        )

    def names_other_parties(self, other: Named) -> bool:
        """Whether both name parties in one way, and not one of them is the same."""
        return are_others(self.called, other.called)

    def names_other_fields(self, other: Named) -> bool:
        """Whether both name fields, and not one of them is the same."""
        return _differ(self.fields, other.fields)

    def misses(self, other: Named) -> bool:
        """Whether just one of them names a party."""
        return bool(self.parties) != bool(other.parties)

    def shared(self, other: Named) -> int:
        """How much both name."""
        return len(self.names & other.names)


def _find_dates(text: str) -> dict[tuple[int, int], list[frozenset[Day]]]:
    """Find the dates of a text in Chinese or English: by their place what each may be."""
    found: dict[tuple[int, int], list[frozenset[Day]]] = {}
    for date in chain(find_dates(text, "zh"), find_dates(text, "en")):
        found.setdefault((date.start, date.end), []).append(frozenset({_day(date)}))
    taken = covered(found)
    unclear: dict[tuple[int, int], set[Day]] = {}
    for date in find_dates_in_figures(text):
        if date.start not in taken:
            unclear.setdefault((date.start, date.end), set()).add(_day(date))
    return found | {place: [frozenset(days)] for place, days in unclear.items()}


def _day(date: Date) -> Day:
    return date.year, date.month, date.day


def _agree(one: frozenset[Day], other: frozenset[Day]) -> bool:
    """Whether two dates can be the same: in some reading nothing that both tell differs."""
    return any(
        all(
            mine is None or theirs is None or mine == theirs
            for mine, theirs in zip(*both, strict=True)
        )
        for both in product(one, other)
    )


def _are_others(
    ours: Collection[frozenset[_T]],
    theirs: Collection[frozenset[_T]],
    agree: Callable[[frozenset[_T], frozenset[_T]], object],
) -> bool:
    """Whether each side has one that agrees with none of the other side."""
    return any(not any(agree(one, other) for other in theirs) for one in ours) and any(
        not any(agree(one, other) for one in ours) for other in theirs
    )


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _long(figures: frozenset[str]) -> frozenset[str]:
    """Return the figures without marks in them that have many digits; those may be written so."""
    return frozenset(figure for figure in figures if figure.isdecimal() and len(figure) >= _LONG)
