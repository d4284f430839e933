"""Mends what can be mended safely: no word, no tag and no fact is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from tmx.dates import format_date, parse_date
from tmx.languages import same_language
from tmx.provenance import SOURCE
from tmx.rules import PROPERTY_TYPE
from tmx.validation.checking import Checker
from tmx.validation.decoding import mended
from tmx.validation.element_types import document_type
from tmx.validation.file_checks import HEADER_FIELDS
from tmx.validation.segments import segment_on_one_line
from tmx.validation.structure import in_order
from tmx.validation.tree import STRUCTURE, Node
from tmx.validation.values import DATES, LANGUAGES, NUMBERS, canonical_or_none

SEGTYPE = "x-segtype"
"""The type of the header's property that keeps a segtype other than "sentence"."""

_DEFAULTS = {
    "segtype": "sentence",
    "o-tmf": "unknown",
    "adminlang": "en",
    "datatype": "unknown",
}
_MOVED = frozenset({"header", "tu", "tuv"})
_IN_XML_SCHEMA = re.compile(r"xmlns|xmlns:xsi|xsi:.*")


@dataclass(frozen=True, slots=True)
class Maker:
    """What the header says of the memory that comes out.

    Attributes:
        name: the file name of the memory that is mended, without folders.
        tool_version: the version of duiqi.
        date: when it is made; it also stands for dates that are missing.
    """

    name: str
    tool_version: str
    date: datetime


class Mender:
    """Mends the pieces of one memory, in place."""

    def __init__(self, seen: Checker, maker: Maker) -> None:
        """Take what a look at the whole memory has shown, and what the header is to say."""
        self._maker = maker
        self._now = format_date(maker.date)
        self._seen = seen

    def root(self, root: Node) -> None:
        """Mend the root's start tag."""
        kept = {
            name: value
            for name, value in root.attributes.items()
            if name != "version" and _IN_XML_SCHEMA.fullmatch(name) is None
        }
        root.attributes = {"version": "1.4", **kept}

    def header(self, header: Node) -> None:
        """Mend the header."""
        self._element(header)
        had = [header.attributes.get(name, "") for name in ("creationtool", "creationtoolversion")]
        attributes = header.attributes
        for name in HEADER_FIELDS:
            if not attributes.get(name, "").strip() and name in _DEFAULTS:
                attributes[name] = _DEFAULTS[name]
        if attributes["segtype"] != "sentence":
            header.content.append(_property(SEGTYPE, attributes["segtype"]))
            attributes["segtype"] = "sentence"
        source = self._source(attributes.get("srclang", ""))
        if source is not None:
            attributes["srclang"] = source
        made_by = " ".join(filter(None, had))
        name = f"{self._maker.name} ({made_by})" if made_by else self._maker.name
        if not any(child.content == [name] for child in header.children):
            header.content.append(_property(SOURCE, name))
        attributes["creationtool"] = "duiqi"
        attributes["creationtoolversion"] = self._maker.tool_version
        attributes.setdefault("creationdate", self._now)
        attributes["changedate"] = self._now
        _sort(header)

    def unit(self, unit: Node) -> None:
        """Mend a unit."""
        self._element(unit)
        for variant in unit.children:
            if variant.name == "tuv":
                self._element(variant)
        dated = [unit, *(child for child in unit.children if child.name == "tuv")]
        if not any("changedate" in node.attributes for node in dated):
            created = unit.attributes.setdefault("creationdate", self._now)
            unit.attributes["changedate"] = created if parse_date(created) else self._now

    def _element(self, node: Node) -> None:
        """Mend an element that holds notes and properties, with these and its segment."""
        _values(node)
        if node.name in _MOVED:
            _attributes_to_properties(node)
        for child in node.children:
            if child.name in ("note", "prop"):
                _values(child)
            elif child.name == "seg":
                child.content = segment_on_one_line(child)
                for tag in _descendants(child):
                    _values(tag)
        _sort(node)

    def _source(self, stated: str) -> str | None:
        """Return the language that srclang can only mean, or None where that isn't clear."""
        form = canonical_or_none(stated)
        units, having = self._seen.units, self._seen.checks.having
        if not units:
            return form
        if form is not None:
            near = [tag for tag, count in having.items() if same_language(tag, form)]
            clear = len(near) == 1 and having[near[0]] == units
            return near[0] if clear and not having[form] else form
        firsts = self._seen.checks.first
        return next((tag for tag, count in firsts.items() if count == units), None)


def mend_characters(node: Node) -> None:
    """Mend the characters in an element; marks of bytes that are no text stay, to be found."""
    node.attributes = {name: mended(value) for name, value in node.attributes.items()}
    content: list[str | Node] = []
    for part in node.content:
        if isinstance(part, Node):
            mend_characters(part)
            content.append(part)
        elif (text := mended(part)) and not (text.isspace() and node.name in STRUCTURE):
            content.append(text)
    node.content = content


def _sort(node: Node) -> None:
    """Put notes and properties first; with text between the elements nothing is moved."""
    children = node.children
    if len(children) == len(node.content):
        node.content = list(in_order(children))


def _descendants(node: Node) -> list[Node]:
    return [one for child in node.children for one in (child, *_descendants(child))]


def _values(node: Node) -> None:
    """Mend language tags, dates, numbers and the type of a property."""
    attributes = node.attributes
    if "lang" in attributes and node.name in ("note", "prop", "tuv"):
        language = attributes["lang"]
        stated = attributes.setdefault("xml:lang", language)
        if canonical_or_none(stated) == canonical_or_none(language):
            del attributes["lang"]
    for name, value in attributes.items():
        if name in LANGUAGES:
            attributes[name] = canonical_or_none(value) or value
        elif name in DATES:
            attributes[name] = _date(value) or value
        elif name in NUMBERS:
            attributes[name] = value.strip()
    if node.name == "prop" and "type" in attributes:
        attributes["type"] = _own_type(attributes["type"])


def _date(text: str) -> str | None:
    """Return a date in TMX's form; None if ISO 8601 doesn't know it. Without a zone it is UTC."""
    if parse_date(text) is not None:
        return text
    try:
        date = datetime.fromisoformat(text.strip().removesuffix(" UTC"))
        return format_date(date if date.tzinfo else date.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def _own_type(name: str) -> str:
    """Return the type of a property in the form that every tool takes for one of its user's."""
    if PROPERTY_TYPE.fullmatch(name):
        return name
    joined = "-".join(name.split()) or "unnamed"
    return joined if PROPERTY_TYPE.fullmatch(joined) else f"x-{joined}"


def _attributes_to_properties(node: Node) -> None:
    known = document_type()[node.name].attributes
    for name in [name for name in node.attributes if name not in known]:
        kind = re.sub(r"[^\w.\-]+", "-", name)
        node.content.append(_property(_own_type(kind), node.attributes.pop(name)))


def _property(name: str, value: str) -> Node:
    return Node("prop", 0, {"type": name}, [value])
