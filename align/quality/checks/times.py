"""Days of the week and times of day: the same on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.clock import ClockTime, find_clock_times, readings_of
from align.quality.values.weekdays import Weekday, find_weekdays


def find_wrong_times(pair: UnitPair) -> Iterator[Found]:
    """Find days of the week and times of day that are others on the other side."""
    turned = pair.target.is_chinese  # most Chinese texts have none, and tell it soonest
    one, other = pair.sides[::-1] if turned else pair.sides
    for sides in (_differing_weekdays(one, other), differing_clock_times(one, other)):
        if all(sides):
            yield _found(pair, sides[::-1] if turned else sides)


def _differing_weekdays(one: Side, other: Side) -> tuple[list[Weekday], list[Weekday]]:
    found = find_weekdays(one.text, one.language)
    there = find_weekdays(other.text, other.language) if found else []
    values = [{day.value for day in days} for days in (found, there)]
    return (
        [day for day in found if day.value not in values[1]],
        [day for day in there if day.value not in values[0]],
    )


def differing_clock_times(one: Side, other: Side) -> tuple[list[ClockTime], list[ClockTime]]:
    """Return the times of day of each side that agree with none of the other side's.

    Both lists are empty where either side has none that differs: a time may be put in other words.
    They are so too where no half of a day is told, for 3:16 may be a verse and 21:15 a score.
    """
    found = find_clock_times(one.text, one.language)
    there = find_clock_times(other.text, other.language) if found else []
    readings, readings_there = readings_of(found), readings_of(there)
    sides = (
        [time for time in found if not time.loose and not time.is_among(readings_there)],
        [time for time in there if not time.loose and not time.is_among(readings)],
    )
    if all(sides) and any(time.half_day for times in sides for time in times):
        return sides
    return [], []


def _found(pair: UnitPair, sides: Sequence[Sequence[Weekday | ClockTime]]) -> Found:
    spans = [dict.fromkeys((time.start, time.end) for time in times) for times in sides]
    said = [
        ", ".join(side.text[start:end] for start, end in found)
        for side, found in zip(pair.sides, spans, strict=True)
    ]
    places = tuple(
        Place(name, *span)
        for name, found in zip(("source", "target"), spans, strict=True)
        for span in found
    )
    return Found(f"the source says {said[0]}, the target {said[1]}", places)


CHECKS = (
    Check(
        "time-wrong",
        Severity.ERROR,
        "A wrong weekday or half of the day makes people come when nobody is there.",
        ("下午3时", "3 a.m."),
        each(find_wrong_times),
    ),
)
