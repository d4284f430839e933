"""The columns of a PDF page: the free bands between them, found from where its characters stand.

A band is free where a row of the page has text on both sides and none inside. Behind short lines
there is free room too, but only between columns is it in the same place on row after row. What
stands between two bands is a column if it holds lines of text, and not a table's numbers or the
labels of a list. The last column of a page may hold few lines: it begins where the lines of a
whole column beside it end.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt

from corpora.characters import is_unspaced
from corpora.readers.pdf_justified import WIDE_GAP, find_spread, find_words

_Character = dict[str, Any]
_Grid = npt.NDArray[np.bool_]
_Rows = npt.NDArray[np.bool_]
_HANGING = frozenset("，。、；：！？．」』”’）》】〉〕")
Gutter = tuple[float, float]
"""Where the free band between two columns begins and ends, in points from the page's left edge."""

ARTIFACT = "Artifact"
"""How a tagged PDF marks what is no part of its text (ISO 32000-1, 14.8.2.2)."""
_NARROWEST = 8.0
_SMALLEST = 2.0
"""Type that is smaller is invisible, and would make a page of very many rows."""
_WIDEST = 14_400.0
"""No page is wider or higher, but text may stand anywhere outside it."""
_WORD_GAP = 0.7
_LEADING = 1.3
_OFTEN = 0.6
_FEWEST_LINES, _FEWEST_OF_LAST = 6, 3
_MOST_UNEVEN = 1.2
_NEARLY_ALL = 0.8
_SAME_EDGE = 2.0
_MOST_INDENT = 3.0
"""In sizes of the type."""
_FULL = 0.8
"""Of the width of a whole column: a line that ends beyond is full."""
_BROKEN, _NARROW, _SPACE = 0.4, 10.0, 0.25
"""The share of lines that go on in a column of large type; its least width, in sizes of the type,
and that of a space."""
_SAME_LINE, _APART, _SMALL_APART = 0.5, 2.0, 1.0
"""Between the middles of two lines: in one line, and between text and the head of a page."""
_SMALL = 0.92
_MOST_CROSSED = 0.25
_MOST_ABOVE = 3
_FEWEST_SIGNS = 16
"""A line of a column has room for as many letters, or half as many Chinese characters."""


def find_gutters(
    characters: Sequence[_Character], carried: Sequence[Gutter] = ()
) -> tuple[Gutter, ...]:
    """Find the free bands between the columns of a page, from left to right.

    Args:
        characters: the page's characters outside tables as pdfplumber gives them, all upright.
        carried: the bands of the page before; a line on both sides of them is enough.
    """
    written = [c for c in characters if str(c["text"]).strip()]
    if not written:
        return ()
    written = _without_margins(written)
    size = _type_size(written)
    left = min(float(c["x0"]) for c in written)
    edges = [float(c[side]) for c in written for side in ("x0", "x1", "top", "bottom")]
    if max(edges) - min(edges) > _WIDEST:
        return ()
    covered = _cover(written, size, left)
    found = [
        (left + start, left + end) for start, end in _bands(covered) if end - start >= _NARROWEST
    ]
    gutters = _proven(written, found)
    # The last page need not have text in all columns.
    right = max(float(c["x0"]) for c in written)
    filled = tuple(gutter for gutter in carried if gutter[1] - _SAME_EDGE < right)
    still_free = all(_is_free(covered, start - left, end - left) for start, end in filled)
    if len(gutters) < len(filled) and still_free and _go_on(written, filled, size):
        gutters = filled
    for column in range(1, len(gutters) + 2):
        own = [c for c in written if _place(c, gutters) == column]
        gutters += _last_gutter(own, size)
    return tuple(sorted(gutters))


def _without_margins(characters: list[_Character]) -> list[_Character]:
    """Leave out the head and the foot of a page: what is tagged as such, or stands apart.

    They may go over the columns, and their parts stand anywhere above and below them.
    """
    tagged = [c for c in characters if c.get("tag") != ARTIFACT]
    if tagged and len(tagged) < len(characters):
        return tagged
    size = _type_size(characters)
    rows = _lines(characters)
    for outer, inner in ((0, 1), (-1, -2)):
        if len(rows) <= 2:
            break
        own = float(rows[outer][0]["size"])
        far = (_SMALL_APART if own < _SMALL * size else _APART) * size
        if abs(_middle(rows[outer][0]) - _middle(rows[inner][0])) > far:
            del rows[outer]
    return [character for row in rows for character in row]


def _type_size(characters: Sequence[_Character]) -> float:
    return max(median(float(c["size"]) for c in characters), _SMALLEST)


def column_of(left: float, right: float, gutters: Sequence[Gutter]) -> int:
    """Return the number of the column that something stands in, counted from 1."""
    middle = (left + right) / 2
    return 1 + sum(middle > (start + end) / 2 for start, end in gutters)


