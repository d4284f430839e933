"""Finds words where they are used, in any language of the memories, with their translations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmx.errors import TmxError
from tmx.index.languages import languages_meant
from tmx.index.storage import Index, damaged, one_state
from tmx.index.stored import stored_unit
from tmx.index.tokens import Token, joined, searchable, tokenise, tokens_and_terms
from tmx.units import Unit, Variant


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit in which the words stand.

    Attributes:
        spans: where they stand in the variant's text, as (start, end), in order.
        unit: the unit, whole.
        variant: that of its variants in which they stand.
        memory: the name of the memory that it comes from.
        position: its place there, from 1.
    """

    spans: tuple[tuple[int, int], ...]
    unit: Unit
    variant: Variant
    memory: str
    position: int


def concordance(
    index: Index,
    phrases: Sequence[str],
    *,
    language: str | None = None,
    limit: int = 20,
    prefix: bool = False,
) -> list[Hit]:
    """Return units that hold all phrases in one variant, those changed last first.

    The words of a phrase follow each other; punctuation between them, case and width are not
    compared. In scripts without spaces a phrase is found wherever its characters stand.

    Args:
        index: the index.
        phrases: at least one, each of one word or more.
        language: where to look, a BCP 47 tag; None looks in all languages.
        limit: how many units at most.
        prefix: find longer words too that begin with the last word of a phrase.

    Raises:
        TmxError: a phrase has no word in it, or the index has nothing in the language.
    """
    query = _query(phrases, prefix)
    with one_state(index) as connection:
        languages = ",".join(map(str, languages_meant(index, language)))
        rows = connection.execute(
            "SELECT unit, place FROM words JOIN variants ON variants.id = words.rowid"
            f" WHERE words MATCH ? AND language IN ({languages})"
            " ORDER BY changed DESC, variants.id LIMIT ?",
            (query, limit),
        ).fetchall()
        return [_hit(index, unit, place, phrases, prefix) for unit, place in rows]


def count_hits(
    index: Index, phrases: Sequence[str], *, language: str | None = None, prefix: bool = False
) -> int:
    """Return how many variants hold all phrases; the arguments are those of `concordance`."""
    query = _query(phrases, prefix)
    with one_state(index) as connection:
        meant = languages_meant(index, language)
        if language is None:
            sql = "SELECT count(*) FROM words WHERE words MATCH ?"
        else:
            sql = (
                "SELECT count(*) FROM words JOIN variants ON variants.id = words.rowid"
                f" WHERE words MATCH ? AND language IN ({','.join(map(str, meant))})"
            )
        counted: int = connection.execute(sql, (query,)).fetchone()[0]
        return counted


def _query(phrases: Sequence[str], prefix: bool) -> str:
    """Return phrases in FTS5's language, over the terms of `tmx.index.tokens.tokens_and_terms`."""
    if not phrases:
        raise TmxError("there is nothing to search for; give a word")
    return " AND ".join(_phrase(phrase, prefix) for phrase in phrases)


def _phrase(phrase: str, prefix: bool) -> str:
    tokens = searchable(tokenise(phrase))
    if not tokens:
        raise TmxError(f"{phrase!r}: there is no word in it to search for")
    _, terms = tokens_and_terms(phrase)
    begins = prefix
    if tokens[-1].kind == "character":  # the last one makes a pair with whatever is behind it
        begins = len(tokens) == 1 or not joined(*tokens[-2:])
        if not begins:
            terms.pop()
    quoted = " ".join(terms).replace('"', '""')
    return f'"{quoted}"{" *" if begins else ""}'


def _hit(index: Index, unit: int, place: int, phrases: Sequence[str], prefix: bool) -> Hit:
    stored = stored_unit(index, unit)
    if place >= len(stored.unit.variants):
        raise damaged(index)
    variant = stored.unit.variants[place]
    text = variant.segment.text
    spans = sorted({span for phrase in phrases for span in find_phrase(phrase, text, prefix)})
    return Hit(tuple(spans), stored.unit, variant, stored.memory, stored.position)


def find_phrase(phrase: str, text: str, prefix: bool = False) -> list[tuple[int, int]]:
    """Return where a phrase stands in a text, as (start, end), by the rules of `concordance`."""
    wanted, there = searchable(tokenise(phrase)), searchable(tokenise(text))
    if not wanted:
        return []
    found: list[tuple[int, int]] = []
    for first in range(len(there) - len(wanted) + 1):
        part = there[first : first + len(wanted)]
        if _same(wanted, part, prefix):
            found.append((part[0].start, part[-1].end))
    return found


def _same(wanted: Sequence[Token], there: Sequence[Token], prefix: bool) -> bool:
    *others, last = zip(wanted, there, strict=True)
    if any(one.folded != other.folded for one, other in others):
        return False
    open_end = prefix and last[0].kind == "word"
    if last[0].folded != (last[1].folded[: len(last[0].folded)] if open_end else last[1].folded):
        return False
    return all(
        joined(*one) == joined(*other)
        for one, other in zip(pairwise(wanted), pairwise(there), strict=True)
    )
