"""The lines of a PDF page in reading order: words, columns, tables, size, raised marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from corpora.characters import is_unspaced
from corpora.readers.pdf_column_text import ink_end
from corpora.readers.pdf_columns import ARTIFACT, Gutter, column_of
from corpora.readers.pdf_justified import WIDE_GAP, find_spread
from corpora.readers.pdf_tables import Table

_RAISED_SIZE = 0.85
_RAISED_BY = 0.1
_INITIAL_SIZE = 2.2
_INITIAL_ROWS = 4
_COLUMN_GAP = 9.0
_NEARER = 0.7
"""Of the width of the band between two columns."""
_NUMBER_WIDTH = 3.0
_WORD_GAP = 0.5
_TOUCHING = 0.05
_SAME_ROW = 0.25
_NEXT_LINE = 1.6
_TITLE_SIZE = 1.12
"""These are in sizes of the type."""
_SAME_CELL = 1.0
_SUBSET = re.compile("^[A-Z]{6}[+]")
_OPENING = frozenset("“‘（《〈【「『〔［")
_SPACES = re.compile("[ \u00a0]{2,}")


Face = tuple[bool, str]
"""A font: whether it is one of Chinese characters, and its name."""


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
        column: that it stands in, counted from 1; 0 across several, and on a page without columns.
        pieces: those with wide gaps between them that it was put together of; none of a line
            that is whole.
        cell: the number on the page of the table's cell that it stands in, counted from 1; 0
            outside tables.
        artifact: whether the file's tags say that it is none of the text, but put around it.
        faces: the fonts of its letters, each once, as they come.
    """

    runs: tuple[Run, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    page: int
    column: int = 0
    pieces: tuple[PdfLine, ...] = ()
    cell: int = 0
    artifact: bool = False
    faces: tuple[Face, ...] = ()

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(run.text for run in self.runs)


def page_lines(
    characters: Sequence[dict[str, Any]],
    page: int,
    tables: Sequence[Table] = (),
    gutters: Sequence[Gutter] = (),
) -> list[PdfLine]:
    """Return the lines of one page, column by column, those of a table cell by cell.

    Args:
        characters: the page's characters outside tables as pdfplumber gives them, all upright.
        page: the page's number.
        tables: the tables on it.
        gutters: the free bands between its columns.
    """
    pieces = _column_lines([c for c in characters if c["text"]], page, gutters)
    # In the order of the page, a table is a line without characters.
    stands: dict[PdfLine, Table] = {}
    for table in tables:
        stand = PdfLine((), table.left, table.right, table.top, table.bottom, 0.0, page)
        before = sum(piece.top < table.top for piece in pieces)
        pieces.insert(before, stand)
        stands[stand] = table
    lines: list[PdfLine] = []
    cell = 0
    for line in _by_column(pieces, gutters):
        if line.runs:
            lines.append(line)
            continue
        for own in stands[replace(line, column=0)].cells:
            cell += 1
            inside = page_lines(own, page)
            lines += (replace(item, column=line.column, cell=cell) for item in inside)
    return lines


def _column_lines(
    characters: Sequence[dict[str, Any]], page: int, gutters: Sequence[Gutter]
) -> list[PdfLine]:
    """Return the lines of each column from top to bottom, and those that go over several.

    The rows of two columns need not stand at the same height, so each column has its own. A line
    that goes over a band is put together from its parts: they are nearer than columns are.
    """
    columns: list[list[dict[str, Any]]] = [[] for _ in range(len(gutters) + 1)]
    for character in characters:
        place = column_of(float(character["x0"]), float(character["x1"]), gutters)
        columns[place - 1].append(character)
    # Beside each part of a row stands how high the row begins, to keep parts of a row together.
    parts: list[list[tuple[float, list[dict[str, Any]]]]] = []
    for own in columns:
        rows = _rows(own)
        spread = find_spread(rows)
        pieces = _all_pieces(rows)
        parts.append(
            [
                (float(row[0]["top"]), part)
                for number, row in enumerate(rows)
                for part in ([row] if number in spread else pieces[number])
            ]
        )
    for place, (start, end) in enumerate(gutters, 1):
        limit = _NEARER * (end - start)
        for item in list(parts[place - 1]):
            after = next((p for p in parts[place] if _goes_over(item[1], p[1], limit)), None)
            if after is not None:
                parts[place - 1].remove(item)
                parts[place][parts[place].index(after)] = (item[0], item[1] + after[1])
    ordered = sorted((item for own in parts for item in own), key=lambda item: item[0])
    lines = (_line(part, page) for _, part in ordered)
    return [line for line in lines if line is not None]


def _goes_over(
    before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]], limit: float
) -> bool:
    """Whether two parts stand in one row, and nearer to each other than two columns."""
    last, first = before[-1], after[0]
    size = float(last["size"])
    middles = [(float(c["top"]) + float(c["bottom"])) / 2 for c in (last, first)]
    near = min(limit, _WORD_GAP * size)
    in_row = abs(middles[0] - middles[1]) < _SAME_ROW * size
    start = float(first["x0"])
    touch = start - float(last["x1"]) < _TOUCHING * size
    return in_row and (touch or start - ink_end(last) < near)


