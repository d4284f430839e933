"""`duiqi tmx validate`: whether every tool would import all of a memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import click

from align.cli.base import FINDINGS, Command, check_outputs, for_each, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import SizeType
from align.cli.tmx.findings import Outcome, Reporter, Shown, show_json, show_text
from tmx.dates import stamp
from tmx.errors import TmxError
from tmx.output import STANDARD_OUTPUT, whole_file
from tmx.reading.unpacking import STANDARD_INPUT, unpacked
from tmx.validation import (
    RULES,
    TOOLS,
    Finding,
    Maker,
    Rewriting,
    Severity,
    Validation,
)

SHOWN = 5
"""How many findings of one rule are shown, unless all are asked for."""

_ALL = "all"
_FAILING = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
}
_FORMS: dict[str, Reporter] = {"text": show_text, "json": show_json}


@click.command(
    "validate",
    cls=Command,
    example="duiqi tmx validate memory.tmx --for trados --for omegat\n"
    "duiqi tmx validate *.tmx\n"
    "duiqi tmx validate memory.tmx --fix -o mended.tmx",
)
@click.argument(
    "memories", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="MEMORY..."
)
@click.option(
    "--for",
    "tools",
    multiple=True,
    type=click.Choice([*TOOLS, _ALL]),
    default=[_ALL],
    help="The tool whose demands count, beside what every tool wants; may be given several "
    "times. (default: all)",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="text",
    show_default=True,
    help="How findings are shown: as text, or as JSON.",
)
@click.option(
    "--all", "everything", is_flag=True, help=f"Show all findings, not just {SHOWN} of each rule."
)
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAILING)),
    default="error",
    show_default=True,
    help="What makes the exit code 1.",
)
@click.option("--fix", is_flag=True, help="Write the memory with all that can be mended safely.")
@click.option(
    "--drop", is_flag=True, help="With --fix: leave out the units that still have errors then."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The memory that --fix writes; - is standard output.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option(
    "--max-size",
    type=SizeType(),
    metavar="SIZE",
    help="The most that a packed memory may unpack to, such as 20G.",
)
@pass_console
def validate_command(
    console: Console,
    memories: tuple[Path, ...],
    tools: tuple[str, ...],
    form: str,
    everything: bool,
    fail_on: str,
    fix: bool,
    drop: bool,
    output: Path | None,
    force: bool,
    max_size: int | None,
) -> None:
    """Tell what in a memory tools would refuse, lose or misread, and why.

    Each file is held against XML, the document type of TMX 1.4b and the demands of tools. With
    --fix, what is shown is what stays in the new file, by the lines of the old one. The exit code
    is 1 where there are errors in one of them, 2 where one can't be read, and 0 otherwise.
    """
    if (output is not None) != fix or (drop and not fix):
        raise click.UsageError("--fix, -o and --drop go together: --fix -o FILE [--drop]")
    if fix and len(memories) > 1:
        raise click.UsageError("--fix mends one memory at a time; call it for each")
    each = [
        Shown(
            memory,
            tuple(TOOLS) if _ALL in tools else tools,
            None if everything else SHOWN,
            to_error=output == STANDARD_OUTPUT,
        )
        for memory in memories
    ]
    if output is None:
        _show_each(each, form, max_size, console)
    else:
        _mend(each[0], _FORMS[form], output, force, drop, max_size, console)
    if any(RULES[rule].severity in _FAILING[fail_on] for shown in each for rule in shown.counts):
        click.get_current_context().exit(FINDINGS)


def _show_each(each: Sequence[Shown], form: str, max_size: int | None, console: Console) -> None:
    """Show the findings of memories; of several in JSON, as one array."""
    array = form == "json" and len(each) > 1
    written = 0

    def show(shown: Shown) -> None:
        nonlocal written
        outcome = Outcome()
        if array:
            shown.lead = ",\n" if written else ""
        with _opened(shown.memory, max_size, console) as read:
            _FORMS[form](_looked_at(read, shown, outcome), shown, outcome)
        written += 1

    if array:
        print("[", end="")
    try:
        for_each(each, show)
    finally:
        if array:
            print("]")


def _looked_at(read: Callable[[int], bytes], shown: Shown, outcome: Outcome) -> Iterator[Finding]:
    validation = Validation(read, shown.tools)
    yield from validation
    outcome.units = validation.checker.units


def _mend(
    shown: Shown,
    show: Reporter,
    output: Path,
    force: bool,
    drop: bool,
    max_size: int | None,
    console: Console,
) -> None:
    """Write a mended memory, and show what stays."""
    memory = shown.memory
    if memory == STANDARD_INPUT:
        raise TmxError("standard input: --fix reads a memory twice; name a file")
    check_outputs([output], [memory])
    with _opened(memory, max_size, console) as read:
        validation = Validation(read)
        for _ in validation:  # what the whole memory shows, its header is mended by
            pass
    if validation.damage is not None:
        where = f"{memory}, line {validation.damage.line}"
        raise TmxError(f"{where}: {validation.damage.what}; correct this place first")
    maker = Maker(memory.name, version("duiqi"), stamp())
    outcome = Outcome()

    def rewritten() -> Iterator[Finding]:
        yield from rewriting
        outcome.units, outcome.dropped = rewriting.written, rewriting.dropped
        outcome.mended = rewriting.mended

    with _opened(memory, max_size, console) as read, whole_file(output, force=force) as stream:
        rewriting = Rewriting(
            read, stream, seen=validation.checker, maker=maker, tools=shown.tools, drop=drop
        )
        show(rewritten(), shown, outcome)
    console.say(f"{output}: {counted(outcome.units, 'unit')}, mended")


@contextmanager
def _opened(
    memory: Path, max_size: int | None, console: Console
) -> Iterator[Callable[[int], bytes]]:
    """Open a memory, and show on a terminal how far it is read."""
    with (
        console.progress(f"looking at {memory.name}") as progress,
        unpacked(memory, max_size) as source,
    ):

        def read(size: int) -> bytes:
            progress(*source.progress())
            return source.read(size)

        yield read
