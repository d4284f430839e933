"""`duiqi tmx index`: keep memories on disk, where they can be looked up and searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from align.cli.base import Command, pass_console
from align.cli.console import Console, counted
from align.cli.tmx.common import reading, reading_options
from tmx.errors import TmxError
from tmx.index import Change, add_memory, change_index, memories, open_index, remove_memory
from tmx.output import STANDARD_OUTPUT


@click.command(
    "index",
    cls=Command,
    example="duiqi tmx index legal.tmx health.tmx -o office.tmdb\n"
    "duiqi tmx index legal.tmx -o office.tmdb      brings legal.tmx up to date\n"
    "duiqi tmx index --remove health.tmx -o office.tmdb\n"
    "duiqi tmx index -o office.tmdb                lists what it holds",
)
@click.argument("memory_files", type=click.Path(path_type=Path), nargs=-1, metavar="[MEMORY]...")
@reading_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="INDEX",
    help="The index, made if it is not there; the suffix .tmdb is usual.",
)
@click.option("--name", help="What the memory is called in the index, instead of by its file.")
@click.option("--remove", "removed", multiple=True, metavar="NAME", help="A memory to take out.")
@click.option(
    "--force", is_flag=True, help="Replace a memory of the same name from another folder."
)
@pass_console
def index_command(
    console: Console,
    memory_files: tuple[Path, ...],
    output: Path,
    name: str | None,
    removed: tuple[str, ...],
    force: bool,
) -> None:
    """Keep memories in an index, for lookup, concordance and export.

    A MEMORY that the index has already is brought up to date: what is new is added, what has
    changed is replaced, and what is gone is removed. All is done, or nothing.
    """
    if output == STANDARD_OUTPUT:
        raise TmxError("an index can't be written to standard output; name a file")
    if not memory_files and not removed:
        _list(console, output)
        return
    names = _names(memory_files, name)
    if removed and not memory_files and not output.exists():
        raise TmxError(f"{output}: there is no such file; name an index")
    done: list[tuple[str, Change]] = []
    with change_index(output, waiting=lambda: _wait(console, output)) as index:
        for gone in removed:
            done.append((gone, remove_memory(index, gone)))
        for path, called in zip(memory_files, names, strict=True):
            folder = str(path.resolve().parent)
            with reading([path], console) as (opened,):
                change = add_memory(
                    index, called, opened.header, opened.units, folder=folder, force=force
                )
            done.append((called, change))
    for called, change in done:
        console.say(f"{output}: {called}: {_told(change)}")


def _names(paths: Sequence[Path], name: str | None) -> list[str]:
    """Return what the memories are called in the index."""
    if name is not None:
        if len(paths) != 1:
            raise TmxError("--name is for one memory; add the others by commands of their own")
        return [name]
    names = [path.name for path in paths]
    twice = [called for called, times in Counter(names).items() if times > 1]
    if twice:
        raise TmxError(
            f"two memories are called {twice[0]}; add one of them by itself, with --name"
        )
    return names


def _wait(console: Console, path: Path) -> None:
    console.say(f"{path}: another command uses it; waiting until that is done")


def _told(change: Change) -> str:
    return (
        f"{counted(change.added, 'unit')} added, {change.removed:,} removed, "
        f"{change.kept:,} as before"
    )


def _list(console: Console, path: Path) -> None:
    with open_index(path) as index:
        console.table(
            ("memory", "units>", "source language", "folder"),
            [
                (memory.name, str(memory.units), memory.header.srclang, memory.folder)
                for memory in memories(index)
            ],
        )
