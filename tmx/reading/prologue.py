"""What stands before the first unit: the document type, <tmx>, <header> and <body>."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tmx.errors import TmxError
from tmx.reading.buffering import Buffer
from tmx.reading.nouns import NounError, Nouns
from tmx.reading.pieces import SAFE, fault_of
from tmx.reading.references import mend_references
from tmx.reading.report import Damage, ReadingReport
from tmx.text import cited
from tmx.units import Header

_MOST = 1 << 25  # bytes before the first unit
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf|\s)*(?:<\?xml\b[^>]*\?>\s*)?")
_NO_HEADER = "no TMX, for it has no <header> before its first unit"


@dataclass(slots=True)
class Prologue:
    """What is known where the first unit begins.

    Attributes:
        header: the header.
        nouns: makes nouns of this file's elements.
        around: the start tags of the elements that are open.
        unit_name: the name of a unit's element in this file, with its prefix.
    """

    header: Header
    nouns: Nouns
    around: tuple[bytes, ...]
    unit_name: bytes


def read_prologue(
    buffer: Buffer, name: str, report: ReadingReport, *, recover: bool, repair: bool
) -> Prologue:
    """Read up to the first unit; the buffer's window begins there afterwards.

    Args:
        buffer: the file.
        name: its name, for messages.
        report: is told of damage and of what is mended.
        recover: whether to go on at the first unit where this part is damaged.
        repair: whether to mend references to characters that XML lacks.

    Raises:
        TmxError: it is no TMX, declares entities, or is damaged.
    """
    reading = _Reading(buffer, name, report, repair=repair)
    try:
        return reading.read()
    except etree.XMLSyntaxError as error:
        return reading.recovered(error, recover=recover)


@dataclass(slots=True)
class _Reading:
    """One pass over a prologue; the parser is fed tag by tag, so that it stops at <body>."""

    buffer: Buffer
    name: str
    report: ReadingReport
    repair: bool = field(kw_only=True)
    opened: list[bytes] = field(default_factory=list)
    header: Header | None = None
    version: str = ""
    nouns: Nouns | None = None
    tag_prefix: bytes = b""
    position: int = 0
    parser: Any = field(
        default_factory=lambda: etree.XMLPullParser(events=("start", "end"), **SAFE)
    )

    def read(self) -> Prologue:
        buffer = self.buffer
        buffer.fill(1)
        declaration = _DECLARATION.match(buffer.data, buffer.start)
        if declaration is not None:
            buffer.drop(declaration.end())
        begin = self.position = buffer.start
        if not len(buffer):
            raise TmxError(buffer.broken or f"{self.name}: the file is empty")
        if not buffer.data.startswith(b"<", begin):
            raise TmxError(f"{self.name}: no TMX, for it does not begin as XML does")
        while True:
            end = self._tag_end()
            piece = buffer.data[self.position : end]
            if self.nouns is None and b"<!ENTITY" in piece:
                raise TmxError(
                    f"{self.name}: it declares entities, which could stand for anything; "
                    "remove the <!ENTITY> lines"
                )
            self.parser.feed(self._mended(piece))
            tag_start = buffer.data.rfind(b"<", begin, end)
            for event, node in self.parser.read_events():
                done = self._take(event, node, tag_start, end)
                if done is not None:
                    buffer.drop(done)
                    return self._result()
            self.position = end
            if buffer.final and end == len(buffer.data):
                self.parser.close()  # it raises, for the root element is open

    def recovered(self, error: etree.XMLSyntaxError, *, recover: bool) -> Prologue:
        """Go on at the first unit, with what the damaged part tells of the header."""
        buffer = self.buffer
        if buffer.broken is not None:
            raise TmxError(buffer.broken) from error
        reason, _, _ = fault_of(self.parser, error)
        place = buffer.place(self.position)
        where = f"{self.name}, line {place.line}, byte {place.byte}"
        damaged_at, self.position = self.position - buffer.start, buffer.start
        unit_name = self.tag_prefix + b"tu"
        unit = self._first(re.compile(rb"<%s[\s/>]" % re.escape(unit_name)))
        if not recover or unit is None:
            hint = "; --recover goes on behind it" if unit is not None else ""
            raise TmxError(f"{where}: the XML is damaged: {reason}{hint}") from error
        damaged = buffer.data[buffer.start : unit.start()]
        lost = max(len(damaged) - damaged_at, 0)
        self.report.add_damage(self.name, Damage(*place, lost, f"the XML is damaged: {reason}"))
        root = _leniently(damaged)
        nouns = self.nouns = self.nouns or Nouns("")
        node = None if root is None else root.find(f".//{nouns.prefix}header")
        if self.header is None:
            empty = Header("", "", "", "", "", "", "", version=self.version)
            self.header = empty if node is None else self._header(node)
        self.opened = [b"<%stmx>" % self.tag_prefix, b"<%sbody>" % self.tag_prefix]
        if self.tag_prefix or nouns.prefix:  # the namespace is declared there
            tag = re.search(rb"<%stmx\b[^<>]*>" % self.tag_prefix, damaged)
            self.opened[0] = self.opened[0] if tag is None else tag.group()
        buffer.drop(unit.start())
        return self._result()

    def _take(self, event: str, node: Any, tag_start: int, end: int) -> int | None:
        """Take a start or an end; return where the first unit may begin, once that is known."""
        if event == "end":
            if self.nouns is not None and node.tag == f"{self.nouns.prefix}header":
                self.header = self._header(node)
            self.opened.pop()
            return None if self.opened else end
        raw = self.buffer.data[tag_start:end]
        if self.nouns is None:
            self._root(node, raw)
        elif node.tag in (f"{self.nouns.prefix}body", f"{self.nouns.prefix}tu"):
            if self.header is None:
                raise TmxError(f"{self.name}: {_NO_HEADER}")
            if node.tag.endswith("tu"):
                return tag_start
            if not raw.endswith(b"/>"):
                self.opened.append(raw)
            return end
        self.opened.append(raw)
        return None

    def _root(self, node: Any, raw: bytes) -> None:
        namespace, brace, local = node.tag.rpartition("}")
        if local != "tmx":
            raise TmxError(f"{self.name}: no TMX, for its root element is <{cited(local)}>")
        self.nouns = Nouns(namespace + brace)
        self.version = node.get("version", "")
        tag_name = re.split(rb"[\s/>]", raw[1:], maxsplit=1)[0]
        self.tag_prefix = tag_name.removesuffix(b"tmx")

    def _header(self, node: Any) -> Header:
        assert self.nouns is not None
        try:
            return self.nouns.header(node, self.version)
        except NounError as error:
            line = self.buffer.place(self.buffer.start).line + error.line - 1
            raise TmxError(f"{self.name}, line {line}: {error.reason}") from error

    def _result(self) -> Prologue:
        if self.header is None or self.nouns is None:
            raise TmxError(f"{self.name}: {_NO_HEADER}")
        name = self.tag_prefix + b"tu"
        return Prologue(self.header, self.nouns, tuple(self.opened), name)

    def _tag_end(self) -> int:
        """Return the index behind the next ">", or the end of the file."""
        found = self._first(re.compile(rb">"))
        return len(self.buffer.data) if found is None else found.end()

    def _first(self, wanted: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Find something behind the position, reading on as far as needed."""
        buffer = self.buffer
        while True:
            found = wanted.search(buffer.data, self.position)
            if found is not None or buffer.final:
                return found
            if len(buffer) >= _MOST:
                raise TmxError(
                    f"{self.name}: no TMX, for no unit begins in its first {_MOST} bytes"
                )
            before = buffer.start
            buffer.fill(2 * len(buffer) + 1)
            self.position -= before - buffer.start

    def _mended(self, piece: bytes) -> bytes:
        if b"&#" not in piece:
            return piece
        mended, places = mend_references(piece)
        for index in places:
            place = self.buffer.place(self.position + index)
            if not self.repair:
                raise TmxError(
                    f"{self.name}, line {place.line}, byte {place.byte}: a reference to a "
                    "character that XML lacks; --repair mends it"
                )
            self.report.add_mended(place.line)
        return mended


def _leniently(damaged: bytes) -> Any:
    """Return the root of what a lenient parser makes of it, or None."""
    # It would take references to what is no character.
    mended, _ = mend_references(damaged)
    try:
        return etree.fromstring(mended, etree.XMLParser(recover=True, **SAFE))
    except etree.XMLSyntaxError:
        return None
