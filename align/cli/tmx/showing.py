"""How commands show units that were found: the words, their translations, where they come from."""

from __future__ import annotations

from typing import Any

import click

from tmx.dates import format_date
from tmx.errors import TmxError
from tmx.index import Hit, Match
from tmx.languages import tags_agree
from tmx.units import Unit, Variant

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or one JSON object a line.",
)
"""The option `form`."""


def utf8(text: str, name: str) -> str:
    """Return a text of the command line.

    Args:
        text: as it was given.
        name: what it is, for the message.

    Raises:
        TmxError: it is no UTF-8.
    """
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise TmxError(f"{name} is no UTF-8; write it in UTF-8")
    return text


def others(found: Match | Hit, language: str | None = None) -> list[Variant]:
    """Return the variants beside the one that was found.

    Args:
        found: a match or a hit.
        language: the only language that is shown; None shows all.
    """
    return [
        item
        for item in found.unit.variants
        if item is not found.variant and (language is None or tags_agree(language, item.language))
    ]


def origin(found: Match | Hit) -> str:
    """Return where a unit comes from, in one line."""
    facts = [found.memory, f"unit {found.position}"]
    if found.unit.tuid:
        facts.append(found.unit.tuid)
    changed = _changed(found.unit, found.variant)
    if changed:
        facts.append(f"{changed[:4]}-{changed[4:6]}-{changed[6:8]}")
    return ", ".join(facts)


def print_line(head: str, language: str, text: str) -> None:
    """Print a line of a unit; a line break in it becomes a space."""
    click.echo(f"{head:>6}  {language:<7} {' '.join(text.splitlines())}")


def as_json(found: Match | Hit, beside: list[Variant]) -> dict[str, Any]:
    """Return a unit for JSON: its text, the variants beside it, where it comes from."""
    return {
        "language": found.variant.language,
        "text": found.variant.segment.text,
        "others": [{"language": item.language, "text": item.segment.text} for item in beside],
        "memory": found.memory,
        "position": found.position,
        "tuid": found.unit.tuid,
        "changed": _changed(found.unit, found.variant),
    }


def _changed(unit: Unit, variant: Variant) -> str | None:
    records = (unit.record, variant.record)
    dates = [date for item in records for date in (item.creationdate, item.changedate) if date]
    return format_date(max(dates)) if dates else None
