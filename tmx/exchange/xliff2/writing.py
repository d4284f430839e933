"""Writes whole memories as XLIFF 2.1: notes in notes, all else that is known in metadata."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from tmx.exchange.choices import Choices
from tmx.exchange.facts import Fact, facts_of
from tmx.exchange.losses import Losses
from tmx.exchange.pairs import pairs_of
from tmx.exchange.xliff2.inline import InlineWriter, OriginalData
from tmx.markup import Markup
from tmx.text import Repairs
from tmx.units import Header, Note, Unit, Variant

CORE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
FILE = "duiqi"
"""The id of the <file> that tells what this module wrote."""

STATE = "x-state"
STATES = frozenset({"initial", "translated", "reviewed", "final"})
"""What XLIFF 2 knows of how far a translation is."""


def write_xliff2(
    stream: BinaryIO, header: Header, units: Iterable[Unit], choices: Choices, losses: Losses
) -> int:
    """Write a memory as XLIFF 2.1; the memory used does not grow with the units' number.

    Args:
        stream: takes the bytes; it is not closed.
        header: names the source language.
        units: taken one by one.
        choices: the source and the target language.
        losses: told of what has no place in XLIFF.

    Returns:
        How many units were written.

    Raises:
        TmxError: the languages are not clear, or a language is no tag.
    """
    pairs = pairs_of(header, units, choices, losses)
    repairs = Repairs()
    markup = Markup(repairs)
    languages = markup.attributes(("srcLang", pairs.source), ("trgLang", pairs.target))
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff version="2.1" xmlns="{CORE}" xmlns:mda="{METADATA}"{languages}'
        ' xml:space="preserve">\n'
        f'<file id="{FILE}">\n'.encode()
    )
    count = 0
    for unit, ours, theirs in pairs.units:
        count += 1
        stream.write(_unit(unit, ours, theirs, count, markup, losses).encode())
    if not count:  # a file must hold something
        stream.write(b'<group id="empty"/>\n')
    stream.write(b"</file>\n</xliff>\n")
    repairs.report("the XLIFF file")
    return count


def _unit(
    unit: Unit,
    source: Variant,
    target: Variant | None,
    number: int,
    markup: Markup,
    losses: Losses,
) -> str:
    notes: list[tuple[str | None, Note]] = []
    own: list[Note] = []
    facts = facts_of(unit, losses, own)
    notes += ((None, note) for note in own)
    tuid = next((value for key, value in facts if key == "tuid"), None)
    state = next((value for key, value in facts if key == STATE), None)
    state = state if target is not None and state in STATES else None
    left = [
        (key, value)
        for key, value in facts
        if key != "tuid" and not (key == STATE and value == state)
    ]
    groups = [_group(left, None, markup)]
    data = OriginalData(markup)
    words = []
    for scope, variant in (("source", source), ("target", target)):
        if variant is None:
            continue
        own = []
        groups.append(_group(facts_of(variant, losses, own), scope, markup))
        notes += ((scope, note) for note in own)
        content = InlineWriter(data, losses).content(variant.segment.content)
        words.append(f"<{scope}>{content}</{scope}>\n")
    metadata = "".join(groups)
    if metadata:
        metadata = f"<mda:metadata>\n{metadata}</mda:metadata>\n"
    attributes = markup.attributes(("id", f"u{number}"), ("name", tuid))
    segment = f"<segment{markup.attributes(('state', state))}>\n{''.join(words)}</segment>\n"
    inside = metadata + _notes(notes, markup, losses) + data.written() + segment
    return f"<unit{attributes}>\n{inside}</unit>\n"


def _group(facts: list[Fact], scope: str | None, markup: Markup) -> str:
    if not facts:
        return ""
    inside = "".join(
        f"<mda:meta{markup.attributes(('type', key))}>{markup.text(value)}</mda:meta>\n"
        for key, value in facts
    )
    attributes = markup.attributes(("category", "tmx"), ("appliesTo", scope))
    return f"<mda:metaGroup{attributes}>\n{inside}</mda:metaGroup>\n"


def _notes(notes: list[tuple[str | None, Note]], markup: Markup, losses: Losses) -> str:
    if not notes:
        return ""
    written = []
    for scope, note in notes:
        if note.language is not None:
            losses.add("language of a note", "languages of notes")
        attributes = markup.attributes(("appliesTo", scope))
        written.append(f"<note{attributes}>{markup.text(note.text)}</note>\n")
    return f"<notes>\n{''.join(written)}</notes>\n"
