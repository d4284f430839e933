"""The forms in which many candidates stand in a text, counted for all of them at once.

Two occurrences of a candidate have the same form where their words are spelled alike and white
space stands at the same places; so no text is looked at but one of each form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from align.terms.candidates.finding import USUAL_FROM, Candidates
from align.terms.candidates.tokens import GAP, Ints

AT_ONCE = 1_000_000
"""Occurrences that are counted at once."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms of some candidates, those of a candidate in the order in which they first stand.

    Attributes:
        which: the candidate of each, a place among those that were asked for.
        first: the occurrence that has the form first.
        count: how often it stands there.
    """

    which: Ints
    first: Ints
    count: Ints


def usual_forms(side: Candidates, candidates: Ints) -> list[str]:
    """Return the most frequent form of each of some candidates; of several the first."""
    result: list[str] = []
    for some in _parts(candidates, np.minimum(side.counts[candidates], USUAL_FROM)):
        found = _counted(side, some, most=USUAL_FROM)
        order = np.lexsort((found.first, -found.count, found.which))
        which = found.which[order]
        best = order[np.diff(which, prepend=-1) > 0]
        forms = _surfaces(side, some, found.first[best])
        for place in _with_gaps(side, some).tolist():
            forms[place] = side.usual(int(some[place]))
        result += forms
    return result


def forms_of(side: Candidates, candidates: Ints, times: Ints) -> list[Counter[str]]:
    """Count the forms of some candidates, in the order in which they first stand there.

    Args:
        side: the candidates of a side.
        candidates: some of them.
        times: how often each unit counts.
    """
    result: list[Counter[str]] = []
    for some in _parts(candidates, side.counts[candidates]):
        found = _counted(side, some, times)
        surfaces = _surfaces(side, some[found.which], found.first)
        counts = [Counter[str]() for _ in range(len(some))]
        for which, form, count in zip(
            found.which.tolist(), surfaces, found.count.tolist(), strict=True
        ):
            counts[which][form] = count
        for place in _with_gaps(side, some).tolist():
            candidate = int(some[place])
            copies = times[side.unit[side.occurrences(candidate)]].tolist()
            counts[place].clear()
            for span, count in zip(side.spans(candidate), copies, strict=True):
                counts[place][side.surface(*span)] += count
        result += counts
    return result


def _parts(candidates: Ints, counts: Ints) -> Iterator[Ints]:
    """Cut candidates into parts with so many occurrences, to bound the memory."""
    cuts = np.flatnonzero(np.diff(np.cumsum(counts) // AT_ONCE, prepend=0))
    yield from np.split(candidates, cuts)


def _counted(
    side: Candidates, candidates: Ints, times: Ints | None = None, most: int | None = None
) -> _Forms:
    """Count the forms of some candidates, in their first occurrences only if so many are told."""
    counts, first = side.counts[candidates], side.first[candidates]
    if most is not None:
        counts = np.minimum(counts, most)
    which = np.repeat(np.arange(len(candidates)), counts)
    occurrences = np.arange(len(which)) + np.repeat(first - np.cumsum(counts) + counts, counts)
    places, lengths = side.place[occurrences], side.length[candidates][which]
    spellings = side.tokens.spellings
    width = int(spellings.max(initial=0)) + 2
    groups, going = which.copy(), np.arange(len(which))
    for depth in range(int(lengths.max(initial=0))):
        going = going[lengths[going] > depth]
        spelled = spellings[places[going] + depth].astype(np.int64)
        if not depth:
            spelled &= ~1  # white space before the form is none of it
        _, groups[going] = np.unique(groups[going] * width + spelled + 1, return_inverse=True)
    # All occurrences of a candidate were followed equally far, so groups tell them apart.
    keys = which * np.int64(len(which)) + groups
    _, at, of = np.unique(keys, return_index=True, return_inverse=True)
    weights = None if times is None else times[side.unit[occurrences]]
    count = np.bincount(of, weights, len(at)).astype(np.int64)
    order = np.argsort(at, kind="stable")
    at = at[order]
    return _Forms(which[at], occurrences[at], count[order])


def _surfaces(side: Candidates, candidates: Ints, occurrences: Ints) -> list[str]:
    """Return the texts of some occurrences, given with their candidates."""
    begin = side.place[occurrences]
    tokens = side.tokens
    last = begin + side.length[candidates] - 1
    columns = tokens.units[begin], tokens.starts[begin], tokens.ends[last]
    return list(map(side.surface, *(column.tolist() for column in columns)))


def _with_gaps(side: Candidates, candidates: Ints) -> Ints:
    """Return which candidates hold signs, whose spelling is not counted."""
    first, lengths = side.place[side.first[candidates]], side.length[candidates]
    gaps = np.append(0, np.cumsum(side.tokens.ids == GAP))
    return np.flatnonzero(gaps[first + lengths] > gaps[first])
