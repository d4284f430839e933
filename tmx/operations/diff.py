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
from typing import TypeVar

import msgspec

from tmx.older import modern_unit
from tmx.operations.identity import Identity
from tmx.operations.packing import pack, unpack
from tmx.operations.ranking import SCORES
from tmx.operations.stale_scores import CHECKSUM
from tmx.operations.store import Store
from tmx.units import NO_RECORD, Annotation, Header, Property, Unit, Variant

_SIDES = ("before", "after")
_Holder = TypeVar("_Holder", Unit, Variant)
_DATE_NAMES = ("creationdate", "changedate", "lastusagedate")
_DATES, _DETAILS = 1, 2  # what else is other in a unit with the same words
_LAYOUT = "".join(
    f"CREATE TABLE {side} (place INTEGER PRIMARY KEY, tuid BLOB, source BLOB, whole BLOB, "
    "undated BLOB, exact BLOB, data BLOB);"
    for side in _SIDES
)


class Change(StrEnum):
    """What happened to a unit, in the order of a report."""

    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"
    """Other words: units with the same name (tuid), or the same source."""
    DETAILS = "details"
    """The same words with other notes, properties or the like."""
    DATES = "dates"
    """The same in all but the dates of making, changing and using."""
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
        alike: how many have the same words in both; the changes of details, dates and places are
            theirs.
        same: how many of them are the same in all, and stand in the same order in both.
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
        self._others = self._find_other_details()
        self._unmoved = _rising(self._mates["before"])
        self.counts = {change: sum(1 for _ in self._places(change)) for change in Change}
        self.alike = sum(self._same_words)
        self.same = sum(
            words and unmoved and not other
            for words, unmoved, other in zip(
                self._same_words, self._unmoved, self._others, strict=True
            )
        )

    def entries(self, changes: Iterable[Change] = Change) -> Iterator[Entry]:
        """Give the differences, one kind after the other, in the order of their memory.

        Args:
            changes: the kinds that are wanted, in the order that they are wanted in.
        """
        for change in changes:
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
            other = _DETAILS if change is Change.DETAILS else _DATES
            wanted = (place for place in places if self._others[place] == other)
        return ((place, before[place]) for place in wanted)

    def _find_other_details(self) -> bytearray:
        """Tell for each unit whether its mate has the same words and other details, or dates."""
        before = self._mates["before"]
        others = bytearray(len(before))
        rows = self._store.rows("SELECT place, undated, exact FROM before ORDER BY place")
        for place, undated, exact in rows:
            if self._same_words[place]:
                ((undated_mate, exact_mate),) = self._store.rows(
                    "SELECT undated, exact FROM after WHERE place = ?", before[place]
                )
                if undated != undated_mate:
                    others[place] = _DETAILS
                elif exact != exact_mate:
                    others[place] = _DATES
        return others

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
    with the same tuid are one unit that was changed, and then those with the same source. A
    language written as lang, as TMX 1.1 had it, is no difference, nor are properties of several
    types in another order.

    Args:
        before: the first memory's header and units.
        after: the second memory's.

    Raises:
        TmxError: the disk for temporary files is full.
    """
    with Store(_LAYOUT) as store:
        for side, (header, units) in zip(_SIDES, (before, after), strict=True):
            store.put(f"INSERT INTO {side} VALUES (?, ?, ?, ?, ?, ?, ?)", _rows(header, units))
        yield Comparison(store)


def _rows(header: Header, units: Iterable[Unit]) -> Iterator[tuple[object, ...]]:
    identity = Identity(header.srclang)
    for place, unit in enumerate(map(modern_unit, units), start=1):
        whole, _ = identity.digests(unit)
        plain = in_plain_form(unit)
        undated, exact = (_digest(pack(form)) for form in (without_dates(plain), plain))
        name = unit.tuid.encode() if unit.tuid else None
        yield place, name, identity.source(unit), whole, undated, exact, pack(unit)


def in_plain_form(unit: Unit) -> Unit:
    """Return a unit without what is no difference of its own, such as the order of properties.

    A score of 1.0000, as a spreadsheet writes it, is 1. A score's checksum only follows its texts.
    Properties of one type keep their order.
    """
    return _in_order(msgspec.structs.replace(unit, variants=tuple(map(_in_order, unit.variants))))


def _in_order(holder: _Holder) -> _Holder:
    if len(holder.annotations) + len(holder.extra) == 0:
        return holder
    told = (it for it in holder.annotations if getattr(it, "type", "") != CHECKSUM)
    annotations = sorted(map(_plain, told), key=_kind)
    return msgspec.structs.replace(
        holder, annotations=tuple(annotations), extra=tuple(sorted(holder.extra))
    )


def _kind(annotation: Annotation) -> tuple[str, str]:
    own = annotation.type if isinstance(annotation, Property) else ""
    return type(annotation).__name__, own


def _plain(annotation: Annotation) -> Annotation:
    if not isinstance(annotation, Property) or annotation.type not in SCORES:
        return annotation
    try:
        value = f"{float(annotation.value):.12g}"
    except ValueError:  # no number, so no score
        return annotation
    return msgspec.structs.replace(annotation, value=value)


def without_dates(unit: Unit) -> Unit:
    """Return a unit without the dates of making, changing and using it and its variants."""
    return msgspec.structs.replace(_undated(unit), variants=tuple(map(_undated, unit.variants)))


def _undated(holder: _Holder) -> _Holder:
    record, extra = holder.record, holder.extra
    if record != NO_RECORD:
        record = msgspec.structs.replace(record, **dict.fromkeys(_DATE_NAMES))
    if extra:  # dates in another form than the specification's
        extra = tuple(item for item in extra if item[0] not in _DATE_NAMES)
    return msgspec.structs.replace(holder, record=record, extra=extra)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


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
