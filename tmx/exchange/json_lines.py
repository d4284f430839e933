"""JSON lines: the model itself, one line for the header and one for each unit.

The first line is {"format": "duiqi-units", "version": 1, "header": {...}}. Every name is that of
the noun's field in `tmx.units`, and a field at its default is left out; docs/formats.md has the
schema. Nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO

import msgspec

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.losses import Losses
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

FORMAT = "duiqi-units"
VERSION = 1

LONGEST_LINE = 64 * 2**20
"""The longest line that is read, in bytes."""

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


class _Head(msgspec.Struct):
    format: str
    version: int
    header: msgspec.Raw


_encode = msgspec.json.Encoder().encode
_decode_unit = msgspec.json.Decoder(_Unit).decode


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


def write_json_lines(
    stream: BinaryIO,
    header: Header,
    units: Iterable[Unit],
    choices: Choices = NO_CHOICES,
    losses: Losses | None = None,
) -> int:
    """Write a memory as JSON lines; the memory used does not grow with the units' number.

    Args:
        stream: takes the bytes; it is not closed.
        header: what holds for the whole memory.
        units: taken one by one.
        choices: of no matter here.
        losses: nothing is lost.

    Returns:
        How many units were written.

    Raises:
        TmxError: a text holds half of a surrogate pair, which UTF-8 lacks.
    """
    values = {name: getattr(header, name) for name in _Header.__struct_fields__}
    values["annotations"] = _annotations_out(header.annotations)
    head = {"format": FORMAT, "version": VERSION, "header": _Header(**values)}
    stream.write(_encode(head) + b"\n")
    count = 0
    for unit in units:
        count += 1
        try:
            stream.write(encode_unit(unit))
        except UnicodeEncodeError as error:
            raise TmxError(
                f"unit number {count}: half of a surrogate pair, which JSON can't carry"
            ) from error
    return count


def read_json_lines(
    stream: BinaryIO, name: str, choices: Choices = NO_CHOICES
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory that `write_json_lines` wrote, or another program in its manner.

    Args:
        stream: the file's bytes; it is not closed.
        name: the file's name, for messages.
        choices: of no matter here.

    Returns:
        The header, and the units as they are asked for.

    Raises:
        TmxError: it is no such file, or a line is damaged: at once or while the units are read.
    """
    line = stream.readline(LONGEST_LINE)
    try:
        head = msgspec.json.decode(line, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise TmxError(
            f'{name}, line 1: no JSON lines of units; they begin with {{"format":"{FORMAT}",...}}'
        ) from error
    if head.format != FORMAT or head.version != VERSION:
        raise TmxError(
            f"{name}: format {head.format!r}, version {head.version}; "
            f"this duiqi reads {FORMAT!r}, version {VERSION}"
        )
    try:
        read = msgspec.json.decode(head.header, type=_Header)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise TmxError(f"{name}, line 1: {error}") from error
    values = {field: getattr(read, field) for field in _Header.__struct_fields__}
    values["annotations"] = _annotations_in(read.annotations)
    return Header(**values), _units(stream, name)


def _units(stream: BinaryIO, name: str) -> Iterator[Unit]:
    number = 1
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if not line.strip():
            continue
        try:
            yield decode_unit(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            cut = "" if line.endswith(b"\n") else "; the file may be cut off there"
            raise TmxError(f"{name}, line {number}: {error}{cut}") from error


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
        _annotations_out(variant.annotations),
        _record_out(variant.record),
        variant.extra,
    )


def _variant_in(variant: _Variant) -> Variant:
    segment = variant.segment
    return Variant(
        variant.language,
        Segment.of(segment) if isinstance(segment, str) else Segment(_content_in(segment)),
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
    if record is NO_RECORD:
        return None
    return _Record(**{name: getattr(record, name) for name in _Record.__struct_fields__})


def _record_in(record: _Record | None) -> Record:
    if record is None:
        return NO_RECORD
    return Record(**{name: getattr(record, name) for name in _Record.__struct_fields__})
