"""Kills a process at a moment while it changes or exports an index, and looks what it left."""

import multiprocessing
import time
from collections.abc import Callable
from pathlib import Path

from tests.tmx.index.memories import HEADER, held, pair
from tmx.index import add_memory, all_units, change_index, lookup, memories, open_index
from tmx.output import whole_file
from tmx.units import Unit
from tmx.writer import write_tmx

OLD = [pair(f"old {n} words that are kept", f"旧词第{n}号") for n in range(150)]
NEW = [*OLD[:60], *(pair(f"new {n} words that are kept", f"新词第{n}号") for n in range(150))]


def index_in_turns(path: Path) -> None:
    """Bring a memory up to date, again and again, with most pages written before the end."""
    for turn in range(1_000_000):
        with change_index(path) as index:
            index.connection.execute("PRAGMA cache_size = 10")
            add_memory(index, "m", HEADER, (NEW, OLD)[turn % 2])


def export_in_turns(path: Path) -> None:
    """Export one memory, then the other, again and again."""
    for turn in range(1_000_000):
        export(path, path.with_suffix(".tmx"), "mn"[turn % 2])


def export(path: Path, output: Path, name: str) -> None:
    with open_index(path) as index:
        header, units = all_units(index, [name])
        with whole_file(output, force=True) as stream:
            write_tmx(stream, header, units, exact=True)


def kill_after(seconds: float, work: Callable[[Path], None], path: Path) -> None:
    """Kill a process that does the work after so many seconds, as SIGKILL does."""
    process = multiprocessing.get_context("fork").Process(target=work, args=(path,))
    process.start()
    time.sleep(seconds)
    process.kill()
    process.join()


def check_index(path: Path) -> list[Unit]:
    """Check that an index is whole and answers, and return the units of its memory m."""
    with open_index(path) as index:
        assert index.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert [memory.name for memory in memories(index)][:1] == ["m"]
        assert [match.rate for match in lookup(index, "old 7 words that are kept", limit=1)] == [
            100
        ]
    return held(path, "m")
