#!/usr/bin/env python3
"""Train the model of the unit score on right pairs and on copies with errors planted in them.

    scripts/train_quality.py SHARED                         figures of both halves
    scripts/train_quality.py SHARED --gold GOLD             and of texts that are never trained on
    scripts/train_quality.py SHARED --output align/data/quality.json

SHARED is a folder of documents (unpc-dev, un-charter, udhr, tico19) and GOLD one of gold alignments
(mac-dev) that don't belong to the project. Documents are split in two halves by their names; each
half is scored by a model that was trained on the other one. The weights that are written are
trained on both. The area under the curve is the chance that a right pair has a higher score than
one with an error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from planted_errors import PLANTERS, plant, read_chapters, read_memory, read_pairs

from align.encoders import UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.scoring.meaning import compare_meanings
from align.quality.scoring.model import Model, Provenance, write_model
from align.quality.scoring.signals import SIGNALS, Values, signals

MOST = 400
"""Errors planted of each kind in each half."""

NOT_MEANING = frozenset({"script", "quote", "tag"})
"""Kinds that leave what is said as it is: the score need not see them."""

RIDGE = 1.0
"""How strongly weights are held near 0, in the units of the standardised signals."""

NEAREST = 4
"""So many nearest texts a margin is measured against."""

BINS = 10


@dataclass(frozen=True)
class Sample:
    """Signals and margins of right pairs, and of pairs with errors by their kind."""

    right: Values
    wrong: dict[str, Values]
    right_margins: Values
    wrong_margins: dict[str, Values]

    def labelled(self) -> tuple[Values, Values]:
        """Return all signals that are trained on, and 1 for each right one."""
        wrong = [values for kind, values in self.wrong.items() if kind not in NOT_MEANING]
        values = np.concatenate([self.right, *wrong])
        return values, np.arange(len(values)) < len(self.right)


def sample(pairs: Sequence[UnitPair], encoder: UseMultilingual, seed: int) -> Sample:
    """Plant errors in pairs, and measure all signals."""
    wrong, wrong_margins = {}, {}
    near = Neighbours([pair for pair in pairs if _is_whole(pair)], encoder)
    for kind in PLANTERS:
        planted = plant(kind, pairs, np.random.default_rng([seed, *kind.encode()]), MOST)
        whole = [item.pair for item in planted if _is_whole(item.pair)]
        if whole:
            wrong[kind] = measured(whole, encoder)
            wrong_margins[kind] = near.margins(whole)
        print(f"{kind}: {len(planted)}", file=sys.stderr)
    return Sample(measured(pairs, encoder), wrong, near.margins(near.pairs), wrong_margins)


class Neighbours:
    """Margins of pairs against the texts of others: the ratio of Artetxe and Schwenk (2019).

    A pair's cosine is divided by the mean cosine of either side with the texts nearest to it on the
    other side.
    """

    def __init__(self, pairs: Sequence[UnitPair], encoder: UseMultilingual) -> None:
        self.pairs, self._encoder = pairs, encoder
        self._sides = [self._embed([pair.sides[side].text for pair in pairs]) for side in (0, 1)]

    def margins(self, pairs: Sequence[UnitPair]) -> Values:
        """Return the margins of pairs."""
        source, target = (self._embed([pair.sides[side].text for pair in pairs]) for side in (0, 1))
        near = [
            np.sort(own @ other.T, axis=1)[:, -NEAREST:].mean(axis=1)
            for own, other in ((source, self._sides[1]), (target, self._sides[0]))
        ]
        cosines = np.vecdot(source, target)
        ratios: Values = (cosines / np.maximum(sum(near) / 2, 1e-3)).astype(np.float64)
        return ratios

    def _embed(self, texts: Sequence[str]) -> Values:
        batches = [texts[begin : begin + 512] for begin in range(0, len(texts), 512)]
        spans = [np.stack([np.arange(len(it)), np.arange(len(it)) + 1], axis=1) for it in batches]
        read = (self._encoder.read(batch) for batch in batches)
        return np.concatenate([it.embed(span) for it, span in zip(read, spans, strict=True)])


def _is_whole(pair: UnitPair) -> bool:
    return all(side.text.strip() for side in pair.sides)


def measured(pairs: Sequence[UnitPair], encoder: UseMultilingual) -> Values:
    """Measure the signals of pairs, in batches; pairs with an empty side are left out."""
    whole = [pair for pair in pairs if _is_whole(pair)]
    batches = [whole[begin : begin + 256] for begin in range(0, len(whole), 256)]
    rows = [signals(batch, compare_meanings(batch, encoder)) for batch in batches]
    return np.concatenate(rows) if rows else np.empty((0, len(SIGNALS)))


def train(values: Values, right: Values) -> tuple[float, Values]:
    """Fit a logistic regression by Newton's method; return its bias and weights."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    inputs = np.column_stack([np.ones(len(values)), (values - mean) / spread])
    ridge = np.full(inputs.shape[1], RIDGE)
    ridge[0] = 0
    weights = np.zeros(inputs.shape[1])
    for _ in range(50):
        expected = 0.5 * (1 + np.tanh(inputs @ weights / 2))
        slope = inputs.T @ (expected - right) + ridge * weights
        curve = (inputs.T * (expected * (1 - expected))) @ inputs + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    plain = weights[1:] / spread
    return float(weights[0] - plain @ mean), plain


