"""Counts of the same thing that differ: 一年 and "two years", 每日三次 and "twice a day".

By itself "one" says little: 一名代表 is "a delegate". But before the same unit as a number on the
other side it counts; and what else the texts say does not excuse it: "one tablet twice a day" is
not 每日三次，每次一片.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from align.quality.pairs import Side
from align.quality.values.amounts import Amount, find_amounts
from align.quality.values.number import Number, Writing, number
from align.quality.values.rates import Rate, find_rates
from align.quality.values.reading import read_values

_TIME = "time"
_DAY = Fraction(86400)

_CALENDAR_DAY = re.compile(" ?日(?![报報元本期圆圓币幣常子光语語])")
_DAYS_OF_SPAN = re.compile(" ?日[内內以之后後]")
_BEFORE_ONE = frozenset("有某那这這第头頭每哪同另下上")
_BEHIND_ONE = frozenset("一到四天年级級度")
"""Signs beside 一年 and 一天 that make them no span: 有一天, 这一年, 一年一度."""

_BETWEEN = re.compile("(?<![相间間时時])隔$")
"""Before a span that lies between two times: 隔三天 is every fourth day."""

_OF_AGE = re.compile(r" ?周?[岁歲]|[ -]years?(?:[ -]old\b| of age\b)|年[级級]")
_ORDINAL = re.compile(r"(?:first|second|third|\dst|\dnd|\drd|th)$", re.IGNORECASE)
_FIRM_BEFORE = re.compile(
    r"\b(?:for|within|after|of|than|least|plus|about|around|over|nearly|almost|only|just|full"
    r"|takes?|took|lasts?|lasted) $",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = re.compile(
    r"\b(?:this|that|the|any|no|each|every|some|another|last|next) $", re.IGNORECASE
)
_FIRM_BEHIND = re.compile(r"s?(?:['’]| (?:ahead|later|ago|earlier|before|beforehand)\b)")
_COUNTED_ONCE = frozenset({"one", "a", "an"})

_THINGS = "名位个個人件片粒颗顆瓶杯袋盒箱台臺辆輛部项項条條家只张張份本册冊套座间間"
_ONE_THING = re.compile(
    f"(?<![第每])[一壹](?=[{_THINGS}](?!月|[人三四五六七八九老]|小[时時]|星期|[世季学學钟鐘]))"
)
_ONE_IN_ENGLISH = re.compile(
    r"\b(?:one|an?(?! (?:day|week|month|year|hour)\b)|another|single|sole|only|each|every|first"
    r"|once|any|n?either|no|per|unique|this|that|other|same)\b|(?<!\d)1(?!\d)",
    re.IGNORECASE,
)
_ONE_NOUN = re.compile(
    r"(?<!\bno )(?<!\bthis )(?<!\bthat )(?<!\bthe )(?<!\bany )(?<!\beach )(?<!\bevery )"
    r"(?<!\bsome )(?<!\bnot )(?<!\bonly )\b(?P<number>[Oo]ne)"
    r" (?!of|another|or|who|that|which|can|must|may|should|would|could|and|has|was|is|day|by|from"
    r"|thing|side|such|in|to|for|on|at|more|as|with|after|about)(?:[a-z-]+ )?[a-z]{3,}(?<!s)\b"
    r"|\b(?P<times>[Tt]wice)\b(?! (?:as|the|that))"
)
_ONE_IN_CHINESE = re.compile("[一壹1每各单單独獨唯首半]")


@dataclass(frozen=True, slots=True)
class _Count:
    """How much of something a text says.

    Attributes:
        unit: what is counted.
        item: what says how many.
        firm: whether it counts for sure; "the second year" and "every year" may not.
        amount: the same as an amount that can be converted, or None.
        rate: the same as a rate, or None.
    """

    unit: str
    item: Number
    firm: bool
    amount: Amount | None = None
    rate: Rate | None = None

    def is_same(self, other: _Count) -> bool:
        """Whether both say as much of the same."""
        if self.amount and other.amount:
            return self.amount.is_same(other.amount)
        return bool(self.rate and other.rate and self.rate.is_same(other.rate))


def differing_counts(source: Side, target: Side) -> tuple[list[Number], list[Number]]:
    """Return the numbers of both sides that count the same thing and differ.

    Args:
        source: the one side; in Chinese or English, as the other one, or nothing differs.
        target: the other side.
    """
    ours = list(_counts(source))
    theirs = list(_counts(target)) if ours else []
    found: tuple[list[Number], list[Number]] = ([], [])
    units = {count.unit for count in ours if count.firm}
    for unit in sorted(units.intersection(count.unit for count in theirs if count.firm)):
        left, right = _unlike(ours, theirs, unit), _unlike(theirs, ours, unit)
        if not (left and right):
            left, right = _left_over(
                [count for count in ours if count.unit == unit],
                [count for count in theirs if count.unit == unit],
            )
        if left and right:
            found[0].extend(count.item for count in left)
            found[1].extend(count.item for count in right)
    return found


def unsaid_ones(own: Side, other: Side) -> list[Number]:
    """Return what counts one thing in a text, or says twice, where the other text says no such.

    Args:
        own: the side; in Chinese or English, as the other one, or there are none.
        other: the other side, with numbers in words that the first one does not say.
    """
    if own.is_chinese and other.is_english:
        if _ONE_IN_ENGLISH.search(other.text):
            return []
        spans = [match.span() for match in _ONE_THING.finditer(own.text)]
    elif own.is_english and other.is_chinese:
        said = {
            value
            for item in read_values(other.text, other.language).numbers
            for value in item.values
        }
        spans = [
            match.span(match.lastgroup or 0)
            for match in _ONE_NOUN.finditer(own.text)
            if (2 not in said if match["times"] else not _ONE_IN_CHINESE.search(other.text))
        ]
    else:
        return []
    places = set(spans)
    return [
        item
        for item in read_values(own.text, own.language).numbers
        if (item.start, item.end) in places
    ]


def _unlike(own: Sequence[_Count], others: Sequence[_Count], unit: str) -> list[_Count]:
    return [
        one for one in own if one.unit == unit and one.firm and not any(map(one.is_same, others))
    ]


def _left_over(
    own: Sequence[_Count], others: Sequence[_Count]
) -> tuple[list[_Count], list[_Count]]:
    """Return what is said more often on each side, where both count as often."""
    left, right = list(own), list(others)
    if len(left) != len(right):
        return [], []
    for one in own:
        same = next(filter(one.is_same, right), None)
        if same is not None:
            left.remove(one)
            right.remove(same)
    sides = [[one for one in more if one.firm] for more in (left, right)]
    if all(any(one.item.writing is Writing.FIGURES for one in side) for side in sides):
        return [], []  # figures are held against each other by themselves
    return sides[0], sides[1]


def _counts(side: Side) -> Iterator[_Count]:
    if not (side.is_chinese or side.is_english):
        return
    text, numbers = side.text, read_values(side.text, side.language).numbers
    if side.is_chinese:
        yield from _days(numbers, text)
    for rate in find_rates(numbers, text, side.language):
        yield _Count(f"times a {rate.period}", rate.number, firm=not rate.by_interval, rate=rate)
    written = {item.start: item for item in numbers}
    is_span = _is_span_in_chinese if side.is_chinese else _is_span_in_english
    for amount in find_amounts(numbers, text, side.language):
        if amount.kind == _TIME:
            article = number((1,), (amount.start, amount.end), Writing.LOOSE)
            item = written.get(amount.start, article)
            sure = amount.unit != "" and len(amount.sizes) == 1
            yield _Count(amount.unit, item, sure and is_span(item, amount, text), amount)


def _days(numbers: Sequence[Number], text: str) -> Iterator[_Count]:
    """Give the numbers before 日, which are days of a month too."""
    for item in numbers:
        if _CALENDAR_DAY.match(text, item.end) and text[item.start - 1 : item.start] != "月":
            sizes = frozenset(value * _DAY for value in item.values)
            amount = Amount(_TIME, "day", _DAY, sizes, Fraction(0), item.start, item.end)
            yield _Count("day", item, _DAYS_OF_SPAN.match(text, item.end) is not None, amount)


def _is_span_in_chinese(item: Number, amount: Amount, text: str) -> bool:
    before, behind = text[item.start - 1 : item.start], text[amount.end : amount.end + 1]
    if before == "第" or _OF_AGE.match(text, item.end) or _BETWEEN.search(text, 0, item.start):
        return False
    return 1 not in item.values or not (before in _BEFORE_ONE or behind in _BEHIND_ONE)


def _is_span_in_english(item: Number, amount: Amount, text: str) -> bool:
    if _OF_AGE.match(text, item.end):
        return False
    written = text[item.start : item.end].lower()
    if item.writing is not Writing.LOOSE:
        return _ORDINAL.search(written) is None
    if written.startswith("one") and amount.unit != "day":
        return _NO_COUNT_BEFORE.search(text, 0, item.start) is None
    if written.partition(" ")[0] not in _COUNTED_ONCE or text.startswith(" or ", amount.end):
        return False
    return (
        _FIRM_BEFORE.search(text, 0, item.start) is not None
        or _FIRM_BEHIND.match(text, amount.end) is not None
    )
