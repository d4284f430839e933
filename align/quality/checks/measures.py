"""Units and currencies: the same number must count the same thing on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from fractions import Fraction

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.measures import Measure, measure_of
from align.quality.values.number import Value
from align.quality.values.reading import read_values

_HALF = Fraction(1, 2)


def find_wrong_measures(pair: UnitPair) -> Iterator[Found]:
    """Find a number that counts one thing in the source and another in the target.

    Where neither side says whose currency it is (元, "$"), that is a warning.
    """
    numbers = [read_values(side.text, side.language).numbers for side in pair.sides]
    said = [frozenset[Value]().union(*(item.values for item in items)) for items in numbers]
    both = said[0] & said[1]
    source = _measured(pair.source, both) if both else {}
    target = _measured(pair.target, source.keys()) if source else {}
    for value, measures in source.items():
        if differing := _differing(measures, target.get(value, [])):
            one, other = differing
            yield Found(
                f"the source has {pair.source.text[one.start : one.end]},"
                f" the target {pair.target.text[other.start : other.end]}",
                (Place("source", one.start, one.end), Place("target", other.start, other.end)),
                Severity.WARNING if one.in_short and other.in_short else None,
            )


def _differing(own: Sequence[Measure], others: Sequence[Measure]) -> tuple[Measure, Measure] | None:
    """Return what one number counts on one side only, and what on the other, of one kind.

    Where the number counts the same thing somewhere on both sides, it must stand there as often on
    both to be held against each other, for one side may well be more explicit.
    """
    left, right = list(own), list(others)
    for one in own:
        same = next((other for other in right if not one.names.isdisjoint(other.names)), None)
        if same is not None:
            left.remove(one)
            right.remove(same)
    if len(left) < len(own) and len(own) != len(others):
        return None
    return next(((one, two) for one in left for two in right if one.kind == two.kind), None)


def _measured(side: Side, values: Set[Value]) -> dict[Value, list[Measure]]:
    """Return what is counted by the numbers of a side that have one of some values."""
    found: dict[Value, list[Measure]] = {}
    for item in read_values(side.text, side.language).numbers:
        counted = {_HALF} if _HALF in item.values else item.values  # 半 is 50 in shares alone
        if values.isdisjoint(counted):
            continue
        measure = measure_of(item, side.text, side.language)
        if measure is not None and not measure.unit.traditional:
            for value in counted:
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
