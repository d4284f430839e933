"""Units and currencies: the same number must count the same thing on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.measures import Measure, measure_of
from align.quality.values.reading import read_values


def find_wrong_measures(pair: UnitPair) -> Iterator[Found]:
    """Find a number that counts one thing in the source and another in the target."""
    source, target = (_measured(side) for side in pair.sides)
    for value, measures in source.items():
        others = target.get(value)
        if not others:
            continue
        names, other_names = {item.name for item in measures}, {item.name for item in others}
        kinds = {item.kind for item in measures} & {item.kind for item in others}
        if kinds and not names & other_names:
            one, other = measures[0], others[0]
            yield Found(
                f"the source has {pair.source.text[one.start : one.end]},"
                f" the target {pair.target.text[other.start : other.end]}",
                (
                    Place("source", one.start, one.end),
                    Place("target", other.start, other.end),
                ),
            )


def _measured(side: Side) -> dict[Fraction, list[Measure]]:
    found: dict[Fraction, list[Measure]] = {}
    for item in read_values(side.text, side.language).numbers:
        measure = measure_of(item, side.text, side.language)
        if measure is not None:
            for value in item.values:
                found.setdefault(value, []).append(measure)
    return found


CHECKS = (
    Check(
        "measure-wrong",
        Severity.ERROR,
        "A wrong unit or currency is as bad as a wrong number.",
        ("拨款500万美元", "EUR 5 million was allocated"),
        each(find_wrong_measures),
    ),
)
