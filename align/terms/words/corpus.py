"""The words of all pairs as numbers: what the statistics are made from.

Words that differ only by capitals or the width of letters are one word to the statistics, since
a text has few examples of each. Endings are kept: taking those of English off, by whatever
stemmer, made more wrong links than right ones.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]

_MARKS = str.maketrans("。、“”„«»‘’《》〈〉「」『』—–", '.,"""""""""""""""--')
"""Marks that stand for each other from language to language."""

_TREEBANK = {"``": '"', "''": '"', "-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]"}
"""How the tokenisers of treebanks write some marks."""

TokenPair = tuple[Sequence[str], Sequence[str]]
"""The words of the source and of the target of a pair."""


def form_of(word: str) -> str:
    """Return the form under which a word is counted."""
    form = unicodedata.normalize("NFKC", word).casefold()
    if not form[:1].isalnum():
        return _TREEBANK.get(form, form.translate(_MARKS))
    return form


class Vocabulary:
    """The different words of one side, each by its number.

    Attributes:
        forms: by number, the form under which the word is counted.
    """

    def __init__(self) -> None:
        """Make an empty one."""
        self.forms: list[str] = []
        self._numbers: dict[str, int] = {}
        self._spellings: dict[str, int] = {}
        # By the place of each spelling in the dictionary: its word's number and how often it came.
        self._number_of = array("i")
        self._seen = array("q")

    def add(self, word: str, times: int = 1) -> int:
        """Count a word and return its number."""
        spelling = self._spellings.get(word)
        if spelling is None:
            spelling = self._add_spelling(word)
        self._seen[spelling] += times
        return self._number_of[spelling]

    def _add_spelling(self, word: str) -> int:
        form = form_of(word)
        number = self._numbers.setdefault(form, len(self.forms))
        if number == len(self.forms):
            self.forms.append(form)
        self._number_of.append(number)
        self._seen.append(0)
        return self._spellings.setdefault(word, len(self._spellings))

    def number(self, word: str) -> int | None:
        """Return the number of a word, None where it never came up."""
        return self._numbers.get(form_of(word))

    def spellings(self) -> list[str]:
        """Return by number how each word is most often written."""
        best: list[tuple[int, str]] = [(1, "")] * len(self.forms)
        for word, spelling in self._spellings.items():
            number = self._number_of[spelling]
            best[number] = min(best[number], (-self._seen[spelling], word))
        return [word for _, word in best]

    def counts(self) -> Places:
        """Return by number how often each word came up."""
        counts = np.zeros(len(self.forms), dtype=np.int64)
        np.add.at(counts, np.array(self._number_of), np.array(self._seen))
        return counts

    def __len__(self) -> int:
        return len(self.forms)


@dataclass(frozen=True, slots=True)
class PackedSide:
    """One side of all pairs, one behind the other.

    Attributes:
        words: the number of each word.
        begins: where each pair's words begin, and the end of the last.
        vocabulary: what the numbers mean.
    """

    words: Ints
    begins: Places
    vocabulary: Vocabulary

    @property
    def lengths(self) -> Places:
        """The words of each pair."""
        return np.diff(self.begins)

    @classmethod
    def of(cls, numbers: Ints, begins: Places, words: Sequence[str]) -> PackedSide:
        """Take words that are numbers already.

        Args:
            numbers: the words of all pairs, one behind the other, each a place in `words`.
            begins: where each pair's begin, and the end of the last.
            words: the words.
        """
        used, first, counts = np.unique(numbers, return_index=True, return_counts=True)
        vocabulary = Vocabulary()
        renumbered = np.zeros(len(words), np.int32)
        for at in np.argsort(first).tolist():  # as they come up
            word = int(used[at])
            renumbered[word] = vocabulary.add(words[word], int(counts[at]))
        return cls(renumbered[numbers], begins, vocabulary)

    def padded(self, pairs: Places, behind: int) -> Ints:
        """Return the words of some pairs: shape (most words, pairs), a number behind their ends."""
        lengths = self.begins[pairs + 1] - self.begins[pairs]
        places = np.arange(lengths.max())[:, None]
        inside = places < lengths
        words = self.words[np.where(inside, places + self.begins[pairs], 0)]
        return np.where(inside, words, np.int32(behind))


@dataclass(frozen=True, slots=True)
class Corpus:
    """The pairs of a text.

    Attributes:
        source: the side that was translated from.
        target: the side that it became.
    """

    source: PackedSide
    target: PackedSide

    def __len__(self) -> int:
        return len(self.source.begins) - 1

    @classmethod
    def of(cls, pairs: Iterable[TokenPair]) -> Corpus:
        """Read pairs, once."""
        vocabularies = Vocabulary(), Vocabulary()
        words = array("i"), array("i")
        begins = array("q", [0]), array("q", [0])
        for pair in pairs:
            for side, vocabulary, packed, ends in zip(
                pair, vocabularies, words, begins, strict=True
            ):
                packed.extend(map(vocabulary.add, side))
                ends.append(len(packed))
        source, target = (
            PackedSide(np.array(packed, dtype=np.int32), np.array(ends, dtype=np.int64), vocabulary)
            for packed, ends, vocabulary in zip(words, begins, vocabularies, strict=True)
        )
        return cls(source, target)
