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
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from tmx.errors import TmxError
from tmx.exchange.choices import NO_CHOICES, Choices, header_for, source_of
from tmx.exchange.columns import Heading, Survey, headings_of, row_of, source_among, unit_of
from tmx.exchange.losses import Losses
from tmx.exchange.place import Place
from tmx.exchange.spool import spooled
from tmx.exchange.tables import escaped_line
from tmx.exchange.text_lines import find_encoding, lines_of
from tmx.rules import name_of
from tmx.text import Repairs
from tmx.units import Header, Unit

_LOG = logging.getLogger(__name__)

_SEPARATORS = ",;\t|"
_SAID_SEPARATOR = re.compile(r"sep=(.)\r?\n?")
_ESCAPE = re.compile(r"\\([tnr\\])")
_NAMED = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = tuple[int, list[str]]
"""The number of a line, and the cells that stand there."""


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


def write_rows(
    write: Callable[[Sequence[str]], None],
    header: Header,
    units: Iterable[Unit],
    choices: Choices,
    losses: Losses,
) -> int:
    """Write the titles and the rows of a memory with a function that takes one row.

    Raises:
        TmxError: as `write_tsv_memory`.
    """
    if choices.columns:
        return _write_rows(write, headings_of(choices.columns, choices), units, losses)
    source = source_of(header, choices)
    survey = Survey()
    with spooled(named(units, survey), lambda unit: None) as again:
        headings = survey.headings(source) or (Heading(source, ""),)
        return _write_rows(write, headings, again, losses)


def _write_rows(
    write: Callable[[Sequence[str]], None],
    headings: Sequence[Heading],
    units: Iterable[Unit],
    losses: Losses,
) -> int:
    write([heading.title for heading in headings])
    count = 0
    for unit in units:
        row = row_of(unit, headings, losses)
        if row is not None:
            count += 1
            write(row)
    return count


def named(units: Iterable[Unit], survey: Survey) -> Iterator[Unit]:
    """Give the units, each of them surveyed.

    Raises:
        TmxError: one has a language that is no tag; the message names it.
    """
    for count, unit in enumerate(units, start=1):
        try:
            survey.see(unit)
        except TmxError as error:
            raise TmxError(f"{name_of(unit, count)}: {error}") from error
        yield unit


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


def read_rows(
    rows: Iterator[Row],
    name: str,
    memory_format: str,
    choices: Choices,
    place: Place,
    line: str = "line",
) -> tuple[Header, Iterator[Unit]]:
    """Read a memory from rows, the first of which has the titles unless the columns were named.

    Args:
        rows: numbered.
        name: the file's name, for messages.
        memory_format: what the format is called.
        choices: languages and columns.
        place: told of the number of each unit's row.
        line: what a row is called in messages.

    Raises:
        TmxError: as `read_tsv_memory`.
    """
    first = next(rows, None)
    if first is None:
        raise TmxError(f"{name}: it is empty")
    titles = list(choices.columns) or first[1]
    try:
        headings = headings_of(titles, choices)
        source = source_among(headings, choices)
    except TmxError as error:
        raise TmxError(f"{name}, {line} {first[0]}: {error}") from error

    def units() -> Iterator[Unit]:
        empty = 0
        if choices.columns and not _are_titles(first[1], choices):
            rows_left: Iterable[Row] = _ahead(first, rows)
        else:
            rows_left = rows
        for number, row in rows_left:
            if len(row) != len(headings):
                row = _fitted(row, len(headings), f"{name}, {line} {number}")
            unit = unit_of(row, headings)
            if unit is None:
                empty += 1
            else:
                place.line = number
                yield unit
        if empty:
            _LOG.warning("%s: rows without any words, passed over: %d", name, empty)

    return header_for(source, memory_format), units()


def _ahead(first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rows


def _are_titles(row: Sequence[str], choices: Choices) -> bool:
    """Whether a first row has titles although the columns were named: the very same ones."""
    return [cell.strip().lower() for cell in row] == [name.lower() for name in choices.columns]


def _fitted(row: list[str], width: int, where: str) -> list[str]:
    if not any(row):
        return [""] * width
    if len(row) > width and not any(row[width:]):
        return row[:width]
    raise TmxError(
        f"{where}: {len(row)} cells where the titles name {width}; "
        "is a separator missing there, or a quotation mark?"
    )


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
    table = csv.reader(
        lines if said else _line_ahead(first, lines), delimiter=separator, strict=True
    )
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


def _line_ahead(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _separator(line: str) -> str:
    """Return the separator that makes the most cells of a line."""

    def cells(separator: str) -> int:
        return len(next(csv.reader([line], delimiter=separator), []))

    return max(_SEPARATORS, key=cells)
