"""Paragraphs that stand in another order: pairs between what the search left unpaired.

A path through a lattice never goes back, so of two lines that changed places it pairs one at most
(the closing lines of a resolution: "48th plenary meeting", then the date; in Chinese the date
first). What is unpaired on both sides is compared here without regard to order. Two paragraphs
belong together when they are much nearer to each other than to what else is near to either of
them: the margin of Artetxe and Schwenk (2019), as a difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from align.clause_search import Run
from align.encoders import Floats
from align.engine import Aligner
from align.side import Side, Values

NEAREST = 4
"""Paragraphs over which a margin is taken."""

MARGIN = 0.2
"""The least margin of a pair: over 67/58 and the Universal Declaration all right pairs but one
have more, and no wrong pair has more than .16."""


def pair_across(
    aligner: Aligner, source: Side, target: Side, rows: Sequence[range], columns: Sequence[range]
) -> list[tuple[int, int, list[Run]]]:
    """Pair unpaired paragraphs that are each other's nearest.

    Args:
        aligner: the aligner of the two sides.
        source: the source, in paragraphs.
        target: the target, in paragraphs.
        rows: the sentences of each unpaired source paragraph.
        columns: the sentences of each unpaired target paragraph.

    Returns:
        For each pair its places in `rows` and `columns`, and the runs inside it.
    """
    if not (rows and columns):
        return []
    left, right = _embed(source, rows), _embed(target, columns)
    margins = (
        2 * (left @ right.T)
        - _nearness(left, _embed(target, _paragraphs(target)))[:, None]
        - _nearness(right, _embed(source, _paragraphs(source)))
    )
    nearest = margins.argmax(axis=0)
    return [
        (row, column, aligner.align_parts(rows[row], columns[column]))
        for row, column in enumerate(margins.argmax(axis=1).tolist())
        if nearest[column] == row and margins[row, column] >= MARGIN
    ]


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
