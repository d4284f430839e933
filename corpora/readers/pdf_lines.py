"""The lines of a PDF page in reading order: words, columns, tables, size, raised marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from corpora.characters import is_unspaced
from corpora.readers.pdf_tables import Table

_RAISED_SIZE = 0.85
_COLUMN_GAP = 9.0
_FEWEST_COLUMN_LINES = 6
_STEPS = 20


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters of one kind on a line.

    Attributes:
        text: the characters.
        raised: whether they are small and above the line.
    """

    text: str
    raised: bool = False


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line.

    Attributes:
        runs: its characters.
        left: where it begins, in points from the page's left edge.
        right: where it ends.
        top: its upper edge, in points from the page's top.
        bottom: its lower edge.
        size: the size of most of its characters, in points.
        page: the number of its page, counted from 1.
        column: 1 or 2 on a page of two columns; 0 across both, and on all other pages.
        pieces: of the pieces with wide gaps between them that it was put together of, where each
            begins and ends; none of a line that is whole.
        cell: the number on the page of the table's cell that it stands in, counted from 1; 0
            outside tables.
    """

    runs: tuple[Run, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    page: int
    column: int = 0
    pieces: tuple[tuple[float, float], ...] = ()
    cell: int = 0

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(run.text for run in self.runs)


def page_lines(
    characters: Sequence[dict[str, Any]], page: int, tables: Sequence[Table] = ()
) -> list[PdfLine]:
    """Return the lines of one page, column by column, those of a table cell by cell.

    Args:
        characters: the page's characters outside tables as pdfplumber gives them, all upright.
        page: the page's number.
        tables: the tables on it.
    """
    rows = _rows([c for c in characters if c["text"]])
    pieces = [line for row in rows for line in _pieces(row, page)]
    # In the order of the page, a table is a line without characters.
    stands: dict[PdfLine, Table] = {}
    for table in tables:
        stand = PdfLine((), table.left, table.right, table.top, table.bottom, 0.0, page)
        before = sum(piece.top < table.top for piece in pieces)
        pieces.insert(before, stand)
        stands[stand] = table
    lines: list[PdfLine] = []
    cell = 0
    for line in _by_column(pieces):
        if line.runs:
            lines.append(line)
            continue
        for own in stands[replace(line, column=0)].cells:
            cell += 1
            inside = page_lines(own, page)
            lines += (replace(item, column=line.column, cell=cell) for item in inside)
    return lines


def _rows(characters: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Group characters by base line; a raised mark belongs to the row that it overlaps most."""
    rows: list[list[dict[str, Any]]] = []
    edges: list[tuple[float, float]] = []
    ordered = sorted(characters, key=lambda c: float(c["top"]))
    for character in ordered:
        top, bottom = float(character["top"]), float(character["bottom"])
        middle = (top + bottom) / 2
        for number in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            row_top, row_bottom = edges[number]
            if row_top <= middle <= row_bottom or top <= (row_top + row_bottom) / 2 <= bottom:
                rows[number].append(character)
                if float(character["size"]) > _RAISED_SIZE * (row_bottom - row_top):
                    edges[number] = (min(top, row_top), max(bottom, row_bottom))
                break
        else:
            rows.append([character])
            edges.append((top, bottom))
    return [sorted(row, key=lambda c: float(c["x0"])) for row in rows]


def _pieces(row: list[dict[str, Any]], page: int) -> Iterable[PdfLine]:
    """Split a row where a gap is as wide as between two columns."""
    start = 0
    size = median(float(c["size"]) for c in row)
    for index in range(1, len(row) + 1):
        ended = index == len(row)
        if ended or float(row[index]["x0"]) - float(row[index - 1]["x1"]) > max(
            _COLUMN_GAP, 1.2 * size
        ):
            line = _line(row[start:index], page)
            if line is not None:
                yield line
            start = index


