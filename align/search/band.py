"""Where the path may run: a chain of likely pairs through the whole of both texts, and a band.

Every unit is compared with every unit of the other side, a block at a time, and keeps its few
nearest ones. The best chain of them that goes forward on both sides (the longest increasing
subsequence, each pair weighted by its margin: Artetxe and Schwenk, 2019) leaves out whatever is
missing from one side, however long. Its sure points are anchors; between two of them the band is
their rectangle, around them it is MARGIN units wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.encoders import Floats
from align.encoders.workers import Workers
from align.search.lattice import Ints

Values = npt.NDArray[np.float64]

NEAREST = 4
"""Candidates that each unit keeps, and over which a margin is taken."""

BLOCK = 128
"""Source units compared with all target units at once."""

OFFSET = 0.1
"""Added to each margin, so that the nearest of a crowd of alike units still counts."""

DIAGONAL = 0.05
"""What a pair at the other end of the text loses: it decides among units that are all alike."""

MARGIN = 8
LARGEST_RECTANGLE = 40_000
"""Nodes between two anchors; a larger rectangle is narrowed to a strip along its diagonal."""


@dataclass(frozen=True, slots=True)
class Band:
    """The nodes that a path may touch: from low[i] to high[i] in row i, i = 0 to n."""

    low: Ints
    high: Ints


def find_band(source: Floats, target: Floats, workers: Workers | None = None) -> tuple[Ints, Band]:
    """Find the chain of likely pairs, shape (k, 2), and the band around its sure points.

    Args:
        source: shape (n, d), the embeddings of the single units, unit vectors; n at least 1.
        target: shape (m, d); m at least 1.
        workers: what shares out the work; left out, one thread does it.
    """
    chain = _chain(*_candidates(source, target, workers or Workers(1)))
    return chain, band_around(_sure(chain), len(source), len(target))


def _candidates(source: Floats, target: Floats, workers: Workers) -> tuple[Ints, Ints, Values]:
    """The likely pairs (rows, columns, margins), sorted by row, then by column downwards."""
    n, m = len(source), len(target)
    forward, backward = _nearest(source, target, workers)
    rows = np.repeat(np.arange(n), forward.places.shape[1])
    others = np.repeat(np.arange(m), backward.places.shape[1])
    rows = np.concatenate((rows, backward.places.ravel()))
    columns = np.concatenate((forward.places.ravel(), others))
    order = np.unique(rows * (m + 1) + (m - columns))
    rows, columns = order // (m + 1), m - order % (m + 1)
    cosines = np.empty(len(rows))
    for begin in range(0, len(rows), BLOCK):
        part = slice(begin, begin + BLOCK)
        cosines[part] = np.vecdot(source[rows[part]], target[columns[part]])
    margins = 2 * cosines - forward.means[rows] - backward.means[columns] + OFFSET
    keep = margins > 0
    return rows[keep], columns[keep], margins[keep]


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The nearest others of n units.

    Attributes:
        places: shape (n, k), at most NEAREST of them, in no order.
        cosines: the same shape, less what their distance from the diagonal costs.
    """

    places: Ints
    cosines: Floats

    @classmethod
    def of(cls, places: Ints, cosines: Floats) -> _Nearest:
        """Keep the nearest of some others; their places may be the same for all units."""
        count = min(NEAREST, cosines.shape[1])
        top = np.argpartition(cosines, -count, axis=1)[:, -count:]
        places = np.broadcast_to(places, cosines.shape)
        return cls(
            np.take_along_axis(places, top, axis=1), np.take_along_axis(cosines, top, axis=1)
        )

    def with_others(self, more: _Nearest) -> _Nearest:
        """Keep the nearest of these and those."""
        return _Nearest.of(
            np.hstack((self.places, more.places)), np.hstack((self.cosines, more.cosines))
        )

    @property
    def means(self) -> Values:
        """Their mean cosine."""
        means: Values = self.cosines.mean(axis=1, dtype=np.float64)
        return means


