"""The best other choice: the best path through a lattice that does not have a certain bead.

A path has a bead where it passes the bead's first and last corner and none between. So it does not
have it where it avoids the first, or avoids the last, or passes both and one more between: the best
path of each kind is searched with the edges that it may use, and the best of them is the other
choice. A sentence without partner may be left out at many places: the other choice gives it one.
Both paths differ in few edges; each feature's weight times the difference of its sums over
the two paths says how much it spoke for the bead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

import numpy as np

from align.explanation.lattice import Searched, Stretch, Window, first_search
from align.search.lattice import Ints
from align.search.sentences.search import POSSIBLE, Outline
from align.search.side import Flags

NEAR = 6
"""Beads before and behind that the first search is shown with; beyond the cuts, sentences."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What one feature said.

    Attributes:
        feature: its name in the weights.
        here: its sum over the path with the bead.
        there: its sum over the best other path.
        gain: its weight times the difference; above 0 it spoke for the bead. It is the logarithm
            of a factor of the odds.
    """

    feature: str
    here: float
    there: float
    gain: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """A bead against the best other choice.

    Attributes:
        bead: the bead.
        chosen: the beads where the two paths differ, on the path with the bead.
        other: those on the other path.
        differences: what each feature that differs said, the loudest first.
        by_clause: whether the second search decided, over clauses; otherwise the first one, which
            found the other choice all but impossible, or cut the text where it does not go.
    """

    bead: Stretch
    chosen: tuple[Stretch, ...]
    other: tuple[Stretch, ...]
    differences: tuple[Difference, ...]
    by_clause: bool

    @property
    def gain(self) -> float:
        """The logarithm of how many times likelier the path with the bead is than the other."""
        return sum(difference.gain for difference in self.differences)


def compare(window: Window, source: range, target: range) -> Comparison | None:
    """Compare a bead with the best other choice.

    Args:
        window: what the first search left of the sentences around the bead.
        source: the bead's source sentences; empty where it has none, wherever it stands then.
        target: the same for the target.

    Returns:
        None where the outline's best path has no such bead.
    """
    outline = window.outline
    piece = _piece(outline, source, target)
    if piece is None:
        return None
    searched = window.second_search(piece)
    path, chosen = searched.best_of_all
    places = [k for k, stretch in enumerate(chosen) if stretch.has(source, target)]
    if path is None or not places:
        return None
    place, bead = places[0], chosen[places[0]]
    other = best_without(searched, bead)
    second = None
    if other is not None:
        second = _difference(searched, bead, path, other, by_clause=True)
        if second.gain < -np.log(POSSIBLE):
            return second
    searched = first_search(window.pair, window.weights, *_near(outline, piece, chosen, place))
    path, other = best_with(searched, bead), best_without(searched, bead)
    if path is None or other is None:
        return second
    first = _difference(searched, bead, path, other, by_clause=False)
    if second is not None and (second.gain < first.gain or _was_left(outline, piece, first)):
        return second
    return first


def first_partner(window: Window, source: range, target: range) -> Stretch | None:
    """The bead that has the first of some sentences on a window's best path, with a partner there.

    Args:
        window: what the first search left of the sentences around.
        source: source sentences; empty where target ones are meant.
        target: target sentences.
    """
    piece = _piece(window.outline, source[:1], target[:1])
    if piece is None:
        return None
    for stretch in window.second_search(piece).best_of_all[1]:
        rows, columns = range(stretch.top, stretch.bottom), range(stretch.left, stretch.right)
        if rows and columns and (source[:1] or target[:1])[0] in (rows if source else columns):
            return stretch
    return None


def _was_left(outline: Outline, piece: int, comparison: Comparison) -> bool:
    """Whether the first search had left the other choice to the second one.

    It has not where it cut the text at a node that the other choice does not pass.
    """
    left = {Stretch(*corners) for corners in outline.beads.tolist()}
    whole = Stretch(*outline.cuts[piece : piece + 2].ravel().tolist())
    return left.issuperset(comparison.other) and all(map(whole.covers, comparison.other))


def _near(outline: Outline, piece: int, chosen: Sequence[Stretch], place: int) -> tuple[Ints, Ints]:
    """The corners around a bead between which the first search is shown, over cuts too.

    A cut is a decision of the first search as well, and may be a doubtful one.
    """
    cuts = outline.cuts
    if place >= NEAR:
        begin = np.array([chosen[place - NEAR].top, chosen[place - NEAR].left])
    else:
        before = np.flatnonzero((cuts[piece] - cuts[: piece + 1]).min(axis=1) >= NEAR)
        begin = cuts[before[-1]] if len(before) else cuts[0]
    if place + NEAR < len(chosen):
        end = np.array([chosen[place + NEAR].bottom, chosen[place + NEAR].right])
    else:
        behind = np.flatnonzero((cuts[piece + 1 :] - cuts[piece + 1]).min(axis=1) >= NEAR)
        end = cuts[piece + 1 + behind[0]] if len(behind) else cuts[-1]
    return begin, end


def _piece(outline: Outline, source: range, target: range) -> int | None:
    """The piece between two cuts that has some sentences, all of them."""
    inside = np.ones(len(outline.cuts) - 1, dtype=bool)
    for side, sentences in enumerate((source, target)):
        if sentences:
            inside &= outline.cuts[:-1, side] <= sentences.start
            inside &= outline.cuts[1:, side] >= sentences.stop
    pieces = np.flatnonzero(inside)
    return int(pieces[0]) if len(pieces) else None


def best_with(searched: Searched, bead: Stretch) -> Ints | None:
    """The best path that has a bead."""
    lattice = searched.lattice
    first = searched.place(bead.top, bead.left)
    last = searched.place(bead.bottom, bead.right)
    inside = (lattice.tails >= first).all(axis=1) & (lattice.heads <= last).all(axis=1)
    at_last = (lattice.heads == last).all(axis=1) | ~searched.is_corner[1]
    at_first = (lattice.tails == first).all(axis=1) | ~searched.is_corner[0]
    fitting = ~inside | (at_first & at_last)
    return searched.best(searched.through(first) & searched.through(last) & fitting)


def best_without(searched: Searched, bead: Stretch) -> Ints | None:
    """The best path that does not have a bead; a sentence left unpaired is not so on it."""
    if not (bead.source and bead.target):
        return _best_with_partner(searched, bead)
    best, highest = None, -np.inf
    for allowed in _ways_without(searched, bead):
        path = searched.best(allowed)
        if path is not None and (total := float(searched.scores[path].sum())) > highest:
            best, highest = path, total
    return best


def _best_with_partner(searched: Searched, alone: Stretch) -> Ints | None:
    """The best path on which a sentence is not left out, wherever that might be.

    A path that leaves it out clause by clause, between two corners, gives way to the two best
    that avoid the one or the other; the best of all that are left is looked at next.
    """
    lattice = searched.lattice
    begin, end = searched.place(alone.top, alone.left), searched.place(alone.bottom, alone.right)
    own, opposite = (0, 1) if alone.source else (1, 0)
    leaves_out = (lattice.tails[:, own] == begin[own]) & (lattice.heads[:, own] == end[own])
    leaves_out &= lattice.tails[:, opposite] == lattice.heads[:, opposite]
    leaves_out &= searched.is_corner.all(axis=0)
    waiting: list[tuple[float, int, Ints, Flags]] = []
    tries = count()

    def wait(allowed: Flags) -> None:
        path = searched.best(allowed)
        if path is not None:
            heappush(waiting, (-float(searched.scores[path].sum()), next(tries), path, allowed))

    wait(~leaves_out)
    while waiting:
        _, _, path, allowed = heappop(waiting)
        again = [stretch for stretch in searched.stretches(path) if _same_alone(stretch, alone)]
        if not again:
            return path
        for place in (
            searched.place(again[0].top, again[0].left),
            searched.place(again[0].bottom, again[0].right),
        ):
            wait(allowed & searched.around(place))
    return None


def _same_alone(stretch: Stretch, alone: Stretch) -> bool:
    """Whether a bead leaves out the same sentence, wherever."""
    if alone.source:
        return not stretch.target and (stretch.top, stretch.bottom) == (alone.top, alone.bottom)
    return not stretch.source and (stretch.left, stretch.right) == (alone.left, alone.right)


def _ways_without(searched: Searched, bead: Stretch) -> Iterator[Flags]:
    """Edges of which each path without a bead is made, in sets that together have all of them."""
    first = searched.place(bead.top, bead.left)
    last = searched.place(bead.bottom, bead.right)
    yield searched.around(first)
    yield searched.around(last)
    both = searched.through(first) & searched.through(last)
    for row in range(bead.top, bead.bottom + 1):
        for column in range(bead.left, bead.right + 1):
            between = searched.place(row, column)
            if (between > first).any() and (between < last).any():
                yield both & searched.through(between)


def _difference(
    searched: Searched, bead: Stretch, path: Ints, other: Ints, *, by_clause: bool
) -> Comparison:
    chosen, without = searched.stretches(path), searched.stretches(other)
    same = set(chosen) & set(without)
    differences = []
    for name, values in searched.group.items():
        here, there = float(values[path].sum()), float(values[other].sum())
        gain = searched.weights[name] * (here - there)
        if gain:
            differences.append(Difference(name, here, there, gain))
    differences.sort(key=lambda difference: -abs(difference.gain))
    return Comparison(
        bead,
        tuple(stretch for stretch in chosen if stretch not in same),
        tuple(stretch for stretch in without if stretch not in same),
        tuple(differences),
        by_clause,
    )
