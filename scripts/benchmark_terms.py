#!/usr/bin/env python3
"""Measure the extraction of terms, and print rows in Markdown.

    scripts/benchmark_terms.py gold MEMORY LIST [--show 40]
    scripts/benchmark_terms.py pairs MEMORY TERMS.csv
    scripts/benchmark_terms.py size MEMORY UNITS

`gold` holds the ranking against a list of terms (paragraph, source forms, target forms; forms
behind " | "): precision of the first 40, recall in the first 100. `pairs` counts how many term
pairs of a table (sourceString, targetString; several targets behind " : ") whose two sides stand
together in a unit are found at any rank. `size` makes a memory of so many units by joining two
short units at a time, and measures time and memory.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from align.encoders import UseMultilingual
from align.quality.pairs import Side, UnitPair
from align.quality.sources import open_source
from align.terms import Entry, extract_terms

FIRST, RECALL_IN = 40, 100
SEED = 1


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["gold", "pairs", "size"])
    parser.add_argument("memory", type=Path)
    parser.add_argument("against", help="the list, the table, or the number of units")
    parser.add_argument("--show", type=int, default=0, help="show so many entries with the gold")
    options = parser.parse_args()
    pairs, languages = read(options.memory)
    if options.what == "gold":
        against_gold(pairs, languages, Path(options.against), options.show)
    elif options.what == "pairs":
        against_table(pairs, languages, Path(options.against))
    else:
        by_size(pairs, languages, int(options.against))


def against_gold(pairs: list[UnitPair], languages: tuple[str, str], path: Path, show: int) -> None:
    """Print precision and recall against a list of terms."""
    gold = read_gold(path)
    entries, seconds = timed(pairs, languages)
    hits = [gold_of(entry, gold) for entry in entries]
    right = sum(hit is not None for hit in hits[:FIRST])
    found = {hit for hit in hits[:RECALL_IN] if hit is not None}
    print(f"| in the gold of the first {FIRST} | gold in the first {RECALL_IN} | all | CPU s |")
    print("| --- | --- | --- | --- |")
    print(
        f"| {right} ({right / FIRST:.2f}) | {len(found)} of {len(gold)}"
        f" ({len(found) / len(gold):.2f}) | {len(entries):,} | {seconds:.1f} |"
    )
    for rank, (entry, hit) in enumerate(zip(entries[:show], hits, strict=False), start=1):
        mark = "gold" if hit is not None else ""
        print(f"{rank}\t{mark}\t{entry.text}\t{entry.use}\t{entry.score:.2f}")
    if show:
        for place, forms in enumerate(gold):
            if place not in found:
                print("missed", *forms, sep="\t")


def read_gold(path: Path) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Read a list of terms: of each the source's forms and the target's, in lower case."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    return [
        (frozenset(source.casefold().split(" | ")), frozenset(target.casefold().split(" | ")))
        for _, source, target in rows
    ]


def gold_of(entry: Entry, gold: list[tuple[frozenset[str], frozenset[str]]]) -> int | None:
    """Tell which gold term an entry gives: one of its translations is among the term's."""
    forms = {form.text.casefold() for form in entry.forms}
    targets = {form.text.casefold() for item in entry.translations for form in item.forms}
    for place, (source, target) in enumerate(gold):
        if forms & source and targets & target:
            return place
    return None


def against_table(pairs: list[UnitPair], languages: tuple[str, str], path: Path) -> None:
    """Print how many pairs of a table that stand together are found."""
    wanted = set()
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            for target in re.sub(r"\s*\[.*?\]", "", row["targetString"]).split(" : "):
                wanted.add((_folded(row["sourceString"]), _folded(target)))
    texts = [tuple(_folded(side.text) for side in pair.sides) for pair in pairs]
    together = [
        (source, target)
        for source, target in sorted(wanted)
        if any(
            target in right and re.search(rf"(?<!\w){re.escape(source)}(?!\w)", left)
            for left, right in texts
        )
    ]
    entries, seconds = timed(pairs, languages)
    found = {
        (_folded(form.text), _folded(other.text))
        for entry in entries
        for form in entry.forms
        for item in entry.translations
        for other in item.forms
    }
    hits = sum(pair in found for pair in together)
    count = sum(len(entry.translations) for entry in entries)
    print("| pairs of the table | together | found | all extracted | entries | CPU s |")
    print("| --- | --- | --- | --- | --- | --- |")
    print(
        f"| {len(wanted)} | {len(together)} | {hits} ({hits / len(together):.2f}) | {count:,}"
        f" | {len(entries):,} | {seconds:.1f} |"
    )
    print("not found:", "; ".join(" / ".join(pair) for pair in together if pair not in found))


def by_size(pairs: list[UnitPair], languages: tuple[str, str], count: int) -> None:
    """Print time and memory for a memory of many units."""
    made = list(recombined(pairs, count))
    entries, seconds = timed(made, languages)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print("| units | entries | CPU s | most memory |\n| --- | --- | --- | --- |")
    print(f"| {count:,} | {len(entries):,} | {seconds:.0f} | {peak:.2f} GiB |")


def recombined(pairs: list[UnitPair], count: int) -> Iterator[UnitPair]:
    """Join two units of the shorter half at a time, by lot: each is about as long as usual."""
    lot = random.Random(SEED)
    short = sorted(pairs, key=lambda pair: len(pair.source.text))[: len(pairs) // 2 + 1]
    for number in range(1, count + 1):
        two = lot.choice(short), lot.choice(short)
        sides = [
            Side(side.language, " ".join(pair.sides[place].text for pair in two))
            for place, side in enumerate(two[0].sides)
        ]
        yield UnitPair(number, str(number), *sides)


def read(path: Path) -> tuple[list[UnitPair], tuple[str, str]]:
    """Read the pairs of a memory that have two sides."""
    with open_source(path) as source:
        return [pair for pair in source.pairs() if pair.source.text and pair.target.text], (
            source.languages
        )


def timed(pairs: list[UnitPair], languages: tuple[str, str]) -> tuple[list[Entry], float]:
    """Extract the terms; give them and the seconds of one processor's work."""
    began = time.process_time()
    encoder = UseMultilingual(1)
    entries = extract_terms((("memory", pair) for pair in pairs), languages, encoder)
    return entries, time.process_time() - began


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


if __name__ == "__main__":
    main()
