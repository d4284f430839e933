"""Finds the candidates of one side: runs that grammar allows, and what the typography marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.terms.candidates.counting import Level, levels
from align.terms.candidates.grammar import Flags, Grammar
from align.terms.candidates.names import Mark, marked_spans
from align.terms.candidates.nesting import explained
from align.terms.candidates.roles import Role
from align.terms.candidates.tokens import GAP, Ints, Tokens, tokenize

Floats = npt.NDArray[np.float64]

_FORMS_FROM = 200  # occurrences that a candidate's usual form is taken from


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
    unit: Ints
    place: Ints

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

    def units(self, candidate: int) -> list[int]:
        """Return the units in which a candidate stands, each once and in order."""
        return sorted(set(self.unit[self.occurrences(candidate)].tolist()))

    def ids(self, candidate: int) -> list[int]:
        """Return the words of a candidate, as the tokens count them."""
        place = int(self.place[self.first[candidate]])
        ids: list[int] = self.tokens.ids[place : place + int(self.length[candidate])].tolist()
        return ids

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

    def forms(self, candidate: int, most: int | None = None) -> Counter[str]:
        """Count the forms in which a candidate stands in the text.

        Args:
            candidate: which one.
            most: look at so many occurrences only.
        """
        return Counter(self.surface(*span) for span in self.spans(candidate, most))

    def surface(self, unit: int, start: int, end: int) -> str:
        """Return a piece of a unit's text, with single spaces."""
        return " ".join(self.texts[unit][start:end].split())

    def usual(self, candidate: int) -> str:
        """Return the most frequent form; of several the first."""
        return self.forms(candidate, _FORMS_FROM).most_common(1)[0][0]


def find_candidates(texts: Sequence[str], language: str, min_count: int) -> Candidates:
    """Find what may be a term on one side.

    Args:
        texts: that side of all units, without tags.
        language: its tag.
        min_count: how often a term must occur; one that is marked may occur once.
    """
    tokens = tokenize(texts, language)
    grammar = Grammar(tokens)
    counted = list(levels(tokens, min_count))
    marked: dict[int, list[_Marked]] = defaultdict(list)
    for item in _marked(tokens, texts, language):
        marked[item.length].append(item)
    marks, rest = [], []
    for level in counted:
        found, left = _marks_in(level, marked.pop(level.length, []))
        marks.append(found)
        rest += left
    rest += [item for items in marked.values() for item in items]
    accepted = [
        grammar.accepts(level) | (found > 0) for level, found in zip(counted, marks, strict=True)
    ]
    parts = [
        _part(level, wanted, found, held)
        for level, wanted, found, held in zip(
            counted, accepted, marks, explained(counted, accepted), strict=True
        )
    ]
    parts.append(_rest(tokens, rest))
    return _joined(parts, tokens, grammar, texts)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A marked span, in tokens."""

    place: int
    length: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class _Part:
    """Some candidates: facts on each, and their occurrences as (candidate, place) in order."""

    length: Ints
    marks: Ints
    alone: Floats
    free: Floats
    which: Ints
    places: Ints


def _marked(tokens: Tokens, texts: Sequence[str], language: str) -> Iterator[_Marked]:
    """Give the marked spans, without an article at their beginning."""
    bounds = np.searchsorted(tokens.units, np.arange(len(texts) + 1))
    articles = {"the", "a", "an"}
    for unit, text in enumerate(texts):
        spans = list(marked_spans(text, language))
        if not spans:
            continue
        begin, stop = bounds[unit], bounds[unit + 1]
        words = np.flatnonzero(tokens.ids[begin:stop] >= 0) + begin
        for start, end, mark in spans:
            low = int(np.searchsorted(tokens.starts[words], start))
            high = int(np.searchsorted(tokens.ends[words], end, "right"))
            if low < high and tokens.words[tokens.ids[words[low]]] in articles:
                low += 1
            if low < high and (mark != Mark.NAME or _begins_name(tokens, words[low])):
                first = int(words[low])
                yield _Marked(first, int(words[high - 1]) + 1 - first, mark)


def _begins_name(tokens: Tokens, place: int) -> bool:
    """Tell a name's first word from a verb that has its capital from the sentence."""
    begins_sentence = place == 0 or tokens.ids[place - 1] == GAP
    return bool(tokens.roles[place] >= Role.QUALIFIER) or not begins_sentence


def _marks_in(level: Level, marked: Sequence[_Marked]) -> tuple[Ints, list[_Marked]]:
    """Give the marks of a level's runs, and the spans of their length that are none of them."""
    marks = np.zeros(len(level.counts), np.int64)
    rest = []
    for item in marked:
        at = int(np.searchsorted(level.places, item.place))
        if at < len(level.places) and level.places[at] == item.place:
            marks[level.runs[at]] |= item.mark
        else:
            rest.append(item)
    return marks, rest


def _part(level: Level, accepted: Flags, marks: Ints, held: Ints) -> _Part:
    number = np.cumsum(accepted) - 1
    wanted = accepted[level.runs]
    which, places = number[level.runs[wanted]], level.places[wanted]
    order = np.argsort(which, kind="stable")
    variety = np.minimum(level.left, level.right)
    free = np.log1p(variety) / np.log1p(level.counts)
    return _Part(
        np.full(int(accepted.sum()), level.length),
        marks[accepted],
        (1 - held / level.counts)[accepted],
        free[accepted],
        which[order],
        places[order],
    )


def _rest(tokens: Tokens, marked: Sequence[_Marked]) -> _Part:
    """Gather marked spans that are no counted runs: rare ones, and those with signs in them."""
    same: dict[bytes, Mark] = defaultdict(lambda: Mark.NONE)
    for item in marked:
        same[tokens.ids[item.place : item.place + item.length].tobytes()] |= item.mark
    runs = [np.frombuffer(key, tokens.ids.dtype) for key in same]
    order = np.argsort(tokens.ids, kind="stable")
    bounds = np.searchsorted(tokens.ids[order], np.arange(len(tokens.words) + 1))
    pairs = [
        (which, place)
        for which, run in enumerate(runs)
        for place in _places_of(run, tokens, order, bounds)
    ]
    lengths = [len(run) for run in runs]
    marks = [int(mark) for mark in same.values()]
    which, places = np.array(pairs, np.int64).reshape(-1, 2).T
    ones = np.ones(len(same))
    return _Part(np.array(lengths, np.int64), np.array(marks, np.int64), ones, ones, which, places)


def _places_of(run: Ints, tokens: Tokens, order: Ints, bounds: Ints) -> list[int]:
    """Find where a run stands inside a unit, looking where its rarest word does."""
    ids, units = tokens.ids, tokens.units
    words = np.flatnonzero(run != GAP)
    rarest = words[np.argmin(bounds[run[words] + 1] - bounds[run[words]])]
    places = order[bounds[run[rarest]] : bounds[run[rarest] + 1]] - rarest
    places = places[(places >= 0) & (places + len(run) <= len(ids))]
    places = places[units[places] == units[places + len(run) - 1]]
    for shift, word in enumerate(run):
        places = places[ids[places + shift] == word]
    return [int(place) for place in np.sort(places)]


def _joined(
    parts: Sequence[_Part], tokens: Tokens, grammar: Grammar, texts: Sequence[str]
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
        alone=np.concatenate([part.alone for part in parts]),
        free=np.concatenate([part.free for part in parts]),
        first=first,
        unit=tokens.units[places],
        place=places,
    )
