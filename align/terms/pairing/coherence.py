"""Whether the words of two candidates are linked with each other and with no words outside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder
from align.terms.candidates import Candidates
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import GAP, Int32s, Ints, Tokens
from align.terms.pairing.cooccurrence import Floats, Pairs
from align.terms.words import Corpus, PackedSide, PairLinks, align_corpus

BATCH_CELLS = 500_000
"""Source words times target words, with those of the padding, that are looked at at once."""

_BARELY = 0.3  # so much of a word may be linked, and it is still taken to be left over
_HALF = 0.5  # from here on a word has a link
_SIGN = ","  # what the aligner is given for a gap


@dataclass(frozen=True, slots=True)
class Coherence:
    """How pairs of candidates stand to the word alignment.

    Attributes:
        share: the share of their links that stay inside, in [0, 1].
        linked: the links inside for each word of the shorter candidate, in [0, 1].
        loose: at how many of the four ends, on average, a word stands beside the candidate that is
            linked with none and so may belong to it.
        bare: how much of their four ends, on average, is linked with no word of the other one, in
            [0, 4]: high where one has a word that the other lacks. A word of a single character
            may lack one (可 in "sustainable"), and so may those that one word translates.
        trust: the share of their units' words that are linked, in [0, 1]: low where the two sides
            of a unit do not say the same.
    """

    share: Floats
    linked: Floats
    loose: Floats
    bare: Floats
    trust: Floats


def coherence(
    source: Candidates,
    target: Candidates,
    pairs: Pairs,
    encoder: Encoder,
    threads: int | None = None,
) -> Coherence:
    """Tell of each pair how coherent it is by the word alignment.

    A phrase pair is consistent with a word alignment where no word in it is linked to one outside
    (Och and Ney, 2004). Here the links count by their probabilities: the coherence is the share of
    those of the two candidates' words that stay inside. Of several occurrences in a unit the most
    coherent ones count; the result is the mean over the units in which both stand.
    """
    sides = (source, target)
    corpus = Corpus(*(_words(side.tokens) for side in sides))
    links = align_corpus(corpus, encoder, threads=threads).packed_links()
    width = max(len(target), 1)
    keys = pairs.source * width + pairs.target
    order = np.argsort(keys)
    keys = keys[order]
    sums = np.zeros((5, len(keys)))
    wanted = pairs.source, pairs.target
    here, there = (_Stands.of(side, one) for side, one in zip(sides, wanted, strict=True))
    for found in links:
        for units in _batches(here, there, found.pairs):
            _add(keys, width, _Side.of(here, units), _Side.of(there, units), found.of(units), sums)
    result = np.empty_like(sums)
    result[:, order] = sums / np.maximum(pairs.together[order], 1)
    return Coherence(*result)


def _words(tokens: Tokens) -> PackedSide:
    words = [*tokens.words, _SIGN]
    ids = np.where(tokens.ids == GAP, np.int32(len(tokens.words)), tokens.ids)
    return PackedSide.of(ids, tokens.bounds, words)


@dataclass(frozen=True, slots=True)
class _Stands:
    """Where the candidates of a side stand that have a pair, unit by unit.

    Attributes:
        side: the side.
        which: of each occurrence, the candidate.
        place: its first token.
        bounds: where the occurrences of each unit begin, and where those of the last one end.
        tokens: the same of the tokens.
    """

    side: Candidates
    which: Int32s
    place: Int32s
    bounds: Ints
    tokens: Ints

    @classmethod
    def of(cls, side: Candidates, wanted: Ints) -> _Stands:
        """Return where some of a side's candidates stand."""
        paired = np.zeros(len(side), np.bool_)
        paired[wanted] = True
        held = np.flatnonzero(np.repeat(paired, side.counts))
        held = held[np.argsort(side.unit[held], kind="stable")]
        units = np.arange(len(side.texts) + 1, dtype=side.unit.dtype)
        return cls(
            side,
            side.candidates_of(held).astype(np.int32),
            side.place[held],
            np.searchsorted(side.unit[held], units),
            side.tokens.bounds,
        )