def _nearest(source: Floats, target: Floats, workers: Workers) -> tuple[_Nearest, _Nearest]:
    """The nearest targets of each source unit, and the nearest sources of each target unit."""
    down, along = (np.linspace(0, 1, len(side), dtype=np.float32) for side in (source, target))
    every = np.arange(len(target))

    def look(begin: int) -> tuple[_Nearest, _Nearest]:
        part = slice(begin, begin + BLOCK)
        cosines = source[part] @ target.T
        cosines -= DIAGONAL * np.abs(down[part, None] - along)
        rows = np.arange(begin, begin + len(cosines))
        return _Nearest.of(every, cosines), _Nearest.of(rows, cosines.T)

    forward: list[_Nearest] = []
    backward = _Nearest(np.empty((len(target), 0), dtype=np.int64), target[:, :0])
    begins = range(0, len(source), BLOCK)
    # Some blocks at a time, since for each block there is something to remember of each target.
    for first in range(0, len(begins), workers.threads):
        blocks = begins[first : first + workers.threads]
        for nearest, of_targets in workers.results([partial(look, begin) for begin in blocks]):
            forward.append(nearest)
            backward = backward.with_others(of_targets)
    places = np.concatenate([block.places for block in forward])
    return _Nearest(places, np.concatenate([block.cosines for block in forward])), backward


def _chain(rows: Ints, columns: Ints, weights: Values) -> Ints:
    """The heaviest chain of pairs that grow in both coordinates: shape (k, 2)."""
    width = int(columns.max(initial=-1)) + 2
    # best[c]: the heaviest chain that ends before column c, kept non-decreasing in c; last[c]: its
    # last pair. Of one row the columns come downwards, so that no chain takes two of them.
    best, last = np.zeros(width), np.full(width, -1)
    before = np.full(len(rows), -1)
    for pair, (column, weight) in enumerate(zip(columns.tolist(), weights.tolist(), strict=True)):
        total = best[column] + weight
        if total > best[column + 1]:
            before[pair] = last[column]
            end = int(np.searchsorted(best[column + 1 :], total)) + column + 1
            best[column + 1 : end] = total
            last[column + 1 : end] = pair
    chain = []
    pair = int(last[-1])
    while pair >= 0:
        chain.append((rows[pair], columns[pair]))
        pair = int(before[pair])
    return np.array(chain[::-1], dtype=np.int64).reshape(-1, 2)


def _sure(chain: Ints) -> Ints:
    """The pairs of a chain that the pairs beside them bear out: near on both sides of the text."""
    near = (np.diff(chain, axis=0) <= MARGIN // 2).all(axis=1)
    sure = np.append(False, near) & np.append(near, False)
    anchors: Ints = chain[: len(sure)][sure[: len(chain)]]
    return anchors


def band_around(anchors: Ints, n: int, m: int) -> Band:
    """Lay a band around anchors.

    Args:
        anchors: shape (k, 2), pairs (source unit, target unit), growing in both coordinates.
        n: how many source units there are.
        m: how many target units.
    """
    points = np.concatenate(([(0, 0)], anchors, [(n, m)]))
    low, high = np.full(n + 1, m), np.zeros(n + 1, dtype=np.int64)
    for (top, first), (bottom, last) in pairwise(points):
        rows = np.arange(top, bottom + 1)
        height, width = max(1, bottom - top), last - first
        if height * width <= LARGEST_RECTANGLE:
            left, right = np.full(len(rows), first), np.full(len(rows), last)
        else:
            slope = width / height
            reach = LARGEST_RECTANGLE / (2 * height) + slope
            middle = first + (rows - top) * slope
            left = np.clip(middle - reach, first, last).astype(np.int64)
            right = np.clip(middle + reach, first, last).astype(np.int64)
        low[rows] = np.minimum(low[rows], np.maximum(0, left - MARGIN))
        high[rows] = np.maximum(high[rows], np.minimum(m, right + MARGIN))
    low[0], high[-1] = 0, m
    # A path only goes forward, so the band's edges may not go back.
    return Band(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))
