"""How well a source and a target fit each other, by what is told without an encoder.

The evidence is the logarithm of how much likelier a feature is in a translation than in the text
of a neighbour. It was counted in the pairs of the United Nations' documents (unpc-dev, the Charter,
the Universal Declaration), each source against its own target and against those beside it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from align.quality.checks.length import length_deviation, size
from align.quality.lexicon import english_words, shipped_lexicon, stem
from align.quality.pairs import Side
from align.quality.values.number import Value, Writing
from align.quality.values.reading import read_values
from corpora.characters import HAN

OWN_SPREAD, OTHER_SPREAD = 0.65, 2.3
"""The standard deviation of `length_deviation` in translations, and between neighbours."""

LEAST_LENGTH = -4.0
"""Lengths alone say no more against two texts."""

SAID, MOST_SAID = 2.5, 3
"""A figure or symbol that both sides say speaks for them so much, up to so many."""

UNSAID, MOST_UNSAID = -0.6, 4
"""One that only one side says speaks against them."""

WORD_SAID, WORD_UNSAID = 1.3, -0.64
"""A Chinese word speaks for an English text that has a word of its entry in the dictionary, and
against one that has none. (Of translations .55 of the words have one, of neighbours .15.)"""

MOST_WORDS = 12
"""So many words count at most, for those of one text do not stand for themselves alone."""

_HAN_RUN = re.compile(f"[{HAN}]+")


@dataclass(frozen=True, slots=True)
class Gist:
    """What of one side is held against the other side of this or another pair.

    Attributes:
        side: the side.
        size: how much it says, in letters of an alphabet.
        signs: its figures and symbols.
    """

    side: Side
    size: float
    signs: frozenset[Value | str]


def gist_of(side: Side) -> Gist:
    """Read what is held against another side."""
    reading = read_values(side.text, side.language)
    numbers = [max(item.values) for item in reading.numbers if item.writing is Writing.FIGURES]
    return Gist(side, size(side), frozenset((*numbers, *(item.key for item in reading.symbols))))


def form_evidence(source: Gist, target: Gist) -> float:
    """Return how much lengths and figures speak for two texts to be translations.

    Args:
        source: a text with letters.
        target: another.
    """
    deviation = length_deviation(source.size, target.size)
    length = math.log(OTHER_SPREAD / OWN_SPREAD)
    length += (OTHER_SPREAD**-2 - OWN_SPREAD**-2) * deviation**2 / 2
    said = len(source.signs & target.signs)
    unsaid = len(source.signs) + len(target.signs) - 2 * said
    figures = SAID * min(MOST_SAID, said) + UNSAID * min(MOST_UNSAID, unsaid)
    return max(LEAST_LENGTH, length) + figures


def has_dictionary(one: Side, other: Side) -> bool:
    """Whether `word_evidence` can tell anything of two sides: one is Chinese, one English."""
    return (one.is_chinese and other.is_english) or (one.is_english and other.is_chinese)


def word_evidence(one: Side, other: Side) -> float:
    """Return how much the dictionary speaks for a Chinese and an English text."""
    chinese, english = (one, other) if one.is_chinese else (other, one)
    senses = _senses(chinese.text)
    if not senses:
        return 0.0
    stems = _stems(english.text)
    said = sum(not stems.isdisjoint(sense) for sense in senses) / len(senses)
    return min(MOST_WORDS, len(senses)) * (said * WORD_SAID + (1 - said) * WORD_UNSAID)


def _senses(text: str) -> list[frozenset[str]]:
    """Return what each Chinese word of two characters or more may stand for."""
    lexicon = shipped_lexicon()
    words = (
        run[start:end]
        for run in _HAN_RUN.findall(text)
        for start, end in lexicon.cut(run)
        if end - start > 1
    )
    return [senses for word in words if (senses := lexicon.senses(word))]


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, english_words(text)))
