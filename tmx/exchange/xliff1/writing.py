"""Writes whole memories as XLIFF 1.2 (strict), with contexts and notes for what is known of a unit.

A trans-unit's resname is the tuid; properties stand in a context-group under their types, and all
else under a type that begins with "x-tmx:" and holds the percent-encoded key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count as counter
from typing import BinaryIO
from urllib.parse import quote

from tmx.exchange.choices import Choices
from tmx.exchange.facts import facts_of
from tmx.exchange.losses import Losses
from tmx.exchange.pairs import pairs_of
from tmx.exchange.xliff1.inline import InlineWriter
from tmx.markup import Markup
from tmx.text import Repairs
from tmx.units import Header, Note, Unit, Variant

TOOL = "duiqi"
KEY = "x-tmx:"
STATE = "x-state"
STATES = frozenset(
    {"final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n"}
    | {"needs-review-translation", "needs-translation", "new", "signed-off", "translated"}
)
"""What XLIFF 1.2 knows of how far a translation is."""


def write_xliff1(
    stream: BinaryIO, header: Header, units: Iterable[Unit], choices: Choices, losses: Losses
) -> int:
    """Write a memory as XLIFF 1.2; the memory used does not grow with the units' number.

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
    pairs = pairs_of(header, units, choices, losses, notes=True)
    repairs = Repairs()
    markup = Markup(repairs)
    notes = [item for item in header.annotations if isinstance(item, Note)]
    head = markup.attributes(
        ("original", "memory"),
        ("source-language", pairs.source),
        ("target-language", pairs.target),
        ("datatype", "plaintext"),
        ("tool-id", TOOL),
    )
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'<file{head} xml:space="preserve">\n'
        f'<header>\n<tool tool-id="{TOOL}" tool-name="{TOOL}"/>\n'
        f"{''.join(_notes(notes, markup, None))}</header>\n<body>\n".encode()
    )
    numbers = counter(1)
    count = 0
    for unit, ours, theirs in pairs.units:
        count = next(numbers)
        stream.write(_trans_unit(unit, ours, theirs, count, markup, losses).encode())
    stream.write(b"</body>\n</file>\n</xliff>\n")
    repairs.report("the XLIFF file")
    return count


def _trans_unit(
    unit: Unit,
    source: Variant,
    target: Variant | None,
    number: int,
    markup: Markup,
    losses: Losses,
) -> str:
    notes: list[Note] = []
    facts = facts_of(unit, losses, notes)
    tuid = next((value for key, value in facts if key == "tuid"), None)
    state = next((value for key, value in facts if key == STATE), None)
    state = state if target is not None and state in STATES else None
    contexts = [
        (_context_type(key), value)
        for key, value in facts
        if key != "tuid" and not (key == STATE and value == state)
    ]
    written = [*_notes(notes, markup, None)]
    segments = [
        f"<source>{InlineWriter(markup, losses).content(source.segment.content)}</source>\n"
    ]
    if target is not None:
        words = InlineWriter(markup, losses).content(target.segment.content)
        segments.append(f"<target{markup.attributes(('state', state))}>{words}</target>\n")
    for scope, variant in (("source", source), ("target", target)):
        if variant is not None:
            own: list[Note] = []
            contexts += [
                (f"{KEY}{scope}/{quote(key, safe='')}", value)
                for key, value in facts_of(variant, losses, own)
            ]
            written += _notes(own, markup, scope)
    group = "".join(
        f"<context{markup.attributes(('context-type', kind))}>{markup.text(value)}</context>\n"
        for kind, value in contexts
    )
    if group:
        group = f'<context-group purpose="information">\n{group}</context-group>\n'
    attributes = markup.attributes(("id", str(number)), ("resname", tuid))
    body = "".join(segments) + group + "".join(written)
    return f"<trans-unit{attributes}>\n{body}</trans-unit>\n"


def _notes(notes: Iterable[Note], markup: Markup, scope: str | None) -> Iterator[str]:
    for note in notes:
        attributes = markup.attributes(("xml:lang", note.language), ("annotates", scope))
        yield f"<note{attributes}>{markup.text(note.text)}</note>\n"


def _context_type(key: str) -> str:
    own = key.startswith("x-") and not key.startswith(KEY) and len(key) > 2
    if own and key.isprintable() and " " not in key and key.isascii():
        return key
    return KEY + quote(key, safe="")
