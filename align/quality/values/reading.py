"""All that one side of a pair says in figures, read once for all checks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from align.quality.values import chinese_numbers, english_numbers
from align.quality.values.dates import Date, find_dates
from align.quality.values.eras import with_english_eras, with_han_eras
from align.quality.values.japanese_numbers import find_scaled_numbers, find_shares
from align.quality.values.money import with_jiao_and_fen
from align.quality.values.months import find_months
from align.quality.values.number import Number, Writing, number
from align.quality.values.scales import with_scale_words
from align.quality.values.scanning import covered
from align.quality.values.symbols import Symbol, find_symbols, is_within

_PLAIN = re.compile(r"\d+(?:[.,\u00a0\u202f' ]\d{3})*(?:[.,]\d+)?|\d+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says in figures.

    Attributes:
        numbers: its numbers, those in dates too, without those in symbols.
        dates: its dates.
        symbols: its symbols.
    """

    numbers: tuple[Number, ...]
    dates: tuple[Date, ...]
    symbols: tuple[Symbol, ...]


@lru_cache(maxsize=4096)
def read_values(text: str, language: str) -> Reading:
    """Read what a text says in figures.

    Args:
        text: the text.
        language: its language, a BCP 47 tag; numbers in words are read in Chinese and English,
            scales behind figures in others too.
    """
    symbols = find_symbols(text)
    numbers = _numbers(text, language)
    if symbols:
        numbers = [item for item in numbers if not is_within(item.start, symbols)]
    return Reading(tuple(numbers), tuple(find_dates(text, language)), tuple(symbols))


def _numbers(text: str, language: str) -> list[Number]:
    base = language.partition("-")[0].lower()
    if base == "zh":
        numbers = with_jiao_and_fen(chinese_numbers.find_numbers(text), text)
        return with_han_eras(numbers, text)
    if base == "en":
        return with_english_eras(english_numbers.find_numbers(text), text)
    numbers = [
        number(_both_ways(match.group()), match.span(), Writing.FIGURES)
        for match in _PLAIN.finditer(text)
    ]
    if base not in ("ja", "ko"):
        numbers = [*with_scale_words(numbers, text, base), *find_months(text, base)]
        return sorted(numbers, key=lambda item: item.start)
    more = list(find_scaled_numbers(text))
    if base == "ja":
        more += find_shares(text)
    if more:
        places = covered((item.start, item.end) for item in more)
        numbers = [*more, *(item for item in numbers if item.start not in places)]
        numbers.sort(key=lambda item: item.start)
    return with_han_eras(numbers, text) if base == "ja" else numbers


def _both_ways(written: str) -> set[Fraction]:
    """Read figures whose signs may set off thousands or decimals: 1.000 is 1000 and 1."""
    digits = "".join(sign for sign in written if sign.isdecimal())
    values = {Fraction(digits)}
    head, sign, tail = written.replace(",", ".").rpartition(".")
    if sign and tail.isdecimal():  # in "1.000 500" the sign sets off no decimals
        whole = "".join(sign for sign in head if sign.isdecimal())
        values.add(Fraction(f"{whole}.{tail}"))
    return values
