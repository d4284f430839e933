"""Features that share a weight with their mirror image."""

from __future__ import annotations

import pytest

from align.learning.symmetry import MIRRORED, ONE_WAY, ties
from align.search.weights import load_weights

WEIGHTS = load_weights()


def test_a_feature_and_its_mirror_image_have_one_weight() -> None:
    assert ties(["cosine", "deletion", "insertion", "target longer"]).tolist() == [
        [1, 0], [0, 1], [0, 1], [0, 0],
    ]  # fmt: skip


def test_without_mirror_images_each_feature_has_its_own() -> None:
    assert ties(["cosine", "corner"]).tolist() == [[1, 0], [0, 1]]


@pytest.mark.parametrize("name", [*MIRRORED, *MIRRORED.values(), *ONE_WAY])
def test_what_is_mirrored_is_a_feature(name: str) -> None:
    assert name in WEIGHTS.clauses


def test_every_feature_of_one_side_is_mirrored() -> None:
    one_sided = {
        name for name in {*WEIGHTS.sentences, *WEIGHTS.clauses}
        if "source" in name or "target" in name
    }  # fmt: skip
    assert one_sided <= {*MIRRORED, *MIRRORED.values(), *ONE_WAY}
