"""`duiqi tmx lang`: language tags are changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import click

from align.cli.base import Command, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import memory_argument, output_options, reading, write_made_from
from tmx.errors import TmxError
from tmx.operations.conversion import Conversion, convert
from tmx.operations.lang import Renaming
from tmx.operations.scripts import tagged_by_script
from tmx.units import Unit


@click.command(
    "lang",
    cls=Command,
    example="duiqi tmx lang memory.tmx --rename zh=zh-CN --rename en-US=en -o renamed.tmx\n"
    "duiqi tmx lang memory.tmx --by-script -o tagged.tmx",
)
@memory_argument
@output_options
@click.option(
    "--rename",
    "renames",
    multiple=True,
    metavar="OLD=NEW",
    help="A language tag and the one that takes its place; may be given several times.",
)
@click.option(
    "--by-script",
    is_flag=True,
    help="Give Chinese the tag of simplified or traditional characters, by those that it has.",
)
@click.option("--hans", default="zh-CN", show_default=True, help="The tag of simplified ones.")
@click.option("--hant", default="zh-TW", show_default=True, help="The tag of traditional ones.")
@click.option(
    "--convert",
    "conversion",
    type=click.Choice([item.value for item in Conversion]),
    help="Alter the words of Chinese: OpenCC writes them in the other script. Read the result.",
)
@pass_console
def lang_command(
    console: Console,
    memory: Path,
    output: Path,
    force: bool,
    renames: tuple[str, ...],
    by_script: bool,
    hans: str,
    hant: str,
    conversion: str | None,
) -> None:
    """Change language tags: by name, or those of Chinese by its characters.

    Texts stay as they are, but with --convert.
    """
    if not renames and not by_script and conversion is None:
        raise click.UsageError(
            "give --rename, --by-script or --convert", click.get_current_context()
        )
    if by_script and conversion is not None:
        raise click.UsageError("--convert tags what it gives; leave --by-script out")
    renaming = Renaming(dict(map(_pair, renames)))
    with reading([memory], console) as (opened,), ExitStack() as stack:
        header = renaming.header(opened.header)
        units: Iterator[Unit] = renaming.units(opened.units)
        if conversion is not None:
            header, units = convert(header, units, Conversion(conversion))
        tagged = None
        if by_script:
            tagged = stack.enter_context(tagged_by_script(header, units, hans=hans, hant=hant))
            header, units = tagged.header, tagged.units
        count = write_made_from(output, header, units, sources=[memory], force=force)
    for old, met in renaming.met.items():
        if not met:
            console.warn(f"no variant in {memory} is in {old}")
    for (old, new), changed in sorted(tagged.changed.items()) if tagged else ():
        console.say(f"{counted(changed, 'variant')}: {old} is {new} by its characters")
    console.say(f"{output}: {counted(count, 'unit')}, from {header.srclang}")


def _pair(rename: str) -> tuple[str, str]:
    old, sign, new = rename.partition("=")
    if not (old.strip() and sign):
        raise TmxError(f"--rename {rename}: write the old tag, =, and the new one: zh=zh-CN")
    return old.strip(), new.strip()
