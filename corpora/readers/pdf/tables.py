"""The tables of a PDF page that lines are drawn around, cell by cell.

A PDF knows no tables, only characters and lines; pdfplumber finds the cells that the lines make.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.page import Page

_Character = dict[str, Any]
_Box = tuple[float, float, float, float]
_FEWEST, _FEWEST_OF_ROW = 2, 3
_LOW = 100.0
"""In points: a single row that is higher may be the frame of a page's columns."""
_MOST_EDGES = 3_000
"""A page with more of them is a drawing, and finding cells takes quadratic time."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of at least two rows and two columns, or a single row of three cells.

    A page may begin or end between the rows of a table.

    Attributes:
        left: its left edge, in points from the page's.
        top: its upper edge, in points from the page's.
        right: its right edge.
        bottom: its lower edge.
        cells: the characters of each cell that has any, row by row.
    """

    left: float
    top: float
    right: float
    bottom: float
    cells: tuple[tuple[_Character, ...], ...]


def find_tables(
    page: Page, characters: Sequence[_Character]
) -> tuple[list[Table], list[_Character]]:
    """Find the tables of a page, and the characters that stand in none.

    Args:
        page: as pdfplumber gives it.
        characters: the page's upright ones.
    """
    if len(page.edges) > _MOST_EDGES:
        return [], list(characters)
    tables: list[Table] = []
    rest = list(characters)
    for found in page.find_tables():
        rows = [[cell for cell in row.cells if cell] for row in found.rows]
        low = float(found.bbox[3]) - float(found.bbox[1]) < _LOW
        is_row = len(rows) == 1 and low and len(rows[0]) >= _FEWEST_OF_ROW
        if not is_row and (len(rows) < _FEWEST or max(map(len, rows)) < _FEWEST):
            continue
        inside, rest = _divide(rest, found.bbox)
        cells: list[tuple[_Character, ...]] = []
        for box in (cell for row in rows for cell in row):
            own, inside = _divide(inside, box)
            if any(str(character["text"]).strip() for character in own):
                cells.append(tuple(own))
        rest += inside
        if cells:
            tables.append(Table(*found.bbox, tuple(cells)))
    return tables, rest


def _divide(
    characters: Sequence[_Character], box: _Box
) -> tuple[list[_Character], list[_Character]]:
    """Tell the characters whose middle is in a box from the others."""
    left, top, right, bottom = box
    parts: tuple[list[_Character], list[_Character]] = ([], [])
    for character in characters:
        across = (float(character["x0"]) + float(character["x1"])) / 2
        down = (float(character["top"]) + float(character["bottom"])) / 2
        parts[not (left <= across <= right and top <= down <= bottom)].append(character)
    return parts
