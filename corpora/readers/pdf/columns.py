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

from corpora.readers.pdf.column_text import (
    FEWEST_LINES,
    FEWEST_SIGNS,
    MOST_ABOVE,
    begins_at_top,
    find_lines,
    find_stretches,
    goes_on,
    ink_end,
    is_text,
    middle,
    stands_free,
)
from corpora.readers.pdf.heights import are_rows

_Character = dict[str, Any]
_Grid = npt.NDArray[np.bool_]
_Rows = npt.NDArray[np.bool_]
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
_SAME_EDGE = 2.0
_MOST_INDENT = 3.0
"""In sizes of the type."""
_FULL = 0.8
"""Of the width of a whole column: a line that ends beyond is full."""
_APART, _SMALL_APART = 2.0, 1.0
"""Between the middles of two lines: of text, and of the head of a page."""
_SMALL = 0.92
_FEWEST_WHOLE = 2
_MOST_CROSSED = 0.25


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
    gutters = _proven(written, covered, size / 2, found) or _of_few_lines(written, covered, size)
    gutters = tuple(_without_ends(gutter, covered, left) for gutter in gutters)
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
    rows = find_lines(characters)
    for outer, inner in ((0, 1), (-1, -2)):
        if len(rows) <= 2:
            break
        own = float(rows[outer][0]["size"])
        far = (_SMALL_APART if own < _SMALL * size else _APART) * size
        if abs(middle(rows[outer][0]) - middle(rows[inner][0])) > far:
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


def _bands(covered: _Grid, fewest: int = FEWEST_LINES) -> list[tuple[int, int]]:
    """Return the bands that are free on more rows than their surroundings, and on enough."""
    free = _count_free(covered)
    most = max(int(free.max(initial=0)) * _OFTEN, fewest * _LEADING * 2)
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


def _without_ends(gutter: Gutter, covered: _Grid, left: float) -> Gutter:
    """Leave out of a band the ends of the longest lines before it, with text beside them behind it.

    On a page of short lines few are long enough to show how wide their column is.
    """
    start, end = (round(edge - left) for edge in gutter)
    inside = covered[:, start : end - int(_NARROWEST)]
    behind = covered[:, end : end + 1].any(axis=1) & ~covered[:, end - int(_NARROWEST) : end].any(
        axis=1
    )
    ends = [int(np.flatnonzero(row)[-1]) + 1 for row in inside[behind] if row.any()]
    return (gutter[0] + max(ends, default=0), gutter[1])


def _is_free(covered: _Grid, start: float, end: float) -> bool:
    """Whether more rows have text on both sides of a band than inside it."""
    inside = slice(max(int(start) + 1, 0), max(int(end), 0))
    crossed = covered[:, inside].any(axis=1)
    beside = covered[:, : inside.start].any(axis=1) & covered[:, inside.stop :].any(axis=1)
    return int((beside & ~crossed).sum()) > int(crossed.sum())


def _parts_page(covered: _Grid, start: int, end: int) -> bool:
    """Whether most rows of a page have text on both sides of a band and none inside."""
    before, after = covered[:, :start].any(axis=1), covered[:, end:].any(axis=1)
    free = before & after & ~covered[:, start:end].any(axis=1)
    return 2 * int(free.sum()) > int(covered.any(axis=1).sum())


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
        at_top = full[begin:first].sum() <= MOST_ABOVE * _LEADING * 2
        if not at_top or 2 * full.sum() < whole.sum():
            continue
        rows = [int((middle(c) - top) / (size / 2)) for c in characters]
        own = [c for c, row in zip(characters, rows, strict=True) if not crossed[row]]
        gutter = (left + int(ends.max()), left + end)
        parts = [[c for c in own if _place(c, (gutter,)) == column] for column in (1, 2)]
        few = len(find_lines(parts[1])) == 1
        if is_text(parts[0], FEWEST_LINES) and (few or is_text(parts[1], 1)):
            return (gutter,)
    return ()


