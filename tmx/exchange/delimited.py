"""TSV and CSV of whole memories: all languages, and what is known of the units, in columns.

The two differ in how they keep a cell whole. TSV is that of `tmx.exchange.tables`: backslashes, no
quotation marks. CSV is that of RFC 4180 as spreadsheet programs write it: quotation marks, any of
the usual separators, and a byte order mark to tell UTF-8.
"""

from __future__ import annotations

import csv
import io
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices
from tmx.exchange.losses import Losses
from tmx.exchange.place import Place
from tmx.exchange.rows import Row, read_rows, write_rows
from tmx.exchange.tables import escaped_line
from tmx.exchange.text_lines import find_encoding, lines_of
from tmx.text import Repairs
from tmx.units import Header, Unit

_LOG = logging.getLogger(__name__)

_SEPARATORS = ",;\t|"
_SAID_SEPARATOR = re.compile(r"sep=(.)\r?\n?")
_ESCAPE = re.compile(r"\\([tnr\\])")
_NAMED = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_tsv_memory(
    stream: BinaryIO, header: Header, units: Iterable[Unit], choices: Choices, losses: Losses
) -> int:
    r"""Write a memory as tab-separated text: UTF-8, "\n" after every row, nothing in quotes.

    Args:
        stream: takes the bytes; it is not closed.
        header: names the source language.
        units: taken one by one; they are kept on disk until the columns are known, unless
            `choices` names them.
        choices: `source_language` and `columns`.
        losses: told of what has no place in the table.

    Returns:
        How many units were written.

    Raises:
        TmxError: there is no source language, or the columns hold none.
    """
    repairs = Repairs()

    def write(row: Sequence[str]) -> None:
        stream.write(escaped_line(row, repairs))

    count = write_rows(write, header, units, choices, losses)
    repairs.report("the table")
    return count


def write_csv_memory(
    stream: BinaryIO, header: Header, units: Iterable[Unit], choices: Choices, losses: Losses
) -> int:
    """Write a memory as CSV: UTF-8 with a byte order mark, commas, quotation marks where needed.

    Texts are written as they are. Those that a spreadsheet program would take for a formula are
    counted in a warning. The arguments are those of `write_tsv_memory`.
    """
    repairs = Repairs()
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=False)
    table = csv.writer(text, lineterminator="\r\n")
    formulas = 0

    def write(row: Sequence[str]) -> None:
        nonlocal formulas
        formulas += sum(cell.startswith(_FORMULA) for cell in row)
        table.writerow([repairs.legal(cell) for cell in row])

    try:
        count = write_rows(write, header, units, choices, losses)
    finally:
        text.detach()
    repairs.report("the table")
    if formulas:
        _LOG.warning(
            "the table: texts that spreadsheet programs take for formulas (they begin with = + - "
            "or @): %d; for such a program write XLSX",
            formulas,
        )
    return count


def read_tsv_memory(
    stream: BinaryIO, name: str, choices: Choices = NO_CHOICES, place: Place | None = None
) -> tuple[Header, Iterator[Unit]]:
    r"""Read a memory from tab-separated text; \t, \n, \r and \\ in cells are resolved.

    A file in UTF-16 was written by a spreadsheet program, and is read as `read_csv_memory` reads.

    Args:
        stream: the file's bytes, in a stream that can be looked into (`peek`) or rewound.
        name: the file's name, for messages.
        choices: languages, columns and encoding.
        place: told of the line of each unit.

    Returns:
        The header, and the units as they are asked for.

    Raises:
        TmxError: no language is named, the encoding is another, a row has too few or too many
            cells: at once or while the units are read.
    """
    encoding = choices.encoding or find_encoding(stream)
    if encoding.lower().startswith(("utf-16", "utf_16")):
        return read_csv_memory(stream, name, choices, place)
    return read_rows(_tsv_rows(stream, name, encoding), name, "TSV", choices, place or Place())


def read_csv_memory(
    stream: BinaryIO, name: str, choices: Choices = NO_CHOICES, place: Place | None = None
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory from CSV: separated by comma, semicolon, tab or bar, as its titles show.

    The arguments and errors are those of `read_tsv_memory`.
    """
    encoding = choices.encoding or find_encoding(stream)
    return read_rows(_csv_rows(stream, name, encoding), name, "CSV", choices, place or Place())


def _tsv_rows(stream: BinaryIO, name: str, encoding: str) -> Iterator[Row]:
    for number, line in enumerate(lines_of(stream, name, encoding), start=1):
        body = line.rstrip("\r\n")
        if "\\" in body:
            yield number, [_ESCAPE.sub(_resolved, cell) for cell in body.split("\t")]
        else:
            yield number, body.split("\t")


def _resolved(match: re.Match[str]) -> str:
    return _NAMED[match[1]]


def _csv_rows(stream: BinaryIO, name: str, encoding: str) -> Iterator[Row]:
    lines = lines_of(stream, name, encoding)
    first = next(lines, None)
    if first is None:
        return
    said = _SAID_SEPARATOR.fullmatch(first)
    separator = said[1] if said else _separator(first)
    table = csv.reader(lines if said else chain((first,), lines), delimiter=separator, strict=True)
    before = 1 if said else 0
    try:
        for row in table:
            if row:
                yield table.line_num + before, row
    except csv.Error as error:
        raise TmxError(
            f"{name}, line {table.line_num + before}: damaged CSV ({error}); "
            "look for a quotation mark that is never closed or not doubled"
        ) from error


def _separator(line: str) -> str:
    """Return the separator that makes the most cells of a line."""

    def cells(separator: str) -> int:
        return len(next(csv.reader([line], delimiter=separator), []))

    return max(_SEPARATORS, key=cells)