def _rows(characters: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Group characters by base line; a raised mark belongs to the row that it overlaps most.

    Much larger characters are none of a row: an initial goes down over several.
    """
    rows: list[list[dict[str, Any]]] = []
    edges: list[tuple[float, float]] = []
    ordered = sorted(characters, key=lambda c: float(c["top"]))
    for character in ordered:
        top, bottom = float(character["top"]), float(character["bottom"])
        middle = (top + bottom) / 2
        for number in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            row_top, row_bottom = edges[number]
            if _differ_in_size(rows[number][0], character):
                continue
            if row_top <= middle <= row_bottom or top <= (row_top + row_bottom) / 2 <= bottom:
                rows[number].append(character)
                if float(character["size"]) > _RAISED_SIZE * (row_bottom - row_top):
                    edges[number] = (min(top, row_top), max(bottom, row_bottom))
                break
        else:
            rows.append([character])
            edges.append((top, bottom))
    return _with_initials([sorted(row, key=_ink_start) for row in rows])


def _ink_start(character: dict[str, Any]) -> float:
    """Return where the ink of a character begins: a Chinese bracket may lie over what is before."""
    left, right = float(character["x0"]), float(character["x1"])
    opens = str(character["text"]) in _OPENING and right - left > float(character["size"]) / 2
    return (left + right) / 2 if opens else left


def _differ_in_size(one: dict[str, Any], other: dict[str, Any]) -> bool:
    sizes = sorted((float(one["size"]), float(other["size"])))
    return sizes[1] > _INITIAL_SIZE * sizes[0]


def _with_initials(rows: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """Put an initial in front of the highest row that begins beside it."""
    taken: set[int] = set()
    for place, row in enumerate(rows):
        written = [c for c in row if str(c["text"]).strip()]
        if len(written) != 1:
            continue
        near = range(max(place - _INITIAL_ROWS, 0), min(place + _INITIAL_ROWS, len(rows)))
        beside = next((k for k in near if _is_beside(written[0], rows[k][0])), None)
        if beside is not None:
            first = rows[beside][0]
            rows[beside][0] = first | {"text": str(written[0]["text"]) + str(first["text"])}
            taken.add(place)
    return [row for place, row in enumerate(rows) if place not in taken]


def _is_beside(initial: dict[str, Any], first: dict[str, Any]) -> bool:
    """Whether a character is an initial, and another begins the row at its upper right."""
    size = float(first["size"])
    middle = (float(first["top"]) + float(first["bottom"])) / 2
    gap = float(first["x0"]) - float(initial["x1"])
    return (
        _differ_in_size(initial, first)
        and float(initial["size"]) > size
        and float(initial["top"]) - size <= middle <= float(initial["bottom"])
        and -_COLUMN_GAP < gap < max(_COLUMN_GAP, size)
    )


def _all_pieces(rows: Sequence[list[dict[str, Any]]]) -> list[list[list[dict[str, Any]]]]:
    """Split the rows of a column where a gap is as wide as between two columns.

    A narrower one is enough where something behind a wide gap begins in the row above or below.
    """
    pieces = [list(_pieces(row)) for row in rows]
    # What is known of a row is told downwards first, then upwards.
    for step in (1, -1):
        for number in range(len(rows))[::step]:
            if 0 <= number - step < len(rows) and len(pieces[number - step]) > 1:
                edges = [float(piece[0]["x0"]) for piece in pieces[number - step][1:]]
                pieces[number] = [part for own in pieces[number] for part in _pieces(own, edges)]
    return pieces


def _pieces(
    row: list[dict[str, Any]], edges: Sequence[float] = ()
) -> Iterable[list[dict[str, Any]]]:
    """Split a row at wide gaps, and at those in front of known edges of cells."""
    start = 0
    size = median(float(c["size"]) for c in row)
    for index in range(1, len(row) + 1):
        ended = index == len(row)
        if not ended:
            left = float(row[index]["x0"])
            gap = left - float(row[index - 1]["x1"])
            known = any(abs(left - edge) < _SAME_CELL for edge in edges)
            ended = gap > (_WORD_GAP * size if known else max(_COLUMN_GAP, WIDE_GAP * size))
        if ended:
            yield row[start:index]
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
        raised = (
            small and float(character["bottom"]) < base - _RAISED_BY * size and bool(text.strip())
        )
        if last is not None and _is_gap(last, character, size):
            text = " " + text
        if runs and runs[-1].raised == raised:
            runs[-1] = Run(runs[-1].text + text, raised)
        else:
            runs.append(Run(text, raised))
        last = character
    tops = [float(c["top"]) for c in written]
    return PdfLine(
        _single_spaced(runs),
        float(written[0]["x0"]), float(written[-1]["x1"]), min(tops), base, size, page,
        artifact=all(c.get("tag") == ARTIFACT for c in written),
        faces=_faces(written),
    )  # fmt: skip


def _faces(characters: Sequence[dict[str, Any]]) -> tuple[Face, ...]:
    """Return the fonts of letters, each once; of several subsets of one font just that font."""
    return tuple(
        dict.fromkeys(
            (is_unspaced(text), _SUBSET.sub("", str(c["fontname"])))
            for c in characters
            if (text := str(c["text"])[:1]).isalpha()
        )
    )


def _single_spaced(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Make one space of several: how far apart words stand is told by their places."""
    single: list[Run] = []
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        if single and single[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            single.append(replace(run, text=text))
    return tuple(single)


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


def _by_column(lines: list[PdfLine], gutters: Sequence[Gutter]) -> list[PdfLine]:
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
    alike = abs(across.size - line.size) < _SAME_ROW and line.left < across.left + across.size
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
        raised = _is_number_of(last, line) and last.bottom < line.bottom - _RAISED_BY * line.size
        if raised or _is_same_row(last, line):
            first = (Run(last.text, raised=True),) if raised else last.runs
            joined[-1] = replace(
                line if raised else last,
                runs=_single_spaced((*first, Run(" "), *line.runs)),
                left=last.left,
                right=line.right,
                top=min(last.top, line.top),
                artifact=last.artifact and line.artifact,
                faces=tuple(dict.fromkeys((*last.faces, *line.faces))),
                pieces=(*(last.pieces or (last,)), line),
            )
        else:
            joined.append(line)
    return joined


def _is_same_row(piece: PdfLine, following: PdfLine) -> bool:
    """Whether something stands behind a piece; characters of two fonts need not be level."""
    reach = _SAME_ROW * max(piece.size, following.size)
    return piece.left < following.left and abs(piece.bottom - following.bottom) < reach
