"""How likely a judge keeps a pair of candidates: a logistic regression of signals.

Its weights, in `align/data/terms.json`, were trained on pairs that were judged one by one
(`scripts/train_terms.py`).
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec
import numpy as np

from align.terms.candidates import Candidates
from align.terms.candidates.finding import Floats
from align.terms.candidates.tokens import Ints
from align.terms.ranking.signals import SIGNALS, signals


class Weights(msgspec.Struct, frozen=True):
    """The weights of the signals.

    Attributes:
        data: what they were trained on.
        command: what made them.
        bias: the log odds of a pair whose signals are all 0.
        weights: by how much the log odds grow with each signal.
    """

    data: str
    command: str
    bias: float
    weights: dict[str, float]


def kept(
    source: Candidates, target: Candidates, left: Ints, right: Ints, probability: Floats
) -> Floats:
    """Return of each pair, in [0, 1], how likely a judge keeps it.

    Args:
        source: the candidates of the source.
        target: those of the target.
        left: the source of each pair.
        right: the target of each pair.
        probability: how likely each pair is a translation.
    """
    model = shipped_weights()
    values = signals(source, target, left, right, probability)
    weights = np.array([model.weights[name] for name in SIGNALS])
    return np.asarray(1 / (1 + np.exp(-(model.bias + values @ weights))), np.float64)


@cache
def shipped_weights() -> Weights:
    """Read the weights that ship, once."""
    file = resources.files("align") / "data" / "terms.json"
    return msgspec.json.decode(file.read_bytes(), type=Weights)
