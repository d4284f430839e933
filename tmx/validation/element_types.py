"""The document type of TMX 1.4b as rules that single elements are held against.

They are read off `tmx14.dtd`: so a file of any size can be checked element by element, and the
document type is written down once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from lxml import etree

from tmx.validation.tree import Node

_NEEDED = ("required", "fixed")
_OCCURRENCE = {"once": "", "opt": "?", "mult": "*", "plus": "+"}


@dataclass(frozen=True, slots=True)
class ElementType:
    """What the document type says of an element.

    Attributes:
        name: the element's name.
        model: its content model as the document type writes it.
        content: matches the names of its children, each with a space behind it.
        members: the elements that its content model names.
        text: whether text may stand in it.
        required: the attributes that it must bear.
        attributes: all its attributes; with the values that may stand there, or None for any.
    """

    name: str
    model: str
    content: re.Pattern[str]
    members: frozenset[str]
    text: bool
    required: tuple[str, ...]
    attributes: Mapping[str, frozenset[str] | None]

    def faults(self, node: Node) -> Iterator[tuple[str, str, str]]:
        """Give what is wrong with an element of this type, not in it, as (rule, subject, what).

        The subject is the attribute or the child that it is about, or "".
        """
        for name in self.required:
            if name not in node.attributes:
                yield "attribute-missing", name, f"<{node.name}> has no {name}"
        for name, value in node.attributes.items():
            if name not in self.attributes:
                yield "attribute-unknown", name, f"TMX 1.4 has no attribute {name} of <{node.name}>"
                continue
            values = self.attributes[name]
            if values is not None and value not in values:
                what = f"{name} of <{node.name}> is {value!r}, none of {', '.join(sorted(values))}"
                yield "attribute-value", name, what
        if not self.text and any(isinstance(part, str) for part in node.content):
            yield "text-place", "", f"text stands between the elements of <{node.name}>"
        names = [child.name for child in node.children]
        strangers = dict.fromkeys(name for name in names if name not in self.members)
        for name in strangers:
            yield "element-place", name, f"<{name}> can't stand in <{node.name}>"
        if not strangers and not self.text and not self.holds(names):
            has = ", ".join(names) or "nothing"
            yield "element-place", "", f"<{node.name}> wants {self.model}, and has {has}"

    def holds(self, names: Iterable[str]) -> bool:
        """Whether children of these names, in this order, are what it wants."""
        return self.content.fullmatch("".join(f"{name} " for name in names)) is not None


@cache
def document_type() -> Mapping[str, ElementType]:
    """Return what TMX 1.4b says of each element."""
    # lxml-stubs know little of what a document type holds.
    with resources.files("tmx.validation").joinpath("tmx14.dtd").open("rb") as stream:
        dtd: Any = etree.DTD(stream)
    return MappingProxyType({entry.name: _element_type(entry) for entry in dtd.iterelements()})


def _element_type(entry: Any) -> ElementType:
    attributes = {
        f"{item.prefix}:{item.name}" if item.prefix else item.name: item
        for item in entry.iterattributes()
    }
    return ElementType(
        name=entry.name,
        model=_written(entry.content) if entry.content is not None else "EMPTY",
        content=re.compile(_pattern(entry.content)),
        members=frozenset(_members(entry.content)),
        text=entry.type == "mixed",
        required=tuple(
            sorted(name for name, item in attributes.items() if item.default in _NEEDED)
        ),
        attributes=MappingProxyType({name: _values(item) for name, item in attributes.items()}),
    )


def _values(item: Any) -> frozenset[str] | None:
    if item.default == "fixed":
        return frozenset({item.default_value})
    return frozenset(item.values()) or None


def _pattern(part: Any) -> str:
    """Return a content model as a regular expression over names with a space behind each."""
    if part is None or part.type == "pcdata":
        return ""
    if part.type == "element":
        inside = f"{re.escape(part.name)} "
    else:
        inside = ("|" if part.type == "or" else "").join(
            (_pattern(part.left), _pattern(part.right))
        )
    return f"(?:{inside}){_OCCURRENCE[part.occur]}"


def _members(part: Any) -> Iterator[str]:
    if part is None:
        return
    if part.type == "element":
        yield part.name
    elif part.type != "pcdata":
        yield from _members(part.left)
        yield from _members(part.right)


def _written(part: Any) -> str:
    if part.type == "pcdata":
        return "text"
    if part.type == "element":
        return f"{part.name}{_OCCURRENCE[part.occur]}"
    joint = " | " if part.type == "or" else ", "
    return f"({joint.join(map(_written, _operands(part, part.type)))}){_OCCURRENCE[part.occur]}"


def _operands(part: Any, kind: str) -> Iterator[Any]:
    """Give the parts of an enumeration; libxml2 holds it as pairs in pairs."""
    yield part.left
    if part.right.type == kind and part.right.occur == "once":
        yield from _operands(part.right, kind)
    else:
        yield part.right
