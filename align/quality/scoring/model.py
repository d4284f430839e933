"""The model of the unit score: logistic regressions, their weights in `data/quality.json`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import numpy as np

from align.errors import AlignmentError
from align.quality.scoring.signals import SIGNALS, WORDS_SIGNALS
from align.quality.scoring.words import WORD_SIGNALS, Values, WordModel


class Provenance(msgspec.Struct, frozen=True):
    """Where weights come from.

    Attributes:
        command: what made them.
        data: what they were trained on.
        figures: how good they were then, by name.
    """

    command: str
    data: str
    figures: dict[str, float]


class _Weights(msgspec.Struct, frozen=True):
    bias: float
    weights: dict[str, float]


class _File(msgspec.Struct, frozen=True):
    version: int
    provenance: Provenance
    bias: float
    weights: dict[str, float]
    unknown: dict[str, float]
    chinese_words: _Weights
    english_words: _Weights


@dataclass(frozen=True)
class Model:
    """A logistic regression over signals, and one over those of words in each language.

    Attributes:
        version: grows with each training that ships.
        bias: the log odds of a pair all of whose signals are 0.
        weights: by how much one of each signal changes the log odds, in the order of `SIGNALS`.
        unknown: what stands for each of `WORDS_SIGNALS` where a pair has none: their mean in right
            pairs, which says neither much for the pair nor against it.
        chinese_words: of the words of Chinese texts.
        english_words: of the words of English texts.
        provenance: where they come from.
    """

    version: int
    bias: float
    weights: Values
    unknown: Values
    chinese_words: WordModel
    english_words: WordModel
    provenance: Provenance

    def probabilities(self, values: Values) -> Values:
        """Return the probability that each pair says the same on both sides.

        Args:
            values: shape (pairs, signals), in the order of `SIGNALS`; NaN for what is unknown.
        """
        plain = len(SIGNALS) - len(self.unknown)
        words = np.where(np.isnan(values[:, plain:]), self.unknown, values[:, plain:])
        odds = self.bias + values[:, :plain] @ self.weights[:plain] + words @ self.weights[plain:]
        probabilities: Values = 0.5 * (1 + np.tanh(odds / 2))
        return probabilities


@cache
def shipped_model() -> Model:
    """Load the model that ships."""
    with resources.files("align").joinpath("data/quality.json").open("rb") as stream:
        return read_model(stream.read())


def read_model(data: bytes) -> Model:
    """Read a model.

    Raises:
        AlignmentError: the data are no model, or one of other signals.
    """
    try:
        file = msgspec.json.decode(data, type=_File)
    except msgspec.DecodeError as error:
        raise AlignmentError(f"no model of the unit score: {error}") from error
    chinese, english = (
        WordModel(words.bias, _in_order(words.weights, WORD_SIGNALS))
        for words in (file.chinese_words, file.english_words)
    )
    weights, unknown = _in_order(file.weights, SIGNALS), _in_order(file.unknown, WORDS_SIGNALS)
    return Model(file.version, file.bias, weights, unknown, chinese, english, file.provenance)


def write_model(model: Model) -> bytes:
    """Write a model as `read_model` reads it."""
    chinese, english = (
        _Weights(words.bias, _named(words.weights, WORD_SIGNALS))
        for words in (model.chinese_words, model.english_words)
    )
    file = _File(
        model.version,
        model.provenance,
        model.bias,
        _named(model.weights, SIGNALS),
        _named(model.unknown, WORDS_SIGNALS),
        chinese,
        english,
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def _in_order(weights: dict[str, float], names: Sequence[str]) -> Values:
    if set(weights) != set(names):
        raise AlignmentError("this model of the unit score is one of other signals; train it again")
    return np.array([weights[name] for name in names])


def _named(weights: Values, names: Sequence[str]) -> dict[str, float]:
    return dict(zip(names, weights.tolist(), strict=True))
