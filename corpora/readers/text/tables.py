"""The tables of a plain text: between their cells stand tabs, or gaps of several spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
"""Two cells may be a label and its text, a line of a table of contents, or a signature's date."""

_GAP = re.compile(" {2,}")
_AFTER_SENTENCE = re.compile(r"[.!?:;][\"'”’)]* {2,}(?=\S)")
_WIDEST_OF_JUSTIFIED = 3
"""Spaces between two words of a line that was made as wide as the others."""


def find_tables(lines: Sequence[str]) -> list[list[int]]:
    """Find the tables of a text: rows one below the other with as many tabs, or gaps, in each.

    A row has at least two cells with words in them, and half of the rows or more have three; where
    gaps of several spaces are between them, all have. Blank lines may stand between rows.

    Args:
        lines: all lines, without their ends.

    Returns:
        The numbers of the lines of each table, counted from 0, without blank ones.
    """
    return [rows for rows in _runs(lines) if _is_table([lines[row] for row in rows])]


def cells_of(line: str) -> list[str]:
    """Return the cells of a row, without the empty ones."""
    cells = line.split("\t") if "\t" in line else _GAP.split(line)
    return [cell for cell in cells if cell.strip()]


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Give the runs of lines with as many tabs or gaps; blank lines stand in none, and end none."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for (tabs, gaps), run in groupby(filled, key=lambda number: _separators(lines[number])):
        if tabs or gaps:
            yield list(run)


def _separators(line: str) -> tuple[int, int]:
    """Count the tabs of a line, or if it has none the gaps between its words."""
    tabs = line.count("\t")
    return tabs, 0 if tabs else len(_GAP.findall(line.strip()))


def _is_table(lines: Sequence[str]) -> bool:
    rows = [cells_of(line) for line in lines]
    full = sum(len(row) >= _FEWEST_CELLS for row in rows)
    if len(rows) < _FEWEST_ROWS or any(len(row) < 2 for row in rows) or full * 2 < len(rows):
        return False
    return "\t" in lines[0] or (full == len(rows) and not _is_running_text(lines))


def _is_running_text(lines: Sequence[str]) -> bool:
    """Whether spaces only set off sentences, or make lines as wide as the others."""
    bare = [line.strip() for line in lines]
    gaps = [len(gap) for line in bare for gap in _GAP.findall(line)]
    behind = sum(len(_AFTER_SENTENCE.findall(line)) for line in bare)
    justified = len({len(line) for line in lines[:-1]}) == 1 and max(gaps) <= _WIDEST_OF_JUSTIFIED
    return behind == len(gaps) or justified
