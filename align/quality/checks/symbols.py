"""What stands for itself: document symbols, numbers of resolutions, addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from align.quality.checks.agreement import dates_in_figures, said_school_years
from align.quality.findings import Check, Find, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.number import Value
from align.quality.values.reading import read_values
from align.quality.values.symbols import Kind, Symbol


def find_wrong_symbols(pair: UnitPair) -> Iterator[Found]:
    """Find document symbols and serial numbers that are others on the other side."""
    source, target = differing_symbols(pair, (Kind.DOCUMENT, Kind.SERIAL))
    if source and target:
        said = [
            ", ".join(side.text[item.start : item.end] for item in items)
            for side, items in zip(pair.sides, (source, target), strict=True)
        ]
        yield Found(
            f"the source says {said[0]}, the target {said[1]}",
            (*_places(source, "source"), *_places(target, "target")),
        )


def _missing(*kinds: Kind) -> Find:
    def find(pair: UnitPair) -> Iterator[Found]:
        source, target = differing_symbols(pair, kinds)
        if bool(source) == bool(target) and Kind.DOCUMENT in kinds:
            return
        for items, side, name in ((source, pair.source, "source"), (target, pair.target, "target")):
            other = "target" if name == "source" else "source"
            for item in items:
                written = side.text[item.start : item.end]
                yield Found(f"the {other} does not have {written}", _places([item], name))

    return find


def differing_symbols(pair: UnitPair, kinds: Collection[Kind]) -> tuple[list[Symbol], list[Symbol]]:
    """Return the symbols of some kinds that the other side lacks, for each side."""
    sides = [
        [item for item in read_values(side.text, side.language).symbols if item.kind in kinds]
        for side in pair.sides
    ]
    if not any(sides):
        return [], []
    keys = [{item.key.upper() for item in items} for items in sides]
    texts = ["".join(side.text.split()).upper() for side in pair.sides]
    source = [i for i in sides[0] if i.key.upper() not in keys[1] and i.key.upper() not in texts[1]]
    target = [i for i in sides[1] if i.key.upper() not in keys[0] and i.key.upper() not in texts[0]]
    return (
        _without_numbers(source, pair.source, pair.target),
        _without_numbers(target, pair.target, pair.source),
    )


def _without_numbers(symbols: list[Symbol], own: Side, other: Side) -> list[Symbol]:
    """Leave out what the other side says to be a date, a school year or a fraction: 2013/9, 4/7."""
    if not any(item.kind is Kind.SERIAL for item in symbols):
        return symbols
    dates = {(date.start, date.end) for date in dates_in_figures(own, other)}
    dates.update(said_school_years(own, other))
    numbers = read_values(other.text, other.language).numbers
    said = frozenset[Value]().union(*(item.values for item in numbers))
    return [
        item
        for item in symbols
        if (item.start, item.end) not in dates
        and not (item.kind is Kind.SERIAL and _is_said(item.key, said))
    ]


def _is_said(serial: str, said: frozenset[Value]) -> bool:
    one, _, other = serial.partition("/")
    if not other.isdecimal():
        return False
    whole = int(one) in said and int(other) in said
    return whole or (int(other) > 0 and Fraction(int(one), int(other)) in said)


def _places(items: list[Symbol], side: str) -> tuple[Place, ...]:
    return tuple(Place(side, item.start, item.end) for item in items)


CHECKS = (
    Check(
        "symbol-wrong",
        Severity.ERROR,
        "A wrong symbol leads to another document.",
        ("见A/67/L.35", "See A/67/L.53"),
        each(find_wrong_symbols),
    ),
    Check(
        "symbol-missing",
        Severity.WARNING,
        "A document that is cited on one side only can't be found from the other.",
        ("见A/67/L.35", "See the draft resolution"),
        each(_missing(Kind.DOCUMENT, Kind.SERIAL)),
    ),
    Check(
        "address-differs",
        Severity.WARNING,
        "A page or mail address that differs does not reach anyone.",
        ("请写信给a@un.org", "Write to b@un.org"),
        each(_missing(Kind.URL, Kind.MAIL)),
    ),
)
