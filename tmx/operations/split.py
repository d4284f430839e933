"""Cuts a memory into parts: by number of units, by size, or by a property."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain, groupby, islice

from tmx.markup import Markup
from tmx.operations.expressions.facts import Facts
from tmx.operations.packing import pack, unpack
from tmx.operations.store import Store
from tmx.text import Repairs
from tmx.units import Header, Unit
from tmx.writer import write_tmx

_LAYOUT = "CREATE TABLE unit (place INTEGER PRIMARY KEY, part INTEGER, data BLOB);"


def by_number(units: Iterable[Unit], most: int) -> Iterator[Iterator[Unit]]:
    """Give parts of at most so many units; take each part wholly before the next."""
    rest = iter(units)
    for first in rest:
        yield chain((first,), islice(rest, most - 1))


def by_size(units: Iterable[Unit], header: Header, most: int) -> Iterator[Iterator[Unit]]:
    """Give parts whose files have at most so many bytes; take each wholly before the next.

    A unit that is larger by itself makes a part of its own.

    Args:
        units: taken one by one.
        header: that of every part.
        most: the most bytes of a file that `write_tmx` writes of a part, exactly as it is.
    """
    empty = BytesIO()
    write_tmx(empty, header, (), exact=True)
    markup = Markup(Repairs())
    size = frame = len(empty.getvalue())
    part = 0

    def part_of(unit: Unit) -> int:
        nonlocal size, part
        own = len(markup.unit(unit, None).encode())
        size += own
        if size > most:
            part += 1
            size = frame + own
        return part

    for _, group in groupby(units, part_of):
        yield group


def by_property(
    units: Iterable[Unit], property_type: str
) -> Iterator[tuple[str | None, Iterator[Unit]]]:
    """Give the units with each value of a property, and the value; None: those without it.

    The parts come in the order in which their values are first met; take each wholly before the
    next. Of several properties of the type, the first counts; a variant's where the unit has none.

    Args:
        units: taken one by one, and kept on disk until all are there; the values are in memory.
        property_type: the type of the property.

    Raises:
        TmxError: the disk for temporary files is full.
    """
    parts: dict[str | None, int] = {}

    def part_of(unit: Unit) -> int:
        return parts.setdefault(Facts(unit, "").property(property_type), len(parts))

    with Store(_LAYOUT) as store:
        store.put(
            "INSERT INTO unit VALUES (?, ?, ?)",
            ((place, part_of(unit), pack(unit)) for place, unit in enumerate(units)),
        )
        values = list(parts)
        rows = store.rows("SELECT part, data FROM unit ORDER BY part, place")
        for part, group in groupby(rows, key=lambda row: row[0]):
            yield values[part], (unpack(data) for _, data in group)
