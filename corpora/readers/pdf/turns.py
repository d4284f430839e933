"""Text that stands turned on a PDF page: brought upright, or told apart from the page's own text.

A table across a turned page, a page that was scanned or saved upside down: all of it is turned, and
reads as if it were not. A note up the margin or a watermark across the text is furniture. Chinese
and Japanese set in columns from top to bottom are brought to lines, with what is turned in them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpora.characters import is_unspaced

_Character = dict[str, Any]
_TOLERANCE = 5.0
_FEWEST_STEPS = 20
_TURNED_RIGHT = 3


@dataclass(frozen=True, slots=True)
class Layer:
    """The characters of a page that are turned by one angle, as if they stood upright.

    Attributes:
        characters: as pdfplumber gives them, their places and sizes turned.
        height: the height of the page seen that way, in points.
        slanted: whether they stand at no right angle; their places are left as they were.
        upright: whether they stand as the page does.
    """

    characters: tuple[_Character, ...]
    height: float
    slanted: bool = False
    upright: bool = False


def find_layers(characters: Sequence[_Character], width: float, height: float) -> list[Layer]:
    """Split the characters of a page by the angle that they are turned by, most of them first.

    Args:
        characters: as pdfplumber gives them.
        width: the page's, in points.
        height: the page's, in points.
    """
    columns: list[Layer] = []
    if _is_set_in_columns(characters):
        own, characters = _in_columns(characters)
        columns = [Layer(tuple(_laid(character, width) for character in own), width)]
    by_angle: dict[int | None, list[_Character]] = {}
    for character in characters:
        by_angle.setdefault(_quarters(character), []).append(character)
    layers = [
        Layer(tuple(found), height, slanted=True)
        if quarters is None
        else Layer(
            tuple(_turned(character, quarters, width, height) for character in found),
            width if quarters % 2 else height,
            upright=not quarters,
        )
        for quarters, found in by_angle.items()
    ]
    layers += columns
    return sorted(layers, key=lambda layer: (layer.slanted, -len(layer.characters)))


def _is_set_in_columns(characters: Sequence[_Character]) -> bool:
    """Whether most steps from one Chinese or Japanese character to the next go straight down."""
    steps = [
        (float(after["x0"]) - float(before["x0"]), float(after["top"]) - float(before["top"]))
        for before, after in pairwise(characters)
        if is_unspaced(str(before["text"])[-1:] or " ")
        and is_unspaced(str(after["text"])[:1] or " ")
    ]
    down = sum(abs(across) < 1 <= below for across, below in steps)
    return len(steps) >= _FEWEST_STEPS and 2 * down > len(steps)


def _in_columns(
    characters: Sequence[_Character],
) -> tuple[list[_Character], list[_Character]]:
    """Tell the characters of columns from others: those above and below them, a page's number."""
    signs = [c for c in characters if is_unspaced(str(c["text"])[:1] or " ")]
    top = min(float(character["top"]) for character in signs)
    bottom = max(float(character["bottom"]) for character in signs)
    parts: tuple[list[_Character], list[_Character]] = ([], [])
    for character in characters:
        beside = float(character["bottom"]) <= top or float(character["top"]) >= bottom
        parts[beside or _quarters(character) not in (0, _TURNED_RIGHT)].append(character)
    return parts


def _laid(character: _Character, width: float) -> _Character:
    """Return a character with the place that it has when its column is laid down as a line."""
    left, right = width - float(character["x1"]), width - float(character["x0"])
    return character | {
        "x0": float(character["top"]),
        "x1": float(character["bottom"]),
        "top": left,
        "bottom": right,
        "size": right - left,
    }


def _quarters(character: _Character) -> int | None:
    """Return how many quarters a character is turned to the left, or None at no right angle."""
    across, up = (float(number) for number in character["matrix"][:2])
    angle = math.degrees(math.atan2(up, across))
    quarters = round(angle / 90)
    return quarters % 4 if abs(angle - 90 * quarters) <= _TOLERANCE else None


def _turned(character: _Character, quarters: int, width: float, height: float) -> _Character:
    """Return a character with the place that it has when the page is turned to read it."""
    if not quarters:
        return character
    left, right = float(character["x0"]), float(character["x1"])
    top, bottom = float(character["top"]), float(character["bottom"])
    x0, x1, y0, y1 = {
        1: (height - bottom, height - top, left, right),
        2: (width - right, width - left, height - bottom, height - top),
        3: (top, bottom, width - right, width - left),
    }[quarters]
    return character | {"x0": x0, "x1": x1, "top": y0, "bottom": y1, "size": y1 - y0}
