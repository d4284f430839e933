"""Features worked out by hand: how their cases are written down, and what stands in for texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from align.search.cosines import Cosines
from align.search.features import Ends, Group
from align.search.lattice import Ints
from align.search.side import Values

Bead = tuple[int, int, int, int]
"""The first source unit and the one after the last, and the same of the target."""

Cases = Mapping[str, Sequence[tuple[str, Bead, float]]]
"""Of each feature some cases: what is to be seen, the bead, and the feature's value."""


class KnownCosines(Cosines):
    """Cosines set by hand; of other runs there is none, as outside the band or for empty ones."""

    def __init__(self, known: Mapping[Bead, float]) -> None:
        self.known = known

    def between(self, top: Ints, bottom: Ints, left: Ints, right: Ints) -> Values:
        runs = zip(*(ends.tolist() for ends in (top, bottom, left, right)), strict=True)
        return np.array([self.known.get(run, np.nan) for run in runs])


def beads(*some: Bead) -> Ends:
    return Ends(*np.array(some).T)


def each(cases: Cases) -> list[object]:
    """The cases as the parameters (feature, bead, value) of a test."""
    return [
        pytest.param(feature, bead, value, id=f"{feature}: {what}")
        for feature, some in cases.items()
        for what, bead, value in some
    ]


def only(group: Group, feature: str) -> float:
    """The value of a feature of the only bead."""
    (value,) = group[feature].tolist()
    return float(value)
