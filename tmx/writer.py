"""Writes TMX, unit by unit: the memory used does not grow with their number."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

from tmx.dates import stamp
from tmx.markup import Markup
from tmx.older import modern_annotations, modern_unit
from tmx.rules import SafeIntersection, name_of
from tmx.text import Repairs
from tmx.units import Header, Unit

_LOG = logging.getLogger(__name__)
_CHUNK = 1 << 16  # characters gathered before they are encoded and written


def write_tmx(
    stream: BinaryIO, header: Header, units: Iterable[Unit], *, exact: bool = False
) -> int:
    """Write a memory.

    By default it keeps to the safe intersection (`tmx.rules` says what is mended and what is
    refused), and the header and every unit bear creationdate and changedate: those that they
    have, or the date of `tmx.dates.stamp`. The same units give the same bytes.

    Args:
        stream: takes the bytes; it is not closed.
        header: what holds for the whole memory.
        units: taken one by one.
        exact: write everything as it is, whatever a tool makes of it (empty segments, vendor's
            attributes, dates that are missing): for passing a memory on without any change.

    Returns:
        How many units were written.

    Raises:
        TmxError: a unit or the header breaks a rule (the message names it), or
            SOURCE_DATE_EPOCH is no number.
    """
    repairs = Repairs()
    markup = Markup(repairs, header.version)
    date: datetime | None = None
    if not exact:
        header = replace(header, annotations=modern_annotations(header.annotations))
        rules = SafeIntersection(header, repairs)
        header, date = rules.header, stamp()
    chunk = [_opening(header, markup), markup.header(header, date), "<body>\n"]
    length = count = 0
    for unit in units:
        count += 1
        mended = repairs.count
        written = markup.unit(unit if exact else rules.conform(modern_unit(unit), count), date)
        if repairs.count > mended:
            _LOG.warning(
                "%s: characters that XML can't carry, left out or replaced: %d",
                name_of(unit, count),
                repairs.count - mended,
            )
        chunk.append(written)
        length += len(written)
        if length > _CHUNK:
            stream.write("".join(chunk).encode())
            chunk.clear()
            length = 0
    chunk.append("</body>\n</tmx>\n")
    stream.write("".join(chunk).encode())
    return count


def _opening(header: Header, markup: Markup) -> str:
    version = header.version[:3] if header.version[:3] in ("1.1", "1.2", "1.3") else "1.4"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<!DOCTYPE tmx SYSTEM "tmx{version.replace(".", "")}.dtd">\n'
        f"<tmx{markup.attributes(('version', header.version))}>\n"
    )
