"""The rows of tables: cells that stand beside each other, and what tells that two rows differ.

A cell is a paragraph, and mostly a short one: by itself it says little. But it says it together
with the others of its row, and most rows hold figures, or names that no translation changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from align.documents.grouping import Texts
from align.search.side import Ints, Side

RowNumbers = tuple[Ints, Ints]
"""Of the sentences of the source and of the target, which row of a table each stands in, as
`corpora.document.Paragraph.row` has it; 0 outside tables."""

Pair = tuple[range, range]
"""The sentences of both sides of a pair."""

_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        table: which run of adjacent rows it stands in.
        cells: the sentences of each of its paragraphs; a cell of several paragraphs counts as
            several cells, an empty one as none.
    """

    table: int
    cells: list[range] = field(default_factory=list)

    @property
    def sentences(self) -> range:
        """All its sentences."""
        return range(self.cells[0].start, self.cells[-1].stop)


def rows_of(side: Side, numbers: Ints) -> list[Row]:
    """Find the rows of a side, in order.

    Args:
        side: the side, in paragraphs.
        numbers: which row each of its sentences stands in.
    """
    rows: list[Row] = []
    before = table = 0
    for start, end in pairwise(np.flatnonzero(side.breaks.begins).tolist()):
        number = int(numbers[start])
        if number and number != before:
            table += not before
            rows.append(Row(table))
        if number:
            rows[-1].cells.append(range(start, end))
        before = number
    return rows


def row_of_each(rows: Sequence[Row]) -> dict[int, int]:
    """Which row each sentence stands in, the first being 0; those outside tables are left out."""
    return {place: number for number, row in enumerate(rows) for place in row.sentences}


def find_figures(text: str) -> set[str]:
    """The figures of a text, whatever their scale: 120 million is 1.2 of what 亿 counts."""
    plain = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text))
    found = (re.sub(r"\D", "", figure) for figure in _FIGURES.findall(plain))
    return {figure.strip("0") or "0" for figure in found}


@dataclass(frozen=True, slots=True)
class RowPair:
    """Pairs of cells that stand in the same row on either side.

    Attributes:
        places: their places among all pairs, at least two.
        words: what stands on both sides from the first to the last of them that has words.
        table: which run of adjacent rows the source's stands in.
        same: how many of them have figures, and the same ones on both sides.
        other: how many have figures, but other ones.
    """

    places: list[int]
    words: Pair
    table: int
    same: int
    other: int


def gather_rows(pairs: Sequence[Pair], texts: Texts, numbers: RowNumbers) -> list[RowPair]:
    """Gather the pairs of cells that stand in the same row on either side.

    Args:
        pairs: the sentences of both sides of each, none of them empty.
        texts: the texts of all sentences.
        numbers: which row of a table each sentence stands in.
    """
    places: dict[tuple[int, int], list[int]] = {}
    for place, pair in enumerate(pairs):
        ends = [
            {int(own[side.start]), int(own[side.stop - 1])}
            for own, side in zip(numbers, pair, strict=True)
        ]
        if all(len(own) == 1 and 0 not in own for own in ends):
            places.setdefault((ends[0].pop(), ends[1].pop()), []).append(place)
    outside = np.cumsum(numbers[0] == 0)
    found: list[RowPair] = []
    for own in places.values():
        if len(own) > 1:
            cells = [pairs[place] for place in own]
            written = [_written(cell, texts) for cell in cells]
            worded = [
                cell
                for cell, (one, two) in zip(cells, written, strict=True)
                if has_words(one) or has_words(two)
            ]
            alike = [same for both in written if (same := _have_same_figures(*both)) is not None]
            table = int(outside[cells[0][0].start])
            found.append(
                RowPair(own, _whole(worded or cells), table, sum(alike), len(alike) - sum(alike))
            )
    return found


def tell_other_figures(rows: Sequence[RowPair]) -> list[bool]:
    """Whether most cells of each row that have figures have other ones than their partners.

    Of tables where as many rows do as do not that is not said.
    """
    counts: Counter[int] = Counter()
    for row in rows:
        counts[row.table] += (row.same > row.other) - (row.other > row.same)
    return [row.other > row.same and counts[row.table] > 0 for row in rows]


def _have_same_figures(one: str, two: str) -> bool | None:
    """Whether two cells have some of their figures in common, or None where one has none.

    Of cells that are nothing but figures, such as times, all must be the same.
    """
    figures, others = find_figures(one), find_figures(two)
    if not (figures and others):
        return None
    if has_words(one) or has_words(two):
        return not figures.isdisjoint(others)
    return figures == others


def has_words(text: str) -> bool:
    """Whether a text has any letters."""
    return any(map(str.isalpha, text))


def _whole(cells: Sequence[Pair]) -> Pair:
    """What stands on both sides from the first to the last of some cells."""
    sides = [
        range(min(cell[which].start for cell in cells), max(cell[which].stop for cell in cells))
        for which in (0, 1)
    ]
    return sides[0], sides[1]


def _written(pair: Pair, texts: Texts) -> tuple[str, str]:
    """The texts of both sides of a pair."""
    source, target = (
        " ".join(own[side.start : side.stop]) for own, side in zip(texts, pair, strict=True)
    )
    return source, target
