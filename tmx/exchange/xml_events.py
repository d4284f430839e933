"""Reads the XML of other formats element by element, with the guards that TMX is read with.

Nothing but the stream is read, no entity is expanded beyond XML's own, and what has been read is
forgotten, so that the memory used does not grow.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from tmx.errors import TmxError

Node = Any
"""An element of lxml, whose stubs don't know how comments and entities differ from elements."""

_HOLDS_OTHERS = "group"

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def events_of(
    stream: BinaryIO, name: str, *, begun: tuple[str, ...], ended: tuple[str, ...]
) -> Iterator[tuple[str, Node]]:
    """Give elements as they begin and as they end, by their local names.

    An element that has ended is emptied once the next one is asked for, and so is every <group>.

    Args:
        stream: the file's bytes; it is not closed.
        name: the file's name, for messages.
        begun: elements that are given when they begin, with their attributes only.
        ended: elements that are given when they end, whole.

    Yields:
        "start" or "end", and the element.

    Raises:
        TmxError: the XML is damaged, or declares or uses an entity.
    """
    wanted = tuple(f"{{*}}{tag}" for tag in (*begun, *ended, _HOLDS_OTHERS))
    parser: Any = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=wanted,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    checked = False
    try:
        for event, node in parser:
            if not checked:
                _check_declarations(node, name)
                checked = True
            local = local_name(node)
            if event == "start":
                if local in begun:
                    yield event, node
            elif local in ended or local == _HOLDS_OTHERS:
                if local in ended:
                    yield event, node
                node.clear()
                parent = node.getparent()
                while parent is not None and node.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError as error:
        raise damage(parser, name) from error


def xliff_root(events: Iterator[tuple[str, Node]], name: str, major: str, known: str) -> Node:
    """Return the first of some events: the root of an XLIFF file of a version that is known.

    Args:
        events: those of a file from its begin on.
        name: the file's name, for messages.
        major: the number before the point of the versions that are known.
        known: these versions, in words.

    Raises:
        TmxError: it is no XLIFF, or of another version.
    """
    _, root = next(events, (None, None))
    if root is None or local_name(root) != "xliff":
        raise TmxError(f"{name}: no XLIFF, for its root element is another")
    version = root.get("version", "")
    if not version.startswith(f"{major}."):
        raise TmxError(f"{name}: XLIFF of the version {version!r}; this reads {known}")
    return root


def damage(parser: Any, name: str) -> TmxError:
    """Return the error of XML that could not be read to its end."""
    faults = parser.error_log.filter_from_errors()
    if not faults:
        return TmxError(f"{name}: the file is empty, or ends too early")
    fault = faults[0]
    if "huge" in fault.message.lower():
        return TmxError(
            f"{name}, line {fault.line}: one text or attribute is longer than 10 MB; if it is an "
            "embedded file, export the memory without it"
        )
    reason = " ".join(fault.message.split())
    return TmxError(
        f"{name}, line {fault.line}, column {fault.column}: the XML is damaged: {reason}"
    )


def local_name(node: Node) -> str:
    """Return the name of an element without its namespace; "" for what is no element."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(node: Node, *names: str) -> Iterator[Node]:
    """Give the child elements with one of some local names."""
    for child in node:
        if local_name(child) in names:
            yield child


def text_of(node: Node, name: str) -> str:
    """Return all text inside an element.

    Raises:
        TmxError: an entity stands in it.
    """
    pieces = [node.text or ""]
    for child in node:
        refuse_entity(child, name)
        pieces += (text_of(child, name), child.tail or "")
    return "".join(pieces)


def refuse_entity(node: Node, name: str) -> None:
    """Raise an error where a node is an entity that XML does not know itself.

    Raises:
        TmxError: it is one.
    """
    if node.tag is etree.Entity:
        where = f"{name}, line {node.sourceline}" if node.sourceline else name
        raise TmxError(
            f"{where}: the entity {node.text} is none of XML's own; write the character itself"
        )


def _check_declarations(node: Node, name: str) -> None:
    declared = node.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise TmxError(
            f"{name}: it declares entities, which could stand for anything; "
            "remove the <!ENTITY> lines"
        )
