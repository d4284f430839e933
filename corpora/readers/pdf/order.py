"""The lines of a PDF page in reading order: column by column, rows put together elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from corpora.readers.pdf.columns import Gutter, column_of
from corpora.readers.pdf.hanging import labels_item
from corpora.readers.pdf.line import RAISED_BY, SAME_ROW, PdfLine, Run, single_spaced
from corpora.readers.scripts import Script

_NUMBER_WIDTH = 3.0
_NEXT_LINE = 1.6
_TITLE_SIZE = 1.12
"""These are in sizes of the type."""


def by_column(lines: list[PdfLine], gutters: Sequence[Gutter]) -> list[PdfLine]:
    """Order the lines of a page by column; a line across the page ends the columns above it.

    A line over some of the columns stands in the first of them. The number in front of a line
    across the page, as footnotes have, goes with it, and so does a short line that goes on below.
    """
    if not gutters:
        return _rejoin(lines)
    ordered: list[PdfLine] = []
    columns: list[list[PdfLine]] = [[] for _ in range(len(gutters) + 1)]
    across = [line for line in lines if _columns(line, gutters) == (1, len(columns))]
    numbers = {line: [other for other in lines if _is_number_of(other, line)] for line in across}
    taken = {number for found in numbers.values() for number in found}
    for place, line in enumerate(lines):
        if line in numbers:
            ordered += [*_take(columns), *_rejoin([*numbers[line], line])]
        elif not any(columns) and (
            _is_title(line, lines[place + 1 :])
            or (ordered and _goes_on_below(ordered[-1], line, lines))
        ):
            ordered.append(line)
        elif line not in taken:
            first, last = _columns(line, gutters)
            columns[first - 1].append(replace(line, column=first if first == last else 0))
    return [*ordered, *_take(columns)]


def _is_title(line: PdfLine, below: Sequence[PdfLine]) -> bool:
    """Whether a line is in larger type than those below, and begins above all of them.

    It may be no wider than the column that it stands above.
    """
    if not below or line.size <= _TITLE_SIZE * median(other.size for other in below):
        return False
    return all(other.top > line.bottom for other in below)


def _goes_on_below(across: PdfLine, line: PdfLine, lines: Sequence[PdfLine]) -> bool:
    """Whether a short line goes on below one across the page, with nothing beside it."""
    below = 0 < line.bottom - across.bottom < _NEXT_LINE * across.size and bool(across.runs)
    alike = abs(across.size - line.size) < SAME_ROW and line.left < across.left + across.size
    height = (line.top + line.bottom) / 2
    return (
        below
        and alike
        and not any(other is not line and other.top < height < other.bottom for other in lines)
    )


def _is_number_of(piece: PdfLine, line: PdfLine) -> bool:
    """Whether something short stands in front of a line, at its height."""
    short = 0 < piece.right - piece.left < _NUMBER_WIDTH * line.size
    middle = (piece.top + piece.bottom) / 2
    return short and piece.right <= line.left and line.top < middle < line.bottom


def _columns(line: PdfLine, gutters: Sequence[Gutter]) -> tuple[int, int]:
    """Return the first and the last column that a line stands in."""
    edges = (line.left + line.size / 2, line.right - line.size / 2)
    return column_of(edges[0], edges[0], gutters), column_of(edges[1], edges[1], gutters)


def _take(columns: list[list[PdfLine]]) -> Iterable[PdfLine]:
    for column in columns:
        yield from _rejoin(column)
        column.clear()


def _rejoin(lines: list[PdfLine]) -> list[PdfLine]:
    """Put the pieces of one row together again where the page has no columns."""
    joined: list[PdfLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None or not last.runs or not line.runs:
            joined.append(line)
            continue
        raised = _is_number_of(last, line) and last.bottom < line.bottom - RAISED_BY * line.size
        if raised or _is_same_row(last, line):
            first = (Run(last.text, Script.ABOVE),) if raised else last.runs
            joined[-1] = replace(
                line if raised else last,
                runs=single_spaced((*first, Run(" "), *line.runs)),
                left=last.left,
                right=line.right,
                top=min(last.top, line.top),
                artifact=last.artifact and line.artifact,
                faces=tuple(dict.fromkeys((*last.faces, *line.faces))),
                pieces=(*(last.pieces or (last,)), line),
                hang=line.left if labels_item(last.text) else last.hang,
            )
        else:
            joined.append(line)
    return joined


def _is_same_row(piece: PdfLine, following: PdfLine) -> bool:
    """Whether something stands behind a piece; characters of two fonts need not be level."""
    reach = SAME_ROW * max(piece.size, following.size)
    return piece.left < following.left and abs(piece.bottom - following.bottom) < reach
