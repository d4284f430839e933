"""Finds, among any number of units, those that say the same, and those that contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tmx.operations.identity import Compare, Identity
from tmx.operations.packing import pack, unpack
from tmx.operations.ranking import SCORE, Preference, rank
from tmx.operations.store import Store
from tmx.units import Unit

_LAYOUT = """
    CREATE TABLE unit (
        place INTEGER PRIMARY KEY, whole BLOB, source BLOB, rank REAL, data BLOB
    );
    CREATE TABLE again (place INTEGER PRIMARY KEY, dropped INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A unit that contradicts others.

    Attributes:
        first: the place of the first unit with the same source, itself or another one.
        place: its own place, the first 1.
        unit: itself.
    """

    first: int
    place: int
    unit: Unit


class Doubles:
    """Units that have been gathered on disk; `gathered` makes one.

    Doubles have the same source and the same targets; units that contradict each other have the
    same source, and different targets in the same languages.

    Attributes:
        count: how many units have been gathered.
    """

    def __init__(self, store: Store) -> None:
        """Take a store that `gathered` has filled."""
        self._store = store
        self.count = store.count("SELECT COUNT(*) FROM unit")

    def kept(self, *, one_target: bool = False) -> Iterator[Unit]:
        """Give the units in their order, and of doubles only the one that is preferred.

        Args:
            one_target: whether also of those that contradict each other only one is kept.
        """
        # In an order in which units of one source follow each other, and doubles among them.
        order, same = ("source", "1") if one_target else ("source, whole", "whole = whole_before")
        self._store.do("DELETE FROM again")
        self._store.do(
            f"""
            INSERT INTO again SELECT place, {same} FROM (
                SELECT place, whole, source, lag(whole) OVER rows AS whole_before,
                    lag(source) OVER rows AS source_before FROM unit
                WINDOW rows AS (ORDER BY {order}, rank DESC, place)
            ) WHERE source = source_before ORDER BY place
            """
        )
        rows = self._store.rows(
            "SELECT data FROM unit WHERE place NOT IN (SELECT place FROM again WHERE dropped)"
            " ORDER BY place"
        )
        return (unpack(data) for (data,) in rows)

    def left_out(self) -> int:
        """Return how many units `kept` has left out when it was called last."""
        return self._store.count("SELECT COUNT(*) FROM again WHERE dropped")

    def further_targets(self) -> int:
        """Return how many of the units that it gave then have the source of another one."""
        return self._store.count("SELECT COUNT(*) FROM again WHERE NOT dropped")

    def conflicts(self) -> Iterator[Conflict]:
        """Give the units that contradict others, in the order of the sources' first ones.

        Those with the same source follow each other, and a double of one is given as well.
        """
        rows = self._store.rows(
            """
            SELECT first, place, data FROM unit JOIN (
                SELECT source AS contested, MIN(place) AS first FROM unit
                GROUP BY source HAVING MIN(whole) <> MAX(whole)
            ) ON source = contested ORDER BY first, place
            """
        )
        return (Conflict(first, place, unpack(data)) for first, place, data in rows)


@contextmanager
def gathered(
    units: Iterable[Unit],
    srclang: str,
    *,
    compare: Compare | None = None,
    prefer: Preference = Preference.FIRST,
    score: str = SCORE,
) -> Iterator[Doubles]:
    """Take all units; what has been gathered is gone when the block ends.

    Args:
        units: taken one by one.
        srclang: the source language of their memory.
        compare: gives a text as it is compared; None compares it as it is.
        prefer: which one is kept where one has to be.
        score: the type of the property that holds the score.

    Raises:
        TmxError: the disk for temporary files is full.
    """
    identity = Identity(srclang, compare)
    with Store(_LAYOUT) as store:
        store.put(
            "INSERT INTO unit VALUES (?, ?, ?, ?, ?)",
            (
                (place, *identity.digests(unit), rank(unit, prefer, score), pack(unit))
                for place, unit in enumerate(units, start=1)
            ),
        )
        yield Doubles(store)
