"""The features that sentences and clauses share, by their names."""

from math import log, sqrt

import numpy as np
import pytest

from align.search.features import (
    ABSENT_BEST,
    Pace,
    length_features,
    matrix,
    meaning_features,
    type_features,
)
from tests.align.search.feature_cases import Bead, Cases, KnownCosines, beads, each, only

TYPES: Cases = {
    "deletion": [
        ("a source unit alone", (0, 1, 0, 0), 1),
        ("two source units alone", (0, 2, 3, 3), 1),
        ("a target unit alone", (0, 0, 0, 1), 0),
        ("a pair", (0, 1, 0, 1), 0),
    ],
    "insertion": [
        ("a target unit alone", (0, 0, 0, 1), 1),
        ("a source unit alone", (0, 1, 0, 0), 0),
        ("a pair", (0, 1, 0, 1), 0),
    ],
    "one to one": [
        ("one and one", (2, 3, 4, 5), 1),
        ("two and one", (0, 2, 0, 1), 0),
        ("one and two", (0, 1, 0, 2), 0),
        ("one and none", (0, 1, 0, 0), 0),
    ],
    "more source": [
        ("one is not more", (0, 1, 0, 1), 0),
        ("three are two more", (0, 3, 0, 1), 2),
        ("the target does not count", (0, 1, 0, 3), 0),
        ("only in pairs", (0, 3, 0, 0), 0),
    ],
    "more target": [
        ("one is not more", (0, 1, 0, 1), 0),
        ("three are two more", (0, 1, 0, 3), 2),
        ("the source does not count", (0, 3, 0, 1), 0),
        ("only in pairs", (0, 0, 0, 3), 0),
    ],
    "many to many": [
        ("two and two", (0, 2, 0, 2), 1),
        ("the fewer ones count", (0, 4, 0, 3), 2),
        ("one is not many", (0, 1, 0, 3), 0),
        ("only in pairs", (0, 3, 0, 0), 0),
    ],
}

SOURCE, TARGET, PACE = [1.0, 3.0], [9.0, 3.0, 57.0, 303.0], Pace(characters=3.0, units=1.0)
"""Lengths. For three target characters the source has one: it is 3 and 9 of them long."""

NINE_FOR_THREE: Bead = (0, 1, 0, 1)
THREE_FOR_NINE: Bead = (1, 2, 1, 2)
AS_IT_GOES: Bead = (0, 1, 1, 2)
TWELVE_AS_IT_GOES: Bead = (0, 2, 0, 2)
MUCH: Bead = (0, 1, 2, 3)
"""57 target characters where 3 are to be expected."""
TOO_MUCH: Bead = (0, 1, 3, 4)
"""303 where 3 are."""

LENGTHS: Cases = {
    "length squared": [
        ("as long as expected", AS_IT_GOES, 0),
        ("(9 + 3) / (3 + 3)", NINE_FOR_THREE, log(2) ** 2),
        ("shorter counts as longer", THREE_FOR_NINE, log(2) ** 2),
        ("up to 4", MUCH, 4),
        ("only in pairs", (0, 1, 0, 0), 0),
    ],
    "length": [
        ("as long as expected", AS_IT_GOES, 0),
        ("(9 + 3) / (3 + 3)", NINE_FOR_THREE, log(2)),
        ("shorter counts as longer", THREE_FOR_NINE, log(2)),
        ("(57 + 3) / (3 + 3)", MUCH, log(10)),
        ("only in pairs", (0, 1, 0, 0), 0),
    ],
    "target longer": [
        ("as long as expected", AS_IT_GOES, 0),
        ("(9 + 3) / (3 + 3)", NINE_FOR_THREE, log(2)),
        ("shorter does not count", THREE_FOR_NINE, 0),
        ("only in pairs", (0, 0, 0, 1), 0),
    ],
    "variance": [
        ("as long as expected", TWELVE_AS_IT_GOES, 0),
        ("6 too many, 6 in the mean", NINE_FOR_THREE, 6**2 / (6 + 1) / 10),
        ("6 too few, 6 in the mean", THREE_FOR_NINE, 6**2 / (6 + 1) / 10),
        ("up to 6", MUCH, 6),
        ("only in pairs", (0, 1, 0, 0), 0),
    ],
    "deviation": [
        ("as long as expected", TWELVE_AS_IT_GOES, 0),
        ("6 too many, 6 in the mean", NINE_FOR_THREE, 6 / sqrt(6 + 1) / 3),
        ("6 too few, 6 in the mean", THREE_FOR_NINE, 6 / sqrt(6 + 1) / 3),
        ("54 too many, 30 in the mean", MUCH, 54 / sqrt(30 + 1) / 3),
        ("up to ten of them", TOO_MUCH, 10 / 3),
        ("only in pairs", (0, 0, 0, 1), 0),
    ],
    "paired length": [
        ("the shorter side, the source", NINE_FOR_THREE, log(1 + 3) / 3),
        ("the shorter side, the target", THREE_FOR_NINE, log(1 + 3) / 3),
        ("all units of it", TWELVE_AS_IT_GOES, log(1 + 12) / 3),
        ("only in pairs", (0, 1, 0, 0), 0),
    ],
    "unpaired length": [
        ("the source in target characters", (1, 2, 0, 0), log(1 + 9) / 3),
        ("the target", (0, 0, 2, 3), log(1 + 57) / 3),
        ("all units of it", (0, 0, 0, 2), log(1 + 12) / 3),
        ("not in pairs", NINE_FOR_THREE, 0),
    ],
}

