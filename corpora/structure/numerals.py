"""What a written numeral is worth, in every script that numbers paragraphs.

Arabic and full-width digits, Roman numerals, Han numerals (大写, 廿, 卅 too), the letters of
several alphabets, the heavenly stems (甲乙丙) and the earthly branches (子丑寅).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class Script(StrEnum):
    """How a numeral is written."""

    ARABIC = "1"
    HAN = "一"
    STEM = "甲"
    BRANCH = "子"
    UPPER_ROMAN = "I"
    LOWER_ROMAN = "i"
    UPPER_LETTER = "A"
    LOWER_LETTER = "a"


STEMS = "甲乙丙丁戊己庚辛壬癸"
ALPHABETS = (
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "가나다라마바사아자차카타파하",
    "アイウエオカキクケコサシスセソタチツテトナニヌネノ",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
)
"""The letters that items are numbered by, in the order of lists (Cyrillic leaves out ё and й)."""
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_DIGITS = {
    sign: value
    for value, signs in enumerate(
        (
            "〇零○",
            "一壹弌",
            "二贰貳两兩",
            "三叁參叄",
            "四肆",
            "五伍",
            "六陆陸",
            "七柒",
            "八捌",
            "九玖",
        )
    )
    for sign in signs
}
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "萬": 10_000}
HAN_SIGNS = "".join((*_DIGITS, *_TENS, *_UNITS, *_LARGE))
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_SIGNS = (
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50),
    ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
)  # fmt: skip


def han_value(text: str) -> int | None:
    """Return what a Han numeral is worth (一百一十一 and 一一一 are 111), or None if it is none."""
    if not text or any(sign not in HAN_SIGNS for sign in text):
        return None
    if all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total = part = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _TENS:
            part, digit = part + _TENS[sign], 0
        elif sign in _UNITS:
            part, digit = part + (digit or 1) * _UNITS[sign], 0
        else:
            total, part, digit = (total + part + digit) * _LARGE[sign], 0, 0
    return total + part + digit


def roman_value(text: str) -> int | None:
    """Return what a Roman numeral in one case is worth, or None if it is none."""
    if not text or not (text.isupper() or text.islower()) or not _ROMAN.fullmatch(text):
        return None
    value, rest = 0, text.upper()
    for sign, worth in _ROMAN_SIGNS:
        while rest.startswith(sign):
            value, rest = value + worth, rest[len(sign) :]
    return value


def letter_value(text: str) -> int | None:
    """Return the place of a letter, or of a doubled one behind z (aa is 27, bb 28), or None."""
    for letters in ALPHABETS:
        if len(text) == 1 and text in letters:
            return letters.index(text) + 1
    if len(text) in (1, 2) and text.isascii() and text.isalpha() and len(set(text)) == 1:
        return ord(text[0].lower()) - ord("a") + 1 + 26 * (len(text) - 1)
    return None


def numeral_readings(text: str) -> tuple[tuple[Script, int], ...]:
    """Return every reading of a numeral with its value; "i" is Roman 1 and letter 9."""
    text = unicodedata.normalize("NFKC", text)
    if text.isascii() and text.isdecimal():
        return ((Script.ARABIC, int(text)),)
    if (value := han_value(text)) is not None:
        return ((Script.HAN, value),)
    if len(text) == 1 and text in STEMS:
        return ((Script.STEM, STEMS.index(text) + 1),)
    if len(text) == 1 and text in BRANCHES:
        return ((Script.BRANCH, BRANCHES.index(text) + 1),)
    readings: list[tuple[Script, int]] = []
    if (value := roman_value(text)) is not None:
        readings.append((Script.UPPER_ROMAN if text.isupper() else Script.LOWER_ROMAN, value))
    if (value := letter_value(text)) is not None:
        readings.append((Script.UPPER_LETTER if text.isupper() else Script.LOWER_LETTER, value))
    return tuple(readings)


def roman(value: int) -> str:
    """Write a positive number in capital Roman numerals."""
    written = ""
    for sign, worth in _ROMAN_SIGNS:
        while value >= worth:
            written, value = written + sign, value - worth
    return written


def letter(value: int) -> str:
    """Write a positive number as a letter, doubled behind z: 1 is a, 27 aa, 53 aaa."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
