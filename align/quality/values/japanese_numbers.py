"""Figures with scales behind them in Japanese text: 5万, 1兆2千億, 3万5千."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from align.quality.values.number import Number, Writing, figure_value, number

_FIGURES = r"\d+(?:[,，]\d{3})*(?:\.\d+)?"
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_PART = re.compile(rf"({_FIGURES})([十百千]?)([万億兆]?)")
_SCALED = re.compile(
    rf"(?<![\d.,A-Za-z])(?:(?:{_FIGURES}[十百千]?[万億兆])+(?:{_FIGURES}[百千]?)?|{_FIGURES}[百千])"
    r"(?![\d万億兆])"
)


def find_scaled_numbers(text: str) -> Iterator[Number]:
    """Give the numbers of a Japanese text whose figures have a scale behind them."""
    for match in _SCALED.finditer(text):
        total = Fraction(0)
        for figures, small, large in _PART.findall(match[0]):
            scale = _SMALL.get(small, 1) * _LARGE.get(large, 1)
            total += Fraction(figure_value(figures)) * scale
        yield number({total}, match.span(), Writing.FIGURES)
