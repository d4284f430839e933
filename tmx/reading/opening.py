"""Opens the file of a memory and gives its header and a stream of its units."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tmx.reading.options import DEFAULTS, ReadingOptions
from tmx.reading.parsing import Reader
from tmx.reading.report import ReadingReport
from tmx.reading.unpacking import Source, unpacked
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
        report: what reading has met with so far: damage skipped, characters mended.
        line: returns the line of the file in which the unit that was given last begins.
    """

    name: str
    header: Header
    units: Iterator[Unit]
    report: ReadingReport = field(default_factory=ReadingReport)
    line: Callable[[], int] = lambda: 1


@contextmanager
def open_memory(
    path: Path, *, options: ReadingOptions = DEFAULTS, progress: Progress | None = None
) -> Iterator[Memory]:
    """Open a TMX file, plain, as gzip, or in a zip; it is closed when the block ends.

    What was mended and skipped is logged when the units have been read.

    Args:
        path: the file, or "-" for standard input.
        options: what is done about damage, characters and size.
        progress: told how far the file is read: by packed bytes where it is packed.

    Raises:
        TmxError: it can't be read, is no TMX, or is damaged: at once or while the units are read.
    """
    with unpacked(path, options.max_size) as source:
        reader = Reader(source.read, source.name, options)
        yield Memory(
            source.name,
            reader.header,
            _told(reader, source, progress),
            reader.report,
            lambda: reader.line,
        )


def _told(reader: Reader, source: Source, progress: Progress | None) -> Iterator[Unit]:
    """Give the units, and tell how far the file is read after every thousand."""
    if progress is None:
        yield from reader.units()
    else:
        for count, unit in enumerate(reader.units()):
            if count % 1000 == 0:
                progress(*source.progress())
            yield unit
    reader.report.tell(source.name)