COSINES = KnownCosines(
    {
        # a bead, and what is before and behind it on the source side, and on the target side
        (1, 2, 1, 2): 0.8,
        (0, 1, 1, 2): 0.4, (2, 3, 1, 2): 0.2, (1, 2, 0, 1): 0.6, (1, 2, 2, 3): 0.1,
        # another, with one neighbour that is nearer, and one that it has less than nothing of
        (4, 5, 4, 6): 0.5, (5, 6, 4, 6): 0.7, (4, 5, 6, 7): -0.1,
        # one with no neighbour
        (8, 10, 8, 9): 0.5,
    }
)  # fmt: skip

MEANING: Cases = {
    "cosine": [
        ("of the two sides", (1, 2, 1, 2), 0.8),
        ("none alone", (1, 2, 1, 1), 0),
        ("none outside the band", (1, 2, 7, 8), 0),
    ],
    "cosine of many": [
        ("one and one are not many", (1, 2, 1, 2), 0),
        ("once for a third unit", (4, 5, 4, 6), 0.5),
        ("none outside the band", (0, 3, 7, 8), 0),
    ],
    "margin over mean": [
        ("over all four", (1, 2, 1, 2), 0.8 - (0.4 + 0.2 + 0.6 + 0.1) / 4),
        ("one that is absent is a zero", (4, 5, 4, 6), 0.5 - (0.7 - 0.1) / 4),
        ("all are absent", (8, 10, 8, 9), 0.5),
        ("none alone", (1, 2, 1, 1), 0),
    ],
    "margin over best": [
        ("the one before in the target", (1, 2, 1, 2), 0.8 - 0.6),
        ("a neighbour that is nearer", (4, 5, 4, 6), 0.5 - 0.7),
        ("all are absent", (8, 10, 8, 9), 0.5 - ABSENT_BEST),
        ("none alone", (1, 2, 1, 1), 0),
    ],
    "unpaired neighbour": [
        ("the nearer is behind a source unit", (1, 2, 1, 1), 0.8),
        ("the nearer is before a source unit", (1, 2, 2, 2), 0.8),
        ("the nearer is behind a target unit", (1, 1, 1, 2), 0.8),
        ("the nearer is before a target unit", (2, 2, 1, 2), 0.8),
        ("one that has less than nothing of it", (4, 5, 7, 7), -0.1),
        ("none is near", (8, 9, 4, 4), 0),
        ("not in pairs", (1, 2, 1, 2), 0),
        ("a bead outside the band is as one alone", (1, 2, 3, 4), 0.1),
    ],
}


@pytest.mark.parametrize(("feature", "bead", "value"), each(TYPES))
def test_a_feature_of_the_type(feature: str, bead: Bead, value: float) -> None:
    assert only(type_features(beads(bead)), feature) == value


@pytest.mark.parametrize(("feature", "bead", "value"), each(LENGTHS))
def test_a_feature_of_length(feature: str, bead: Bead, value: float) -> None:
    group = length_features(beads(bead), np.array(SOURCE), np.array(TARGET), PACE)
    assert only(group, feature) == pytest.approx(value)


@pytest.mark.parametrize(("feature", "bead", "value"), each(MEANING))
def test_a_feature_of_meaning(feature: str, bead: Bead, value: float) -> None:
    assert only(meaning_features(beads(bead), COSINES), feature) == pytest.approx(value)


def test_each_bead_has_its_own_values() -> None:
    group = type_features(beads((0, 1, 0, 0), (0, 0, 0, 1), (0, 2, 0, 2)))
    found = {name: values.astype(int).tolist() for name, values in group.items()}
    assert found == {
        "deletion": [1, 0, 0],
        "insertion": [0, 1, 0],
        "one to one": [0, 0, 0],
        "more source": [0, 0, 1],
        "more target": [0, 0, 1],
        "many to many": [0, 0, 1],
    }


def test_features_stand_side_by_side_in_the_order_of_their_names() -> None:
    columns = matrix({"a": np.array([True, False]), "b": np.array([0.5, 2])})
    assert columns.tolist() == [[1.0, 0.5], [0.0, 2.0]]
