"""Finds the candidates of one side: runs that grammar allows, and what the typography marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.terms.candidates.counting import Level, levels, neighbours
from align.terms.candidates.enumerations import without_enumerations
from align.terms.candidates.grammar import Grammar
from align.terms.candidates.marking import Marked, places_of
from align.terms.candidates.nesting import Nested, explained
from align.terms.candidates.tokens import Flags, Int32s, Ints, Tokens, tokenize

Floats = npt.NDArray[np.float64]

USUAL_FROM = 200
"""So many occurrences of a candidate tell its usual form."""

_COMPANY = re.compile(r"\s(?:Co|Corp|Inc|Ltd)\Z")
"""What the name of a company ends with, before a full stop."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The candidates of one side and where they stand.

    Occurrences are sorted by candidate; those of candidate k are the ones from `first[k]` to
    `first[k + 1]`.

    Attributes:
        texts: that side of all units.
        tokens: their words.
        marks: how each candidate is marked, a Mark, all of its occurrences together.
        words: how many words it has, without the linking ones.
        length: how many words it has in all.
        weak: how many of its two ends are such as terms seldom have, where it stands first.
        alone: the share of its occurrences that no longer candidate explains.
        free: how freely its neighbours vary, in [0, 1]; 1 where each one is another.
        first: where its occurrences begin.
        unit: of each occurrence, the unit.
        place: its first token.
    """

    texts: Sequence[str]
    tokens: Tokens
    marks: Ints
    words: Ints
    length: Ints
    weak: Ints
    alone: Floats
    free: Floats
    first: Ints
    unit: Int32s
    place: Int32s

    def __len__(self) -> int:
        return len(self.words)

    @property
    def counts(self) -> Ints:
        """How often each one occurs."""
        return np.diff(self.first)

    @property
    def which(self) -> Ints:
        """Of each occurrence, the candidate."""
        return np.repeat(np.arange(len(self)), self.counts)

    def occurrences(self, candidate: int) -> slice:
        """Return which occurrences are those of a candidate."""
        return slice(int(self.first[candidate]), int(self.first[candidate + 1]))

    def units(self, candidate: int) -> Int32s:
        """Return the units in which a candidate stands, each once and in order."""
        units = self.unit[self.occurrences(candidate)]
        once: Int32s = units[np.append(True, units[1:] != units[:-1])]
        return once

    def candidates_of(self, occurrences: Ints) -> Ints:
        """Return the candidate of each of some occurrences."""
        return np.searchsorted(self.first, occurrences, "right") - 1

    def ids(self, candidate: int) -> Int32s:
        """Return the words of a candidate, as the tokens count them."""
        place = int(self.place[self.first[candidate]])
        return self.tokens.ids[place : place + int(self.length[candidate])]

    def spans(self, candidate: int, most: int | None = None) -> list[tuple[int, int, int]]:
        """Return where a candidate stands: the unit, and the start and end in its text.

        Args:
            candidate: which one.
            most: give so many occurrences only.
        """
        begin = self.place[self.occurrences(candidate)][:most]
        last = begin + self.length[candidate] - 1
        tokens = self.tokens
        columns = tokens.units[begin], tokens.starts[begin], tokens.ends[last]
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def first_span(self, candidate: int, unit: int) -> tuple[int, int]:
        """Return where a candidate that stands in a unit first begins and ends in its text."""
        here = self.occurrences(candidate)
        return self.span(candidate, here.start + int(np.searchsorted(self.unit[here], unit)))

    def span(self, candidate: int, occurrence: int) -> tuple[int, int]:
        """Return where an occurrence of a candidate begins and ends in its unit's text."""
        begin = int(self.place[occurrence])
        last = begin + int(self.length[candidate]) - 1
        return int(self.tokens.starts[begin]), int(self.tokens.ends[last])

    def forms(self, candidate: int, most: int | None = None) -> Counter[str]:
        """Count the forms in which a candidate stands in the text.

        Args:
            candidate: which one.
            most: look at so many occurrences only.
        """
        return Counter(self.surface(*span) for span in self.spans(candidate, most))

    def surface(self, unit: int, start: int, end: int) -> str:
        """Return a piece of a unit's text, with single spaces.

        The full stop of "Ltd." belongs to the name of a company that ends with it.
        """
        text = self.texts[unit]
        stop = text[end : end + 1] == "." and _COMPANY.search(text, start, end)
        return " ".join(text[start : end + bool(stop)].split())

    def usual(self, candidate: int) -> str:
        """Return the most frequent form; of several the first."""
        return self.forms(candidate, USUAL_FROM).most_common(1)[0][0]


