"""The rows and cells of tables that no lines are drawn around.

They are known by what stands one below the other behind wide gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from corpora.characters import is_unspaced
from corpora.readers.layout import is_label
from corpora.readers.pdf.justified import WIDE_GAP
from corpora.readers.pdf.line import PdfLine, Run

_WORD = re.compile(r"[^\W\d_]{2,}.*")
_ROMAN = re.compile(r"[ivxlcIVXLC]+")
_SAME_EDGE = 1.5
_LABEL_WIDTH = 3.0
_LEADING, _NEAR = 1.75, 2.5
"""These are in sizes of the type."""


def with_cells(lines: Sequence[PdfLine]) -> tuple[list[PdfLine], set[PdfLine]]:
    """Put the cells of rows in the places of the rows, and find the other rows.

    The rows have pieces behind wide gaps that begin or end where those of the next row do. A
    number with its text behind it makes no row: the text may go on below. The pieces are cells
    where every one of them stands below or above one of the next row, and in the row before those
    if it has as many, such as the titles of the columns.

    Args:
        lines: in reading order.

    Returns:
        The lines, each cell a line with a number of its own, and what goes on below behind it;
        and those of them that are rows of which the cells can't be told.
    """
    rows, whole = _find_rows(lines)
    found: list[PdfLine] = []
    cells: list[list[PdfLine]] = []
    count = max((line.cell for line in lines), default=0)
    number = max((line.row for line in lines), default=0)
    for line, edge in zip(lines, _edges(lines), strict=True):
        if below := _below([cell[-1] for cell in cells], line, edge):
            for place, piece in below:
                first = cells[place][0]
                cells[place].append(replace(piece, cell=first.cell, row=first.row))
            continue
        found += chain.from_iterable(cells)
        own = _cells(line, count) if line in whole else []
        number += bool(own)
        cells = [[replace(cell, row=number)] for cell in own]
        count += len(cells)
        if not cells:
            found.append(line)
    found += chain.from_iterable(cells)
    return found, rows - whole


def _find_rows(lines: Sequence[PdfLine]) -> tuple[set[PdfLine], set[PdfLine]]:
    """Return the rows, and those of them that have cells."""
    pairs = [pair for pair in _adjacent(lines) if _share_edge(*pair)]
    rows = {line for pair in pairs for line in pair if not _is_labelled(line)}
    spaced = _spaced_out(lines)
    whole = {
        line
        for pair in pairs
        if _stand_in_columns(*pair) and spaced.isdisjoint(pair)
        for line in pair
    }
    whole |= {
        line
        for line, following in pairs
        if following in whole and len(line.pieces) == len(following.pieces)
    }
    return rows, {line for line in rows & whole if _cells(line, 0)}


def _adjacent(lines: Sequence[PdfLine]) -> Iterator[tuple[PdfLine, PdfLine]]:
    """Give what could be rows, each with the next one; between them a piece may go on below."""
    row: PdfLine | None = None
    pieces: list[PdfLine] = []
    for line, edge in zip(lines, _edges(lines), strict=True):
        if below := _below(pieces, line, edge):
            for place, piece in below:
                pieces[place] = piece
            continue
        if _stands_below(pieces, line):
            continue
        following = line if line.pieces and not line.cell else None
        if row is not None and following is not None and row.page == following.page:
            yield row, following
        row, pieces = following, list(line.pieces) if following is not None else []


def _spaced_out(lines: Sequence[PdfLine]) -> set[PdfLine]:
    """Return the lines in pieces that fill the width of a whole line next to them.

    They may be text whose words were spaced out to do so.
    """
    found: set[PdfLine] = set()
    for pair in pairwise(lines):
        for line, other in (pair, pair[::-1]):
            edges = (line.left - other.left, line.right - other.right)
            near = line.page == other.page and abs(line.bottom - other.bottom) < 2 * line.size
            if line.pieces and not other.pieces and near and max(map(abs, edges)) < _SAME_EDGE:
                found.add(line)
    return found


def _share_edge(line: PdfLine, following: PdfLine) -> bool:
    return any(
        abs(piece.left - other.left) < _SAME_EDGE or abs(piece.right - other.right) < _SAME_EDGE
        for piece in line.pieces[1:]
        for other in following.pieces[1:]
    )


def _stand_in_columns(line: PdfLine, following: PdfLine) -> bool:
    """Whether each piece of the row with fewer stands below or above one of the other."""
    fewer, more = sorted((line.pieces, following.pieces), key=len)
    return all(any(_is_aligned(piece, other) for other in more) for piece in fewer)


def _is_aligned(piece: PdfLine, other: PdfLine) -> bool:
    left, right = abs(piece.left - other.left), abs(piece.right - other.right)
    middle = abs(piece.left + piece.right - other.left - other.right) / 2
    return min(left, right, middle) < _SAME_EDGE


def _is_labelled(line: PdfLine) -> bool:
    """Whether a line is one text behind a number, a sign, or a letter."""
    first = line.pieces[0]
    if len(line.pieces) > 2 or first.right - first.left > _LABEL_WIDTH * line.size:
        return False
    text = first.text.strip()
    return is_label(text) or _ROMAN.fullmatch(text) is not None or not _WORD.match(text)


def _cells(line: PdfLine, count: int) -> list[PdfLine]:
    """Return the cells of a row, if it has several, numbered behind `count`.

    A label ("3.2", "Article 3") goes with what it stands before.
    """
    first, second, *others = line.pieces
    cells = [first, second, *others]
    if is_label(first.text):
        runs = (*first.runs, Run(" "), *second.runs)
        cells = [replace(second, runs=runs, left=first.left), *others]
    if len(cells) < 2:
        return []
    return [replace(own, cell=count + number) for number, own in enumerate(cells, 1)]


def _edges(lines: Sequence[PdfLine]) -> list[float]:
    """Return for each line how far the text of its page goes to the right."""
    edges: dict[int, float] = {}
    for line in lines:
        edges[line.page] = max(line.right, edges.get(line.page, 0.0))
    return [edges[line.page] for line in lines]


def _below(row: Sequence[PdfLine], line: PdfLine, edge: float) -> list[tuple[int, PdfLine]]:
    """Return the pieces of a line that goes on with cells of the row above, each with its place.

    It has fewer pieces, each inside and below a cell; one had no room for the piece's first word.

    Args:
        row: the lowest lines of its cells.
        line: any line.
        edge: how far the last cell may reach.
    """
    pieces = line.pieces or (line,)
    if line.cell or len(pieces) >= len(row):
        return []
    ends = [*(after.left - WIDE_GAP * after.size for after in row[1:]), edge]
    found = [
        (place, piece)
        for piece in pieces
        for place, (own, end) in enumerate(zip(row, ends, strict=False))
        if _is_next(own, piece) and piece.right <= end
    ]
    full = any(ends[place] < row[place].right + _room(piece) for place, piece in found)
    return found if full and len(found) == len(pieces) else []


def _stands_below(row: Sequence[PdfLine], line: PdfLine) -> bool:
    """Whether a whole line stands below a cell of a row, and in none of those behind it."""
    if line.pieces or line.cell:
        return False
    return any(
        _is_next(own, line, _NEAR) and line.right <= after.left - WIDE_GAP * after.size
        for own, after in pairwise(row)
    )


def _is_next(own: PdfLine, piece: PdfLine, reach: float = _LEADING) -> bool:
    """Whether a piece begins below another, as near as lines of a text are, or in its cell."""
    step = piece.bottom - own.bottom
    same_edge = abs(own.left - piece.left) < _SAME_EDGE
    return own.page == piece.page and same_edge and 0 < step < reach * own.size


def _room(piece: PdfLine) -> float:
    """Return how wide the first word of a piece is, with the space before it."""
    text = piece.text.strip()
    if is_unspaced(text[0]):
        return piece.size
    pace = (piece.right - piece.left) / len(text)
    return pace * (1 + len(text.split()[0]))
