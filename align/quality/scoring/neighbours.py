"""Whether texts around a pair are nearer to one of its sides than the other side is.

Where a unit has the text of another one, as in a memory that slipped, that text has a better
partner near by. This is the thought behind the margins of Artetxe and Schwenk (2019, "Margin-based
Parallel Corpus Mining with Multilingual Sentence Embeddings"), with the pairs around in place of
the nearest texts of a whole corpus: so memory does not grow, and nothing far off counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from align.encoders import Floats
from align.quality.scoring.words import Values

NEIGHBOUR_SIGNALS = ("first nearer", "second nearer")
"""How much nearer a neighbour's second side is to the first side of a pair than its own one, and
the same of first sides and the second side, both from `NEARLY` on; 0 where none comes so near."""

REACH = 4
"""So many pairs before a pair and behind it are its neighbours."""

NEARLY = 0.1
"""A neighbour's text counts as near where its cosine is no more than this below the pair's."""

SAME = 0.98
"""Texts of one language with a higher cosine say the same: neither is nearer to anything."""

Batch = TypeVar("Batch")


def with_neighbours(
    batches: Iterable[tuple[Batch, Floats]],
) -> Iterator[tuple[Batch, Values]]:
    """Give each batch of pairs with its signals; it is held until the next one has come.

    Args:
        batches: of pairs one behind the other, with their embeddings: those of both sides in a
            row, the first one's before the other's.

    Returns:
        Each batch, and what `neighbour_signals` says of its pairs.
    """
    before: list[Floats] = []
    held: tuple[Batch, list[Floats]] | None = None
    for batch in chain(batches, (None,)):
        coming = [] if batch is None else list(batch[1])
        if held is not None:
            own = held[1]
            places = np.arange(len(own)) + len(before)
            around = [*before, *own]
            yield held[0], neighbour_signals(own, places, [*around, *coming[:REACH]])
            before = around[-REACH:]
        held = None if batch is None else (batch[0], coming)


def neighbour_signals(
    pairs: Sequence[Floats], places: npt.NDArray[np.int64], around: Sequence[Floats]
) -> Values:
    """Return the signals of pairs, a row each, in the order of `NEIGHBOUR_SIGNALS`.

    Args:
        pairs: of each the embeddings of both its sides, of unit length, in one row.
        places: of each pair, where it stands among those around it.
        around: the same of the pairs that follow each other there.
    """
    if not len(pairs):
        return np.empty((0, len(NEIGHBOUR_SIGNALS)))
    near = places[:, None] + _OFFSETS
    exists = (near >= 0) & (near < len(around))
    others = np.split(np.asarray(around)[np.where(exists, near, 0)], 2, axis=2)
    sides = np.split(np.asarray(pairs), 2, axis=1)
    cosines = np.vecdot(*sides)
    rows = []
    for own, opposite, same in ((0, 1, 1), (1, 0, 0)):
        # What is said again beside it is no better partner.
        repeated = np.vecdot(sides[same][:, None], others[same]) > SAME
        theirs = np.vecdot(sides[own][:, None], others[opposite])
        best = np.where(exists & ~repeated, theirs, -1.0).max(axis=1)
        rows.append(np.maximum(best - cosines + NEARLY, 0.0))
    return np.stack(rows, axis=1).astype(np.float64)


_OFFSETS = np.array([it for it in range(-REACH, REACH + 1) if it])
