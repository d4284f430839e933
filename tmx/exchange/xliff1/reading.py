"""Reads XLIFF 1.2, unit by unit; SDLXLIFF and MQXLIFF as far as they follow it.

A trans-unit that a tool has cut into segments (<seg-source> with <mrk mtype="seg">) gives a unit
for each of them; otherwise it is one. Alternative translations are passed over, and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import BinaryIO
from urllib.parse import unquote

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices, header_for, stated_language
from tmx.exchange.facts import Gathered
from tmx.exchange.losses import Losses
from tmx.exchange.place import Place
from tmx.exchange.xliff1.inline import InlineReader
from tmx.exchange.xliff1.writing import KEY, STATE, TOOL
from tmx.exchange.xml_events import (
    LANGUAGE,
    Node,
    children,
    events_of,
    local_name,
    text_of,
    xliff_root,
)
from tmx.provenance import DOCUMENT
from tmx.units import Header, Note, Property, Segment, Unit

_PURPOSE = "passed over, since a memory has no place for them"
_CONFIRMATION = "x-ConfirmationLevel"  # as in Trados' own TMX
_TRADOS_SEGMENT = "{http://sdl.com/FileTypes/SdlXliff/1.0}seg"


@dataclass(frozen=True, slots=True)
class _File:
    """What the <file> around a unit says."""

    source: str
    target: str | None
    original: str | None
    is_own: bool


def read_xliff1(
    stream: BinaryIO, name: str, choices: Choices = NO_CHOICES, place: Place | None = None
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory from XLIFF 1.0 to 1.2.

    Args:
        stream: the file's bytes; it is not closed.
        name: the file's name, for messages.
        choices: languages, for files that don't name them.
        place: told of the line of each unit.

    Returns:
        The header, and the units as they are asked for. A unit that is not translated has one
        variant.

    Raises:
        TmxError: it is no XLIFF 1, is damaged, names no language, or declares or uses an entity: at
            once or while the units are read.
    """
    events = events_of(stream, name, begun=("xliff", "file"), ended=("header", "trans-unit"))
    root = xliff_root(events, name, "1", "1.0 to 1.2")
    first = next(events, (None, None))[1]
    if first is None or local_name(first) != "file":
        raise TmxError(f"{name}: it has no <file>")
    reader = _Reader(name, choices, place or Place())
    file = reader.file(first)
    header = header_for(
        file.source, f"XLIFF {root.get('version')}", datatype=first.get("datatype") or "plaintext"
    )
    event = next(events, None)
    if event is not None and local_name(event[1]) == "header":
        notes = [_note(node, name) for node in children(event[1], "note")]
        header = replace(header, annotations=tuple(notes))
        event = None
    ahead = () if event is None else (event,)
    return header, reader.units(chain(ahead, events), file)


def _note(node: Node, name: str) -> Note:
    return Note(text_of(node, name), node.get(LANGUAGE))


