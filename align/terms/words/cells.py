"""Which words meet in which pairs, packed so that one pass takes little memory and no search.

A cell is a source word and a target word of one pair; an entry is a source word and a target
word of the vocabularies that meet in some pair. Batches of pairs of like lengths hold their cells
and the entries in them; what a batch knows is written to a temporary file, which has no name and is
gone with the program, since the cells of a million pairs would not fit into memory.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from tempfile import TemporaryFile

import numpy as np
import numpy.typing as npt

from align.errors import AlignmentError
from align.terms.words.corpus import Corpus, Ints, PackedSide, Places

BLOCK_CELLS = 16_000_000
"""Cells of a block, unless one pair alone has more."""

BATCH_CELLS = 1 << 19
"""Cells of a batch, with those of the padding, unless one pair alone has more."""

WIDEST = 1.2, 2.0
"""How many times as long as the shortest source and target of a batch its longest may be; 2 words
more."""

SORTED_CELLS = 4_000_000
"""Cells whose entries are sorted at once."""

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
class Batch:
    """Some pairs of like lengths.

    Attributes:
        pairs: their numbers.
        entries: the entries that the batch has cells of, in order.
        cells: shape (most source words, most target words, pairs), for each cell the place of its
            entry in `entries`; their number stands for none, and one more for what is behind a
            pair's end.
    """

    pairs: Places
    entries: Ints
    cells: Ints


@dataclass(frozen=True, slots=True)
class _Written:
    """Where a batch is in the file.

    Attributes:
        pairs: the numbers of its pairs.
        place: where it begins.
        entries: how many it has.
        shape: of its cells.
    """

    pairs: Places
    place: int
    entries: int
    shape: tuple[int, int, int]


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
        self._ranges = list(_ranges(corpus, SORTED_CELLS))
        self._frequencies = corpus.source.vocabulary.counts(), corpus.target.vocabulary.counts()
        parts = [self._keys_of(words) for words in _word_ranges(corpus.source, corpus.target)]
        self._keys = np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
        source, target = np.divmod(self._keys, max(1, self._width))
        self.entries = Entries(source.astype(np.int32), target.astype(np.int32))
        self._file = TemporaryFile()  # noqa: SIM115 (it lives as long as the cells)
        weakref.finalize(self, self._file.close)
        try:
            self._blocks = [
                (pairs, [self._write(batch) for batch in _batches(corpus, pairs)])
                for pairs in _ranges(corpus, BLOCK_CELLS)
            ]
        except OSError as error:
            raise AlignmentError(
                f"temporary files: {error.strerror or error}; make room in the folder for temporary"
                " files, or name another one in TMPDIR"
            ) from error
        del self._keys

    def blocks(self) -> Iterator[tuple[range, Iterator[Batch]]]:
        """Give ranges of pairs that follow each other, in order, and the batches of each.

        A pair with an empty side is in no batch.
        """
        for pairs, batches in self._blocks:
            yield pairs, map(self._read, batches)

    def _read(self, batch: _Written) -> Batch:
        self._file.seek(batch.place)
        entries = np.fromfile(self._file, dtype=np.int32, count=batch.entries)
        cells = np.fromfile(self._file, dtype=np.int32, count=prod(batch.shape))
        return Batch(batch.pairs, entries, cells.reshape(batch.shape))

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

    def _write(self, pairs: Places) -> _Written:
        """Write what a batch knows; return where that is."""
        sides = self._corpus.source, self._corpus.target
        words, numbers, inside = zip(*(_renumbered(side, pairs) for side in sides), strict=True)
        width = len(words[1])
        keys = numbers[0][:, None] * width + numbers[1]
        behind = len(words[0]) * width  # larger than all others
        keys[~(inside[0][:, None] & inside[1])] = behind
        keys, cells = _different(keys.ravel())
        shape = len(numbers[0]), *numbers[1].shape
        source, target = np.divmod(keys[keys < behind], width)
        different = words[0][source] * np.int64(self._width) + words[1][target]
        places = np.searchsorted(self._keys, different)
        found = np.zeros(len(different), dtype=bool)
        known = places < len(self._keys)
        found[known] = self._keys[places[known]] == different[known]
        entries = places[found].astype(np.int32)
        none = len(entries)
        renumbered = np.where(found, np.cumsum(found) - 1, none)
        place = self._file.tell()
        entries.tofile(self._file)
        np.append(renumbered, none + 1).astype(np.int32)[cells].tofile(self._file)
        return _Written(pairs, place, none, shape)

    def _block_keys(self, pairs: range, words: range) -> Places:
        """Return the key of each cell of some source words."""
        source, target = self._corpus.source, self._corpus.target
        begin, end = source.begins[pairs.start], source.begins[pairs.stop]
        lengths = source.lengths[pairs.start : pairs.stop]
        ours, pair = source.words[begin:end], np.repeat(np.arange(pairs.start, pairs.stop), lengths)
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


def _renumbered(side: PackedSide, pairs: Places) -> tuple[Ints, Places, npt.NDArray[np.bool_]]:
    """Return the different words of some pairs, in order, and where each stands in them.

    The places are of shape (most words, pairs), and so is what tells whether a word is there.
    """
    padded = side.padded(pairs, -1)
    inside = padded >= 0
    words, numbers = np.unique(padded, return_inverse=True)
    begin = int(np.searchsorted(words, 0))
    return words[begin:], numbers.reshape(padded.shape) - begin, inside


def _different(keys: Places) -> tuple[Places, Places]:
    """Return the different keys, in order, and for each key its place among them.

    Much faster than `numpy.unique`: keys are sorted with their places in their lower bits. Those of
    a batch have room for them, since the product of its different source and target words is no
    larger than its cells times its pairs.
    """
    bits = len(keys).bit_length()
    packed = keys << bits
    packed |= np.arange(len(keys))
    packed.sort()
    at = packed & ((1 << bits) - 1)
    packed >>= bits
    first = np.append(True, packed[1:] != packed[:-1])
    places = np.empty_like(at)
    places[at] = np.cumsum(first) - 1
    return packed[first], places


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


def _ranges(corpus: Corpus, most: int) -> Iterator[range]:
    """Cut the pairs into ranges of so many cells, or of one pair."""
    ends = np.cumsum(corpus.source.lengths * corpus.target.lengths)
    begin = 0
    while begin < len(corpus):
        before = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, before + most, side="right")))
        yield range(begin, end)
        begin = end


def _batches(corpus: Corpus, pairs: range) -> Iterator[Places]:
    """Put pairs of like lengths together; a pair with an empty side is left out."""
    sources, targets = (
        side.lengths[pairs.start : pairs.stop] for side in (corpus.source, corpus.target)
    )
    order = np.argsort(sources, kind="stable")
    order = order[(sources[order] > 0) & (targets[order] > 0)]
    lengths, begins = np.unique(sources[order], return_index=True)
    classes: list[int] = []
    shortest = 0
    for length, begin in zip(lengths.tolist(), begins.tolist(), strict=True):
        if not classes or length > shortest * WIDEST[0] + 2:
            classes.append(begin)
            shortest = length
    for begin, end in pairwise([*classes, len(order)]):
        alike = order[begin:end]
        alike = alike[np.argsort(targets[alike], kind="stable")]
        for part in _parts(int(sources[order[end - 1]]), targets[alike].tolist()):
            yield alike[part] + pairs.start


def _parts(source: int, targets: Sequence[int]) -> Iterator[slice]:
    """Cut pairs into batches: with so many source words at most, and target words, ascending."""
    begin = 0
    for end, target in enumerate(targets):
        full = source * target * (end + 1 - begin) > BATCH_CELLS
        if end > begin and (full or target > targets[begin] * WIDEST[1] + 2):
            yield slice(begin, end)
            begin = end
    yield slice(begin, len(targets))


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
