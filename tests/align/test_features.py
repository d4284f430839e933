"""The features of the sentence lattice."""

import numpy as np

from align.encoders import UseMultilingual
from align.features import NAMES, bead_features
from align.lattice import build_lattice

SOURCE = ["人人生而自由。", "任何人不得使为奴隶。"]
TARGET = ["All human beings are born free.", "No one shall be held in slavery."]


def test_the_right_pairs_have_the_greater_cosine_and_margins_and_all_is_finite() -> None:
    types = np.array([(1, 0), (0, 1), (1, 1), (1, 2), (2, 1)])
    lattice = build_lattice(np.zeros(3, dtype=np.int64), np.full(3, 2), types)
    encoder = UseMultilingual()
    lengths = [np.array([len(text) for text in side], dtype=float) for side in (SOURCE, TARGET)]
    features = bead_features(lattice, encoder.read(SOURCE), encoder.read(TARGET), *lengths)
    assert np.isfinite(features).all()
    ones = (features[:, NAMES.index("one to one")] == 1).nonzero()[0]
    right = [e for e in ones if (lattice.tails[e, 0] == lattice.tails[e, 1])]
    wrong = [e for e in ones if e not in right]
    for name in ("cosine", "margin over mean", "margin over best"):
        column = features[:, NAMES.index(name)]
        assert column[right].min() > column[wrong].max()
    nulls = features[:, NAMES.index("deletion")] + features[:, NAMES.index("insertion")] == 1
    assert (features[nulls][:, NAMES.index("cosine")] == 0).all()
