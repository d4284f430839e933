"""Memories as rows of cells under titles, however a format writes them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from tmx.errors import TmxError
from tmx.exchange.choices import Choices, header_for, source_if_any, source_of
from tmx.exchange.columns import Heading, Survey, headings_of, row_of, source_among, unit_of
from tmx.exchange.losses import Losses
from tmx.exchange.place import Place
from tmx.exchange.spool import spooled
from tmx.rules import name_of
from tmx.units import Header, Unit

_LOG = logging.getLogger(__name__)

Row = tuple[int, list[str]]
"""The number of a line, and the cells that stand there."""


def write_rows(
    write: Callable[[Sequence[str]], None],
    header: Header,
    units: Iterable[Unit],
    choices: Choices,
    losses: Losses,
) -> int:
    """Write the titles and the rows of a memory with a function that takes one row.

    Raises:
        TmxError: there is no source language, or the columns hold none.
    """
    count = 0
    with under_headings(header, units, choices) as (headings, rest):
        write([heading.title for heading in headings])
        for unit in rest:
            row = row_of(unit, headings, losses)
            if row is not None:
                count += 1
                write(row)
    return count


@contextmanager
def under_headings(
    header: Header, units: Iterable[Unit], choices: Choices
) -> Iterator[tuple[tuple[Heading, ...], Iterator[Unit]]]:
    """Find out which columns a memory needs, unless they are named.

    Args:
        header: that of the memory.
        units: taken one by one; all of them before the block begins, unless columns are named.
        choices: the source language and the columns.

    Yields:
        The columns, and the units.

    Raises:
        TmxError: as `write_rows`; or a unit has a language that is no tag.
    """
    if choices.columns:
        yield headings_of(choices.columns, choices), iter(units)
        return
    source = source_if_any(header, choices)
    survey = Survey()
    with spooled(_surveyed(units, survey)) as again:
        yield survey.headings(source) or (Heading(source_of(header, choices), ""),), again


def _surveyed(units: Iterable[Unit], survey: Survey) -> Iterator[Unit]:
    for count, unit in enumerate(units, start=1):
        try:
            survey.see(unit)
        except TmxError as error:
            raise TmxError(f"{name_of(unit, count)}: {error}") from error
        yield unit


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
        TmxError: no language is named, or a row has too few or too many cells: at once or while
            the units are read.
    """
    first = next(rows, None)
    if first is None:
        raise TmxError(f"{name}: the file is empty")
    titles = list(choices.columns) or first[1]
    try:
        headings = headings_of(titles, choices)
        source = source_among(headings, choices)
    except TmxError as error:
        raise TmxError(f"{name}, {line} {first[0]}: {error}") from error

    def units() -> Iterator[Unit]:
        empty = 0
        is_unit = choices.columns and not _are_titles(first[1], choices)
        for number, row in chain((first,), rows) if is_unit else rows:
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
