"""How far apart the lines of a PDF's paragraphs are, and which ones stand farther apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from corpora.characters import is_unspaced
from corpora.readers.pdf.line import PdfLine

_WIDE, _WIDE_STEADY, _STEADY = 1.35, 1.2, 0.03
"""Of the usual distance between lines: what is more room, and how much they differ if even."""
_LAST_OF_LATIN = "\u206f"
_OTHER_SIZE = 0.12
_FEWEST_SURE = 2
_FEWEST_SPACED, _SELDOM, _HARDLY_EVER = 10, 0.2, 0.05
_SPACED = 1.9
"""In sizes of the type: lines that stand farther apart may be paragraphs set apart."""
_SET_APART = 1.45
"""How much farther apart than its lines paragraphs are at least: it is seen to be more room."""


@dataclass(frozen=True, slots=True)
class Leading:
    """The usual distance between the base lines of two lines.

    Attributes:
        points: the distance in points.
        sizes: the same in sizes of the type.
        steady: whether most lines are just as far apart.
    """

    points: float
    sizes: float
    steady: bool


@dataclass(frozen=True, slots=True)
class Step:
    """From one line to the next.

    Attributes:
        points: the distance of their base lines.
        size: the size of the type of the second one, in points.
        goes_on: whether the first one had no room for the second one's first word.
    """

    points: float
    size: float
    goes_on: bool


def find_leading(steps: Iterable[Step]) -> Leading:
    """Return the usual distance between two lines.

    It is the one inside paragraphs, if there are any of more than a line. Where lines stand far
    apart and hardly any goes on in the next one, they are paragraphs set apart.
    """
    near = list(steps)
    inner = [step for step in near if step.goes_on]
    pairs = inner if len(inner) >= _FEWEST_SURE else near
    if not pairs:
        return Leading(0.0, 0.0, steady=False)
    usual = median(step.size for step in near)
    found = _third(pairs)
    return _of_single_lines(near, usual) or found if found.points > _SPACED * usual else found


def _of_single_lines(near: Sequence[Step], usual: float) -> Leading | None:
    """Return the leading where most paragraphs have but one line, and are set apart, or None."""
    plain = [step for step in near if abs(step.size - usual) <= _OTHER_SIZE * usual]
    spaced = [step for step in plain if step.points > _SPACED * usual]
    going_on = sum(step.goes_on for step in spaced)
    if len(spaced) < _FEWEST_SPACED or going_on > _SELDOM * len(spaced):
        return None
    inner = [step for step in plain if step.goes_on and step.points <= _SPACED * usual]
    if len(inner) >= _FEWEST_SURE:
        return _third(inner)
    if going_on > _HARDLY_EVER * len(spaced):
        return None
    most = min(step.points for step in spaced) / _SET_APART
    return Leading(most, most / usual, steady=False)


def _third(pairs: Sequence[Step]) -> Leading:
    ordered = sorted((step.points, step.size) for step in pairs)
    step, size = ordered[len(ordered) // 3]
    alike = sum(abs(own - step) < _STEADY * step for own, _ in ordered)
    return Leading(step, step / size, steady=2 * alike >= len(ordered))


def is_apart(before: PdfLine, line: PdfLine, leading: Leading) -> bool:
    """Whether there is more room between two lines than in a paragraph.

    The lines of a heading in larger type are farther apart than those of the text. Less room is
    enough in a document of even lines; a raised mark or a sign of another font makes them uneven.
    """
    usual = max(leading.points, leading.sizes * line.size)
    even = leading.steady and _script(before) is _script(line) is not None
    wide = _WIDE_STEADY if even else _WIDE
    return line.bottom - before.bottom > wide * usual + 0.5


def _script(line: PdfLine) -> bool | None:
    """Return whether a line is mostly of Chinese characters, or None if its height may vary.

    Latin fonts have no Chinese characters, arrows and the like: those of another one are higher.
    """
    unspaced = 2 * sum(map(is_unspaced, line.text)) >= len(line.text)
    mixed = not unspaced and max(line.text) > _LAST_OF_LATIN
    return None if mixed or any(run.raised for run in line.runs) else unspaced