def _line(characters: list[dict[str, Any]], page: int) -> PdfLine | None:
    written = [c for c in characters if c["text"].strip()]
    if not written:
        return None
    sizes = sorted(float(c["size"]) for c in written)
    size = sizes[len(sizes) // 2]
    bottoms = [float(c["bottom"]) for c in written if float(c["size"]) > _RAISED_SIZE * size]
    base = median(bottoms)
    runs: list[Run] = []
    last: dict[str, Any] | None = None
    for character in characters:
        text = str(character["text"])
        small = float(character["size"]) <= _RAISED_SIZE * size
        raised = small and float(character["bottom"]) < base - 0.1 * size and bool(text.strip())
        if last is not None and _is_gap(last, character, size):
            text = " " + text
        if runs and runs[-1].raised == raised:
            runs[-1] = Run(runs[-1].text + text, raised)
        else:
            runs.append(Run(text, raised))
        last = character
    tops = [float(c["top"]) for c in written]
    return PdfLine(
        tuple(runs), float(written[0]["x0"]), float(written[-1]["x1"]), min(tops), base, size, page
    )


def _is_gap(before: dict[str, Any], after: dict[str, Any], size: float) -> bool:
    """Whether the space between two characters is one that the page does not write as such."""
    if str(before["text"]).isspace() or str(after["text"]).isspace():
        return False
    gap = float(after["x0"]) - float(before["x1"])
    if is_unspaced(str(before["text"])[-1]) and is_unspaced(str(after["text"])[0]):
        return gap > 0.9 * size
    if is_unspaced(str(before["text"])[-1]) or is_unspaced(str(after["text"])[0]):
        return gap > 0.35 * size
    return gap > 0.18 * size


def _by_column(lines: list[PdfLine]) -> list[PdfLine]:
    """Order the lines of a page by column; a line across the page ends the columns above it."""
    gutter = _gutter(lines)
    if gutter is None:
        return _rejoin(lines)
    ordered: list[PdfLine] = []
    left: list[PdfLine] = []
    right: list[PdfLine] = []
    for line in sorted(lines, key=lambda line: line.top):
        if line.left < gutter < line.right:
            ordered += [*left, *right, line]
            left, right = [], []
        elif line.right <= gutter:
            left.append(replace(line, column=1))
        else:
            right.append(replace(line, column=2))
    return [*ordered, *left, *right]


def _gutter(lines: list[PdfLine]) -> float | None:
    """Return where the free band between two columns of text stands, or None."""
    if len(lines) < 2 * _FEWEST_COLUMN_LINES:
        return None
    first = min(line.left for line in lines)
    last = max(line.right for line in lines)
    middle, reach = (first + last) / 2, (last - first) / 6
    places: dict[int, list[float]] = {}
    for step in range(-_STEPS, _STEPS + 1):
        place = middle + reach * step / _STEPS
        left = [line for line in lines if line.right <= place]
        right = [line for line in lines if line.left >= place]
        crossing = len(lines) - len(left) - len(right)
        wide = [
            sum(line.right - line.left > (last - first) / 4 for line in c) for c in (left, right)
        ]
        if min(wide) >= _FEWEST_COLUMN_LINES and crossing * 4 <= len(lines):
            places.setdefault(crossing, []).append(place)
    # Few lines go over the band between two columns, and short ones end before it.
    return median(places[min(places)]) if places else None


def _rejoin(lines: list[PdfLine]) -> list[PdfLine]:
    """Put the pieces of one row together again where the page has no columns."""
    joined: list[PdfLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and last.runs and line.runs and _is_same_row(last, line):
            runs = (*last.runs, Run(" "), *line.runs)
            top = min(last.top, line.top)
            pieces = (*(last.pieces or ((last.left, last.right),)), (line.left, line.right))
            joined[-1] = replace(last, runs=runs, right=line.right, top=top, pieces=pieces)
        else:
            joined.append(line)
    return joined


def _is_same_row(piece: PdfLine, following: PdfLine) -> bool:
    return piece.left < following.left and abs(piece.bottom - following.bottom) < 2
