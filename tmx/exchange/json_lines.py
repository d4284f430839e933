"""JSON lines: the model itself, one line for the header and one for each unit.

The first line is {"format": "duiqi-units", "version": 1, "header": {...}}. Every name is that of
the noun's field in `tmx.units`, and a field at its default may be left out; docs/formats.md has the
schema. Nothing is lost.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.json_nouns import decode_header, decode_unit, encode_header, encode_unit
from tmx.exchange.losses import Losses
from tmx.exchange.place import Place
from tmx.units import Header, Unit

FORMAT = "duiqi-units"
VERSION = 1

LONGEST_LINE = 64 * 2**20
"""The longest line that is read, in bytes."""


class _Head(msgspec.Struct):
    format: str
    version: int
    header: msgspec.Raw


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
    head = {"format": FORMAT, "version": VERSION, "header": msgspec.Raw(encode_header(header))}
    stream.write(msgspec.json.encode(head) + b"\n")
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
    stream: BinaryIO, name: str, choices: Choices = NO_CHOICES, place: Place | None = None
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory that `write_json_lines` wrote, or another program in its manner.

    Args:
        stream: the file's bytes; it is not closed.
        name: the file's name, for messages.
        choices: of no matter here.
        place: told of the line of each unit.

    Returns:
        The header, and the units as they are asked for.

    Raises:
        TmxError: it is no such file, or a line is damaged: at once or while the units are read.
    """
    line = stream.readline(LONGEST_LINE).removeprefix(codecs.BOM_UTF8)
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
        header = decode_header(head.header)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise TmxError(f"{name}, line 1: {error}") from error
    return header, _units(stream, name, place or Place())


def _units(stream: BinaryIO, name: str, place: Place) -> Iterator[Unit]:
    number = 1
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if not line.strip():
            continue
        try:
            unit = decode_unit(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            cut = "" if line.endswith(b"\n") else "; the file may be cut off there"
            raise TmxError(f"{name}, line {number}: {error}{cut}") from error
        place.line = number
        yield unit
