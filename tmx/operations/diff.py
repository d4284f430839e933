"""Compares two memories: what was added, removed, changed and moved between them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from itertools import groupby

from tmx.operations.identity import Identity
from tmx.operations.packing import pack, unpack
from tmx.operations.store import Store
from tmx.units import Header, Unit

_SIDES = ("before", "after")
_LAYOUT = "".join(
    f"CREATE TABLE {side} (place INTEGER PRIMARY KEY, tuid BLOB, source BLOB, whole BLOB, "
    "exact BLOB, data BLOB);"
    for side in _SIDES
)


class Change(StrEnum):
    """What happened to a unit, in the order of a report."""

    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"
    """Other words: units with the same name (tuid), or the same source."""
    DETAILS = "details"
    """The same words with other notes, properties, dates or the like."""
    MOVED = "moved"
    """The same words in another place among its neighbours."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A difference.

    Attributes:
        change: what happened.
        before: the unit in the first memory with its place, the first 1; None if it was added.
        after: the unit in the second memory with its place; None if it was removed.
    """

    change: Change
    before: tuple[int, Unit] | None
    after: tuple[int, Unit] | None


class Comparison:
    """Two memories that have been compared; `compared` makes one.

    Attributes:
        counts: how many units there are of each change.
        same: how many have the same words and stand in the same order in both.
    """

    def __init__(self, store: Store) -> None:
        """Compare the memories in a store that `compared` has filled."""
        self._store = store
        # The place of each unit's mate in the other memory; 0: none. It is 8 bytes a unit.
        self._mates = {
            side: array("q", bytes(8 * (store.count(f"SELECT COUNT(*) FROM {side}") + 1)))
            for side in _SIDES
        }
        self._match("whole")
        self._same_words = bytearray(bool(mate) for mate in self._mates["before"])
        self._match("tuid")
        self._match("source")
        self._unmoved = _rising(self._mates["before"])
        self.counts = {change: sum(1 for _ in self._places(change)) for change in Change}
        self.same = sum(
            words and unmoved
            for words, unmoved in zip(self._same_words, self._unmoved, strict=True)
        )

    def entries(self) -> Iterator[Entry]:
        """Give the differences, one kind after the other, in the order of their memory."""
        for change in Change:
            for before, after in self._places(change):
                yield Entry(change, self._unit("before", before), self._unit("after", after))

    def _match(self, column: str) -> None:
        """Make mates of units that have the same value and no mate: the first, the second..."""
        rows = self._store.rows(
            f"""
            SELECT {column}, 0, place FROM before WHERE {column} IS NOT NULL
            UNION ALL SELECT {column}, 1, place FROM after WHERE {column} IS NOT NULL
            ORDER BY 1, 2, 3
            """
        )
        sides = [self._mates[side] for side in _SIDES]
        for _, group in groupby(rows, key=lambda row: row[0]):
            places: tuple[list[int], list[int]] = ([], [])
            for _, side, place in group:
                if not sides[side][place]:
                    places[side].append(place)
            for before, after in zip(*places, strict=False):
                sides[0][before], sides[1][after] = after, before

    def _places(self, change: Change) -> Iterator[tuple[int, int]]:
        """Give the places of all units of a change, before and after; 0 where there is none."""
        before, after = (self._mates[side] for side in _SIDES)
        if change is Change.ADDED:
            return ((0, place) for place in range(1, len(after)) if not after[place])
        places = range(1, len(before))
        if change is Change.REMOVED:
            return ((place, 0) for place in places if not before[place])
        if change is Change.CHANGED:
            wanted = (place for place in places if before[place] and not self._same_words[place])
        elif change is Change.MOVED:
            wanted = (
                place for place in places if self._same_words[place] and not self._unmoved[place]
            )
        else:
            return self._details()
        return ((place, before[place]) for place in wanted)

    def _details(self) -> Iterator[tuple[int, int]]:
        """Give the places of units that have the same words and are not the same in all else."""
        before = self._mates["before"]
        rows = self._store.rows("SELECT place, exact FROM before ORDER BY place")
        for place, exact in rows:
            if self._same_words[place] and exact != self._exact(before[place]):
                yield place, before[place]

    def _exact(self, place: int) -> bytes:
        ((exact,),) = self._store.rows("SELECT exact FROM after WHERE place = ?", place)
        return bytes(exact)

    def _unit(self, side: str, place: int) -> tuple[int, Unit] | None:
        if not place:
            return None
        ((data,),) = self._store.rows(f"SELECT data FROM {side} WHERE place = ?", place)
        return place, unpack(data)


@contextmanager
def compared(
    before: tuple[Header, Iterable[Unit]], after: tuple[Header, Iterable[Unit]]
) -> Iterator[Comparison]:
    """Compare two memories; what was found is gone when the block ends.

    Units are the same where source and targets are, with their inline tags. Of the others those
    with the same tuid are one unit that was changed, and then those with the same source.

    Args:
        before: the first memory's header and units.
        after: the second memory's.

    Raises:
        TmxError: the disk for temporary files is full.
    """
    with Store(_LAYOUT) as store:
        for side, (header, units) in zip(_SIDES, (before, after), strict=True):
            store.put(f"INSERT INTO {side} VALUES (?, ?, ?, ?, ?, ?)", _rows(header, units))
        yield Comparison(store)


def _rows(header: Header, units: Iterable[Unit]) -> Iterator[tuple[object, ...]]:
    identity = Identity(header.srclang)
    for place, unit in enumerate(units, start=1):
        whole, _ = identity.digests(unit)
        data = pack(unit)
        exact = blake2b(data, digest_size=16).digest()
        name = unit.tuid.encode() if unit.tuid else None
        yield place, name, identity.source(unit), whole, exact, data


def _rising(mates: array[int]) -> bytearray:
    """Mark the longest run of units whose mates come in the same order: those did not move.

    The longest increasing subsequence, by patience sorting; units without a mate are passed over.

    Args:
        mates: the place of each unit's mate, or 0.

    Returns:
        For each unit, 1 where it is one of them.
    """
    ends: array[int] = array("q")  # the lowest mate that ends a run of each length
    holders: array[int] = array("q")  # the unit that has it
    previous = array("q", bytes(8 * len(mates)))
    for place, mate in enumerate(mates):
        if not mate:
            continue
        length = len(ends) if not ends or mate > ends[-1] else bisect_left(ends, mate)
        if length == len(ends):
            ends.append(mate)
            holders.append(place)
        else:
            ends[length] = mate
            holders[length] = place
        previous[place] = holders[length - 1] if length else 0
    marked = bytearray(len(mates))
    place = holders[-1] if holders else 0
    while place:
        marked[place] = 1
        place = previous[place]
    return marked
