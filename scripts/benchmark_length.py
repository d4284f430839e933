#!/usr/bin/env python3
"""Measure how time and memory grow with the length of a text.

    scripts/benchmark_length.py GOLD/bible-5k en zh --beads 1000 30000

The texts are made of the chapters of a Bible, shuffled by chance (the same each time) and repeated
as often as needed. GOLD/bible-5k is a folder as `scripts/benchmark_lines --verses` takes it. Each
text is aligned by `duiqi align --lines` in a process of its own, from cold.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path

import numpy as np

from align.evaluation import evaluate, merge_within_verses
from align.links import Link, parse_links


class Bible:
    """A text in two languages whose gold links join verses."""

    def __init__(self, folder: Path, languages: tuple[str, str]) -> None:
        """Read it and cut it into chapters."""
        gold = next(folder.glob("*.gold"))
        files = [gold.with_suffix(f".{language}") for language in languages]
        self.lines = [path.read_text("utf-8").removesuffix("\n").split("\n") for path in files]
        self.verses = [Path(f"{path}.verse").read_text("utf-8").splitlines() for path in files]
        links = parse_links(gold.read_text("utf-8"), gold.name)
        self.chapters = [list(group) for _, group in groupby(links, self._chapter)]

    def _chapter(self, link: Link) -> str:
        verse = self.verses[0][link.source[0]] if link.source else self.verses[1][link.target[0]]
        return verse.rpartition(":")[0]

    def write(self, beads: int, folder: Path) -> tuple[list[Path], list[list[str]], list[Link]]:
        """Write a text of so many beads: its two files, the verse of each line, its links."""
        chance = np.random.default_rng(0)
        lines: tuple[list[str], list[str]] = ([], [])
        verses: list[list[str]] = [[], []]
        links: list[Link] = []
        copy = 0
        while len(links) < beads:
            copy += 1
            for number in chance.permutation(len(self.chapters)).tolist():
                for link in self.chapters[number][: beads - len(links)]:
                    places = []
                    for side, old in enumerate((link.source, link.target)):
                        first = len(lines[side])
                        lines[side].extend(self.lines[side][line] for line in old)
                        verses[side].extend(f"{self.verses[side][line]} {copy}" for line in old)
                        places.append(tuple(range(first, len(lines[side]))))
                    links.append(Link(places[0], places[1]))
        files = [folder / f"{side}.txt" for side in (0, 1)]
        for path, text in zip(files, lines, strict=True):
            path.write_text("\n".join(text) + "\n", "utf-8")
        return files, verses, links


def main() -> None:
    """Print a row for each length."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--beads", type=int, nargs="+", default=[1000, 30_000])
    options = parser.parse_args()
    languages = (options.source, options.target)
    bible = Bible(options.folder, languages)
    print("| beads | strict F1 | seconds | processor | processor per 1,000 beads | peak MB |")
    print("| --- | --- | --- | --- | --- | --- |")
    for beads in options.beads:
        with tempfile.TemporaryDirectory() as folder:
            files, verses, gold = bible.write(beads, Path(folder))
            found = Path(folder) / "links"
            # The files are named for no language, so that both are told.
            command = [
                Path(sys.executable).parent / "duiqi", "align", "--quiet", "--lines", *files,
                "--source-lang", languages[0], "--target-lang", languages[1],
                "--links", found,
            ]  # fmt: skip
            begin = time.monotonic()
            process = subprocess.Popen(command)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - begin
            if status:
                sys.exit(f"duiqi ended with status {status}")
            links = parse_links(found.read_text("utf-8"), found.name)
        merged = merge_within_verses(links, *verses)
        f1 = evaluate([(merged, gold)]).strict.f1
        processor = usage.ru_utime + usage.ru_stime
        print(
            f"| {beads} | {f1:.4f} | {seconds:.1f} | {processor:.1f} | "
            f"{processor / beads * 1000:.2f} | {usage.ru_maxrss * 1024 / 1e6:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
