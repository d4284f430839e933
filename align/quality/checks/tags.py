"""Inline tags: the same ones on both sides, opened before they close."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from align.quality.findings import Check, Found, Severity, each
from align.quality.pairs import Side, UnitPair
from tmx.units import Tag


def find_missing_tags(pair: UnitPair) -> Iterator[Found]:
    """Find tags that one side has and the other has not, where both have words or tags."""
    if not (pair.source.content and pair.target.content):
        return
    tags = [list(_tags(side.content)) for side in pair.sides]
    if not any(tags):
        return
    counts = [Counter(map(_kind, items)) for items in tags]
    for name, lacking in (("target", counts[0] - counts[1]), ("source", counts[1] - counts[0])):
        if lacking:
            yield Found(f"the {name} lacks {_listed(lacking)}")


def find_tag_order(pair: UnitPair) -> Iterator[Found]:
    """Find tags that close before they open, or cross one another."""
    for side, name in zip(pair.sides, ("source", "target"), strict=True):
        if wrong := _out_of_order(side):
            yield Found(f"the {name}'s tags are out of order: <{wrong.name} i={wrong.i!r}>")


def _tags(content: Iterable[str | Tag]) -> Iterator[Tag]:
    for part in content:
        if isinstance(part, Tag):
            yield part
            yield from _tags(part.content)


def _kind(tag: Tag) -> str:
    """Return what a tag is, whatever number pairs it on its side."""
    code = "".join(part for part in tag.content if isinstance(part, str))
    return f"<{tag.name}>{f' ({code})' if tag.name != 'hi' and code else ''}"


def _listed(tags: Counter[str]) -> str:
    return ", ".join(
        kind if count == 1 else f"{count} times {kind}" for kind, count in sorted(tags.items())
    )


def _out_of_order(side: Side) -> Tag | None:
    opened: list[str | None] = []
    for tag in _tags(side.content):
        if tag.name == "bpt":
            opened.append(tag.i)
        elif tag.name == "ept":
            if not opened or opened[-1] != tag.i:
                return tag
            opened.pop()
    return None


CHECKS = (
    Check(
        "tag-missing",
        Severity.ERROR,
        "A tag that is lost breaks the format of the translated document.",
        ("大会<ph>{0}</ph>决定", "The Assembly decides"),
        each(find_missing_tags),
    ),
    Check(
        "tag-order",
        Severity.WARNING,
        "Tags that close before they open make a document that can't be opened.",
        ("<bpt i='1'/>大会<ept i='1'/>", "<ept i='1'/>The Assembly<bpt i='1'/>"),
        each(find_tag_order),
    ),
)
