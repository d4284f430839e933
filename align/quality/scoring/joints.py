"""The joints of a text: the marks and conjunctions between its clauses and the items of its lists.

A side that lost a clause, or an item of a list, has fewer of them than the other side. In right
pairs they are about as many, though Chinese has a comma where English has a conjunction.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from align.quality.pairs import Side, UnitPair

_MARKS = ",，、;；:："
_ITEM_MARK = "、"
_CHINESE = "和与與及或并並且而但"
_CHINESE_OF_TWO = ("并且", "並且", "而且")
"""These hold two of the signs, and are one conjunction."""

_ENGLISH = (" and ", " or ", " nor ", " but ", " as well as ")


@dataclass(frozen=True, slots=True)
class Joints:
    """The joints of both sides; ratios are logarithms, above 0 where the second side has more.

    Attributes:
        apart: how many more the second side has; below 0 where it has fewer.
        ratio: of all joints.
        marks: of the marks alone.
        conjunctions: of the conjunctions alone, in Chinese and English.
        items: where the first side has the mark that stands between items in Chinese, the ratio of
            all joints of the second side to these marks and the conjunctions of the first; else 0.
        lists: whether the first side has that mark.
    """

    apart: int
    ratio: float
    marks: float
    conjunctions: float
    items: float
    lists: bool


def compare_joints(pair: UnitPair) -> Joints:
    """Compare the joints of the sides of a pair, the Chinese one first where there is one."""
    marks = [sum(map(side.text.count, _MARKS)) for side in pair.sides]
    words = [_conjunctions(side) for side in pair.sides]
    joints = [mark + word for mark, word in zip(marks, words, strict=True)]
    items = pair.source.text.count(_ITEM_MARK)
    return Joints(
        joints[1] - joints[0],
        _ratio(*joints),
        _ratio(*marks),
        _ratio(*words),
        _ratio(items + words[0], joints[1]) if items else 0.0,
        items > 0,
    )


def _ratio(one: int, other: int) -> float:
    return math.log((1 + other) / (1 + one))


def _conjunctions(side: Side) -> int:
    text = side.text
    if side.is_chinese:
        return sum(map(text.count, _CHINESE)) - sum(map(text.count, _CHINESE_OF_TWO))
    return sum(map(text.count, _ENGLISH)) if side.is_english else 0
