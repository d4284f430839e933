"""Tables of terms: CSV, plain columns and XLSX, one entry a row."""

from __future__ import annotations

import csv
import io
import logging
from collections.abc import Iterator
from typing import BinaryIO

from align.terms.entries import Entry, Form
from align.terms.output.glossary import Glossary
from tmx.exchange.spreadsheet import TEXT_WIDTH, write_sheet
from tmx.text import Repairs

COLUMNS = (
    "score",
    "count",
    "units",
    "documents",
    "translations",
    "source forms",
    "target forms",
    "status",
    "paragraph",
    "document",
    "source example",
    "target example",
)
"""The columns behind the term and its translation, whose titles are the languages."""

_FORMULA = ("=", "+", "-", "@")
_NUMBERS = frozenset({"score", "count", "units", "documents"})
_TERM, _FACT = 30, 11  # the widths of columns, in characters
_WIDE = {"translations": _TERM, "source forms": _TERM, "target forms": _TERM}

_log = logging.getLogger(__name__)


def write_csv(glossary: Glossary, stream: BinaryIO) -> None:
    """Write entries as CSV: UTF-8 with a byte order mark, commas, a row of titles.

    Texts are written as they are; those that a spreadsheet program would take for a formula are
    counted in a warning.
    """
    repairs = Repairs()
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    table = csv.writer(text, lineterminator="\r\n")
    formulas = 0
    try:
        table.writerow([*glossary.languages, *COLUMNS])
        for row in _rows(glossary):
            formulas += sum(cell.startswith(_FORMULA) for cell in row)
            table.writerow([repairs.legal(cell) for cell in row])
    finally:
        text.detach()
    repairs.report("the table")
    if formulas:
        _log.warning(
            "the table: texts that spreadsheet programs take for formulas (they begin with = + - "
            "or @): %d; for such a program write XLSX",
            formulas,
        )


def write_plain(glossary: Glossary, stream: BinaryIO) -> None:
    """Write a term and a translation a line with a tab between them, and nothing else."""
    for entry in glossary.entries:
        for translation in entry.translations:
            stream.write(f"{entry.text}\t{translation.text}\n".encode("utf-8", "replace"))


def write_workbook(glossary: Glossary, stream: BinaryIO) -> None:
    """Write entries as a spreadsheet.

    Raises:
        TmxError: they don't fit into a spreadsheet.
    """
    widths = [
        TEXT_WIDTH if name.endswith("example") else _WIDE.get(name, _FACT) for name in COLUMNS
    ]
    write_sheet(
        stream,
        [*glossary.languages, *COLUMNS],
        ((row[0], row) for row in _rows(glossary)),
        widths=[_TERM, _TERM, *widths],
        numbers=[False, False, *(name in _NUMBERS for name in COLUMNS)],
        title="terms",
    )


def _rows(glossary: Glossary) -> Iterator[list[str]]:
    return map(_row, glossary.entries)


def _row(entry: Entry) -> list[str]:
    first, example = entry.translations[0], entry.examples[0]
    return [
        entry.text,
        first.text,
        f"{entry.score:.4f}",
        str(entry.count),
        str(entry.units),
        str(entry.documents),
        entry.use,
        _forms(entry.forms),
        _forms(first.forms),
        entry.status.value,
        example.paragraph,
        example.document,
        example.source,
        example.target,
    ]


def _forms(forms: tuple[Form, ...]) -> str:
    return ", ".join(f"{form.text} {form.count}" for form in forms)
