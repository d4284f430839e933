"""Figures with signs behind them in Japanese and Korean text: 5万, 1兆2千億, 3만 5천, 4割."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from align.quality.values.chinese_numbers import han_values
from align.quality.values.number import Number, Writing, figure_value, number

_FIGURES = r"\d+(?:[,，]\d{3})*(?:\.\d+)?"
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_PART = re.compile(rf"({_FIGURES})([十百千]?)([万億兆]?)")
_SCALED = re.compile(
    rf"(?<![\d.,A-Za-z])(?:{_FIGURES}[十百千]?[万億兆](?: (?=\d[\d.,]*[十百千]?[万億兆]))?)+"
    rf"(?:{_FIGURES}[百千]?)?|(?<![\d.,A-Za-z]){_FIGURES}[百千](?![\d万億兆])"
)
_KOREAN = str.maketrans("십백천만억조", "十百千万億兆")
_HAN = "一二三四五六七八九十百千"
_SHARE = re.compile(
    rf"(?<![\d.{_HAN}])(?:(?P<tenths>\d+(?:\.\d+)?|[{_HAN}]) ?割(?![合当])"
    rf"(?:(?P<more>\d|[{_HAN}]) ?分)?"
    rf"|(?P<below>\d+|[{_HAN}]+) ?分の ?(?P<above>\d+|[{_HAN}]+))"
)


def find_scaled_numbers(text: str) -> Iterator[Number]:
    """Give the numbers of a Japanese or Korean text whose figures have a scale behind them."""
    text = text.translate(_KOREAN)
    for match in _SCALED.finditer(text):
        total = Fraction(0)
        for figures, small, large in _PART.findall(match[0]):
            scale = _SMALL.get(small, 1) * _LARGE.get(large, 1)
            total += Fraction(figure_value(figures)) * scale
        yield number({total}, match.span(), Writing.FIGURES)


def find_shares(text: str) -> Iterator[Number]:
    """Give the tenths and fractions of a Japanese text: 4割 is 40%, 3分の1 a third."""
    for match in _SHARE.finditer(text):
        writing = Writing.FIGURES if match[0][0].isdecimal() else Writing.WORDS
        if tenths := match["tenths"]:
            share = 10 * _value(tenths) + (_value(match["more"]) if match["more"] else 0)
            yield number({share, share / 100}, match.span(), writing, percent=True)
        elif below := _value(match["below"]):
            share = _value(match["above"]) / below
            yield number({share, 100 * share}, match.span(), writing)


def _value(numeral: str) -> Fraction:
    return Fraction(figure_value(numeral) if numeral[0].isdecimal() else han_values(numeral)[0])
