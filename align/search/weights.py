"""The weights of the features, as training found them: a set for Chinese and English, one for all.

What two languages have of their own, such as that one of them goes on where the other has ended,
only texts in them can teach. Of other languages no gold was at hand. Their weights are from the
same texts, but do not know which side is which (`align.learning.symmetry`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np

from align.search.features import Group
from align.search.lattice import Scores
from corpora.languages import base

LEARNT = frozenset(("zh", "en"))
"""The languages of the texts that weights were trained on."""

OF_THESE, OF_ANY = "Chinese and English", "any two languages"
"""The names of the two sets in the file."""


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


def load_weights(source: str = "zh", target: str = "en") -> Weights:
    """Load the weights for two languages; their provenance stands in the file beside them.

    Args:
        source: what language one side is in, a BCP 47 tag.
        target: the same of the other.
    """
    document = read_file()
    found = document[OF_THESE if {base(source), base(target)} == LEARNT else OF_ANY]
    return Weights(found["sentences"], found["clauses"], document["paragraphs"])


def read_file() -> dict[str, Any]:
    """Read the file of weights: both sets, each with its provenance, and those of paragraphs."""
    document: dict[str, Any] = json.loads(
        (files("align") / "data" / "weights.json").read_text("utf-8")
    )
    return document


def weigh(group: Group, weights: Mapping[str, float]) -> Scores:
    """Return the weighted sum of features, shape (edges,)."""
    scores: Scores = np.zeros(len(next(iter(group.values()))))
    for name, values in group.items():
        scores += np.multiply(values, weights[name], dtype=np.float64)
    return scores
