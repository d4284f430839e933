"""`duiqi tmx export`: the memories of an index, as TMX again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from align.cli.base import Command, pass_console
from align.cli.console import Console, Report, counted
from align.cli.tmx.common import output_options, write_made_from
from tmx.index import all_units, memories, open_index
from tmx.index.storage import one_state
from tmx.units import Unit


@click.command(
    "export",
    cls=Command,
    example="duiqi tmx export office.tmdb -o office.tmx\n"
    "duiqi tmx export office.tmdb --memory legal.tmx -o legal.tmx",
)
@click.argument("index_file", type=click.Path(path_type=Path), metavar="INDEX")
@output_options
@click.option(
    "--memory", "names", multiple=True, metavar="NAME", help="Only this memory; may be repeated."
)
@pass_console
def export_command(
    console: Console, index_file: Path, output: Path, force: bool, names: tuple[str, ...]
) -> None:
    """Write the units of INDEX as TMX, each as it was added, memory by memory.

    The header is that of the first memory.
    """
    with open_index(index_file) as index, one_state(index):
        held = {memory.name: memory.units for memory in memories(index)}
        header, units = all_units(index, names)
        total = sum(held[name] for name in set(names) or held)
        with console.progress(f"writing {output.name}") as report:
            count = write_made_from(
                output, header, _told(units, total, report), sources=[index_file], force=force
            )
    console.say(f"{output}: {counted(count, 'unit')}")


def _told(units: Iterable[Unit], total: int, report: Report) -> Iterator[Unit]:
    """Give the units, and tell how many there are after every thousand."""
    for done, unit in enumerate(units):
        if done % 1000 == 0:
            report(done, total)
        yield unit
