"""The weights of the features, as training found them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from align.search.features import Group
from align.search.lattice import Scores


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature by its name.

    Attributes:
        sentences: of the first search.
        clauses: of the second one.
        paragraphs: of both.
    """

    sentences: Mapping[str, float]
    clauses: Mapping[str, float]
    paragraphs: Mapping[str, float]


def load_weights() -> Weights:
    """Load the weights; their provenance stands in the file beside them."""
    document = json.loads((files("align") / "data" / "weights.json").read_text("utf-8"))
    return Weights(document["sentences"], document["clauses"], document["paragraphs"])


def weigh(group: Group, weights: Mapping[str, float]) -> Scores:
    """Return the weighted sum of features, shape (edges,)."""
    scores: Scores = np.zeros(len(next(iter(group.values()))))
    for name, values in group.items():
        scores += np.multiply(values, weights[name], dtype=np.float64)
    return scores
