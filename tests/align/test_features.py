"""The features of the sentence lattice."""

import numpy as np

from align.encoders import UseMultilingual
from align.features import NAMES, bead_features
from align.lattice import build_lattice
from align.side import plain_side

SOURCE = ["人人生而自由。", "任何人不得使为奴隶。"]
TARGET = ["All human beings are born free.", "No one shall be held in slavery."]
TYPES = np.array([(1, 0), (0, 1), (1, 1), (1, 2), (2, 1)])


def test_the_right_pairs_have_the_greater_cosine_and_margins_and_all_is_finite() -> None:
    lattice = build_lattice(np.zeros(3, dtype=np.int64), np.full(3, 2), TYPES)
    encoder = UseMultilingual()
    source, target = plain_side(SOURCE, encoder), plain_side(TARGET, encoder)
    features = bead_features(lattice, source, target, 3.5)
    assert np.isfinite(features).all()
    ones = (features[:, NAMES.index("one to one")] == 1).nonzero()[0]
    right = [e for e in ones if (lattice.tails[e, 0] == lattice.tails[e, 1])]
    wrong = [e for e in ones if e not in right]
    for name in ("cosine", "margin over mean", "margin over best"):
        column = features[:, NAMES.index(name)]
        assert column[right].min() > column[wrong].max()
    nulls = features[:, NAMES.index("deletion")] + features[:, NAMES.index("insertion")] == 1
    assert (features[nulls][:, NAMES.index("cosine")] == 0).all()


def test_a_bead_is_the_same_wherever_its_lattice_begins() -> None:
    encoder = UseMultilingual()
    source, target = plain_side(SOURCE, encoder), plain_side(TARGET, encoder)
    whole = build_lattice(np.zeros(3, dtype=np.int64), np.full(3, 2), TYPES)
    part = build_lattice(np.full(2, 1), np.full(2, 2), TYPES, first_row=1)
    edge = (part.tails == [1, 1]).all(axis=1) & (part.heads == [2, 2]).all(axis=1)
    same = (whole.tails == [1, 1]).all(axis=1) & (whole.heads == [2, 2]).all(axis=1)
    assert np.allclose(
        bead_features(part, source, target, 3.5)[edge],
        bead_features(whole, source, target, 3.5)[same],
        atol=1e-5,
    )
