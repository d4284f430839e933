"""Opens the file of a memory and gives its header and a stream of its units."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tmx.errors import TmxError
from tmx.reading.options import DEFAULTS, ReadingOptions
from tmx.reading.parsing import read_tmx
from tmx.units import Header, Unit

Progress = Callable[[int, int | None], None]
"""Told how many bytes of a file are read and, where it is known, how many there are."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A memory that is being read.

    Attributes:
        name: the file's name, for messages.
        header: what holds for it as a whole.
        units: its units; they can be gone through once.
    """

    name: str
    header: Header
    units: Iterator[Unit]


@contextmanager
def open_memory(
    path: Path, *, options: ReadingOptions = DEFAULTS, progress: Progress | None = None
) -> Iterator[Memory]:
    """Open a TMX file; it is closed when the block ends.

    Args:
        path: the file.
        options: what is done about damage, characters and size.
        progress: told how far the file is read.

    Raises:
        TmxError: it can't be read, is no TMX, or is damaged: at once or while the units are read.
    """
    try:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            header, units = read_tmx(stream, str(path))
            yield Memory(str(path), header, _told(units, stream, size, progress))
    except OSError as error:
        raise TmxError(
            f"{path}: {error.strerror or error}; name a file that can be read"
        ) from error


def _told(
    units: Iterator[Unit], stream: BinaryIO, size: int, progress: Progress | None
) -> Iterator[Unit]:
    """Give the units, and tell how far the file is read after every thousand."""
    for count, unit in enumerate(units):
        if progress is not None and count % 1000 == 0:
            progress(stream.tell(), size or None)
        yield unit
