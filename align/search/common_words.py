"""Words that both sides of a bead have, and what they say: as much as these documents tell.

A name or a number that both sides have speaks for them; a short word that both languages happen to
have does not. Which is which, the documents themselves tell: among the pairs of sentences that the
meaning alone suggests (the chain, `align.search.band`) it is counted how often a word of one side
is also on the other. A word's weight is the logarithm of how much likelier that is than for
any sentence near by. Nothing is known of any language, and nothing is trained.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.search.features import Ends, Values
from align.search.side import Clauses, Flags, Ints

BELIEVED = 2.0
"""Pairs of sentences that what is true of all words counts for, in the trust in one."""

NEAR = 16
"""Sentences that a word has to be told from: about as many as the band around an anchor has."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where the common words stand on one side.

    Attributes:
        words: shape (w,), their numbers, clause after clause.
        starts: shape (n + 1,), the first of each clause, and w.
    """

    words: Ints
    starts: Ints

    def any(self, first: Ints, end: Ints) -> Flags:
        """Whether runs of clauses have any of them."""
        some: Flags = self.starts[end] > self.starts[first]
        return some


@dataclass(frozen=True, slots=True)
class CommonWords:
    """The words that both sides have and that tell something.

    Attributes:
        weights: shape (k,), the weight of each.
        source: where they stand in the source.
        target: where they stand in the target.
    """

    weights: Values
    source: Occurrences
    target: Occurrences

    def shared(self, ends: Ends) -> Values:
        """The summed weight of the words that both sides of each bead have, shape (edges,)."""
        found = np.zeros(len(ends.top))
        some = self.source.any(ends.top, ends.bottom) & self.target.any(ends.left, ends.right)
        if not some.any():
            return found
        beads, size = ends.chosen(some), len(self.weights)
        one, count = _of_beads(self.source, beads.top, beads.bottom, size)
        other, other_count = _of_beads(self.target, beads.left, beads.right, size)
        place = np.minimum(np.searchsorted(other, one), len(other) - 1)
        both = other[place] == one
        bead, word = np.divmod(one[both], size)
        times = np.minimum(count[both], other_count[place[both]])
        found[some] = np.bincount(bead, times * self.weights[word], minlength=len(beads.top))
        return found


def _of_beads(side: Occurrences, first: Ints, end: Ints, size: int) -> tuple[Ints, Ints]:
    """The words that one side of each bead has, and how often.

    Returns:
        `size` times the number of the bead plus that of the word, sorted; and the counts.
    """
    # Many beads have the same run of clauses on one side.
    runs, run = np.unique(np.stack((first, end)), axis=1, return_inverse=True)
    in_run, place = _spread(side.starts[runs[0]], side.starts[runs[1]])
    keys, counts = np.unique(in_run * size + side.words[place], return_counts=True)
    starts = np.searchsorted(keys, np.arange(runs.shape[1] + 1) * size)
    bead, key = _spread(starts[run], starts[run + 1])
    return bead * size + keys[key] % size, counts[key]


def find_common_words(chain: Ints, source: Clauses, target: Clauses) -> CommonWords:
    """Find the words that both sides have, and their weights.

    Args:
        chain: shape (k, 2), pairs of sentences that the meaning alone suggests.
        source: the source.
        target: the target.
    """
    codes = np.intersect1d(source.words.codes, target.words.codes)
    left, right = _occurrences(source, codes), _occurrences(target, codes)
    size = len(codes)
    frequency, of_pairs = [], []
    for place, (side, found) in enumerate(((source, left), (target, right))):
        sentence, word = _of_sentences(side, found)
        frequency.append(np.bincount(word, minlength=size) / (len(side.sentences) - 1))
        pair_of = np.full(len(side.sentences), -1)
        pair_of[chain[:, place]] = np.arange(len(chain))
        known = pair_of[sentence] >= 0
        of_pairs.append(pair_of[sentence[known]] * max(1, size) + word[known])
    # How many pairs have the word, on one side and on both.
    there = sum((_count(keys, size) for keys in of_pairs), np.zeros(size)) / 2
    both = _count(np.intersect1d(of_pairs[0], of_pairs[1]), size)
    of_all = (both.sum() + 1) / (there.sum() + 2)
    trust = (both + BELIEVED * of_all) / (there + BELIEVED)
    chance = np.maximum(np.maximum(*frequency), 1 / NEAR)
    telling = trust > chance
    return CommonWords(
        np.log(trust[telling] / chance[telling]),
        _occurrences(source, codes[telling]),
        _occurrences(target, codes[telling]),
    )


def _count(keys: Ints, size: int) -> Values:
    """How often each word is among keys made of a pair and a word."""
    return np.bincount(keys % max(1, size), minlength=size).astype(np.float64)


def _occurrences(side: Clauses, codes: Ints) -> Occurrences:
    """Find where the words with some codes stand; the codes are sorted."""
    place = np.searchsorted(codes, side.words.codes)
    wanted = np.append(codes, 0)[place] == side.words.codes
    wanted &= place < len(codes)
    before = np.append(0, np.cumsum(wanted))
    return Occurrences(place[wanted], before[side.words.starts])


def _of_sentences(side: Clauses, found: Occurrences) -> tuple[Ints, Ints]:
    """Every word of every sentence, once: the number of the sentence and that of the word."""
    size = int(found.words.max(initial=0)) + 1
    starts = found.starts[side.sentences]
    sentence = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    keys = np.unique(sentence * size + found.words)
    return keys // size, keys % size


def _spread(first: Ints, end: Ints) -> tuple[Ints, Ints]:
    """All places of some ranges, each with the number of its range."""
    sizes = end - first
    group = np.repeat(np.arange(len(sizes)), sizes)
    return group, np.arange(len(group)) + np.repeat(first - np.cumsum(sizes) + sizes, sizes)
