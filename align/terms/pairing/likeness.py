"""How near the candidates of both sides are in meaning, by the encoder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder, embed_each
from align.encoders import Floats as Vectors
from align.terms.candidates.tokens import Ints

Floats = npt.NDArray[np.float64]

DENSE = 8
"""Where a table of all source and target candidates is up to so many times as large as the pairs,
it is computed whole, which is faster than the pairs one by one."""

_ROWS = 500
"""Pairs that are looked at at once: their vectors stay in the processor's cache."""


def cosines(
    phrases: Sequence[str], target: Vectors, left: Ints, right: Ints, encoder: Encoder
) -> Floats:
    """Return the cosines of pairs.

    Args:
        phrases: the source's candidates, of which those from the first pair to the last one are
            embedded: together they may be more than memory holds.
        target: the embeddings of the target's.
        left: the source of each pair, in ascending order.
        right: the target of each pair.
        encoder: what embeds.
    """
    if not len(left):
        return np.empty(0)
    first, last = int(left[0]), int(left[-1]) + 1
    source = embed_each(phrases[first:last], encoder)
    rows = left - first
    if len(source) * len(target) <= DENSE * len(left):
        return (source @ target.T)[rows, right].astype(np.float64)
    parts = [
        np.einsum("ij,ij->i", source[rows[at : at + _ROWS]], target[right[at : at + _ROWS]])
        for at in range(0, len(rows), _ROWS)
    ]
    return np.concatenate(parts).astype(np.float64)
