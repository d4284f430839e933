"""The lines of JSON lines: the nouns of `tmx.units` as JSON objects, and back.

Names are those of the nouns' fields, and a field at its default may be left out. Notes, properties
and elements are told apart by "kind". A segment is a string where it is plain text, and otherwise
an array of strings and tags.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from tmx.units import (
    NO_RECORD,
    Annotation,
    Element,
    Header,
    Note,
    Property,
    Record,
    Segment,
    Tag,
    Unit,
    Variant,
)

_Pairs = tuple[tuple[str, str], ...]


class _Struct(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True):
    pass


class _Tag(_Struct):
    name: str
    content: tuple[str | _Tag, ...] = ()
    i: str | None = None
    x: str | None = None
    type: str | None = None
    pos: str | None = None
    assoc: str | None = None
    datatype: str | None = None
    extra: _Pairs = ()


class _Note(_Struct, tag_field="kind", tag="note"):
    text: str
    language: str | None = None
    encoding: str | None = None
    extra: _Pairs = ()


class _Property(_Struct, tag_field="kind", tag="property"):
    type: str
    value: str
    language: str | None = None
    encoding: str | None = None
    extra: _Pairs = ()


class _Element(_Struct, tag_field="kind", tag="element"):
    name: str
    attributes: _Pairs = ()
    content: tuple[str | _Element, ...] = ()


class _Record(_Struct):
    creationdate: datetime | None = None
    creationid: str | None = None
    changedate: datetime | None = None
    changeid: str | None = None
    creationtool: str | None = None
    creationtoolversion: str | None = None
    lastusagedate: datetime | None = None
    usagecount: int | None = None
    datatype: str | None = None
    encoding: str | None = None
    memory_format: str | None = None


_Annotations = tuple[_Note | _Property | _Element, ...]


class _Variant(_Struct):
    language: str
    segment: str | tuple[str | _Tag, ...]
    segment_extra: _Pairs = ()
    annotations: _Annotations = ()
    record: _Record | None = None
    extra: _Pairs = ()


class _Unit(_Struct):
    variants: tuple[_Variant, ...]
    tuid: str | None = None
    annotations: _Annotations = ()
    srclang: str | None = None
    segtype: str | None = None
    record: _Record | None = None
    extra: _Pairs = ()


class _Header(_Struct):
    srclang: str
    creationtool: str
    creationtoolversion: str
    segtype: str = "sentence"
    memory_format: str = "tmx"
    adminlang: str = "en"
    datatype: str = "plaintext"
    encoding: str | None = None
    creationdate: datetime | None = None
    creationid: str | None = None
    changedate: datetime | None = None
    changeid: str | None = None
    annotations: _Annotations = ()
    version: str = "1.4"
    extra: _Pairs = ()


_encode = msgspec.json.Encoder().encode
_decode_unit = msgspec.json.Decoder(_Unit).decode
_decode_header = msgspec.json.Decoder(_Header).decode


def encode_unit(unit: Unit) -> bytes:
    """Return a unit as one line of JSON, with the line break."""
    return (
        _encode(
            _Unit(
                tuple(map(_variant_out, unit.variants)),
                unit.tuid,
                _annotations_out(unit.annotations),
                unit.srclang,
                unit.segtype,
                _record_out(unit.record),
                unit.extra,
            )
        )
        + b"\n"
    )


def decode_unit(line: bytes) -> Unit:
    """Return the unit of a line.

    Raises:
        msgspec.DecodeError: it is no JSON, or no unit.
    """
    unit = _decode_unit(line)
    return Unit(
        tuple(map(_variant_in, unit.variants)),
        unit.tuid,
        _annotations_in(unit.annotations),
        unit.srclang,
        unit.segtype,
        _record_in(unit.record),
        unit.extra,
    )


def encode_header(header: Header) -> bytes:
    """Return a header as a JSON object."""
    values = {name: getattr(header, name) for name in _Header.__struct_fields__}
    values["annotations"] = _annotations_out(header.annotations)
    return _encode(_Header(**values))


def decode_header(data: bytes | msgspec.Raw) -> Header:
    """Return the header of a JSON object.

    Raises:
        msgspec.DecodeError: it is no header.
    """
    read = _decode_header(data)
    values = {field: getattr(read, field) for field in _Header.__struct_fields__}
    values["annotations"] = _annotations_in(read.annotations)
    return Header(**values)


def _variant_out(variant: Variant) -> _Variant:
    content = variant.segment.content
    segment: Any = ""
    if len(content) == 1 and isinstance(content[0], str):
        segment = content[0]
    elif content:
        segment = _content_out(content)
    return _Variant(
        variant.language,
        segment,
        variant.segment.extra,
        _annotations_out(variant.annotations),
        _record_out(variant.record),
        variant.extra,
    )


def _variant_in(variant: _Variant) -> Variant:
    segment = variant.segment
    plain = (segment,) if segment and isinstance(segment, str) else ()
    content = plain if isinstance(segment, str) else _content_in(segment)
    return Variant(
        variant.language,
        Segment(content, variant.segment_extra),
        _annotations_in(variant.annotations),
        _record_in(variant.record),
        variant.extra,
    )


_TAG_FIELDS = ("i", "x", "type", "pos", "assoc", "datatype", "extra")


def _content_out(content: tuple[str | Tag, ...]) -> tuple[str | _Tag, ...]:
    return tuple(
        part
        if isinstance(part, str)
        else _Tag(
            part.name,
            _content_out(part.content),
            **{field: getattr(part, field) for field in _TAG_FIELDS},
        )
        for part in content
    )


def _content_in(content: tuple[str | _Tag, ...]) -> tuple[str | Tag, ...]:
    return tuple(
        part
        if isinstance(part, str)
        else Tag(
            part.name,
            _content_in(part.content),
            **{field: getattr(part, field) for field in _TAG_FIELDS},
        )
        for part in content
    )


def _annotations_out(annotations: tuple[Annotation, ...]) -> _Annotations:
    return tuple(map(_annotation_out, annotations)) if annotations else ()


def _annotation_out(item: Annotation) -> _Note | _Property | _Element:
    if isinstance(item, Note):
        return _Note(item.text, item.language, item.encoding, item.extra)
    if isinstance(item, Property):
        return _Property(item.type, item.value, item.language, item.encoding, item.extra)
    return _element_out(item)


def _element_out(item: Element) -> _Element:
    content = tuple(part if isinstance(part, str) else _element_out(part) for part in item.content)
    return _Element(item.name, item.attributes, content)


def _annotations_in(annotations: _Annotations) -> tuple[Annotation, ...]:
    return tuple(map(_annotation_in, annotations)) if annotations else ()


def _annotation_in(item: _Note | _Property | _Element) -> Annotation:
    if isinstance(item, _Note):
        return Note(item.text, item.language, item.encoding, item.extra)
    if isinstance(item, _Property):
        return Property(item.type, item.value, item.language, item.encoding, item.extra)
    return _element_in(item)


def _element_in(item: _Element) -> Element:
    content = tuple(part if isinstance(part, str) else _element_in(part) for part in item.content)
    return Element(item.name, item.attributes, content)


def _record_out(record: Record) -> _Record | None:
    if record == NO_RECORD:
        return None
    return _Record(**{name: getattr(record, name) for name in _Record.__struct_fields__})


def _record_in(record: _Record | None) -> Record:
    if record is None:
        return NO_RECORD
    return Record(**{name: getattr(record, name) for name in _Record.__struct_fields__})
