"""What the two versions of XLIFF have in common in their inline codes.

An XLIFF code has an id that it shares with its counterpart in the other language: TMX's x. A tag
that has no x gets an id that begins with an underscore, and none when it is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from tmx.exchange.losses import Losses
from tmx.exchange.xml_events import Node, refuse_entity
from tmx.units import Tag

_NO_COUNTERPART = "_"
_TOKEN = re.compile(r"[\w.:\-]+")
_KNOWN = frozenset({"bpt", "ept", "it", "ph", "hi", "ut", "sub"})
_ATTRIBUTES = {
    "bpt": ("i", "x", "type"),
    "ept": ("i",),
    "it": ("pos", "x", "type"),
    "ph": ("x", "assoc", "type"),
    "ut": ("x",),
    "hi": ("x", "type"),
    "sub": ("datatype", "type"),
}


class Ids:
    """Gives the codes of one segment their ids."""

    def __init__(self, losses: Losses) -> None:
        self._losses = losses
        self._used: set[str] = set()
        self._count = 0

    def of(self, tag: Tag) -> str:
        """Return the id of a tag: its x, or one that tells that it has none."""
        x = tag.x
        if x is not None:
            if x not in self._used and _TOKEN.fullmatch(x) and not x.startswith(_NO_COUNTERPART):
                self._used.add(x)
                return x
            self._losses.add("x of an inline tag", "x of inline tags")
        self._count += 1
        return f"{_NO_COUNTERPART}{self._count}"


class Numbers:
    """Gives TMX's numbers for the ids of one unit, the same in all of its languages."""

    def __init__(self, ids: Iterable[str]) -> None:
        """Take all ids of the unit, so that none that is a number is given to another."""
        self._taken = {item for item in ids if _is_number(item)}
        self._given: dict[str, str] = {}

    def of(self, identity: str | None) -> str | None:
        """Return the number for an id: itself, or a new one; None for a tag without x."""
        if not identity or identity.startswith(_NO_COUNTERPART):
            return None
        return self.sure(identity)

    def sure(self, identity: str) -> str:
        """Return the number for any id."""
        if _is_number(identity):
            return identity
        if identity not in self._given:
            number = 1 + len(self._given)
            while str(number) in self._taken:
                number += 1
            self._given[identity] = str(number)
            self._taken.add(str(number))
        return self._given[identity]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def carried(content: tuple[str | Tag, ...], losses: Losses) -> tuple[str | Tag, ...]:
    """Return the content of a segment without the tags and attributes that TMX does not know."""
    if all(isinstance(part, str) for part in content):
        return content
    kept: list[str | Tag] = []
    for part in content:
        if isinstance(part, str):
            _append(kept, part)
        elif part.name not in _KNOWN:
            losses.add("inline tag beyond TMX", "inline tags beyond TMX")
        else:
            kept.append(_known(part, losses))
    return tuple(kept)


def _known(tag: Tag, losses: Losses) -> Tag:
    known: dict[str, Any] = {name: getattr(tag, name) for name in _ATTRIBUTES[tag.name]}
    content = carried(tag.content, losses)
    kept = Tag(tag.name, content, **known)
    own = sum(value is not None for value in (tag.i, tag.x, tag.type, tag.pos, tag.assoc))
    left = sum(value is not None for value in (kept.i, kept.x, kept.type, kept.pos, kept.assoc))
    lost = own - left + len(tag.extra)
    lost += tag.datatype is not None and kept.datatype is None
    losses.add("attribute of an inline tag", "attributes of inline tags", lost)
    return kept


def parts_of(node: Node, name: str, read: Callable[[Node], Iterable[str | Tag]]) -> list[str | Tag]:
    """Return the words and tags inside an element.

    Args:
        node: the element.
        name: the file's name, for messages.
        read: what an element in it says.

    Raises:
        TmxError: an entity stands in it.
    """
    content: list[str | Tag] = []
    _append(content, node.text)
    for child in node:
        refuse_entity(child, name)
        for part in read(child):
            _append(content, part)
        _append(content, child.tail)
    return content


def _append(content: list[str | Tag], part: str | Tag | None) -> None:
    """Add a part to the content of a segment: texts that meet become one, empty ones are none."""
    if isinstance(part, str) and content and isinstance(content[-1], str):
        content[-1] += part
    elif part:
        content.append(part)


def paired(content: tuple[str | Tag, ...]) -> tuple[str | Tag, ...]:
    """Return the content of a segment with an <it> for each <bpt> or <ept> that is alone."""
    begun: dict[str | None, int] = {}
    alone: dict[int, str] = {}
    for place, tag in enumerate(_running(content)):
        if tag.name == "bpt":
            begun[tag.i] = place
            alone[place] = "begin"
        elif tag.name == "ept":
            begin = begun.pop(tag.i, None)
            if begin is None:
                alone[place] = "end"
            else:
                del alone[begin]
    return _isolated(content, alone, count()) if alone else content


def _running(content: tuple[str | Tag, ...]) -> Iterator[Tag]:
    """Give the tags among the words of a segment, those in a <hi> among them."""
    for part in content:
        if isinstance(part, Tag):
            yield part
            if part.name == "hi":
                yield from _running(part.content)


def _isolated(
    content: tuple[str | Tag, ...], alone: dict[int, str], places: Iterator[int]
) -> tuple[str | Tag, ...]:
    done: list[str | Tag] = []
    for part in content:
        if isinstance(part, Tag):
            position = alone.get(next(places))
            if position is not None:
                part = Tag("it", part.content, x=part.x, type=part.type, pos=position)
            elif part.name == "hi":
                part = replace(part, content=_isolated(part.content, alone, places))
        done.append(part)
    return tuple(done)
