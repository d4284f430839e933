"""Reads TMX 1.1 to 1.4b, unit by unit: the memory used does not grow with their number.

Nothing but the stream is read, and no entity is expanded beyond XML's own: a file that declares
any is refused, and so is one that refers to any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from tmx.dates import parse_date
from tmx.errors import TmxError
from tmx.units import (
    NO_RECORD,
    Annotation,
    Element,
    Header,
    Note,
    Property,
    Record,
    Segment,
    Tag,
    Unit,
    Variant,
)

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DATES = ("creationdate", "changedate", "lastusagedate")
_RENAMED = {"o-encoding": "encoding", "o-tmf": "memory_format"}
_RECORD = frozenset(
    {"creationdate", "creationid", "changedate", "changeid", "creationtool"}
    | {"creationtoolversion", "lastusagedate", "usagecount", "datatype", "o-encoding", "o-tmf"}
)
_HEADER_TEXTS = (
    ("srclang", "srclang"),
    ("creationtool", "creationtool"),
    ("creationtoolversion", "creationtoolversion"),
    ("segtype", "segtype"),
    ("o-tmf", "memory_format"),
    ("adminlang", "adminlang"),
    ("datatype", "datatype"),
)
_COUNT = re.compile(r"0|[1-9][0-9]{0,17}")
_TAG_FIELDS = ("i", "x", "type", "pos", "assoc", "datatype")

# lxml-stubs know neither how comments and entities differ from elements nor `iterparse.root`.
_Node = Any


def read_tmx(stream: BinaryIO, name: str = "TMX") -> tuple[Header, Iterator[Unit]]:
    """Read a memory: its header at once, its units as they are asked for.

    Args:
        stream: the file's bytes, in any encoding that XML declares or marks; it is not closed.
        name: the file's name, for the message of an error.

    Returns:
        The header (a text that it lacks is ""), and the units. A damaged file gives the units
        before the damage, and then raises.

    Raises:
        TmxError: it is no TMX, is damaged, or declares or uses an entity; the message says where.
    """
    reader = _Reader(stream, name)
    return reader.header(), reader.units()


class _Reader:
    """One pass over one file."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._name = name
        self._events: _Node = etree.iterparse(
            stream,
            events=("end",),
            tag=("{*}header", "{*}tu"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        )
        self._prefix = ""

    def header(self) -> Header:
        """Read up to the end of the header."""
        node = next(self._parsed(), None)
        self._check_root(self._events.root if node is None else node)
        if node is not None and node.tag == f"{self._prefix}header":
            return self._header(node)
        raise TmxError(f"{self._name}: no TMX, for it has no <header> before its first unit")

    def units(self) -> Iterator[Unit]:
        """Read the units; each is dropped from the tree once it has been given."""
        wanted = f"{self._prefix}tu"
        for node in self._parsed():
            if node.tag != wanted:
                continue
            yield self._unit(node)
            node.clear()
            parent = node.getparent()
            while node.getprevious() is not None:
                del parent[0]

    def _parsed(self) -> Iterator[_Node]:
        try:
            for _, node in self._events:
                yield node
        except etree.XMLSyntaxError as error:
            faults = self._events.error_log.filter_from_errors()
            if not faults:
                raise TmxError(f"{self._name}: it is empty, or ends too early") from error
            fault = faults[0]
            raise TmxError(
                f"{self._name}, line {fault.line}, column {fault.column}: "
                f"the XML is damaged: {fault.message.strip()}"
            ) from error

    def _check_root(self, node: _Node) -> None:
        """Look at what stands around the first element that is wanted."""
        tree = node.getroottree()
        root = tree.getroot()
        namespace, _, local = root.tag.rpartition("}")
        if local != "tmx":
            raise TmxError(f"{self._name}: no TMX, for its root element is <{local}>")
        if namespace:
            self._prefix = namespace + "}"
        declared = tree.docinfo.internalDTD
        if declared is not None and any(True for _ in declared.iterentities()):
            raise TmxError(
                f"{self._name}: it declares entities, which could stand for anything; "
                "remove the <!ENTITY> lines"
            )

    def _header(self, node: _Node) -> Header:
        attributes = dict(node.items())
        texts = {field: attributes.pop(name, "") for name, field in _HEADER_TEXTS}
        dates = {field: _take_date(attributes, field) for field in ("creationdate", "changedate")}
        others = {
            field: attributes.pop(name, None)
            for name, field in (
                ("o-encoding", "encoding"),
                ("creationid", "creationid"),
                ("changeid", "changeid"),
            )
        }
        return Header(
            **texts,
            **dates,
            **others,
            annotations=tuple(self._annotations(node)),
            version=node.getroottree().getroot().get("version", ""),
            extra=tuple(attributes.items()),
        )

    def _unit(self, node: _Node) -> Unit:
        variants: list[Variant] = []
        annotations: list[Annotation] = []
        variant_tag = f"{self._prefix}tuv"
        for child in node:
            if child.tag == variant_tag:
                variants.append(self._variant(child))
            else:
                self._annotate(child, annotations)
        attributes = dict(node.items())
        tuid = attributes.pop("tuid", None)
        srclang = attributes.pop("srclang", None)
        segtype = attributes.pop("segtype", None)
        record = _record(attributes) if attributes else NO_RECORD
        extra = tuple(attributes.items())
        return Unit(tuple(variants), tuid, tuple(annotations), srclang, segtype, record, extra)

    def _variant(self, node: _Node) -> Variant:
        annotations: list[Annotation] = []
        segment: Segment | None = None
        segment_tag = f"{self._prefix}seg"
        for child in node:
            if child.tag != segment_tag:
                self._annotate(child, annotations)
            elif segment is None:
                segment = Segment(self._content(child))
            else:
                raise TmxError(f"{self._place(child)}: a <tuv> with two <seg>; leave one of them")
        items = node.items()
        if len(items) == 1 and items[0][0] == _LANGUAGE:
            return Variant(items[0][1], segment or Segment(), tuple(annotations))
        attributes = dict(items)
        language = _take_language(attributes) or ""
        record = _record(attributes)
        extra = tuple(attributes.items())
        return Variant(language, segment or Segment(), tuple(annotations), record, extra)

    def _annotations(self, node: _Node) -> list[Annotation]:
        annotations: list[Annotation] = []
        for child in node:
            self._annotate(child, annotations)
        return annotations

    def _annotate(self, node: _Node, annotations: list[Annotation]) -> None:
        tag = node.tag
        if not isinstance(tag, str):
            self._check_no_entity(node)
            return
        local = tag.removeprefix(self._prefix)
        if local == "prop":
            items = node.items()
            if len(items) == 1 and items[0][0] == "type":
                annotations.append(Property(items[0][1], self._text(node)))
                return
            attributes = dict(items)
            property_type = attributes.pop("type", "")
            language = _take_language(attributes)
            encoding = attributes.pop("o-encoding", None)
            extra = tuple(attributes.items())
            annotations.append(Property(property_type, self._text(node), language, encoding, extra))
        elif local == "note":
            attributes = dict(node.items())
            language = _take_language(attributes)
            encoding = attributes.pop("o-encoding", None)
            extra = tuple(attributes.items())
            annotations.append(Note(self._text(node), language, encoding, extra))
        else:
            annotations.append(self._element(node))

    def _element(self, node: _Node) -> Element:
        content: list[str | Element] = [node.text] if node.text else []
        for child in node:
            if isinstance(child.tag, str):
                content.append(self._element(child))
            else:
                self._check_no_entity(child)
            _append_text(content, child.tail)
        name = node.tag.removeprefix(self._prefix)
        return Element(name, tuple(node.items()), tuple(content))

    def _content(self, node: _Node) -> tuple[str | Tag, ...]:
        text = node.text
        if not len(node):
            return (text,) if text else ()
        content: list[str | Tag] = [text] if text else []
        for child in node:
            if isinstance(child.tag, str):
                attributes = dict(child.items())
                fields = {field: attributes.pop(field, None) for field in _TAG_FIELDS}
                name = child.tag.removeprefix(self._prefix)
                inside = self._content(child)
                content.append(Tag(name, inside, **fields, extra=tuple(attributes.items())))
            else:
                self._check_no_entity(child)
            _append_text(content, child.tail)
        return tuple(content)

    def _text(self, node: _Node) -> str:
        """Return the text of a note or a property, with that of elements wrongly inside it."""
        if not len(node):
            return node.text or ""
        pieces = [node.text or ""]
        for child in node:
            if isinstance(child.tag, str):
                pieces.append(self._text(child))
            else:
                self._check_no_entity(child)
            pieces.append(child.tail or "")
        return "".join(pieces)

    def _check_no_entity(self, node: _Node) -> None:
        if node.tag is etree.Entity:
            raise TmxError(
                f"{self._place(node)}: the entity {node.text} is none of XML's own; "
                "write the character itself"
            )

    def _place(self, node: _Node) -> str:
        return f"{self._name}, line {node.sourceline}" if node.sourceline else self._name


def _append_text(content: list[Any], text: str | None) -> None:
    if not text:
        return
    if content and isinstance(content[-1], str):
        content[-1] += text
    else:
        content.append(text)


def _take_language(attributes: dict[str, str]) -> str | None:
    if _LANGUAGE in attributes:
        return attributes.pop(_LANGUAGE)
    return attributes.pop("lang", None)


def _take_date(attributes: dict[str, str], name: str) -> Any:
    date = parse_date(attributes.get(name, ""))
    if date is not None:
        del attributes[name]
    return date


def _record(attributes: dict[str, str]) -> Record:
    """Take out of the attributes those of a record; what it can't hold stays in them."""
    known = _RECORD.intersection(attributes)
    if not known:
        return NO_RECORD
    fields: dict[str, Any] = {}
    for name in known:
        if name in _DATES:
            fields[name] = _take_date(attributes, name)
        elif name == "usagecount":
            if _COUNT.fullmatch(attributes[name]):
                fields[name] = int(attributes.pop(name))
        else:
            fields[_RENAMED.get(name, name)] = attributes.pop(name)
    return Record(**fields)
