#!/usr/bin/env python3
"""Train the model of critical errors in machine translations on those that people have judged.

    scripts/train_critical.py GOLD                                      figures
    scripts/train_critical.py GOLD --output align/data/critical.json

GOLD is a folder of gold data that does not belong to the project. Its critical-errors are machine
translations from English into Chinese, each with the verdict of three people (the majority counts).
Nothing but their training part is trained on, and the threshold is chosen there: each of ten parts
is scored by a model of the other nine, and the threshold is where what is called an error agrees
best with the verdicts (Matthews' correlation). The unit score's model must be trained before.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from logistic import Flags, Values, area, best_threshold, calibration_error, matthews, train
from right_pairs import read_judged

from align.encoders import UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.scoring.critical import (
    MACHINE_SIGNALS,
    CriticalErrors,
    machine_signals,
    write_critical_errors,
)
from align.quality.scoring.model import Provenance, shipped_model
from align.quality.scoring.scores import BATCH, Measurer
from align.quality.scoring.signals import SIGNALS, WORDS_SIGNALS

VERSION, TRAINED = 1, "2026-11-28"

RIDGE, RIDGE_OF_AGREEMENT = 30.0, 3000.0
"""How strongly the weights of signals, and those of single dimensions, are held near 0; chosen on
the training part, as the signals were."""

FOLDS = 10


def main() -> None:
    """Train and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    pairs, bad = read_judged(options.gold / "critical-errors/enzh_majority_train.tsv")
    measured = measure(pairs, Measurer(UseMultilingual(1), shipped_model()))
    risks = held_out(measured, bad)
    threshold = -best_threshold(-risks, bad)
    figures = {
        "pairs": len(pairs),
        "share with critical errors": float(bad.mean()),
        "held out: Matthews' correlation": matthews(risks >= threshold, bad),
        "held out: area": area(-risks[~bad], -risks[bad]),
        "held out: calibration": calibration_error(risks, bad),
    }
    for name, value in figures.items():
        print(f"{name}: {value:.4g}")
    if options.output:
        model = replace(train_model(measured, bad), threshold=threshold)
        provenance = Provenance(
            "scripts/train_critical.py GOLD --output align/data/critical.json",
            "critical-errors, English to Chinese, the training part (MLQE-PE, as of the shared task"
            f" on quality estimation of WMT 2021); {TRAINED}",
            {name: round(value, 4) for name, value in figures.items()},
        )
        options.output.write_bytes(write_critical_errors(replace(model, provenance=provenance)))


def measure(pairs: Sequence[UnitPair], measurer: Measurer) -> tuple[Values, Values, Values]:
    """Return what the model takes: signals, those of machine translations, and agreement."""
    parts = [
        measurer.with_agreement(pairs[begin : begin + BATCH])
        for begin in range(0, len(pairs), BATCH)
    ]
    values = np.concatenate([values for values, _ in parts])
    agreement = np.concatenate([agreement for _, agreement in parts])
    return values, machine_signals(pairs), agreement.astype(np.float64)


def held_out(measured: tuple[Values, Values, Values], bad: Flags) -> Values:
    """Return the risk of each pair by a model that was trained without its part."""
    parts = np.random.default_rng(0).permutation(len(bad)) % FOLDS
    risks = np.empty(len(bad))
    for part in range(FOLDS):
        held = parts == part
        own, others = ([values[rows] for values in measured] for rows in (held, ~held))
        risks[held] = train_model((others[0], others[1], others[2]), bad[~held]).probabilities(*own)
    return risks


def train_model(measured: tuple[Values, Values, Values], bad: Flags) -> CriticalErrors:
    """Train a model; it has no threshold yet."""
    values, machine, agreement = measured
    unknown = np.nanmean(values, axis=0)
    values = np.hstack([np.where(np.isnan(values), unknown, values), machine, agreement])
    plain = len(SIGNALS) + len(MACHINE_SIGNALS)
    ridge = np.full(values.shape[1], RIDGE)
    ridge[plain:] = RIDGE_OF_AGREEMENT
    bias, weights = train(values, bad, ridge=ridge)
    return CriticalErrors(
        VERSION,
        shipped_model().version,
        bias,
        weights[:plain],
        weights[plain:],
        unknown[-len(WORDS_SIGNALS) :],
        1.0,
        Provenance("", "", {}),
    )


if __name__ == "__main__":
    main()
