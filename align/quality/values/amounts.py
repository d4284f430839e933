"""Amounts in units that can be converted: 1,200亩 is 80 hectares, 一年半 is eighteen months."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction

from align.quality.values.chinese_numbers import han_values
from align.quality.values.measures import Measure, measure_of
from align.quality.values.number import Number, Value, Writing, figure_value, number

MOST_ROUNDED = Fraction(8, 100)
"""A figure that was converted is rounded by no more than this: 3公里 are "about two miles"."""

_EXACT = "time"
"""What is counted on a clock or a calendar is not rounded: 30 days are no month."""

_SHARE = "share"
_HALF_BEHIND_UNIT = {"zh": re.compile("半"), "en": re.compile(r"s? and a half\b")}
_HALF_BEFORE_UNIT = re.compile(r" and a half(?= )|-and-a-half(?=-)")
_WITHOUT_NUMBER = (
    (re.compile(r"\b[Aa]n?(?= [a-z]+ and a half\b)"), Fraction(3, 2)),
    (re.compile(r"\b[Hh]alf an?(?= )"), Fraction(1, 2)),
    (
        re.compile(r"(?<![Hh]alf )\b(?:[Aa]n?|[Ee]ach|[Ee]very|per)(?= (?![a-z]+ and a half\b))"),
        Fraction(1),
    ),
)
_BEHIND_METRE = re.compile(
    r"(?P<tenths>[一二三四五六七八九][零一二三四五六七八九]?|\d{1,2})(?![\d十百千万米厘分个人位点])"
)
_BETWEEN_PARTS = {"zh": re.compile("[零又]?"), "en": re.compile(r"s?,? (?:and )?")}
"""What may stand between the parts of one amount, of which each is in a smaller unit."""

_FIGURES = re.compile(r"\d[\d,，]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text.

    Attributes:
        kind: what is measured: "length", "time".
        unit: the English name of the unit; "" for several units together.
        scale: what one of the unit is worth among those of its kind.
        sizes: every reading of the amount, among the units of the kind.
        rounding: how far each may lie from what it was converted from.
        start: the first character of its number, counted from 0.
        end: the character after its unit.
    """

    kind: str
    unit: str
    scale: Fraction
    sizes: frozenset[Fraction]
    rounding: Fraction
    start: int
    end: int

    def is_same(self, other: Amount) -> bool:
        """Whether both are one amount; in other units as far as figures are rounded."""
        if self.kind != other.kind:
            return False
        return any(self._is_near(one, two, other) for one in self.sizes for two in other.sizes)

    def _is_near(self, one: Fraction, two: Fraction, other: Amount) -> bool:
        if self.kind == _EXACT or self.unit == other.unit:
            return one == two
        apart = abs(one - two)
        rounded = max(self.rounding, other.rounding)
        return apart <= min(rounded, MOST_ROUNDED * max(abs(one), abs(two)))


class KnownAmounts:
    """The amounts of one side, by which those of the other side are looked up."""

    def __init__(self, amounts: Iterable[Amount]) -> None:
        """Know some amounts.

        Args:
            amounts: of one text, in any order.
        """
        distinct = {(it.kind, it.unit, it.sizes, it.rounding): it for it in amounts}.values()
        self._by_kind: dict[str, list[tuple[Fraction, Amount]]] = {}
        for amount in distinct:
            for size in amount.sizes:
                self._by_kind.setdefault(amount.kind, []).append((size, amount))
        for known in self._by_kind.values():
            known.sort(key=_size)

    def __contains__(self, amount: Amount) -> bool:
        """Whether one of them is the same amount, perhaps in other units."""
        known = self._by_kind.get(amount.kind, [])
        for size in amount.sizes:
            apart = abs(size) * MOST_ROUNDED / (1 - MOST_ROUNDED)
            near = bisect_left(known, size - apart, key=_size)
            for _, other in known[near : bisect_right(known, size + apart, key=_size)]:
                if amount.is_same(other):
                    return True
        return False