def _place(character: _Character, gutters: Sequence[Gutter]) -> int:
    return column_of(float(character["x0"]), float(character["x1"]), gutters)


def _middle(character: _Character) -> float:
    return (float(character["top"]) + float(character["bottom"])) / 2


def ink_end(character: _Character) -> float:
    """Return where the ink of a character ends: a Chinese mark that ends a line may hang over."""
    hangs = str(character["text"]) in _HANGING
    return float(character["x1"]) - (float(character["size"]) / 2 if hangs else 0)


def _cover(characters: Sequence[_Character], size: float, left: float) -> _Grid:
    """Return which points of which rows are covered by text; a row is half a character high.

    Lines reach into the room between them, and words over the spaces between them.
    """
    top = min(float(c["top"]) for c in characters)
    step = size / 2
    height = int((max(float(c["bottom"]) for c in characters) - top) / step) + 2
    width = int(max(float(c["x1"]) for c in characters) - left) + 2
    covered: _Grid = np.zeros((height, width), dtype=np.bool_)
    reach = size * (_LEADING - 1) / 2
    for character in characters:
        first = max(int((float(character["top"]) - reach - top) / step), 0)
        last = int((float(character["bottom"]) + reach - top) / step)
        start = max(round(float(character["x0"]) - left), 0)
        end = round(ink_end(character) - left)
        covered[first : last + 1, start : max(end, start + 1)] = True
    gap = int(_WORD_GAP * size)
    for row in covered:
        places = np.flatnonzero(row)
        for place in np.flatnonzero((np.diff(places) > 1) & (np.diff(places) <= gap + 1)):
            row[places[place] : places[place + 1]] = True
    return covered


def _bands(covered: _Grid) -> list[tuple[int, int]]:
    """Return the bands that are free on more rows than their surroundings, and on enough."""
    free = _count_free(covered)
    most = max(int(free.max(initial=0)) * _OFTEN, _FEWEST_LINES * _LEADING * 2)
    bands: list[tuple[int, int]] = []
    for run in _runs(free >= most):
        core = run[free[run] >= 0.95 * free[run].max()]
        bands.append((int(core[0]), int(core[-1]) + 1))
    return bands


def _count_free(covered: _Grid) -> npt.NDArray[np.int_]:
    """Count for each point the rows that have text on both sides of it, and none there."""
    before = np.logical_or.accumulate(covered, axis=1)
    after = np.logical_or.accumulate(covered[:, ::-1], axis=1)[:, ::-1]
    free: npt.NDArray[np.int_] = (~covered & before & after).sum(axis=0)
    return free


def _runs(chosen: npt.NDArray[np.bool_]) -> list[npt.NDArray[np.intp]]:
    """Return the runs of points that are chosen."""
    places = np.flatnonzero(chosen)
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    return [run for run in runs if run.size]


def _is_free(covered: _Grid, start: float, end: float) -> bool:
    """Whether more rows have text on both sides of a band than inside it."""
    inside = slice(max(int(start) + 1, 0), max(int(end), 0))
    crossed = covered[:, inside].any(axis=1)
    beside = covered[:, : inside.start].any(axis=1) & covered[:, inside.stop :].any(axis=1)
    return int((beside & ~crossed).sum()) > int(crossed.sum())


def _last_gutter(characters: Sequence[_Character], size: float) -> tuple[Gutter, ...]:
    """Return the band between a whole column and the few lines of the last one, if any.

    Almost no line goes over it, the lines before it end at it, and those behind begin at the top.

    Args:
        characters: what stands between two other bands, or on a page that has none.
        size: the usual one of the page's type.
    """
    if not characters:
        return ()
    left = min(float(c["x0"]) for c in characters)
    top = min(float(c["top"]) for c in characters)
    covered = _cover(characters, size, left)
    for run in _runs(_count_free(covered) >= _LEADING * 2):
        end = int(run[-1]) + 1
        edge = end - int(_NARROWEST)
        crossed: _Rows = np.logical_or.reduce(covered[:, edge:end], axis=1)
        whole: _Rows = covered[:, :edge].any(axis=1) & ~crossed
        last: _Rows = covered[:, end:].any(axis=1) & ~crossed
        if run[0] > edge or not last.any() or crossed.sum() > _MOST_CROSSED * whole.sum():
            continue
        ends = whole * (edge - np.argmax(covered[:, edge - 1 :: -1], axis=1))
        full: _Rows = ends > _FULL * ends.max()
        first = int(np.argmax(last))
        begin = int(np.flatnonzero(crossed[:first])[-1:].sum())
        at_top = full[begin:first].sum() <= _MOST_ABOVE * _LEADING * 2
        if not at_top or 2 * full.sum() < whole.sum():
            continue
        rows = [int((_middle(c) - top) / (size / 2)) for c in characters]
        own = [c for c, row in zip(characters, rows, strict=True) if not crossed[row]]
        gutter = (left + int(ends.max()), left + end)
        parts = [[c for c in own if _place(c, (gutter,)) == column] for column in (1, 2)]
        few = len(_lines(parts[1])) == 1
        if _is_text(parts[0], _FEWEST_LINES) and (few or _is_text(parts[1], 1)):
            return (gutter,)
    return ()


