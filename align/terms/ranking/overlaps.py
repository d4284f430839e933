"""Lowers what other entries cover: pieces of better ones, what only holds one, two side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from align.terms.candidates import Candidates
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import GAP
from align.terms.pairing.linking import Linked

RARE = 2
"""Up to this many occurrences a candidate that overlaps a better one is likely a piece of it."""

SELDOM_ALONE = 0.1
"""So is one that recurs, but of which a smaller share is outside of one longer candidate."""

_LATER = 0.5  # a piece is looked at after entries of so much of its score
_LOWERED, _LOWERED_FREQUENT, _LOWERED_JOINED, _LOWERED_PIECE = 0.55, 0.25, 0.8, 0.85
_LOWERED_ONCE = 0.5  # what joins two things and is said once
_MUCH_MORE = 2  # times that the parts of what is joined occur as often as the whole
_MOST = 50  # occurrences that are looked at


def without_overlaps(
    source: Candidates, target: Candidates, linked: Sequence[Linked], scores: Sequence[float]
) -> list[float]:
    """Return the scores, lower for entries that overlap better ones wherever they stand.

    Args:
        source: the candidates of the source.
        target: those of the target.
        linked: the entries.
        scores: the scores of these.
    """
    joined = (
        _Joined(source, [entry.source for entry in linked]),
        _Joined(target, [entry.target for entry in linked]),
    )
    taken = _Taken(source), _Taken(target)
    names = _Names(source), _Names(target)
    partners = _Partners(source), _Partners(target)
    pieces = [
        _is_piece(source, entry.source) or _is_piece(target, entry.target) for entry in linked
    ]
    result = [0.0] * len(linked)
    order = [-score * (_LATER if piece else 1) for score, piece in zip(scores, pieces, strict=True)]
    for place in sorted(range(len(linked)), key=order.__getitem__):
        entry = linked[place]
        both = entry.source, entry.target
        share = min(cover.take(candidate) for cover, candidate in zip(taken, both, strict=True))
        rare = len(entry.units) <= RARE
        marked = source.marks[entry.source] | target.marks[entry.target]
        lowered = _LOWERED if rare and not marked else _LOWERED_FREQUENT
        lowered = (_LOWERED_PIECE if pieces[place] else lowered) * share
        if all(map(_Names.has_word_before, names, both)) and any(
            map(_Names.has_name_before, names, both)
        ):
            lowered = _LOWERED_PIECE
        if rare and any(map(_Partners.hold, partners, reversed(both), both)):
            lowered = _LOWERED_PIECE
        for found, other, candidate in zip(partners, reversed(both), both, strict=True):
            found.add(other, candidate)
        if rare and all(side.two(candidate) for side, candidate in zip(joined, both, strict=True)):
            lowered = _LOWERED_JOINED
        elif len(entry.units) == 1 and not marked and all(map(_Joined.joins, joined, both)):
            lowered = max(lowered, _LOWERED_ONCE)
        result[place] = scores[place] * (1 - lowered)
    return result


def _is_piece(side: Candidates, candidate: int) -> bool:
    """Tell whether a candidate that recurs hardly ever stands outside of a longer one."""
    count = side.first[candidate + 1] - side.first[candidate]
    return bool(count > 1 and side.alone[candidate] < SELDOM_ALONE)


class _Names:
    """Tells names of which the text always has more before what was found: Capital|Fund.

    Args:
        side: the candidates of one side.
    """

    def __init__(self, side: Candidates) -> None:
        self._side = side
        roles = side.tokens.roles
        before = roles[side.place - 1]
        before = np.where(before == Role.JOIN, roles[side.place - 2], before)
        self._least = np.minimum.reduceat(before, side.first[:-1])

    def has_word_before(self, which: int) -> bool:
        """Tell whether a word, or a word and "and", stands before all occurrences."""
        return bool(self._least[which] >= Role.QUALIFIER)

    def has_name_before(self, which: int) -> bool:
        """Tell whether this word begins with a capital wherever the candidate does."""
        tokens = self._side.tokens
        begins = self._side.place[self._side.occurrences(which)][:_MOST]
        before = np.where(tokens.roles[begins - 1] == Role.JOIN, begins - 2, begins - 1)
        return all(
            self._side.texts[tokens.units[place]][tokens.starts[place]].isupper()
            for place in (*begins.tolist(), *before.tolist())
        )


class _Partners:
    """The better partners of the other side's candidates, of which one may hold another one.

    Args:
        side: the side that the partners are of.
    """

    def __init__(self, side: Candidates) -> None:
        self._side = side
        self._found: dict[int, list[int]] = defaultdict(list)

    def add(self, other: int, which: int) -> None:
        """Add a partner."""
        self._found[other].append(which)

    def hold(self, other: int, which: int) -> bool:
        """Tell whether a candidate is a piece of a partner, as it is spelled."""
        better = self._found.get(other, ())
        return any(self._text(which) in self._text(partner) for partner in better)

    def _text(self, which: int) -> str:
        words = self._side.tokens.words
        return "".join(words[word] if word != GAP else " " for word in self._side.ids(which))


class _Joined:
    """Tells a term from two with a linking word between: "Security Council and Members".

    Args:
        side: the candidates of one side.
        linked: those that have partners.
    """

    def __init__(self, side: Candidates, linked: Sequence[int]) -> None:
        self._side = side
        self._counts: dict[bytes, int] = {
            side.ids(which).tobytes(): int(side.counts[which]) for which in set(linked)
        }

    def joins(self, which: int) -> bool:
        """Tell whether a candidate has a word such as "and" inside."""
        first = int(self._side.place[self._side.first[which]])
        last = first + int(self._side.length[which])
        return bool((self._side.tokens.roles[first:last] == Role.JOIN).any())

    def two(self, which: int) -> bool:
        """Tell whether a candidate is two that are in use by themselves, and much more often."""
        side = self._side
        first = int(side.place[side.first[which]])
        ids = side.tokens.ids[first : first + int(side.length[which])]
        inner = (ids != GAP) & (side.tokens.roles[first : first + len(ids)] >= Role.WEAK)
        least = _MUCH_MORE * int(side.counts[which])
        words = np.flatnonzero(inner)
        return any(
            behind - before > 1
            and self._counts.get(ids[: before + 1].tobytes(), 0) >= least
            and self._counts.get(ids[behind:].tobytes(), 0) >= least
            for before, behind in pairwise(words.tolist())
        )


class _Taken:
    """Which tokens of a side belong to better entries.

    Args:
        side: the candidates of that side.
    """

    def __init__(self, side: Candidates) -> None:
        self._side = side
        self._tokens = np.zeros(len(side.tokens.ids), np.bool_)

    def take(self, which: int) -> float:
        """Take a candidate's tokens; return the share of its occurrences that had some taken."""
        begins = self._side.place[self._side.occurrences(which)][:_MOST]
        places = begins[:, None] + np.arange(self._side.length[which])
        overlapped = int(self._tokens[places].any(axis=1).sum())
        self._tokens[places] = True
        return overlapped / len(begins)
