"""Cosines of many runs of units against many others, a block of one matrix product at a time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.encoders import Floats, Reading
from align.lattice import Ints

Values = npt.NDArray[np.float64]

BLOCK = 65536
"""Pairs answered from one product; in the order of a band, they stand close together."""

LARGEST_PRODUCT = 8_000_000


class Runs:
    """Runs of adjacent units, each embedded once for all the questions that name it."""

    def __init__(self, reading: Reading, starts: Ints, ends: Ints) -> None:
        """Embed the runs from `starts` to before `ends`, each shape (k,); no run is empty."""
        self._longest = int((ends - starts).max(initial=0))
        codes = self._codes(starts, ends)
        named = np.zeros(int(codes.max(initial=-1)) + 1, dtype=bool)
        named[codes] = True
        self._rows = np.cumsum(named) - 1
        distinct = np.flatnonzero(named)
        first = distinct // (self._longest + 1)
        self.vectors: Floats = reading.embed(
            np.stack((first, first + distinct % (self._longest + 1)), axis=1)
        )

    def find(self, starts: Ints, ends: Ints) -> Ints:
        """Return the rows of `vectors` of runs that were given when this was made."""
        rows: Ints = self._rows[self._codes(starts, ends)]
        return rows

    def _codes(self, starts: Ints, ends: Ints) -> Ints:
        return starts * (self._longest + 1) + (ends - starts)


def paired_cosines(source: Runs, rows: Ints, target: Runs, columns: Ints) -> Values:
    """Return the cosine of each source row with the target column beside it, shape (k,).

    All that a block of pairs needs comes from one product between the span of source runs and
    the span of target runs that it touches. In a band that is far less work than fetching the
    vectors pair by pair.
    """
    cosines = np.empty(len(rows))
    todo = [(begin, min(begin + BLOCK, len(rows))) for begin in range(0, len(rows), BLOCK)]
    while todo:
        begin, end = todo.pop()
        row, column = rows[begin:end], columns[begin:end]
        top, left = int(row.min()), int(column.min())
        height, width = int(row.max()) + 1 - top, int(column.max()) + 1 - left
        if height * width > LARGEST_PRODUCT and end - begin > 1:
            middle = (begin + end) // 2
            todo += [(begin, middle), (middle, end)]
            continue
        product = source.vectors[top : top + height] @ target.vectors[left : left + width].T
        cosines[begin:end] = product[row - top, column - left]
    return cosines
