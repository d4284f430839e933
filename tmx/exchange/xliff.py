"""Writes XLIFF 1.2 (strict) of an alignment, as CAT tools open it for editing.

Whole memories, with all that is known of their units, are written by `tmx.exchange.xliff1`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import BinaryIO

from tmx.errors import TmxError
from tmx.exchange.losses import Losses
from tmx.exchange.xliff1.inline import InlineWriter
from tmx.languages import canonical
from tmx.markup import Markup
from tmx.rules import name_of
from tmx.text import Repairs
from tmx.units import Segment, Unit


class State(StrEnum):
    """How far a translation is, in the words of XLIFF."""

    NEEDS_TRANSLATION = "needs-translation"
    NEEDS_REVIEW = "needs-review-translation"
    TRANSLATED = "translated"
    SIGNED_OFF = "signed-off"
    FINAL = "final"


def translated(unit: Unit) -> State:
    """Return `State.TRANSLATED` for every unit."""
    return State.TRANSLATED


def write_xliff(
    stream: BinaryIO,
    units: Iterable[Unit],
    *,
    source_language: str,
    target_language: str,
    original: str,
    state: Callable[[Unit], State] = translated,
) -> int:
    """Write units as an XLIFF 1.2 file; the memory used does not grow with their number.

    A trans-unit's id counts from 1 and its resname is the tuid. Properties stand in a
    context-group (a tool that knows no such type shows or ignores them, and keeps them), notes
    in notes. A unit that has several translations gives its first.

    Args:
        stream: takes the bytes; it is not closed.
        units: taken one by one.
        source_language: the language of the variant that is the source.
        target_language: the language of the variant that is the target.
        original: the name of the document that was translated.
        state: says how far the translation of a unit is.

    Returns:
        How many units were written.

    Raises:
        TmxError: a unit has no variant in one of the languages, or a language is no tag.
    """
    repairs = Repairs()
    losses = Losses()
    markup = Markup(repairs)
    head = markup.attributes(
        ("original", original),
        ("source-language", canonical(source_language)),
        ("target-language", canonical(target_language)),
        ("datatype", "plaintext"),
    )
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'<file{head} xml:space="preserve">\n<body>\n'.encode()
    )
    count = 0
    for unit in units:
        count += 1
        source, target = (
            InlineWriter(markup, losses).content(_segment(unit, count, language).content)
            for language in (source_language, target_language)
        )
        reached = state(unit)
        attributes = markup.attributes(
            ("id", str(count)),
            ("resname", unit.tuid),
            ("approved", "yes" if reached in (State.SIGNED_OFF, State.FINAL) else None),
        )
        stream.write(
            f"<trans-unit{attributes}>\n"
            f"<source>{source}</source>\n"
            f'<target state="{reached}">{target}</target>\n'
            f"{''.join(_annotations(unit, markup))}</trans-unit>\n".encode()
        )
    repairs.report("the XLIFF file")
    losses.report("the XLIFF file", "left out, since XLIFF has no place for them")
    stream.write(b"</body>\n</file>\n</xliff>\n")
    return count


def _segment(unit: Unit, number: int, language: str) -> Segment:
    wanted = canonical(language)
    for variant in unit.variants:
        if canonical(variant.language) == wanted:
            return variant.segment
    raise TmxError(f"{name_of(unit, number)}: no variant in {wanted}")


def _annotations(unit: Unit, markup: Markup) -> Iterator[str]:
    contexts = "".join(
        f"<context{markup.attributes(('context-type', _context_type(item.type)))}>"
        f"{markup.text(item.value)}</context>\n"
        for item in unit.properties
    )
    if contexts:
        yield f'<context-group purpose="information">\n{contexts}</context-group>\n'
    for note in unit.notes:
        language = markup.attributes(("xml:lang", note.language))
        yield f"<note{language}>{markup.text(note.text)}</note>\n"


def _context_type(property_type: str) -> str:
    """Return a type of one's own as XLIFF wants it: beginning with x-, without white space."""
    name = "-".join(property_type.split())
    return name if name.startswith("x-") else f"x-{name}"
