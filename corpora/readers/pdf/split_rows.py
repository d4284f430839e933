"""The rows of drawn tables that a page or a column ends in the midst of: put together again.

The rest of such a row stands at the top of the next column, in cells as wide as those above; a cell
that was at its end is empty there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpora.readers.pdf.line import PdfLine

_SAME_WIDTH = 2.0
"""In points."""
_NEXT_LINE = 1.2
_SPACE = 0.25
"""In sizes of the type."""
_ENDINGS = ".。!！?？"


def with_whole_rows(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Put the rest of each row that goes on behind a page's or column's end into its cells.

    Args:
        lines: in reading order, without running heads and page numbers.
    """
    whole: list[PdfLine] = []
    number = 0
    while number < len(lines):
        below = _first_row(lines, number)
        above = _last_row(whole) if below else []
        if above and _goes_on(above, below):
            del whole[-len(above) :]
            whole += _joined(above, below)
            number += len(below)
        else:
            whole.append(lines[number])
            number += 1
    return whole


def _first_row(lines: Sequence[PdfLine], start: int) -> list[PdfLine]:
    """Return the lines of the first row of a table, if it begins with one of the lines."""
    row: list[PdfLine] = []
    for line in lines[start:]:
        if line.slot is None or not line.slot.first or (row and not _share_row(row[-1], line)):
            break
        row.append(line)
    return [] if row and start and _share_row(lines[start - 1], row[0]) else row


def _last_row(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines of the last row of a table, if they are the last ones."""
    row: list[PdfLine] = []
    for line in reversed(lines):
        if line.slot is None or not line.slot.last or (row and not _share_row(line, row[-1])):
            break
        row.append(line)
    return row[::-1]


def _share_row(line: PdfLine, following: PdfLine) -> bool:
    """Whether a line stands in the same cell as the one before it, or in one behind it."""
    slot, own = line.slot, following.slot
    if slot is None or own is None or slot.edges != own.edges:
        return False
    same_column = (line.page, line.column) == (following.page, following.column)
    return same_column and (slot.place < own.place or line.cell == following.cell)


def _goes_on(above: Sequence[PdfLine], below: Sequence[PdfLine]) -> bool:
    """Whether the row at the top of a column is the rest of the one that the column before ends.

    A cell of it is empty, and each of the others goes on in the midst of a sentence where
    there was no room for its first word.
    """
    slots = above[0].slot, below[0].slot
    if (above[0].page, above[0].column) == (below[0].page, below[0].column) or None in slots:
        return False
    edges, own = ([*slot.edges] if slot else [] for slot in slots)
    if len(edges) != len(own) or any(
        abs(one[1] - one[0] - other[1] + other[0]) > _SAME_WIDTH
        for one, other in zip(edges, own, strict=True)
    ):
        return False
    lasts, firsts = _cells(above), _cells(below)
    return len(firsts) < len(edges) and all(
        place in lasts and _is_full(lasts[place][-1], cell[0], edges[place][1])
        for place, cell in firsts.items()
    )


def _cells(row: Sequence[PdfLine]) -> dict[int, list[PdfLine]]:
    """Return the lines of each cell of a row that has any, by its place."""
    cells: dict[int, list[PdfLine]] = {}
    for line in row:
        if line.slot is not None:
            cells.setdefault(line.slot.place, []).append(line)
    return cells


def _is_full(last: PdfLine, following: PdfLine, edge: float) -> bool:
    """Whether a line breaks off where its cell had no room for the next one's first word."""
    ends = last.text.rstrip()[-1:] in _ENDINGS
    return not ends and last.right + _SPACE * last.size + following.word > edge - last.size


def _joined(above: Sequence[PdfLine], below: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines of a row with the rest of each cell below what stands in it."""
    rest = _cells(below)
    joined: list[PdfLine] = []
    for place, cell in _cells(above).items():
        joined += cell
        first = rest.get(place, [])[:1]
        joined += (_moved(line, cell[-1], first[0]) for line in rest.get(place, []))
    return joined


def _moved(line: PdfLine, last: PdfLine, first: PdfLine) -> PdfLine:
    """Return a line as if it stood below the last one of a cell, where the first of its rest is."""
    down = last.bottom + _NEXT_LINE * first.size - first.bottom
    aside = (last.slot.edges[last.slot.place][0] if last.slot else 0.0) - (
        first.slot.edges[first.slot.place][0] if first.slot else 0.0
    )
    return replace(
        line,
        left=line.left + aside,
        right=line.right + aside,
        top=line.top + down,
        bottom=line.bottom + down,
        page=last.page,
        column=last.column,
        cell=last.cell,
        row=last.row,
        slot=last.slot,
        hang=line.hang + aside,
    )