def area(right: Values, wrong: Values) -> float:
    """Return the area under the curve; equal scores count half."""
    order = np.sort(right)
    above = len(order) - np.searchsorted(order, wrong, side="right")
    equal = len(order) - above - np.searchsorted(order, wrong, side="left")
    return float((above + equal / 2).mean() / len(order))


def calibration_error(scores: Values, right: Values) -> float:
    """Return the expected calibration error over ten bins."""
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    return sum(
        abs(scores[bins == at].mean() - right[bins == at].mean()) * (bins == at).mean()
        for at in range(BINS)
        if (bins == at).any()
    )


def table(name: str, held: Sample, model: Model) -> dict[str, float]:
    """Print how well a model tells right from wrong by kind, beside plain signals."""
    plain = {"cosine": lambda values: values[:, SIGNALS.index("cosine")]}
    plain["length"] = lambda values: -values[:, SIGNALS.index("length apart")]
    right = model.probabilities(held.right)
    print(f"\n{name}: {len(held.right)} right pairs\n")
    print("| kind | pairs | score | cosine | length | margin |")
    print("| --- | --- | --- | --- | --- | --- |")
    for kind, values in held.wrong.items():
        columns = [area(right, model.probabilities(values))]
        columns += [area(of(held.right), of(values)) for of in plain.values()]
        columns.append(area(held.right_margins, held.wrong_margins[kind]))
        print(f"| {kind} | {len(values)} | {' | '.join(f'{value:.4f}' for value in columns)} |")
    values, labels = held.labelled()
    scores = model.probabilities(values)
    everything = [area(right, scores[~labels])]
    everything += [area(of(held.right), of(values[~labels])) for of in plain.values()]
    margins = [held.wrong_margins[kind] for kind in held.wrong if kind not in NOT_MEANING]
    everything.append(area(held.right_margins, np.concatenate(margins)))
    columns_text = " | ".join(f"{value:.4f}" for value in everything)
    print(f"| all that change what is said | {(~labels).sum()} | {columns_text} |")
    error = float(calibration_error(scores, labels))
    print(f"\nExpected calibration error: {error:.4f}")
    return {f"{name}: area": round(everything[0], 4), f"{name}: calibration": round(error, 4)}


def main() -> None:
    """Train and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    encoder = UseMultilingual()
    documents = read_pairs(options.shared)
    names = sorted(documents)
    halves = [
        sample([pair for name in names[half::2] for pair in documents[name]], encoder, half)
        for half in (0, 1)
    ]
    nothing = Provenance("", "", {})
    figures: dict[str, float] = {}
    for half, held in enumerate(halves):
        model = Model(0, *train(*halves[1 - half].labelled()), nothing)
        figures |= table(f"half {half + 1}, trained on the other", held, model)
    both = [half.labelled() for half in halves]
    bias, weights = train(*(np.concatenate(parts) for parts in zip(*both, strict=True)))
    model = Model(1, bias, weights, nothing)
    others = {"tico19": read_memory(options.shared / "tico19/all.en-zh.tmx")}
    if options.gold:
        others["mac-dev"] = read_chapters(options.gold / "mac-dev")
    for name, pairs in others.items():
        figures |= table(name, sample(pairs, encoder, 2), model)
    if options.output:
        data = "unpc-dev, un-charter, udhr; errors planted by scripts/planted_errors.py"
        command = "scripts/train_quality.py SHARED --gold GOLD --output align/data/quality.json"
        provenance = Provenance(command, data, figures)
        options.output.write_bytes(write_model(Model(1, bias, weights, provenance)))


if __name__ == "__main__":
    main()
