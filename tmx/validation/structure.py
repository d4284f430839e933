"""Holds elements against the document type, and names the faults that importers know well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from tmx.validation.element_types import ElementType, document_type
from tmx.validation.tree import Node

Fault: TypeAlias = tuple[str, int, str]
"""The name of the rule that is broken, the line, and what is wrong there."""

ANNOTATIONS = frozenset({"note", "prop", "ude"})
"""The elements that stand before all others."""

_BEARS_LANGUAGE = frozenset({"note", "prop", "tuv"})
_WITH_LANG = "1.1"
"""The version of TMX in which the language of an element is its lang."""

_MOST_SHAPES = 10_000


class Structure:
    """Holds elements and all that is in them against the document type of TMX 1.4b.

    Most elements of a memory have one of a few shapes, which are looked at once.

    Attributes:
        version: the version of TMX that the file says it is in, or None.
    """

    def __init__(self) -> None:
        self.version: str | None = None
        self._types = document_type()
        self._sound: set[tuple[object, ...]] = set()

    def check(self, node: Node, faults: list[Fault]) -> None:
        """Add the faults of an element and of all that is in it."""
        names = tuple([part.name if isinstance(part, Node) else "" for part in node.content])
        shape = (node.name, tuple(node.attributes), names)
        if shape not in self._sound:
            self._look_at(node, shape, faults)
        for part in node.content:
            if isinstance(part, Node):
                self.check(part, faults)

    def _look_at(self, node: Node, shape: tuple[object, ...], faults: list[Fault]) -> None:
        kind = self._types.get(node.name)
        if kind is None:
            faults.append(("element-unknown", node.line, f"TMX 1.4 has no element <{node.name}>"))
            return
        found = list(self._faults(node, kind))
        faults += found
        listed = any(kind.attributes.get(name) is not None for name in node.attributes)
        if not found and not listed and len(self._sound) < _MOST_SHAPES:
            self._sound.add(shape)

    def _faults(self, node: Node, kind: ElementType) -> Iterator[Fault]:
        if (
            node.name in _BEARS_LANGUAGE
            and "lang" in node.attributes
            and self.version != _WITH_LANG
        ):
            yield "lang-attribute", node.line, f"<{node.name}> has lang for xml:lang"
        for rule, subject, what in kind.faults(node):
            if rule == "element-place":
                yield from self._misplaced(node, kind, subject, what)
            elif rule == "attribute-missing" and node.name == "header":
                yield "header-field", node.line, what
            elif not (subject == "xml:lang" and "lang" in node.attributes):
                yield rule, node.line, what

    def _misplaced(
        self, node: Node, kind: ElementType, stranger: str, what: str
    ) -> Iterator[Fault]:
        children = node.children
        if stranger:
            rule = "sub-place" if stranger == "sub" else "element-place"
            if stranger in self._types:  # one that isn't is told of as unknown itself
                line = next(child.line for child in children if child.name == stranger)
                yield rule, line, what
            return
        if kind.holds(child.name for child in in_order(children)):
            late = first_late(children)
            first = next(child for child in children if child.name not in ANNOTATIONS)
            yield "annotation-order", late.line, f"<{late.name}> stands behind <{first.name}>"
        elif node.name == "tuv":
            count = sum(child.name == "seg" for child in children)
            yield "segment-missing", node.line, f"<tuv> has {count or 'no'} <seg>"
        else:
            yield "element-place", node.line, what


def in_order(nodes: list[Node]) -> list[Node]:
    """Return elements with notes and properties first, else in the order that they have."""
    return sorted(nodes, key=lambda node: node.name not in ANNOTATIONS)


def first_late(nodes: list[Node]) -> Node:
    """Return the first note or property that stands behind another element; there must be one."""
    others = False
    for node in nodes:
        if node.name not in ANNOTATIONS:
            others = True
        elif others:
            return node
    raise ValueError("all notes and properties stand first")
