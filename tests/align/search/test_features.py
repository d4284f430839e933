"""The features that sentences and clauses share."""

import numpy as np

from align.encoders import UseMultilingual
from align.search.cosines import Cosines
from align.search.features import (
    Ends,
    Pace,
    length_features,
    matrix,
    meaning_features,
    type_features,
)

ENCODER = UseMultilingual()
READINGS = (
    ENCODER.read(["人人生而自由。", "任何人不得使为奴隶。"]),
    ENCODER.read(["All human beings are born free.", "No one shall be held in slavery."]),
)
BOUNDS = (np.arange(3), np.arange(3))
TABLE = Cosines(READINGS, BOUNDS, (np.zeros(3, dtype=np.int64), np.full(3, 2)), 0, 2)


def beads(*quadruples: tuple[int, int, int, int]) -> Ends:
    return Ends(*np.array(quadruples).T)


def test_the_type_of_a_bead() -> None:
    group = type_features(
        beads((0, 1, 0, 0), (0, 0, 0, 1), (0, 1, 0, 1), (0, 2, 0, 1), (0, 2, 0, 2))
    )
    found = {name: values.astype(int).tolist() for name, values in group.items()}
    assert found == {
        "deletion": [1, 0, 0, 0, 0],
        "insertion": [0, 1, 0, 0, 0],
        "one to one": [0, 0, 1, 0, 0],
        "more source": [0, 0, 0, 1, 1],
        "more target": [0, 0, 0, 0, 1],
        "many to many": [0, 0, 0, 0, 1],
    }


def test_lengths_that_keep_the_pace_cost_nothing() -> None:
    group = length_features(
        beads((0, 1, 0, 1), (0, 1, 0, 2)), np.array([10.0, 10.0]), np.array([30.0, 30.0]),
        Pace(3.0, 1.0),
    )  # fmt: skip
    assert group["variance"].tolist()[0] == 0
    assert group["length"][0] == group["target longer"][0] == 0
    assert group["variance"][1] > 1
    assert group["target longer"][1] > 0.5


def test_right_pairs_have_the_greater_cosine_and_margins() -> None:
    group = meaning_features(beads((0, 1, 0, 1), (1, 2, 1, 2), (0, 1, 1, 2), (1, 2, 0, 1)), TABLE)
    for name in ("cosine", "margin over mean", "margin over best"):
        values = group[name]
        assert values[:2].min() > values[2:].max()


def test_a_unit_alone_has_the_nearness_of_its_neighbours_only() -> None:
    group = meaning_features(beads((0, 1, 0, 0), (0, 1, 2, 2)), TABLE)
    assert group["cosine"].tolist() == [0, 0]
    right, wrong = group["unpaired neighbour"]
    assert right > wrong


def test_features_stand_side_by_side_in_the_order_of_their_names() -> None:
    columns = matrix({"a": np.array([True, False]), "b": np.array([0.5, 2])})
    assert columns.tolist() == [[1.0, 0.5], [0.0, 2.0]]
