"""Reads XLIFF 2.0 and 2.1, unit by unit: each segment of a <unit> is a unit of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices, header_for, stated_language
from tmx.exchange.facts import Gathered
from tmx.exchange.place import Place
from tmx.exchange.xliff2.inline import InlineReader
from tmx.exchange.xliff2.writing import FILE, STATE
from tmx.exchange.xml_events import Node, children, events_of, local_name, text_of, xliff_root
from tmx.provenance import DOCUMENT
from tmx.units import Header, Note, Property, Segment, Unit


def read_xliff2(
    stream: BinaryIO, name: str, choices: Choices = NO_CHOICES, place: Place | None = None
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory from XLIFF 2.

    Args:
        stream: the file's bytes; it is not closed.
        name: the file's name, for messages.
        choices: languages, for files that don't name them.
        place: told of the line of each unit.

    Returns:
        The header, and the units as they are asked for. A segment that is not translated has one
        variant.

    Raises:
        TmxError: it is no XLIFF 2, is damaged, names no language, or declares or uses an entity: at
            once or while the units are read.
    """
    events = events_of(stream, name, begun=("xliff", "file"), ended=("unit",))
    root = xliff_root(events, name, "2", "2.0 and 2.1")
    source = choices.source_language or root.get("srcLang")
    if not source:
        raise TmxError(f"{name}, line {root.sourceline}: no srcLang is named; say --source-lang")
    target = choices.target_language or root.get("trgLang")
    languages = (
        stated_language(source, name),
        stated_language(target, name) if target else None,
    )
    return header_for(languages[0], f"XLIFF {root.get('version')}"), _units(
        events, name, languages, place or Place()
    )


def _units(
    events: Iterator[tuple[str, Node]],
    name: str,
    languages: tuple[str, str | None],
    place: Place,
) -> Iterator[Unit]:
    document: str | None = None
    is_own = False
    for _, node in events:
        if local_name(node) == "file":
            is_own = node.get("id") == FILE
            document = None if is_own else node.get("original") or node.get("id")
        else:
            place.line = node.sourceline
            yield from _segments(node, name, languages, document, is_own)


def _segments(
    node: Node,
    name: str,
    languages: tuple[str, str | None],
    document: str | None,
    is_own: bool,
) -> Iterator[Unit]:
    known = _known(node, name)
    inline = InlineReader(node, name)
    segments = list(children(node, "segment"))
    tuid = node.get("name", None if is_own else node.get("id"))
    for number, segment in enumerate(segments, start=1):
        annotations = list(known[""].annotations)
        values = dict(known[""].values)
        if tuid is not None:
            values["tuid"] = tuid if len(segments) == 1 else f"{tuid}:{number}"
        if document is not None:
            annotations.append(Property(DOCUMENT, document))
        if segment.get("state") is not None:
            annotations.append(Property(STATE, segment.get("state")))
        variants = []
        for scope, language in zip(("source", "target"), languages, strict=True):
            words = next(children(segment, scope), None)
            if words is None:
                continue
            if language is None:
                raise TmxError(
                    f"{name}, line {words.sourceline}: no trgLang is named; say --target-lang"
                )
            content = Segment(inline.content(words))
            if content.content or is_own or scope == "source":
                variants.append(known[scope].variant(language, content))
        yield Gathered(annotations, values).unit(variants)


def _known(node: Node, name: str) -> dict[str, Gathered]:
    """Return what is known of a unit ("") and of its two variants."""
    known = {scope: Gathered.of(()) for scope in ("", "source", "target")}
    for child in node:
        local = local_name(child)
        if local == "notes":
            for note in children(child, "note"):
                scope = note.get("appliesTo", "")
                known[scope if scope in known else ""].annotations.append(Note(text_of(note, name)))
        elif local == "metadata":
            for group in children(child, "metaGroup"):
                _add_group(known, group, "", name)
    return known


def _add_group(known: dict[str, Gathered], group: Node, scope: str, name: str) -> None:
    scope = group.get("appliesTo", scope)
    for child in group:
        local = local_name(child)
        if local == "metaGroup":
            _add_group(known, child, scope, name)
        elif local == "meta":
            known[scope if scope in known else ""].add(child.get("type", ""), text_of(child, name))
