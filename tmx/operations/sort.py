"""Puts the units of a memory in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from tmx.operations.packing import pack, unpack
from tmx.operations.ranking import SCORE, date_of, score_of
from tmx.operations.sides import source_of, target_of
from tmx.operations.store import Store
from tmx.units import Unit, Variant

_LAYOUT = "CREATE TABLE unit (place INTEGER PRIMARY KEY, value, data BLOB);"


class Order(StrEnum):
    """What units are ordered by."""

    SOURCE = "source"
    TARGET = "target"
    TUID = "tuid"
    DATE = "date"
    SCORE = "score"
    LENGTH = "length"


def sort(
    units: Iterable[Unit],
    srclang: str,
    by: Order,
    *,
    reverse: bool = False,
    score: str = SCORE,
) -> Iterator[Unit]:
    """Give the units in order; equal ones keep theirs, and those without the value come last.

    Texts are ordered by their characters' numbers in Unicode, the length is the source's in
    characters, the date is the last on which the unit or a variant was changed or made.

    Args:
        units: taken one by one, and sorted on disk.
        srclang: the source language of their memory.
        by: what they are ordered by.
        reverse: the largest, latest or last first.
        score: the type of the property that holds the score.

    Raises:
        TmxError: the disk for temporary files is full.
    """
    value = _values(srclang, score)[by]
    with Store(_LAYOUT) as store:
        store.put(
            "INSERT INTO unit VALUES (?, ?, ?)",
            ((place, value(unit), pack(unit)) for place, unit in enumerate(units)),
        )
        direction = "DESC" if reverse else "ASC"
        rows = store.rows(f"SELECT data FROM unit ORDER BY value IS NULL, value {direction}, place")
        yield from (unpack(data) for (data,) in rows)


def _values(srclang: str, score: str) -> Mapping[Order, Callable[[Unit], object]]:
    def date(unit: Unit) -> float | None:
        found = date_of(unit)
        return None if found is None else found.timestamp()

    def length(unit: Unit) -> int | None:
        source = source_of(unit, srclang)
        return None if source is None else len(source.segment.text)

    return {
        Order.SOURCE: lambda unit: _words(source_of(unit, srclang)),
        Order.TARGET: lambda unit: _words(target_of(unit, srclang)),
        Order.TUID: lambda unit: None if unit.tuid is None else _bytes(unit.tuid),
        Order.DATE: date,
        Order.SCORE: lambda unit: score_of(unit, score),
        Order.LENGTH: length,
    }


def _words(variant: Variant | None) -> bytes | None:
    return None if variant is None else _bytes(variant.segment.text)


def _bytes(text: str) -> bytes:
    """Return a text as bytes that SQLite orders as Unicode orders the characters."""
    return text.encode("utf-8", "surrogatepass")
