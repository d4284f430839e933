"""Writes whole memories as PO."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, BinaryIO

from translate.storage import pypo

from tmx.exchange.choices import Choices
from tmx.exchange.columns import count_tags
from tmx.exchange.facts import NOTE, Fact, facts_of
from tmx.exchange.losses import Losses
from tmx.exchange.pairs import pairs_of
from tmx.exchange.po.comments import CONTEXT, FLAGS, LOCATION, NUMBERED, comment_of, is_simple
from tmx.text import Repairs
from tmx.units import Header, Note, Unit, Variant

_LOCATION = re.compile(r"[!-~]+")
_FLAGS = re.compile(r"[a-z][a-z0-9\-]*(, [a-z][a-z0-9\-]*)*")


def write_po(
    stream: BinaryIO, header: Header, units: Iterable[Unit], choices: Choices, losses: Losses
) -> int:
    """Write a memory as a PO file.

    Args:
        stream: takes the bytes; it is not closed.
        header: names the source language.
        units: taken one by one; their sources are held in memory.
        choices: the source and the target language.
        losses: told of what has no place in PO.

    Returns:
        How many units were written.

    Raises:
        TmxError: the languages are not clear, or a language is no tag.
    """
    pairs = pairs_of(header, units, choices, losses)
    repairs = Repairs()
    head = pypo.pounit()
    head.target = (
        f"Language: {_with_underscores(pairs.target)}\n"
        f"X-Source-Language: {_with_underscores(pairs.source)}\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\nX-Generator: duiqi\n"
    )
    stream.write(str(head).encode())
    seen: set[tuple[str | None, str]] = set()
    count = 0
    for unit, ours, theirs in pairs.units:
        if not ours.segment.text:
            losses.add("unit with an empty source", "units with an empty source")
            continue
        count += 1
        stream.write(b"\n" + str(_entry(unit, ours, theirs, seen, repairs, losses)).encode())
    repairs.report("the PO file")
    return count


def _with_underscores(language: str) -> str:
    """Write a language tag as gettext does."""
    return language.replace("-", "_")


def _entry(
    unit: Unit,
    source: Variant,
    target: Variant | None,
    seen: set[tuple[str | None, str]],
    repairs: Repairs,
    losses: Losses,
) -> Any:
    entry = pypo.pounit()
    entry.source = repairs.legal(source.segment.text)
    entry.target = "" if target is None else repairs.legal(target.segment.text)
    notes: list[Note] = []
    facts = facts_of(unit, losses, notes)
    for note in notes:
        if note.language is not None:
            losses.add("language of a note", "languages of notes")
    words = [repairs.legal(note.text) for note in notes]
    if len(words) == 1 and is_simple(words[0]):
        entry.addnote(words[0], "translator")
    else:
        facts += [(NOTE, text) for text in words]
    for scope, variant in (("source", source), ("target", target)):
        if variant is not None:
            count_tags(variant.segment, losses)
            facts += [(f"{scope}/{key}", value) for key, value in facts_of(variant, losses)]
            if not variant.segment.text:
                losses.add("empty segment", "empty segments")
    facts = _in_own_places(entry, facts)
    context = _context(facts)
    if (context, entry.source) in seen:
        context = f"{NUMBERED}{len(seen)}"
    elif context is not None:
        facts.remove((CONTEXT, context))
    seen.add((context, entry.source))
    if context is not None:
        entry.msgctxt = pypo.quoteforpo(repairs.legal(context))
    for key, value in facts:
        entry.addnote(comment_of(key, repairs.legal(value)), "developer")
    return entry


def _context(facts: list[Fact]) -> str | None:
    found = (value for key, value in facts if key == CONTEXT)
    return next((value for value in found if value and not value.startswith(NUMBERED)), None)


def _in_own_places(entry: Any, facts: list[Fact]) -> list[Fact]:
    """Write locations and flags where PO has them, and return all other facts."""
    left = []
    flags = False
    for key, value in facts:
        if key == LOCATION and _LOCATION.fullmatch(value):
            entry.sourcecomments.append(f"#: {value}\n")
        elif key == FLAGS and not flags and _FLAGS.fullmatch(value):
            entry.typecomments.append(f"#, {value}\n")
            flags = True
        else:
            left.append((key, value))
    return left
