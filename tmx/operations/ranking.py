"""Which of several units that say the same, or that contradict each other, goes before."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from tmx.units import Property, Unit

QUALITY = "x-quality"
"""The property that holds the score that duiqi score gives a unit of any memory."""

CRITICAL = "x-critical-error"
"""The property that holds how likely duiqi score takes a unit to hold a critical error."""

SCORE = "x-score"
"""The type of the property that holds a unit's score, where no other one is named."""

SCORES = frozenset({SCORE, QUALITY, CRITICAL})
"""The types of all properties that duiqi scores units with."""


class Preference(StrEnum):
    """Which one is preferred; of equals the first, always."""

    FIRST = "first"
    NEWEST = "newest"
    BEST = "best"


def rank(unit: Unit, preference: Preference, score: str = SCORE) -> float | None:
    """Return how far a unit goes before others: the higher, the sooner; None goes last.

    Args:
        unit: any unit.
        preference: by what.
        score: the type of the property that holds the score.
    """
    if preference is Preference.NEWEST:
        date = date_of(unit)
        return None if date is None else date.timestamp()
    return score_of(unit, score) if preference is Preference.BEST else None


def date_of(unit: Unit) -> datetime | None:
    """Return when a unit or one of its variants was changed or made last, or None."""
    records = (unit.record, *(variant.record for variant in unit.variants))
    dates = [date for record in records for date in (record.changedate, record.creationdate)]
    return max((date for date in dates if date is not None), default=None)


def score_of(unit: Unit, score: str = SCORE) -> float | None:
    """Return the score of a unit, or the highest of its variants', or None where it has none.

    A value that is no number is no score.
    """
    found = next(_scores(unit.annotations, score), None)
    if found is None:
        ofs = (next(_scores(variant.annotations, score), None) for variant in unit.variants)
        found = max((item for item in ofs if item is not None), default=None)
    return found


def _scores(annotations: tuple[object, ...], score: str) -> Iterator[float]:
    for item in annotations:
        if isinstance(item, Property) and item.type == score:
            number = number_of(item.value)
            if number is not None:
                yield number


def number_of(text: str) -> float | None:
    """Return the number that a text is ("0.93", "1e-3"), or None."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
