"""Amounts in yuan, jiao and fen: 二十五元五角 is 25.5 yuan, 五毛钱 are fifty fen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from align.quality.values.number import Number, number

_YUAN = re.compile("[元圆圓块塊]")
_JIAO = re.compile("角(?![形度落色星楼樓])|毛(?![病发髮衣巾])")
_PARTS = {"角": Fraction(1, 10), "毛": Fraction(1, 10), "分": Fraction(1, 100)}


def with_jiao_and_fen(numbers: Sequence[Number], text: str) -> list[Number]:
    """Add to each number of a Chinese amount what the amount is worth in yuan, of jiao in fen too.

    Args:
        numbers: those of the text, in their order.
        text: the text.
    """
    done = list(numbers)
    if not any(unit in text for unit in _PARTS):
        return done
    for place, item in enumerate(numbers):
        if _JIAO.match(text, item.end):
            values = {value * part for value in item.values for part in (1, 10, _PARTS["角"])}
            done[place] = replace(item, values=number(values, (0, 0), item.writing).values)
        if len(item.values) != 1 or not _YUAN.match(text, item.end):
            continue
        amount = _parts_behind(numbers[place + 1 : place + 3], text, item.end + 1)
        if amount:
            total = Fraction(min(item.values)) + sum(amount)
            for at in range(place, place + 1 + len(amount)):
                values = {*done[at].values, total}
                done[at] = replace(done[at], values=number(values, (0, 0), item.writing).values)
    return done


def _parts_behind(numbers: Sequence[Number], text: str, start: int) -> list[Fraction]:
    """Return what the jiao and the fen right behind some yuan are worth, each smaller."""
    found: list[Fraction] = []
    for item in numbers:
        part = _PARTS.get(text[item.end : item.end + 1])
        value = min(item.values)
        is_next = item.start == start and part is not None and len(item.values) == 1
        if not is_next or part is None or not value * part < 1 or (found and part > found[-1]):
            break
        found.append(value * part)
        start = item.end + 1
    return found
