"""`duiqi tmx convert`: a memory in another format, another version or the form that tools want."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

import click

from align.cli.base import Command, check_outputs, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import chosen_options, naming, output_options, reading_options
from tmx.dates import stamp
from tmx.errors import TmxError
from tmx.exchange.choices import Choices, source_of, target_of
from tmx.exchange.formats import FORMATS, MOSES, TMX, Format, format_named, read_any, write_any
from tmx.exchange.losses import Losses
from tmx.exchange.moses import read_moses, write_moses
from tmx.exchange.packing import as_stream, packed
from tmx.exchange.safe_form import SafeForm
from tmx.exchange.versions import VERSIONS, in_version
from tmx.operations.stale_scores import current_scores
from tmx.output import STANDARD_OUTPUT, whole_file
from tmx.provenance import made_from
from tmx.reading import Memory
from tmx.reading.unpacking import unpacked
from tmx.units import Header, Unit
from tmx.writer import write_tmx

_TOOLS = ("omegat", "trados", "memoq", "phrase", "wordfast", "all")


@click.command(
    "convert",
    cls=Command,
    example="duiqi tmx convert memory.tmx -o memory.xlsx\n"
    "duiqi tmx convert strings.po --source-lang en -o strings.tmx --for all\n"
    "duiqi tmx convert corpus.zh corpus.en -o corpus.tmx.gz\n"
    "duiqi tmx convert memory.tmx --to moses -o corpus",
)
@click.argument(
    "files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE [FILE]"
)
@reading_options
@output_options
@click.option(
    "--from",
    "format_in",
    type=click.Choice(list(FORMATS)),
    help="The format to read. (default: by the file's name or content)",
)
@click.option(
    "--to",
    "format_out",
    type=click.Choice(list(FORMATS)),
    help="The format to write. (default: by the file's name; .xlf is XLIFF 1.2)",
)
@click.option("--source-lang", metavar="LANG", help="The source language.")
@click.option(
    "--target-lang", metavar="LANG", help="The target language, where there are several or none."
)
@click.option(
    "--columns",
    metavar="NAMES",
    help="The columns of a table in order, such as zh-CN,en,tuid,x-score; reading, - passes one "
    "over, and a first row that has other titles counts as texts.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="The encoding of TSV, CSV or lines to read, such as gb18030. Other formats tell their "
    "own, so it is refused with them; what is written is UTF-8.",
)
@click.option("--fuzzy", is_flag=True, help="Read translations that a PO file calls fuzzy, too.")
@click.option(
    "--for",
    "tool",
    type=click.Choice(_TOOLS),
    help="Write TMX that this tool imports as a whole: mend what can be mended, and leave out and "
    "count units that it would refuse. The form is the same for all of them.",
)
@click.option(
    "--tmx-version",
    type=click.Choice(VERSIONS),
    help="The version of TMX to write. (default: 1.4)",
)
@pass_console
def convert_command(
    console: Console,
    files: tuple[Path, ...],
    output: Path,
    force: bool,
    format_in: str | None,
    format_out: str | None,
    source_lang: str | None,
    target_lang: str | None,
    columns: str | None,
    encoding: str | None,
    fuzzy: bool,
    tool: str | None,
    tmx_version: str | None,
) -> None:
    """Write a memory in another format.

    FILE is TMX, XLIFF, PO, TSV, CSV, XLSX or JSON lines; two files of lines are Moses' format.
    Written is what the other format can carry, and one line says what it can't.
    """
    wanted = _format_of(output, format_out)
    _check(files, output, wanted, tool, tmx_version)
    names = tuple(name.strip() for name in columns.split(",")) if columns else ()
    choices = Choices(source_lang, target_lang, names, encoding, fuzzy)
    reads_table = columns is not None and _is_table(files[0], format_in)
    reading = choices if reads_table else replace(choices, columns=())
    writing = replace(choices, columns=()) if reads_table else choices
    with _opened(files, format_in, reading, console) as opened:
        memory = replace(opened, units=current_scores(opened.units, opened.name))
        if wanted is MOSES:
            count, written = _write_moses(memory, files, output, force, writing)
        elif wanted is TMX:
            written = str(output)
            header = _header(memory, files, writing)
            header, units = in_version(header, memory.units, tmx_version or VERSIONS[-1])
            count = _write_tmx(header, units, output, force, tool)
        else:
            written = str(output)
            with _output(output, force) as stream:
                count = write_any(
                    stream, wanted, memory.header, memory.units, name=written, choices=writing
                )
    console.say(f"{written}: {counted(count, 'unit')}, {wanted.title}")


def _format_of(output: Path, name: str | None) -> Format:
    if name is not None:
        return FORMATS[name]
    known = format_named(output)
    if known is None:
        endings = ", ".join(item.suffixes[0] for item in FORMATS.values() if item.suffixes)
        suffix = Path(output.name.removesuffix(".gz")).suffix
        untold = "its name does not tell the format"
        fault = f"a memory can't be written as {suffix}" if suffix else untold
        raise TmxError(
            f"{output}: {fault}; end it in one of {endings}, or say --to with one of "
            f"{', '.join(FORMATS)}"
        )
    return known


def _check(
    files: tuple[Path, ...],
    output: Path,
    wanted: Format,
    tool: str | None,
    tmx_version: str | None,
) -> None:
    if len(files) > 2:
        raise click.UsageError("one file is converted at a time; two are Moses' lines")
    named = [known for known in map(format_named, files) if known]
    if len(files) == len(named) == 2:
        raise click.UsageError(
            f"one file is converted at a time; two are Moses' lines, and these are named as"
            f" {named[0].title} and {named[1].title}; convert each, or make one memory of them with"
            " duiqi tmx merge"
        )
    if wanted is not TMX and (tool or tmx_version):
        raise click.UsageError("--for and --tmx-version are for TMX that is written")
    if tool and tmx_version not in (None, "1.4"):
        raise click.UsageError("--for writes TMX 1.4, which every tool imports")
    check_outputs([output], files)
    if output == STANDARD_OUTPUT and wanted is MOSES:
        raise click.UsageError("Moses is two files, which standard output can't take")


def _is_table(path: Path, format_in: str | None) -> bool:
    known = FORMATS[format_in] if format_in else format_named(path)
    return known is not None and known.name in ("tsv", "csv", "xlsx")


@contextmanager
def _opened(
    files: tuple[Path, ...], format_in: str | None, choices: Choices, console: Console
) -> Iterator[Memory]:
    """Open one memory, or two files of lines, and show on a terminal how far it is read."""
    with naming(files), ExitStack() as stack:
        report = stack.enter_context(console.progress(f"reading {files[0].name}"))
        options = chosen_options()
        if len(files) == 1:
            if format_in == MOSES.name:
                raise click.UsageError("Moses is two files: name the source and the target")
            yield stack.enter_context(
                read_any(
                    files[0],
                    format_name=format_in,
                    choices=choices,
                    options=options,
                    progress=report,
                )
            )
            return
        sources = [stack.enter_context(unpacked(path, options.max_size)) for path in files]
        source, target = map(as_stream, sources)
        names = (sources[0].name, sources[1].name)
        header, units = read_moses(source, target, names, choices)
        yield Memory(names[0], header, units)


@contextmanager
def _output(path: Path, force: bool) -> Iterator[BinaryIO]:
    with whole_file(path, force=force) as stream, packed(stream, path) as packing:
        yield packing


def _header(memory: Memory, files: tuple[Path, ...], choices: Choices) -> Header:
    names = [path.name for path in files]
    header = made_from(memory.header, names, tool_version=version("duiqi"), date=stamp())
    if choices.source_language is None:
        return header
    return replace(header, srclang=source_of(header, choices))


def _write_tmx(
    header: Header, units: Iterable[Unit], output: Path, force: bool, tool: str | None
) -> int:
    with _output(output, force) as stream:
        if tool is None:
            return write_tmx(stream, header, units, exact=True)
        form = SafeForm(header)
        return write_tmx(stream, form.header, form.units(units))


def _write_moses(
    memory: Memory, files: tuple[Path, ...], output: Path, force: bool, choices: Choices
) -> tuple[int, str]:
    """Write two files, which appear together; return the number of lines, and the files' names."""
    source = source_of(memory.header, choices)
    target, units = target_of(memory.units, source, choices)
    ending = ".gz" if output.suffix == ".gz" else ""
    stem = str(output).removesuffix(".gz")
    paths = [Path(f"{stem}.{language}{ending}") for language in (source, target)]
    check_outputs(paths, files)
    losses = Losses()
    with _output(paths[0], force) as first, _output(paths[1], force) as second:
        count = write_moses(first, second, memory.header, units, (source, target), losses)
    written = " and ".join(map(str, paths))
    losses.report(written, f"left out, since {MOSES.title} has no place for them")
    return count, written
