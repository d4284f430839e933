"""Looks at the words and the inline tags of segments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tmx.inline import NATIVE, pair_faults
from tmx.rules import LENGTHS
from tmx.text import one_line
from tmx.validation.structure import Fault
from tmx.validation.tree import Node
from tmx.validation.values import value_faults

_X_TAGS = frozenset({"bpt", "it", "ph", "hi"})


def segment_faults(segment: Node, faults: list[Fault]) -> None:
    """Add the faults of one <seg>, but those that the document type knows."""
    content = segment.content
    if len(content) == 1 and isinstance(content[0], str):
        words = content[0]
        broken = not words.isprintable() and one_line(words) != words
        empty = words.isspace()
    else:
        words = "".join(_words(segment))
        broken = segment_on_one_line(segment) != content
        empty = not words.strip() and not segment.children
        _tag_faults(segment, faults)
    if empty:
        faults.append(("segment-empty", segment.line, "the segment is empty"))
    elif broken:
        faults.append(("segment-break", segment.line, "the segment has a line break"))
    for most, _ in LENGTHS:
        if len(words) > most:
            what = f"the segment has {len(words):,} characters"
            faults.append((f"segment-over-{most}", segment.line, what))


def segment_on_one_line(segment: Node) -> list[str | Node]:
    """Return what stands in a <seg>, without line breaks outside of native code."""
    return _on_one_line(segment, ends=True)


def x_faults(unit: Node, segments: list[Node], faults: list[Fault]) -> None:
    """Add a fault if the tags of a unit's variants don't bear the same x, each once."""
    marks = [
        [(tag.name, tag.attributes["x"]) for tag in _tags(segment) if _has_x(tag)]
        for segment in segments
    ]
    if not any(marks):
        return
    first = set(marks[0])
    for segment, found in zip(segments, marks, strict=True):
        if len(found) != len(set(found)):
            faults.append(("tag-x", segment.line, "two tags of one kind have the same x"))
        elif set(found) != first:
            name, x = min(first ^ set(found))
            what = f"a <{name}> with x {x} stands in some variants only"
            faults.append(("tag-x", unit.line, what))
            return


def _has_x(tag: Node) -> bool:
    return tag.name in _X_TAGS and "x" in tag.attributes


def _tag_faults(segment: Node, faults: list[Fault]) -> None:
    tags = list(_tags(segment))
    for tag in tags:
        value_faults(tag, faults)
    pairs = ((tag.name, tag.attributes.get("i")) for tag in tags)
    faults += [("tag-pairs", segment.line, what) for what in pair_faults(pairs)]


def _tags(node: Node) -> Iterator[Node]:
    for child in node.content:
        if isinstance(child, Node):
            yield child
            yield from _tags(child)


def _words(node: Node) -> Iterator[str]:
    """Give the plain text: without native code, as `tmx.units.Segment.text` has it."""
    for part in node.content:
        if isinstance(part, str):
            yield part
        elif part.name == "hi":
            yield from _words(part)


def _on_one_line(node: Node, ends: bool) -> list[str | Node]:
    last = len(node.content) - 1
    parts: Iterable[str | Node] = (
        one_line(part, opens=ends and place == 0, closes=ends and place == last)
        if isinstance(part, str)
        else _tag_on_one_line(part)
        for place, part in enumerate(node.content)
    )
    return [part for part in parts if part != ""]


def _tag_on_one_line(tag: Node) -> Node:
    if tag.name in NATIVE:
        content: list[str | Node] = [
            _tag_on_one_line(part) if isinstance(part, Node) else part for part in tag.content
        ]
    else:
        content = _on_one_line(tag, ends=False)
    return Node(tag.name, tag.line, tag.attributes, content)
