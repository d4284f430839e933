"""Days of the week, and hours before or after noon: the same on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import UnitPair
from align.quality.values.times import Time, find_hours, find_weekdays


def find_wrong_times(pair: UnitPair) -> Iterator[Found]:
    """Find days of the week that are others on the other side, and hours 12 hours off."""
    turned = pair.target.is_chinese  # most Chinese texts have none, and tell it soonest
    one, other = pair.sides[::-1] if turned else pair.sides
    for find, differ in ((find_weekdays, _others), (find_hours, _twelve_off)):
        if not (found := find(one.text, one.language)):
            continue
        there = find(other.text, other.language)
        sides = differ(found, there), differ(there, found)
        if all(sides):
            yield _found(pair, sides[::-1] if turned else sides)


def _others(own: Sequence[Time], other: Sequence[Time]) -> list[Time]:
    said = {time.value for time in other}
    return [time for time in own if time.value not in said]


def _twelve_off(own: Sequence[Time], other: Sequence[Time]) -> list[Time]:
    said = {time.value for time in other}
    return [time for time in _others(own, other) if (time.value + 12) % 24 in said]


def _found(pair: UnitPair, sides: Sequence[Sequence[Time]]) -> Found:
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
