"""Gives back what an index holds: its memories and their units, as they were added."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, cast

from tmx.errors import TmxError
from tmx.index.storage import Index, damaged
from tmx.markup import Markup
from tmx.reading import read_tmx
from tmx.text import Repairs
from tmx.units import Header, Unit
from tmx.writer import write_tmx

_OPENING = b'<tmx version="1.4"><header/><body>'
_CLOSING = b"</body></tmx>"
_FETCHED = 500  # units read at a time


@dataclass(frozen=True, slots=True)
class StoredMemory:
    """A memory that an index holds.

    Attributes:
        number: the index's own number for it.
        name: what it is called, its file's name if nothing else was said.
        folder: where its file was, or "".
        header: its header.
        units: how many units it has.
    """

    number: int
    name: str
    folder: str
    header: Header
    units: int


@dataclass(frozen=True, slots=True)
class StoredUnit:
    """A unit and where it comes from.

    Attributes:
        unit: the unit.
        memory: the name of its memory.
        position: its place there, from 1.
    """

    unit: Unit
    memory: str
    position: int


def pack_header(header: Header) -> bytes:
    """Return a header as it is kept: as a memory without units."""
    stream = io.BytesIO()
    write_tmx(stream, header, (), exact=True)
    return stream.getvalue()


def pack_unit(unit: Unit, repairs: Repairs) -> str:
    """Return a unit as it is kept: as its XML.

    Args:
        unit: the unit.
        repairs: counts the characters that XML can't carry.
    """
    return Markup(repairs).unit(unit, None)


def memories(index: Index) -> list[StoredMemory]:
    """Return the memories that an index holds, in the order that they were added in."""
    rows = index.connection.execute(
        "SELECT id, name, folder, head, (SELECT count(*) FROM units WHERE memory = memories.id)"
        " FROM memories ORDER BY id"
    ).fetchall()
    return [
        StoredMemory(number, name, folder, read_tmx(io.BytesIO(head), name)[0], count)
        for number, name, folder, head, count in rows
    ]


def stored_unit(index: Index, number: int) -> StoredUnit:
    """Return the unit of a number.

    Raises:
        TmxError: it is not there, or damaged.
    """
    row = index.connection.execute(
        "SELECT xml, name, position FROM units JOIN markup ON markup.unit = units.id"
        " JOIN memories ON memories.id = units.memory WHERE units.id = ?",
        (number,),
    ).fetchone()
    unit = next(_parsed(index, [row[0]]), None) if row else None
    if unit is None:
        raise damaged(index)
    return StoredUnit(unit, row[1], row[2])


def all_units(index: Index, names: Iterable[str] = ()) -> tuple[Header, Iterator[Unit]]:
    """Give the units of memories, all with one header.

    Those of one memory are given just as they were added. Where several differ in what their
    headers say of all units (srclang, segtype), units that say nothing themselves get it.

    Args:
        index: the index; where others may change it, take all units inside
            `tmx.index.storage.one_state`.
        names: the memories, in this order; without any: all of them.

    Returns:
        The header of the first memory, and the units.

    Raises:
        TmxError: there is no such memory, or none at all.
    """
    known = {memory.name: memory for memory in memories(index)}
    wanted = list(names) or list(known)
    missing = [name for name in wanted if name not in known]
    if missing or not wanted:
        held = ", ".join(known) or "no memory"
        raise TmxError(f"{index.path}: it has no {', '.join(missing) or 'memory'}; it has {held}")
    chosen = [known[name] for name in dict.fromkeys(wanted)]
    return chosen[0].header, _units_of(index, chosen)


def _units_of(index: Index, chosen: list[StoredMemory]) -> Iterator[Unit]:
    common = chosen[0].header
    for memory in chosen:
        header = memory.header
        differs = (header.srclang, header.segtype) != (common.srclang, common.segtype)
        for unit in _parsed(index, _markup_of(index, memory.number)):
            yield _telling(unit, header) if differs else unit


def _markup_of(index: Index, memory: int) -> Iterator[str]:
    """Give the XML of a memory's units in their order; only numbers are sorted, not the XML."""
    connection = index.connection
    ordered = connection.execute(
        "SELECT id FROM units WHERE memory = ? ORDER BY position", (memory,)
    )
    while some := [row[0] for row in ordered.fetchmany(_FETCHED)]:
        listed = ",".join(map(str, some))
        found = dict(
            connection.execute(f"SELECT unit, xml FROM markup WHERE unit IN ({listed})").fetchall()
        )
        if len(found) < len(some):
            raise damaged(index)
        yield from (found[number] for number in some)


def _telling(unit: Unit, header: Header) -> Unit:
    return replace(
        unit,
        srclang=header.srclang if unit.srclang is None else unit.srclang,
        segtype=header.segtype if unit.segtype is None else unit.segtype,
    )


def _parsed(index: Index, markup: Iterable[str]) -> Iterator[Unit]:
    """Read units that are kept as their XML."""
    stream = cast(BinaryIO, io.BufferedReader(_Joined(markup)))
    try:
        _, units = read_tmx(stream, str(index.path))
        yield from units
    except TmxError as error:
        raise damaged(index) from error


class _Joined(io.RawIOBase):
    """A stream of the XML of units, as of a whole memory."""

    def __init__(self, markup: Iterable[str]) -> None:
        self._pieces = self._encoded(markup)
        self._left = memoryview(b"")

    @staticmethod
    def _encoded(markup: Iterable[str]) -> Iterator[bytes]:
        yield _OPENING
        for piece in markup:
            yield piece.encode()
        yield _CLOSING

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer with what comes next, and return how many bytes that are."""
        filled = 0
        space = memoryview(buffer).cast("B")
        while filled < len(space):
            if not self._left:
                self._left = memoryview(next(self._pieces, b""))
                if not self._left:
                    break
            taken = min(len(space) - filled, len(self._left))
            space[filled : filled + taken] = self._left[:taken]
            self._left = self._left[taken:]
            filled += taken
        return filled