def _go_on(characters: Sequence[_Character], gutters: Sequence[Gutter], size: float) -> bool:
    """Whether the columns of the page before hold text again, begun at their edges.

    It is a line of text, or all lines are short and none of them stands in several pieces.
    """
    for place in range(1, len(gutters) + 2):
        own = [c for c in characters if _place(c, gutters) == place]
        rows = find_stretches(find_lines(own))
        whole = [signs for signs in rows if len(signs) == 1]
        edge = gutters[place - 2][1] if place > 1 else min(float(c["x0"]) for c in own)
        indent = min(float(c["x0"]) for c in own) - edge
        has_text = max(map(sum, whole), default=0) >= FEWEST_SIGNS
        most = _MOST_INDENT * size if has_text else _SAME_EDGE
        if not -_SAME_EDGE < indent < most:
            return False
        if len(whole) < len(rows) * (0.5 if has_text else 1.0):
            return False
    return True


def _proven(
    characters: Sequence[_Character], covered: _Grid, step: float, found: Sequence[Gutter]
) -> tuple[Gutter, ...]:
    """Leave out the bands beside something that is no column of text.

    What goes over a band belongs to no column.

    Args:
        characters: those of the page.
        covered: which points of its rows they cover.
        step: how high a row is.
        found: the bands.
    """
    left = min(float(c["x0"]) for c in characters)
    free = _count_free(covered)
    gutters = list(found)
    while gutters:
        columns: dict[int, list[_Character]] = {}
        for character in _beside(characters, gutters, covered, step):
            columns.setdefault(_place(character, gutters), []).append(character)
        last = len(gutters) + 1
        wrong = [
            place
            for place in range(1, last + 1)
            if not is_text(columns.get(place, []), FEWEST_LINES)
            and not (place == last and begins_at_top(columns, place))
            and not stands_free(columns, place)
        ]
        if not wrong:
            return tuple(gutters)
        beside = gutters[max(wrong[0] - 2, 0) : wrong[0]]
        gutters.remove(min(beside, key=lambda band: free[int((band[0] + band[1]) / 2 - left)]))
    return ()


def _of_few_lines(
    characters: Sequence[_Character], covered: _Grid, size: float
) -> tuple[Gutter, ...]:
    """Return the bands between columns of few lines, most of which had no room for a next word.

    Such columns are all that the page has but for lines above and below: a block of signatures
    below a text makes none.
    """
    left = min(float(c["x0"]) for c in characters)
    gutters = tuple(
        (left + start, left + end)
        for start, end in _bands(covered, _FEWEST_WHOLE)
        if end - start >= max(_NARROWEST, size) and _parts_page(covered, start, end)
    )
    columns: dict[int, list[_Character]] = {}
    for character in _beside(characters, gutters, covered, size / 2):
        columns.setdefault(_place(character, gutters), []).append(character)
    whole = all(
        goes_on(columns.get(place, ()), _FEWEST_WHOLE) for place in range(1, len(gutters) + 2)
    )
    rows = [find_lines(columns[place]) for place in sorted(columns)]
    table = any(are_rows(*pair) or are_rows(*pair[::-1]) for pair in pairwise(rows))
    return gutters if whole and not table else ()


def _beside(
    characters: Sequence[_Character], gutters: Sequence[Gutter], covered: _Grid, step: float
) -> list[_Character]:
    """Return the characters in rows without text that goes over one of the bands.

    Args:
        characters: those of the page.
        gutters: the bands.
        covered: which points of its rows they cover.
        step: how high a row is.
    """
    left = min(float(c["x0"]) for c in characters)
    top = min(float(c["top"]) for c in characters)
    over = _over(covered, [(start - left, end - left) for start, end in gutters])
    return [c for c in characters if not over[int((middle(c) - top) / step)]]


def _over(covered: _Grid, bands: Sequence[tuple[float, float]]) -> _Rows:
    """Return which rows have text that goes over one of several bands, all of it."""
    over: _Rows = np.zeros(len(covered), dtype=np.bool_)
    for start, end in bands:
        over |= covered[:, max(int(start), 0) : max(int(end), 1)].all(axis=1)
    return over