class _Reader:
    def __init__(self, name: str, choices: Choices, place: Place) -> None:
        self._name = name
        self._place = place
        self._choices = choices
        self._losses = Losses()

    def file(self, node: Node) -> _File:
        source = self._choices.source_language or node.get("source-language")
        if not source:
            raise TmxError(
                f"{self._name}, line {node.sourceline}: <file> names no source-language; "
                "say --source-lang"
            )
        target = self._choices.target_language or node.get("target-language")
        is_own = node.get("tool-id") == TOOL
        where = f"{self._name}, line {node.sourceline}"
        return _File(
            stated_language(source, where),
            stated_language(target, where) if target else None,
            node.get("original"),
            is_own,
        )

    def units(self, events: Iterable[tuple[str, Node]], file: _File) -> Iterator[Unit]:
        for _, node in events:
            local = local_name(node)
            if local == "file":
                file = self.file(node)
            elif local == "trans-unit":
                self._place.line = node.sourceline
                yield from self._units(node, file)
        self._losses.report(self._name, _PURPOSE)

    def _units(self, node: Node, file: _File) -> Iterator[Unit]:
        source = next(children(node, "source"), None)
        target = next(children(node, "target"), None)
        if source is None:
            self._losses.add("unit without a source", "units without a source")
            return
        cut = next(children(node, "seg-source"), None)
        known = self._known(node, file)
        target_language = self._target_language(target, file)
        segments = _segments(cut) if cut is not None else {}
        if not segments:
            inline = InlineReader((source,) if target is None else (source, target), self._name)
            yield self._unit(known, inline, file, source, target_language, target, None)
            return
        translated = {} if target is None else _segments(target)
        confirmed = _confirmations(node)
        for mid, part in segments.items():
            other = translated.get(mid)
            inline = InlineReader((part,) if other is None else (part, other), self._name)
            unit = self._unit(known, inline, file, part, target_language, other, mid)
            if mid in confirmed:
                level = Property(_CONFIRMATION, confirmed[mid])
                unit = replace(unit, annotations=(*unit.annotations, level))
            yield unit

    def _unit(
        self,
        known: dict[str, Gathered],
        inline: InlineReader,
        file: _File,
        source: Node,
        target_language: str | None,
        target: Node | None,
        mid: str | None,
    ) -> Unit:
        ours = Segment(inline.content(source))
        variants = [known["source"].variant(file.source, ours)]
        if target is not None and target_language is not None:
            theirs = Segment(inline.content(target))
            if theirs.content or file.is_own:  # elsewhere an empty target is none yet
                variants.append(known["target"].variant(target_language, theirs))
        whole = known[""]
        values = dict(whole.values)
        if mid is not None and "tuid" in values:
            values["tuid"] += f":{mid}"
        return Gathered(whole.annotations, values).unit(variants)

    def _target_language(self, target: Node | None, file: _File) -> str | None:
        if target is None:
            return None
        language = file.target or target.get(LANGUAGE)
        if not language:
            raise TmxError(
                f"{self._name}, line {target.sourceline}: no target-language is named; "
                "say --target-lang"
            )
        return stated_language(language, f"{self._name}, line {target.sourceline}")

    def _known(self, node: Node, file: _File) -> dict[str, Gathered]:
        """Return what is known of a unit ("") and of its two variants."""
        known = {scope: Gathered.of(()) for scope in ("", "source", "target")}
        tuid = node.get("resname", None if file.is_own else node.get("id"))
        if tuid is not None:
            known[""].add("tuid", tuid)
        for child in node:
            local = local_name(child)
            if local == "context-group":
                for context in children(child, "context"):
                    self._add_context(known, context)
            elif local == "note":
                scope = child.get("annotates", "")
                scope = scope if scope in ("source", "target") else ""
                known[scope].annotations.append(_note(child, self._name))
            elif local == "target" and child.get("state"):
                known[""].annotations.append(Property(STATE, child.get("state")))
            elif local == "alt-trans":
                self._losses.add("alternative translation", "alternative translations")
        said = any(
            isinstance(item, Property) and item.type == DOCUMENT for item in known[""].annotations
        )
        if file.original and not file.is_own and not said:
            known[""].annotations.append(Property(DOCUMENT, file.original))
        return known

    def _add_context(self, known: dict[str, Gathered], context: Node) -> None:
        kind = context.get("context-type", "")
        value = text_of(context, self._name)
        if not kind.startswith(KEY):
            known[""].add(kind, value)
            return
        scope, slash, key = kind.removeprefix(KEY).partition("/")
        if not slash or scope not in known:
            scope, key = "", kind.removeprefix(KEY)
        known[scope].add(unquote(key), value)


def _confirmations(node: Node) -> dict[str, str]:
    """Return what Trados says of the segments of a unit, by their ids: Draft, Translated, ..."""
    return {
        segment.get("id", ""): segment.get("conf")
        for segment in node.iter(_TRADOS_SEGMENT)
        if segment.get("conf")
    }


def _segments(node: Node) -> dict[str, Node]:
    """Return the segments that a tool has cut a text into, by their ids."""
    return {
        mark.get("mid", ""): mark
        for mark in node.iter()
        if local_name(mark) == "mrk" and mark.get("mtype") == "seg"
    }
