"""Where sentences end: at a bead's end, on one side of it, or inside."""

import numpy as np
import pytest

from align.search.clauses.features import structure_features
from tests.align.search.feature_cases import Bead, Cases, beads, each, only

SOURCE, TARGET = np.array([0, 2, 3, 4, 7]), np.array([0, 1, 3, 5, 6])
"""Where sentences begin: the source has two, one, one and three clauses; the target one, two, two
and one."""

WHOLE_DELETED: Bead = (2, 3, 1, 1)
"""The second source sentence, left out between sentences of the target."""
WHOLE_INSERTED: Bead = (2, 2, 1, 3)
"""The second target sentence."""

CASES: Cases = {
    "corner": [
        ("both end", (0, 2, 0, 1), 1),
        ("the source goes on", (0, 1, 0, 1), 0),
        ("the target goes on", (1, 2, 1, 2), 0),
        ("not without partner", (1, 2, 1, 1), 0),
        ("both begin only", (0, 1, 1, 2), 0),
    ],
    "source sentence ends": [
        ("and the target goes on", (1, 2, 1, 2), 1),
        ("and the target ends too", (0, 2, 0, 1), 0),
        ("only in pairs", (1, 2, 2, 2), 0),
    ],
    "target sentence ends": [
        ("and the source goes on", (0, 1, 0, 1), 1),
        ("and the source ends too", (0, 2, 0, 1), 0),
        ("only in pairs", (1, 1, 0, 1), 0),
    ],
    "source sentence ends inside": [
        ("and none of the target does", (1, 3, 1, 2), 1),
        ("two do: it counts once", (1, 4, 1, 2), 1),
        ("at the end is not inside", (0, 2, 1, 2), 0),
        ("at the beginning is not inside", (2, 3, 1, 2), 0),
        ("one of the target does too", (1, 3, 0, 2), 0),
        ("only in pairs", (1, 3, 2, 2), 0),
    ],
    "target sentence ends inside": [
        ("and none of the source does", (0, 2, 0, 2), 1),
        ("two do: it counts once", (4, 6, 0, 4), 1),
        ("at the end is not inside", (0, 2, 0, 1), 0),
        ("at the beginning is not inside", (0, 2, 1, 2), 0),
        ("one of the source does too", (1, 3, 2, 4), 0),
        ("only in pairs", (1, 1, 0, 2), 0),
    ],
    "sentences end inside": [
        ("one of each side does", (1, 3, 0, 2), 1),
        ("more of them: it counts once", (1, 4, 0, 4), 1),
        ("of the source only", (1, 3, 1, 2), 0),
        ("of the target only", (0, 2, 0, 2), 0),
        ("only in pairs", (1, 3, 2, 2), 0),
    ],
    "more sentences end inside": [
        ("one of each side is not more", (1, 3, 0, 2), 0),
        ("two and one", (1, 4, 0, 2), 1),
        ("two and two", (1, 4, 0, 4), 2),
        ("three and none", (1, 5, 1, 2), 1),
        ("only in pairs", (1, 5, 2, 2), 0),
    ],
    "deletion at an end": [
        ("the last clause of a sentence", (1, 2, 2, 2), 1),
        ("the target is at an end too", (1, 2, 1, 1), 1),
        ("the first clause", (0, 1, 1, 1), 0),
        ("a whole sentence", WHOLE_DELETED, 0),
        ("a target clause", (2, 2, 0, 1), 0),
        ("a pair", (1, 2, 1, 2), 0),
    ],
    "insertion at an end": [
        ("the last clause of a sentence", (1, 1, 2, 3), 1),
        ("the source is at an end too", (2, 2, 2, 3), 1),
        ("the first clause", (2, 2, 1, 2), 0),
        ("a whole sentence", WHOLE_INSERTED, 0),
        ("a source clause", (1, 2, 1, 1), 0),
        ("a pair", (0, 1, 0, 1), 0),
    ],
    "deletion to a corner": [
        ("the last clause, and the target is at an end", (1, 2, 1, 1), 1),
        ("the target goes on", (1, 2, 2, 2), 0),
        ("the first clause", (0, 1, 1, 1), 0),
        ("a whole sentence", WHOLE_DELETED, 0),
        ("a target clause", (2, 2, 2, 3), 0),
    ],
    "insertion to a corner": [
        ("the last clause, and the source is at an end", (2, 2, 2, 3), 1),
        ("the source goes on", (1, 1, 2, 3), 0),
        ("the first clause", (2, 2, 1, 2), 0),
        ("a whole sentence", WHOLE_INSERTED, 0),
        ("a source clause", (1, 2, 1, 1), 0),
    ],
}


@pytest.mark.parametrize(("feature", "bead", "value"), each(CASES))
def test_a_feature_of_structure(feature: str, bead: Bead, value: float) -> None:
    whole = np.array([bead in (WHOLE_DELETED, WHOLE_INSERTED)])
    assert only(structure_features(beads(bead), whole, SOURCE, TARGET), feature) == value


def test_nothing_ends_on_an_edge_that_takes_nothing() -> None:
    group = structure_features(beads((2, 2, 1, 1)), np.array([False]), SOURCE, TARGET)
    assert not any(values.any() for values in group.values())
