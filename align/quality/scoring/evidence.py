"""What the words of a pair say of it together.

From a word's signals follow log odds that the other side says it: above 0 it looks like the words
of right pairs, below 0 like those of texts that have nothing to do with each other. What the other
side lacks shows as a stretch of words that all speak against it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.quality.scoring.words import Values, WordPair

FEW, SOME = -0.5, 0.3
"""Log odds below these speak against a word: strongly, and at all."""

ODD = 1.5
"""Log odds so far below the middle of their side are odd, in whatever manner it is translated."""

MOST_ODDS = 4.0
"""No word speaks more for or against a pair."""


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
class Evidence:
    """What the words of one side say of a pair; Chinese words count by their characters.

    Attributes:
        mean: the mean of their log odds; 0 without words.
        against: the mean of how far they lie below 0.
        stretch: the largest sum, over words in a row, of how far they lie below `FEW`.
        long_stretch: the same below `SOME`.
        odd_stretch: the same below the median of the side less `ODD`.
        repeats_unsaid: how many words stand here more often than the words that say them there.
    """

    mean: float
    against: float
    stretch: float
    long_stretch: float
    odd_stretch: float
    repeats_unsaid: int


def weigh(words: WordPair, chinese: WordModel, english: WordModel) -> tuple[Evidence, Evidence]:
    """Return what the Chinese words of a pair say of it, and the English ones."""
    return (
        _evidence(chinese.odds(words.chinese), words.sizes, words.repeats[0]),
        _evidence(english.odds(words.english), np.ones(len(words.english)), words.repeats[1]),
    )


def _evidence(odds: Values, sizes: Values, repeats: int) -> Evidence:
    if not len(odds):
        return Evidence(0.0, 0.0, 0.0, 0.0, 0.0, 0)
    whole = sizes.sum()
    return Evidence(
        float(odds @ sizes / whole),
        float(np.maximum(-odds, 0) @ sizes / whole),
        _stretch((FEW - odds) * sizes),
        _stretch((SOME - odds) * sizes),
        _stretch((_median(odds) - ODD - odds) * sizes),
        repeats,
    )


def _median(odds: Values) -> float:
    ordered: list[float] = sorted(odds.tolist())  # much faster than np.median
    middle = len(ordered) // 2
    return (ordered[middle] + ordered[-1 - middle]) / 2


def _stretch(against: Values) -> float:
    worst = here = 0.0
    for value in against.tolist():
        here += value
        if here < 0:
            here = 0.0
        elif here > worst:
            worst = here
    return worst
