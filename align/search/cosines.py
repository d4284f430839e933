"""Cosines of all runs of units near a band, some hundred thousand by one matrix product.

For a rough look only short runs are embedded, and a longer one is taken to lie in the middle of the
short ones that it is made of. Where the encoder can't add up the texts of a run
(`Reading.additive`) there are far too many runs to encode them all: only those are encoded that are
asked for, and for a rough look only single units.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.encoders import Floats, Reading
from align.encoders.asked_runs import AskedRuns, cosines_between
from align.search.lattice import Ints

Flags = npt.NDArray[np.bool_]
Values = npt.NDArray[np.float64]

ROWS = 16
"""Rows of the band that one product covers: the more, the more of it lies outside the band."""

WIDEST = 4096
"""Columns that one product covers; of a wider band only those around its middle."""

ROUGH = 3
"""Most units of a run that is embedded for a rough look, where the encoder adds up."""


class Cosines:
    """The cosines of source runs with target runs that begin at the nodes of a band.

    They are asked for again and again: a bead's own, and for its margins those of the beads that
    are a unit larger, smaller, or further along. Outside the band and the texts there is none.
    """

    def __init__(
        self,
        readings: tuple[Reading, Reading],
        bounds: tuple[Ints, Ints],
        band: tuple[Ints, Ints],
        first_row: int,
        longest: int,
        *,
        rough: bool = False,
    ) -> None:
        """Compute them.

        Args:
            readings: the source and the target.
            bounds: where the units of each side begin in its reading, and the end of the last.
            band: the first and the last column of each row.
            first_row: the source unit that the first row stands before.
            longest: the most units of a run.
            rough: whether cosines that are about right will do.
        """
        self._longest = longest
        last_row, last_column = (len(places) - 1 for places in bounds)
        # A neighbour of a bead in the band stands at most one unit before it or behind it.
        self._top = max(0, first_row - 1)
        bottom = min(last_row, first_row + len(band[0]))
        rows = np.arange(self._top, bottom + 1) - first_row
        before = np.clip(rows - longest, 0, len(band[0]) - 1)
        behind = np.clip(rows + longest, 0, len(band[0]) - 1)
        low = np.maximum(band[0][before] - 1, 0)
        high = np.minimum(band[1][behind] + 1, last_column)
        starts = np.arange(0, len(rows), ROWS)
        left = low[starts]
        right = np.minimum(high[np.minimum(starts + ROWS, len(rows)) - 1], left + WIDEST)
        widths = right - left + 1
        sizes = ROWS * longest * widths * longest
        offsets = np.cumsum(sizes) - sizes
        self._ends = last_row, last_column
        self._bottom = bottom
        self._first_column = int(left.min())
        # Of each row: its first column, how many it has, where it begins in the table, and how
        # far on the runs stand that are a unit longer.
        block = np.arange(len(rows)) // ROWS
        self._left, self._widths = left[block], widths[block].astype(np.uint64)
        self._stride = (widths * longest)[block]
        self._begin = offsets[block] + np.arange(len(rows)) % ROWS * longest * self._stride
        self._asked: tuple[AskedRuns, AskedRuns] | None = None
        if rough or all(reading.additive for reading in readings):
            self._cosines = self._all(readings, bounds, left, widths, rough=rough)
        else:
            self._asked = (
                AskedRuns(readings[0], bounds[0], self._top, longest),
                AskedRuns(readings[1], bounds[1], self._first_column, longest),
            )

    def _all(
        self,
        readings: tuple[Reading, Reading],
        bounds: tuple[Ints, Ints],
        left: Ints,
        widths: Ints,
        *,
        rough: bool,
    ) -> Floats:
        """Compute the cosines of all runs, block by block."""
        longest, first_column = self._longest, self._first_column
        ranges = ((self._top, self._bottom), (first_column, int((left + widths).max()) - 1))
        source, target = (
            (_rough_runs if rough else _runs)(reading, places, *ends, longest)
            for reading, places, ends in zip(readings, bounds, ranges, strict=True)
        )
        sizes = ROWS * longest * widths * longest
        cosines = np.empty(int(sizes.sum()) + 1, dtype=np.float32)
        cosines[-1] = np.nan
        offsets = np.cumsum(sizes) - sizes

        def compare(block: int) -> None:
            first = int(left[block]) - first_column
            one = source[block * ROWS * longest : (block + 1) * ROWS * longest]
            other = target[first * longest : (first + int(widths[block])) * longest]
            offset, size = int(offsets[block]), len(one) * len(other)
            np.matmul(
                one, other.T, out=cosines[offset : offset + size].reshape(len(one), len(other))
            )

        readings[0].workers.each(compare, range(len(widths)))
        return cosines

    def between(self, top: Ints, bottom: Ints, left: Ints, right: Ints) -> Values:
        """Return the cosine of source units top to bottom with target units left to right.

        NaN where a run is empty, too long, or outside the texts or the band.
        """
        p, q, row = bottom - top, right - left, top - self._top
        p -= 1
        q -= 1
        known = _below(p, self._longest)
        known &= _below(q, self._longest)
        known &= _below(row, len(self._left))
        # To take numbers is faster than to index them, and those outside are known for it.
        column = left - self._left.take(row, mode="clip")
        known &= column.view(np.uint64) < self._widths.take(row, mode="clip")
        found: Values
        if self._asked:
            known &= (bottom <= self._ends[0]) & (right <= self._ends[1])
            found = np.full(known.shape, np.nan)
            runs = np.stack((top, p + 1, left, q + 1))[:, known]
            found[known] = cosines_between(*self._asked, runs)
        else:
            p *= self._stride.take(row, mode="clip")
            p += self._begin.take(row, mode="clip")
            column *= self._longest
            p += column
            p += q
            found = self._cosines.take(np.where(known, p, len(self._cosines) - 1)).astype(
                np.float64
            )
        return found


def _below(numbers: Ints, limit: int) -> Flags:
    """Whether numbers are at least 0 and below a limit; a negative one without sign is huge."""
    below: Flags = numbers.view(np.uint64) < np.uint64(limit)
    return below


def _runs(reading: Reading, bounds: Ints, first: int, last: int, longest: int) -> Floats:
    """Embed the runs of up to `longest` units from each unit; NaN behind the text's end."""
    firsts = np.repeat(np.arange(first, last + 1), longest)
    ends = firsts + np.tile(np.arange(1, longest + 1), last + 1 - first)
    inside = ends < len(bounds)
    spans = np.stack((bounds[firsts[inside]], bounds[ends[inside]]), axis=1)
    embedded = reading.embed(spans)
    if len(embedded) == len(firsts):
        return embedded
    runs = np.full((len(firsts), embedded.shape[1]), np.nan, dtype=np.float32)
    runs[inside] = embedded
    return runs


def _rough_runs(reading: Reading, bounds: Ints, first: int, last: int, longest: int) -> Floats:
    """The same, with each longer run in the middle of the short ones that it is made of."""
    short = min(ROUGH, longest) if reading.additive else 1
    end = min(last + longest, len(bounds) - 1)
    embedded = _runs(reading, bounds, first, end - 1, short)
    pieces = embedded.reshape(end - first, short, embedded.shape[1])
    rows = last + 1 - first
    runs = np.full((rows, longest, embedded.shape[1]), np.nan, dtype=np.float32)
    runs[: len(pieces), :short] = pieces[:rows]
    # Of each length the sums of pieces, a piece counted as often as it has units.
    sums = [pieces[:, length - 1] * np.float32(length) for length in range(1, short + 1)]
    for length in range(short + 1, longest + 1):
        count = max(0, end - first - length + 1)
        sums.append(sums[short - 1][:count] + sums[length - short - 1][short : short + count])
        middle = sums[-1][:rows]
        norms = np.linalg.norm(middle, axis=1, keepdims=True)
        runs[: len(middle), length - 1] = middle / np.maximum(norms, np.finfo(np.float32).tiny)
    return runs.reshape(rows * longest, embedded.shape[1])
