"""Writes units as rows: tab-separated text for programs, a spreadsheet for people who correct."""

from __future__ import annotations

import io
import math
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from tmx.dates import stamp
from tmx.errors import TmxError
from tmx.languages import canonical
from tmx.rules import name_of
from tmx.text import Repairs
from tmx.units import Unit

MOST_ROWS = 1_048_576
"""The rows of a spreadsheet, the header's among them."""

MOST_CHARACTERS = 32_767
"""The characters of a spreadsheet's cell."""

_TEXT_WIDTH = 60  # characters: two texts and a few columns side by side on a screen
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_ESCAPE_OF_XLSX = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column behind the source and the target.

    Attributes:
        title: what stands at its head.
        type: the type of the property whose value it holds ("x-score"); "tuid" and "note" are the
            unit's name and its notes.
        number: whether a spreadsheet holds the value as a number, so that it sorts as one.
        width: its width in a spreadsheet, in characters.
    """

    title: str
    type: str
    number: bool = False
    width: int = 14


def write_tsv(
    stream: BinaryIO,
    units: Iterable[Unit],
    *,
    source_language: str,
    target_language: str,
    columns: Sequence[Column] = (),
) -> int:
    r"""Write units as tab-separated text, one a line, below a line of titles.

    UTF-8 without a byte order mark, lines end in "\n". A tab, a line break or a backslash inside
    a cell is written \t, \n, \r or \\, as databases do; nothing is put in quotes. For a
    spreadsheet write XLSX: spreadsheets take some texts of a TSV for formulas.

    Args:
        stream: takes the bytes; it is not closed.
        units: taken one by one.
        source_language: the language of the first column, and its title.
        target_language: the language of the second column, and its title.
        columns: those behind these two.

    Returns:
        How many units were written.

    Raises:
        TmxError: a unit has no variant in one of the languages, or a language is no tag.
    """
    titles = _titles(source_language, target_language, columns)
    stream.write(_line(titles))
    count = 0
    for unit in units:
        count += 1
        stream.write(_line(_cells(unit, count, source_language, target_language, columns)))
    return count


def write_xlsx(
    stream: BinaryIO,
    units: Iterable[Unit],
    *,
    source_language: str,
    target_language: str,
    columns: Sequence[Column] = (),
    title: str = "units",
) -> int:
    """Write units as a spreadsheet with a frozen row of titles and wrapped text.

    A text is always a text: none becomes a formula, now or when it is edited. Characters that
    XML lacks are mended as in TMX. The dates inside are those of `tmx.dates.stamp`: with
    SOURCE_DATE_EPOCH the same units give the same bytes.

    Args:
        stream: takes the bytes; it is not closed.
        units: taken one by one.
        source_language: the language of the first column, and its title.
        target_language: the language of the second column, and its title.
        columns: those behind these two.
        title: the name of the sheet, at most 31 characters.

    Returns:
        How many units were written.

    Raises:
        TmxError: a unit has no variant in one of the languages, a language is no tag, or the
            units don't fit into a spreadsheet (1,048,575 rows, 32,767 characters in a cell).
    """
    date = stamp()
    workbook = Workbook(write_only=True)
    sheet = cast(Any, workbook.create_sheet(title))
    sheet.freeze_panes = "A2"
    widths = [_TEXT_WIDTH, _TEXT_WIDTH, *(column.width for column in columns)]
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    pencil = _Pencil(sheet)
    try:
        sheet.append(
            [pencil.title(text) for text in _titles(source_language, target_language, columns)]
        )
        count = 0
        for unit in units:
            count += 1
            if count >= MOST_ROWS:
                raise TmxError(
                    f"{name_of(unit, count)}: a spreadsheet has room for {MOST_ROWS - 1:,} units; "
                    "write TSV or TMX, or fewer units"
                )
            cells = _cells(unit, count, source_language, target_language, columns)
            sheet.append(list(pencil.row(name_of(unit, count), cells, columns)))
        workbook.properties.creator = "duiqi"
        workbook.properties.created = workbook.properties.modified = date.replace(tzinfo=None)
        with _DatedZip(stream, date) as archive:
            ExcelWriter(workbook, archive).write_data()
    except OSError as error:
        reason = error.strerror or str(error)
        raise TmxError(f"the folder for temporary files can't be written: {reason}") from error
    return count


def _titles(source: str, target: str, columns: Sequence[Column]) -> list[str]:
    return [canonical(source), canonical(target), *(column.title for column in columns)]


def _cells(
    unit: Unit, number: int, source: str, target: str, columns: Sequence[Column]
) -> list[str]:
    words = [_words(unit, number, canonical(language)) for language in (source, target)]
    return words + [_value(unit, column.type) for column in columns]


def _words(unit: Unit, number: int, language: str) -> str:
    for variant in unit.variants:
        if canonical(variant.language) == language:
            return variant.segment.text
    raise TmxError(f"{name_of(unit, number)}: no variant in {language}")


def _value(unit: Unit, property_type: str) -> str:
    if property_type == "tuid":
        return unit.tuid or ""
    if property_type == "note":
        return "\n".join(note.text for note in unit.notes)
    return unit.value(property_type) or ""


def _line(cells: Iterable[str]) -> bytes:
    line = "\t".join(cell.translate(_ESCAPES) for cell in cells)
    return f"{line}\n".encode(errors="replace")


class _Pencil:
    """Makes the cells of a sheet."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._repairs = Repairs()
        self._wrapped = Alignment(vertical="top", wrap_text=True)
        self._bold = Font(bold=True)

    def title(self, text: str) -> Any:
        cell = self._text(text)
        cell.font = self._bold
        return cell

    def row(self, unit_name: str, cells: Sequence[str], columns: Sequence[Column]) -> Iterator[Any]:
        for index, text in enumerate(cells):
            if len(text) > MOST_CHARACTERS:
                raise TmxError(
                    f"{unit_name}: a text of {len(text):,} characters, and a spreadsheet's cell "
                    f"holds {MOST_CHARACTERS:,}; write TSV or TMX"
                )
            number = _number(text) if index > 1 and columns[index - 2].number else None
            if number is None:
                yield self._text(text)
            else:
                cell = WriteOnlyCell(self._sheet, value=number)
                cell.alignment = self._wrapped
                yield cell

    def _text(self, text: str) -> Any:
        written = _ESCAPE_OF_XLSX.sub("_x005F_", self._repairs.legal(text))
        cell = WriteOnlyCell(self._sheet, value=written)
        cell.data_type = "s"
        cell.alignment = self._wrapped
        if written[:1] in ("=", "+", "-", "@", "'"):
            cast(Any, cell).quotePrefix = True
        return cell


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


class _DatedZip(ZipFile):
    """A zip archive all of whose members bear one date."""

    def __init__(self, stream: BinaryIO, date: datetime) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED, allowZip64=True)
        self._date = max(date, date.replace(year=1980)).timetuple()[:6]

    def writestr(self, name: Any, data: Any, *_: Any, **__: Any) -> None:
        """Add a member from memory."""
        super().writestr(self._member(name), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Add a member from a file."""
        with Path(filename).open("rb") as source, self.open(self._member(arcname), "w") as member:
            shutil.copyfileobj(source, member, io.DEFAULT_BUFFER_SIZE * 8)

    def _member(self, name: str) -> ZipInfo:
        member = ZipInfo(name, cast(Any, self._date))
        member.compress_type = ZIP_DEFLATED
        member.external_attr = 0o600 << 16
        return member
