#!/usr/bin/env python3
"""Measure an index: building it, its size, looking up, searching, and what looking up misses.

    scripts/benchmark_index.py SHARED/data --units 1000000 --scanned 100000

SHARED/data holds tico19/all.en-zh.tmx and unpc-dev/UNv1.0.devset.{en,zh}. Units are made of
their sentences by chance, the same each time: clauses of several sentences put together, words of
some replaced by those of others. What is looked up are such units, changed a little, and ones that
the memory doesn't hold. The best match of each is compared with that of a plain scan by
Levenshtein's distance. Prints rows of a table in Markdown.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from tmx.index import Index, add_memory, change_index, concordance, lookup, open_index
from tmx.index.tokens import folded_tokens
from tmx.reading import open_memory
from tmx.units import Header, Unit

_PHRASES = ("的", "国", "委员会", "新型冠状病毒", "the", "General Assembly", "health workers")
_CLAUSES = {"en": re.compile(r"(?<=[,;:]) "), "zh": re.compile(r"(?<=[，；：、])")}
_JOINTS = {"en": " ", "zh": ""}
_SEED = 6758


class Maker:
    """Makes units of the sentences of two corpora."""

    def __init__(self, data: Path) -> None:
        """Read them."""
        folder = data / "unpc-dev"
        lines = [
            (folder / f"UNv1.0.devset.{name}").read_text("utf-8").splitlines() for name in _JOINTS
        ]
        self.pairs = list(zip(*lines, strict=True))
        with open_memory(data / "tico19" / "all.en-zh.tmx") as memory:
            for unit in memory.units:
                english, chinese = unit.variants
                self.pairs.append((english.segment.text, chinese.segment.text))
        self._clauses = [
            tuple(_CLAUSES[name].split(text) for name, text in zip(_JOINTS, pair, strict=True))
            for pair in self.pairs
        ]
        self._words = [word for pair in self.pairs for word in pair[0].split()]
        self._characters = "".join(pair[1] for pair in self.pairs)

    def unit(self, chance: random.Random) -> tuple[str, str]:
        """Make a unit: a sentence, or the beginning of one and the end of another, changed."""
        first = chance.choice(self._clauses)
        if chance.random() < 0.1:
            pair = [
                _JOINTS[name].join(side) for name, side in zip(("en", "zh"), first, strict=True)
            ]
        else:
            last = chance.choice(self._clauses)
            share, rest = chance.random(), chance.random()
            pair = [
                _JOINTS[name].join(
                    [*begin[: 1 + int(share * len(begin))], *end[int(rest * len(end)) :]]
                )
                for name, begin, end in zip(_JOINTS, first, last, strict=True)
            ]
        return self.changed(chance, pair[0], "en", 0.08), self.changed(chance, pair[1], "zh", 0.08)

    def changed(self, chance: random.Random, text: str, language: str, share: float) -> str:
        """Replace, remove or double a share of the words of a text, or its characters."""
        joint = _JOINTS[language]
        parts = text.split() if joint else list(text)
        done: list[str] = []
        for part in parts:
            kind = chance.random()
            if kind >= share:
                done.append(part)
            elif kind < share * 0.6:
                done.append(chance.choice(self._words if joint else self._characters))
            elif kind < share * 0.8:
                done += [part, part]
        return joint.join(done) or text

    def units(self, count: int) -> Iterator[Unit]:
        """Give so many units, the same each time."""
        chance = random.Random(_SEED)
        for number in range(count):
            english, chinese = self.unit(chance)
            yield Unit.pair(("en", english), ("zh-CN", chinese), tuid=str(number))

    def asked(self, count: int, known: int) -> list[tuple[str, str]]:
        """Give texts to look up, as (language, text): half of them changed units of the first."""
        chance = random.Random(_SEED + 1)
        step = max(1, known // count)
        some = [unit for number, unit in enumerate(self.units(known)) if number % step == 0]
        found: list[tuple[str, str]] = []
        for number, unit in enumerate(some[:count]):
            language = ("en", "zh")[number % 2]
            if number % 4 < 2:
                text = unit.variants[number % 2].segment.text
                text = self.changed(chance, text, language, chance.uniform(0.02, 0.3))
            else:
                text = self.unit(chance)[number % 2]
            found.append((language, text))
        return found


def _row(name: str, value: str) -> None:
    print(f"| {name} | {value} |", flush=True)


class Taken(NamedTuple):
    """The seconds that work took, by the clock on the wall and by the processor's."""

    wall: float
    processor: float


