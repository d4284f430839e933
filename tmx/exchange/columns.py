"""The columns of a table that holds whole units: what stands under which title.

A title is a language ("zh-CN": the words in it; "en#2": a second translation into English), a key
of `tmx.exchange.facts` ("tuid", "x-score", "note") for what is known of the unit, or both with a
slash between ("en/changedate") for what is known of the variant. Languages come first, the source
ahead; titles may repeat where a unit has several notes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import langcodes

from tmx.errors import TmxError
from tmx.exchange.choices import Choices, is_in, same_or_closer
from tmx.exchange.facts import NOTE, Gathered, facts_of, is_key
from tmx.exchange.losses import Losses
from tmx.languages import canonical
from tmx.units import Segment, Unit, Variant

MOST_COLUMNS = 256
"""The most columns that are made for a memory; a spreadsheet has 16,384."""

SKIPPED = "-"
"""A title under which nothing is read."""

_NAMES = frozenset({"unit", "id"})
_NOTES = frozenset({"notes", "comment", "comments"})
_SOURCES = frozenset({"source", "src", "source text", "原文"})
_TARGETS = frozenset({"target", "tgt", "trg", "target text", "translation", "译文"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*", re.ASCII)
_COUNTED = re.compile(r"(.+)#([1-9][0-9]{0,5})")


class Heading(NamedTuple):
    """What a column holds.

    Attributes:
        scope: the language of a variant ("en", "en#2"), or "" for the unit.
        key: what is known of it (see `tmx.exchange.facts`), or "" for its words.
    """

    scope: str
    key: str

    @property
    def title(self) -> str:
        """What stands at its head."""
        return "/".join(part for part in (self.scope, self.key) if part)


@dataclass(slots=True)
class Survey:
    """Gathers which columns the units of a memory need.

    Attributes:
        scopes: the languages, in the order in which they were met.
        facts: for each scope the keys, with the most values that one unit has under it.
    """

    scopes: dict[str, None] = field(default_factory=dict)
    facts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def see(self, unit: Unit) -> None:
        """Take one more unit into account."""
        nothing = Losses()
        items: list[tuple[str, Unit | Variant]] = [("", unit), *labelled(unit)]
        for scope, item in items:
            if scope and len(self.scopes) < MOST_COLUMNS:
                self.scopes.setdefault(scope)
            facts = facts_of(item, nothing)
            if not facts:
                continue
            known = self.facts[scope]
            for key, count in Counter(key for key, _ in facts).items():
                if key in known or len(known) < MOST_COLUMNS:
                    known[key] = max(known[key], count)

    def headings(self, source: str) -> tuple[Heading, ...]:
        """Return the columns: the source language first, facts behind the words."""
        met = {scope: number for number, scope in enumerate(self.scopes)}
        scopes = sorted(
            met, key=lambda scope: (not same_or_closer(_base(scope), source), met[_base(scope)])
        )
        words = [Heading(scope, "") for scope in scopes]
        facts = [
            Heading(scope, key)
            for scope in ("", *scopes)
            for key, count in self.facts.get(scope, Counter()).items()
            for _ in range(min(count, MOST_COLUMNS))
        ]
        return tuple((words + facts)[:MOST_COLUMNS])


def _base(scope: str) -> str:
    return scope.partition("#")[0]


def labelled(unit: Unit) -> Iterator[tuple[str, Variant]]:
    """Give the variants with their scopes: a language's first is "en", its second "en#2"."""
    seen: Counter[str] = Counter()
    for variant in unit.variants:
        language = canonical(variant.language)
        seen[language] += 1
        count = seen[language]
        yield language if count == 1 else f"{language}#{count}", variant


def row_of(unit: Unit, headings: Sequence[Heading], losses: Losses) -> list[str] | None:
    """Return the cells of a unit, or None where it has no words for any column.

    Args:
        unit: any unit.
        headings: the columns.
        losses: told of what has no column.
    """
    values: dict[Heading, list[str]] = {}
    for scope, variant in labelled(unit):
        words = variant.segment.text
        count_tags(variant.segment, losses)
        if not words:
            losses.add("empty segment", "empty segments")
        values[Heading(scope, "")] = [words]
        for key, value in facts_of(variant, losses):
            values.setdefault(Heading(scope, key), []).append(value)
    if not any(values.get(heading, [""])[0] for heading in headings if not heading.key):
        losses.add("unit without words", "units without words")
        return None
    for key, value in facts_of(unit, losses):
        values.setdefault(Heading("", key), []).append(value)
    empty = sum(1 for heading, texts in values.items() if heading.key for text in texts if not text)
    losses.add("empty value", "empty values", empty)
    row = []
    for heading in headings:
        waiting = values.get(heading)
        row.append(waiting.pop(0) if waiting else "")
    left = [text for texts in values.values() for text in texts if text]
    losses.add("text without a column", "texts without a column", len(left))
    return row


