"""Characters that a PDF sets twice in one place, to make them bold or to give them a shadow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_Character = dict[str, Any]
_NEAR = 1.0
"""In points: so near to one another, two of the same characters are one."""


def without_overprint(characters: Sequence[_Character]) -> list[_Character]:
    """Return the characters of a page in their order, those that stand in one place but once.

    Args:
        characters: as pdfplumber gives them. The same ones are of one font, size and direction.
    """
    alike: dict[tuple[object, ...], list[int]] = {}
    for number, character in enumerate(characters):
        kind = (character["upright"], character["text"], character["fontname"], character["size"])
        alike.setdefault(kind, []).append(number)
    kept: list[int] = []
    for numbers in alike.values():
        for row in _near(numbers, characters, "top"):
            for place in _near(row, characters, "x0"):
                kept.append(min(place, key=lambda n: (characters[n]["top"], characters[n]["x0"])))
    return [characters[number] for number in sorted(kept)]


def _near(
    numbers: Iterable[int], characters: Sequence[_Character], edge: str
) -> Iterator[list[int]]:
    """Group characters, given by their numbers, of which each is near to the next in one way."""
    group: list[int] = []
    end = float("-inf")
    for number in sorted(numbers, key=lambda number: float(characters[number][edge])):
        start = float(characters[number][edge])
        if group and start > end + _NEAR:
            yield group
            group = []
        group.append(number)
        end = start
    if group:
        yield group
