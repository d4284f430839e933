"""Where the path may run: a chain of likely pairs through the whole of both texts, and a band.

Every unit is compared with every unit of the other side, a block at a time, and keeps its few
nearest ones. The best chain of them that goes forward on both sides (the longest increasing
subsequence, each pair weighted by its margin: Artetxe and Schwenk, 2019) leaves out whatever is
missing from one side, however long. Its sure points are anchors; between two of them the band is
their rectangle, around them it is MARGIN units wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.encoders import Floats
from align.search.lattice import Ints

Values = npt.NDArray[np.float64]

NEAREST = 4
"""Candidates that each unit keeps, and over which a margin is taken."""

BLOCK = 256
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


def find_band(source: Floats, target: Floats) -> tuple[Ints, Band]:
    """Find the chain of likely pairs, shape (k, 2), and the band around its sure points.

    Args:
        source: shape (n, d), the embeddings of the single units, unit vectors; n at least 1.
        target: shape (m, d); m at least 1.
    """
    chain = _chain(*_candidates(source, target))
    return chain, band_around(_sure(chain), len(source), len(target))


def _candidates(source: Floats, target: Floats) -> tuple[Ints, Ints, Values]:
    """The likely pairs (rows, columns, margins), sorted by row, then by column downwards."""
    n, m = len(source), len(target)
    forward, forward_mean = _nearest(source, target)
    backward, backward_mean = _nearest(target, source)
    rows = np.concatenate((np.repeat(np.arange(n), forward.shape[1]), backward.ravel()))
    columns = np.concatenate((forward.ravel(), np.repeat(np.arange(m), backward.shape[1])))
    order = np.unique(rows * (m + 1) + (m - columns))
    rows, columns = order // (m + 1), m - order % (m + 1)
    cosines = np.empty(len(rows))
    for begin in range(0, len(rows), BLOCK):
        part = slice(begin, begin + BLOCK)
        cosines[part] = np.einsum("ij,ij->i", source[rows[part]], target[columns[part]])
    margins = 2 * cosines - forward_mean[rows] - backward_mean[columns] + OFFSET
    keep = margins > 0
    return rows[keep], columns[keep], margins[keep]


def _nearest(units: Floats, others: Floats) -> tuple[Ints, Values]:
    """The nearest others of each unit, and the mean of their cosines."""
    count = min(NEAREST, len(others))
    places = np.empty((len(units), count), dtype=np.int64)
    means = np.empty(len(units))
    position = np.linspace(0, 1, len(others), dtype=np.float32)
    for begin in range(0, len(units), BLOCK):
        part = slice(begin, begin + BLOCK)
        cosines = units[part] @ others.T
        here = np.arange(begin, begin + len(cosines), dtype=np.float32) / max(1, len(units) - 1)
        cosines -= DIAGONAL * np.abs(here[:, None] - position)
        top = np.argpartition(cosines, -count, axis=1)[:, -count:] if count else places[part]
        places[part] = top
        means[part] = np.take_along_axis(cosines, top, axis=1).sum(axis=1) / max(1, count)
    return places, means


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
