"""Writes units as rows: tab-separated text, and the columns that other tables share with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from tmx.errors import TmxError
from tmx.languages import canonical
from tmx.rules import name_of
from tmx.text import Repairs
from tmx.units import Unit

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column behind the source and the target.

    Attributes:
        title: what stands at its head.
        type: the type of the property whose value it holds ("x-score"); "tuid" and "note" are the
            unit's name and its notes.
        number: whether a spreadsheet holds the value as a number, so that it sorts as one.
        width: its width in a spreadsheet, in characters.
        hidden: whether a spreadsheet does not show it.
    """

    title: str
    type: str
    number: bool = False
    width: int = 14
    hidden: bool = False


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
    a cell is written \t, \n, \r or \\, as databases do; nothing is put in quotes. Characters that
    XML lacks are mended as in TMX. For a spreadsheet write XLSX: spreadsheets take some texts of
    a TSV for formulas.

    Args:
        stream: takes the bytes; it is not closed.
        units: taken one by one.
        source_language: the language of the first column, and its title.
        target_language: the language of the second column, and its title.
        columns: those behind these two.

    Returns:
        How many units were written.

    Raises:
        TmxError: a unit has a variant in neither language, or a language is no tag.
    """
    repairs = Repairs()
    stream.write(escaped_line(titles(source_language, target_language, columns), repairs))
    count = 0
    for unit in units:
        count += 1
        row = cells(unit, count, source_language, target_language, columns)
        stream.write(escaped_line(row, repairs))
    repairs.report("the table")
    return count


def titles(source: str, target: str, columns: Sequence[Column]) -> list[str]:
    """Return what stands at the heads of the columns: both languages, then the titles.

    Raises:
        TmxError: a language is no tag.
    """
    return [canonical(source), canonical(target), *(column.title for column in columns)]


def cells(
    unit: Unit, number: int, source: str, target: str, columns: Sequence[Column]
) -> list[str]:
    """Return the row of a unit; the cell of a language that it lacks is empty.

    Args:
        unit: any unit.
        number: its place, the first 1, to name it in an error.
        source: the language of the first cell.
        target: the language of the second cell.
        columns: those behind these two.

    Raises:
        TmxError: it has a variant in neither language.
    """
    words = [_words(unit, canonical(language)) for language in (source, target)]
    if words == [None, None]:
        raise TmxError(f"{name_of(unit, number)}: no variant in {source} or {target}")
    return [text or "" for text in words] + [_value(unit, column.type) for column in columns]


def _words(unit: Unit, language: str) -> str | None:
    for variant in unit.variants:
        if canonical(variant.language) == language:
            return variant.segment.text
    return None


def _value(unit: Unit, property_type: str) -> str:
    if property_type == "tuid":
        return unit.tuid or ""
    if property_type == "note":
        return "\n".join(note.text for note in unit.notes)
    return unit.value(property_type) or ""


def escaped_line(texts: Iterable[str], repairs: Repairs) -> bytes:
    """Return texts as a line of tab-separated text.

    Args:
        texts: what the cells hold.
        repairs: mends and counts the characters that XML lacks.
    """
    line = "\t".join(_escaped(repairs.legal(text)) for text in texts)
    return f"{line}\n".encode()


def _escaped(text: str) -> str:
    plain = text.isprintable() and "\\" not in text
    return text if plain else text.translate(_ESCAPES)
