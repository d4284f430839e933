"""Which words meet in which pairs, packed so that one pass takes little memory and no search.

A cell is a source word and a target word of one pair; an entry is a source word and a target
word of the vocabularies that meet in some pair. Blocks of pairs hold their cells and the entries
in them; what a block knows is written to a temporary file, which has no name and is gone with the
program, since the cells of a million pairs would not fit into memory.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from tempfile import TemporaryFile

import numpy as np

from align.errors import AlignmentError
from align.terms.words.corpus import Corpus, Ints, PackedSide, Places

BLOCK_CELLS = 4_000_000
"""Cells of a block, unless one pair alone has more."""

COUNTED_CELLS = 40_000_000
"""Cells whose entries are counted at once: what is left out for good takes no memory later."""

LEAST_SHARE = 0.01
"""An entry of two words that meet in a smaller share of the rarer one's places is left out."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The words that meet, sorted by source word and target word.

    Attributes:
        source: the number of the source word of each entry.
        target: the same of the target word.
    """

    source: Ints
    target: Ints

    def __len__(self) -> int:
        return len(self.source)


@dataclass(frozen=True, slots=True)
class Block:
    """Some pairs that follow each other.

    Attributes:
        pairs: the first and the one after the last.
        begins: where the cells of each pair begin, and the end of the last.
        entries: the entries that the block has cells of.
        cells: for each cell the place of its entry in `entries`; their number stands for none.
            The cells of a pair run through its target words first.
    """

    pairs: range
    begins: Places
    entries: Places
    cells: Ints


class Cells:
    """The cells of a corpus, and its entries.

    Attributes:
        entries: which words meet, without those that do by chance.
    """

    def __init__(self, corpus: Corpus) -> None:
        """Find them.

        Raises:
            AlignmentError: there is no room for temporary files.
        """
        self._corpus = corpus
        self._width = len(corpus.target.vocabulary)
        self._ranges = list(_ranges(corpus))
        self._frequencies = corpus.source.vocabulary.counts(), corpus.target.vocabulary.counts()
        parts = [self._keys_of(words) for words in _word_ranges(corpus.source, corpus.target)]
        self._keys = np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
        source, target = np.divmod(self._keys, max(1, self._width))
        self.entries = Entries(source.astype(np.int32), target.astype(np.int32))
        self._file = TemporaryFile()  # noqa: SIM115 (it lives as long as the cells)
        weakref.finalize(self, self._file.close)
        try:
            self._written = [self._write(pairs) for pairs in self._ranges]
        except OSError as error:
            raise AlignmentError(
                f"temporary files: {error.strerror or error}; make room in the folder for temporary"
                " files, or name another one in TMPDIR"
            ) from error

    def blocks(self) -> Iterator[Block]:
        """Give the blocks, in order."""
        for pairs, (place, entries, cells) in zip(self._ranges, self._written, strict=True):
            self._file.seek(place)
            yield Block(
                pairs,
                self._begins(pairs),
                np.fromfile(self._file, dtype=np.int64, count=entries),
                np.fromfile(self._file, dtype=np.int32, count=cells),
            )

    def _keys_of(self, words: range) -> Places:
        """Find the keys of the entries of some source words, sorted, without those by chance."""
        stack: list[tuple[Places, Places]] = []
        for pairs in self._ranges:
            merged = np.unique(self._block_keys(pairs, words), return_counts=True)
            # As when adding to a binary number: each key is merged but log n times.
            while stack and len(stack[-1][0]) <= len(merged[0]):
                merged = _merged(stack.pop(), merged)
            stack.append(merged)
        keys, counts = stack.pop()
        while stack:
            keys, counts = _merged(stack.pop(), (keys, counts))
        source, target = np.divmod(keys, max(1, self._width))
        rarer = np.minimum(self._frequencies[0][source], self._frequencies[1][target])
        kept: Places = keys[counts >= LEAST_SHARE * rarer]
        return kept

    def _write(self, pairs: range) -> tuple[int, int, int]:
        """Write what a block knows; return where that begins, its entries and its cells."""
        place = self._file.tell()
        different, cells = np.unique(self._block_keys(pairs), return_inverse=True)
        places = np.searchsorted(self._keys, different)
        found = np.zeros(len(different), dtype=bool)
        inside = places < len(self._keys)
        found[inside] = self._keys[places[inside]] == different[inside]
        entries = places[found]
        renumbered = np.where(found, np.cumsum(found) - 1, len(entries)).astype(np.int32)
        entries.tofile(self._file)
        renumbered[cells].tofile(self._file)
        return place, len(entries), len(cells)

    def _block_keys(self, pairs: range, words: range | None = None) -> Places:
        """Return the key of each cell, or only of those of some source words."""
        source, target = self._corpus.source, self._corpus.target
        begin, end = source.begins[pairs.start], source.begins[pairs.stop]
        lengths = source.lengths[pairs.start : pairs.stop]
        ours, pair = source.words[begin:end], np.repeat(np.arange(pairs.start, pairs.stop), lengths)
        if words is not None:
            wanted = (ours >= words.start) & (ours < words.stop)
            ours, pair = ours[wanted], pair[wanted]
        # Each source word stands beside all target words of its pair, in their order.
        partners = target.lengths[pair]
        shifts = target.begins[pair] - np.cumsum(partners) + partners
        places = np.repeat(shifts, partners)
        places += np.arange(len(places))
        keys = np.repeat(ours.astype(np.int64) * self._width, partners)
        keys += target.words[places]
        return keys

    def _begins(self, pairs: range) -> Places:
        ends = slice(pairs.start, pairs.stop)
        counts = self._corpus.source.lengths[ends] * self._corpus.target.lengths[ends]
        return np.concatenate(([0], np.cumsum(counts)))


def _word_ranges(source: PackedSide, target: PackedSide) -> Iterator[range]:
    """Cut the source words into ranges that have so many cells together."""
    cells = np.bincount(
        source.words,
        np.repeat(target.lengths, source.lengths),
        minlength=len(source.vocabulary),
    )
    parts = np.cumsum(cells) // COUNTED_CELLS
    begins = np.flatnonzero(np.diff(parts, prepend=-1)).tolist()
    for begin, end in pairwise([*begins, len(parts)]):
        yield range(begin, end)


def _ranges(corpus: Corpus) -> Iterator[range]:
    """Cut the pairs into blocks of so many cells."""
    ends = np.cumsum(corpus.source.lengths * corpus.target.lengths)
    begin = 0
    while begin < len(corpus):
        before = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, before + BLOCK_CELLS, side="right")))
        yield range(begin, end)
        begin = end


def _merged(one: tuple[Places, Places], other: tuple[Places, Places]) -> tuple[Places, Places]:
    """Merge sorted keys with their counts."""
    keys = np.concatenate((one[0], other[0]))
    counts = np.concatenate((one[1], other[1]))
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    if not len(keys):
        return keys, counts
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    return keys[starts], np.add.reduceat(counts, starts)
