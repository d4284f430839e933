"""Chooses the units for which an expression holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from tmx.operations.expressions import Facts, parse
from tmx.operations.packing import pack, unpack
from tmx.operations.ranking import SCORE
from tmx.operations.store import Store
from tmx.units import Unit


class Rejected:
    """The units that were not chosen, kept on disk until they are written.

    Methods raise `TmxError` when the disk for temporary files is full.
    """

    def __init__(self, store: Store) -> None:
        """Take a store; `rejected_units` makes one."""
        self._store = store

    def add(self, unit: Unit) -> None:
        """Keep a unit."""
        self._store.do("INSERT INTO unit (data) VALUES (?)", pack(unit))

    def units(self) -> Iterator[Unit]:
        """Give the units in their order."""
        return (
            unpack(data) for (data,) in self._store.rows("SELECT data FROM unit ORDER BY place")
        )


@contextmanager
def rejected_units() -> Iterator[Rejected]:
    """Give what keeps the units that are not chosen; they are gone when the block ends."""
    with Store("CREATE TABLE unit (place INTEGER PRIMARY KEY, data BLOB);") as store:
        yield Rejected(store)


def choose(
    units: Iterable[Unit],
    expression: str,
    srclang: str,
    *,
    invert: bool = False,
    score: str = SCORE,
    reject: Callable[[Unit], None] | None = None,
) -> Iterator[Unit]:
    """Give the units for which an expression holds, as they are and in their order.

    Args:
        units: taken one by one.
        expression: which ones are meant: `score >= 0.8 and not identical`; docs/filtering.md
            describes the language.
        srclang: the source language of their memory.
        invert: give those for which it does not hold.
        score: the type of the property that holds the score.
        reject: given each of the others.

    Raises:
        TmxError: the expression is wrong; the message says where. It is raised at once.
    """
    return _chosen(units, parse(expression), srclang, not invert, score, reject)


def _chosen(
    units: Iterable[Unit],
    holds: Callable[[Facts], bool],
    srclang: str,
    wanted: bool,
    score: str,
    reject: Callable[[Unit], None] | None,
) -> Iterator[Unit]:
    for number, unit in enumerate(units, start=1):
        if holds(Facts(unit, srclang, number, score)) is wanted:
            yield unit
        elif reject is not None:
            reject(unit)
