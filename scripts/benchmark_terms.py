#!/usr/bin/env python3
"""Measure the extraction of terms, and print rows in Markdown.

    scripts/benchmark_terms.py gold MEMORY LIST [--show 40]
    scripts/benchmark_terms.py pairs MEMORY TERMS.csv

`gold` holds the ranking against a list of terms (paragraph, source forms, target forms; forms
behind " | "): precision of the first 40, recall in the first 100. `pairs` counts how many term
pairs of a table (sourceString, targetString; several targets behind " : ") whose two sides stand
together in a unit are found at any rank. For time and memory, `make_memory.py` makes memories of
any size.

Beside duiqi stand two plain methods, which pair phrases that are each other's best by Dice's
coefficient, in the order of their log-likelihood ratio (Dunning, 1993): runs of one to four words
that occur twice and neither begin nor end with a word that duiqi lists as linking or as in no term,
much as Okapi extracts terms; and the keyphrases of yake, where it is installed.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import math
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from align.encoders import UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.sources import open_source
from align.terms import Entry, Text, extract_terms
from align.terms.candidates.roles import Role, listed_roles
from align.terms.words import words_of
from corpora.languages import base

FIRST, RECALL_IN = 40, 100
LONGEST, LEAST = 4, 2  # words of a run, and how often it occurs
KEYPHRASES = 5000

Found = tuple[frozenset[str], frozenset[str]]
"""A term as it was found: its forms and those of its translations, in lower case."""


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["gold", "pairs"])
    parser.add_argument("memory", type=Path)
    parser.add_argument("against", type=Path, help="the list, or the table")
    parser.add_argument("--show", type=int, default=0, help="show so many entries with the gold")
    options = parser.parse_args()
    pairs, languages = read(options.memory)
    if options.what == "gold":
        against_gold(pairs, languages, options.against, options.show)
    else:
        against_table(pairs, languages, options.against)


def against_gold(pairs: list[UnitPair], languages: tuple[str, str], path: Path, show: int) -> None:
    """Print precision and recall against a list of terms."""
    gold = read_gold(path)
    print(
        f"| extractor | in the gold of the first {FIRST} | gold in the first {RECALL_IN} | all"
        " | CPU s |\n| --- | --- | --- | --- | --- |"
    )
    for name, extract in extractors():
        found, seconds = timed(partial(extract, pairs, languages))
        hits = [gold_of(term, gold) for term in found]
        right = sum(hit is not None for hit in hits[:FIRST])
        recalled = {hit for hit in hits[:RECALL_IN] if hit is not None}
        print(
            f"| {name} | {right} ({right / FIRST:.2f}) | {len(recalled)} of {len(gold)}"
            f" ({len(recalled) / len(gold):.2f}) | {len(found):,} | {seconds:.1f} |"
        )
        for rank, (term, hit) in enumerate(zip(found[:show], hits, strict=False), start=1):
            mark = "gold" if hit is not None else ""
            print(rank, mark, *(" | ".join(sorted(forms)) for forms in term), sep="\t")
        if show:
            for place, forms in enumerate(gold):
                if place not in recalled:
                    print("missed", *(" | ".join(sorted(side)) for side in forms), sep="\t")


def read_gold(path: Path) -> list[Found]:
    """Read a list of terms: of each the source's forms and the target's, in lower case."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    return [
        (frozenset(source.casefold().split(" | ")), frozenset(target.casefold().split(" | ")))
        for _, source, target in rows
    ]


def gold_of(term: Found, gold: list[Found]) -> int | None:
    """Tell which gold term was found: one of its translations is among the term's."""
    for place, (source, target) in enumerate(gold):
        if term[0] & source and term[1] & target:
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
    print("| extractor | together | found | all extracted | CPU s |")
    print("| --- | --- | --- | --- | --- |")
    for name, extract in extractors():
        terms, seconds = timed(partial(extract, pairs, languages))
        found = {
            (_folded(one), _folded(other))
            for left, right in terms
            for one in left
            for other in right
        }
        hits = sum(pair in found for pair in together)
        print(
            f"| {name} | {len(together)} of {len(wanted)} | {hits} ({hits / len(together):.2f})"
            f" | {len(terms):,} | {seconds:.1f} |"
        )
        print("not found:", "; ".join(" / ".join(pair) for pair in together if pair not in found))


def read(path: Path) -> tuple[list[UnitPair], tuple[str, str]]:
    """Read the pairs of a memory that have two sides."""
    with open_source(path) as source:
        return [pair for pair in source.pairs() if pair.source.text and pair.target.text], (
            source.languages
        )


def timed(extract: Callable[[], list[Found]]) -> tuple[list[Found], float]:
    """Extract terms; give them and the seconds of one processor's work."""
    began = time.process_time()
    found = extract()
    return found, time.process_time() - began


def duiqi(pairs: Sequence[UnitPair], languages: tuple[str, str]) -> list[Found]:
    """Extract by duiqi."""
    encoder = UseMultilingual(1)
    text = Text.of(("memory", pair) for pair in pairs)
    return [found_of(entry) for entry in extract_terms(text, languages, encoder)]


