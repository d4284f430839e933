"""`duiqi tmx sample`: units are drawn by chance."""

from __future__ import annotations

from pathlib import Path

import click

from align.cli.base import Command, Share, WholeNumber, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import memory_argument, output_options, reading, write_made_from
from tmx.operations.sample import draw, draw_share


@click.command(
    "sample",
    cls=Command,
    example="duiqi tmx sample memory.tmx --units 200 -o to-check.tmx\n"
    "duiqi tmx sample memory.tmx --share 0.01 --seed 7 -o to-check.tmx",
)
@memory_argument
@output_options
@click.option("--units", "number", type=WholeNumber(min=0), help="How many units to draw.")
@click.option(
    "--share",
    type=Share(),
    help="The chance of every unit to be drawn, from 0 to 1.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another one draws others.")
@pass_console
def sample_command(
    console: Console,
    memory: Path,
    output: Path,
    force: bool,
    number: int | None,
    share: float | None,
    seed: int,
) -> None:
    """Draw units by chance, so many or a share of all; the same ones every time."""
    if (number is None) == (share is None):
        raise click.UsageError("give either --units or --share", click.get_current_context())
    with reading([memory], console) as (opened,):
        if share is not None:
            units = draw_share(opened.units, share, seed)
        else:
            units = draw(opened.units, number or 0, seed)
        count = write_made_from(output, opened.header, units, sources=[memory], force=force)
    console.say(f"{output}: {counted(count, 'unit')}")
