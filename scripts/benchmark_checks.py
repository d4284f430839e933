#!/usr/bin/env python3
"""Show what the checks find: in right pairs, and of errors planted in them, kind by kind.

    scripts/benchmark_checks.py SHARED

SHARED is a folder of documents that does not belong to the project (unpc-dev, un-charter, udhr).
The right pairs' findings are listed with --list SEVERITY.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from planted_errors import MECHANICAL, PLANTERS, plant, read_pairs

from align.quality.checking import check_pairs
from align.quality.checks import ALONE, CHECKS
from align.quality.findings import Severity
from align.quality.pairs import UnitPair


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


def right_pairs(pairs: Sequence[UnitPair], listed: Severity | None) -> None:
    """Show what is found in right pairs, and how fast."""
    began = time.process_time()
    findings = [finding for _, finding in check_pairs(pairs, CHECKS)]
    seconds = time.process_time() - began
    print(f"{len(pairs):,} right pairs, {len(pairs) / seconds:,.0f} a second\n")
    print("| severity | pairs with a finding | share |\n| --- | --- | --- |")
    for severity in Severity:
        units = {(item.name, item.number) for item in findings if item.severity is severity}
        print(f"| {severity} | {len(units)} | {len(units) / len(pairs):.2%} |")
    counts = Counter((item.check, item.severity) for item in findings)
    print(
        "\n"
        + ", ".join(
            f"{check} ({severity}) {count}" for (check, severity), count in counts.most_common()
        )
    )
    for item in findings:
        if item.severity is listed:
            print(f"{item.name} {item.check}: {item.message}")


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
            serious += any(severity is not Severity.INFO for _, severity in new)
        count = max(1, len(planted))
        mark = " (mechanical)" if kind in MECHANICAL else ""
        print(f"| {kind}{mark} | {len(planted)} | {found / count:.1%} | {serious / count:.1%} |")


def _told(pairs: Sequence[UnitPair]) -> Counter[tuple[str, Severity]]:
    return Counter((item.check, item.severity) for _, item in check_pairs(pairs, ALONE))


if __name__ == "__main__":
    main()
