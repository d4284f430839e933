"""The tables of a PDF page that lines are drawn around, cell by cell.

A PDF knows no tables, only characters and lines; pdfplumber finds the cells that the lines make.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table as PdfTable

_Character = dict[str, Any]
_Line = dict[str, Any]
_Box = tuple[float, float, float, float]
_FEWEST, _FEWEST_OF_ROW = 2, 3
_LOW = 100.0
"""In points: a single row that is higher may be the frame of a page's columns."""
_AT_EDGE = 1.0
"""In points: what ends so near to a page's right edge was cut off there."""
_NEAR = 2.0
"""In points: edges that end so near to each other end at one place."""
_NARROWEST = 12.0
"""In points: no column is narrower."""
_MOST_EDGES = 3_000
"""A page with more of them is a drawing, and finding cells takes quadratic time."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        left: its left edge, in points from the page's.
        right: its right edge.
        characters: what is written in it; none in an empty one.
    """

    left: float
    right: float
    characters: tuple[_Character, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of at least two rows and two columns, or a single row of three cells.

    A page may begin or end between the rows of a table.

    Attributes:
        left: its left edge, in points from the page's.
        top: its upper edge, in points from the page's.
        right: its right edge.
        bottom: its lower edge.
        rows: the cells of each row, from left to right.
    """

    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[tuple[Cell, ...], ...]


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
    for found in _drawn(page):
        rows = [[_whole(cell, page) for cell in row.cells if cell] for row in found.rows]
        frame = _whole(found.bbox, page)
        low = frame[3] - frame[1] < _LOW
        is_row = len(rows) == 1 and low and len(rows[0]) >= _FEWEST_OF_ROW
        if not is_row and (len(rows) < _FEWEST or max(map(len, rows)) < _FEWEST):
            continue
        inside, rest = _divide(rest, frame)
        own: list[tuple[Cell, ...]] = []
        for boxes in rows:
            cells: list[Cell] = []
            for box in boxes:
                written, inside = _divide(inside, box)
                visible = any(str(character["text"]).strip() for character in written)
                cells.append(Cell(box[0], box[2], tuple(written) if visible else ()))
            own.append(tuple(cells))
        rest += inside
        if any(cell.characters for row in own for cell in row):
            tables.append(Table(*found.bbox, tuple(own)))
    return tables, rest


def _drawn(page: Page) -> list[PdfTable]:
    """Find the tables that lines make, also those without a line at their left and right.

    Such tables are usual in Chinese statistics. Their rules go beyond the outermost lines between
    the columns, all to one place: there a line is thought.
    """
    finder = page.debug_tablefinder()
    thought = [line for table in finder.tables for line in _open_sides(table.bbox, finder.edges)]
    if not thought:
        return list(finder.tables)
    return list(page.debug_tablefinder({"explicit_vertical_lines": thought}).tables)


def _open_sides(box: _Box, edges: Sequence[_Line]) -> Iterator[_Line]:
    """Give the lines at the left and right of a table that are not drawn."""
    left, top, right, bottom = box
    rules = [
        edge
        for edge in edges
        if edge["orientation"] == "h"
        and top - _NEAR <= edge["top"] <= bottom + _NEAR
        and edge["x0"] <= left + _NEAR
        and edge["x1"] >= right - _NEAR
    ]
    places = [edge["top"] for edge in rules]
    if not rules or min(places) > top + _NEAR or max(places) < bottom - _NEAR:
        return
    for ends, width in (
        ([edge["x0"] for edge in rules], left - min(edge["x0"] for edge in rules)),
        ([edge["x1"] for edge in rules], max(edge["x1"] for edge in rules) - right),
    ):
        if width >= _NARROWEST and max(ends) - min(ends) <= _NEAR:
            place = ends[0]
            yield {
                "object_type": "line", "x0": place, "x1": place, "top": top, "bottom": bottom,
                "width": 0.0, "height": bottom - top,
            }  # fmt: skip


def _whole(box: _Box, page: Page) -> _Box:
    """Return a box with what a page's right edge cuts off: a table may be wider than its page."""
    left, top, right, bottom = box
    return left, top, math.inf if right > float(page.bbox[2]) - _AT_EDGE else right, bottom


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
