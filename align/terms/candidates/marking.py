"""The runs of words that the typography of a text marks, and all places where they stand."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from align.terms.candidates.counting import Level
from align.terms.candidates.names import Mark, marked_spans
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import GAP, Int32s, Ints, Tokens

_ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked spans, in tokens.

    Attributes:
        places: the first token of each.
        lengths: how many tokens it has.
        marks: how it is marked, a Mark.
    """

    places: Int32s
    lengths: Int32s
    marks: Int32s

    def where(self, wanted: Ints) -> Marked:
        """Return some of the spans."""
        return Marked(self.places[wanted], self.lengths[wanted], self.marks[wanted])

    @classmethod
    def none(cls) -> Marked:
        """Return no spans."""
        return cls.joined([])

    @classmethod
    def joined(cls, parts: Sequence[Marked]) -> Marked:
        """Return the spans of several parts, one behind the other."""
        columns = ([part.places, part.lengths, part.marks] for part in parts)
        table = np.concatenate([np.empty((3, 0), np.int32), *map(np.stack, columns)], axis=1)
        return cls(table[0], table[1], table[2])

    @classmethod
    def of(cls, tokens: Tokens, texts: Sequence[str], language: str) -> Marked:
        """Find the marked spans of texts, each without an article at its beginning."""
        found = array("i")
        for span in _spans(tokens, texts, language):
            found.extend(span)
        table = np.frombuffer(found, np.int32).reshape(-1, 3)
        return cls(table[:, 0].copy(), table[:, 1].copy(), table[:, 2].copy())

    def by_length(self) -> dict[int, Marked]:
        """Return the spans of each length, the lengths in the order in which they come up."""
        lengths, first = np.unique(self.lengths, return_index=True)
        return {
            int(length): self.where(np.flatnonzero(self.lengths == length))
            for length in lengths[np.argsort(first)]
        }

    def among(self, level: Level) -> tuple[Ints, Marked]:
        """Return the marks of a level's runs, and the spans of its length that are none of them."""
        marks = np.zeros(len(level.counts), np.int64)
        at = np.minimum(np.searchsorted(level.places, self.places), len(level.places) - 1)
        counted = level.places[at] == self.places
        np.bitwise_or.at(marks, level.runs[at[counted]], self.marks[counted])
        return marks, self.where(np.flatnonzero(~counted))

    def gathered(self, tokens: Tokens) -> tuple[list[Int32s], list[int]]:
        """Return the different runs of words of the spans, and the marks of each."""
        same: dict[bytes, int] = defaultdict(int)
        for place, length, mark in zip(
            self.places.tolist(), self.lengths.tolist(), self.marks.tolist(), strict=True
        ):
            same[tokens.ids[place : place + length].tobytes()] |= mark
        return [np.frombuffer(key, np.int32) for key in same], list(same.values())


def _spans(tokens: Tokens, texts: Sequence[str], language: str) -> Iterator[tuple[int, int, Mark]]:
    bounds = tokens.bounds.tolist()
    for unit, text in enumerate(texts):
        spans = list(marked_spans(text, language))
        if not spans:
            continue
        here = slice(bounds[unit], bounds[unit + 1])
        words = np.flatnonzero(tokens.ids[here] != GAP)
        starts, ends = tokens.starts[here][words].tolist(), tokens.ends[here][words].tolist()
        places = (words + here.start).tolist()
        for start, end, mark in spans:
            low, high = bisect_left(starts, start), bisect_right(ends, end)
            if low < high and tokens.words[tokens.ids[places[low]]] in _ARTICLES:
                low += 1
            if low < high and (mark != Mark.NAME or _begins_name(tokens, places[low])):
                yield places[low], places[high - 1] + 1 - places[low], mark


def _begins_name(tokens: Tokens, place: int) -> bool:
    """Tell a name's first word from a verb that has its capital from the sentence."""
    begins_sentence = place == 0 or tokens.ids[place - 1] == GAP
    return bool(tokens.roles[place] >= Role.QUALIFIER) or not begins_sentence


def places_of(runs: Sequence[Int32s], tokens: Tokens) -> tuple[Ints, Int32s]:
    """Find where runs stand inside a unit.

    All runs are followed at once, word by word, from all places where one may begin, so that the
    work grows with the text and not with the text times the runs.

    Args:
        runs: each different from the others; gaps may be inside.
        tokens: the text.

    Returns:
        Of each occurrence the run, in ascending order, and the first token.
    """
    width = len(tokens.words) + 1
    lengths = np.array([len(run) for run in runs], np.int64)
    words = np.concatenate([*runs, np.empty(0, np.int32)])
    begins = np.cumsum(lengths) - lengths
    node = np.zeros(len(runs), np.int64)  # of each run, how far it goes along with others
    first = np.zeros(width, np.bool_)  # the last one is for the gaps
    first[words[begins]] = True
    places = np.flatnonzero(first[tokens.ids]).astype(np.int32)
    state = np.zeros(len(places), np.int64)  # of each place, the same
    found: list[tuple[Ints, Int32s]] = []
    for depth in range(int(lengths.max(initial=0))):
        going = np.flatnonzero(lengths > depth)
        nodes, node[going] = np.unique(
            node[going] * width + words[begins[going] + depth] + 1, return_inverse=True
        )
        inside = np.flatnonzero(places + depth < len(tokens.ids))
        keys = state[inside] * width + tokens.ids[places[inside] + depth] + 1
        at = np.minimum(np.searchsorted(nodes, keys), len(nodes) - 1)
        goes = nodes[at] == keys
        places, state = places[inside[goes]], at[goes]
        ending = going[lengths[going] == depth + 1]
        run_of = np.full(len(nodes), -1)
        run_of[node[ending]] = ending
        whole = run_of[state] >= 0
        whole &= tokens.units[places] == tokens.units[places + depth]
        found.append((run_of[state[whole]], places[whole]))
    which = np.concatenate([np.empty(0, np.int64), *(run for run, _ in found)])
    at = np.concatenate([np.empty(0, np.int32), *(place for _, place in found)])
    order = np.lexsort((at, which))
    return which[order], at[order]
