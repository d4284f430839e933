r"""PO, the catalogues of gettext, read and written by translate-toolkit.

msgid, msgstr   the words of the source and of the target
#               a note
#. key: value   what else is known (`tmx.exchange.facts`), "source/" or "target/" before what is
                known of a variant; with \n and \uXXXX for what a comment can't hold
#:              properties of the type x-location
#,              a property of the type x-flags
msgctxt         a property of the type x-context; where two units would be one to gettext, a
                context "duiqi:" with a number
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from translate.misc.multistring import multistring
from translate.storage import pypo

from tmx.errors import TmxError
from tmx.exchange.choices import (
    NO_CHOICES,
    Choices,
    header_for,
    source_of,
    stated_language,
    target_of,
)
from tmx.exchange.columns import count_tags
from tmx.exchange.facts import NOTE, Fact, Gathered, facts_of, is_key
from tmx.exchange.losses import Losses
from tmx.exchange.pairs import count_header, paired_units
from tmx.exchange.place import Place
from tmx.text import Repairs
from tmx.units import Header, Note, Property, Segment, Unit, Variant

_LOG = logging.getLogger(__name__)

CONTEXT, FLAGS, LOCATION, PLURAL = "x-context", "x-flags", "x-location", "x-plural"
"""The types of the properties that PO has places of its own for."""

_NUMBERED = "duiqi:"
_CHARSET = re.compile(rb"charset=([\w.\-]+)")
_HEADER = 4096  # bytes in which the header is looked for
_ESCAPE = re.compile(r"\\(?:([\\n])|u([0-9a-f]{4})|U([0-9a-f]{8}))")
_LOCATION = re.compile(r"[!-~]+")
_FLAGS = re.compile(r"[a-z][a-z0-9\-]*(, [a-z][a-z0-9\-]*)*")
_FACT = re.compile(r"([^ ]*):(?: (.*))?", re.DOTALL)


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
    source = source_of(header, choices)
    target, units = target_of(units, source, choices)
    count_header(header, losses)
    repairs = Repairs()
    head = pypo.pounit()
    head.target = (
        f"Language: {target.replace('-', '_')}\nX-Source-Language: {source.replace('-', '_')}\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\nX-Generator: duiqi\n"
    )
    stream.write(str(head).encode())
    seen: set[tuple[str | None, str]] = set()
    count = 0
    for unit, ours, theirs in paired_units(units, source, target, losses):
        if not ours.segment.text:
            losses.add("unit with an empty source", "units with an empty source")
            continue
        count += 1
        stream.write(b"\n" + str(_entry(unit, ours, theirs, seen, repairs, losses)).encode())
    repairs.report("the PO file")
    return count


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
    if len(words) == 1 and _is_simple(words[0]):
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
        context = f"{_NUMBERED}{len(seen)}"
    elif context is not None:
        facts.remove((CONTEXT, context))
    seen.add((context, entry.source))
    if context is not None:
        entry.msgctxt = pypo.quoteforpo(repairs.legal(context))
    for key, value in facts:
        name = _escaped(key).replace(" ", r"\u0020")
        entry.addnote(f"{name}: {_escaped(repairs.legal(value))}", "developer")
    return entry


def _context(facts: list[Fact]) -> str | None:
    found = (value for key, value in facts if key == CONTEXT)
    return next((value for value in found if value and not value.startswith(_NUMBERED)), None)


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


def _is_simple(text: str) -> bool:
    """Whether a text comes back out of comments as it is."""
    return all(line and line.isprintable() and line == line.strip() for line in text.split("\n"))


def _escaped(text: str) -> str:
    pieces = []
    last = len(text) - 1
    for place, character in enumerate(text):
        code = ord(character)
        if character == "\\":
            pieces.append("\\\\")
        elif character == "\n":
            pieces.append("\\n")
        elif character.isprintable() and (character != " " or 0 < place < last):
            pieces.append(character)
        else:
            pieces.append(f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
    return "".join(pieces)


def _resolved(match: re.Match[str]) -> str:
    if match[1]:
        return "\n" if match[1] == "n" else "\\"
    return chr(int(match[2] or match[3], 16))


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
        if not _add_fact(known, line) and line:
            foreign.append(line)
    if foreign:
        known[""].annotations.append(Note("\n".join(foreign)))
    for location in entry.getlocations():
        known[""].annotations.append(Property(LOCATION, location))
    flags = [flag.strip() for line in entry.typecomments for flag in line[2:].split(",")]
    if flags:
        known[""].annotations.append(Property(FLAGS, ", ".join(filter(None, flags))))
    context = entry.getcontext()
    if context and not context.startswith(_NUMBERED):
        known[""].annotations.append(Property(CONTEXT, context))
    return known


def _add_fact(known: dict[str, Gathered], line: str) -> bool:
    """Take a comment for a fact, if it is one."""
    match = _FACT.fullmatch(line)
    if match is None:
        return False
    key, value = (_ESCAPE.sub(_resolved, part or "") for part in match.groups())
    scope, slash, rest = key.partition("/")
    if slash and scope in ("source", "target"):
        key = rest
    else:
        scope = ""
    if not is_key(key):
        return False
    known[scope].add(key, value)
    return True
