"""The translation table: how likely a word is translated by another one, both ways."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from align.encoders.protocol import Floats
from align.terms.words.cells import Entries
from align.terms.words.corpus import Corpus, Ints, Places

Values = npt.NDArray[np.float64]


CHUNK_ENTRIES = 1_000_000
"""Entries that are divided at once, to bound the memory."""


def shares(values: Values, groups: Ints) -> Floats:
    """Divide values by the sums of their groups: numbers that go together have the same group."""
    totals = np.bincount(groups, values)
    found = np.empty(len(values), np.float32)
    for begin in range(0, len(values), CHUNK_ENTRIES):
        part = slice(begin, begin + CHUNK_ENTRIES)
        found[part] = values[part] / totals[groups[part]]
    return found


@dataclass(frozen=True, slots=True)
class Translation:
    """A word as the translation of another one.

    Attributes:
        word: as it is most often written.
        probability: of this word given the other one.
    """

    word: str
    probability: float


class TranslationTable:
    """How likely words are translated by each other.

    Words are asked for as they are written; those that differ by capitals or the width of letters
    share an entry. What answers need is sorted when the first one is asked for: most alignments are
    never asked.
    """

    def __init__(self, corpus: Corpus, entries: Entries, forward: Floats, backward: Floats) -> None:
        """Keep the probabilities of the entries.

        Args:
            corpus: what the words are from.
            entries: the words that meet.
            forward: p(target | source) of each entry.
            backward: p(source | target) of each.
        """
        self._source, self._target = corpus.source.vocabulary, corpus.target.vocabulary
        self._entries, self._forward, self._backward = entries, forward, backward

    @cached_property
    def _source_words(self) -> list[str]:
        return self._source.spellings()

    @cached_property
    def _target_words(self) -> list[str]:
        return self._target.spellings()

    @cached_property
    def _begins(self) -> Places:
        return _begins_of(self._entries.source, len(self._source))

    @cached_property
    def _by_target(self) -> Places:
        return np.argsort(self._entries.target, kind="stable")

    @cached_property
    def _target_begins(self) -> Places:
        return _begins_of(self._entries.target, len(self._target))

    def forward(self, source: str, target: str) -> float:
        """Return p(target | source); 0 where the two never meet."""
        return self._at(self._forward, source, target)

    def backward(self, source: str, target: str) -> float:
        """Return p(source | target); 0 where the two never meet."""
        return self._at(self._backward, source, target)

    def targets(self, source: str, most: int = 10) -> list[Translation]:
        """Return the likeliest translations of a source word, the likeliest first."""
        number = self._source.number(source)
        if number is None:
            return []
        rows = np.arange(self._begins[number], self._begins[number + 1])
        return _likeliest(self._target_words, self._entries.target, self._forward, rows, most)

    def sources(self, target: str, most: int = 10) -> list[Translation]:
        """Return the source words that a target word most likely translates."""
        number = self._target.number(target)
        if number is None:
            return []
        rows = self._by_target[self._target_begins[number] : self._target_begins[number + 1]]
        return _likeliest(self._source_words, self._entries.source, self._backward, rows, most)

    def _at(self, values: Floats, source: str, target: str) -> float:
        one, other = self._source.number(source), self._target.number(target)
        if one is None or other is None:
            return 0.0
        begin, end = self._begins[one], self._begins[one + 1]
        place = begin + int(np.searchsorted(self._entries.target[begin:end], other))
        if place == end or self._entries.target[place] != other:
            return 0.0
        return float(values[place])


def _begins_of(numbers: Ints, count: int) -> Places:
    return np.concatenate(([0], np.cumsum(np.bincount(numbers, minlength=count))))


def _likeliest(
    spellings: list[str], words: Ints, values: Floats, rows: Places, most: int
) -> list[Translation]:
    best = rows[np.argsort(-values[rows], kind="stable")[:most]]
    return [Translation(spellings[words[row]], float(values[row])) for row in best]