def _size(known: tuple[Fraction, Amount]) -> Fraction:
    return known[0]


def find_amounts(numbers: Sequence[Number], text: str, language: str) -> list[Amount]:
    """Find the amounts of a Chinese or English text whose units can be converted.

    Amounts of one kind one right behind the other are one: 1小时30分钟, "5 feet 10 inches".

    Args:
        numbers: those of the text, in their order.
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    if base not in _BETWEEN_PARTS:
        return []
    found = [amount for item in numbers for amount in _amounts(item, text, base)]
    if base == "en":
        found += _of_one(text)
    found.sort(key=lambda amount: amount.start)
    return _joined(found, text, base)


def _amounts(item: Number, text: str, base: str) -> Iterator[Amount]:
    if "分之" in text[item.start : item.end] and not item.percent:
        sizes = frozenset(Fraction(100 * value) for value in item.values)
        yield Amount(_SHARE, "", Fraction(100), sizes, Fraction(0), item.start, item.end)
        return
    half = _HALF_BEFORE_UNIT.match(text, item.end) if base == "en" else None
    whole = replace(item, end=half.end()) if half else item
    measure = measure_of(whole, text, base)
    if measure is None or measure.unit.size is None:
        return
    behind = _HALF_BEHIND_UNIT[base].match(text, measure.end)
    values: set[Value] = set(item.values)
    if half or behind:
        values = {value + Fraction(1, 2) for value in values}
    end = behind.end() if behind else max(measure.end, whole.end)
    if base == "zh" and measure.name == "metre" and (more := _BEHIND_METRE.match(text, end)):
        digits = more["tenths"]  # 一米八, 1米75
        part = digits if digits.isdecimal() else str(han_values(digits)[0])
        values, end = {value + Fraction(f"0.{part}") for value in values}, more.end()
    yield _amount(values, measure, _precision(item, text), (item.start, end))


def _of_one(text: str) -> Iterator[Amount]:
    """Give the amounts that begin without a number: "a year and a half", "half an hour"."""
    for pattern, value in _WITHOUT_NUMBER:
        for match in pattern.finditer(text):
            item = number((value,), match.span(), Writing.LOOSE)
            measure = measure_of(item, text, "en")
            if measure and measure.unit.size and measure.start > match.end():
                yield _amount({value}, measure, Fraction(0), (match.start(), measure.end))


def _amount(
    values: AbstractSet[Value], measure: Measure, precision: Fraction, span: tuple[int, int]
) -> Amount:
    size = measure.unit.size or Fraction(1)  # they all have one here
    sizes = frozenset((value + measure.unit.zero) * size for value in values)
    return Amount(measure.kind, measure.name, size, sizes, precision * size / 2, *span)


def _precision(item: Number, text: str) -> Fraction:
    """Return what one is worth in the last place that counts: 10 in 80, 0.1 in 1.9."""
    value = Fraction(max(item.values))
    match = _FIGURES.search(text, item.start, item.end)
    figures = re.sub("[,，]", "", match[0]) if match else str(value)
    plain = Fraction(figure_value(figures)) if match else value
    if not plain or "/" in figures:
        return Fraction(0)
    whole, _, decimals = figures.partition(".")
    places = -len(decimals) if decimals else len(whole) - len(whole.rstrip("0"))
    return value / plain * Fraction(10) ** places


def _joined(amounts: Sequence[Amount], text: str, base: str) -> list[Amount]:
    joined: list[Amount] = []
    smallest = Fraction(0)
    for item in amounts:
        before = joined[-1] if joined else None
        size = item.scale
        if (
            before
            and before.kind == item.kind
            and size < smallest
            and _BETWEEN_PARTS[base].fullmatch(text, before.end, item.start)
        ):
            sums = frozenset(one + two for one in before.sizes for two in item.sizes)
            joined[-1] = replace(before, unit="", sizes=sums, rounding=item.rounding, end=item.end)
        else:
            joined.append(item)
        smallest = size
    return joined
