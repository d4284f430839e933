"""Holds a file against the document type of TMX 1.4b."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from tmx.reading.unpacking import unpacked
from tmx.validation.checking import Validation
from tmx.validation.findings import Finding, Kind


def validate(source: Path | BinaryIO) -> tuple[Finding, ...]:
    """Return where a file is no XML or breaks the document type of TMX 1.4b, in its order.

    Nothing but the source is read: no network, no entity, no document type that it names. Only
    what is returned is held in memory.

    Args:
        source: a path, also of a packed file, or a file open for reading bytes.

    Raises:
        TmxError: a path that can't be read.
    """
    if not isinstance(source, Path):
        return _of_the_type(Validation(source.read))
    with unpacked(source) as opened:
        return _of_the_type(Validation(opened.read))


def _of_the_type(validation: Validation) -> tuple[Finding, ...]:
    return tuple(found for found in validation if found.rule.kind in (Kind.XML, Kind.DTD))
