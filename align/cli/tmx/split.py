"""`duiqi tmx split`: a memory is cut into several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import click

from align.cli.base import Command, WholeNumber, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import SizeType, header_made_from, memory_argument, reading
from tmx.operations.part_names import PartNames
from tmx.operations.split import by_number, by_property, by_size
from tmx.operations.whole_folder import whole_folder
from tmx.output import whole_file
from tmx.provenance import DOCUMENT
from tmx.units import Header, Unit
from tmx.writer import write_tmx

_ENDING = re.compile(r"(\.tmx)?(\.gz|\.zip)?$", re.IGNORECASE)
_Parts = Iterator[tuple[str | None, Iterator[Unit]]]


@click.command(
    "split",
    cls=Command,
    example="duiqi tmx split memory.tmx --units 100000 -o parts\n"
    "duiqi tmx split memory.tmx --by-document -o documents",
)
@memory_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="The folder to make.",
)
@click.option(
    "--force", is_flag=True, help="Add to a folder that has files, and replace the same names."
)
@click.option("--units", "number", type=WholeNumber(min=1), help="The most units of a part.")
@click.option("--bytes", "size", type=SizeType(), metavar="SIZE", help="The most bytes of a file.")
@click.option("--by-document", is_flag=True, help=f"By the property {DOCUMENT}.")
@click.option("--by-property", "property_type", metavar="TYPE", help="By the value of a property.")
@click.option(
    "--names",
    "pattern",
    metavar="PATTERN",
    help="The files' names, with {stem} (the memory's name), {number} and {value} in them. "
    "(default: {stem}-{number}.tmx, or {stem}-{value}.tmx)",
)
@pass_console
def split_command(
    console: Console,
    memory: Path,
    output: Path,
    force: bool,
    number: int | None,
    size: int | None,
    by_document: bool,
    property_type: str | None,
    pattern: str | None,
) -> None:
    """Cut a memory into parts, each a whole memory, by number of units, size or property.

    Units without the property make a part of their own. The folder appears when all are written.
    """
    if by_document:
        property_type = property_type or DOCUMENT
    if sum(choice is not None for choice in (number, size, property_type)) != 1:
        raise click.UsageError(
            "give one of --units, --bytes, --by-document and --by-property",
            click.get_current_context(),
        )
    pattern = pattern or ("{stem}-{number}.tmx" if property_type is None else "{stem}-{value}.tmx")
    names = PartNames(pattern, _ENDING.sub("", memory.name) or "memory")
    count = total = 0
    with reading([memory], console) as (opened,), whole_folder(output, force=force) as folder:
        header = header_made_from(opened.header, [memory])
        for value, units in _parts(opened.units, header, number, size, property_type):
            with whole_file(folder / names.next(value)) as stream:
                total += write_tmx(stream, header, units, exact=True)
            count += 1
    console.say(f"{output}: {counted(count, 'file')}, {counted(total, 'unit')}")


def _parts(
    units: Iterator[Unit],
    header: Header,
    number: int | None,
    size: int | None,
    property_type: str | None,
) -> _Parts:
    if property_type is not None:
        return by_property(units, property_type)
    if number is not None:
        return zip(repeat(None), by_number(units, number))
    return zip(repeat(None), by_size(units, header, size or 1))
