"""One side of a lattice: its clauses, the sentences that they make, and where paragraphs begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.encoders import Reading
from align.encoders.protocol import Encoder
from align.search.clause_marks import ClauseMarks, find_clause_marks
from align.search.words import Words, find_words
from corpora.segmentation import Level, split

Flags = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]

UNNUMBERED = -1

MOST_CLAUSES = 60
"""The most clauses of a sentence: of what goes on longer the lattice would be too large."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of one side as the lattice sees them.

    Attributes:
        reading: the clauses as the encoder has read them.
        lengths: shape (c,), their lengths in characters, white space left out.
        marks: their punctuation.
        words: their words.
        language: what language they are of, a BCP 47 tag.
        sentences: shape (n + 1,), the first clause of each sentence; c behind the last one.
    """

    reading: Reading
    lengths: Values
    marks: ClauseMarks
    words: Words
    language: str
    sentences: Ints

    def __len__(self) -> int:
        return len(self.lengths)


@dataclass(frozen=True, slots=True)
class Breaks:
    """What begins at each of n sentences, and behind the last one: shape (n + 1,) each.

    Attributes:
        begins: whether a paragraph begins there; true behind the last sentence. All false where
            the sentences stand in no paragraphs.
        apart: whether the paragraph that begins there stands apart from the one before it: it is
            a heading or stands behind one, is numbered, or that one is complete.
        repeats: whether the paragraph that begins there says the same, word for word, as the one
            before it.
        numbers: a code for the number of the paragraph that begins there, the same code on both
            sides for the same number; UNNUMBERED where none begins or has one.
        headings: whether a heading begins there.
        kinds: a code for the kind of the paragraph that begins there.
        ordinals: which one of its list the paragraph is that begins there, in whatever manner the
            list is numbered: 2 for B. and （二）; UNNUMBERED where that is not known.
    """

    begins: Flags
    apart: Flags
    repeats: Flags
    numbers: Ints
    headings: Flags
    kinds: Ints
    ordinals: Ints

    def at_clauses(self, sentences: Ints) -> Breaks:
        """Return the same by clause; nothing begins at a clause inside a sentence."""
        size = int(sentences[-1]) + 1
        begins, apart, repeats, headings = np.zeros((4, size), dtype=bool)
        numbers, kinds, ordinals = np.full((3, size), UNNUMBERED)
        begins[sentences], apart[sentences] = self.begins, self.apart
        repeats[sentences], headings[sentences] = self.repeats, self.headings
        numbers[sentences], kinds[sentences] = self.numbers, self.kinds
        ordinals[sentences] = self.ordinals
        return Breaks(begins, apart, repeats, numbers, headings, kinds, ordinals)


@dataclass(frozen=True, slots=True)
class Side:
    """One document in its order.

    Attributes:
        clauses: its clauses.
        breaks: its paragraphs.
    """

    clauses: Clauses
    breaks: Breaks

    def __len__(self) -> int:
        """How many sentences there are."""
        return len(self.clauses.sentences) - 1


def read_clauses(sentences: Sequence[Sequence[str]], language: str, encoder: Encoder) -> Clauses:
    """Read sentences that are cut into clauses, at least one in each."""
    texts = [clause for sentence in sentences for clause in sentence]
    ends = np.cumsum([0, *(len(sentence) for sentence in sentences)], dtype=np.int64)
    return Clauses(
        encoder.read(texts), text_lengths(texts), find_clause_marks(texts), find_words(texts),
        language, ends,
    )  # fmt: skip


def plain_side(texts: Sequence[str], language: str, encoder: Encoder) -> Side:
    """Make a side of sentences that stand in no paragraphs: a file with one sentence a line."""
    begins = np.zeros(len(texts) + 1, dtype=bool)
    nothing = np.full(len(texts) + 1, UNNUMBERED)
    return Side(
        read_clauses([_clauses(text, language) for text in texts], language, encoder),
        Breaks(begins, begins, begins, nothing, begins, nothing, nothing),
    )


def _clauses(text: str, language: str) -> list[str]:
    """Cut a sentence into clauses, into longer runs of them where there are too many."""
    slices = split(text, language, Level.CLAUSE)
    begins = [start for start, _ in slices[:: -(-len(slices) // MOST_CLAUSES) or 1]]
    return [text[a:b].strip() for a, b in pairwise([*begins, len(text)])] or [text]


def text_lengths(texts: Sequence[str]) -> Values:
    """Count the characters of each text, white space left out; at least 1."""
    return np.array([max(1, len("".join(text.split()))) for text in texts], dtype=np.float64)
