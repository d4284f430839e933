"""What tells a right bead from a wrong one: the features of the sentence lattice.

Each feature is a number for each edge of a lattice; a bead's score is their weighted sum. They
use no word list and no language's rules, only types, lengths and the encoder's cosines.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.encoders import Floats, Reading
from align.lattice import Ints, Lattice

Values = npt.NDArray[np.float64]

NAMES = (
    "deletion", "insertion", "one to one", "more source", "more target", "many to many",
    "length squared", "length", "target longer", "variance", "deviation", "paired length",
    "unpaired length", "cosine", "cosine of many", "margin over mean", "margin over best",
    "unpaired neighbour",
)  # fmt: skip


def bead_features(
    lattice: Lattice, source: Reading, target: Reading, a: Values, b: Values
) -> Floats:
    """Compute the features of all edges, in the order of NAMES: shape (edges, features).

    Args:
        lattice: the edges.
        source: the source units as the encoder has read them.
        target: the target units.
        a: shape (n,), the lengths of the source units in characters.
        b: shape (m,), the lengths of the target units.
    """
    p, q = (lattice.heads - lattice.tails).T
    paired = (p > 0) & (q > 0)
    features = np.zeros((len(p), len(NAMES)), dtype=np.float32)
    features[:, 0] = q == 0
    features[:, 1] = p == 0
    features[:, 2] = (p == 1) & (q == 1)
    features[:, 3] = np.where(paired, np.maximum(p - 1, 0), 0)
    features[:, 4] = np.where(paired, np.maximum(q - 1, 0), 0)
    features[:, 5] = np.maximum(np.minimum(p, q) - 1, 0)
    features[:, 6:13] = _lengths(lattice, paired, a, b)
    features[:, 13:18] = _meaning(lattice, paired, source, target, len(a), len(b))
    return features


def _lengths(lattice: Lattice, paired: npt.NDArray[np.bool_], a: Values, b: Values) -> Values:
    """Lengths of the two sides, the source's scaled by the documents' own ratio."""
    before_a, before_b = np.append(0, np.cumsum(a)), np.append(0, np.cumsum(b))
    ratio = before_b[-1] / before_a[-1]
    x = (before_a[lattice.heads[:, 0]] - before_a[lattice.tails[:, 0]]) * ratio
    y = before_b[lattice.heads[:, 1]] - before_b[lattice.tails[:, 1]]
    log = np.log((y + 3) / (x + 3))
    gap = (y - x) / np.sqrt((x + y) / 2 + 1)
    both = np.stack(
        (
            np.minimum(log**2, 4),
            np.abs(log),
            np.maximum(log, 0),
            np.minimum(gap**2 / 10, 6),
            np.minimum(np.abs(gap), 10) / 3,
            np.log(1 + np.minimum(x, y)) / 3,
        ),
        axis=1,
    )
    alone = np.log(1 + x + y) / 3
    return np.column_stack((both * paired[:, None], alone * ~paired))


def _meaning(
    lattice: Lattice,
    paired: npt.NDArray[np.bool_],
    source: Reading,
    target: Reading,
    n: int,
    m: int,
) -> Values:
    """Cosine of the two sides, and its margin over the units that the bead leaves out."""
    rows = _Runs(source, lattice.tails[:, 0], lattice.heads[:, 0], n)
    columns = _Runs(target, lattice.tails[:, 1], lattice.heads[:, 1], m)
    cosine = np.where(paired, rows.cosine(columns), 0)
    around = np.full((len(cosine), 4), np.nan)
    for k, (step, runs, others) in enumerate(
        ((-1, rows, columns), (1, rows, columns), (-1, columns, rows), (1, columns, rows))
    ):
        neighbour, present = others.neighbour(step)
        around[:, k] = np.where(present, runs.cosine(neighbour), np.nan)
    mean = np.nan_to_num(around).sum(axis=1) / 4
    best = np.where(np.isnan(around).all(axis=1), 0.3, np.fmax.reduce(around, axis=1))
    size = (lattice.heads - lattice.tails).sum(axis=1) - 2
    alone = np.fmax.reduce(np.where(rows.empty[:, None], around[:, 2:], around[:, :2]), axis=1)
    return np.column_stack(
        (
            cosine,
            cosine * size,
            np.where(paired, cosine - mean, 0),
            np.where(paired, cosine - best, 0),
            np.where(paired, 0, np.nan_to_num(alone)),
        )
    )


class _Runs:
    """The run of units on one side of each edge, embedded once for all edges that share it."""

    def __init__(self, reading: Reading, start: Ints, end: Ints, total: int) -> None:
        self.reading, self.start, self.end, self.total = reading, start, end, total
        self.empty = start == end
        keys, self.inverse = np.unique(np.stack((start, end), axis=1), axis=0, return_inverse=True)
        self.vectors = np.zeros((len(keys), 1), dtype=np.float32)
        full = keys[:, 0] < keys[:, 1]
        if full.any():
            embedded = reading.embed(keys[full])
            self.vectors = np.zeros((len(keys), embedded.shape[1]), dtype=np.float32)
            self.vectors[full] = embedded

    def neighbour(self, step: int) -> tuple[_Runs, npt.NDArray[np.bool_]]:
        """The single unit before (-1) or behind (1) each run, and whether there is one."""
        unit = self.start - 1 if step < 0 else self.end
        present = (unit >= 0) & (unit < self.total)
        unit = np.clip(unit, 0, self.total - 1)
        return _Runs(self.reading, unit, unit + 1, self.total), present

    def cosine(self, other: _Runs) -> Values:
        """The cosine of each run with the other side's; 0 where one of them is empty."""
        result = np.empty(len(self.start))
        for begin in range(0, len(result), 65536):
            part = slice(begin, begin + 65536)
            result[part] = np.einsum(
                "ij,ij->i", self.vectors[self.inverse[part]], other.vectors[other.inverse[part]]
            )
        return result
