"""The search: two sides become beads, each with its posterior, in time linear in their length.

A band is found first (`align.band`). Inside it a window of some hundred units at a time is laid
out as a lattice, scored, and searched; what stands before the window's last sure node (on the
best path, and on nearly every other) is final, and the next window begins there. So no more than
one window is held at once, however long the texts are.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from align.band import Band, find_band
from align.encoders import Floats
from align.features import NAMES as BEAD_NAMES
from align.features import bead_features
from align.lattice import Ints, Lattice, Scores, best_path, build_lattice, posteriors
from align.numbering import number_weights
from align.paragraph_features import NAMES as PARAGRAPH_NAMES
from align.paragraph_features import OTHER_NUMBER, SAME_NUMBER, paragraph_features
from align.side import Side

LONGEST = 7
"""Most units on one side of a bead."""

MOST_UNITS = 8
"""Most units on both sides of a bead together."""

WINDOW = 600
"""Units of one side laid out at once."""

SURE = 0.9995
"""The posterior from which a node counts as sure: a text may be cut there."""

KEPT_BACK = 40
"""Units before a window's end at which no cut is made: their future is not known well enough."""

BEAD_TYPES = np.array(
    [(1, 0), (0, 1)]
    + [(p, q) for p in range(1, LONGEST + 1) for q in range(1, LONGEST + 1) if p + q <= MOST_UNITS]
)


@dataclass(frozen=True, slots=True)
class Run:
    """A bead by the numbers of its units: from the first to the one after the last.

    Attributes:
        source: first source unit and the one after the last; equal where the bead has none.
        target: the same for the target.
        score: the bead's posterior, the probability that just these units belong together.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    score: float

    @property
    def only_source(self) -> bool:
        """Whether it has no target unit (1-0)."""
        return self.target[0] == self.target[1]

    @property
    def only_target(self) -> bool:
        """Whether it has no source unit (0-1)."""
        return self.source[0] == self.source[1]


Node = tuple[int, int]
"""How many source and how many target units are done."""

Progress = Callable[[int], None]
"""Told how many source units are done."""


class Aligner:
    """Aligns two sides, from end to end or in parts."""

    def __init__(self, source: Side, target: Side) -> None:
        self._source, self._target = source, target
        self._chain = np.empty((0, 2), dtype=np.int64)
        self._band = Band(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
        if len(source) and len(target):
            self._chain, self._band = find_band(_embed_each(source), _embed_each(target))
            self._score = _Scorer(source, target, number_weights(self._chain, source, target))

    def align(self, progress: Progress | None = None) -> list[Run]:
        """Align the sides from end to end.

        Every unit is in just one run, and the runs stand in their order on both sides.

        Args:
            progress: called now and then with the number of source units that are done.
        """
        n, m = len(self._source), len(self._target)
        if not (n and m):
            return _unpaired(range(n), range(m))
        runs: list[Run] = []
        at, size = (0, 0), WINDOW
        while at != (n, m):
            end = _window_end(self._chain, at, size, (n, m))
            found, reached = self._search(at, end)
            final = len(found) if end == (n, m) else _last_sure(found, reached, end)
            if final:
                runs += found[:final]
                at, size = (found[final - 1].source[1], found[final - 1].target[1]), WINDOW
                if progress:
                    progress(at[0])
            else:
                size *= 2
        return runs

    def align_parts(self, rows: range, columns: range) -> list[Run]:
        """Align a few units of each side as if nothing else were there to pair them with.

        Args:
            rows: source units, adjacent, at least one.
            columns: target units, wherever they stand.
        """
        low = np.full(len(rows) + 1, columns.start)
        lattice = build_lattice(low, low + len(columns), BEAD_TYPES, rows.start)
        scores = self._score(lattice)
        return _runs(lattice, best_path(lattice, scores), posteriors(lattice, scores))

    def _search(self, at: Node, end: Node) -> tuple[list[Run], Scores]:
        """The runs between two nodes, and the posterior of the node that each one leads to."""
        rows = slice(at[0], end[0] + 1)
        low = np.clip(self._band.low[rows], at[1], end[1])
        high = np.clip(self._band.high[rows], at[1], end[1])
        low[0], high[-1] = at[1], end[1]
        lattice = build_lattice(low, high, BEAD_TYPES, at[0])
        scores = self._score(lattice)
        posterior = posteriors(lattice, scores)
        path = best_path(lattice, scores)
        reached = np.zeros(lattice.nodes)
        np.add.at(reached, lattice.head_ids, posterior)
        of_path: Scores = reached[lattice.head_ids[path]]
        return _runs(lattice, path, posterior), of_path


class _Scorer:
    """Scores the edges of any lattice between two sides."""

    def __init__(self, source: Side, target: Side, numbers: tuple[float, float]) -> None:
        self._sides = source, target
        self._ratio = float(target.lengths.sum() / source.lengths.sum())
        weights = load_weights()
        self._beads = np.array([weights[name] for name in BEAD_NAMES])
        self._paragraphs = np.array([weights.get(name, 0.0) for name in PARAGRAPH_NAMES])
        self._paragraphs[[SAME_NUMBER, OTHER_NUMBER]] = numbers

    def __call__(self, lattice: Lattice) -> Scores:
        scores: Scores = (
            bead_features(lattice, *self._sides, self._ratio) @ self._beads
            + paragraph_features(lattice, *self._sides) @ self._paragraphs
        )
        return scores


def load_weights() -> dict[str, float]:
    """Load the weight of each feature; their provenance stands in the file beside them."""
    document = json.loads((files("align") / "data" / "sentence_weights.json").read_text("utf-8"))
    weights: dict[str, float] = document["weights"]
    return weights


def _embed_each(side: Side) -> Floats:
    first = np.arange(len(side))
    return side.reading.embed(np.stack((first, first + 1), axis=1))


def _window_end(chain: Ints, at: Node, size: int, end: Node) -> Node:
    """The furthest point of the chain within a window's size; the texts' end where that is near."""
    if end[0] - at[0] <= size and end[1] - at[1] <= size:
        return end
    ahead = chain[(chain[:, 0] > at[0]) & (chain[:, 1] > at[1])]
    within = ahead[((ahead - at) <= size).all(axis=1)]
    if len(within):
        return int(within[-1, 0]), int(within[-1, 1])
    return (int(ahead[0, 0]), int(ahead[0, 1])) if len(ahead) else end


def _runs(lattice: Lattice, path: Ints, posterior: Scores) -> list[Run]:
    ends = np.column_stack((lattice.tails[path], lattice.heads[path])).tolist()
    scores = np.minimum(posterior[path], 1.0).tolist()
    return [
        Run((top, bottom), (left, right), score)
        for (top, left, bottom, right), score in zip(ends, scores, strict=True)
    ]


def _unpaired(rows: range, columns: range) -> list[Run]:
    return [Run((i, i + 1), (0, 0), 1.0) for i in rows] + [
        Run((len(rows), len(rows)), (j, j + 1), 1.0) for j in columns
    ]


def _last_sure(found: list[Run], reached: Scores, end: Node) -> int:
    """How many runs of a window are final: those up to its last sure node."""
    for count in range(len(found), 0, -1):
        run = found[count - 1]
        back = min(end[0] - run.source[1], end[1] - run.target[1])
        if reached[count - 1] > SURE and back >= KEPT_BACK:
            return count
    return 0
