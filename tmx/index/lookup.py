"""Looks a text up: the units that translate it, and those that translate one near it."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tmx.errors import TmxError
from tmx.index.contexts import digest
from tmx.index.languages import languages_meant
from tmx.index.rates import (
    EXACT,
    IN_CONTEXT,
    TAG_PENALTY,
    allowed_edits,
    edits_between,
    fuzzy_rate,
    tag_names,
)
from tmx.index.signatures import Candidates, near_texts
from tmx.index.storage import Index, damaged, one_state
from tmx.index.stored import stored_unit
from tmx.index.tokens import folded_tokens
from tmx.units import Segment, Unit, Variant

_FETCHED = 256  # candidates whose texts are read at a time


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that translates the text that is looked up, or one near it.

    Attributes:
        rate: 101 exact and in context, 100 exact, below that fuzzy (`tmx.index.rates`).
        unit: the unit, whole.
        variant: that of its variants which matches.
        memory: the name of the memory that it comes from.
        position: its place there, from 1.
    """

    rate: int
    unit: Unit
    variant: Variant
    memory: str
    position: int


@dataclass(frozen=True, slots=True, order=True)
class _Found:
    """A variant that matches; the best, and of these the newest, sorts first."""

    worse: int  # less the rate
    older: int  # less the date
    variant: int
    unit: int
    place: int
    pair: int

    @property
    def rate(self) -> int:
        return -self.worse


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for, and where."""

    index: Index
    segment: Segment
    languages: tuple[int, ...]
    targets: tuple[int, ...] | None
    minimum: int
    limit: int

    @property
    def condition(self) -> str:
        """What SQL asks of a variant: that its unit has one of the target languages."""
        if self.targets is None:
            return ""
        return (
            " AND EXISTS (SELECT 1 FROM variants AS target WHERE target.unit = variants.unit"
            f" AND target.place <> variants.place AND target.language IN {_listed(self.targets)})"
        )


def lookup(
    index: Index,
    text: str | Segment,
    *,
    source: str | None = None,
    target: str | None = None,
    minimum: int = 70,
    limit: int = 5,
    before: str | None = None,
    behind: str | None = None,
) -> list[Match]:
    """Return the best matches of a text: the highest rates first, of one rate the newest.

    Of units with the same segments, only the best is given. No unit at or above the minimum that
    belongs among the best is missed.

    Args:
        index: the index.
        text: plain, or with inline tags.
        source: the language of the text, a BCP 47 tag; None looks in all languages.
        target: the language that a unit must have as well; None takes all units.
        minimum: the lowest rate, 1 to 101.
        limit: how many matches at most.
        before: the text before it; None where there is none, or it is not known.
        behind: the text behind it. A match is in context (101) if the neighbours given, at least
            one, are the unit's.

    Raises:
        TmxError: the text is empty, or the index has nothing in a language.
    """
    segment = Segment.of(text) if isinstance(text, str) else text
    if not segment.text.strip():
        raise TmxError("there is no text to look up; give at least one character")
    with one_state(index):
        search = _Search(
            index,
            segment,
            tuple(languages_meant(index, source)),
            None if target is None else tuple(languages_meant(index, target)),
            minimum,
            limit,
        )
        found = _exact(search, before, behind)
        if len(found) < limit and minimum < EXACT:
            known = {item.pair for item in found}
            found = sorted([*found, *_fuzzy(search, known)])[:limit]
        return [_match(index, item) for item in found]


def _exact(search: _Search, before: str | None, behind: str | None) -> list[_Found]:
    text, tags = search.segment.text.strip(), tag_names(search.segment)
    beside = [None if words is None else digest(words.strip()) for words in (before, behind)]
    rows = search.index.connection.execute(
        "SELECT text, id, unit, place, pair, changed, tags, before, after FROM variants"
        f" WHERE language IN {_listed(search.languages)} AND digest = ?{search.condition}",
        (digest(text),),
    )
    best: dict[int, _Found] = {}
    for own_text, number, unit, place, pair, changed, own_tags, *around in rows:
        if own_text.strip() != text:  # digests are the same by chance
            continue
        rate = EXACT if own_tags == tags else EXACT - TAG_PENALTY
        wanted = [
            (have, want) for have, want in zip(around, beside, strict=True) if want is not None
        ]
        if rate == EXACT and wanted and all(have == want for have, want in wanted):
            rate = IN_CONTEXT
        item = _Found(-rate, -changed, number, unit, place, pair)
        if rate >= search.minimum and (pair not in best or item < best[pair]):
            best[pair] = item
    return sorted(best.values())[: search.limit]


def _fuzzy(search: _Search, known: set[int]) -> list[_Found]:
    """Return the best of the texts that are not the same, without the pairs that are known.

    Candidates come in the order of the best that they may be; when even that is behind the worst
    of those found, all further ones are.
    """
    asked = search.segment.text.strip()
    tokens = folded_tokens(asked)
    tags = tag_names(search.segment)
    best: dict[int, _Found] = {}
    bar: _Found | None = None
    for hopeful, row in _texts(search, tokens):
        if bar is not None and bar < hopeful:
            break
        unit, place, pair, own_tags, text = row
        if text.strip() == asked or pair in known:
            continue
        theirs = folded_tokens(text)
        longer = max(len(tokens), len(theirs))
        most = allowed_edits(longer, search.minimum)
        edits = edits_between(tokens, theirs, most)
        rate = fuzzy_rate(edits, longer, own_tags == tags)
        item = _Found(-rate, hopeful.older, hopeful.variant, unit, place, pair)
        if edits > most or rate < search.minimum or (pair in best and best[pair] < item):
            continue
        best[pair] = item
        if len(best) >= search.limit:
            bar = heapq.nsmallest(search.limit, best.values())[-1]
    return sorted(best.values())[: search.limit]


def _texts(
    search: _Search, tokens: Sequence[str]
) -> Iterator[tuple[_Found, tuple[int, int, int, str, str]]]:
    """Give the candidates, each as the best that it may be, with its row."""
    hopefuls = _hopefuls(search, tokens)
    for start in range(0, len(hopefuls), _FETCHED):
        some = hopefuls[start : start + _FETCHED]
        rows = {
            row[0]: row[1:]
            for row in search.index.connection.execute(
                "SELECT id, unit, place, pair, tags, text FROM variants"
                f" WHERE id IN {_listed([item[2] for item in some])}{search.condition}"
            )
        }
        for worse, older, variant in some:
            if variant in rows:
                yield _Found(worse, older, variant, 0, 0, 0), rows[variant]


def _hopefuls(search: _Search, tokens: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return (less the best rate, less the date, variant) of all candidates, in this order."""
    found: list[Candidates] = []
    for language in search.languages:
        found.extend(near_texts(search.index, language, tokens, search.minimum))
    if not found:
        return []
    worse = np.concatenate([-_best_rates(item, len(tokens)) for item in found])
    older = np.concatenate([-item.changed for item in found])
    variants = np.concatenate([item.variants for item in found])
    order = np.lexsort((variants, older, worse))
    columns = (column[order].tolist() for column in (worse, older, variants))
    return list(zip(*columns, strict=True))


def _best_rates(candidates: Candidates, length: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    longer = max(length, candidates.length)
    return np.minimum(100 * (longer - candidates.edits) // longer, EXACT - 1)


def _match(index: Index, found: _Found) -> Match:
    stored = stored_unit(index, found.unit)
    if found.place >= len(stored.unit.variants):
        raise damaged(index)
    variant = stored.unit.variants[found.place]
    return Match(found.rate, stored.unit, variant, stored.memory, stored.position)


def _listed(numbers: Sequence[int]) -> str:
    return f"({','.join(map(str, numbers))})"
