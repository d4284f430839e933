#!/usr/bin/env python3
"""Hold the unit score and the probability of a critical error against people's judgements.

    scripts/benchmark_quality.py GOLD

GOLD is a folder that does not belong to the project: critical-errors (translations that three
annotators called wrong or not; Matthews' correlation at the threshold that is best on the training
part, by the majority) and direct-assessment (marks from 0 to 100; Pearson's and Spearman's
correlation with their mean). The encoder's plain cosine stands beside the score and the
probability of a critical error, whose threshold is the one that ships. The novels
of mac-dev are aligned, each half with weights of the aligner that were trained on the other half,
and the aligner's posterior is held beside the score of each unit; and so are those of their pairs,
damaged and aligned anew with the weights that ship, which were trained on these texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from logistic import Flags, Values, area, best_threshold, calibration_error, figure, matthews
from quality_posteriors import damaged_document, novels, print_posteriors, scores_of
from right_pairs import read_chapters, read_judged, read_marked
from train_critical import measure

from align.encoders import UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.scoring.critical import shipped_critical_errors
from align.quality.scoring.model import shipped_model
from align.quality.scoring.neighbours import neighbour_signals
from align.quality.scoring.scores import Measurer
from align.quality.scoring.signals import SIGNALS

RISK = "no critical error"

SEED = (5,)
"""Of the chance by which novels are damaged."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    measurer = Measurer(UseMultilingual(1), shipped_model())
    folder = options.gold / "critical-errors"
    (pairs, bad), (held_pairs, held_bad) = (
        read_judged(folder / f"enzh_majority_{part}.tsv") for part in ("train", "dev")
    )
    critical_errors(scores(pairs, measurer), bad, scores(held_pairs, measurer), held_bad)
    pairs, marks = read_marked(options.gold / "direct-assessment/dev.enzh.tsv")
    direct_assessment(scores(pairs, measurer), marks)
    encoder = UseMultilingual(1)
    model = shipped_model()
    aligned = {
        "novels": novels(options.gold / "mac-dev", encoder),
        "novels, damaged": damaged_document(read_chapters(options.gold / "mac-dev"), encoder, SEED),
    }
    scored = {name: (units, scores_of(units, model, encoder)) for name, units in aligned.items()}
    print_posteriors(scored, model.posterior)


def scores(pairs: Sequence[UnitPair], measurer: Measurer) -> dict[str, Values]:
    """Return what tells right pairs from wrong ones, the higher the better."""
    values, machine, embeddings = measure(pairs, measurer)
    rows = list(embeddings.astype(np.float32))
    near = neighbour_signals(rows, np.arange(len(pairs)), rows)
    risks = shipped_critical_errors().probabilities(values, machine, embeddings.astype(np.float32))
    return {
        "unit score": shipped_model().probabilities(values, near),
        "cosine": values[:, SIGNALS.index("cosine")],
        RISK: 1 - risks,
    }


def critical_errors(
    judged: dict[str, Values], bad: Flags, held: dict[str, Values], held_bad: Flags
) -> None:
    """Print Matthews' correlation on the development part."""
    print("| score | threshold | Matthews' correlation | area under the curve |")
    print("| --- | --- | --- | --- |")
    for name, values in held.items():
        threshold = best_threshold(judged[name], bad)
        if name == RISK:
            threshold = 1 - shipped_critical_errors().threshold
        found = matthews(values < threshold, held_bad)
        areas = area(values[~held_bad], values[held_bad])
        print(f"| {name} | {' | '.join(map(figure, (threshold, found, areas)))} |")
    risks = 1 - held[RISK]
    print(f"\ncalibration error: {figure(calibration_error(risks, held_bad))}\n")


def direct_assessment(found: dict[str, Values], marks: Values) -> None:
    """Print the correlations with people's marks."""
    print("| score | Pearson | Spearman |\n| --- | --- | --- |")
    for name, values in found.items():
        ranks, places = (np.argsort(np.argsort(items)).astype(float) for items in (values, marks))
        pearson, spearman = np.corrcoef(values, marks)[0, 1], np.corrcoef(ranks, places)[0, 1]
        print(f"| {name} | {figure(pearson)} | {figure(spearman)} |")
    print()


if __name__ == "__main__":
    main()
