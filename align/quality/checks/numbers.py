"""Numbers: what one side says in figures, the other must say too, in figures or in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from align.quality.checks.dates import differing_dates
from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.dates import Date
from align.quality.values.number import Number, Writing
from align.quality.values.reading import read_values
from align.quality.values.symbols import Kind

_LABEL = re.compile(r"\s*[(（\[]?\d{1,4}(?:[.)）．、\]](?!\d)|[ \u3000]+(?=[A-Z\u3400-\u9fff]))")
_FOOTNOTE = re.compile(
    r"(?<=[A-Za-z\u3400-\u9fff][,.;:，。；：、)）”\"》])\d{1,3}(?=\s|$)"
    r"|\[\d{1,3}\]"
    r"|(?<=[，。；：、）”\"》])\d{1,3}(?=\s|$)"
    r"|(?<=[a-z]{3})\d{1,2}(?=[\s,.;:]|$)"
)


def find_wrong_numbers(pair: UnitPair) -> Iterator[Found]:
    """Find figures that stand for something else on the other side."""
    source, target = unsaid_numbers(pair)
    wrong = [
        [item for item in side if item.writing is Writing.FIGURES] for side in (source, target)
    ]
    if all(wrong):
        yield Found(
            f"the source says {_listed(wrong[0], pair.source)},"
            f" the target {_listed(wrong[1], pair.target)}",
            _places(wrong),
        )
    elif source and target:
        yield Found(
            f"the source says {_listed(source, pair.source)},"
            f" the target {_listed(target, pair.target)}",
            _places((source, target)),
            Severity.WARNING,
        )
    elif not source and not target and (counts := _counts_that_differ(pair)):
        more, fewer = counts
        yield Found(
            f"the source says {more} and the target {fewer} once more than the other",
            severity=Severity.WARNING,
        )


def _counts_that_differ(pair: UnitPair) -> tuple[str, str] | None:
    """Return a figure that only the source says once more, and one that only the target does.

    Where both sides hold as many figures and just one of them differs, one was changed into
    another that stands there too.
    """
    counts: list[Counter[int]] = []
    for side in pair.sides:
        values = [
            max(item.values)
            for item in read_values(side.text, side.language).numbers
            if item.writing is Writing.FIGURES
        ]
        counts.append(Counter(int(value) for value in values if value.denominator == 1))
    more, fewer = counts[0] - counts[1], counts[1] - counts[0]
    if more.total() == fewer.total() == 1 and counts[0].total() > 2:
        return str(next(iter(more))), str(next(iter(fewer)))
    return None


def find_missing_numbers(pair: UnitPair) -> Iterator[Found]:
    """Find figures that the other side says nothing like."""
    source, target = unsaid_numbers(pair)
    if (source and target) or not (pair.source.text and pair.target.text):
        return
    for items, side, other in ((source, pair.source, "target"), (target, pair.target, "source")):
        figures = [item for item in items if item.writing is Writing.FIGURES]
        if figures:
            places = _places((figures, ()) if side is pair.source else ((), figures))
            yield Found(f"the {other} does not say {_listed(figures, side)}", places)


def unsaid_numbers(pair: UnitPair) -> tuple[list[Number], list[Number]]:
    """Return the numbers of each side that the other side does not say.

    A label at the head of one side only and footnotes' marks are none, nor is what stands in dates
    that differ, which are a matter of their own.
    """
    source, target = pair.sides
    dates = differing_dates(pair)
    return _unsaid(source, target, dates[0]), _unsaid(target, source, dates[1])


def _unsaid(own: Side, other: Side, dates: Sequence[Date]) -> list[Number]:
    numbers = [
        item
        for item in read_values(own.text, own.language).numbers
        if item.writing is not Writing.LOOSE
    ]
    if not numbers:
        return []
    said = _said(other)
    numbers = [item for item in numbers if not item.values & said]
    if not numbers:
        return []
    marks = [match.span() for match in _FOOTNOTE.finditer(own.text)]
    marks += [(date.start, date.end) for date in dates]
    label = _LABEL.match(own.text)
    if label and not _LABEL.match(other.text):
        marks.append(label.span())
    return [
        item
        for item in numbers
        if not any(start <= item.start and item.end <= end for start, end in marks)
    ]


def _said(side: Side) -> set[Fraction]:
    """Return all that a side may be said to say."""
    reading = read_values(side.text, side.language)
    said = {value for item in reading.numbers for value in item.values}
    for symbol in reading.symbols:
        if symbol.kind in (Kind.DOCUMENT, Kind.SERIAL):
            said |= {Fraction(digits) for digits in re.findall(r"\d+", symbol.key)}
    return said


def _listed(numbers: Iterable[Number], side: Side) -> str:
    return ", ".join(dict.fromkeys(side.text[item.start : item.end] for item in numbers))


def _places(sides: Iterable[Iterable[Number]]) -> tuple[Place, ...]:
    return tuple(
        Place(name, item.start, item.end)
        for name, items in zip(("source", "target"), sides, strict=True)
        for item in items
    )


CHECKS = (
    Check(
        "number-wrong",
        Severity.ERROR,
        "A wrong number misleads every reader, and no spell checker finds it.",
        ("2018年举行会议", "The meeting will be held in 2008"),
        each(find_wrong_numbers),
    ),
    Check(
        "number-missing",
        Severity.WARNING,
        "A number that is on one side only was left out or added.",
        ("在过去 5 年里有 120 个国家", "In the past 5 years, many countries"),
        each(find_missing_numbers),
    ),
)
