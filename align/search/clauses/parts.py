"""The parts of beads: what is joined inside a bead, and which clauses are no part by themselves.

A clause without partner inside a bead of sentences is more often half of a statement that the other
side makes in one clause than an addition: 'The defendant, X Ltd.,' before 'shall pay', where the
Chinese says both without a comma. It is taken in by the pair beside it where that brings the pair
nearer in meaning. What is said on one side only takes a pair further apart, and stays alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from align.search.lattice import Ints, Scores
from align.search.side import Flags

Nearness = Callable[[Ints, Ints], Scores]
"""The cosines of the two sides of runs that go from places, shape (k, 2), to others."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What beads of sentences are made of: runs of edges of the best path.

    Attributes:
        first: shape (p,), the first edge of each.
        last: the last one.
        beads: the bead of each, the first 0.
        scores: the probability of each.
    """

    first: Ints
    last: Ints
    beads: Ints
    scores: Scores

    def __len__(self) -> int:
        return len(self.first)

    def joined(self, ends: Iterable[int]) -> Parts:
        """Join the parts with these numbers to the ones behind them, whose scores they get."""
        kept = np.ones(len(self), dtype=bool)
        kept[list(ends)] = False
        begins = np.append(True, kept[:-1])
        return Parts(self.first[begins], self.last[kept], self.beads[kept], self.scores[kept])


def take_in_lone_clauses(edges: tuple[Ints, Ints], parts: Parts, nearness: Nearness) -> Parts:
    """Join clauses without partner to a pair beside them that they bring nearer in meaning.

    As many are joined as can be: 'the defendant' alone, before a name, may bring nothing nearer.

    Args:
        edges: shape (e, 2), the places where each edge of the lattice begins and ends.
        parts: the parts of beads; the scores of joined ones are to be found anew.
        nearness: tells how near in meaning runs are.
    """
    while True:
        tails, heads = edges[0][parts.first], edges[1][parts.last]
        lone: Flags = (tails == heads).any(axis=1)
        grown = np.array([*_grown(lone.tolist(), parts.beads.tolist())], dtype=np.int64)
        if not len(grown):
            return parts
        pair, first, last = grown.T
        gains = nearness(tails[first], heads[last]) - nearness(tails[pair], heads[pair])
        best: dict[int, int] = {}
        for k in np.lexsort((-gains, first - last)).tolist():
            if gains[k] > 0:
                best.setdefault(int(parts.beads[pair[k]]), k)
        if not best:
            return parts
        parts = parts.joined(end for k in best.values() for end in range(first[k], last[k]))


def _grown(lone: list[bool], beads: list[int]) -> Iterator[tuple[int, int, int]]:
    """Each pair, and the first and the last part of what it may grow to."""
    for pair, bead in enumerate(beads):
        if lone[pair]:
            continue
        for step in (-1, 1):
            end = pair + step
            while 0 <= end < len(beads) and lone[end] and beads[end] == bead:
                yield pair, min(pair, end), max(pair, end)
                end += step
