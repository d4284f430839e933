"""Makes one unit with several target languages of units that have the same source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from tmx.operations.identity import Identity
from tmx.operations.packing import pack, unpack
from tmx.operations.sides import plain_tag, source_of, targets_of
from tmx.operations.store import Store
from tmx.units import NO_RECORD, Property, Unit, Variant

JOINED_NAME = "x-tuid"
"""The type of the property that keeps the name of a unit that was joined to another."""

_LAYOUT = """
    CREATE TABLE unit (place INTEGER PRIMARY KEY, source BLOB, languages TEXT, data BLOB);
    CREATE TABLE plan (place INTEGER PRIMARY KEY, lead INTEGER);
"""


def join(units: Iterable[Unit], srclang: str) -> Iterator[Unit]:
    """Join units that have the same source and no target language in common.

    The first stays as it is and gets the targets of the others. What a joined unit said as a
    whole (notes, properties, dates, its name as "x-tuid") is said by its targets from then on.
    Where a source has several targets in one language, the second of each language are joined,
    and so on. Units that could not keep all they say are not joined: those whose source says more
    than its words (a note, a date), and those where both unit and target bear dates or the like.

    Args:
        units: taken one by one, and kept on disk until all are there.
        srclang: the source language of their memory.

    Raises:
        TmxError: the disk for temporary files is full.
    """
    identity = Identity(srclang)
    with Store(_LAYOUT) as store:
        store.put(
            "INSERT INTO unit VALUES (?, ?, ?, ?)",
            (
                (place, _key(identity, unit, srclang), _languages(unit, srclang), pack(unit))
                for place, unit in enumerate(units, start=1)
            ),
        )
        store.put("INSERT INTO plan VALUES (?, ?)", _plan(store))
        rows = store.rows(
            "SELECT lead, data FROM plan JOIN unit USING (place) ORDER BY lead, place"
        )
        for _, group in groupby(rows, key=lambda row: row[0]):
            first, *others = (unpack(data) for _, data in group)
            for other in others:
                first = _joined(first, other, srclang)
            yield first


def _key(identity: Identity, unit: Unit, srclang: str) -> bytes | None:
    """Return what units that may be joined have in common, or None where one stays alone."""
    source, key = source_of(unit, srclang), identity.source(unit)
    if source is None or key is None or not _is_bare(source):
        return None
    targets = targets_of(unit, srclang)
    said_twice = unit.record != NO_RECORD or unit.extra
    if not targets or (
        said_twice and any(item.record != NO_RECORD or item.extra for item in targets)
    ):
        return None
    return key + (unit.segtype or "").encode()


def _is_bare(variant: Variant) -> bool:
    return variant.record == NO_RECORD and not variant.annotations and not variant.extra


def _languages(unit: Unit, srclang: str) -> str:
    targets = targets_of(unit, srclang)
    return " ".join(sorted({plain_tag(item.language) for item in targets}))


def _plan(store: Store) -> Iterator[tuple[int, int]]:
    """Give the place of each unit with that of the one that it is joined to: perhaps itself.

    The units of one source fill rows of a table with a column for each language: each goes into
    the first row where all its columns, and those in the rows below, are free.
    """
    rows = store.rows("SELECT source, place, languages FROM unit ORDER BY source, place")
    for source, group in groupby(rows, key=lambda row: row[0]):
        filled: Counter[str] = Counter()
        leads: list[int] = []
        for _, place, languages in group:
            tags = languages.split()
            if source is None:
                yield place, place
                continue
            row = max(filled[tag] for tag in tags)
            filled.update({tag: row + 1 - filled[tag] for tag in tags})
            if row == len(leads):
                leads.append(place)
            yield place, leads[row]


def _joined(first: Unit, other: Unit, srclang: str) -> Unit:
    moved = tuple(_told_by(other, variant) for variant in targets_of(other, srclang))
    return replace(first, variants=first.variants + moved)


def _told_by(unit: Unit, variant: Variant) -> Variant:
    """Return a target that says what its unit said."""
    name = () if unit.tuid is None else (Property(JOINED_NAME, unit.tuid),)
    return replace(
        variant,
        annotations=name + unit.annotations + variant.annotations,
        record=unit.record if variant.record == NO_RECORD else variant.record,
        extra=unit.extra or variant.extra,
    )
