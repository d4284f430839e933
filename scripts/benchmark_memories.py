#!/usr/bin/env python3
"""Measure reading and writing a memory: time and memory, duiqi beside others.

    scripts/benchmark_memories.py --units 1000000 --folder /tmp/memories

The memory is generated (the same each time): Chinese and English, about 370 bytes a unit, each with
a name, dates and a score. Every run is a process of its own. "processor" is the processor's time
without that of starting Python and importing; the peak is the whole process's. The bare loop is
`lxml.etree.iterparse` collecting the same strings that duiqi gives. Where hypomnema is installed
for another Python, --hypomnema names that.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ZH = "重申其关于在国际贸易中采取行动的第号决议，并强调各会员国应当继续合作"
EN = "Reaffirming its resolution on international action and stressing that all should cooperate"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    '<tmx version="1.4">\n<header creationtool="benchmark" creationtoolversion="1" '
    'segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-CN" datatype="plaintext"/>\n'
    "<body>\n"
)


def generate(path: Path, count: int) -> None:
    """Write a memory of so many units."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEAD)
        for number in range(count):
            date = f"201212{1 + number // 50 % 28:02}T{number // 7 % 24:02}0000Z"
            stream.write(
                f'<tu tuid="doc:{number}" creationdate="{date}" changedate="{date}">\n'
                f'<prop type="x-score">0.{number % 1000:03}</prop>\n'
                f'<tuv xml:lang="zh-CN"><seg>{ZH[number % 20 :]}{number}</seg></tuv>\n'
                f'<tuv xml:lang="en"><seg>{EN[number % 60 :]} {number}</seg></tuv>\n</tu>\n'
            )
        stream.write("</body>\n</tmx>\n")


def bare_loop(path: Path) -> int:
    """Collect all strings with the events of lxml."""
    from lxml import etree

    count = 0
    for _, unit in etree.iterparse(path, tag="tu"):
        strings = list(unit.attrib.values())
        for child in unit:
            if child.tag == "tuv":
                strings += child.get(LANGUAGE), child.find("seg").text
            else:
                strings += child.get("type"), child.text
        count += len(strings) == 9
        unit.clear()
        while unit.getprevious() is not None:
            del unit.getparent()[0]
    return count


def duiqi_read(path: Path) -> int:
    """Read all units as `duiqi tmx` does."""
    from tmx.reading import open_memory

    with open_memory(path) as memory:
        return sum(1 for _ in memory.units)


def duiqi_write(path: Path, *, exact: bool = False) -> int:
    """Write as many units as the memory's name says, made one by one."""
    from tmx.units import Header, Property, Unit
    from tmx.writer import write_tmx

    def units() -> Iterator[Unit]:
        for number in range(int(path.stem)):
            yield Unit.pair(
                ("zh-CN", ZH[number % 20 :] + str(number)),
                ("en", EN[number % 60 :] + str(number)),
                tuid=f"doc:{number}",
                annotations=(Property("x-score", f"0.{number % 1000:03}"),),
            )

    with Path(os.devnull).open("wb") as stream:
        return write_tmx(stream, Header("zh-CN", "benchmark", "1"), units(), exact=exact)


def duiqi_write_exact(path: Path) -> int:
    """Write the same as commands pass memories on: without the rules of every tool."""
    return duiqi_write(path, exact=True)


def toolkit_read(path: Path) -> int:
    """Read all units with translate-toolkit."""
    from translate.storage.tmx import tmxfile

    with path.open("rb") as stream:
        units = tmxfile(stream, "zh-CN", "en").units
    return sum(bool(unit.source and unit.target) for unit in units)


def hypomnema_read(path: Path) -> int:
    """Read all units with hypomnema."""
    from hypomnema.backends.xml.lxml import LxmlBackend
    from hypomnema.loaders.xml import TranslationMemoryLoader

    backend = LxmlBackend()
    return len(TranslationMemoryLoader(backend).load(backend.parse(path)).units)


RUNS: dict[str, Callable[[Path], int]] = {
    "read: lxml.iterparse, bare loop": bare_loop,
    "read: duiqi": duiqi_read,
    "read: translate-toolkit": toolkit_read,
    "read: hypomnema": hypomnema_read,
    "write: duiqi, for every tool": duiqi_write,
    "write: duiqi, as it is": duiqi_write_exact,
}


def measured(command: list[str], name: str, path: Path) -> tuple[float, int] | None:
    """Run one of them in a process and return its processor seconds and its peak in bytes."""
    process = subprocess.Popen(
        [*command, __file__, "--run", name, "--memory", str(path)], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    said = process.stdout.read().decode().split()
    _, status, usage = os.wait4(process.pid, 0)
    if status or len(said) != 2 or int(said[0]) != int(path.stem):
        return None
    return float(said[1]), usage.ru_maxrss * 1024


def main() -> None:
    """Print a row for each run; a run in a process of its own prints what it counted."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--units", type=int, nargs="+", default=[100_000])
    parser.add_argument("--folder", type=Path, help="where the memory is kept")
    parser.add_argument("--hypomnema", metavar="PYTHON", help="a Python that has hypomnema")
    parser.add_argument("--only", nargs="+", default=list(RUNS), metavar="RUN")
    parser.add_argument("--run", help=argparse.SUPPRESS)
    parser.add_argument("--memory", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        RUNS[options.run](options.memory.with_name("1.tmx"))  # imports
        begin = time.process_time()
        print(RUNS[options.run](options.memory), time.process_time() - begin)
        return
    print("| units | | processor | units/s | to the bare loop | peak MB |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for count in options.units:
            path = (options.folder or Path(folder)) / f"{count}.tmx"
            for size in (1, count):
                generate(path.with_name(f"{size}.tmx"), size)
            bare = 0.0
            for name in options.only:
                other = options.hypomnema if "hypomnema" in name else None
                found = measured([other or sys.executable], name, path)
                if found is None:
                    print(f"| {count} | {name} | failed, or not installed | | | |", flush=True)
                    continue
                seconds, peak = found
                bare = seconds if name.endswith("bare loop") else bare
                ratio = f"{seconds / bare:.2f}" if bare and name.startswith("read") else ""
                print(
                    f"| {count} | {name} | {seconds:.1f} | {count / seconds:.0f} | {ratio} | "
                    f"{peak / 1e6:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
