"""What the commands on memories share: their options, how they read and how they write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import click

from align.cli.base import check_outputs
from align.cli.console import Console
from align.cli.names import NAMES_OF_OTHERS
from tmx.dates import stamp
from tmx.errors import NamelessError, TmxError
from tmx.exchange.formats import FORMATS, MOSES, TMX, format_named
from tmx.operations.ranking import QUALITY, Preference, rank, score_of
from tmx.operations.stale_scores import current_scores
from tmx.output import whole_file
from tmx.provenance import made_from
from tmx.reading import Memory, ReadingOptions, open_memory
from tmx.units import Header, Unit
from tmx.writer import write_tmx

_Function = TypeVar("_Function", bound=Callable[..., object])

_OPTIONS = "duiqi.reading"
"""Where the reading options of a command stand in click's context."""


class SizeType(click.ParamType[int]):
    """A number of bytes: 500000, 500K, 20M, 2.5G or 1T, by thousands."""

    name = "size"
    _factors: ClassVar = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the bytes."""
        if isinstance(value, int):
            return value
        match = re.fullmatch(r"([0-9]{1,15}(?:\.[0-9]{1,3})?)([KMGT]?)B?", str(value).upper())
        if match is None:
            self.fail(f"{value!r} is no size; write it like 500M or 20G", param, ctx)
        return int(float(match[1]) * self._factors[match[2]])


def reading_options(command: _Function) -> _Function:
    """Give a command the options of `tmx.reading.ReadingOptions`; `reading` goes by them.

    They do not become arguments of the function. `memory_argument` and `memories_argument` give
    them as well.
    """
    for option in (
        click.option(
            "--max-size",
            type=SizeType(),
            metavar="SIZE",
            expose_value=False,
            callback=_keep,
            help="The most that a packed memory may unpack to, such as 20G. "
            "(default: 100 times its size, or 1G if that is more)",
        ),
        click.option(
            "--repair/--no-repair",
            default=True,
            expose_value=False,
            callback=_keep,
            help="Mend characters that XML lacks, or stop at them. (default: mend)",
        ),
        click.option(
            "--recover",
            is_flag=True,
            expose_value=False,
            callback=_keep,
            help="Where a memory is damaged, go on at the next unit.",
        ),
    ):
        command = option(command)
    return command


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    context.meta.setdefault(_OPTIONS, {})[parameter.name] = value


def chosen_options() -> ReadingOptions:
    """Return the reading options of the command that runs."""
    context = click.get_current_context(silent=True)
    return ReadingOptions(**context.meta.get(_OPTIONS, {})) if context else ReadingOptions()


def memory_argument(command: _Function) -> _Function:
    """Give a command the argument `memory` (a Path), and the reading options."""
    argument = click.argument("memory", type=click.Path(path_type=Path), metavar="MEMORY")
    return argument(reading_options(command))


def memories_argument(command: _Function) -> _Function:
    """Give a command the argument `memories` (Paths, at least one), and the reading options."""
    argument = click.argument(
        "memories", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="MEMORY..."
    )
    return argument(reading_options(command))


def format_option(command: _Function) -> _Function:
    """Give a command the option `format_in`: the format of the memory that it reads, or None."""
    return click.option(
        "--from",
        "format_in",
        type=click.Choice([name for name in FORMATS if name != MOSES.name]),
        help="The format of FILE. (default: by its name or content; of standard input TMX)",
    )(command)


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
    """Open memories by the command's reading options, and show on a terminal how far they are read.

    Raises:
        TmxError: one can't be read, or is no TMX.
    """
    with naming(paths), ExitStack() as stack:
        memories = []
        options = chosen_options()
        for path in paths:
            report = stack.enter_context(console.progress(f"reading {path.name}"))
            opened = open_memory(path, options=options, progress=report)
            try:
                memories.append(stack.enter_context(opened))
            except TmxError as error:
                raise _of_another_format(path) or error from error
        yield memories


@contextmanager
def reading_scores(paths: Sequence[Path], console: Console) -> Iterator[list[Memory]]:
    """Open memories as `reading` does, without the scores of units that were changed since.

    Raises:
        TmxError: as `reading`.
    """
    with reading(paths, console) as memories:
        yield [
            replace(memory, units=current_scores(memory.units, memory.name)) for memory in memories
        ]


def _of_another_format(path: Path) -> TmxError | None:
    """Return what to say of a file that is no TMX by its name, or None."""
    known = format_named(path)
    if known in (None, TMX) or not path.is_file():
        return None
    return TmxError(
        f"{path}: it is named as {known.title}, and this command takes TMX; "
        f"make it TMX by duiqi tmx convert {path} -o {path.with_suffix('.tmx')}"
    )


@contextmanager
def naming(paths: Sequence[Path]) -> Iterator[None]:
    """Have errors of the block that say "it" of a memory begin with the names of the files."""
    try:
        yield
    except NamelessError as error:
        raise TmxError(f"{', '.join(map(str, paths))}: {error}") from error


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
        TmxError: the output is one of the sources, exists, has the name of another kind of file,
            or can't be written.
    """
    check_outputs([output], sources)
    if (format_named(output) or TMX) is not TMX or output.suffix.lower() in NAMES_OF_OTHERS:
        raise TmxError(
            f"{output}: what is written is TMX, and this is no name of one;"
            " duiqi tmx convert writes other formats"
        )
    with whole_file(output, force=force) as stream:
        return write_tmx(stream, header_made_from(header, sources), units, exact=True)


def watched(units: Iterable[Unit], console: Console) -> Iterator[Unit]:
    """Give units, and show on a terminal how many are written from the first one on.

    For operations that give none before they have read all.
    """
    rest = iter(units)
    for first in rest:
        with console.progress("writing") as report:
            for count, unit in enumerate(chain((first,), rest)):
                if count % 1000 == 0:
                    report(count, None)
                yield unit


class RankWatch:
    """Sees whether any unit has what a command prefers units by: a score, or a date.

    Args:
        preference: by what.
        score: the property that holds the score.
    """

    def __init__(self, preference: Preference, score: str) -> None:
        self._preference, self._score = preference, score
        self._any_unit = self._found = self._has_quality = preference is Preference.FIRST

    def seen(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Give the units of a memory."""
        for unit in units:
            self._any_unit = True
            if not self._found:
                self._found = rank(unit, self._preference, self._score) is not None
                self._has_quality = self._has_quality or score_of(unit, QUALITY) is not None
            yield unit

    def warn(self, console: Console) -> None:
        """Warn if none of the units that were seen had it."""
        if self._found or not self._any_unit:
            return
        if self._preference is Preference.NEWEST:
            console.warn("no unit has a date, so the first of several was kept")
            return
        hint = f"; --score {QUALITY} goes by that of duiqi score" if self._has_quality else ""
        console.warn(f"no unit has a score in the property {self._score}{hint}")


def scored(units: Iterable[Unit], score: str, console: Console) -> Iterator[Unit]:
    """Give units, and warn at their end if none has the score that a command goes by.

    Args:
        units: taken one by one.
        score: the property that holds the score.
        console: where to warn.
    """
    watch = RankWatch(Preference.BEST, score)
    yield from watch.seen(units)
    watch.warn(console)


def header_made_from(header: Header, sources: Sequence[Path]) -> Header:
    """Return the header of a memory that is made from others.

    Args:
        header: that of the (first) memory.
        sources: the files that it is made from.
    """
    names = [path.name for path in sources]
    return made_from(header, names, tool_version=version("duiqi"), date=stamp())
