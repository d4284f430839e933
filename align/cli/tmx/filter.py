"""`duiqi tmx filter`: units for which an expression holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import click

from align.cli.base import Command, check_outputs, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import (
    header_made_from,
    memory_argument,
    output_options,
    reading_scores,
    scored,
    write_made_from,
)
from tmx.operations.filter import choose, rejected_units
from tmx.operations.ranking import SCORE
from tmx.output import whole_file
from tmx.units import Unit
from tmx.writer import write_tmx


@click.command(
    "filter",
    cls=Command,
    example="duiqi tmx filter memory.tmx 'score >= 0.8 and length(target) < 2000 "
    "and not identical' -o good.tmx\n"
    "duiqi tmx filter memory.tmx 'source matches \"第[0-9]+条\"' -o articles.tmx "
    "--rejected others.tmx",
)
@memory_argument
@click.argument("expression")
@output_options
@click.option("--invert", is_flag=True, help="Keep the units for which it does not hold.")
@click.option(
    "--rejected",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A memory to write of the units that are not kept.",
)
@click.option(
    "--score",
    metavar="TYPE",
    default=SCORE,
    show_default=True,
    help="The property that `score` stands for.",
)
@pass_console
def filter_command(
    console: Console,
    memory: Path,
    expression: str,
    output: Path,
    force: bool,
    invert: bool,
    rejected: Path | None,
    score: str,
) -> None:
    """Keep the units for which EXPRESSION holds.

    It compares (= != < <= > >= in contains startswith endswith matches) what a unit has: source,
    target, text("fr"), tuid, score, prop("x-..."), note, languages, creationdate, changedate,
    creationtool and others, length(...) or words(...) of a text; and joins conditions by and, or,
    not. Conditions by themselves are identical, empty and tagged. docs/filtering.md has it all.
    """
    check_outputs([output, rejected], [memory])
    with reading_scores([memory], console) as (opened,), ExitStack() as stack:
        header = opened.header
        reject = others = None
        if rejected is not None:
            others = stack.enter_context(rejected_units())
            stream = stack.enter_context(whole_file(rejected, force=force))
            reject = others.add
        looked_at: Iterable[Unit] = opened.units
        if re.search(r"\bscore\b", expression):
            looked_at = scored(looked_at, score, console)
        units = choose(
            looked_at, expression, header.srclang, invert=invert, score=score, reject=reject
        )
        left = 0

        def kept() -> Iterator[Unit]:
            """Give the units; those not kept are written before either file takes its name."""
            nonlocal left
            yield from units
            if others is not None:
                made = header_made_from(header, [memory])
                left = write_tmx(stream, made, others.units(), exact=True)
                stream.flush()

        count = write_made_from(output, header, kept(), sources=[memory], force=force)
    console.say(f"{output}: {counted(count, 'unit')}")
    if rejected is not None:
        console.say(f"{rejected}: {counted(left, 'unit')}")