def found_of(entry: Entry) -> Found:
    """Return the forms of an entry."""
    return (
        frozenset(form.text.casefold() for form in entry.forms),
        frozenset(form.text.casefold() for item in entry.translations for form in item.forms),
    )


def runs_of_words(pairs: Sequence[UnitPair], languages: tuple[str, str]) -> list[Found]:
    """Pair the runs of words that recur."""
    return paired(
        [runs_of([pair.sides[at].text for pair in pairs], languages[at]) for at in (0, 1)]
    )


def runs_of(texts: Sequence[str], language: str) -> list[set[str]]:
    """Return the runs of words in each text that are frequent enough."""
    roles = listed_roles(base(language))
    space = "" if base(language) == "zh" else " "
    runs: list[set[str]] = []
    counts: Counter[str] = Counter()
    for text in texts:
        words = words_of(text.casefold(), language)
        good = [word[0].isalpha() and roles.get(word, Role.CONTENT) >= Role.WEAK for word in words]
        found = [
            space.join(words[begin:end])
            for begin in range(len(words))
            for end in range(begin + 1, min(begin + LONGEST, len(words)) + 1)
            if good[begin] and good[end - 1] and all(word[0].isalpha() for word in words[begin:end])
        ]
        counts.update(found)
        runs.append(set(found))
    return [{run for run in found if counts[run] >= LEAST} for found in runs]


def keyphrases(pairs: Sequence[UnitPair], languages: tuple[str, str]) -> list[Found]:
    """Pair the keyphrases of both sides, found by yake (Campos et al., 2020)."""
    import yake

    sides = []
    for at, language in enumerate(languages):
        space = "" if base(language) == "zh" else " "
        texts = [" ".join(words_of(pair.sides[at].text, language)) for pair in pairs]
        made = yake.KeywordExtractor(lan=base(language), n=LONGEST, top=KEYPHRASES)
        phrases = {
            f" {phrase.casefold()} " for phrase, _ in made.extract_keywords("\n".join(texts))
        }
        sides.append(
            [
                {phrase.strip().replace(" ", space) for phrase in phrases if phrase in f" {text} "}
                for text in map(str.casefold, texts)
            ]
        )
    return paired(sides)


def paired(sides: Sequence[Sequence[set[str]]]) -> list[Found]:
    """Pair phrases that are each other's best by the units that they share, the surest first."""
    units = [units_of(side) for side in sides]
    ahead = best_partners(units[0], units[1], sides[1])
    back = best_partners(units[1], units[0], sides[0])
    scored = []
    for source, (target, both) in ahead.items():
        if back.get(target, ("", 0))[0] == source:
            counts = len(units[0][source]), len(units[1][target])
            scored.append((log_likelihood(both, *counts, len(sides[0])), source, target))
    return [
        (frozenset([source]), frozenset([target]))
        for _, source, target in sorted(scored, key=lambda item: (-item[0], item[1:]))
    ]


def units_of(side: Sequence[set[str]]) -> dict[str, list[int]]:
    """Return the units of each phrase."""
    units: dict[str, list[int]] = defaultdict(list)
    for unit, phrases in enumerate(side):
        for phrase in phrases:
            units[phrase].append(unit)
    return units


def best_partners(
    units: Mapping[str, list[int]], other_units: Mapping[str, list[int]], other: Sequence[set[str]]
) -> dict[str, tuple[str, int]]:
    """Return of each phrase the one with the highest Dice's coefficient, and their common units."""
    best = {}
    for phrase, places in units.items():
        together = Counter(partner for unit in places for partner in other[unit])
        if together:
            best[phrase] = max(
                together.items(),
                key=lambda item: (
                    item[1] / (len(places) + len(other_units[item[0]])), len(item[0]), item[0]
                ),
            )  # fmt: skip
    return best


def log_likelihood(both: int, one: int, other: int, units: int) -> float:
    """Return the log-likelihood ratio of two phrases that stand together in so many units."""
    cells = (both, one - both, other - both, units - one - other + both)
    expected = (
        one * other / units,
        one * (units - other) / units,
        (units - one) * other / units,
        (units - one) * (units - other) / units,
    )
    return 2 * sum(
        cell * math.log(cell / usual) for cell, usual in zip(cells, expected, strict=True) if cell
    )


Extract = Callable[[Sequence[UnitPair], tuple[str, str]], list[Found]]

EXTRACTORS: dict[str, tuple[Extract, str]] = {
    "duiqi": (duiqi, "align"),
    "recurring runs of words": (runs_of_words, "align"),
    "keyphrases by yake": (keyphrases, "yake"),
}
"""By name, each extractor and the package that it needs."""


def extractors() -> Iterator[tuple[str, Extract]]:
    """Give the extractors that are installed."""
    for name, (extract, package) in EXTRACTORS.items():
        if importlib.util.find_spec(package) is None:
            print(f"| {name} | not installed |")
        else:
            yield name, extract


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


if __name__ == "__main__":
    main()