def find_candidates(
    texts: Sequence[str], language: str, min_count: int, min_marked: int = 1
) -> Candidates:
    """Find what may be a term on one side.

    Args:
        texts: that side of all units, without tags.
        language: its tag.
        min_count: how often a term must occur, unless it is marked.
        min_marked: in how many units one must stand that is marked.
    """
    tokens = tokenize(texts, language)
    grammar = Grammar(tokens)
    marked = without_enumerations(tokens, Marked.of(tokens, texts, language)).by_length()
    parts, nested, rest = [], [], []
    for level in levels(tokens, min_count):
        marks, left = marked.pop(level.length, Marked.none()).among(level)
        rest.append(left)
        accepted = grammar.accepts(level) | (marks > 0)
        parts.append(_part(tokens, level, accepted, marks))
        nested.append(Nested(level.counts, level.heads, level.tails, accepted))
    alone = [
        (1 - held / level.counts)[level.accepted]
        for level, held in zip(nested, explained(nested), strict=True)
    ]
    parts.append(_rest(tokens, Marked.joined([*rest, *marked.values()]), min_marked))
    alone.append(np.ones(len(parts[-1].length)))
    return _joined(parts, np.concatenate(alone), tokens, grammar, texts)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some candidates: facts on each, and their occurrences as (candidate, place) in order."""

    length: Ints
    marks: Ints
    free: Floats
    which: Ints
    places: Int32s


def _part(tokens: Tokens, level: Level, accepted: Flags, marks: Ints) -> _Part:
    number = np.cumsum(accepted) - 1
    wanted = accepted[level.runs]
    which, places = number[level.runs[wanted]], level.places[wanted]
    order = np.argsort(which, kind="stable")
    variety = np.minimum(*neighbours(tokens, level, accepted))
    free = np.log1p(variety) / np.log1p(level.counts[accepted])
    return _Part(
        np.full(int(accepted.sum()), level.length),
        marks[accepted],
        free,
        which[order],
        places[order],
    )


def _rest(tokens: Tokens, marked: Marked, min_units: int) -> _Part:
    """Gather marked spans that are no counted runs: rare ones, and those with signs in them."""
    runs, marks = marked.gathered(tokens)
    which, places = places_of(runs, tokens)
    # Occurrences are in the order of the text, so that those of a unit stand together.
    units = tokens.units[places]
    first = np.append(True, (which[1:] != which[:-1]) | (units[1:] != units[:-1]))[: len(which)]
    enough = np.bincount(which[first], minlength=len(runs)) >= min_units
    number, held = np.cumsum(enough) - 1, enough[which]
    return _Part(
        np.array([len(run) for run in runs], np.int64)[enough],
        np.array(marks, np.int64)[enough],
        np.ones(int(enough.sum())),
        number[which[held]],
        places[held],
    )


def _joined(
    parts: Sequence[_Part],
    alone: Floats,
    tokens: Tokens,
    grammar: Grammar,
    texts: Sequence[str],
) -> Candidates:
    length = np.concatenate([part.length for part in parts])
    shifts = np.cumsum([0] + [len(part.length) for part in parts])
    which = np.concatenate(
        [part.which + shift for part, shift in zip(parts, shifts[:-1], strict=True)]
    )
    places = np.concatenate([part.places for part in parts])
    first = np.append(0, np.cumsum(np.bincount(which, minlength=len(length))))
    begin = places[first[:-1]]
    return Candidates(
        texts=texts,
        tokens=tokens,
        marks=np.concatenate([part.marks for part in parts]),
        words=grammar.inner_words(begin, length),
        length=length,
        weak=grammar.weak_ends(begin, length),
        alone=alone,
        free=np.concatenate([part.free for part in parts]),
        first=first,
        unit=tokens.units[places],
        place=places,
    )
