"""The formats that memories are kept in: which one a file is in, and how it is read and written.

`read_any` is what a command uses that takes a memory in any format.
"""

from __future__ import annotations

import importlib
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.losses import Losses
from tmx.exchange.packing import as_stream
from tmx.exchange.place import Place
from tmx.exchange.text_lines import refuse_empty, refuse_no_text
from tmx.reading import Memory, ReadingOptions, open_memory
from tmx.reading.opening import Progress
from tmx.reading.unpacking import STANDARD_INPUT, Source, opened, unpacked
from tmx.units import Header, Unit
from tmx.writer import write_tmx

Reader = Callable[[BinaryIO, str, Choices, Place], tuple[Header, Iterator[Unit]]]
Writer = Callable[[BinaryIO, Header, Iterable[Unit], Choices, Losses], int]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that memories are kept in.

    Attributes:
        name: what an option calls it ("xliff2").
        title: what people call it ("XLIFF 2.1").
        suffixes: how names of its files end, in lower case; the first is the usual one.
        reading: the function that reads it, as "module:function" in this package; "" for TMX and
            for Moses, which is two files.
        writing: the function that writes it, likewise.
        languages: how many languages it holds: 2, or 0 for any number.
        any_encoding: whether a file may be in any encoding and does not tell which.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reading: str = ""
    writing: str = ""
    languages: int = 2
    any_encoding: bool = False

    def reader(self) -> Reader:
        """Import and return the function that reads it."""
        return cast(Reader, _imported(self.reading))

    def writer(self) -> Writer:
        """Import and return the function that writes it."""
        return cast(Writer, _imported(self.writing))


TMX = Format("tmx", "TMX", (".tmx",), languages=0)
MOSES = Format("moses", "Moses", (), any_encoding=True)
XLIFF1 = Format(
    "xliff",
    "XLIFF 1.2",
    (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
    "xliff1.reading:read_xliff1",
    "xliff1.writing:write_xliff1",
)
XLIFF2 = Format(
    "xliff2", "XLIFF 2.1", (), "xliff2.reading:read_xliff2", "xliff2.writing:write_xliff2"
)
FORMATS = {
    known.name: known
    for known in (
        TMX,
        XLIFF1,
        XLIFF2,
        Format("po", "PO", (".po", ".pot"), "po.reading:read_po", "po.writing:write_po"),
        Format(
            "tsv",
            "TSV",
            (".tsv", ".tab"),
            "delimited:read_tsv_memory",
            "delimited:write_tsv_memory",
            languages=0,
            any_encoding=True,
        ),
        Format(
            "csv",
            "CSV",
            (".csv",),
            "delimited:read_csv_memory",
            "delimited:write_csv_memory",
            languages=0,
            any_encoding=True,
        ),
        Format(
            "xlsx",
            "XLSX",
            (".xlsx",),
            "workbook:read_workbook",
            "workbook:write_workbook",
            languages=0,
        ),
        Format(
            "jsonl",
            "JSON lines",
            (".jsonl", ".ndjson"),
            "json_lines:read_json_lines",
            "json_lines:write_json_lines",
            languages=0,
        ),
        MOSES,
    )
}
"""All formats by their names."""

_PACKED = (".gz", ".zip")
_BEGINNING = 4096  # bytes that are looked at
_ROOT = re.compile(r"<(?:\w[\w.\-]*:)?(\w+)\b([^>]*)>")
_PROLOGUE = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>", re.DOTALL)
_VERSION = re.compile(r"\bversion\s*=\s*[\"'](\d)")
_PO = re.compile(r"^msgid\b", re.MULTILINE)


def _imported(target: str) -> Any:
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(f"tmx.exchange.{module}"), name)


def format_named(path: Path) -> Format | None:
    """Return the format that a file's name tells, or None; .gz and .zip at its end don't count."""
    name = path.name.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    for known in FORMATS.values():
        if name.endswith(known.suffixes):
            return known
    return None


def find_format(path: Path, beginning: bytes) -> Format:
    """Return the format of a file: by its name, and by its content where the name does not tell.

    Args:
        path: the file.
        beginning: its first few thousand bytes, unpacked.

    Raises:
        TmxError: neither tells.
    """
    by_content = _format_inside(beginning)
    by_name = format_named(path)
    if by_name is None or {by_name, by_content} == {XLIFF1, XLIFF2}:
        if by_content is not None:
            return by_content
        single = (name for name in FORMATS if name != MOSES.name)
        raise TmxError(
            f"{path}: can't tell its format; say --from with one of {', '.join(single)}"
            " (a document is first aligned with its translation)"
        )
    return by_name


