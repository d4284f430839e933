#!/usr/bin/env python3
"""Show what the checks find: in right pairs, and of errors planted in them, kind by kind.

    scripts/benchmark_checks.py SHARED

SHARED is a folder of documents that does not belong to the project (unpc-dev, un-charter, udhr, and
resolutions 55/100 and 67/58).
The right pairs' findings are listed with --list SEVERITY.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from planted_errors import MECHANICAL, PLANTERS, plant, with_text
from right_pairs import read_pairs

from align.quality.checking import check_pairs
from align.quality.checks import ALONE, CHECKS, shift
from align.quality.checks.terms import Term, terms_check
from align.quality.findings import Severity
from align.quality.pairs import UnitPair

RUN = 6
"""So many units a document must have for a run to slip in it."""

TERMS = {
    "安全理事会": "Security Council",
    "秘书长": "Secretary-General",
    "缔约国": "State party",
    "工作组": "Working Group",
    "条约": "Treaty",
    "委员会": "Committee",
}
"""A glossary whose targets are planted away."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--most", type=int, default=500, help="errors planted of a kind")
    parser.add_argument("--list", type=Severity, help="list findings in right pairs")
    options = parser.parse_args()
    documents = read_pairs(options.shared)
    pairs = [pair for document in documents.values() for pair in document]
    right_pairs(pairs, options.list)
    planted_errors(pairs, options.most)
    planted_terms(pairs)
    planted_runs(documents.values())


def right_pairs(pairs: Sequence[UnitPair], listed: Severity | None) -> None:
    """Show what is found in right pairs, and how fast."""
    began = time.process_time()
    found = list(check_pairs(pairs, CHECKS))
    findings = [finding for _, finding in found]
    seconds = time.process_time() - began
    print(f"{len(pairs):,} right pairs, {len(pairs) / seconds:,.0f} a second\n")
    print("| severity | pairs with a finding | share |\n| --- | --- | --- |")
    for severity in Severity:
        units = {id(pair) for pair, item in found if item.severity is severity}
        print(f"| {severity} | {len(units)} | {len(units) / len(pairs):.2%} |")
    counts = Counter((item.check, item.severity) for item in findings)
    print()
    for (check, severity), count in counts.most_common():
        print(f"- {check} ({severity}): {count}")
    for pair, item in found:
        if item.severity is listed:
            print(f"\n{item.check}: {item.message}\n{pair.source.text}\n{pair.target.text}")


def planted_errors(pairs: Sequence[UnitPair], most: int) -> None:
    """Show what share of planted errors is found, by kind."""
    print("\n| kind | planted | found | as error or warning |\n| --- | --- | --- | --- |")
    for kind in PLANTERS:
        chance = np.random.default_rng([7, *kind.encode()])
        planted = plant(kind, pairs, chance, most)
        found = serious = 0
        for item in planted:
            before = _told([pairs[item.place]])
            after = _told([item.pair])
            new = after - before
            found += bool(new)
            serious += any(severity is not Severity.INFO for _, severity, _ in new)
        count = max(1, len(planted))
        mark = " (mechanical)" if kind in MECHANICAL else ""
        print(f"| {kind}{mark} | {len(planted)} | {found / count:.1%} | {serious / count:.1%} |")


def planted_runs(documents: Iterable[Sequence[UnitPair]]) -> None:
    """Show in how many documents a run is found whose targets slipped by one unit."""
    slipped = found = 0
    (check,) = shift.CHECKS
    for pairs in documents:
        run = [with_text(pair, 1, pairs[at - 1].target.text) for at, pair in enumerate(pairs)][1:]
        if len(run) >= RUN:
            slipped += 1
            found += any(True for _ in check_pairs(run, [check]))
    print(f"| run that slipped, a document | {slipped} | {found / slipped:.1%} | the same |")


def planted_terms(pairs: Sequence[UnitPair]) -> None:
    """Show how often a term is missed that was put in other words."""
    terms = [Term(source, (target,)) for source, target in TERMS.items()]
    planted = found = 0
    for pair in pairs:
        for term in terms:
            text = pair.target.text.replace(term.targets[0], "body")
            if term.source in pair.source.text and text != pair.target.text:
                planted += 1
                wrong = with_text(pair, 1, text)
                found += any(True for _ in check_pairs([wrong], [terms_check([term])]))
    print(f"| term (mechanical) | {planted} | {found / planted:.1%} | the same |")


def _told(pairs: Sequence[UnitPair]) -> Counter[tuple[str, Severity, str]]:
    """Return what is told of pairs, with the message: a right pair may have a finding already."""
    found = (item for _, item in check_pairs(pairs, ALONE))
    return Counter((item.check, item.severity, item.message) for item in found)


if __name__ == "__main__":
    main()
