"""How a list's counter is written: decimal, letters, roman, Chinese numerals, circled numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum


class Style(StrEnum):
    """The ways of writing a counter."""

    DECIMAL = "decimal"
    DECIMAL_ZERO = "decimal with a leading zero"
    DECIMAL_FULL_WIDTH = "full-width decimal"
    LOWER_LETTER = "lower-case letter"
    UPPER_LETTER = "upper-case letter"
    LOWER_ROMAN = "lower-case roman"
    UPPER_ROMAN = "upper-case roman"
    CHINESE = "Chinese numeral"
    CHINESE_DIGITS = "Chinese digits"
    CHINESE_FORMAL = "formal Chinese numeral"
    STEM = "heavenly stem"
    BRANCH = "earthly branch"
    CIRCLED = "circled number"
    ORDINAL = "ordinal"
    NONE = "none"


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_LARGEST_LETTERS = 780
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")


def whole_number(text: str | None) -> int | None:
    """Return the number that an attribute holds; None where it holds none, or a huge one."""
    return int(text) if text is not None and _WHOLE_NUMBER.fullmatch(text) else None


def write_number(number: int, style: Style) -> str:
    """Write a counter in a style; what the style can't write is written in decimal.

    Args:
        number: the counter.
        style: how to write it.
    """
    return _WRITERS[style](number)


def _letters(number: int) -> str:
    """Write a, b, … z, aa, bb, … as word processors do, up to thirty letters."""
    if not 0 < number <= _LARGEST_LETTERS:
        return str(number)
    repeats, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeats + 1)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _chinese(number: int, digits: str = "零一二三四五六七八九", units: str = "十百千") -> str:
    """Write a Chinese numeral; from 10 to 19 everyday numerals leave the first 一 out."""
    if not 0 <= number < 10_000:
        return str(number)
    text = ""
    gap = False
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += ("零" if gap else "") + digits[digit] + (units[power - 1] if power else "")
        gap = False
    text = text or digits[0]
    return text[1:] if 10 <= number < 20 and digits[1] == "一" else text


def _chinese_digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(d)] if d.isdigit() else d for d in str(number))


def _circled(number: int) -> str:
    if 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if 21 <= number <= 35:
        return chr(ord("㉑") + number - 21)
    return chr(ord("㊱") + number - 36) if 36 <= number <= 50 else str(number)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}th" if number % 100 in (11, 12, 13) else f"{number}{ending}"


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(d) + 0xFEE0) if d.isdigit() else d for d in str(number))


_WRITERS: dict[Style, Callable[[int], str]] = {
    Style.DECIMAL: str,
    Style.DECIMAL_ZERO: lambda number: f"{number:02d}",
    Style.DECIMAL_FULL_WIDTH: _full_width,
    Style.LOWER_LETTER: _letters,
    Style.UPPER_LETTER: lambda number: _letters(number).upper(),
    Style.LOWER_ROMAN: lambda number: _roman(number).lower(),
    Style.UPPER_ROMAN: _roman,
    Style.CHINESE: _chinese,
    Style.CHINESE_DIGITS: _chinese_digits,
    Style.CHINESE_FORMAL: lambda number: _chinese(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
    Style.STEM: _cycle(_STEMS),
    Style.BRANCH: _cycle(_BRANCHES),
    Style.CIRCLED: _circled,
    Style.ORDINAL: _ordinal,
    Style.NONE: lambda number: "",
}
