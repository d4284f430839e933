"""Whether what stands between two bands of a PDF page is a column of text.

A column holds lines of text, and not a table's numbers or the labels of a list. Its lines are long,
or had no room for the next word, or they stand at other heights than those beside them, which the
cells of a table do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from corpora.characters import is_unspaced
from corpora.readers.pdf.heights import stand_apart
from corpora.readers.pdf.justified import WIDE_GAP, find_spread, find_words

_Character = dict[str, Any]

FEWEST_LINES = 6
"""A column has so many, unless it is the last one."""
FEWEST_SIGNS = 16
"""A line of a column has room for as many letters, or half as many Chinese characters."""
MOST_ABOVE = 3
"""The lines of a column that may stand above the first one of the column behind it."""
_HANGING = frozenset("，。、；：！？．」』”’）》】〉〕")
_FEWEST_OF_LAST = 3
_MOST_UNEVEN = 1.2
_NEARLY_ALL = 0.8
_BROKEN, _NARROW, _SPACE = 0.4, 10.0, 0.25
"""The share of lines that go on in a column of large type; its least width, in sizes of the type,
and that of a space."""
_SAME_LINE, _SAME_HEIGHT, _NEXT_LINE = 0.5, 0.25, 1.8
"""In sizes of the type: how far apart the middles of characters are in one line, in lines at the
same height, and in lines of one paragraph."""


def ink_end(character: _Character) -> float:
    """Return where the ink of a character ends: a Chinese mark that ends a line may hang over."""
    hangs = str(character["text"]) in _HANGING
    return float(character["x1"]) - (float(character["size"]) / 2 if hangs else 0)


def middle(character: _Character) -> float:
    """Return the height of a character's middle, in points from the page's top."""
    return (float(character["top"]) + float(character["bottom"])) / 2


def find_lines(characters: Sequence[_Character]) -> list[list[_Character]]:
    """Group characters by where they stand, from top to bottom and from left to right.

    Those of two fonts in one line, as of Chinese and its quotation marks, need not be level.
    """
    lines: list[list[_Character]] = []
    for character in sorted(characters, key=middle):
        first = lines[-1][0] if lines else character
        reach = _SAME_LINE * max(float(first["size"]), float(character["size"]))
        if not lines or middle(character) - middle(first) > reach:
            lines.append([])
        lines[-1].append(character)
    return [sorted(line, key=lambda c: float(c["x0"])) for line in lines]


def find_stretches(rows: Sequence[Sequence[_Character]]) -> list[list[int]]:
    """Return how much stands in each row between its wide gaps; a Chinese character counts as two.

    The gaps of a justified line are not wide.
    """
    spread = find_spread(rows)
    stretches: list[list[int]] = []
    for number, row in enumerate(rows):
        signs = [0]
        end = float("inf")
        for character in row:
            gap = float(character["x0"]) - end
            if number not in spread and gap > WIDE_GAP * float(character["size"]):
                signs.append(0)
            signs[-1] += sum(2 if is_unspaced(sign) else 1 for sign in str(character["text"]))
            end = float(character["x1"])
        stretches.append(signs)
    return stretches


def is_text(characters: Sequence[_Character], fewest: int) -> bool:
    """Whether half the lines of a column, and enough, are as long as lines of text.

    A third is enough where they end at its edge and all lines stand at even distances, as those of
    talk do and those of a table's cells do not; and where many lines had no room for the next
    word, however short they are. What stands behind a wide gap is another cell,
    unless the line was justified.
    """
    lines = find_lines(characters)
    signs = [max(own) for own in find_stretches(lines)]
    long_ones = [line for line, own in zip(lines, signs, strict=True) if own >= FEWEST_SIGNS]
    edge = max((ink_end(line[-1]) for line in lines), default=0.0)
    if goes_on(characters, fewest):
        return True
    full = sum(edge - ink_end(line[-1]) < float(line[-1]["size"]) for line in long_ones)
    talk = full >= FEWEST_LINES and _are_even(lines)
    return len(long_ones) >= fewest and (3 if talk else 2) * len(long_ones) >= len(lines)


def goes_on(characters: Sequence[_Character], fewest: int) -> bool:
    """Whether many lines of a wide column, and enough, had no room for the next word."""
    lines = find_lines(characters)
    broken = _count_broken(lines, max((ink_end(line[-1]) for line in lines), default=0.0))
    return broken >= fewest and broken >= _BROKEN * len(lines)


def begins_at_top(columns: dict[int, list[_Character]], place: int) -> bool:
    """Whether a last column of few lines begins where the one before it does, in even lines."""
    lines, beside = (find_lines(columns.get(at, [])) for at in (place, place - 1))
    if len(lines) < _FEWEST_OF_LAST or len(beside) < FEWEST_LINES or not _are_even(lines):
        return False
    steps = [middle(after[0]) - middle(before[0]) for before, after in pairwise(lines)]
    tops = [middle(line[0]) for line in beside]
    above = sum(top < middle(lines[0][0]) - median(steps) / 2 for top in tops)
    return above <= MOST_ABOVE and is_text(columns[place], _FEWEST_OF_LAST)


def stands_free(columns: Mapping[int, Sequence[_Character]], place: int) -> bool:
    """Whether the lines of a wide column stand at other heights than those of one beside it.

    Either both have lines below each other as a paragraph has, so that neither is one of labels
    that stand in the middle of what they belong to; or no table's cells stand as they do.
    """
    lines = find_lines(columns.get(place, ()))
    return any(
        _is_independent(lines, own) or stand_apart(lines, own)
        for own in (find_lines(columns.get(beside, ())) for beside in (place - 1, place + 1))
    )


def _is_independent(
    lines: Sequence[Sequence[_Character]], beside: Sequence[Sequence[_Character]]
) -> bool:
    if not all(_has_paragraphs(own) for own in (lines, beside)):
        return False
    size = _size(lines)
    heights = [middle(line[0]) for line in beside]
    near = [
        min(abs(middle(line[0]) - height) for height in heights)
        for line in lines
        if heights[0] - size < middle(line[0]) < heights[-1] + size
    ]
    free = sum(distance > _SAME_HEIGHT * size for distance in near)
    return free >= _FEWEST_OF_LAST and 3 * free >= len(near)


def _has_paragraphs(lines: Sequence[Sequence[_Character]]) -> bool:
    """Whether lines are as wide as text is, and a third of them go on in the next one."""
    if len(lines) < _FEWEST_OF_LAST:
        return False
    size = _size(lines)
    left, right = (
        min(float(line[0]["x0"]) for line in lines),
        max(ink_end(line[-1]) for line in lines),
    )
    steps = [middle(after[0]) - middle(before[0]) for before, after in pairwise(lines)]
    close = sum(step < _NEXT_LINE * size for step in steps)
    broken = _count_broken(lines, right)
    return right - left >= _NARROW * size and 3 * close >= len(lines) and broken > 0


def _count_broken(lines: Sequence[Sequence[_Character]], edge: float) -> int:
    """Count the lines of a column that had no room for the first word of the next one.

    Large type makes short lines of the longest text. A column of labels or figures is narrow, and
    what stands below each other in it does not go on.
    """
    words = [find_words(line) for line in lines]
    if not words or edge - min(row[0][0] for row in words if row) < _NARROW * _size(lines):
        return 0
    ends = [ink_end(line[-1]) for line in lines]
    return sum(
        edge - end < after[0][1] - after[0][0] + _SPACE * float(line[-1]["size"])
        for line, end, after in zip(lines, ends, words[1:], strict=False)
        if after
    )


def _are_even(lines: Sequence[Sequence[_Character]]) -> bool:
    """Whether nearly all lines are as far from the next one as most are."""
    steps = [middle(after[0]) - middle(before[0]) for before, after in pairwise(lines)]
    usual = median(steps)
    return sum(step < _MOST_UNEVEN * usual for step in steps) >= _NEARLY_ALL * len(steps)


def _size(lines: Sequence[Sequence[_Character]]) -> float:
    return median(float(line[0]["size"]) for line in lines)
