"""What may stand in a segment: the inline tags of TMX 1.4, their attributes and their pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tmx.errors import TmxError
from tmx.units import Tag

NATIVE = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""The tags whose content is native code."""

_WORDS = NATIVE | {"hi"}
_TAG_ATTRIBUTES = {
    "bpt": ("i", "x", "type"),
    "ept": ("i",),
    "it": ("pos", "x", "type"),
    "ph": ("x", "assoc", "type"),
    "ut": ("x",),
    "hi": ("x", "type"),
    "sub": ("datatype", "type"),
}


def check_tags(content: Iterable[str | Tag]) -> None:
    """Look whether the content of a segment is what the document type and importers want.

    Raises:
        TmxError: a tag stands where it can't, lacks an attribute, has one too many, or a bpt and
            an ept don't make a pair.
    """
    content = tuple(content)
    _check_places(content, _WORDS)
    for fault in pair_faults((tag.name, tag.i) for tag in _tags_inside(content)):
        raise TmxError(fault)


def _check_places(content: Iterable[str | Tag], allowed: frozenset[str]) -> None:
    for tag in content:
        if isinstance(tag, str):
            continue
        if tag.name not in allowed:
            raise TmxError(f"<{tag.name}> can't stand there; only {', '.join(sorted(allowed))} can")
        if tag.name in ("bpt", "ept") and not tag.i:
            raise TmxError(f"a <{tag.name}> has no i, the number that pairs it")
        if tag.name == "it" and tag.pos not in ("begin", "end"):
            raise TmxError("an <it> has pos neither begin nor end")
        for name in ("i", "x", "type", "pos", "assoc", "datatype"):
            if name not in _TAG_ATTRIBUTES[tag.name] and getattr(tag, name) is not None:
                raise TmxError(f"TMX 1.4 has no attribute {name} of <{tag.name}>")
        if tag.extra:
            raise TmxError(f"TMX 1.4 has no attribute {tag.extra[0][0]} of <{tag.name}>")
        _check_places(tag.content, frozenset({"sub"}) if tag.name in NATIVE else _WORDS)


def pair_faults(tags: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """Give what keeps the <bpt> and <ept> of one segment from making pairs, each as one line.

    Args:
        tags: the names of its tags and their i, in their order.
    """
    begun: set[str] = set()
    ended: set[str] = set()
    for name, i in tags:
        if name == "bpt" and i is not None:
            if i in begun:
                yield f"two <bpt> have i {i}"
            begun.add(i)
        elif name == "ept" and i is not None:
            if i not in begun or i in ended:
                yield f"an <ept> with i {i} has no <bpt> before it"
            ended.add(i)
    for i in sorted(begun - ended):
        yield f"a <bpt> with i {i} has no <ept> behind it"


def _tags_inside(content: Iterable[str | Tag]) -> Iterator[Tag]:
    for part in content:
        if isinstance(part, Tag):
            yield part
            yield from _tags_inside(part.content)
