"""The model of the unit score: logistic regressions, their weights in `data/quality.json`.

A pair is right, or has one of `TROUBLES`. Each trouble has weights of its own, for its own signs
speak for it: a side that lacks something is short, and it is the other one that holds words which
nothing says. The probabilities of all of them and of the pair's being right are one together
(multinomial logistic regression).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import numpy as np
import numpy.typing as npt

from align.errors import AlignmentError
from align.quality.scoring.evidence import WordModel
from align.quality.scoring.manner import Manner, Usual, log_odds
from align.quality.scoring.neighbours import NEIGHBOUR_SIGNALS
from align.quality.scoring.products import PRODUCTS, with_products
from align.quality.scoring.signals import PLAIN_SIGNALS, SIGNALS
from align.quality.scoring.words import WORD_SIGNALS, Values

TROUBLES = ("first lacks", "second lacks", "another text", "detail")
"""What may be wrong with a pair: its first side, or its second, lacks what the other one says; the
two have little to do with each other; or a figure, a name or a negation is another one."""


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


class Posterior(msgspec.Struct, frozen=True):
    """How the aligner's posterior of a bead moves the score of its unit.

    Attributes:
        weight: by how much the log odds of the pair grow with the posterior's log odds.
        usual: the posterior's log odds at which they stay as they are.
        scores: where the log odds of the scores of sure units lie in official texts.
    """

    weight: float
    usual: float
    scores: Usual

    def moved(self, probability: float, posterior: float, manner: Manner | None = None) -> float:
        """Return a probability as an aligner's posterior of the same pair moves it.

        Args:
            probability: in (0, 1), what the pair by itself says.
            posterior: in [0, 1].
            manner: of the document, where it is translated more freely than official texts.
        """
        surely = min(max(posterior, LEAST_POSTERIOR), 1 - LEAST_POSTERIOR)
        odds = log_odds(probability)
        if manner is not None:
            odds = manner.levelled(odds)
        odds += self.weight * (log_odds(surely) - self.usual)
        return 1 / (1 + math.exp(-odds))


LEAST_POSTERIOR = 0.001
"""Posteriors nearer to 0 or 1 count as no surer."""


class _Weights(msgspec.Struct, frozen=True):
    bias: float
    weights: dict[str, float]


class _File(msgspec.Struct, frozen=True):
    version: int
    provenance: Provenance
    posterior: Posterior
    troubles: dict[str, _Weights]
    without_words: dict[str, _Weights]
    chinese_words: _Weights
    english_words: _Weights


@dataclass(frozen=True)
class Troubles:
    """A multinomial logistic regression: what speaks for each of `TROUBLES`.

    Attributes:
        biases: of each trouble, its log odds against right of a pair all of whose signals are 0.
        weights: shape (signals, troubles), by how much one of each signal changes them.
    """

    biases: Values
    weights: Values

    def probabilities(self, values: Values) -> Values:
        """Return the probability that each pair has no trouble.

        Args:
            values: shape (pairs, signals), in the order of the weights.
        """
        odds = self.biases + values @ self.weights
        probabilities: Values = 1 / (1 + np.exp(np.minimum(odds, _MOST_ODDS)).sum(axis=1))
        return probabilities


@dataclass(frozen=True)
class Model:
    """A logistic regression over signals, and one over those of words in each language.

    Attributes:
        version: grows with each training that ships.
        troubles: of pairs whose words speak, over `WEIGHED`.
        without_words: of pairs in other languages, over `WEIGHED_WITHOUT_WORDS`.
        chinese_words: of the words of Chinese texts.
        english_words: of the words of English texts.
        posterior: what the aligner's posterior counts where there is one.
        provenance: where they come from.
    """

    version: int
    troubles: Troubles
    without_words: Troubles
    chinese_words: WordModel
    english_words: WordModel
    posterior: Posterior
    provenance: Provenance

    def probabilities(self, values: Values, near: Values) -> Values:
        """Return the probability that each pair says the same on both sides.

        Args:
            values: shape (pairs, signals), in the order of `SIGNALS`; NaN for what is unknown.
            near: the same in the order of `NEIGHBOUR_SIGNALS`.
        """
        probabilities = np.empty(len(values))
        spoken = ~np.isnan(values).any(axis=1)
        for rows, troubles, inputs in (
            (spoken, self.troubles, weighed),
            (~spoken, self.without_words, weighed_without_words),
        ):
            probabilities[rows] = troubles.probabilities(inputs(values[rows], near[rows]))
        return probabilities


WEIGHED = (*SIGNALS, *PRODUCTS, *NEIGHBOUR_SIGNALS)
"""What is weighed of a pair whose words speak, by name."""

WEIGHED_WITHOUT_WORDS = (*PLAIN_SIGNALS, *NEIGHBOUR_SIGNALS)
"""What is weighed of a pair in other languages than Chinese and English."""

_MOST_ODDS = 30.0


def weighed(values: Values, near: Values) -> Values:
    """Return what a model takes of pairs whose words speak, in the order of `WEIGHED`."""
    return np.hstack([with_products(values), near])


def weighed_without_words(values: Values, near: Values) -> Values:
    """Return the same of all other pairs, in the order of `WEIGHED_WITHOUT_WORDS`."""
    return np.hstack([values[:, : len(PLAIN_SIGNALS)], near])


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
    return Model(
        file.version,
        _troubles(file.troubles, WEIGHED),
        _troubles(file.without_words, WEIGHED_WITHOUT_WORDS),
        chinese,
        english,
        file.posterior,
        file.provenance,
    )


def _troubles(weights: dict[str, _Weights], names: Sequence[str]) -> Troubles:
    if set(weights) != set(TROUBLES):
        raise _of_other_signals()
    each = [weights[name] for name in TROUBLES]
    return Troubles(
        np.array([trouble.bias for trouble in each]),
        np.stack([_in_order(trouble.weights, names) for trouble in each], axis=1),
    )


def write_model(model: Model) -> bytes:
    """Write a model as `read_model` reads it."""
    chinese, english = (
        _Weights(words.bias, _named(words.weights, WORD_SIGNALS))
        for words in (model.chinese_words, model.english_words)
    )
    file = _File(
        model.version,
        model.provenance,
        model.posterior,
        _written(model.troubles, WEIGHED),
        _written(model.without_words, WEIGHED_WITHOUT_WORDS),
        chinese,
        english,
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def _written(troubles: Troubles, names: Sequence[str]) -> dict[str, _Weights]:
    return {
        name: _Weights(float(bias), _named(weights, names))
        for name, bias, weights in zip(TROUBLES, troubles.biases, troubles.weights.T, strict=True)
    }


def _in_order(weights: dict[str, float], names: Sequence[str]) -> Values:
    if set(weights) != set(names):
        raise _of_other_signals()
    return np.array([weights[name] for name in names])


def _of_other_signals() -> AlignmentError:
    return AlignmentError("this model of the unit score is one of other signals; train it again")


def _named(weights: npt.NDArray[np.float64], names: Sequence[str]) -> dict[str, float]:
    return dict(zip(names, weights.tolist(), strict=True))