def count_tags(segment: Segment, losses: Losses) -> None:
    """Count the inline tags of a segment that is written as plain words."""
    content = segment.content
    if len(content) > 1 or (content and not isinstance(content[0], str)):
        tags = sum(not isinstance(part, str) for part in content)
        losses.add("inline tag", "inline tags", tags)


def headings_of(titles: Sequence[str], choices: Choices) -> tuple[Heading, ...]:
    """Return what a table's titles stand for.

    Languages are known by their tags, the two of a translator's table also by "source" and
    "target". A title that says nothing is that of a property: "Score" stands for x-score.

    Raises:
        TmxError: no title is a language, or "source" and "target" need an option.
    """
    headings = tuple(
        _exact(title) or _exact(title.strip()) or _meant(title.strip(), choices) for title in titles
    )
    if not any(heading.scope and not heading.key for heading in headings):
        listed = ", ".join(repr(title) for title in titles[:8]) or "nothing"
        raise TmxError(
            f"no language among its titles ({listed}); "
            "name its columns in a line above, or with duiqi tmx convert --columns, such as "
            "zh-CN,en,tuid,-"
        )
    words = Counter(heading for heading in headings if heading.scope and not heading.key)
    twice = next((heading for heading, count in words.items() if count > 1), None)
    if twice is not None:
        raise TmxError(f"two columns hold {twice.scope}; call the second {twice.scope}#2")
    return headings


def _exact(title: str) -> Heading | None:
    """Return what a title stands for that is just as this module writes it, or None."""
    if is_key(title):
        return Heading("", title)
    scope, slash, key = title.partition("/")
    language = _scope(scope) if scope.lower() not in _NAMES | _SOURCES | _TARGETS else ""
    if language and (is_key(key) or not slash):
        return Heading(language, key)
    return None


def _meant(title: str, choices: Choices) -> Heading:
    """Return what a title of another program stands for."""
    low = title.lower()
    if not title or title == SKIPPED:
        return Heading("", SKIPPED)
    if low in _NAMES:
        return Heading("", "tuid")
    if low in _NOTES:
        return Heading("", NOTE)
    if low in _SOURCES:
        return Heading(_chosen(title, choices.source_language, "--source-lang"), "")
    if low in _TARGETS:
        return Heading(_chosen(title, choices.target_language, "--target-lang"), "")
    return Heading("", "x-" + "-".join(low.split()))


def _chosen(title: str, language: str | None, option: str) -> str:
    if language is None:
        raise TmxError(f"its column {title!r} is in some language; say which with {option}")
    return canonical(language)


def _scope(text: str) -> str:
    """Return a scope in its one form, or "" where a text is none."""
    match = _COUNTED.fullmatch(text)
    tag, count = (match[1], int(match[2])) if match else (text, 1)
    if not _LANGUAGE.fullmatch(tag) or not langcodes.tag_is_valid(tag):
        return ""
    return canonical(tag) if count == 1 else f"{canonical(tag)}#{count}"


def unit_of(row: Sequence[str], headings: Sequence[Heading]) -> Unit | None:
    """Return the unit of a row, or None where there are no words in it."""
    filled = [(heading, text) for heading, text in zip(headings, row, strict=True) if text]
    words = {heading.scope: text for heading, text in filled if heading.scope and not heading.key}
    if not words:
        return None
    known: dict[str, Gathered] = {}
    for heading, text in filled:
        if heading.key and heading.key != SKIPPED:
            known.setdefault(heading.scope, Gathered.of(())).add(heading.key, text)
    nothing = Gathered.of(())
    variants = [
        known.get(scope, nothing).variant(_base(scope), Segment.of(text))
        for scope, text in words.items()
    ]
    return known.get("", nothing).unit(variants)


def source_among(headings: Iterable[Heading], choices: Choices) -> str:
    """Return the source language of a table: the one that was chosen, or its first language.

    Raises:
        TmxError: the one that was chosen is not among them.
    """
    languages = [heading.scope for heading in headings if heading.scope and not heading.key]
    if choices.source_language is None:
        return _base(languages[0])
    wanted = canonical(choices.source_language)
    for language in languages:
        if is_in(Variant(_base(language), Segment()), wanted):
            return _base(language)
    raise TmxError(f"no column in {wanted}; it has {', '.join(languages)}")
