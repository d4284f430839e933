"""XLSX of whole memories, both ways, in the columns of `tmx.exchange.columns`."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.columns import row_of
from tmx.exchange.losses import Losses
from tmx.exchange.place import Place
from tmx.exchange.rows import Row, read_rows, under_headings
from tmx.exchange.spreadsheet import TEXT_WIDTH, write_sheet
from tmx.operations.stale_scores import CHECKSUM
from tmx.rules import name_of
from tmx.units import Header, Unit

LARGEST_PART = 512 * 2**20
"""The most bytes that a part of a workbook may unpack to, for parts that are held in memory."""

_PROLOGUE = 1 << 16  # bytes of a part in which a document type would be declared
_FACT_WIDTH = 14  # characters
_NUMBERS = frozenset({"x-score", "usagecount"})
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DAMAGE = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,
)
"""What openpyxl raises on files that are none, or are damaged."""


def write_workbook(
    stream: BinaryIO, header: Header, units: Iterable[Unit], choices: Choices, losses: Losses
) -> int:
    """Write a memory as a spreadsheet; the arguments are those of `write_tsv_memory`.

    Raises:
        TmxError: as there; or the units don't fit into a spreadsheet.
    """
    with under_headings(header, units, choices) as (headings, rest):
        rows = (
            (name_of(unit, count), row)
            for count, unit in enumerate(rest, start=1)
            if (row := row_of(unit, headings, losses)) is not None
        )
        return write_sheet(
            stream,
            [heading.title for heading in headings],
            rows,
            widths=[_FACT_WIDTH if heading.key else TEXT_WIDTH for heading in headings],
            numbers=[heading.key in _NUMBERS for heading in headings],
            title="units",
            hidden=[heading.title for heading in headings if heading.key == CHECKSUM],
        )


def read_workbook(
    stream: BinaryIO, name: str, choices: Choices = NO_CHOICES, place: Place | None = None
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory from the first sheet of a workbook.

    Args:
        stream: the file's bytes, in a stream that can be rewound.
        name: the file's name, for messages.
        choices: languages and columns.
        place: told of the row of each unit.

    Returns:
        The header, and the units as they are asked for.

    Raises:
        TmxError: it is no workbook or is damaged, no language is named, or a cell holds a formula
            or an error instead of a text: at once or while the units are read.
    """
    try:
        _check_parts(stream, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which are of no matter here
            book = load_workbook(stream, read_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
    except _DAMAGE as error:
        raise _damaged(name, error) from error
    return read_rows(_rows(sheet, name), name, "XLSX", choices, place or Place(), line="row")


def _check_parts(stream: BinaryIO, name: str) -> None:
    """Refuse parts that are too large to be held, and those that declare entities."""
    with zipfile.ZipFile(stream) as archive:
        for member in archive.infolist():
            held = not member.filename.startswith("xl/worksheets/")
            if held and member.file_size > LARGEST_PART:
                raise TmxError(
                    f"{name}: its part {member.filename} unpacks to more than "
                    f"{LARGEST_PART // 2**20} MiB; save it as CSV"
                )
            if member.filename.endswith((".xml", ".rels")):
                with archive.open(member) as part:
                    if b"<!DOCTYPE" in part.read(_PROLOGUE).replace(b"\0", b""):
                        raise TmxError(
                            f"{name}: its part {member.filename} declares a document type, "
                            "which no spreadsheet program does; save the file again"
                        )
    stream.seek(0)


def _rows(sheet: Any, name: str) -> Iterator[Row]:
    rows = sheet.iter_rows()
    number = width = 0
    while True:
        try:
            cells = next(rows, None)
        except _DAMAGE as error:
            raise _damaged(name, error) from error
        if cells is None:
            return
        number += 1
        texts = [
            _text(cell.value, cell.data_type, f"{name}, row {number}, column ", index)
            for index, cell in enumerate(cells, start=1)
        ]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            width = width or len(texts)
            yield number, texts + [""] * (width - len(texts))


def _text(value: Any, kind: str, where: str, index: int) -> str:
    if value is None:
        return ""
    if kind in ("f", "e"):
        what = "a formula" if kind == "f" else f"the error {value}"
        raise TmxError(
            f"{where}{get_column_letter(index)}: {what} instead of a text; "
            "paste the column as values, and save the file again"
        )
    if isinstance(value, str):
        return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)


def _damaged(name: str, error: BaseException) -> TmxError:
    if isinstance(error, TmxError):
        return error
    reason = " ".join(str(error).split())
    return TmxError(f"{name}: no XLSX workbook, or a damaged one ({reason}); save it again as XLSX")
