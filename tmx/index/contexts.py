"""What stands before and behind a unit: that its tool wrote down, or its neighbours in the file.

Read are the properties of OmegaT (prev, next), Phrase (context_prev, context_next), memoQ, XTM and
MateCat (x-context-pre, x-context-post) and XTM's newer ones (x-previous-source-text,
x-next-source-text). Trados writes hash values of its own, which can't be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TypeVar

from tmx.units import Property, Unit, Variant

_BEFORE = ("prev", "context_prev", "x-context-pre", "x-previous-source-text")
_BEHIND = ("next", "context_next", "x-context-post", "x-next-source-text")
_Item = TypeVar("_Item")
_SEGMENT = re.compile(r"\s*<seg>(.*)</seg>\s*", re.DOTALL)  # memoQ writes an element as text


def digest(text: str) -> int:
    """Return 64 bits that stand for a text, as SQLite's integers take them."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little", signed=True)


def with_neighbours(items: Iterable[_Item]) -> Iterator[tuple[_Item | None, _Item, _Item | None]]:
    """Give each item between the one before it and the one behind it."""
    before: _Item | None = None
    item: _Item | None = None
    for behind in items:
        if item is not None:
            yield before, item, behind
        before, item = item, behind
    if item is not None:
        yield before, item, None


def context(
    variant: Variant, unit: Unit, before: Unit | None, behind: Unit | None, source: str
) -> tuple[str | None, str | None]:
    """Return the texts before and behind a variant, None where there is none.

    Args:
        variant: one of the unit's.
        unit: the unit.
        before: the unit before it in its memory.
        behind: the unit behind it.
        source: the memory's source language; what a unit's properties say is in it.
    """
    stated: list[Property] = [item for item in variant.annotations if isinstance(item, Property)]
    if variant.language.lower() == (unit.srclang or source).lower():
        stated.extend(unit.properties)
    if stated:
        facts = {item.type: item.value for item in reversed(stated)}
        texts = [_first(facts, types) for types in (_BEFORE, _BEHIND)]
        if any(text is not None for text in texts):
            return texts[0], texts[1]
    return _text(before, variant.language), _text(behind, variant.language)


def _first(facts: dict[str, str], types: tuple[str, ...]) -> str | None:
    value = next((facts[name] for name in types if name in facts), None)
    if value is None:
        return None
    inside = _SEGMENT.fullmatch(value)
    return inside[1] if inside else value


def _text(unit: Unit | None, language: str) -> str | None:
    variant = unit.variant(language) if unit is not None else None
    return variant.segment.text if variant is not None else None
