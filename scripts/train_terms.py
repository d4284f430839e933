#!/usr/bin/env python3
"""Train the weights that tell which pairs of candidates a terminologist keeps.

    scripts/train_terms.py scripts/judged_terms.tsv MEMORY... [--output align/data/terms.json]

The table of judged pairs has the columns text, source, target and right (1 or 0); its texts are the
names of the memories without their endings. Each memory is left out in turn, and what is trained on
the others is held against it: the area under the curve is the chance that a right pair has a higher
score than a wrong one. The weights that are written are trained on all.

Those that were judged are of unpc-dev, the pairs 1 to 420 (`unpc-1.tsv`) and 1,901 to 2,320
(`unpc-2.tsv`), of the two texts of the Universal Declaration of Human Rights as `duiqi align` pairs
them (`udhr.json`), and of TICO-19, the first 450 units (`tico.tmx`).

Pairs that rank low by their translation alone are nearly all no terms, and none were judged: some
of each memory, by lot, count as wrong, each less than a judged one.
"""

from __future__ import annotations

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from logistic import Flags, Values, area, figure, train

from align.encoders import UseMultilingual
from align.quality.sources import open_source
from align.terms import extraction
from align.terms.candidates import find_candidates
from align.terms.pairing.cooccurrence import pairs_together
from align.terms.pairing.linking import link
from align.terms.pairing.scoring import score
from align.terms.ranking.judgement import Weights
from align.terms.ranking.signals import SIGNALS, signals
from align.terms.text import Text

RIDGE = 10.0
SEED = 1

LOW_FROM, LOW, LOW_COUNTS = 600, 300, 0.3
"""The rank from which pairs rank low (or a third of all, if that is less), how many of them are
taken of each memory, and how much each counts."""

Judged = dict[tuple[str, str], bool]
"""Whether a pair, its source and its target, is right."""


@dataclass(frozen=True)
class Sample:
    """The pairs of one memory that are trained on.

    Attributes:
        signals: a row for each pair.
        right: which are right.
        counts: how much each counts.
        judged: how many were judged; they come first.
    """

    signals: Values
    right: Flags
    counts: Values
    judged: int


def main() -> None:
    """Print how well the weights carry over, and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("memories", type=Path, nargs="+")
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    judged = read_judged(options.table)
    samples = [sample_of(path, judged[path.stem]) for path in options.memories]
    print("| text | judged | right | area under the curve |\n| --- | --- | --- | --- |")
    for path, sample in zip(options.memories, samples, strict=True):
        bias, weights = trained([other for other in samples if other is not sample])
        scores = bias + sample.signals[: sample.judged] @ weights
        right = sample.right[: sample.judged]
        print(
            f"| {path.stem} | {len(right)} | {right.sum()}"
            f" | {figure(area(scores[right], scores[~right]))} |"
        )
    if options.output:
        bias, weights = trained(samples)
        pairs = sum(sample.judged for sample in samples)
        model = Weights(
            data=f"{', '.join(path.stem for path in options.memories)}: {pairs} judged pairs",
            command="scripts/train_terms.py scripts/judged_terms.tsv MEMORY... --output FILE",
            bias=round(bias, 4),
            weights={
                name: round(float(value), 4) for name, value in zip(SIGNALS, weights, strict=True)
            },
        )
        options.output.write_bytes(msgspec.json.format(msgspec.json.encode(model)) + b"\n")


def read_judged(path: Path) -> dict[str, Judged]:
    """Read the table of judged pairs, by the names of the texts."""
    judged: dict[str, Judged] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            pair = row["source"], row["target"]
            judged.setdefault(row["text"], {})[pair] = row["right"] == "1"
    return judged


def sample_of(path: Path, judged: Judged) -> Sample:
    """Find the judged pairs among those that are linked in a memory, and some that rank low."""
    with open_source(path) as source:
        text = Text.of((path.name, pair) for pair in source.pairs())
        languages = source.languages
    together = max(1, extraction.least_count(len(text)) - 1)
    left, right = (
        find_candidates(side, language, extraction.least_count(len(text)), together)
        for side, language in zip(text.sides, languages, strict=True)
    )
    pairs = pairs_together(left, right, together)
    linked = link(left, right, score(left, right, pairs, UseMultilingual(1)))
    values = signals(
        left,
        right,
        np.array([item.source for item in linked]),
        np.array([item.target for item in linked]),
        np.array([item.probability for item in linked]),
    )
    said = [judged.get((left.usual(item.source), right.usual(item.target))) for item in linked]
    known = [place for place, value in enumerate(said) if value is not None]
    low = [at for at in range(min(LOW_FROM, len(linked) // 3), len(linked)) if said[at] is None]
    lot = np.random.default_rng(SEED).permutation(low)[:LOW].tolist()
    return Sample(
        values[known + lot],
        np.array([said[place] is True for place in known + lot]),
        np.array([1.0] * len(known) + [LOW_COUNTS] * len(lot)),
        len(known),
    )


def trained(samples: list[Sample]) -> tuple[float, Values]:
    """Train on several memories; return the bias and the weights."""
    return train(
        np.concatenate([sample.signals for sample in samples]),
        np.concatenate([sample.right for sample in samples]),
        np.concatenate([sample.counts for sample in samples]),
        RIDGE,
    )


if __name__ == "__main__":
    main()
