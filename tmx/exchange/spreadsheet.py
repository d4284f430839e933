"""Writes units as a spreadsheet (XLSX), for people who correct them there."""

from __future__ import annotations

import math
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast
from unicodedata import east_asian_width
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from tmx.dates import stamp
from tmx.errors import TmxError
from tmx.exchange.tables import Column, cells, titles
from tmx.rules import name_of
from tmx.text import Repairs
from tmx.units import Unit

MOST_ROWS = 1_048_576
"""The rows of a spreadsheet, the header's among them."""

MOST_CHARACTERS = 32_767
"""The characters of a spreadsheet's cell."""

TEXT_WIDTH = 60
"""How wide a column of texts is, in characters: two of them and a few others fit on a screen."""

_FILLED = 0.95  # of a line; words leave the rest of it empty
_LINE_HEIGHT = 15.0  # points, of the workbook's own font
_HIGHEST_ROW = 409.0  # points, the format's limit
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_TITLE = 31
_ESCAPE_OF_XLSX = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ZIP_BEGINS = datetime(1980, 1, 1, tzinfo=UTC)
_ZIP_ENDS = datetime(2107, 12, 31, tzinfo=UTC)


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
    heads = titles(source_language, target_language, columns)
    rows = (
        (name_of(unit, count), cells(unit, count, source_language, target_language, columns))
        for count, unit in enumerate(units, start=1)
    )
    widths = [TEXT_WIDTH, TEXT_WIDTH, *(column.width for column in columns)]
    numbers = [False, False, *(column.number for column in columns)]
    hidden = [column.title for column in columns if column.hidden]
    return write_sheet(
        stream, heads, rows, widths=widths, numbers=numbers, title=title, hidden=hidden
    )


def write_sheet(
    stream: BinaryIO,
    heads: Sequence[str],
    rows: Iterable[tuple[str, Sequence[str]]],
    *,
    widths: Sequence[int],
    numbers: Sequence[bool],
    title: str,
    hidden: Collection[str] = (),
) -> int:
    """Write rows as a spreadsheet, in the manner of `write_xlsx`.

    On paper it is as wide as a page, in landscape, with the titles on each page.

    Args:
        stream: takes the bytes; it is not closed.
        heads: the titles of the columns.
        rows: the cells of each unit, with its name for messages.
        widths: those of the columns, in characters.
        numbers: which columns hold numbers as such.
        title: the name of the sheet.
        hidden: the titles of columns that are not shown.

    Returns:
        How many rows were written, without that of the titles.

    Raises:
        TmxError: they don't fit into a spreadsheet.
    """
    date = stamp()
    workbook = Workbook(write_only=True)
    sheet = cast(Any, workbook.create_sheet(_sheet_title(title)))
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for index, (head, width) in enumerate(zip(heads, widths, strict=True), start=1):
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width, dimension.hidden = width, head in hidden
    pencil = _Pencil(sheet)
    try:
        sheet.append([pencil.title(text) for text in heads])
        count = 0
        for name, row in rows:
            count += 1
            if count >= MOST_ROWS:
                raise TmxError(
                    f"{name}: a spreadsheet has room for {MOST_ROWS - 1:,} units; "
                    "write TSV or TMX, or fewer units"
                )
            # Excel fits the heights of wrapped rows by itself, other programs do not always.
            sheet.row_dimensions[count + 1].height = _height(row, widths)
            sheet.append(list(pencil.row(name, row, numbers)))
            del sheet.row_dimensions[count + 1]
        pencil.repairs.report("the spreadsheet")
        workbook.properties.creator = "duiqi"
        workbook.properties.created = workbook.properties.modified = date.replace(tzinfo=None)
        with _DatedZip(stream, date) as archive:
            ExcelWriter(workbook, archive).write_data()
    except BaseException as error:
        if not sheet.closed:  # else openpyxl complains on standard error
            with suppress(etree.SerialisationError):  # what could not be written can't be ended
                sheet.close()
        if not isinstance(error, OSError | etree.SerialisationError):
            raise
        reason = error.strerror if isinstance(error, OSError) else None
        raise TmxError(
            f"the folder for temporary files can't be written ({reason or error});"
            " make room there, or name another folder in TMPDIR"
        ) from error
    return count


class _Pencil:
    """Makes the cells of a sheet.

    Attributes:
        repairs: mends and counts the characters that XML lacks.
    """

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self.repairs = Repairs()
        self._wrapped = Alignment(vertical="top", wrap_text=True)
        self._bold = Font(name="Calibri", size=11, bold=True)

    def title(self, text: str) -> Any:
        cell = self._text(text)
        cell.font = self._bold
        return cell

    def row(self, unit_name: str, cells: Sequence[str], numbers: Sequence[bool]) -> Iterator[Any]:
        for index, text in enumerate(cells):
            if len(text) > MOST_CHARACTERS:
                raise TmxError(
                    f"{unit_name}: a text of {len(text):,} characters, and a spreadsheet's cell "
                    f"holds {MOST_CHARACTERS:,}; write TSV or TMX"
                )
            number = _number(text) if numbers[index] else None
            if not text:
                yield None
            elif number is None:
                yield self._text(text)
            else:
                cell = WriteOnlyCell(self._sheet, value=number)
                cell.alignment = self._wrapped
                yield cell

    def _text(self, text: str) -> Any:
        written = _ESCAPE_OF_XLSX.sub("_x005F_", self.repairs.legal(text))
        cell = WriteOnlyCell(self._sheet, value=written)
        cell.data_type = "s"
        cell.alignment = self._wrapped
        if written[:1] in ("=", "+", "-", "@", "'"):
            cast(Any, cell).quotePrefix = True
        return cell


def _sheet_title(title: str) -> str:
    """Make a title that the format allows: 31 characters, without those that paths use."""
    return _NOT_IN_TITLES.sub(" ", title)[:_LONGEST_TITLE].strip("' ") or "units"


def _height(row: Sequence[str], widths: Sequence[int]) -> float:
    """How high a row must be to show all its words, in points."""
    lines = max(
        sum(math.ceil(_columns(line) / (width * _FILLED)) or 1 for line in text.split("\n"))
        for text, width in zip(row, widths, strict=True)
    )
    return min(lines * _LINE_HEIGHT, _HIGHEST_ROW)


def _columns(text: str) -> int:
    """How wide a text is, in characters of the Latin alphabet; a Chinese one is two of them."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


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
        self._date = min(max(date, _ZIP_BEGINS), _ZIP_ENDS).timetuple()[:6]

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Add a member from memory."""
        super().writestr(self._member(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Add a member from a file."""
        with Path(filename).open("rb") as source, self.open(self._member(arcname), "w") as member:
            shutil.copyfileobj(source, member)

    def _member(self, name: str) -> ZipInfo:
        member = ZipInfo(name, cast(Any, self._date))
        member.compress_type = ZIP_DEFLATED
        member.external_attr = 0o600 << 16
        return member
