"""Dates: the same days, months and years on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.dates import Date, find_dates_in_figures
from align.quality.values.reading import read_values


def find_wrong_dates(pair: UnitPair) -> Iterator[Found]:
    """Find dates that are other dates on the other side."""
    source, target = differing_dates(*pair.sides)
    if source and target:
        said = [
            ", ".join(side.text[date.start : date.end] for date in dates)
            for side, dates in zip(pair.sides, (source, target), strict=True)
        ]
        places = tuple(
            Place(name, date.start, date.end)
            for name, dates in (("source", source), ("target", target))
            for date in dates
        )
        yield Found(f"the source says {said[0]}, the target {said[1]}", places)


def differing_dates(one: Side, other: Side) -> tuple[list[Date], list[Date]]:
    """Return the dates of each side that agree with none of the other side's.

    Both lists are empty where either side has none that differs: a date may be put in other words.
    A month without a year and a day counts only beside a date: 5月 may be any number of things.
    """
    source, target = (read_values(side.text, side.language).dates for side in (one, other))
    if not (source and target):
        return [], []
    left = [date for date in source if not any(map(date.agrees, target))]
    right = [date for date in target if not any(map(date.agrees, source))]
    if not (left and right):  # as in most pairs with dates
        return [], []
    left = [date for date in left if not any(map(date.agrees, find_dates_in_figures(other.text)))]
    right = [date for date in right if not any(map(date.agrees, find_dates_in_figures(one.text)))]
    if all(any(date.day or date.year for date in dates) for dates in (left, right)):
        return left, right
    return [], []


CHECKS = (
    Check(
        "date-wrong",
        Severity.ERROR,
        "A wrong date makes people miss a deadline, or cite what does not exist.",
        ("2012年12月3日", "3 November 2012"),
        each(find_wrong_dates),
    ),
)
