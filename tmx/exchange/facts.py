"""What is known of a unit or a variant beside its words, as pairs of a key and a value.

Formats that have no elements of TMX's kind (tables, contexts of XLIFF, comments of PO) carry these
pairs. A key is

    tuid, srclang, segtype       what a unit is called, its source language, what it holds
    creationdate, changeid, ...  an administrative attribute, under its name in TMX
    note                         a note
    x-score                      the property of that type
    prop:Project                 the property of a type that does not begin with "x-"

No two facts of a unit share a key unless they are notes or properties of one type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, TypeAlias

from tmx.dates import format_date, parse_date
from tmx.exchange.losses import Losses
from tmx.older import modern_annotations, modern_variant
from tmx.units import (
    NO_RECORD,
    Annotation,
    Element,
    Extra,
    Note,
    Property,
    Record,
    Segment,
    Unit,
    Variant,
)

Fact: TypeAlias = tuple[str, str]
"""A key and a value."""

NOTE = "note"
_PROPERTY = "prop:"
_OWN_TYPE = "x-"

_NAMES_IN_TMX = {"encoding": "o-encoding", "memory_format": "o-tmf"}
_RECORD = {_NAMES_IN_TMX.get(item.name, item.name): item.name for item in fields(Record)}
_DATES = frozenset({"creationdate", "changedate", "lastusagedate"})
_UNIT = ("tuid", "srclang", "segtype")

FIELDS = frozenset({*_UNIT, *_RECORD})
"""The keys that stand for attributes of TMX; each is there at most once."""


def is_key(text: str) -> bool:
    """Tell whether a text is a key."""
    return text in FIELDS or text == NOTE or text.startswith((_OWN_TYPE, _PROPERTY))


def property_key(property_type: str) -> str:
    """Return the key of the properties of a type."""
    own = property_type.startswith(_OWN_TYPE)
    return property_type if own else _PROPERTY + property_type


def facts_of(item: Unit | Variant, losses: Losses, notes: list[Note] | None = None) -> list[Fact]:
    """Return what is known of a unit or a variant; its variants' facts are their own.

    Args:
        item: the unit or the variant.
        losses: told of what no pair of a key and a value can hold.
        notes: takes the notes, for a format that has a place for them and their languages; when
            left out they are among the facts.
    """
    facts: list[Fact] = []
    if isinstance(item, Variant):
        item = modern_variant(item)
        losses.add("attribute beyond TMX", "attributes beyond TMX", len(item.segment.extra))
    else:
        facts += [(key, value) for key in _UNIT if (value := getattr(item, key)) is not None]
    if item.record != NO_RECORD:
        facts += _record_facts(item.record)
    if item.extra:
        taken = {key for key, _ in facts}
        for name, value in item.extra:
            if name in FIELDS and name not in taken:  # one that TMX could not read: a date, a count
                facts.append((name, value))
            else:
                losses.add("attribute beyond TMX", "attributes beyond TMX")
    for annotation in modern_annotations(item.annotations):
        if isinstance(annotation, Element):
            losses.add("element beyond TMX", "elements beyond TMX")
            continue
        is_apart = notes is not None and isinstance(annotation, Note)
        if annotation.language is not None and not is_apart:
            losses.add("language of a note or property", "languages of notes and properties")
        if annotation.encoding is not None or annotation.extra:
            losses.add("attribute of a note or property", "attributes of notes and properties")
        if isinstance(annotation, Note):
            if notes is None:
                facts.append((NOTE, annotation.text))
            else:
                notes.append(annotation)
        else:
            facts.append((property_key(annotation.type), annotation.value))
    return facts


def _record_facts(record: Record) -> Iterator[Fact]:
    for key, name in _RECORD.items():
        value: Any = getattr(record, name)
        if isinstance(value, datetime):
            yield key, format_date(value)
        elif value is not None:
            yield key, str(value)


@dataclass(slots=True)
class Gathered:
    """Facts on their way back into a unit or a variant.

    Attributes:
        annotations: notes and properties.
        values: the attributes of TMX by their names.
    """

    annotations: list[Annotation]
    values: dict[str, str]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Gathered:
        """Sort facts; a second value of an attribute becomes a property."""
        gathered = cls([], {})
        for key, value in facts:
            gathered.add(key, value)
        return gathered

    def add(self, key: str, value: str) -> None:
        """Take one more fact; a key that is none becomes a property of one's own type."""
        if key in FIELDS and key not in self.values:
            self.values[key] = value
        elif key == NOTE:
            self.annotations.append(Note(value))
        elif key.startswith(_PROPERTY):
            self.annotations.append(Property(key.removeprefix(_PROPERTY), value))
        elif key.startswith(_OWN_TYPE):
            self.annotations.append(Property(key, value))
        else:
            self.annotations.append(Property(_OWN_TYPE + "-".join(key.split()), value))

    def unit(self, variants: Iterable[Variant]) -> Unit:
        """Make a unit."""
        if not self.values:
            return Unit(tuple(variants), annotations=tuple(self.annotations))
        named = {key: self.values.pop(key, None) for key in _UNIT}
        record, extra = self._record()
        annotations = tuple(self.annotations)
        return Unit(tuple(variants), annotations=annotations, record=record, extra=extra, **named)

    def variant(self, language: str, segment: Segment) -> Variant:
        """Make a variant."""
        record, extra = self._record()
        return Variant(language, segment, tuple(self.annotations), record, extra)

    def _record(self) -> tuple[Record, Extra]:
        if not self.values:
            return NO_RECORD, ()
        known: dict[str, Any] = {}
        extra: list[tuple[str, str]] = []
        for key, text in self.values.items():
            value = _value(key, text)
            if value is None:
                extra.append((key, text))
            else:
                known[_RECORD[key]] = value
        return Record(**known) if known else NO_RECORD, tuple(extra)


def _value(key: str, text: str) -> str | int | datetime | None:
    """Return the value of a record's attribute, or None where TMX could not read it."""
    if key in _DATES:
        return parse_date(text)
    if key == "usagecount":
        whole = text.isascii() and text.isdigit() and len(text) <= 18
        return int(text) if whole and str(int(text)) == text else None
    return text if key in _RECORD else None
