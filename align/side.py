"""One side of a lattice: the units to be aligned, and where its paragraphs begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders import Reading
from align.encoders.protocol import Encoder

Flags = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]

UNNUMBERED = -1


@dataclass(frozen=True, slots=True)
class Side:
    """The units of one document in their order: sentences, or clauses.

    Attributes:
        reading: the units as the encoder has read them.
        lengths: shape (n,), the units' lengths in characters, white space left out.
        begins: shape (n + 1,), whether a paragraph begins at a unit; true behind the last one.
            All false where the units stand in no paragraphs.
        apart: shape (n + 1,), whether the paragraph that begins there stands apart from the one
            before it: it is a heading or stands behind one, is numbered, or that one is complete.
        repeats: shape (n + 1,), whether the paragraph that begins there says the same, word for
            word, as the one before it.
        numbers: shape (n + 1,), a code for the number of the paragraph that begins at a unit, the
            same code on both sides for the same number; UNNUMBERED where none begins or has one.
        headings: shape (n + 1,), whether a heading begins there.
        kinds: shape (n + 1,), a code for the kind of the paragraph that begins there.
    """

    reading: Reading
    lengths: Values
    begins: Flags
    apart: Flags
    repeats: Flags
    numbers: Ints
    headings: Flags
    kinds: Ints

    def __len__(self) -> int:
        return len(self.lengths)


def plain_side(texts: Sequence[str], encoder: Encoder) -> Side:
    """Make a side of units that stand in no paragraphs: a file with one sentence a line."""
    begins = np.zeros(len(texts) + 1, dtype=bool)
    nothing = np.full(len(texts) + 1, UNNUMBERED)
    return Side(
        encoder.read(texts), text_lengths(texts), begins, begins, begins, nothing, begins, nothing
    )


def text_lengths(texts: Sequence[str]) -> Values:
    """Count the characters of each text, white space left out; at least 1."""
    return np.array([max(1, len("".join(text.split()))) for text in texts], dtype=np.float64)
