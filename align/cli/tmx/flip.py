"""`duiqi tmx flip`: a target language becomes the source."""

from __future__ import annotations

from pathlib import Path

import click

from align.cli.base import Command, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import memory_argument, output_options, reading, write_made_from
from tmx.operations.flip import flip


@click.command("flip", cls=Command, example="duiqi tmx flip memory.tmx -o turned.tmx")
@memory_argument
@output_options
@click.option(
    "--to",
    "language",
    metavar="LANG",
    help="The language that becomes the source; needed where there are several targets.",
)
@pass_console
def flip_command(
    console: Console, memory: Path, output: Path, force: bool, language: str | None
) -> None:
    """Make a target language the source, in the header and in the order of every unit."""
    with reading([memory], console) as (opened,):
        header, units = flip(opened.header, opened.units, language)
        count = write_made_from(output, header, units, sources=[memory], force=force)
    console.say(f"{output}: {counted(count, 'unit')}, from {header.srclang}")
