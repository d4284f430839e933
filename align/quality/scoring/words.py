"""How well each word of one side is said by the other one, in Chinese and English.

A word is looked up in a dictionary, and its vector is compared with those of the other side's
words. From both follow log odds that the other side says it: above 0 it looks like the words of
right pairs, below 0 like those of texts that have nothing to do with each other. What the other
side lacks shows as a stretch of words that all speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder, Floats
from align.quality.pairs import UnitPair
from align.quality.scoring.lexicon import english_words, shipped_lexicon, stem
from corpora.characters import HAN

WORD_SIGNALS = ("in dictionary", "cosine", "cosine, high", "both", "words opposite", "length")
"""What speaks for a word by name: whether the dictionary knows it as a translation of something on
the other side; the cosine with the nearest word there, and by how much it is above `HIGH`; the
product of both; the logarithm of the number of words there; its length in letters, up to
`LONGEST`."""

HIGH = 0.4
LONGEST = 8

FEW = -0.5
"""Log odds below this speak against a word."""

MOST_ODDS = 4.0
"""No word speaks more for or against a pair."""

KEPT_VECTORS = 40_000
"""Vectors of words that are kept (of 1 KB); then all are forgotten, so that memory has an end."""

_FUNCTION_SIGNS = frozenset(
    "的了和与及在是为以对于由被将把就也都并或等之其这那该此所者上中下个一不"
)
"""Chinese words of one character that English often says without a word."""

_HAN_RUN = re.compile(f"[{HAN}]+")

Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class WordModel:
    """A logistic regression over `WORD_SIGNALS`, for the words of one language.

    Attributes:
        bias: the log odds of a word all of whose signals are 0.
        weights: by how much one of each signal changes them.
    """

    bias: float
    weights: Values

    def odds(self, values: Values) -> Values:
        """Return the log odds that the other side says each word, within `MOST_ODDS`."""
        odds: Values = np.clip(self.bias + values @ self.weights, -MOST_ODDS, MOST_ODDS)
        return odds


@dataclass(frozen=True, slots=True)
class WordPair:
    """The words of a Chinese and an English text, and what speaks for each.

    Attributes:
        chinese: the signals of the Chinese words, shape (words, signals).
        english: the same of the English ones.
        sizes: how many characters each Chinese word has.
    """

    chinese: Values
    english: Values
    sizes: Values


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words of one side say of a pair.

    Attributes:
        mean: the mean of their log odds, Chinese words weighted by their characters; 0 without
            words.
        stretch: the largest sum, over words in a row, of how far they lie below `FEW`; Chinese
            words count by their characters.
    """

    mean: float
    stretch: float


class WordReader:
    """Compares the words of pairs; it keeps the vectors of words that it has seen."""

    def __init__(self, encoder: Encoder) -> None:
        """Know no words yet.

        Args:
            encoder: what tells how near two words are.
        """
        self._encoder = encoder
        self._vectors: dict[str, npt.NDArray[np.float16]] = {}

    def read(self, pairs: Sequence[UnitPair]) -> list[WordPair | None]:
        """Compare the words of pairs.

        Returns:
            Their signals; None for pairs of other languages than Chinese and English. A pair with
            words on one side only, or on none, has no words.
        """
        found = [_words(pair) for pair in pairs]
        both = [item for item in found if item is not None]
        words = list(dict.fromkeys(word for item in both for word in item.chinese + item.english))
        vectors = self._embed(words)
        places = {word: place for place, word in enumerate(words)}
        return [None if item is None else _compare(item, places, vectors) for item in found]

    def _embed(self, words: Sequence[str]) -> Floats:
        if len(self._vectors) > KEPT_VECTORS:
            self._vectors.clear()
        new = [word for word in words if word not in self._vectors]
        if new:
            each = np.arange(len(new))
            vectors = self._encoder.read(new).embed(np.stack([each, each + 1], axis=1))
            self._vectors.update(zip(new, vectors.astype(np.float16), strict=True))
        embedded: Floats = np.array([self._vectors[word] for word in words], dtype=np.float32)
        return embedded


def weigh(words: WordPair, chinese: WordModel, english: WordModel) -> tuple[Evidence, Evidence]:
    """Return what the Chinese words of a pair say of it, and the English ones."""
    odds = chinese.odds(words.chinese), english.odds(words.english)
    return (
        _evidence(odds[0], words.sizes),
        _evidence(odds[1], np.ones(len(odds[1]))),
    )


def _evidence(odds: Values, sizes: Values) -> Evidence:
    if not len(odds):
        return Evidence(0.0, 0.0)
    worst = here = 0.0
    for against in ((FEW - odds) * sizes).tolist():
        here = max(0.0, here + against)
        worst = max(worst, here)
    return Evidence(float(odds @ sizes / sizes.sum()), worst)


def _compare(words: _Words, places: dict[str, int], vectors: Floats) -> WordPair:
    if not (words.chinese and words.english):
        nothing = np.empty((0, len(WORD_SIGNALS)))
        return WordPair(nothing, nothing, np.empty(0))
    chinese, english = (
        vectors[[places[word] for word in side]] for side in (words.chinese, words.english)
    )
    cosines = chinese @ english.T
    sizes = [np.array(list(map(len, side))) for side in (words.chinese, words.english)]
    return WordPair(
        _signals(words.chinese_known, cosines.max(axis=1), len(english), sizes[0]),
        _signals(words.english_known, cosines.max(axis=0), len(chinese), sizes[1]),
        sizes[0].astype(np.float64),
    )


def _signals(known: Sequence[bool], cosines: Floats, opposite: int, sizes: Values) -> Values:
    values = np.empty((len(known), len(WORD_SIGNALS)))
    values[:, 0] = known
    values[:, 1] = cosines
    values[:, 2] = np.maximum(cosines - HIGH, 0)
    values[:, 3] = values[:, 0] * values[:, 1]
    values[:, 4] = np.log(opposite)
    values[:, 5] = np.minimum(sizes, LONGEST)
    return values


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of both sides, and whether the dictionary finds each on the other side."""

    chinese: list[str]
    chinese_known: list[bool]
    english: list[str]
    english_known: list[bool]

    @classmethod
    def of(cls, chinese: str, english: str) -> _Words:
        lexicon = shipped_lexicon()
        words = english_words(english)
        stems = list(map(stem, words))
        wanted = frozenset(stems)
        said: set[str] = set()
        own: list[str] = []
        known: list[bool] = []
        for match in _HAN_RUN.finditer(chinese):
            run = match.group()
            there = [False] * len(run)
            for start, end in lexicon.entries_in(run):
                if both := lexicon.senses(run[start:end]) & wanted:
                    said |= both
                    there[start:end] = [True] * (end - start)
            for start, end in lexicon.cut(run):
                if end - start > 1 or run[start] not in _FUNCTION_SIGNS:
                    own.append(run[start:end])
                    known.append(any(there[start:end]))
        return cls(own, known, words, [item in said for item in stems])


def _words(pair: UnitPair) -> _Words | None:
    """Return the words of a Chinese text and an English one; None for other languages."""
    for one, other in (pair.sides, pair.sides[::-1]):
        if one.is_chinese and other.is_english:
            return _Words.of(one.text, other.text)
    return None
