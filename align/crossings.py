"""Paragraphs that stand in another order: pairs between what the search left unpaired.

A path through a lattice never goes back, so of two lines that changed places it pairs one at most
(the closing lines of a resolution: "48th plenary meeting", then the date; in Chinese the date
first). What is unpaired on both sides is compared here without regard to order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.clause_search import Run
from align.encoders import Floats
from align.engine import Aligner
from align.side import Side

LINKED = 0.8
"""The share of two paragraphs' sentences that must be linked for them to be paired."""

LIKENESS = 0.4
"""The cosine from which two paragraphs are looked at."""


def pair_across(
    aligner: Aligner, source: Side, target: Side, rows: Sequence[range], columns: Sequence[range]
) -> list[tuple[int, int, list[Run]]]:
    """Pair unpaired paragraphs that are each other's nearest.

    Args:
        aligner: the aligner of the two sides.
        source: the source.
        target: the target.
        rows: the sentences of each unpaired source paragraph.
        columns: the sentences of each unpaired target paragraph.

    Returns:
        For each pair its places in `rows` and `columns`, and the runs inside it.
    """
    if not (rows and columns):
        return []
    likeness = _embed(source, rows) @ _embed(target, columns).T
    pairs = []
    for place, other in enumerate(likeness.argmax(axis=1).tolist()):
        mutual = int(likeness[:, other].argmax()) == place
        if mutual and likeness[place, other] >= LIKENESS:
            runs, share = aligner.align_parts(rows[place], columns[other])
            if share >= LINKED:
                pairs.append((place, other, runs))
    return pairs


def _embed(side: Side, paragraphs: Sequence[range]) -> Floats:
    """Embed paragraphs, each as the run of its clauses."""
    starts = side.clauses.sentences
    return side.clauses.reading.embed(
        np.array([(starts[units.start], starts[units.stop]) for units in paragraphs])
    )
