"""Reads memories from PO; the whole of a file is held in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from translate.misc.multistring import multistring
from translate.storage import pypo

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices, header_for, stated_language
from tmx.exchange.damaged_utf8 import describe_damage
from tmx.exchange.facts import Gathered
from tmx.exchange.losses import Losses
from tmx.exchange.place import Place
from tmx.exchange.po.comments import CONTEXT, FLAGS, LOCATION, NUMBERED, PLURAL, fact_of
from tmx.units import Header, Note, Property, Segment, Unit

_CHARSET = re.compile(rb"charset=([\w.\-]+)")
_HEADER = 4096  # bytes in which the header is looked for


def read_po(
    stream: BinaryIO, name: str, choices: Choices = NO_CHOICES, place: Place | None = None
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory from a PO file; the whole of it is held in memory.

    Plural forms give a unit each: the singular with the first form, the plural with the others
    (with the only one, where the language has only one). Obsolete entries are passed over, and
    fuzzy ones unless they are asked for.

    Args:
        stream: the file's bytes; it is not closed.
        name: the file's name, for messages.
        choices: the languages, and whether fuzzy translations are taken.
        place: told of the line of each entry.

    Returns:
        The header, and the units. An entry that is not translated gives one variant.

    Raises:
        TmxError: it is no PO file, or does not say which languages it is in.
    """
    data = stream.read()
    _check_encoding(data, name)
    try:
        catalogue: Any = pypo.pofile()
        catalogue.parse(data)
    except (ValueError, IndexError, LookupError, UnicodeError) as error:
        reason = " ".join(str(error).split())
        raise TmxError(f"{name}: no PO file, or a damaged one: {reason}") from error
    if not catalogue.units and data.strip():
        raise TmxError(f"{name}: no PO file, for it has no msgid")
    known = catalogue.parseheader()
    source = _language(name, choices.source_language, known.get("X-Source-Language"), "source")
    target = _language(name, choices.target_language, known.get("Language"), "target")
    header = header_for(source, "PO", creationtool=known.get("X-Generator") or "")
    return header, _units(catalogue, name, (source, target), choices, place or Place())


def _check_encoding(data: bytes, name: str) -> None:
    """Refuse bytes that are not in the encoding that the header names: they would be guessed at."""
    stated = _CHARSET.search(data[:_HEADER])
    charset = stated[1].decode() if stated else "utf-8"
    try:
        data.decode(charset)
    except LookupError:  # CHARSET, in a template
        return
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = f"line {line:,} (byte {error.start:,}, 0x{data[error.start]:02x})"
        if error.encoding == "utf-8" and (damage := describe_damage(error, 0, (), where)):
            raise TmxError(f"{name}: {damage}") from error
        raise TmxError(
            f"{name}, line {line}: no PO file, or one that is not in {charset.upper()}, as its "
            "header says; correct charset= there"
        ) from error


def _language(name: str, chosen: str | None, stated: str | None, side: str) -> str:
    language = chosen or (stated or "").strip()
    if not language:
        raise TmxError(f"{name}: its header does not name the {side} language; say --{side}-lang")
    return stated_language(language.partition("@")[0].partition(".")[0], name)


def _units(
    catalogue: Any, name: str, languages: tuple[str, str], choices: Choices, place: Place
) -> Iterator[Unit]:
    source, target = languages
    passed = Losses()
    for entry in catalogue.units:
        if entry.isheader() or entry.isblank():
            continue
        if entry.isobsolete():
            passed.add("obsolete entry", "obsolete entries")
        elif entry.isfuzzy() and not choices.fuzzy:
            passed.add("fuzzy entry (--fuzzy takes them)", "fuzzy entries (--fuzzy takes them)")
        else:
            place.line = entry.line_number
            known = _known(entry)
            for form, (ours, theirs) in enumerate(_forms(entry)):
                variants = [known["source"].variant(source, Segment.of(ours))]
                if theirs:
                    variants.append(known["target"].variant(target, Segment.of(theirs)))
                annotations = list(known[""].annotations)
                if entry.hasplural():
                    annotations.append(Property(PLURAL, str(form)))
                yield Gathered(annotations, dict(known[""].values)).unit(variants)
    passed.report(name, "passed over")


def _forms(entry: Any) -> Iterator[tuple[str, str]]:
    """Give the texts of an entry with their translations."""
    sources, targets = _strings(entry.source), _strings(entry.target)
    if len(sources) == 1:
        yield sources[0], targets[0] if targets else ""
        return
    yield sources[0], targets[0] if targets else ""
    for text in targets[1:] or targets:
        yield sources[1], text


def _strings(text: Any) -> list[str]:
    return [str(one) for one in text.strings] if isinstance(text, multistring) else [str(text)]


def _known(entry: Any) -> dict[str, Gathered]:
    """Return what is known of an entry ("") and of its two variants."""
    known = {scope: Gathered.of(()) for scope in ("", "source", "target")}
    note = entry.getnotes("translator")
    if note:
        known[""].annotations.append(Note(str(note)))
    foreign = []
    for line in str(entry.getnotes("developer")).split("\n"):
        found = fact_of(line)
        if found is not None:
            scope, fact = found
            known[scope].add(*fact)
        elif line:
            foreign.append(line)
    if foreign:
        known[""].annotations.append(Note("\n".join(foreign)))
    for location in entry.getlocations():
        known[""].annotations.append(Property(LOCATION, location))
    flags = [flag.strip() for line in entry.typecomments for flag in line[2:].split(",")]
    if flags:
        known[""].annotations.append(Property(FLAGS, ", ".join(filter(None, flags))))
    context = entry.getcontext()
    if context and not context.startswith(NUMBERED):
        known[""].annotations.append(Property(CONTEXT, context))
    return known
