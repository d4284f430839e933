"""What a number in a text is worth, however it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache

Value = int | Fraction
"""What a number is worth; a whole one is an `int`, which is compared many times faster."""


class Writing(IntEnum):
    """How surely something that looks like a number is one, from the least sure on."""

    LOOSE = 0
    """A word that may be none, or that the other language may well do without: one, 一, both."""
    WORDS = 1
    """Words that count something: three, 三名, December."""
    FIGURES = 2
    """Figures, and numerals so long that they can't be anything else: 12, 二十一, twenty-one."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    Attributes:
        values: every reading: 九十年代 is 90 and 1990.
        start: the first character, counted from 0.
        end: the character after the last one.
        writing: how surely it is one.
        percent: whether it is a number of per cent.
    """

    values: frozenset[Value]
    start: int
    end: int
    writing: Writing
    percent: bool = False


def number(
    values: Iterable[Value], span: tuple[int, int], writing: Writing, percent: bool = False
) -> Number:
    """Make a Number of its readings and its span."""
    return Number(frozenset(map(_simplest, values)), *span, writing, percent)


def _simplest(value: Value) -> Value:
    """Return a whole number as an `int`."""
    if isinstance(value, int):
        return value
    return value.numerator if value.denominator == 1 else value


@lru_cache(maxsize=10_000)
def figure_value(text: str) -> Value:
    """Return what figures with signs between thousands are worth: "1,000.5", "1 000", "１２"."""
    figures = "".join(sign for sign in text if sign not in ",， \u00a0\u202f")
    return int(figures) if figures.isdecimal() else _simplest(Fraction(figures))


def with_centuries(numbers: list[Number], text: str) -> list[Number]:
    """Read the last two figures of a year behind a year as a year too: 2010-11 is 2010 and 2011."""
    if len(numbers) < 2:
        return numbers
    done: list[Number] = []
    for item in numbers:
        before = done[-1] if done else None
        if (
            before
            and before.end - before.start == 4
            and item.end - item.start == 2
            and text[before.end : item.start] in ("-", "–", "—", "/")
            and text[before.start : item.end].replace(text[before.end], "").isdecimal()
        ):
            year = int(text[before.start : before.end])
            years = {year - year % 100 + int(value) for value in item.values}
            item = replace(item, values=item.values | years)
        done.append(item)
    return done


_LEAST_SCALED = 10_000
"""A number from here on has all its figures: "920,000 and 1.04 million" is no range of millions."""


def with_scales(numbers: list[Number], text: str, joints: frozenset[str]) -> list[Number]:
    """Add to the first number of a range the scale of the last: "30 to 50 million", 3至5亿.

    Args:
        numbers: those of a text, in their order.
        text: the text.
        joints: what stands between the two numbers of a range, without the white space.
    """
    if len(numbers) < 2:
        return numbers
    scaled: list[Number] = []
    for place, item in enumerate(numbers):
        follows = numbers[place + 1] if place + 1 < len(numbers) else None
        if (
            follows
            and text[item.end : follows.start].strip() in joints
            and min(item.values) < _LEAST_SCALED
        ):
            scales = _scales_of(text[follows.start : follows.end], follows)
            more = {_simplest(value * scale) for value in item.values for scale in scales}
            item = replace(item, values=item.values | more)
        scaled.append(item)
    return scaled


def _scales_of(written: str, item: Number) -> set[Fraction]:
    """Return by what the figures in a number are multiplied in it."""
    figures = "".join(sign for sign in written if sign.isdecimal() or sign in ".,")
    if not figures.strip(".,"):
        return set()
    plain = Fraction(figure_value(figures.strip(".,")))
    return {value / plain for value in item.values if plain and value != plain}
