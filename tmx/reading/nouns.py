"""The elements of TMX as the nouns of `tmx.units`.

Comments and processing instructions belong to the file, not to the memory, and are left out. What
the document type forbids is carried wherever a noun can hold it.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from tmx.dates import parse_date
from tmx.text import cited
from tmx.units import (
    NO_RECORD,
    Annotation,
    Element,
    Extra,
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
_HEADER_OTHERS = (
    ("o-encoding", "encoding"),
    ("creationid", "creationid"),
    ("changeid", "changeid"),
)
_COUNT = re.compile(r"0|[1-9][0-9]{0,17}")
_NOTHING: tuple[None, None, Record, Extra] = (None, None, NO_RECORD, ())
_KNOWN = 1000  # sets of attributes that are kept
_TAG_FIELDS = ("i", "x", "type", "pos", "assoc", "datatype")

# lxml-stubs don't know how entities differ from elements.
_Node = Any


class NounError(ValueError):
    """An element can't be made a noun.

    Attributes:
        reason: why, and what to do.
        line: the line of the document in which it stands.
    """

    def __init__(self, reason: str, node: _Node) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line: int = node.sourceline or 1


class Nouns:
    """Makes nouns of the elements of one file.

    Attributes:
        prefix: "" or "{namespace}", which all elements of TMX in this file bear.
    """

    __slots__ = ("_known_units", "_known_variants", "_seg", "_tu", "_tuv", "prefix")

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._tu, self._tuv, self._seg = f"{prefix}tu", f"{prefix}tuv", f"{prefix}seg"
        self._known_units: dict[Extra, tuple[str | None, str | None, Record, Extra]] = {}
        self._known_variants: dict[Extra, tuple[str, Record, Extra]] = {}

    def header(self, node: _Node, version: str) -> Header:
        """Make the header; a text that it lacks is "".

        Raises:
            NounError: it uses an entity.
        """
        attributes = dict(node.items())
        texts = {field: attributes.pop(name, "") for name, field in _HEADER_TEXTS}
        dates = {field: _take_date(attributes, field) for field in ("creationdate", "changedate")}
        others = {field: attributes.pop(name, None) for name, field in _HEADER_OTHERS}
        annotations: list[Annotation] = []
        for child in node:
            self._annotate(child, annotations)
        return Header(
            **texts,
            **dates,
            **others,
            annotations=tuple(annotations),
            version=version,
            extra=tuple(attributes.items()),
        )

    def unit(self, node: _Node) -> Unit:
        """Make a unit.

        Raises:
            NounError: it uses an entity, or holds another unit or two segments in one variant.
        """
        variants: list[Variant] = []
        annotations: list[Annotation] = []
        variant_tag = self._tuv
        for child in node:
            if child.tag == variant_tag:
                variants.append(self._variant(child))
            else:
                self._annotate(child, annotations)
        items = node.items()
        tuid = None
        for place, (name, value) in enumerate(items):
            if name == "tuid":
                tuid = value
                del items[place]
                break
        srclang, segtype, record, extra = self._of_unit(tuple(items)) if items else _NOTHING
        return Unit(tuple(variants), tuid, tuple(annotations), srclang, segtype, record, extra)

    def _variant(self, node: _Node) -> Variant:
        annotations: list[Annotation] = []
        segment: Segment | None = None
        segment_tag = self._seg
        for child in node:
            if child.tag != segment_tag:
                self._annotate(child, annotations)
            elif segment is None:
                items = child.items()
                segment = Segment(self._content(child), tuple(items))
            else:
                raise NounError("a <tuv> with two <seg>; leave one of them", child)
        if segment is None:
            segment = Segment()
        items = node.items()
        if len(items) == 1 and items[0][0] == _LANGUAGE:
            return Variant(items[0][1], segment, tuple(annotations))
        language, record, extra = self._of_variant(tuple(items))
        return Variant(language, segment, tuple(annotations), record, extra)

    def _of_unit(self, items: Extra) -> tuple[str | None, str | None, Record, Extra]:
        """Return srclang, segtype, record and further attributes of a unit.

        Units next to each other often have the same ones, and share them.
        """
        known = self._known_units.get(items)
        if known is None:
            attributes = dict(items)
            srclang, segtype = attributes.pop("srclang", None), attributes.pop("segtype", None)
            record = _record(attributes)
            known = srclang, segtype, record, tuple(attributes.items())
            if len(self._known_units) >= _KNOWN:
                self._known_units.clear()
            self._known_units[items] = known
        return known

    def _of_variant(self, items: Extra) -> tuple[str, Record, Extra]:
        """Return language, record and further attributes of a variant."""
        known = self._known_variants.get(items)
        if known is None:
            attributes = dict(items)
            language = _take_language(attributes) or ""
            record = _record(attributes)
            known = language, record, tuple(attributes.items())
            if len(self._known_variants) >= _KNOWN:
                self._known_variants.clear()
            self._known_variants[items] = known
        return known

    def _annotate(self, node: _Node, annotations: list[Annotation]) -> None:
        tag = node.tag
        if not isinstance(tag, str):
            _refuse(node)
            return
        local = tag.removeprefix(self.prefix)
        if local == "prop":
            items = node.items()
            if len(items) == 1 and items[0][0] == "type":
                annotations.append(Property(items[0][1], self._text(node)))
                return
            attributes = dict(items)
            property_type = attributes.pop("type", "")
            language, encoding, extra = _about(attributes)
            annotations.append(Property(property_type, self._text(node), language, encoding, extra))
        elif local == "note":
            language, encoding, extra = _about(dict(node.items()))
            annotations.append(Note(self._text(node), language, encoding, extra))
        else:
            annotations.append(self._element(node))

    def _element(self, node: _Node) -> Element:
        self._check_no_unit(node)
        content: list[str | Element] = [node.text] if node.text else []
        for child in node:
            if isinstance(child.tag, str):
                content.append(self._element(child))
            else:
                _refuse(child)
            _append_text(content, child.tail)
        name = node.tag.removeprefix(self.prefix)
        return Element(name, tuple(node.items()), tuple(content))

    def _content(self, node: _Node) -> tuple[str | Tag, ...]:
        text = node.text
        if not len(node):
            return (text,) if text else ()
        content: list[str | Tag] = [text] if text else []
        for child in node:
            if isinstance(child.tag, str):
                self._check_no_unit(child)
                attributes = dict(child.items())
                fields = {field: attributes.pop(field, None) for field in _TAG_FIELDS}
                name = child.tag.removeprefix(self.prefix)
                inside = self._content(child)
                content.append(Tag(name, inside, **fields, extra=tuple(attributes.items())))
            else:
                _refuse(child)
            _append_text(content, child.tail)
        return tuple(content)

    def _text(self, node: _Node) -> str:
        """Return the text of a note or a property, with that of elements wrongly inside it."""
        if not len(node):
            return node.text or ""
        pieces = [node.text or ""]
        for child in node:
            if isinstance(child.tag, str):
                self._check_no_unit(child)
                pieces.append(self._text(child))
            else:
                _refuse(child)
            pieces.append(child.tail or "")
        return "".join(pieces)

    def _check_no_unit(self, node: _Node) -> None:
        if node.tag == self._tu:
            raise NounError("a <tu> stands inside another one", node)


def _refuse(node: _Node) -> None:
    """Refuse an entity; comments and processing instructions are no part of the tree."""
    if node.tag is etree.Entity:
        raise NounError(
            f"the entity {cited(node.text)} is none of XML's own; write the character itself", node
        )


def _append_text(content: list[Any], text: str | None) -> None:
    if not text:
        return
    if content and isinstance(content[-1], str):
        content[-1] += text
    else:
        content.append(text)


def _about(attributes: dict[str, str]) -> tuple[str | None, str | None, Extra]:
    """Return the language, the encoding and the further attributes of a note or a property."""
    if not attributes:
        return None, None, ()
    language = _take_language(attributes)
    encoding = attributes.pop("o-encoding", None)
    return language, encoding, tuple(attributes.items())


def _take_language(attributes: dict[str, str]) -> str | None:
    """Return the language; what `tmx.markup` needs to write the same attributes stays in them.

    xml:lang goes before lang. A lang alone stays; where both say the same, both stay.
    """
    language = attributes.get(_LANGUAGE)
    if language is None:
        return attributes.get("lang")
    if attributes.get("lang") != language:
        del attributes[_LANGUAGE]
    return language


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
