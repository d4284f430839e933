"""`duiqi tmx sort`: units are put in order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from align.cli.base import Command, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import (
    memory_argument,
    output_options,
    reading_scores,
    scored,
    watched,
    write_made_from,
)
from tmx.operations.ranking import SCORE
from tmx.operations.sort import Order, sort
from tmx.units import Unit


@click.command(
    "sort", cls=Command, example="duiqi tmx sort memory.tmx --by score --reverse -o sorted.tmx"
)
@memory_argument
@output_options
@click.option(
    "--by",
    type=click.Choice(Order, case_sensitive=False),
    default=Order.SOURCE.value,
    show_default=True,
    help="By what: a text, the date of the last change, the score, or the source's length.",
)
@click.option("--reverse", is_flag=True, help="The largest, latest or last first.")
@click.option(
    "--score",
    metavar="TYPE",
    default=SCORE,
    show_default=True,
    help="The property that holds the score.",
)
@pass_console
def sort_command(
    console: Console,
    memory: Path,
    output: Path,
    force: bool,
    by: Order,
    reverse: bool,
    score: str,
) -> None:
    """Put the units in order; equal ones keep theirs, those without the value come last.

    Texts are ordered by their characters' numbers in Unicode, the same everywhere.
    """
    with reading_scores([memory], console) as (opened,):
        header = opened.header
        looked_at: Iterable[Unit] = opened.units
        if by is Order.SCORE:
            looked_at = scored(looked_at, score, console)
        units = sort(looked_at, header.srclang, by, reverse=reverse, score=score)
        units = watched(units, console)
        count = write_made_from(output, header, units, sources=[memory], force=force)
    console.say(f"{output}: {counted(count, 'unit')}, by {by.value}")
