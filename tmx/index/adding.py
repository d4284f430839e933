"""Puts memories into an index and takes them out.

A memory that is added again replaces what the index had of it: units that are the same as before,
with the same neighbours, stay as they are; only what is new is written, what is gone is removed.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from tmx.errors import TmxError
from tmx.index.contexts import context, digest, with_neighbours
from tmx.index.rates import tag_names
from tmx.index.signatures import Rows, remove_rows
from tmx.index.storage import Index
from tmx.index.stored import pack_header, pack_unit
from tmx.index.tokens import tokens_and_terms
from tmx.text import Repairs
from tmx.units import Header, Unit, Variant

_BATCH = 2_000  # units gathered before they are written
_ROWS = 200_000  # variants gathered before their signatures are written: some 10 MB


@dataclass(frozen=True, slots=True)
class Change:
    """What adding or removing a memory did.

    Attributes:
        added: units that are new.
        kept: units that were there before, with the same neighbours.
        removed: units that are there no longer.
    """

    added: int
    kept: int
    removed: int


def add_memory(
    index: Index,
    name: str,
    header: Header,
    units: Iterable[Unit],
    *,
    folder: str = "",
    force: bool = False,
) -> Change:
    """Add a memory, or bring it up to date.

    Args:
        index: as `tmx.index.storage.change_index` gives it.
        name: what the memory is called in the index.
        header: its header.
        units: taken one by one.
        folder: where its file is.
        force: whether it may replace a memory of the same name from another folder.

    Raises:
        TmxError: there is a memory of this name from another folder.
    """
    connection = index.connection
    known = connection.execute(
        "SELECT id, folder, round FROM memories WHERE name = ?", (name,)
    ).fetchone()
    if known is not None and known[1] != folder and not force:
        raise TmxError(
            f"{index.path}: its memory {name} comes from {known[1] or 'no folder'}; "
            "give this one another name (--name), or --force replaces that one"
        )
    number, turn = (known[0], known[2] + 1) if known is not None else (None, 0)
    number = connection.execute(
        "INSERT OR REPLACE INTO memories (id, name, folder, head, round) VALUES (?, ?, ?, ?, ?)",
        (number, name, folder, pack_header(header), turn),
    ).lastrowid
    assert number is not None  # an INSERT has a row
    adding = _Adding(connection, number, turn, header.srclang)
    repairs = Repairs()
    kept = 0
    for position, (before, unit, behind) in enumerate(with_neighbours(units), start=1):
        xml = pack_unit(unit, repairs)
        contexts = [context(item, unit, before, behind, header.srclang) for item in unit.variants]
        fingerprint = digest(repr((xml, contexts)))
        if turn and adding.keep(position, fingerprint, xml):
            kept += 1
        else:
            adding.add(position, fingerprint, xml, unit, contexts)
    adding.finish()
    repairs.report(name)
    gone = connection.execute(
        "SELECT id FROM units WHERE memory = ? AND round < ?", (number, turn)
    ).fetchall()
    _remove_units(index, [row[0] for row in gone])
    return Change(adding.added, kept, len(gone))


def remove_memory(index: Index, name: str) -> Change:
    """Remove a memory.

    Raises:
        TmxError: the index has no such memory.
    """
    connection = index.connection
    known = connection.execute("SELECT id FROM memories WHERE name = ?", (name,)).fetchone()
    if known is None:
        names = [row[0] for row in connection.execute("SELECT name FROM memories ORDER BY id")]
        held = ", ".join(names) or "no memory"
        raise TmxError(f"{index.path}: it has no memory {name}; it has {held}")
    gone = connection.execute("SELECT id FROM units WHERE memory = ?", known).fetchall()
    _remove_units(index, [row[0] for row in gone])
    connection.execute("DELETE FROM memories WHERE id = ?", known)
    connection.execute(
        "DELETE FROM languages WHERE id NOT IN (SELECT DISTINCT language FROM variants)"
    )
    return Change(0, 0, len(gone))


@dataclass(slots=True)
class _Adding:
    """The units that are being added to one memory."""

    connection: sqlite3.Connection
    memory: int
    turn: int
    source: str
    added: int = 0
    _units: list[tuple[int, int, int, int, int]] = field(default_factory=list)
    _markup: list[tuple[int, str]] = field(default_factory=list)
    _variants: list[tuple[object, ...]] = field(default_factory=list)
    _terms: list[tuple[int, str]] = field(default_factory=list)
    _rows: Rows = field(default_factory=Rows)
    _languages: dict[str, int] = field(default_factory=dict)
    _unit_numbers: count[int] = field(init=False)
    _variant_numbers: count[int] = field(init=False)

    def __post_init__(self) -> None:
        self._unit_numbers = count(self._next("units"))
        self._variant_numbers = count(self._next("variants"))
        self._languages.update(self.connection.execute("SELECT tag, id FROM languages").fetchall())

    def _next(self, table: str) -> int:
        found = self.connection.execute(f"SELECT max(id) FROM {table}").fetchone()
        return (found[0] or 0) + 1

    def keep(self, position: int, fingerprint: int, xml: str) -> bool:
        """Keep a unit that is there from before; return whether it is."""
        known = self.connection.execute(
            "SELECT units.id FROM units JOIN markup ON markup.unit = units.id"
            " WHERE memory = ? AND fingerprint = ? AND round < ? AND xml = ? LIMIT 1",
            (self.memory, fingerprint, self.turn, xml),
        ).fetchone()
        if known is None:
            return False
        self.connection.execute(
            "UPDATE units SET round = ?, position = ? WHERE id = ?",
            (self.turn, position, known[0]),
        )
        return True

    def add(
        self,
        position: int,
        fingerprint: int,
        xml: str,
        unit: Unit,
        contexts: list[tuple[str | None, str | None]],
    ) -> None:
        """Add a unit."""
        number = next(self._unit_numbers)
        self._units.append((number, self.memory, self.turn, position, fingerprint))
        self._markup.append((number, xml))
        pair = digest(repr([(item.language, item.segment) for item in unit.variants]))
        for place, (variant, around) in enumerate(zip(unit.variants, contexts, strict=True)):
            self._add_variant(number, place, variant, _changed(unit, variant), around, pair)
        self.added += 1
        if len(self._units) >= _BATCH:
            self._write()

    def _add_variant(
        self,
        unit: int,
        place: int,
        variant: Variant,
        changed: int,
        around: tuple[str | None, str | None],
        pair: int,
    ) -> None:
        number = next(self._variant_numbers)
        text = variant.segment.text
        language = self._language(variant.language)
        before, behind = (None if beside is None else digest(beside.strip()) for beside in around)
        tags = tag_names(variant.segment)
        same = digest(text.strip())  # white space at the ends does not count
        self._variants.append(
            (number, unit, place, language, changed, same, before, behind, pair, tags, text)
        )
        tokens, terms = tokens_and_terms(text)
        if tokens:
            self._rows.add(number, language, changed, tokens)
        if terms:
            self._terms.append((number, " ".join(terms)))

    def _language(self, tag: str) -> int:
        known = self._languages.get(tag)
        if known is None:
            self.connection.execute("INSERT INTO languages (tag) VALUES (?)", (tag,))
            row = self.connection.execute("SELECT id FROM languages WHERE tag = ?", (tag,))
            known = self._languages[tag] = row.fetchone()[0]
        return known

    def _write(self) -> None:
        write = self.connection.executemany
        write("INSERT INTO units VALUES (?, ?, ?, ?, ?)", self._units)
        write("INSERT INTO markup VALUES (?, ?)", self._markup)
        write("INSERT INTO variants VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._variants)
        write("INSERT INTO words (rowid, terms) VALUES (?, ?)", self._terms)
        for waiting in (self._units, self._markup, self._variants, self._terms):
            waiting.clear()
        if self._rows.count >= _ROWS:
            self._rows.write(self.connection)

    def finish(self) -> None:
        """Write what is still waiting."""
        self._write()
        self._rows.write(self.connection)


def _changed(unit: Unit, variant: Variant) -> int:
    """Return when a variant was changed last, in seconds since 1970; 0 where no one wrote it."""
    records = (unit.record, variant.record)
    dates = [
        date for record in records for date in (record.creationdate, record.changedate) if date
    ]
    return int(max(dates).timestamp()) if dates else 0


def _remove_units(index: Index, numbers: list[int]) -> None:
    connection = index.connection
    for start in range(0, len(numbers), _BATCH):
        some = numbers[start : start + _BATCH]
        listed = f"({','.join(map(str, some))})"
        rows: dict[tuple[int, int], list[int]] = defaultdict(list)
        terms: list[tuple[int, str]] = []
        for variant, language, text in connection.execute(
            f"SELECT id, language, text FROM variants WHERE unit IN {listed}"
        ):
            tokens, found = tokens_and_terms(text)
            if tokens:
                rows[language, len(tokens)].append(variant)
            if found:
                terms.append((variant, " ".join(found)))
        remove_rows(index, rows)
        connection.executemany(
            "INSERT INTO words (words, rowid, terms) VALUES ('delete', ?, ?)", terms
        )
        for table, column in (("variants", "unit"), ("markup", "unit"), ("units", "id")):
            connection.execute(f"DELETE FROM {table} WHERE {column} IN {listed}")
