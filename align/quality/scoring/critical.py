"""The probability that a machine translation holds a critical error: an estimate of its own.

The unit score tells what is missing, added or changed. What goes wrong in machine translations is
mostly another thing: words that are wrong in their place, names that were translated as words,
slang that was taken literally. So a second model, trained on translations that people have judged,
weighs the same signals anew, and beside them what tends to go wrong: unknown words, names, words
left in Latin letters; and what is said on either side, for machines fail at some matters and
manners of speech more than at others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.metadata import version

import msgspec
import numpy as np

from align.encoders import Encoder, Floats
from align.errors import AlignmentError
from align.quality.lexicon import english_words, shipped_lexicon, stem
from align.quality.pairs import UnitPair
from align.quality.scoring.model import Provenance
from align.quality.scoring.signals import SIGNALS, WORDS_SIGNALS
from align.quality.scoring.words import Values

MACHINE_SIGNALS = ("unknown words", "names", "latin words")
"""What tends to go wrong in machine translations of English and Chinese, by name: different English
words in small letters that no entry of the dictionary has, English words with a capital behind
another word, and words in Latin letters in the Chinese text. All are 0 for other languages."""

_SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_LATIN = re.compile(r"[A-Za-z]{2,}")


def machine_signals(pairs: Sequence[UnitPair]) -> Values:
    """Return the signals of pairs: one row each, in the order of `MACHINE_SIGNALS`."""
    rows = [_signals(pair) for pair in pairs]
    return np.array(rows, dtype=np.float64).reshape(-1, len(MACHINE_SIGNALS))


def _signals(pair: UnitPair) -> tuple[int, ...]:
    for chinese, english in (pair.sides, pair.sides[::-1]):
        if chinese.is_chinese and english.is_english:
            words = english_words(" ".join({*_SMALL_WORD.findall(english.text)}))
            known = shipped_lexicon().vocabulary
            return (
                sum(stem(word) not in known for word in words),
                len(_NAME.findall(english.text)),
                len(_LATIN.findall(chinese.text)),
            )
    return (0,) * len(MACHINE_SIGNALS)


@dataclass(frozen=True)
class CriticalErrors:
    """A logistic regression over signals, trained on judged machine translations.

    Attributes:
        version: grows with each training that ships.
        score: the version of the unit score's model, whose weights of words it builds upon.
        bias: the log odds of a critical error in a pair all of whose signals are 0.
        weights: of `SIGNALS` and then of `MACHINE_SIGNALS`.
        embeddings: of the embeddings of both sides, the Chinese one before the other.
        unknown: what stands for each of `WORDS_SIGNALS` where a pair has none.
        threshold: from this probability on an error is called likely: where this agreed best with
            the verdicts in the training data, by Matthews' correlation.
        provenance: where they come from.
    """

    version: int
    score: int
    bias: float
    weights: Values
    embeddings: Values
    unknown: Values
    threshold: float
    provenance: Provenance

    def probabilities(self, values: Values, machine: Values, embeddings: Floats) -> Values:
        """Return the probability that each pair holds a critical error.

        Args:
            values: shape (pairs, signals), as the model of the unit score takes them.
            machine: what `machine_signals` returns of the same pairs.
            embeddings: of both sides, a row for each pair.

        Raises:
            AlignmentError: the embeddings are those of another encoder.
        """
        if embeddings.shape[1] != len(self.embeddings):
            raise AlignmentError(
                f"critical errors can't be told from embeddings of {embeddings.shape[1] // 2}"
                f" dimensions, only from {len(self.embeddings) // 2}; take the default encoder"
            )
        plain = len(SIGNALS) - len(WORDS_SIGNALS)
        words = np.where(np.isnan(values[:, plain:]), self.unknown, values[:, plain:])
        odds = self.bias + np.hstack([values[:, :plain], words, machine]) @ self.weights
        odds += embeddings @ self.embeddings
        probabilities: Values = 0.5 * (1 + np.tanh(odds / 2))
        return probabilities

    def signature(self, encoder: Encoder) -> str:
        """Return what the probabilities depend on, in one line."""
        parts = f"model:{self.version}|score:{self.score}|threshold:{self.threshold:.4f}"
        return f"duiqi-critical|v:{version('duiqi')}|{parts}|encoder:{encoder.signature}"


class _File(msgspec.Struct, frozen=True):
    version: int
    score: int
    provenance: Provenance
    threshold: float
    bias: float
    weights: dict[str, float]
    unknown: dict[str, float]
    embeddings: list[float]


@cache
def shipped_critical_errors() -> CriticalErrors:
    """Load the model that ships."""
    with resources.files("align").joinpath("data/critical.json").open("rb") as stream:
        return read_critical_errors(stream.read())


def read_critical_errors(data: bytes) -> CriticalErrors:
    """Read a model.

    Raises:
        AlignmentError: the data are no model, or one of other signals.
    """
    try:
        file = msgspec.json.decode(data, type=_File)
    except msgspec.DecodeError as error:
        raise AlignmentError(f"no model of critical errors: {error}") from error
    names = (*SIGNALS, *MACHINE_SIGNALS)
    if set(file.weights) != set(names) or set(file.unknown) != set(WORDS_SIGNALS):
        message = "this model of critical errors is one of other signals; train it again"
        raise AlignmentError(message)
    return CriticalErrors(
        file.version,
        file.score,
        file.bias,
        np.array([file.weights[name] for name in names]),
        np.array(file.embeddings),
        np.array([file.unknown[name] for name in WORDS_SIGNALS]),
        file.threshold,
        file.provenance,
    )


def write_critical_errors(model: CriticalErrors) -> bytes:
    """Write a model as `read_critical_errors` reads it."""
    names = (*SIGNALS, *MACHINE_SIGNALS)
    file = _File(
        model.version,
        model.score,
        model.provenance,
        model.threshold,
        model.bias,
        dict(zip(names, model.weights.tolist(), strict=True)),
        dict(zip(WORDS_SIGNALS, model.unknown.tolist(), strict=True)),
        model.embeddings.tolist(),
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"
