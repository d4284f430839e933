"""Paragraphs that stand in another order: pairs between what the search did not pair well.

A path through a lattice never goes back, so of two lines that changed places it pairs one at most
(the closing lines of a resolution: "48th plenary meeting", then the date; in Chinese the date
first), and two that stand at each other's place it may pair as they stand. So what is unpaired, and
what is paired in spite of its meaning, is compared here without regard to order. Two paragraphs
belong together when they are much nearer to each other than to what else is near to either of
them: the margin of Artetxe and Schwenk (2019), as a difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from align.encoders import Floats
from align.engine import Aligner, alone
from align.grouping import Group
from align.side import UNNUMBERED, Breaks, Side, Values

NEAREST = 4
"""Paragraphs over which a margin is taken."""

MARGIN = 0.2
"""The least margin of a pair: over 67/58 and the Universal Declaration all right pairs but one
have more, and no wrong pair has more than .16. A pair that is broken up must be worse by that."""

WEAK = 0.5
"""The cosine below which a pair may be broken up."""

SHORTEST = 24
"""The characters that the longer side of such a pair has at least."""


def pair_across(
    aligner: Aligner, groups: Sequence[Group], source: Side, target: Side
) -> list[Group]:
    """Pair paragraphs that are each other's nearest, wherever they stand.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs, as the search paired them.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then; what was the partner of a paragraph that has another one now
        is unpaired.
    """
    rows = [_sentences([run.source for run in group]) for group in groups]
    columns = [_sentences([run.target for run in group]) for group in groups]
    weak = _weak(rows, columns, source, target)
    free_rows = [k for k, row in enumerate(rows) if row and (k in weak or not columns[k])]
    free_columns = [k for k, column in enumerate(columns) if column and (k in weak or not rows[k])]
    if not (free_rows and free_columns):
        return list(groups)
    margins = _margins(
        source, target, [rows[k] for k in free_rows], [columns[k] for k in free_columns]
    )
    own = {k: margins[free_rows.index(k), free_columns.index(k)] for k in weak}
    nearest = margins.argmax(axis=0)
    crossed: list[Group] = []
    new_row, new_column = dict[int, float](), dict[int, float]()
    for place, other in enumerate(margins.argmax(axis=1).tolist()):
        row, column = free_rows[place], free_columns[other]
        rival = max(0.0, own.get(row, 0.0), own.get(column, 0.0))
        if row != column and nearest[other] == place and margins[place, other] >= rival + MARGIN:
            crossed.append(aligner.align_parts(rows[row], columns[column]))
            new_row[row] = new_column[column] = min(run.score for run in crossed[-1])
    kept = [group for k, group in enumerate(groups) if k not in new_row and k not in new_column]
    for k in weak:
        if k in new_column and k not in new_row:
            kept.append([alone(sentence, source, new_column[k]) for sentence in rows[k]])
        if k in new_row and k not in new_column:
            kept.append([alone(sentence, target, new_row[k]).turned() for sentence in columns[k]])
    return kept + crossed


def _sentences(runs: Sequence[tuple[int, int]]) -> range:
    """The sentences of adjacent runs."""
    return range(runs[0][0], runs[-1][1])


def _weak(rows: Sequence[range], columns: Sequence[range], source: Side, target: Side) -> list[int]:
    """Which groups are paired in spite of their meaning.

    Never those whose numbers are the same, nor headings and other short ones, which say too little.
    """
    paired = [
        k
        for k, (row, column) in enumerate(zip(rows, columns, strict=True))
        if row
        and column
        and not _is_anchored(source.breaks, target.breaks, row.start, column.start)
        and max(_length(source, row), _length(target, column)) >= SHORTEST
    ]
    if not paired:
        return []
    left = _embed(source, [rows[k] for k in paired])
    right = _embed(target, [columns[k] for k in paired])
    cosines = np.einsum("ij,ij->i", left, right)
    return [k for k, cosine in zip(paired, cosines.tolist(), strict=True) if cosine < WEAK]


def _length(side: Side, sentences: range) -> float:
    starts = side.clauses.sentences
    return float(side.clauses.lengths[starts[sentences.start] : starts[sentences.stop]].sum())


def _is_anchored(source: Breaks, target: Breaks, row: int, column: int) -> bool:
    number = int(source.numbers[row])
    same = number != UNNUMBERED and number == target.numbers[column]
    return bool(same or source.headings[row] or target.headings[column])


def _margins(source: Side, target: Side, rows: Sequence[range], columns: Sequence[range]) -> Values:
    """How much nearer each of some source runs is to each of some target runs than to others."""
    left, right = _embed(source, rows), _embed(target, columns)
    margins: Values = (
        2 * (left @ right.T)
        - _nearness(left, _embed(target, _paragraphs(target)))[:, None]
        - _nearness(right, _embed(source, _paragraphs(source)))
    )
    return margins


def _embed(side: Side, paragraphs: Sequence[range]) -> Floats:
    starts = side.clauses.sentences
    return side.clauses.reading.embed(
        np.array([(starts[units.start], starts[units.stop]) for units in paragraphs])
    )


def _paragraphs(side: Side) -> list[range]:
    bounds = np.flatnonzero(side.breaks.begins).tolist()
    return [range(*bound) for bound in pairwise(bounds)]


def _nearness(vectors: Floats, others: Floats) -> Values:
    """The mean cosine of each vector with the others that are nearest to it."""
    cosines = np.sort((vectors @ others.T).astype(np.float64), axis=1)
    nearness: Values = cosines[:, -NEAREST:].mean(axis=1)
    return nearness