def _percentiles(taken: list[Taken]) -> str:
    told: list[str] = []
    for kind, name in enumerate(Taken._fields):
        ordered = sorted(1000 * item[kind] for item in taken)
        last = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
        told.append(f"{statistics.median(ordered):.2f} ms, 99 % below {last:.1f} ms ({name})")
    return "; ".join(told)


def _timed(work: Callable[[], object]) -> Taken:
    began = time.perf_counter(), time.process_time()
    work()
    return Taken(time.perf_counter() - began[0], time.process_time() - began[1])


def _build(maker: Maker, path: Path, count: int) -> None:
    header = Header("en", "benchmark", "1")

    def build() -> None:
        with change_index(path) as index:
            add_memory(index, "made", header, maker.units(count))

    took = _timed(build)
    made = _timed(lambda: deque(maker.units(count), maxlen=0))
    told = [
        f"{one - other:.0f} s ({name})"
        for one, other, name in zip(took, made, Taken._fields, strict=True)
    ]
    _row(f"build, {count:,} units", "; ".join(told))
    _row("size of the file", f"{path.stat().st_size / 1e6:.0f} MB")
    _row("resident memory while building, at most", _resident())


def _resident() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def _look_up(index: Index, asked: list[tuple[str, str]], maker: Maker, count: int) -> None:
    step = max(1, count // 1000)
    exact = [unit for number, unit in enumerate(maker.units(count)) if number % step == 0]
    for language, place in (("en", 0), ("zh", 1)):
        texts = [unit.variants[place].segment.text for unit in exact]
        ask = partial(lookup, index, source=language)
        times = [_timed(partial(ask, text, minimum=100)) for text in texts]
        _row(f"exact, {language}", _percentiles(times))
        times = [_timed(partial(ask, text)) for known, text in asked if known == language]
        _row(f"fuzzy at 70 %, {language}, {len(times)} texts", _percentiles(times))


def _search(index: Index) -> None:
    for phrase in _PHRASES:
        took = _timed(partial(concordance, index, [phrase]))
        _row(f"concordance {phrase}", f"{1000 * took.wall:.1f} ms; {1000 * took.processor:.1f} ms")


def _compare(index: Index, asked: list[tuple[str, str]], maker: Maker, count: int) -> None:
    """Compare the best rates with those of a plain scan of all units."""
    characters: dict[str, str] = {}  # one for each token, so that texts are compared as strings

    def coded(text: str) -> str:
        tokens = folded_tokens(text)
        return "".join(characters.setdefault(token, chr(len(characters))) for token in tokens)

    scanned: dict[str, list[str]] = {"en": [], "zh": []}
    for unit in maker.units(count):
        for language, variant in zip(_JOINTS, unit.variants, strict=True):
            scanned[language].append(coded(variant.segment.text))
    reached = agreed = 0
    for language, text in asked:
        words = coded(text)
        scan = process.extractOne(
            words, scanned[language], scorer=Levenshtein.normalized_similarity, score_cutoff=0.69
        )
        best = 0
        if scan is not None:
            longer = max(len(words), len(scan[0]))
            nearest = 100 * (longer - Levenshtein.distance(words, scan[0])) // longer
            best = min(99, nearest) if nearest >= 70 else 0
        matches = lookup(index, text, source=language, limit=1)
        rate = min(99, matches[0].rate) if matches else 0
        reached += best > 0
        agreed += rate == best
        if rate != best:
            print(f"lookup {rate}, scan {best}: {text}")
    _row(
        f"the best match is that of a plain scan of {count:,} units",
        f"{agreed} of {len(asked)} texts ({reached} have one at 70 % or above)",
    )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, help="the folder with tico19 and unpc-dev")
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--scanned", type=int, default=100_000)
    parser.add_argument("--texts", type=int, default=1000, help="how many are looked up")
    parser.add_argument("--index", type=Path, help="keep the index here; one that is there is used")
    options = parser.parse_args()
    maker = Maker(options.data)
    with tempfile.TemporaryDirectory() as folder:
        path = options.index or Path(folder) / "made.tmdb"
        print("| | |\n|---|---|")
        if not path.exists():
            _build(maker, path, options.units)
        asked = maker.asked(options.texts, options.units)
        with open_index(path) as index:
            _look_up(index, asked, maker, options.units)
            _search(index)
        _row("resident memory so far, at most", _resident())
        if options.scanned:
            small = Path(folder) / "small.tmdb"
            with change_index(small) as index:
                add_memory(
                    index, "made", Header("en", "benchmark", "1"), maker.units(options.scanned)
                )
            with open_index(small) as index:
                _compare(index, maker.asked(options.texts, options.scanned), maker, options.scanned)


if __name__ == "__main__":
    main()
