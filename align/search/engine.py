"""The search: two sides become beads, each with its posterior, in time linear in their length.

A band is found first (`align.search.band`). Inside it some hundred sentences at a time are
searched quickly (`align.search.sentences.search`); what stands before the last sure node is
searched closely, by clauses (`align.search.clauses.search`), and the next window begins there. So
no more than one window is held at once, however long the texts are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from align.search.clauses.search import Run, search_clauses
from align.search.lattice import Ints
from align.search.pair import Pair, make_pair
from align.search.sentences.search import Node, Outline, search_band, search_sentences
from align.search.side import Side
from align.search.trust import trust_in_breaks
from align.search.weights import Weights, load_weights

WINDOW = 600
"""Sentences of one side laid out at once."""

LARGEST_WINDOW = 4 * WINDOW
"""Where even so many sentences have no sure node, the window's end is taken for one."""

KEPT_BACK = 40
"""Sentences before a window's end at which no cut is used: their future isn't known well enough."""

Progress = Callable[[int], None]
"""Told how many source sentences are done."""


class Aligner:
    """Aligns two sides, from end to end or in parts."""

    def __init__(
        self,
        source: Side,
        target: Side,
        weights: Weights | None = None,
        *,
        sure_parts: bool = False,
    ) -> None:
        """Look at both sides as a whole; weights other than those that ship are for training.

        Those that ship are the ones for the sides' languages.

        Weights may know Chinese as the source. So the search goes from the side whose
        clauses have fewer characters, whichever is the source: `turned` says whether it is turned.
        """
        self.turned = bool(
            len(source) and len(target)
            and target.clauses.lengths.mean() < source.clauses.lengths.mean()
        )  # fmt: skip
        self._sides = (target, source) if self.turned else (source, target)
        self._sure_parts = sure_parts
        self.weights = weights or load_weights(source.clauses.language, target.clauses.language)
        if len(source) and len(target):
            pair = make_pair(*self._sides)
            end = _window_end(pair.chain, (0, 0), WINDOW, (len(pair.source), len(pair.target)))
            self._pair = replace(pair, trust=trust_in_breaks(pair, self.weights, end))

    @property
    def pair(self) -> Pair:
        """Both sides, as they are searched, and what is known of them as a whole.

        Neither of them may be empty.
        """
        return self._pair

    def align(self, progress: Progress | None = None) -> list[Run]:
        """Align the sides from end to end.

        Every sentence is in just one run, and the runs stand in their order on both sides.

        Args:
            progress: called now and then with the number of source sentences that are done.
        """
        if not all(map(len, self._sides)):
            return _unpaired(*self._sides)
        runs: list[Run] = []
        for outline in self.outlines():
            runs += self._search(outline)
            if progress:
                progress(int(outline.cuts[-1, int(self.turned)]))
        return runs

    def outlines(self) -> Iterator[Outline]:
        """What the first search leaves to the second one, window after window.

        Each begins where the one before it ends; neither side may be empty.
        """
        n, m = map(len, self._sides)
        at, size = (0, 0), WINDOW
        while at != (n, m):
            end = _window_end(self._pair.chain, at, size, (n, m))
            outline = search_sentences(self._pair, self.weights, at, end)
            if end != (n, m):
                final = _final(outline)
                if len(final.cuts) == 1 and size < LARGEST_WINDOW:
                    size *= 2
                    continue
                if len(final.cuts) > 1:
                    outline = final
            yield outline
            at, size = (int(outline.cuts[-1, 0]), int(outline.cuts[-1, 1])), WINDOW

    def align_parts(self, rows: range, columns: range) -> list[Run]:
        """Align a few sentences of each side as if nothing else were there to pair them with.

        Args:
            rows: source sentences, adjacent, at least one.
            columns: target sentences, wherever they stand, at least one.
        """
        return self._search(self.outline_of_parts(rows, columns))

    def outline_of_parts(self, rows: range, columns: range) -> Outline:
        """What the first search leaves of a few sentences of each side (see `align_parts`)."""
        if self.turned:
            rows, columns = columns, rows
        low = np.full(len(rows) + 1, columns.start)
        return search_band(self._pair, self.weights, low, low + len(columns), rows.start)

    def _search(self, outline: Outline) -> list[Run]:
        runs = search_clauses(self._pair, self.weights, outline, sure_parts=self._sure_parts)
        return [run.turned() for run in runs] if self.turned else runs


def _window_end(chain: Ints, at: Node, size: int, end: Node) -> Node:
    """The furthest point of the chain within a window's size; the texts' end where that is near."""
    if end[0] - at[0] <= size and end[1] - at[1] <= size:
        return end
    ahead = chain[(chain[:, 0] > at[0]) & (chain[:, 1] > at[1])]
    within = ahead[((ahead - at) <= size).all(axis=1)]
    if len(within):
        return int(within[-1, 0]), int(within[-1, 1])
    return (int(ahead[0, 0]), int(ahead[0, 1])) if len(ahead) else end


def _final(outline: Outline) -> Outline:
    """What of a window is final: all up to the last cut that is not too near its end."""
    back = (outline.cuts[-1] - outline.cuts).min(axis=1)
    kept = max(1, int((back >= KEPT_BACK).sum()))
    cuts = outline.cuts[:kept]
    before = (outline.beads[:, 2:] <= cuts[-1]).all(axis=1)
    return Outline(outline.beads[before], cuts, outline.certainty[:kept], outline.cosines)


def _unpaired(source: Side, target: Side) -> list[Run]:
    """Each sentence by itself, where the other side has none."""
    return [alone(k, source, 1.0) for k in range(len(source))] + [
        alone(k, target, 1.0, after=len(source)).turned() for k in range(len(target))
    ]


def alone(sentence: int, side: Side, score: float, after: int = 0) -> Run:
    """A source sentence without partner; turned, it is a target sentence without partner.

    Args:
        sentence: its number.
        side: the side that it is of.
        score: the probability that it has none.
        after: how many sentences of the other side stand before it.
    """
    first, end = side.clauses.sentences[sentence : sentence + 2].tolist()
    parts = (Run((k, k + 1), (0, 0), score) for k in range(first, end))
    return Run((sentence, sentence + 1), (after, after), score, tuple(parts))
