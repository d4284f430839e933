"""Numbers at the heads of paragraphs: a translation that is numbered otherwise has no other text.

A translator who leaves out a clause numbers those behind it anew. So these numbers are compared
apart from the figures of the text, and what differs in the same way over a run is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from align.quality.findings import Found, Place, Severity
from align.quality.pairs import Side, UnitPair
from align.quality.values.measures import measure_of
from align.quality.values.number import Writing, number
from align.units import PARAGRAPH, TARGET_PARAGRAPH

_PATH = r"\d{1,3}(?:\.\d{1,3})*"
_HEAD = re.compile(
    rf"\s*(?P<bracket>[(（]?)(?P<path>{_PATH})"
    r"(?:(?P<mark>[.．、)）])(?![\d%％])"
    r"|(?:(?<=\.\d)|(?<=\.\d\d))(?!\d)(?:[ \u3000]+(?=\w)|(?=[\u3400-\u9fff])))"
)
_TITLED = re.compile(
    rf"\s*第\s?(?P<zh>{_PATH})\s?(?:[章节節条條款编編]|部分)[\s:：]+(?=\w)"
    rf"|\s*(?i:article|section|chapter|clause|part|rule|regulation)\s(?P<en>{_PATH})"
    r"(?:\s?[.:—–]\s?(?=\w)|\s(?=[A-Z(]))"
)
"""A number with its word, before the title of what it numbers: "Article 5. Scope"."""

_REFERENCE = re.compile(
    rf"(?:(?:权利要求|權利要求|步骤|步驟|条款|條款)\s?|第\s?(?=[\d.至或和、\s]+[条條款项項章节節]))"
    rf"{_PATH}(?:\s?[至或和、]\s?第?{_PATH})*"
    r"|\b(?:claim|clause|article|section|paragraph|item|step|chapter)s?\s"
    rf"{_PATH}(?:(?:,? (?:to|or|and)\s|\s?[-–]\s?){_PATH})*",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"[万萬亿億百千倍%％个個名位人年月日时時分秒元次岁歲节節版级級度]|(?:million|billion|trillion|thousand|per|times)\b"
)
_NUMERAL = re.compile(_PATH)
_ADDED = re.compile(rf"(?<![\d.])(?P<path>{_PATH})\D?(?P<bracket>(?<=[)）]))?$")

Path = tuple[int, ...]
"""A number of a paragraph, from the outermost part on: 2.1 is 2, 1."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A number at the head of a text, and its span; of one that its format adds, no span."""

    path: Path
    in_brackets: bool
    start: int
    end: int
    added: str = ""


class Numbering:
    """Tells once where the numbers of paragraphs begin to differ in a way."""

    def __init__(self) -> None:
        self._shifts: dict[bool, Path] = {}
        self._untold: dict[bool, tuple[UnitPair, _Label, _Label]] = {}

    def look(self, pair: UnitPair) -> Iterator[Found]:
        """Take the next pair; a difference is told when it is known whether it goes on."""
        labels = _labels(pair)
        if labels is None:
            return
        kind, shift = labels[0].in_brackets, _shift(*labels)
        before = self._shifts.get(kind, ())
        self._shifts[kind] = shift
        goes_on = shift == before[: len(shift)] and (bool(shift) or not before)
        if kind in self._untold:
            yield _told(*self._untold.pop(kind), goes_on=goes_on)
        if shift and not goes_on:
            self._untold[kind] = (pair, *labels)

    def end(self) -> Iterator[Found]:
        """Tell of the differences that are the last of their kind."""
        for untold in self._untold.values():
            yield _told(*untold, goes_on=False)


def _told(pair: UnitPair, one: _Label, other: _Label, *, goes_on: bool) -> Found:
    labels = (one, other)
    texts = [
        it.added or side.text[it.start : it.end]
        for side, it in zip(pair.sides, labels, strict=True)
    ]
    message = f"the source is numbered {texts[0]}, the target {texts[1]}"
    if goes_on:
        message += ", and so on in the units behind it"
    places = tuple(
        Place(name, it.start, it.end)
        for name, it in zip(("source", "target"), labels, strict=True)
        if not it.added
    )
    return Found(message, places, Severity.WARNING, pair)


def without_numbering(pair: UnitPair) -> UnitPair:
    """Blank out numbers at the heads of both sides that differ, and references by the same step.

    What is left stands where it stood.
    """
    labels = _labels(pair)
    shift = _shift(*labels) if labels else ()
    if not labels or not shift:  # as in most pairs
        return pair
    spans = [[(label.start, label.end)] for label in labels]
    references = [_references(side.text) for side in pair.sides]
    if len(references[0]) == len(references[1]):
        for one, other in zip(*references, strict=True):
            if _shift(one, other)[:1] == shift[:1]:
                spans[0].append((one.start, one.end))
                spans[1].append((other.start, other.end))
    source, target = (blanked(side, it) for side, it in zip(pair.sides, spans, strict=True))
    return replace(pair, source=source, target=target)


def _labels(pair: UnitPair) -> tuple[_Label, _Label] | None:
    """Return the numbers at the heads of both sides, or None where one of them has none.

    They stand in both texts, or in none: then the unit tells those that its documents add.
    """
    source = _label(pair.source)
    if source:
        target = _label(pair.target)
    elif TARGET_PARAGRAPH in pair.properties and not _label(pair.target):
        source, target = (
            _added(pair.properties.get(kind, "")) for kind in (PARAGRAPH, TARGET_PARAGRAPH)
        )
    else:
        return None
    return (source, target) if source and target else None


def _added(written: str) -> _Label | None:
    """Read the innermost part of a number as a document writes it: 5, 3.1, "Article 5", 12(2)."""
    match = _ADDED.search(written)
    if match is None:
        return None
    return _Label(_path(match["path"]), match["bracket"] is not None, 0, 0, match["path"])


def numeral_at_head(side: Side) -> tuple[int, int] | None:
    """Return the span of the number at the head of a text that labels it, or None."""
    label = _label(side)
    return (label.start, label.end) if label else None


def _label(side: Side) -> _Label | None:
    match = _HEAD.match(side.text)
    if match is None:
        titled = _TITLED.match(side.text)
        if titled is None:
            return None
        group = "zh" if titled["zh"] else "en"
        return _Label(_path(titled[group]), False, *titled.span(group))
    start, end = match.span("path")
    if not match["mark"]:  # 3.5 公里, "2.4 million": an amount
        item = number((0,), (start, end), Writing.FIGURES)
        behind = side.text[end:].lstrip()
        if measure_of(item, side.text, side.language) or _AMOUNT.match(behind):
            return None
    return _Label(_path(match["path"]), bool(match["bracket"]), start, end)


def _references(text: str) -> list[_Label]:
    return [
        _Label(_path(it[0]), False, *it.span())
        for reference in _REFERENCE.finditer(text)
        for it in _NUMERAL.finditer(text, *reference.span())
    ]


def _path(written: str) -> Path:
    return tuple(map(int, written.split(".")))


def _shift(one: _Label, other: _Label) -> Path:
    """Return by how much each part of a number is higher in the target, up to the last that is."""
    steps = [theirs - ours for ours, theirs in zip_longest(one.path, other.path, fillvalue=0)]
    while steps and not steps[-1]:
        steps.pop()
    return tuple(steps)


def blanked(side: Side, spans: Iterable[tuple[int, int]]) -> Side:
    """Put spaces in the place of some spans of a text."""
    text = side.text
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return replace(side, text=text)
