"""What tells a right bead from a wrong one: the features that sentences and clauses share.

A feature is a number for each edge of a lattice; an edge's score is their weighted sum. The
features here know types, lengths and meaning: no word list and no language's rules.

A group of features is a dictionary from the name of each to its values, shape (edges,).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders import Floats
from align.search.cosines import Cosines
from align.search.lattice import Ints, Lattice

Values = npt.NDArray[np.float64]
Group = Mapping[str, npt.NDArray[np.generic]]

ABSENT_BEST = 0.3
"""Taken for the best neighbour's cosine where a bead has no neighbour at all."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the target goes while the source goes one step, as the documents have it.

    Attributes:
        characters: target characters for one source character.
        units: target clauses for one source clause.
    """

    characters: float
    units: float


@dataclass(frozen=True, slots=True)
class Ends:
    """Where beads begin and end, in units: shape (edges,) each."""

    top: Ints
    bottom: Ints
    left: Ints
    right: Ints

    @classmethod
    def of(cls, lattice: Lattice) -> Ends:
        """Take the ends of a lattice's edges."""
        # Numbers that stand side by side are read faster than every second one.
        (top, left), (bottom, right) = (
            np.ascontiguousarray(places.T) for places in (lattice.tails, lattice.heads)
        )
        return cls(top, bottom, left, right)

    @property
    def source(self) -> Ints:
        """How many source units a bead has."""
        return self.bottom - self.top

    @property
    def target(self) -> Ints:
        """How many target units it has."""
        return self.right - self.left

    def chosen(self, which: npt.NDArray[np.bool_]) -> Ends:
        """Return some of the beads."""
        return Ends(self.top[which], self.bottom[which], self.left[which], self.right[which])

    def cosines(
        self, table: Cosines, top: int = 0, bottom: int = 0, left: int = 0, right: int = 0
    ) -> Values:
        """Look up the cosines of the beads with each end moved by so many units."""
        return table.between(
            self.top + top, self.bottom + bottom, self.left + left, self.right + right
        )


def matrix(group: Group) -> Floats:
    """Put features side by side in the order of their names: shape (edges, features)."""
    size = len(next(iter(group.values())))
    columns = np.empty((size, len(group)), dtype=np.float32)
    for place, values in enumerate(group.values()):
        columns[:, place] = values
    return columns


def type_features(ends: Ends) -> Group:
    """How many units a bead has on each side."""
    p, q = ends.source, ends.target
    paired = (p > 0) & (q > 0)
    return {
        "deletion": q == 0,
        "insertion": p == 0,
        "one to one": (p == 1) & (q == 1),
        "more source": np.where(paired, p - 1, 0),
        "more target": np.where(paired, q - 1, 0),
        "many to many": np.where(paired, np.minimum(p, q) - 1, 0),
    }


def length_features(ends: Ends, source: Values, target: Values, pace: Pace) -> Group:
    """How well the lengths of the two sides agree, in target characters.

    Args:
        ends: the beads.
        source: shape (n,), the length of each source unit.
        target: shape (m,), the same for the target.
        pace: brings source characters to target characters.
    """
    before_source, before_target = np.append(0, np.cumsum(source)), np.append(0, np.cumsum(target))
    x = (before_source[ends.bottom] - before_source[ends.top]) * pace.characters
    y = before_target[ends.right] - before_target[ends.left]
    paired = (x > 0) & (y > 0)
    log = np.where(paired, np.log((y + 3) / (x + 3)), 0)
    gap = np.where(paired, (y - x) / np.sqrt((x + y) / 2 + 1), 0)
    return {
        "length squared": np.minimum(log**2, 4),
        "length": np.abs(log),
        "target longer": np.maximum(log, 0),
        "variance": np.minimum(gap**2 / 10, 6),
        "deviation": np.minimum(np.abs(gap), 10) / 3,
        "paired length": np.log(1 + np.minimum(x, y)) / 3,
        "unpaired length": np.where(paired, 0, np.log(1 + x + y) / 3),
    }


def meaning_features(ends: Ends, table: Cosines) -> Group:
    """Cosine of the two sides, and its margin over the units that the bead leaves out."""
    own = ends.cosines(table)
    paired = ~np.isnan(own)
    own = np.where(paired, own, 0)
    units = ends.source + ends.target
    around = np.stack(
        (
            table.between(ends.top - 1, ends.top, ends.left, ends.right),
            table.between(ends.bottom, ends.bottom + 1, ends.left, ends.right),
            table.between(ends.top, ends.bottom, ends.left - 1, ends.left),
            table.between(ends.top, ends.bottom, ends.right, ends.right + 1),
        )
    )
    best = np.fmax.reduce(around, axis=0)
    mean = np.nan_to_num(around).sum(axis=0) / 4
    return {
        "cosine": own,
        "cosine of many": own * (units - 2),
        "margin over mean": np.where(paired, own - mean, 0),
        "margin over best": np.where(paired, own - np.where(np.isnan(best), ABSENT_BEST, best), 0),
        "unpaired neighbour": np.where(paired, 0, np.nan_to_num(best)),
    }
