"""The unit score: the calibrated probability that the two sides of a pair say the same, wholly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice

from align.encoders import Encoder
from align.quality.pairs import UnitPair
from align.quality.scoring.meaning import compare_meanings
from align.quality.scoring.model import Model, shipped_model
from align.quality.scoring.signals import signals

BATCH = 256
"""Pairs that are read at once."""


@dataclass(frozen=True, slots=True)
class Score:
    """How far a pair can be trusted.

    Attributes:
        pair: the pair.
        value: the probability that its sides say the same, wholly, in [0, 1]; 0 where one is empty.
    """

    pair: UnitPair
    value: float


def score_pairs(
    pairs: Iterable[UnitPair], encoder: Encoder, model: Model | None = None
) -> Iterator[Score]:
    """Score pairs, in their order; the memory used does not grow with their number.

    Args:
        pairs: taken in batches.
        encoder: what tells meaning; the model was trained with the default one.
        model: the weights; those that ship where it is left out.
    """
    weights = model or shipped_model()
    rest = iter(pairs)
    while batch := list(islice(rest, BATCH)):
        whole = [pair for pair in batch if all(side.text.strip() for side in pair.sides)]
        values = signals(whole, compare_meanings(whole, encoder))
        probabilities = iter(weights.probabilities(values).tolist())
        whole_ones = set(map(id, whole))
        for pair in batch:
            yield Score(pair, next(probabilities) if id(pair) in whole_ones else 0.0)


def signature(encoder: Encoder, model: Model | None = None) -> str:
    """Return what scores depend on, in one line, as those of sacrebleu do.

    Args:
        encoder: as for `score_pairs`.
        model: as for `score_pairs`.
    """
    weights = model or shipped_model()
    return f"duiqi-score|v:{version('duiqi')}|model:{weights.version}|encoder:{encoder.signature}"
