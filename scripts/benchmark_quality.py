#!/usr/bin/env python3
"""Hold the unit score against people's judgements of machine translations, and show its speed.

    scripts/benchmark_quality.py GOLD

GOLD is a folder that does not belong to the project: critical-errors (translations that three
annotators called wrong or not; Matthews' correlation at the threshold that is best on the training
part, by the majority) and direct-assessment (marks from 0 to 100; Pearson's and Spearman's
correlation with their mean). The encoder's plain cosine stands beside the score.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from planted_errors import pair_of

from align.encoders import UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.scoring.meaning import compare_meanings
from align.quality.scoring.model import shipped_model
from align.quality.scoring.signals import SIGNALS, Values, signals

MOST = 3000
"""Pairs of the training part that the threshold is found on."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    encoder = UseMultilingual(1)
    critical_errors(options.gold / "critical-errors", encoder)
    direct_assessment(options.gold / "direct-assessment/dev.enzh.tsv", encoder)


def critical_errors(folder: Path, encoder: UseMultilingual) -> None:
    """Print Matthews' correlation on the development part."""
    train, bad_train = _judged(folder / "enzh_majority_train.tsv")
    dev, bad_dev = _judged(folder / "enzh_majority_dev.tsv")
    found = [measured(pairs, encoder) for pairs in (train[:MOST], dev)]
    print("| signal | threshold | Matthews' correlation |\n| --- | --- | --- |")
    for name, (on_train, on_dev) in {
        "score": tuple(values[0] for values in found),
        "cosine": tuple(values[1] for values in found),
    }.items():
        thresholds = np.quantile(on_train, np.linspace(0.01, 0.6, 60))
        best = max(thresholds, key=lambda at: _matthews(on_train < at, bad_train[:MOST]))
        print(f"| {name} | {best:.3f} | {_matthews(on_dev < best, bad_dev):.3f} |")


def direct_assessment(path: Path, encoder: UseMultilingual) -> None:
    """Print the correlations with people's marks."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = [_english(row["original"], row["translation"], at) for at, row in enumerate(rows)]
    marks = np.array([float(row["mean"]) for row in rows])
    score, cosine = measured(pairs, encoder)
    print("\n| signal | Pearson | Spearman |\n| --- | --- | --- |")
    for name, values in (("score", score), ("cosine", cosine)):
        ranks = [np.argsort(np.argsort(items)) for items in (values, marks)]
        pearson, spearman = np.corrcoef(values, marks)[0, 1], np.corrcoef(*ranks)[0, 1]
        print(f"| {name} | {pearson:.3f} | {spearman:.3f} |")


def measured(pairs: Sequence[UnitPair], encoder: UseMultilingual) -> tuple[Values, Values]:
    """Return the scores and the cosines of pairs, and say how fast they came."""
    began = time.process_time()
    batches = [pairs[begin : begin + 256] for begin in range(0, len(pairs), 256)]
    values = np.concatenate([signals(batch, compare_meanings(batch, encoder)) for batch in batches])
    scores = shipped_model().probabilities(values)
    print(f"{len(pairs):,} pairs, {len(pairs) / (time.process_time() - began):,.0f} a second\n")
    return scores, values[:, SIGNALS.index("cosine")]


def _judged(path: Path) -> tuple[list[UnitPair], Values]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    pairs = [_english(row[1], row[2], at) for at, row in enumerate(rows)]
    return pairs, np.array([row[4] == "ERR" for row in rows])


def _english(source: str, target: str, number: int) -> UnitPair:
    """Make a pair from English; the spaces that a tokeniser set between characters go."""
    return pair_of(source, "".join(target.split()), number, ("en", "zh-CN"))


def _matthews(told: Values, bad: Values) -> float:
    table = np.histogram2d(told.astype(int), bad.astype(int), bins=2, range=((0, 1), (0, 1)))[0]
    (right, missed), (false, hit) = table
    below = np.sqrt((hit + false) * (hit + missed) * (right + false) * (right + missed))
    return float((hit * right - false * missed) / below) if below else 0.0


if __name__ == "__main__":
    main()
