"""Cells of one row of a table that are paired with cells of several rows: the rows are paired anew.

Where a row is missing, or rows stand in another order, a path of short cells that are all alike may
go from one row into another. But the cells of one row belong to one row on the other side, as long
as both tables have as many columns. So rows whose cells went apart are held against each other as
wholes, cell by cell, and those that belong together get all of each other's cells. Where all cells
of two rows are paired but one of each, these belong together as well, for all that tells of it is
their column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from align.documents.by_place import BY_PLACE
from align.documents.grouping import (
    Group,
    Texts,
    embed_sentences,
    group_by_paragraph,
    group_of_each,
    is_linked,
    one_run,
)
from align.documents.moved.sorted_lists import LEAST, UNPAIRED, probabilities
from align.documents.moved.swaps import SHORT
from align.documents.table_rows import (
    Row,
    RowNumbers,
    find_figures,
    row_of_each,
    rows_of,
)
from align.doubts import Reason
from align.search.engine import Aligner, alone
from align.search.side import Side, Values

MOST_ROWS = 200
"""Rows of a table on either side at most: all of them are compared with each other."""

FEWEST = 2
"""The pairs of cells that two rows have at least where their last cells are paired by place."""

NOWHERE = -1
"""The row of what stands outside tables."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """Two rows that belong together, and how probable that is."""

    row: Row
    other: Row
    probability: float


def settle_rows(
    aligner: Aligner,
    groups: Sequence[Group],
    texts: Texts,
    numbers: RowNumbers,
    source: Side,
    target: Side,
) -> list[Group]:
    """Pair the cells of rows with those of one row each.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs.
        texts: the texts of all sentences, without labels.
        numbers: which row of a table each sentence stands in.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then; what has lost its partner is unpaired.
    """
    rows = rows_of(source, numbers[0]), rows_of(target, numbers[1])
    if not all(rows):
        return list(groups)
    state = _State.of(groups, rows)
    still_open = state.open_rows(0), state.open_rows(1)
    taken: list[_Taken] = []
    for table, other in state.tables_together():
        own, others = still_open[0].get(table, []), still_open[1].get(other, [])
        if not 0 < min(len(own), len(others)) <= max(len(own), len(others)) <= MOST_ROWS:
            continue
        likeness = _likeness(
            [rows[0][k] for k in own], [rows[1][k] for k in others], texts, source, target
        )
        found = _likely(likeness)
        taken += (_Taken(rows[0][own[i]], rows[1][others[j]], likely) for i, j, likely in found)
        for which, (table_rows, place) in enumerate(((own, table), (others, other))):
            gone = {pair[which] for pair in found}
            still_open[which][place] = [k for n, k in enumerate(table_rows) if n not in gone]
    return _rebuilt(aligner, groups, taken, texts, source, target) if taken else list(groups)


@dataclass(frozen=True, slots=True)
class _State:
    """How the rows of both sides are paired.

    Attributes:
        rows: the rows of both sides.
        partners: for each row of either side the rows that its cells are paired with, `NOWHERE`
            where that is no table.
        unpaired: of each row of either side, whether a cell of it is unpaired.
    """

    rows: tuple[list[Row], list[Row]]
    partners: tuple[list[Counter[int]], list[Counter[int]]]
    unpaired: tuple[list[bool], list[bool]]

    @classmethod
    def of(cls, groups: Sequence[Group], rows: tuple[list[Row], list[Row]]) -> _State:
        """Look at how the cells are paired."""
        row_of = [row_of_each(own) for own in rows]
        group_of = [group_of_each(groups, which) for which in (0, 1)]
        reached = [
            [
                {row_of[which].get(place, NOWHERE) for place in _places(group, which)}
                for group in groups
            ]
            for which in (0, 1)
        ]
        linked = [is_linked(group) for group in groups]
        partners: tuple[list[Counter[int]], list[Counter[int]]] = ([], [])
        unpaired: tuple[list[bool], list[bool]] = ([], [])
        for which in (0, 1):
            for row in rows[which]:
                own = [group_of[which][cell.start] for cell in row.cells]
                partners[which].append(
                    Counter(place for k in own if linked[k] for place in reached[1 - which][k])
                )
                unpaired[which].append(not all(linked[k] for k in own))
        return cls(rows, partners, unpaired)

    def open_rows(self, which: int) -> dict[int, list[int]]:
        """The rows of each table that are not paired with just one row, and this with just them."""
        found: dict[int, list[int]] = {}
        for k, row in enumerate(self.rows[which]):
            if not self._is_settled(which, k):
                found.setdefault(row.table, []).append(k)
        return found

    def _is_settled(self, which: int, k: int) -> bool:
        if len(self.partners[which][k]) != 1:
            return False
        (other,) = self.partners[which][k]
        return (
            other != NOWHERE
            and list(self.partners[1 - which][other]) == [k]
            and not (self.unpaired[which][k] and self.unpaired[1 - which][other])
        )

    def tables_together(self) -> list[tuple[int, int]]:
        """The tables of which cells are paired, if they have as many columns; most first."""
        counts = Counter(
            (row.table, self.rows[1][other].table)
            for row, partners in zip(self.rows[0], self.partners[0], strict=True)
            for other in partners.elements()
            if other != NOWHERE
        )
        columns = [_columns(own) for own in self.rows]
        return [
            pair
            for pair, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            if columns[0][pair[0]] == columns[1][pair[1]]
        ]


def _columns(rows: Sequence[Row]) -> dict[int, int]:
    """How many cells most rows of each table have."""
    counts: dict[int, Counter[int]] = {}
    for row in rows:
        counts.setdefault(row.table, Counter())[len(row.cells)] += 1
    return {table: max(own, key=lambda size: (own[size], size)) for table, own in counts.items()}


def _likeness(
    rows: Sequence[Row], others: Sequence[Row], texts: Texts, source: Side, target: Side
) -> Values:
    """How like each row is to each of the other side: the mean over its cells, in their order.

    Where one has fewer cells than the other, each of them is held against the one it is most like.
    """
    cells = [cell for row in rows for cell in row.cells]
    other_cells = [cell for row in others for cell in row.cells]
    alike = _cell_likeness(cells, other_cells, texts, source, target)
    bounds = np.cumsum([0, *(len(row.cells) for row in rows)]).tolist()
    other_bounds = np.cumsum([0, *(len(row.cells) for row in others)]).tolist()
    found = np.empty((len(rows), len(others)))
    for i, own in enumerate(pairwise(bounds)):
        for j, theirs in enumerate(pairwise(other_bounds)):
            block = alike[slice(*own), slice(*theirs)]
            if block.shape[0] == block.shape[1]:
                found[i, j] = block.trace() / len(block)
            else:
                fewer = int(np.argmin(block.shape))
                found[i, j] = block.max(axis=1 - fewer).sum() / max(block.shape)
    return found


def _cell_likeness(
    cells: Sequence[range], others: Sequence[range], texts: Texts, source: Side, target: Side
) -> Values:
    """How like each cell is to each other: as their meaning, but for what is the same, or can't be.

    The same text is wholly alike, and other figures are not at all.
    """
    alike: Values = (embed_sentences(source, cells) @ embed_sentences(target, others).T).astype(
        np.float64
    )
    written, other_written = (
        ["".join(own[cell.start : cell.stop]) for cell in some]
        for own, some in zip(texts, (cells, others), strict=True)
    )
    plain, other_plain = (
        ["".join(filter(str.isalnum, text.casefold())) for text in some]
        for some in (written, other_written)
    )
    figures, other_figures = (
        [find_figures(text) for text in some] for some in (written, other_written)
    )
    for i, j in np.ndindex(alike.shape):
        if plain[i] == other_plain[j]:
            alike[i, j] = 1.0
        elif figures[i] and other_figures[j] and figures[i].isdisjoint(other_figures[j]):
            alike[i, j] = 0.0
    return alike


def _likely(likeness: Values) -> list[tuple[int, int, float]]:
    """Pair rows with each other, the likeliest first; give the probability of each pair."""
    likely = probabilities(likeness.astype(np.float32))
    free = [set(range(size)) for size in likeness.shape]
    found: list[tuple[int, int, float]] = []
    places = np.argwhere((likely >= LEAST) & (likeness >= UNPAIRED))
    for place in np.argsort(-likely[tuple(places.T)], kind="stable"):
        i, j = places[place].tolist()
        if i in free[0] and j in free[1]:
            found.append((i, j, float(likely[i, j])))
            free[0].remove(i)
            free[1].remove(j)
    return found


def _rebuilt(
    aligner: Aligner,
    groups: Sequence[Group],
    taken: Sequence[_Taken],
    texts: Texts,
    source: Side,
    target: Side,
) -> list[Group]:
    """Put the pairs of rows in the place of what their cells were paired with."""
    group_of = group_of_each(groups, 0), group_of_each(groups, 1)
    kept: set[int] = set()
    broken: dict[int, float] = {}
    made: list[Group] = []
    moved: tuple[set[int], set[int]] = (set(), set())
    for pair in taken:
        sides = pair.row, pair.other
        for which, row in enumerate(sides):
            moved[which].update(row.sentences)
            for place in row.sentences:
                k = group_of[which][place]
                broken[k] = max(broken.get(k, 0.0), pair.probability)
        together = _cells_together(*sides)
        paired = [_group_of_just(groups, group_of, cells) for cells in together]
        kept.update(own for own in paired if own is not None)
        apart = [cells for cells, own in zip(together, paired, strict=True) if own is None]
        for cells in apart:
            aligned = _aligned(aligner, cells, pair.probability, source, target)
            if (
                len(together) - len(apart) >= FEWEST
                and len(apart) == 1
                and not any(map(is_linked, aligned))
                and _may_be_alike(cells, texts)
            ):
                run = one_run(*cells, source, target).times(pair.probability, Reason.ACROSS)
                aligned = [[run.times(BY_PLACE, Reason.PLACE)]]
            made += aligned
    for k in sorted(broken.keys() - kept):
        rest = [
            [place for place in _places(groups[k], which) if place not in moved[which]]
            for which in (0, 1)
        ]
        made += _aligned(aligner, (rest[0], rest[1]), broken[k], source, target)
    return [group for k, group in enumerate(groups) if k in kept or k not in broken] + made


def _cells_together(row: Row, other: Row) -> list[tuple[range, range]]:
    """The cells of two rows that stand in the same column; all together where that is not known."""
    if len(row.cells) != len(other.cells):
        return [(row.sentences, other.sentences)]
    return list(zip(row.cells, other.cells, strict=True))


def _may_be_alike(cells: tuple[range, range], texts: Texts) -> bool:
    """Whether two cells are short, and have not other figures."""
    written = ["".join(own[cell.start : cell.stop]) for own, cell in zip(texts, cells, strict=True)]
    figures, others = map(find_figures, written)
    return max(map(len, written)) <= SHORT and not (
        (figures or others) and figures.isdisjoint(others)
    )


def _group_of_just(
    groups: Sequence[Group],
    group_of: tuple[dict[int, int], dict[int, int]],
    cells: tuple[range, range],
) -> int | None:
    """The group that pairs just two cells, if they are paired already."""
    own = group_of[0][cells[0].start]
    just = all(_places(groups[own], which) == list(cells[which]) for which in (0, 1))
    return own if just and is_linked(groups[own]) else None


def _aligned(
    aligner: Aligner,
    sides: tuple[Sequence[int], Sequence[int]],
    probability: float,
    source: Side,
    target: Side,
) -> list[Group]:
    """Align sentences that belong together; what can't be aligned is unpaired."""
    runs = [range(own[0], own[-1] + 1) if own else range(0) for own in sides]
    if all(runs) and all(len(run) == len(own) for run, own in zip(runs, sides, strict=True)):
        made = group_by_paragraph(aligner.align_parts(*runs), source, target)
        return [[run.times(probability, Reason.ACROSS) for run in group] for group in made]
    made = []
    for which, side in enumerate((source, target)):
        for place in sides[which]:
            if side.breaks.begins[place] or not made or place - 1 not in sides[which]:
                made.append([])
            lone = alone(place, side, probability)
            made[-1].append(lone.turned() if which else lone)
    return made


def _places(group: Group, which: int) -> list[int]:
    """The sentences of the source (0) or target (1) of a group."""
    return [place for run in group for place in range(*(run.source, run.target)[which])]
