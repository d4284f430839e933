"""How near the candidates of both sides are in meaning, by the encoder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder
from align.encoders import Floats as Vectors
from align.terms.candidates.tokens import Ints

Floats = npt.NDArray[np.float64]

DENSE = 8
"""Where a table of all source and target candidates is up to so many times as large as the pairs,
it is computed whole, which is faster than the pairs one by one."""

_ROWS = 20_000


def vectors_of(phrases: Sequence[str], encoder: Encoder) -> Vectors:
    """Return the embeddings of phrases, one a row."""
    places = np.arange(len(phrases))
    return encoder.read(phrases).embed(np.stack([places, places + 1], axis=1))


def cosines(source: Vectors, target: Vectors, left: Ints, right: Ints) -> Floats:
    """Return the cosines of pairs.

    Args:
        source: the embeddings of the source's candidates.
        target: those of the target's.
        left: the source of each pair, in ascending order.
        right: the target of each pair.
    """
    if not len(left):
        return np.empty(0)
    first, last = int(left[0]), int(left[-1]) + 1
    if (last - first) * len(target) <= DENSE * len(left):
        return (source[first:last] @ target.T)[left - first, right].astype(np.float64)
    parts = [
        np.einsum("ij,ij->i", source[left[at : at + _ROWS]], target[right[at : at + _ROWS]])
        for at in range(0, len(left), _ROWS)
    ]
    return np.concatenate(parts).astype(np.float64)
