"""How much a pair of candidates is a term, and not only a phrase of its text."""

from __future__ import annotations

import numpy as np

from align.terms.candidates import Candidates, Mark
from align.terms.candidates.finding import Floats
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import Ints
from align.terms.general import log_probabilities

_MARKED = {Mark.NAME: 1.2, Mark.TITLE: 1.5, Mark.QUOTED: 1.0, Mark.SHORT: 1.5}
_LONG_FROM = 5  # words beyond which a phrase is less likely a term, unless it is marked
_USUAL, _RAREST = 11.0, 16.0
"""Minus the general log-probability of a usual word, and the most that counts of a rarer one."""


def termhood(source: Candidates, target: Candidates, left: Ints, right: Ints) -> Floats:
    """Return of each pair, in [0, 1], how much it is a term.

    It goes by how the text marks either side, how often it stands there by itself rather than in a
    longer candidate, how freely its neighbours vary, by its length, and by how much rarer its
    words are in general than here.

    Args:
        source: the candidates of the source.
        target: those of the target.
        left: the source of each pair.
        right: the target of each pair.
    """
    marked = np.maximum(_marked(source)[left], _marked(target)[right])
    free = (_by_use(source)[left] + _by_use(target)[right]) / 2
    shape = (_by_shape(source)[left] + _by_shape(target)[right]) / 2
    single = (source.words[left] == 1) & (target.words[right] == 1)
    value = marked + np.where(single, 0.5, 1.0) * free + np.where(marked > 0, 0.15, 1.0) * shape
    value -= np.where(single, 1.6, 0.0)
    return 1 / (1 + np.exp(-value))


def _marked(side: Candidates) -> Floats:
    value = np.zeros(len(side))
    for mark, weight in _MARKED.items():
        value = np.maximum(value, weight * ((side.marks & mark) > 0))
    return np.where(side.words > 1, value, value / 2)


def _by_use(side: Candidates) -> Floats:
    """Tell what speaks for a candidate in the way it is used."""
    several = side.counts > 1
    value = 0.5 * np.log2(1 + side.counts * np.maximum(side.alone, 0.1)) - 0.5
    value += np.where(several, 1.2 * (side.free - 0.7) + 1.5 * (side.alone - 0.6), 0.0)
    return np.asarray(value, np.float64)


def _by_shape(side: Candidates) -> Floats:
    """Tell what speaks for a candidate in its words."""
    links = np.where(side.counts > 1, 0.1, 0.6) * (side.length - side.words)
    value = -1.6 * side.weak - links
    value -= 0.5 * np.maximum(side.words - _LONG_FROM, 0)
    value += 0.25 * (_rarity(side) - _USUAL)
    return np.asarray(value, np.float64)


def _rarity(side: Candidates) -> Floats:
    """Return how rare the words of a candidate are in general, on average.

    A word that is frequent here and rare in general is a term more likely: what Ahmad, Gillam and
    Tostevin (1999) call its weirdness.
    """
    tokens = side.tokens
    general = np.minimum(-np.array(log_probabilities(tokens.words)), _RAREST)
    content = np.append(
        0.0, np.cumsum(np.where(tokens.roles >= Role.WEAK, general[tokens.ids], 0.0))
    )
    first = side.place[side.first[:-1]]
    rarity: Floats = (content[first + side.length] - content[first]) / np.maximum(side.words, 1)
    return rarity
