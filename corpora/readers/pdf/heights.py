"""Whether what stands side by side on a PDF page are columns, told by the heights of its lines.

The cells of a table's row are level: their first lines, their last ones, or their middles. Lines of
two columns are level by chance, and where paragraphs are set apart, each may stand beside such room
of the other one. So columns are known whose lines are as short as a table's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

_Character = dict[str, Any]

_LEVEL, _LEVEL_IN_FONT = 0.3, 0.05
_NARROW, _NEXT_LINE = 10.0, 2.0
"""In sizes of the type: how level cells are, and those of the same font; the least width of a
column, and the most distance between two lines of a paragraph."""
_NEAR = 1.2
"""Of the least distance between two lines of a page: no more is that of lines of a paragraph."""
_SAME_EDGE = 2.0
"""In points."""
_FEWEST_LINES = 6
_FEWEST, _SHARE = 3, 0.55
"""How many groups of lines, and which share of them, have to stand as no table's rows do."""


@dataclass(frozen=True, slots=True)
class _Line:
    """How high a line stands.

    Attributes:
        top: where it begins, from the page's top.
        bottom: where it ends.
        faces: the same for what is of one font and size.
    """

    top: float
    bottom: float
    faces: Mapping[tuple[str, float], tuple[float, float]]

    @classmethod
    def of(cls, characters: Sequence[_Character]) -> _Line:
        """Measure a line."""
        faces = {
            (str(c["fontname"]), round(float(c["size"]), 1)): (float(c["top"]), float(c["bottom"]))
            for c in characters
        }
        tops, bottoms = zip(*faces.values(), strict=True)
        return cls(min(tops), max(bottoms), faces)


def stand_apart(
    lines: Sequence[Sequence[_Character]], beside: Sequence[Sequence[_Character]]
) -> bool:
    """Whether the lines of two columns stand at other heights than the cells of a table do.

    Args:
        lines: the characters of each line of a column, from top to bottom.
        beside: the same of a column beside it.
    """
    if not (_are_set_below(lines) and _are_set_below(beside)):
        return False
    size = min(_size(lines), _size(beside))
    columns = [[_Line.of(line) for line in own] for own in (lines, beside)]
    steps = [after.top - line.top for own in columns for line, after in pairwise(own)]
    least = min((step for step in steps if step > size / 2), default=0.0)
    near = min(_NEAR * least, _NEXT_LINE * size)
    cells, apart, alone = 0, 0, [0, 0]
    for group in _groups(columns):
        if all(group):
            level = _are_level(*group, size)
            cells += level
            apart += not level
        else:
            place = int(not group[0])
            alone[place] += _are_alone(group[place], columns[place], near)
    apart += 2 * min(alone)
    return apart >= _FEWEST and apart >= _SHARE * (cells + apart)


def are_rows(lines: Sequence[Sequence[_Character]], beside: Sequence[Sequence[_Character]]) -> bool:
    """Whether a column has room where another one has lines, and all of its own lines are level.

    It is one of a table, whose cells are of fewer lines than those beside them.

    Args:
        lines: the characters of each line of a column, from top to bottom.
        beside: the same of a column beside it.
    """
    size = min(_size(lines), _size(beside))
    own, other = ([_Line.of(line) for line in column] for column in (lines, beside))
    level = all(any(_are_level([line], [cell], size) for cell in other) for line in own)
    between = any(
        line.bottom <= cell.top and cell.bottom <= after.top
        for line, after in pairwise(own)
        for cell in other
    )
    return level and between


def _are_set_below(lines: Sequence[Sequence[_Character]]) -> bool:
    """Whether lines are as wide as a column is, and most of them begin below each other."""
    lefts = sorted(float(line[0]["x0"]) for line in lines)
    if len(lefts) < _FEWEST_LINES:
        return False
    width = max(float(line[-1]["x1"]) for line in lines) - lefts[0]
    flush = max(sum(0 <= left - edge < _SAME_EDGE for left in lefts) for edge in lefts)
    return width >= _NARROW * _size(lines) and 2 * flush > len(lines)


def _groups(columns: Sequence[Sequence[_Line]]) -> Iterator[tuple[list[_Line], list[_Line]]]:
    """Group lines that stand beside each other, where both columns have any above or below."""
    first, last = max(own[0].top for own in columns), min(own[-1].bottom for own in columns)
    group: tuple[list[_Line], list[_Line]] = ([], [])
    end = first
    both = [(line, place) for place in (0, 1) for line in columns[place]]
    for line, place in sorted(both, key=lambda item: item[0].top):
        if line.bottom <= first or line.top >= last:
            continue
        if line.top >= end and any(group):
            yield group
            group = ([], [])
        group[place].append(line)
        end = max(end, line.bottom)
    if any(group):
        yield group


def _are_level(cell: Sequence[_Line], beside: Sequence[_Line], size: float) -> bool:
    """Whether lines stand beside others as those of two cells do."""
    top, in_font = _offset(cell[0], beside[0])
    bottom, alike = _offset(cell[-1], beside[-1])
    most = (_LEVEL_IN_FONT if in_font and alike else _LEVEL) * size
    return min(abs(top), abs(bottom), abs(top + bottom) / 2) <= most


def _offset(line: _Line, other: _Line) -> tuple[float, bool]:
    """Return how much lower a line stands than another, and whether one font of both tells so."""
    for face, (top, _) in line.faces.items():
        if face in other.faces:
            return top - other.faces[face][0], True
    return (line.top + line.bottom - other.top - other.bottom) / 2, False


def _are_alone(lines: Sequence[_Line], column: Sequence[_Line], near: float) -> bool:
    """Whether nothing stands close above or below lines: they are not the rest of a cell."""
    return not any(
        0 < abs(line.top - other.top) <= near
        for line in lines
        for other in column
        if other not in lines
    )


def _size(lines: Sequence[Sequence[_Character]]) -> float:
    return median(float(line[0]["size"]) for line in lines)
