"""Whether the words of two candidates are linked with each other and with no words outside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder
from align.terms.candidates import Candidates
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import GAP, Ints, Tokens
from align.terms.pairing.cooccurrence import Floats, Pairs
from align.terms.words import Link, align_words

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


def coherence(source: Candidates, target: Candidates, pairs: Pairs, encoder: Encoder) -> Coherence:
    """Tell of each pair how coherent it is by the word alignment.

    A phrase pair is consistent with a word alignment where no word in it is linked to one outside
    (Och and Ney, 2004). Here the links count by their probabilities: the coherence is the share of
    those of the two candidates' words that stay inside. Of several occurrences in a unit the most
    coherent ones count; the result is the mean over the units in which both stand.
    """
    sides = (source, target)
    inputs = zip(*(_words(side.tokens, len(side.texts)) for side in sides), strict=True)
    links = align_words(inputs, encoder).links()
    width = max(len(target), 1)
    keys = pairs.source * width + pairs.target
    order = np.argsort(keys)
    keys = keys[order]
    sums = np.zeros((5, len(keys)))
    units = [_units(side.tokens, len(side.texts)) for side in sides]
    for occurrences, found, *places in zip(_by_unit(source, target), links, *units, strict=True):
        _add_unit(keys, width, sides, places, occurrences, found, sums)
    result = np.empty_like(sums)
    result[:, order] = sums / np.maximum(pairs.together[order], 1)
    return Coherence(*result)


def _units(tokens: Tokens, units: int) -> Iterator[slice]:
    """Give the places of each unit's tokens."""
    bounds = np.searchsorted(tokens.units, np.arange(units + 1)).tolist()
    for begin, end in pairwise(bounds):
        yield slice(begin, end)


def _words(tokens: Tokens, units: int) -> Iterator[list[str]]:
    ids = tokens.ids.tolist()
    for places in _units(tokens, units):
        yield [_SIGN if place == GAP else tokens.words[place] for place in ids[places]]


def _by_unit(source: Candidates, target: Candidates) -> Iterator[list[tuple[Ints, Ints, Ints]]]:
    """Give the candidates of each unit, and the tokens at which each occurrence begins and ends."""
    columns: list[tuple[Ints, Ints, Ints, Ints]] = []
    for side in (source, target):
        order = np.argsort(side.unit, kind="stable")
        which = side.which[order]
        units = np.arange(len(side.texts) + 1)
        base = np.searchsorted(side.tokens.units, units)
        begin = side.place[order] - base[side.unit[order]]
        bounds = np.searchsorted(side.unit[order], units)
        columns.append((which, begin, begin + side.length[which], bounds))
    for unit in range(len(source.texts)):
        yield [
            (which[here], begin[here], end[here])
            for which, begin, end, bounds in columns
            for here in [slice(bounds[unit], bounds[unit + 1])]
        ]


def _add_unit(
    keys: Ints,
    width: int,
    sides: tuple[Candidates, Candidates],
    places: Sequence[slice],
    occurrences: list[tuple[Ints, Ints, Ints]],
    links: Iterable[Link],
    sums: Floats,
) -> None:
    """Add the coherence of one unit's pairs to the sums."""
    (left, *left_span), (right, *right_span) = occurrences
    wanted = (left[:, None] * width + right).ravel()
    at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
    held = np.flatnonzero(keys[at] == wanted) if len(keys) else np.empty(0, np.int64)
    if not len(held):
        return
    rows, columns = held // len(right), held % len(right)
    tokens = [side.tokens for side in sides]
    roles = [side.roles[at] for side, at in zip(tokens, places, strict=True)]
    long = [side.ends[at] - side.starts[at] > 1 for side, at in zip(tokens, places, strict=True)]
    size = len(roles[0]), len(roles[1])
    table = np.zeros((size[0] + 1, size[1] + 1))
    for item in links:
        table[item.source + 1, item.target + 1] = item.probability
    spread = table.sum(1), table.sum(0)
    table = table.cumsum(0).cumsum(1)
    low, high = (bound[rows] for bound in left_span)
    first, last = (bound[columns] for bound in right_span)
    inside = _between(table, low, high, first, last)
    bare = _bare(table, long, (low, high), (first, last))
    touched = [total.cumsum() for total in spread]
    touching = touched[0][high] - touched[0][low] + touched[1][last] - touched[1][first]
    share = 2 * inside / np.maximum(touching, 1e-9)
    loose = _loose(roles[0], spread[0], low, high) + _loose(roles[1], spread[1], first, last)
    shorter = np.minimum(sides[0].words[left[rows]], sides[1].words[right[columns]])
    found = at[held]
    best = np.lexsort((-share, found))
    found, share = found[best], share[best]
    linked = np.minimum(inside[best] / np.maximum(shorter[best], 1), 1)
    once = np.append(True, found[1:] != found[:-1])
    sums[0, found[once]] += share[once]
    sums[1, found[once]] += linked[once]
    sums[2, found[once]] += loose[best][once]
    sums[3, found[once]] += bare[best][once]
    sums[4, found[once]] += (
        _linked_share(roles[0], spread[0]) + _linked_share(roles[1], spread[1])
    ) / 2


def _between(table: Floats, low: Ints, high: Ints, first: Ints, last: Ints) -> Floats:
    """Return the links between two spans, of the table of their running sums."""
    found: Floats = table[high, last] - table[low, last] - table[high, first] + table[low, first]
    return found


def _bare(
    table: Floats,
    long: Sequence[npt.NDArray[np.bool_]],
    one: tuple[Ints, Ints],
    other: tuple[Ints, Ints],
) -> Floats:
    """Count the ends of spans that have no link into the other span, where both may have some."""
    bare = np.zeros(len(one[0]))
    for place in (one[0], one[1] - 1):
        bare += long[0][place] * _lack(_between(table, place, place + 1, *other))
    for place in (other[0], other[1] - 1):
        bare += long[1][place] * _lack(_between(table, *one, place, place + 1))
    several = (one[1] - one[0] > 1) & (other[1] - other[0] > 1)
    return np.where(several, bare, 0.0)


def _lack(links: Floats) -> Floats:
    """Return how far words are from having a link."""
    lack: Floats = 1 - np.minimum(links / _HALF, 1)
    return lack


def _linked_share(roles: npt.NDArray[np.int8], linked: Floats) -> float:
    """Return how many of a unit's words, without the linking ones, have a link."""
    words = roles >= Role.WEAK
    return float(np.mean(linked[1:][words] > _HALF)) if words.any() else 0.0


def _loose(roles: npt.NDArray[np.int8], linked: Floats, begin: Ints, end: Ints) -> Floats:
    """Count the ends of occurrences beside which a word is left over."""
    left_over = np.append((roles >= Role.QUALIFIER) & (linked[1:] < _BARELY), False)
    # Before the first word stands the False at the end.
    ends: Floats = left_over[begin - 1].astype(np.float64) + left_over[end]
    return ends
