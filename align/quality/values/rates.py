"""How often something happens: 每日三次, "twice a day", "every eight hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from align.quality.values.number import Number

_PERIODS = {
    "日": "day",
    "天": "day",
    "周": "week",
    "週": "week",
    "星期": "week",
    "月": "month",
    "年": "year",
    "小时": "hour",
    "小時": "hour",
    "季度": "quarter",
    "季": "quarter",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "quarterly": "quarter",
}
_EACH_CHINESE = re.compile(
    r"(?<!隔)[每一][个個]?(?P<period>小时|小時|星期|季度|[日天周週月年季])"
    r"[^每各早晚午饭飯餐睡、，。；：,;:（(和及与與]{0,8}$"
)
_TIMES_CHINESE = re.compile(" ?[次回]")
_FARTHEST = 14
"""So far before a number of times what each period is may begin."""

_TIMES_ENGLISH = re.compile(
    r"(?: times)?(?: (?:or|to|and) (?:[a-z]+|\d+)(?: times)?)?"
    r"(?: (?:an?|per|(?:in )?(?:each|every)|in an?) (?P<period>day|week|month|year|hour|quarter)\b"
    r"| (?P<adverb>daily|weekly|monthly|yearly|annually|quarterly)\b)",
    re.IGNORECASE,
)
_ADVERBS = frozenset({"once", "twice", "thrice"})

_PARTS = {
    "小时": ("day", 24),
    "小時": ("day", 24),
    "月": ("year", 12),
    "hours": ("day", 24),
    "months": ("year", 12),
}
"""Of what an interval in some unit is a part, and how many of the unit it has."""

_INTERVAL = {
    "zh": (re.compile("每$"), re.compile(r" ?[个個]?(?P<unit>小[时時]|月)(?!前)")),
    "en": (re.compile(r"\bevery $", re.IGNORECASE), re.compile(r" (?P<unit>hours|months)\b")),
}


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a text says that something happens.

    Attributes:
        period: in what: "day".
        times: how many times in it.
        number: what says so.
        by_interval: whether the text says how much lies between two times.
    """

    period: str
    times: frozenset[Fraction]
    number: Number
    by_interval: bool = False

    def is_same(self, other: Rate) -> bool:
        """Whether both are as often: three times a day is every eight hours."""
        return self.period == other.period and not self.times.isdisjoint(other.times)


def find_rates(numbers: Sequence[Number], text: str, language: str) -> Iterator[Rate]:
    """Give the rates in a Chinese or English text; in other languages none.

    Args:
        numbers: those of the text, in their order.
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    if base in _INTERVAL:
        before, behind = _INTERVAL[base]
        period_of = _period_in_chinese if base == "zh" else _period_in_english
        for item in numbers:
            times = frozenset(map(Fraction, item.values))
            if period := period_of(item, text):
                yield Rate(period, times, item)
            elif (unit := behind.match(text, item.end)) and before.search(text, 0, item.start):
                period, most = _PARTS[unit["unit"]]
                yield Rate(period, frozenset(most / it for it in times if it), item, True)


def _period_in_chinese(item: Number, text: str) -> str | None:
    if not _TIMES_CHINESE.match(text, item.end) or text[item.start - 1 : item.start] == "第":
        return None
    each = _EACH_CHINESE.search(text[max(0, item.start - _FARTHEST) : item.start])
    return _PERIODS[each["period"]] if each else None


def _period_in_english(item: Number, text: str) -> str | None:
    each = _TIMES_ENGLISH.match(text, item.end)
    if each and (" times" in each[0] or text[item.start : item.end].lower() in _ADVERBS):
        return (each["period"] or _PERIODS[each["adverb"].lower()]).lower()
    return None