def _go_on(characters: Sequence[_Character], gutters: Sequence[Gutter], size: float) -> bool:
    """Whether the columns of the page before hold text again: a line of it, begun at their edge."""
    for place in range(1, len(gutters) + 2):
        own = [c for c in characters if _place(c, gutters) == place]
        rows = _stretches(_lines(own))
        whole = [signs for signs in rows if len(signs) == 1]
        if 2 * len(whole) < len(rows) or max(map(sum, whole), default=0) < _FEWEST_SIGNS:
            return False
        edge = gutters[place - 2][1] if place > 1 else min(float(c["x0"]) for c in own)
        indent = min(float(c["x0"]) for c in own) - edge
        if not -_SAME_EDGE < indent < _MOST_INDENT * size:
            return False
    return True


def _proven(characters: Sequence[_Character], found: list[Gutter]) -> tuple[Gutter, ...]:
    """Leave out the bands beside something that is no column of text."""
    gutters = list(found)
    while gutters:
        columns: dict[int, list[_Character]] = {}
        for character in characters:
            columns.setdefault(_place(character, gutters), []).append(character)
        last = len(gutters) + 1
        wrong = [
            place
            for place in range(1, last + 1)
            if not _is_text(columns.get(place, []), _FEWEST_LINES)
            and not (place == last and _begins_at_top(columns, place))
        ]
        if not wrong:
            return tuple(gutters)
        # A column at an edge has one band beside it, any other is taken with the one before.
        del gutters[max(wrong[0] - 2, 0)]
    return ()


def _begins_at_top(columns: dict[int, list[_Character]], place: int) -> bool:
    """Whether a last column of few lines begins where the one before it does, in even lines."""
    lines, beside = (_lines(columns.get(at, [])) for at in (place, place - 1))
    if len(lines) < _FEWEST_OF_LAST or len(beside) < _FEWEST_LINES or not _are_even(lines):
        return False
    steps = [_middle(after[0]) - _middle(before[0]) for before, after in pairwise(lines)]
    tops = [_middle(line[0]) for line in beside]
    above = sum(top < _middle(lines[0][0]) - median(steps) / 2 for top in tops)
    return above <= _MOST_ABOVE and _is_text(columns[place], _FEWEST_OF_LAST)


def _is_text(characters: Sequence[_Character], fewest: int) -> bool:
    """Whether half the lines of a column, and enough, are as long as lines of text.

    A third is enough where they end at its edge and all lines stand at even distances, as those of
    talk do and those of a table's cells do not; and where many lines had no room for the next
    word, however short they are. What stands behind a wide gap is another cell,
    unless the line was justified.
    """
    lines = _lines(characters)
    signs = [max(own) for own in _stretches(lines)]
    long_ones = [line for line, own in zip(lines, signs, strict=True) if own >= _FEWEST_SIGNS]
    edge = max((ink_end(line[-1]) for line in lines), default=0.0)
    broken = _count_broken(lines, edge)
    if broken >= fewest and broken >= _BROKEN * len(lines):
        return True
    full = sum(edge - ink_end(line[-1]) < float(line[-1]["size"]) for line in long_ones)
    talk = full >= _FEWEST_LINES and _are_even(lines)
    return len(long_ones) >= fewest and (3 if talk else 2) * len(long_ones) >= len(lines)


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


def _size(lines: Sequence[Sequence[_Character]]) -> float:
    return median(float(line[0]["size"]) for line in lines)


def _are_even(lines: Sequence[Sequence[_Character]]) -> bool:
    """Whether nearly all lines are as far from the next one as most are."""
    steps = [_middle(after[0]) - _middle(before[0]) for before, after in pairwise(lines)]
    usual = median(steps)
    return sum(step < _MOST_UNEVEN * usual for step in steps) >= _NEARLY_ALL * len(steps)


def _lines(characters: Sequence[_Character]) -> list[list[_Character]]:
    """Group characters by where they stand, from top to bottom and from left to right.

    Those of two fonts in one line, as of Chinese and its quotation marks, need not be level.
    """
    lines: list[list[_Character]] = []
    for character in sorted(characters, key=_middle):
        first = lines[-1][0] if lines else character
        reach = _SAME_LINE * max(float(first["size"]), float(character["size"]))
        if not lines or _middle(character) - _middle(first) > reach:
            lines.append([])
        lines[-1].append(character)
    return [sorted(line, key=lambda c: float(c["x0"])) for line in lines]


def _stretches(rows: Sequence[Sequence[_Character]]) -> list[list[int]]:
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
