"""The tables of a plain text whose cells stand between tabs, as a spreadsheet is copied into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
"""Two cells may be a label and its text, a line of a table of contents, or a signature's date."""


def find_tables(lines: Sequence[str]) -> list[list[int]]:
    """Find the tables of a text: rows one below the other with the same number of tabs.

    A row has at least two cells with words in them, and half of the rows or more have three.
    Blank lines may stand between rows.

    Args:
        lines: all lines, without their ends.

    Returns:
        The numbers of the lines of each table, counted from 0, without blank ones.
    """
    return [rows for rows in _runs(lines) if _is_table([cells_of(lines[row]) for row in rows])]


def cells_of(line: str) -> list[str]:
    """Return the cells of a row, without the empty ones."""
    return [cell for cell in line.split("\t") if cell.strip()]


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Give the runs of lines that have as many tabs; blank lines stand in none, and end none."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for tabs, run in groupby(filled, key=lambda number: lines[number].count("\t")):
        if tabs:
            yield list(run)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    full = sum(len(row) >= _FEWEST_CELLS for row in rows)
    return len(rows) >= _FEWEST_ROWS and all(len(row) > 1 for row in rows) and full * 2 >= len(rows)
