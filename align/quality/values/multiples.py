"""Multiples, which a percentage says too: "one and a half times" and 1.5倍 are 150%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from align.quality.values.number import Number, Value

_TIMES = re.compile(
    r"(?P<half> and a half| and one[- ]half)?[ -]times\b"
    r"(?! (?:an?|per|each|every) (?:hour|day|night|week|month|year)\b)"
)
_TWICE = re.compile(r"twice\b(?! (?:an?|per|each|every) (?:hour|day|night|week|month|year)\b)")
_FOLD = re.compile(" ?倍")


def find_multiples(
    numbers: tuple[Number, ...], text: str, language: str
) -> Iterator[tuple[Number, frozenset[Value]]]:
    """Find the numbers of times that one thing is another, and what they may be worth.

    Args:
        numbers: those of the text.
        text: the text, Chinese or English.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    for item in numbers:
        if item.percent:
            continue
        if base == "zh" and _FOLD.match(text, item.end):
            yield item, item.values
        elif base == "en":
            match = _TIMES.match(text, item.end)
            if match and match["half"]:
                yield item, frozenset(value + Fraction(1, 2) for value in item.values)
            elif match or _TWICE.match(text.lower(), item.start):
                yield item, item.values
