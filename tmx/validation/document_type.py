"""Holds a file against the document type of TMX 1.4b."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, BinaryIO, cast

from lxml import etree

from tmx.errors import TmxError


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a file breaks the document type.

    Attributes:
        line: the line, the first 1.
        message: what is wrong there.
    """

    line: int
    message: str


def validate(source: Path | BinaryIO) -> tuple[Finding, ...]:
    """Return where a file breaks the document type of TMX 1.4b, in the order of lines.

    Nothing but the source is read: no network, no entity, no document type that it names. The
    whole file is held in memory.

    Args:
        source: a path, or a file open for reading bytes.

    Raises:
        TmxError: a path that can't be read.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        if isinstance(source, Path):
            with source.open("rb") as stream:
                tree = etree.parse(stream, parser)
        else:
            tree = etree.parse(source, parser)
    except OSError as error:
        raise TmxError(f"{source}: {error.strerror or error}; name a file that exists") from error
    except etree.XMLSyntaxError as error:
        message = (error.msg or "it is empty").partition(", line ")[0]
        return (Finding(error.lineno or 1, f"the XML is damaged: {message}"),)
    dtd = _document_type()
    if dtd.validate(tree):
        return ()
    # lxml-stubs don't say that an error log is a sequence of entries.
    entries = cast(Iterable[Any], dtd.error_log)
    return tuple(Finding(entry.line, entry.message) for entry in entries)


@cache
def _document_type() -> etree.DTD:
    with resources.files("tmx.validation").joinpath("tmx14.dtd").open("rb") as stream:
        return etree.DTD(stream)
