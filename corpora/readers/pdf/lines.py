"""The lines of a PDF page, made of its characters: words, tables, size, raised marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from corpora.characters import is_unspaced
from corpora.readers.pdf.column_text import ink_end
from corpora.readers.pdf.columns import ARTIFACT, Gutter, column_of
from corpora.readers.pdf.hanging import text_start, with_spaces
from corpora.readers.pdf.justified import WIDE_GAP, find_spread
from corpora.readers.pdf.line import (
    LOWERED_BY,
    RAISED_BY,
    SAME_ROW,
    Face,
    PdfLine,
    Run,
    Slot,
    first_word,
    single_spaced,
)
from corpora.readers.pdf.order import by_column
from corpora.readers.pdf.tables import Table
from corpora.readers.scripts import Script

_RAISED_SIZE = 0.85
_INITIAL_SIZE = 2.2
_INITIAL_ROWS = 4
_COLUMN_GAP = 9.0
_NEARER = 0.7
"""Of the width of the band between two columns."""
_WORD_GAP = 0.5
_TOUCHING = 0.05
"""These are in sizes of the type."""
_SAME_CELL = 1.0
_SUBSET = re.compile("^[A-Z]{6}[+]")
_OPENING = frozenset("“‘（《〈【「『〔［")


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
    cell = above = 0
    for line in by_column(pieces, gutters):
        if line.runs:
            lines.append(line)
            continue
        rows = stands[replace(line, column=0)].rows
        above += len(rows)
        for number, row in enumerate(rows):
            edges = tuple((own.left, own.right) for own in row)
            for place, own in enumerate(row):
                inside = page_lines(own.characters, page)
                cell += bool(inside)
                slot = Slot(edges, place, first=not number, last=number == len(rows) - 1)
                place_on_page = above - len(rows) + number + 1
                lines += (
                    replace(item, column=line.column, cell=cell, row=place_on_page, slot=slot)
                    for item in inside
                )
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
    return with_spaces([line for line in lines if line is not None])


def _goes_over(
    before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]], limit: float
) -> bool:
    """Whether two parts stand in one row, and nearer to each other than two columns."""
    last, first = before[-1], after[0]
    size = float(last["size"])
    middles = [(float(c["top"]) + float(c["bottom"])) / 2 for c in (last, first)]
    near = min(limit, _WORD_GAP * size)
    in_row = abs(middles[0] - middles[1]) < SAME_ROW * size
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
    origin = median(_origin(c) for c in written if float(c["size"]) > _RAISED_SIZE * size)
    runs: list[Run] = []
    last: dict[str, Any] | None = None
    for character in characters:
        text = str(character["text"])
        script = _script(character, size, base, origin)
        if last is not None and _is_gap(last, character, size):
            text = " " + text
        if runs and runs[-1].script is script:
            runs[-1] = Run(runs[-1].text + text, script)
        else:
            runs.append(Run(text, script))
        last = character
    tops = [float(c["top"]) for c in written]
    single = single_spaced(runs)
    return PdfLine(
        single,
        float(written[0]["x0"]), float(written[-1]["x1"]), min(tops), base, size, page,
        artifact=all(c.get("tag") == ARTIFACT for c in written),
        faces=_faces(written),
        word=_word_width(written, "".join(run.text for run in single)),
        hang=text_start(written),
    )  # fmt: skip


def _script(character: dict[str, Any], size: float, base: float, origin: float) -> Script:
    """Tell where a character stands: only a small one stands above the line or below it.

    Fonts reach down more or less, so an index is one by where it was set, too.

    Args:
        character: any of a line.
        size: the line's.
        base: where its characters end.
        origin: how low they were set.
    """
    if float(character["size"]) > _RAISED_SIZE * size or not str(character["text"]).strip():
        return Script.LINE
    bottom = float(character["bottom"])
    if bottom < base - RAISED_BY * size:
        return Script.ABOVE
    lowered = min(bottom - base, origin - _origin(character)) > LOWERED_BY * size
    upright = float(character["matrix"][0]) > 0
    return Script.BELOW if lowered and upright else Script.LINE


def _origin(character: dict[str, Any]) -> float:
    """Return how high a character was set, in points from the page's lower edge."""
    return float(character["matrix"][5])


def _word_width(written: Sequence[dict[str, Any]], text: str) -> float:
    """Return how wide the first word of a line is, given its characters but for spaces."""
    left = len(first_word(text.strip()))
    for character in written:
        left -= len(str(character["text"]))
        if left <= 0:
            return float(character["x1"]) - float(written[0]["x0"])
    return float(written[-1]["x1"]) - float(written[0]["x0"])


def _faces(characters: Sequence[dict[str, Any]]) -> tuple[Face, ...]:
    """Return the fonts of letters, each once; of several subsets of one font just that font."""
    return tuple(
        dict.fromkeys(
            (is_unspaced(text), _SUBSET.sub("", str(c["fontname"])))
            for c in characters
            if (text := str(c["text"])[:1]).isalpha()
        )
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
