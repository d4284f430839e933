"""References to parts of a document that differ between the two sides of a pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from align.quality.pairs import Side, UnitPair
from align.quality.values.number import Number, Writing
from align.quality.values.parts import Part, find_parts, may_be_called
from align.quality.values.reading import read_values
from align.quality.values.scanning import covered

_LETTER = re.compile("(?<![A-Za-z])[A-Z](?![A-Za-z])")


def differing_parts(pair: UnitPair) -> list[tuple[Part, Part]]:
    """Return each part of the source that is another one in the target, with that one."""
    sides = pair.chinese_and_english
    if sides is None:
        return []
    chinese, english = sides
    parts = find_parts(chinese.text, chinese.language)  # most texts have none
    others = find_parts(english.text, english.language) if parts else []
    if not others:
        return []
    left, right = _unsaid(parts, english, others), _unsaid(others, chinese, parts)
    differing = []
    for one in left:
        other = next((it for it in right if may_be_called(one.name, it.name)), None)
        if other is not None:
            right.remove(other)
            differing.append((one, other) if pair.source is chinese else (other, one))
    return differing


def _unsaid(parts: Sequence[Part], other: Side, others: Sequence[Part]) -> list[Part]:
    """Return the parts that the other side does not name: by such a name, or in other words.

    What it says in the names of its own parts says no others.
    """
    named = covered((part.start, part.end) for part in others)
    free: set[int | str] = {
        value
        for item in read_values(other.text, other.language).numbers
        if item.start not in named and item.end - 1 not in named
        for value in item.values
        if isinstance(value, int)
    }
    letters: set[int | str] = set(_LETTER.findall(other.text))
    alike = {
        name: frozenset[int | str]().union(
            *(item.values for item in others if may_be_called(name, item.name))
        )
        for name in {part.name for part in parts}
    }
    return [
        part
        for part in parts
        if part.values.isdisjoint(letters if part.letter else free)
        and part.values.isdisjoint(alike[part.name])
    ]


def told_as_numbers(
    parts: tuple[Part, Part], unsaid: tuple[Sequence[Number], Sequence[Number]]
) -> bool:
    """Whether the numbers of both parts are figures that the other side lacks.

    They are an error by themselves, and told as one.

    Args:
        parts: two that differ.
        unsaid: the numbers of either side that the other one does not say.
    """
    return all(
        any(item.writing is Writing.FIGURES for item in _within(items, part))
        for items, part in zip(unsaid, parts, strict=True)
    )


def without_parts(
    pair: UnitPair, unsaid: tuple[Sequence[Number], Sequence[Number]]
) -> tuple[list[Number], list[Number]]:
    """Return numbers that the other side does not say, but for those in parts that are told."""
    if not any(unsaid):  # as in most pairs
        return [], []
    told = [parts for parts in differing_parts(pair) if not told_as_numbers(parts, unsaid)]
    left, right = (
        [item for item in items if not any(item in _within([item], parts[side]) for parts in told)]
        for side, items in enumerate(unsaid)
    )
    return left, right


def _within(items: Iterable[Number], part: Part) -> list[Number]:
    return [item for item in items if item.start < part.end and part.start < item.end]
