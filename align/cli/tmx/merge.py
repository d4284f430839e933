"""`duiqi tmx merge`: several memories become one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from align.cli.base import Command, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import (
    RankWatch,
    memories_argument,
    output_options,
    reading_scores,
    watched,
    write_made_from,
)
from tmx.operations.doubles import Doubles
from tmx.operations.merge import Conflicts, merge, preference_of
from tmx.operations.ranking import SCORE


@click.command("merge", cls=Command, example="duiqi tmx merge old.tmx new.tmx -o both.tmx")
@memories_argument
@output_options
@click.option(
    "--conflicts",
    type=click.Choice(Conflicts, case_sensitive=False),
    default=Conflicts.ALL.value,
    show_default=True,
    help="What is done with units that have the same source and different targets: keep all, or "
    "that of the first memory, the one changed last, or the one with the best score.",
)
@click.option(
    "--score",
    metavar="TYPE",
    default=SCORE,
    show_default=True,
    help="The property that holds the score.",
)
@click.option(
    "--join",
    "joined",
    is_flag=True,
    help="Make one unit with several target languages of units that have the same source.",
)
@pass_console
def merge_command(
    console: Console,
    memories: tuple[Path, ...],
    output: Path,
    force: bool,
    conflicts: Conflicts,
    score: str,
    joined: bool,
) -> None:
    """Make one memory of several: all their units in their order, and doubles only once.

    Doubles have the same source and the same targets, inline tags included; of these, too, the
    one is kept that --conflicts prefers. Notes, properties and dates do not count. For what differs
    in case, width or punctuation alone there is duiqi tmx dedupe --normalised.
    """
    left_out = further = 0

    def count_doubles(found: Doubles) -> None:
        nonlocal left_out, further
        left_out, further = found.left_out(), found.further_targets()

    watch = RankWatch(preference_of(conflicts), score)
    with reading_scores(memories, console) as opened:
        seen = [replace(memory, units=watch.seen(memory.units)) for memory in opened]
        header, units = merge(
            seen, conflicts=conflicts, score=score, joined=joined, told=count_doubles
        )
        units = watched(units, console)
        count = write_made_from(output, header, units, sources=memories, force=force)
    watch.warn(console)
    memories_read = "1 memory" if len(memories) == 1 else f"{len(memories)} memories"
    console.say(
        f"{output}: {counted(count, 'unit')} of {memories_read}, "
        f"{counted(left_out, 'double')} left out"
    )
    if further:
        have = "has" if further == 1 else "have"
        console.say(
            f"{counted(further, 'unit')} {have} the source of another one and a different target; "
            "duiqi tmx dedupe --one-target keeps one of each"
        )