def _format_inside(beginning: bytes) -> Format | None:
    encoding = "utf-8"
    if beginning[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in beginning[:4]:
        little = beginning[:1] == b"\xff" or beginning[1:2] == b"\0"
        encoding = "utf-16-le" if little else "utf-16-be"
    text = beginning.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        match = _ROOT.search(_PROLOGUE.sub("", text))
        if match is not None and match[1] == "xliff":
            version = _VERSION.search(match[2])
            return XLIFF2 if version is not None and version[1] == "2" else XLIFF1
        return TMX if match is not None and match[1] == "tmx" else None
    if text.startswith('{"format"'):
        return FORMATS["jsonl"]
    return FORMATS["po"] if _PO.search(text) else None


@contextmanager
def read_any(
    path: Path,
    *,
    format_name: str | None = None,
    choices: Choices = NO_CHOICES,
    options: ReadingOptions | None = None,
    progress: Progress | None = None,
) -> Iterator[Memory]:
    """Open a memory in any format but Moses; it is closed when the block ends.

    TMX, XLIFF 1.2, TSV, CSV, XLSX and JSON lines are read unit by unit, and so is XLIFF 2; PO is
    read whole. A file may be packed with gzip or zip, but for XLSX.

    Args:
        path: the file, or "-" for standard input, which is TMX unless its format is said.
        format_name: one of `FORMATS`; found from the name and the content when left out.
        choices: languages, columns and so on, where the file does not tell them.
        options: what is done about damage and size; `recover` and `repair` are for TMX.
        progress: told how far the file is read.

    Yields:
        The header, and the units, which can be gone through once; `line` says where the last one
        stands: the line, or the row of a spreadsheet.

    Raises:
        TmxError: it can't be read, its format or its languages can't be told, an encoding is chosen
            for a format that tells its own, or it is damaged: at once or while the units are read.
            The message names the file, and the line where one is known.
    """
    options = options or ReadingOptions()
    place = Place()
    known = FORMATS[format_name] if format_name else _found(path, options)
    if known is MOSES:
        raise TmxError(f"{path}: Moses is two files, which only `duiqi tmx convert` reads")
    if choices.encoding is not None and not known.any_encoding:
        raise TmxError(
            f"{path}: {known.title} tells its encoding itself; leave --encoding out, which is for "
            "TSV, CSV and lines that are read (what is written is UTF-8)"
        )
    if known is TMX:
        with open_memory(path, options=options, progress=progress) as memory:
            yield memory
    elif known.name == "xlsx":
        with _rewindable(path) as (stream, name):
            refuse_empty(stream.read(1), name)
            stream.seek(0)
            header, units = known.reader()(stream, name, choices, place)
            yield Memory(name, header, units, line=lambda: place.line)
    else:
        with unpacked(path, options.max_size) as source:
            refuse_no_text(source.peek(_BEGINNING), source.name)
            header, units = known.reader()(as_stream(source), source.name, choices, place)
            units = _told(units, source, progress)
            yield Memory(source.name, header, units, line=lambda: place.line)


@contextmanager
def _rewindable(path: Path) -> Iterator[tuple[BinaryIO, str]]:
    """Open a file that is read from its end, and tell its name; standard input is copied first."""
    if path != STANDARD_INPUT:
        with opened(path) as stream:
            yield stream, str(path)
        return
    with tempfile.TemporaryFile() as copy:
        try:
            shutil.copyfileobj(sys.stdin.buffer, copy)
        except OSError as error:
            raise TmxError(
                f"standard input: it can't be kept in the folder for temporary files "
                f"({error.strerror or error}); make room there, or name another in TMPDIR"
            ) from error
        copy.seek(0)
        yield cast(BinaryIO, copy), "standard input"


def _found(path: Path, options: ReadingOptions) -> Format:
    if path == STANDARD_INPUT:
        return TMX
    if _is_workbook(path):
        return FORMATS["xlsx"]
    with unpacked(path, options.max_size) as source:
        beginning = source.peek(_BEGINNING)
        refuse_no_text(beginning, source.name)
        return find_format(path, beginning)


def _is_workbook(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return format_named(path) is FORMATS["xlsx"]
    with zipfile.ZipFile(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


def _told(units: Iterator[Unit], source: Source, progress: Progress | None) -> Iterator[Unit]:
    """Give the units, and tell how far the file is read after every thousand."""
    for count, unit in enumerate(units):
        if progress is not None and count % 1000 == 0:
            progress(*source.progress())
        yield unit


def write_any(
    stream: BinaryIO,
    known: Format,
    header: Header,
    units: Iterable[Unit],
    *,
    name: str,
    choices: Choices = NO_CHOICES,
) -> int:
    """Write a memory in a format; one line of warning says what the format has no place for.

    Args:
        stream: takes the bytes; it is not closed.
        known: any format but Moses.
        header: that of the memory.
        units: taken one by one.
        name: what the warning calls the file.
        choices: languages and columns.

    Returns:
        How many units were written.

    Raises:
        TmxError: the languages are not clear, or a unit can't be written.
    """
    if known is TMX:
        return write_tmx(stream, header, units, exact=True)
    losses = Losses()
    count = known.writer()(stream, header, units, choices, losses)
    losses.report(name, f"left out, since {known.title} has no place for them")
    return count
