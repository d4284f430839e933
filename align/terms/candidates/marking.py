"""The runs of words that the typography of a text marks, and all places where they stand."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.terms.candidates.counting import Level
from align.terms.candidates.names import Mark, marked_spans
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import GAP, Flags, Int32s, Ints, Tokens

_AT_ONCE = 10_000  # units whose spans are looked for at once
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
        bounds = tokens.bounds
        parts = []
        for begin in range(0, len(texts), _AT_ONCE):
            found = array("i")
            for unit, text in enumerate(texts[begin : begin + _AT_ONCE], begin):
                for span in marked_spans(text, language):
                    found.append(unit)
                    found.extend(span)
            end = min(begin + _AT_ONCE, len(texts))
            columns = np.array(found, np.int64).reshape(-1, 4)
            parts.append(_in_words(tokens, range(bounds[begin], bounds[end]), columns))
        return cls.joined(parts)

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


def _in_words(tokens: Tokens, here: range, spans: Ints) -> Marked:
    """Return spans in tokens, each without an article at its beginning.

    Args:
        tokens: the text.
        here: the tokens of the units that have the spans.
        spans: shape (n, 4), of each its unit, its start, its end and its mark.
    """
    unit, start, end, marks = spans.T
    words = here.start + np.flatnonzero(tokens.ids[here.start : here.stop] != GAP)
    width = 1 + int(tokens.ends[words].max(initial=0))  # more characters than any unit has
    of_unit = tokens.units[words] * np.int64(width)
    low = np.searchsorted(of_unit + tokens.starts[words], unit * width + start)
    high = np.searchsorted(of_unit + tokens.ends[words], unit * width + end, "right")
    articles = np.array([word in _ARTICLES for word in tokens.words], np.bool_)
    to = np.array([word == "to" for word in tokens.words], np.bool_)
    held = np.flatnonzero(low < high)
    low[held] += articles[tokens.ids[words[low[held]]]]
    held = held[low[held] < high[held]]
    places, lasts, marks = words[low[held]], words[high[held] - 1], marks[held]
    # "Faith Whereof", which capitals alone make a name
    wanted = _begins_name(tokens, places) & (tokens.roles[lasts] != Role.BREAK)
    # "new| Members to the Organization", where "to" goes on from another word
    qualified = np.isin(tokens.roles[places - 1], (Role.WEAK, Role.QUALIFIER))
    goes_on = np.append(0, np.cumsum(to[tokens.ids[words]]))
    wanted &= ~qualified | (goes_on[high[held]] == goes_on[low[held]])
    wanted |= marks != Mark.NAME
    # "and" between what a sign ends and what it begins: of straight marks they are the same
    wanted &= (places != lasts) | ~np.isin(tokens.roles[places], (Role.LINK, Role.JOIN))
    columns = places, lasts + 1 - places, marks
    return Marked(*(column[wanted].astype(np.int32) for column in columns))


def _begins_name(tokens: Tokens, places: Ints) -> Flags:
    """Tell names' first words from verbs that have their capital from the sentence."""
    inside = (places > 0) & (tokens.ids[places - 1] != GAP)
    names: Flags = inside | (tokens.roles[places] >= Role.QUALIFIER)
    return names


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
