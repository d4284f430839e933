"""`duiqi tmx dedupe`: doubles are left out."""

from __future__ import annotations

from pathlib import Path

import click

from align.cli.base import Command, check_outputs, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import (
    RankWatch,
    memory_argument,
    output_options,
    reading_scores,
    watched,
    write_made_from,
)
from tmx.operations.dedupe import write_conflicts
from tmx.operations.doubles import gathered
from tmx.operations.normalising import normalised
from tmx.operations.ranking import SCORE, Preference
from tmx.output import whole_file


@click.command(
    "dedupe",
    cls=Command,
    example="duiqi tmx dedupe memory.tmx -o clean.tmx\n"
    "duiqi tmx dedupe memory.tmx -o clean.tmx --normalised --keep newest --list conflicts.tsv",
)
@memory_argument
@output_options
@click.option(
    "--normalised",
    "--normalized",
    "normalises",
    is_flag=True,
    help="Compare without case, width of letters, white space at the ends and around Chinese, "
    "kinds of quotation marks, and punctuation at the end; the units kept stay as they are.",
)
@click.option(
    "--keep",
    type=click.Choice(Preference, case_sensitive=False),
    default=Preference.FIRST.value,
    show_default=True,
    help="Which of the doubles stays: the first, the one changed last, or the best score.",
)
@click.option(
    "--score",
    metavar="TYPE",
    default=SCORE,
    show_default=True,
    help="The property that holds the score.",
)
@click.option(
    "--one-target",
    is_flag=True,
    help="Of units with the same source and different targets, too, keep only one.",
)
@click.option(
    "--list",
    "listing",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="List the units with the same source and different targets (TSV; - is standard output).",
)
@pass_console
def dedupe_command(
    console: Console,
    memory: Path,
    output: Path,
    force: bool,
    normalises: bool,
    keep: Preference,
    score: str,
    one_target: bool,
    listing: Path | None,
) -> None:
    """Leave out units that have the same source and the same targets as another one.

    Inline tags count; notes, properties and dates do not.
    """
    check_outputs([output, listing], [memory])
    with reading_scores([memory], console) as (opened,):
        srclang = opened.header.srclang
        compare = normalised if normalises else None
        watch = RankWatch(keep, score)
        with gathered(
            watch.seen(opened.units), srclang, compare=compare, prefer=keep, score=score
        ) as found:
            units = watched(found.kept(one_target=one_target), console)
            if listing is not None:
                with whole_file(listing, force=force) as stream:
                    sources, contested = write_conflicts(stream, found.conflicts(), srclang)
            count = write_made_from(output, opened.header, units, sources=[memory], force=force)
            left_out = found.count - count
    watch.warn(console)
    console.say(f"{output}: {counted(count, 'unit')}, {counted(left_out, 'double')} left out")
    if listing is not None:
        console.say(
            f"{listing}: {counted(sources, 'source')} with different targets, "
            f"in {counted(contested, 'unit')}"
        )
