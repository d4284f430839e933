"""What the commands on memories share: their options, how they read and how they write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import click

from align.cli.console import Console
from tmx.dates import stamp
from tmx.errors import TmxError
from tmx.output import STANDARD_OUTPUT, whole_file
from tmx.provenance import made_from
from tmx.reading import Memory, open_memory
from tmx.units import Header, Unit
from tmx.writer import write_tmx

_Function = TypeVar("_Function", bound=Callable[..., object])

memory_argument = click.argument("memory", type=click.Path(path_type=Path), metavar="MEMORY")
memories_argument = click.argument(
    "memories", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="MEMORY..."
)


def output_options(command: _Function) -> _Function:
    """Give a command the options `output` (a Path) and `force`."""
    for option in (
        click.option("--force", is_flag=True, help="Replace a file that exists."),
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path),
            required=True,
            metavar="FILE",
            help="The memory to write; - is standard output.",
        ),
    ):
        command = option(command)
    return command


@contextmanager
def reading(paths: Sequence[Path], console: Console) -> Iterator[list[Memory]]:
    """Open memories, and show on a terminal how far they are read.

    Raises:
        TmxError: one can't be read, or is no TMX.
    """
    with ExitStack() as stack:
        memories = []
        for path in paths:
            report = stack.enter_context(console.progress(f"reading {path.name}"))
            memories.append(stack.enter_context(open_memory(path, progress=report)))
        yield memories


def write_made_from(
    output: Path,
    header: Header,
    units: Iterable[Unit],
    *,
    sources: Sequence[Path],
    force: bool,
) -> int:
    """Write a memory that is made from others, whole or not at all, and return its units' number.

    Everything that a unit holds is written as it is. The header says what it was made from.

    Args:
        output: the file, or "-".
        header: that of the (first) memory.
        units: taken one by one.
        sources: the files that it is made from.
        force: whether to replace a file that exists.

    Raises:
        TmxError: the output is one of the sources, exists, or can't be written.
    """
    if output != STANDARD_OUTPUT and output.resolve() in {path.resolve() for path in sources}:
        raise TmxError(f"{output}: it is read by this command; choose another name")
    names = [path.name for path in sources]
    made = made_from(header, names, tool_version=version("duiqi"), date=stamp())
    with whole_file(output, force=force) as stream:
        return write_tmx(stream, made, units, exact=True)