def _batches(source: _Stands, target: _Stands, units: range) -> Iterator[range]:
    """Cut units into ranges whose tables of links take about as much room."""
    begin, longest = units.start, (1, 1)
    here = slice(units.start, units.stop + 1)
    sizes = (np.diff(side.tokens[here]).tolist() for side in (source, target))
    for end, size in enumerate(zip(*sizes, strict=True), units.start):
        grown = max(longest[0], size[0] + 1), max(longest[1], size[1] + 1)
        if end > begin and grown[0] * grown[1] * (end + 1 - begin) > BATCH_CELLS:
            yield range(begin, end)
            begin, grown = end, (size[0] + 1, size[1] + 1)
        longest = grown
    if begin < units.stop:
        yield range(begin, units.stop)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of some units.

    Attributes:
        roles: shape (units, most tokens and one more), the role of each token; BREAK behind.
        long: the same shape, whether a token has several characters.
        which: of each occurrence in these units, the candidate.
        unit: which of the units it is in.
        begin: its first token, counted in the unit.
        end: the one after its last.
        words: of each occurrence, how many words the candidate has, without the linking ones.
    """

    roles: npt.NDArray[np.int8]
    long: npt.NDArray[np.bool_]
    which: Ints
    unit: Ints
    begin: Ints
    end: Ints
    words: Ints

    @classmethod
    def of(cls, stands: _Stands, units: range) -> _Side:
        """Return one side of the units."""
        side, tokens = stands.side, stands.side.tokens
        bounds = stands.tokens[units.start : units.stop + 1]
        lengths = np.diff(bounds)
        inside = np.arange(lengths.max() + 1) < lengths[:, None]
        here = slice(bounds[0], bounds[-1])
        roles = np.full(inside.shape, Role.BREAK, np.int8)
        roles[inside] = tokens.roles[here]
        long = np.zeros(inside.shape, np.bool_)
        long[inside] = tokens.ends[here] - tokens.starts[here] > 1
        standing = stands.bounds[units.start : units.stop + 1]
        unit = np.repeat(np.arange(len(units)), np.diff(standing))
        which = stands.which[standing[0] : standing[-1]].astype(np.int64)
        begin = stands.place[standing[0] : standing[-1]] - bounds[unit]
        return cls(roles, long, which, unit, begin, begin + side.length[which], side.words[which])


def _add(keys: Ints, width: int, left: _Side, right: _Side, links: PairLinks, sums: Floats) -> None:
    """Add the coherence of the pairs of some units to the sums."""
    rows, columns = _together(left, right)
    wanted = left.which[rows] * width + right.which[columns]
    at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
    held = keys[at] == wanted if len(keys) else np.zeros(0, np.bool_)
    found, rows, columns = at[held], rows[held], columns[held]
    if not len(found):
        return
    table = np.zeros((len(links.pairs), left.roles.shape[1], right.roles.shape[1]))
    linked = np.repeat(np.arange(len(links.pairs)), np.diff(links.begins))
    table[linked, links.source + 1, links.target + 1] = links.probability
    spread = table.sum(2), table.sum(1)
    table = table.cumsum(1).cumsum(2)
    unit = left.unit[rows]
    low, high = left.begin[rows], left.end[rows]
    first, last = right.begin[columns], right.end[columns]
    inside = _between(table, unit, (low, high), (first, last))
    bare = _bare(table, unit, (left.long, right.long), (low, high), (first, last))
    touched = [total.cumsum(1) for total in spread]
    touching = (
        touched[0][unit, high]
        - touched[0][unit, low]
        + touched[1][unit, last]
        - touched[1][unit, first]
    )
    share = 2 * inside / np.maximum(touching, 1e-9)
    loose = _loose(left.roles, spread[0], unit, low, high)
    loose += _loose(right.roles, spread[1], unit, first, last)
    trust = (_linked_share(left.roles, spread[0]) + _linked_share(right.roles, spread[1])) / 2
    linked = np.minimum(
        inside / np.maximum(np.minimum(left.words[rows], right.words[columns]), 1), 1
    )
    best = np.lexsort((-share, found, unit))
    pair = unit[best] * len(keys) + found[best]
    best = best[np.append(True, pair[1:] != pair[:-1])]
    for total, values in zip(sums, (share, linked, loose, bare, trust[unit]), strict=True):
        np.add.at(total, found[best], values[best])


def _together(left: _Side, right: _Side) -> tuple[Ints, Ints]:
    """Return each occurrence of the left side beside each of the right side in its unit."""
    bounds = np.searchsorted(right.unit, np.arange(len(right.roles) + 1))
    partners = np.diff(bounds)[left.unit]
    before = np.cumsum(partners) - partners
    rows = np.repeat(np.arange(len(left.unit)), partners)
    columns = np.arange(len(rows)) + np.repeat(bounds[left.unit] - before, partners)
    return rows, columns


def _between(table: Floats, unit: Ints, one: tuple[Ints, Ints], other: tuple[Ints, Ints]) -> Floats:
    """Return the links between two spans of a unit, of the table of their running sums."""
    (low, high), (first, last) = one, other
    found: Floats = (
        table[unit, high, last]
        - table[unit, low, last]
        - table[unit, high, first]
        + table[unit, low, first]
    )
    return found


def _bare(
    table: Floats,
    unit: Ints,
    long: tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]],
    one: tuple[Ints, Ints],
    other: tuple[Ints, Ints],
) -> Floats:
    """Count the ends of spans that have no link into the other span, where both may have some."""
    bare = np.zeros(len(unit))
    for place in (one[0], one[1] - 1):
        bare += long[0][unit, place] * _lack(_between(table, unit, (place, place + 1), other))
    for place in (other[0], other[1] - 1):
        bare += long[1][unit, place] * _lack(_between(table, unit, one, (place, place + 1)))
    several = (one[1] - one[0] > 1) & (other[1] - other[0] > 1)
    return np.where(several, bare, 0.0)


def _lack(links: Floats) -> Floats:
    """Return how far words are from having a link."""
    lack: Floats = 1 - np.minimum(links / _HALF, 1)
    return lack


def _linked_share(roles: npt.NDArray[np.int8], linked: Floats) -> Floats:
    """Return how many of each unit's words, without the linking ones, have a link."""
    words = roles[:, :-1] >= Role.WEAK
    shares: Floats = (words & (linked[:, 1:] > _HALF)).sum(1) / np.maximum(words.sum(1), 1)
    return shares


def _loose(
    roles: npt.NDArray[np.int8], linked: Floats, unit: Ints, begin: Ints, end: Ints
) -> Floats:
    """Count the ends of occurrences beside which a word is left over."""
    left_over = np.zeros(roles.shape, np.bool_)
    left_over[:, :-1] = (roles[:, :-1] >= Role.QUALIFIER) & (linked[:, 1:] < _BARELY)
    # Before the first word stands what is behind the last one: no word.
    ends: Floats = left_over[unit, begin - 1].astype(np.float64) + left_over[unit, end]
    return ends
