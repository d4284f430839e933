#!/usr/bin/env python3
"""Train the model of critical errors in machine translations on those that people have judged.

    scripts/train_critical.py GOLD                                      figures
    scripts/train_critical.py GOLD --output align/data/critical.json

GOLD is a folder of gold data that does not belong to the project. Its critical-errors are machine
translations from English into Chinese, each with the verdicts of three people. What is learnt is
the share of them that see a critical error; what a translation is held to be is what most of them
say. Nothing but the training part is trained on, and the threshold is chosen there: each of ten
parts is scored by a model of the other nine, several times in other parts, and the threshold is
where what is called an error agrees best with the verdicts (Matthews' correlation, smoothed over
its neighbours). The unit score's model must be trained before.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from logistic import Flags, Values, area, matthews, train
from right_pairs import read_judged, read_shares

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

RIDGE, RIDGE_OF_EMBEDDINGS = 60.0, 4000.0
"""How strongly the weights of signals, and those of single dimensions of embeddings, are held near
0; chosen on the training part, as the signals were."""

FOLDS, TIMES = 10, 5

CALLED = np.linspace(0.1, 0.45, 36)
"""The shares of translations that may be called wrong, in the order of which thresholds are tried;
`SMOOTHED` neighbours together tell how good one is."""

SMOOTHED = 7


def main() -> None:
    """Train and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    path = options.gold / "critical-errors/enzh_majority_train.tsv"
    pairs, bad = read_judged(path)
    shares = read_shares(path)
    measured = measure(pairs, Measurer(UseMultilingual(1), shipped_model()))
    risks = [held_out(measured, shares, time) for time in range(TIMES)]
    threshold = best_risk(risks, bad)
    figures = {
        "pairs": len(pairs),
        "share with critical errors": float(bad.mean()),
        "share of verdicts": float(shares.mean()),
        "threshold": threshold,
    }
    for name, measure_of in (
        ("Matthews' correlation", lambda it: matthews(it >= threshold, bad)),
        ("area", lambda it: area(-it[~bad], -it[bad])),
        ("precision", lambda it: bad[it >= threshold].mean()),
        ("recall", lambda it: (it >= threshold)[bad].mean()),
        ("called wrong", lambda it: (it >= threshold).mean()),
    ):
        figures[f"held out: {name}"] = float(np.mean([measure_of(it) for it in risks]))
    for name, value in figures.items():
        print(f"{name}: {value:.4g}")
    if options.output:
        model = replace(train_model(measured, shares), threshold=threshold)
        provenance = Provenance(
            "scripts/train_critical.py GOLD --output align/data/critical.json",
            "critical-errors, English to Chinese, the training part (MLQE-PE, as of the shared task"
            f" on quality estimation of WMT 2021); {TRAINED}",
            {name: round(value, 4) for name, value in figures.items()},
        )
        options.output.write_bytes(write_critical_errors(replace(model, provenance=provenance)))


def measure(pairs: Sequence[UnitPair], measurer: Measurer) -> tuple[Values, Values, Values]:
    """Return what the model takes: signals, those of machine translations, and embeddings."""
    parts = [measurer(pairs[begin : begin + BATCH]) for begin in range(0, len(pairs), BATCH)]
    values = np.concatenate([values for values, _ in parts])
    embeddings = np.concatenate([embeddings for _, embeddings in parts])
    return values, machine_signals(pairs), embeddings.astype(np.float64)


def held_out(measured: tuple[Values, Values, Values], shares: Values, seed: int) -> Values:
    """Return the risk of each pair by a model that was trained without its part."""
    parts = np.random.default_rng(seed).permutation(len(shares)) % FOLDS
    risks = np.empty(len(shares))
    for part in range(FOLDS):
        held = parts == part
        own, others = ([values[rows] for values in measured] for rows in (held, ~held))
        model = train_model((others[0], others[1], others[2]), shares[~held])
        risks[held] = model.probabilities(own[0], own[1], own[2])
    return risks


def best_risk(risks: Sequence[Values], bad: Flags) -> float:
    """Return from which risk on calling wrong agrees best with the verdicts."""
    thresholds = np.mean([np.quantile(each, 1 - CALLED) for each in risks], axis=0)
    found = np.mean([[matthews(each >= at, bad) for at in thresholds] for each in risks], axis=0)
    smooth = np.convolve(found, np.full(SMOOTHED, 1 / SMOOTHED), "valid")
    return float(thresholds[smooth.argmax() + SMOOTHED // 2])


def train_model(measured: tuple[Values, Values, Values], shares: Values) -> CriticalErrors:
    """Train a model on the shares of verdicts; it has no threshold yet."""
    values, machine, embeddings = measured
    unknown = np.nanmean(values, axis=0)
    values = np.hstack([np.where(np.isnan(values), unknown, values), machine, embeddings])
    plain = len(SIGNALS) + len(MACHINE_SIGNALS)
    ridge = np.full(values.shape[1], RIDGE)
    ridge[plain:] = RIDGE_OF_EMBEDDINGS
    bias, weights = train(values, shares, ridge=ridge)
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
