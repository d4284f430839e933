"""Packed files on the way in and out, as streams."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from tmx.reading.unpacking import Source

_BUFFER = 1 << 16


@contextmanager
def packed(stream: BinaryIO, path: Path) -> Iterator[BinaryIO]:
    """Give a stream that packs with gzip where a file's name ends in .gz, else the stream itself.

    The same bytes are packed into the same bytes: no date and no name is written.

    Args:
        stream: takes the packed bytes; it is not closed.
        path: the file's name.
    """
    if path.suffix.lower() != ".gz":
        yield stream
        return
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as packing:
        yield cast(BinaryIO, packing)


def as_stream(source: Source) -> BinaryIO:
    """Return the unpacked bytes of a file as a buffered stream, which can be looked into."""
    return cast(BinaryIO, io.BufferedReader(_Bytes(source), _BUFFER))


class _Bytes(io.RawIOBase):
    """The unpacked bytes of a file."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Read the next bytes."""
        data = self._source.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
