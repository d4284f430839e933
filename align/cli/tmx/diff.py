"""`duiqi tmx diff`: what is different between two memories."""

from __future__ import annotations

from pathlib import Path

import click

from align.cli.base import FINDINGS, Command, check_outputs, pass_console
from align.cli.console import Console
from align.cli.tmx.common import reading, reading_options
from tmx.operations.diff import Change, compared
from tmx.operations.diff_report import html_lines, json_lines, summary, text_lines
from tmx.output import STANDARD_OUTPUT, whole_file


@click.command(
    "diff",
    cls=Command,
    example="duiqi tmx diff old.tmx new.tmx\n"
    "duiqi tmx diff old.tmx new.tmx --format html -o changes.html",
)
@click.argument("before", type=click.Path(path_type=Path), metavar="OLD")
@click.argument("after", type=click.Path(path_type=Path), metavar="NEW")
@reading_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=STANDARD_OUTPUT,
    metavar="FILE",
    help="The report to write. (default: standard output)",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="The report's form; json is one object a line.",
)
@click.option(
    "--dates",
    is_flag=True,
    help="List, too, the units that differ in nothing but the dates when they were made, changed "
    "and used, and the dates of others.",
)
@pass_console
def diff_command(
    console: Console,
    before: Path,
    after: Path,
    output: Path,
    force: bool,
    form: str,
    dates: bool,
) -> None:
    """Tell which units NEW has, lacks, or has otherwise than OLD.

    Units are the same where their words are, inline tags included. Others with the same tuid, or
    else the same source, were changed. What is gone stands in [-...-], what is new in {+...+}.
    Units that differ in dates only, as two runs of one alignment do, are counted and not listed.
    The exit code is 0 where nothing is different, and 1 where something is: with --dates a date
    is enough.
    """
    names = (str(before), str(after))
    check_outputs([output], [before, after])
    with (
        reading([before, after], console) as (old, new),
        compared((old.header, old.units), (new.header, new.units)) as comparison,
        whole_file(output, force=force) as stream,
    ):
        if form == "json":
            lines = json_lines(comparison, dates=dates)
        else:
            lines = (html_lines if form == "html" else text_lines)(comparison, names, dates=dates)
        for line in lines:
            stream.write(f"{line}\n".encode(errors="backslashreplace"))
        if output != STANDARD_OUTPUT:
            console.say(f"{output}: {summary(comparison)}")
        different = any(
            count
            for change, count in comparison.counts.items()
            if dates or change is not Change.DATES
        )
    if different:
        click.get_current_context().exit(FINDINGS)
