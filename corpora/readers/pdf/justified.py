"""The justified lines of a PDF: which wide gaps are those between words that were spread.

To fill its column, a line's words are spread until they reach the edge where other lines end. All
its gaps become as wide, and together they are no wider than the first word of the next line, which
had no room. The cells of a table's row stand farther apart, and not as evenly.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from corpora.characters import is_unspaced

_Character = dict[str, Any]

WIDE_GAP = 1.2
"""What parts cells and columns; a gap between two words of a line is rarely as wide."""
_WORD_GAP = 0.18
_SPACE = 0.25
_LONG_WORD = 7.0
"""These are in sizes of the type."""
_MOST_UNEVEN = 1.25
_SAME_EDGE = 2.0
"""In points."""


def find_spread(rows: Sequence[Sequence[_Character]]) -> frozenset[int]:
    """Find the rows that are justified lines, though they have gaps as wide as between cells.

    Args:
        rows: the characters of each row of one column from left to right, from top to bottom.

    Returns:
        The numbers of the rows, counted from 0.
    """
    words = [find_words(row) for row in rows]
    sizes = [median(float(c["size"]) for c in row) for row in rows]
    gaps = [[after[0] - before[1] for before, after in pairwise(row)] for row in words]
    wide = [bool(own) and max(own) > WIDE_GAP * size for own, size in zip(gaps, sizes, strict=True)]
    edges = [row[-1][1] for row, is_wide in zip(words, wide, strict=True) if row and not is_wide]
    return frozenset(
        number
        for number, is_wide in enumerate(wide)
        if is_wide
        and max(gaps[number]) <= _MOST_UNEVEN * min(gaps[number])
        and any(abs(words[number][-1][1] - edge) < _SAME_EDGE for edge in edges)
        and _had_no_room(gaps[number], sizes[number], words[number + 1 : number + 2])
    )


def find_words(row: Sequence[_Character]) -> list[tuple[float, float]]:
    """Return where each word of a row, or Chinese character, begins and ends."""
    words: list[tuple[float, float]] = []
    parted = True
    for character in row:
        text = str(character["text"]).strip()
        if not text:
            parted = True
            continue
        left, right = float(character["x0"]), float(character["x1"])
        parted = parted or is_unspaced(text[0])
        if parted or left - words[-1][1] > _WORD_GAP * float(character["size"]):
            words.append((left, right))
        else:
            words[-1] = (words[-1][0], right)
        parted = is_unspaced(text[-1])
    return words


def _had_no_room(
    gaps: Sequence[float], size: float, following: Sequence[Sequence[tuple[float, float]]]
) -> bool:
    """Whether a line was too short for the first word of the next one.

    Behind the last line of a column that word is not known, and one gap says too little.
    """
    room = sum(gaps) - len(gaps) * _SPACE * size
    if not following or not following[0]:
        return len(gaps) > 1 and room < _LONG_WORD * size
    first = following[0][0]
    return room < first[1] - first[0] + _SPACE * size
