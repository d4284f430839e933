#!/usr/bin/env python3
"""Train the model of the unit score on right pairs and on copies with errors planted in them.

    scripts/train_quality.py SHARED GOLD                tables
    scripts/train_quality.py SHARED GOLD --output align/data/quality.json

SHARED is a folder of documents (unpc-dev, un-charter, udhr, two resolutions, tico19) and GOLD one
of gold data (bible-5k, critical-errors, mac-dev) that don't belong to the project. The documents
but tico19 are split in two halves by their names; each half is scored by a model that was trained
on the other one, and on the Bible and the judged machine translations of GOLD (the training part
of critical-errors), which count less. tico19, mac-dev and the development part of critical-errors
are never trained on. The weights that are written are trained on both halves.
The area under the curve is the chance that a right pair has a higher score than one with an error.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from logistic import (
    BINS,
    RIGHT,
    WRONG,
    Values,
    area,
    calibration_error,
    figure,
    train,
    train_bias,
    train_troubles,
)
from quality_posteriors import damaged_halves, print_posteriors, train_posterior
from quality_samples import Measured, Meter, Sample, margins
from right_pairs import read_chapters, read_judged, read_memory, read_pairs

from align.quality.scoring.evidence import WordModel, weigh
from align.quality.scoring.manner import Usual
from align.quality.scoring.model import (
    TROUBLES,
    Model,
    Posterior,
    Provenance,
    Troubles,
    weighed,
    weighed_without_words,
    write_model,
)
from align.quality.scoring.signals import PLAIN_SIGNALS, in_order, words_signals

VERSION = 6

NOT_MEANING = frozenset({"script", "quote", "tag"})
"""Kinds that leave what is said as it is: the score need not see them."""

VERSES = 2500
"""Pairs of the Bible that are taken, the first ones."""

VERSES_COUNT, JUDGED_COUNT = 0.3, 0.1
"""How much a pair of the Bible counts, and a judged translation, where one of the official
documents counts 1: more of either costs the score on official documents more than it gains it on
novels."""

COUNTS = {"clause-lost": 5.0, "neighbour": 4.0, "untranslated": 3.0, "negation": 0.3}
"""How much more than others a pair with such an error counts when weights are fitted: lost clauses
are the hardest to see but for lost negations, for which right pairs would pay that deny in other
words; and another's text and what was not translated must not pass. What this does to the share of
right pairs is undone in the biases, so that probabilities are those of kinds that count alike."""

RIDGE = 5.0
"""How strongly the weights of troubles are held near 0."""

ALL = "all that change what is said"


@dataclass(frozen=True)
class Material:
    """What is trained on besides the documents.

    Attributes:
        verses: of the Bible.
        judged: machine translations that people have called right, and errors planted in them.
        called_wrong: those that they have called wrong.
    """

    verses: Sample
    judged: Sample
    called_wrong: Measured


Signals = Callable[[Measured], Values]


def train_words(samples: Sequence[Sample]) -> tuple[WordModel, WordModel]:
    """Train the models of Chinese and of English words.

    The words of right pairs are those that are said on the other side; the words of unrelated texts
    are those that are not.
    """
    models = []
    for side in ("chinese", "english"):
        said, unsaid = (
            np.concatenate([getattr(words, side) for it in found for words in it if words])
            for found in (
                [item.right.words for item in samples],
                [item.unrelated for item in samples],
            )
        )
        values = np.concatenate([said, unsaid])
        models.append(WordModel(*train(values, np.arange(len(values)) < len(said))))
    return models[0], models[1]


def train_model(samples: Sequence[Sample], material: Material) -> tuple[Model, Signals]:
    """Train a model; return it, and what gives the signals of measured pairs by it."""
    words = train_words([*samples, material.verses])

    def signals(item: Measured) -> Values:
        evidence = (None if found is None else weigh(found, *words) for found in item.words)
        return np.concatenate([item.plain, words_signals(evidence)], axis=1)

    parts = [part for item in samples for part in labelled(item, signals, 1.0)]
    parts += labelled(material.verses, signals, VERSES_COUNT)
    parts += labelled(material.judged, signals, JUDGED_COUNT)
    parts.append(_part(material.called_wrong, signals, WRONG, JUDGED_COUNT))
    values, near, found, counts, more = (np.concatenate(it) for it in zip(*parts, strict=True))
    troubles, without_words = (
        train_on(inputs(values, near), found, counts, more)
        for inputs in (weighed, weighed_without_words)
    )
    none = Posterior(0.0, 0.0, Usual(0.0, 0.0)), Provenance("", "", {})
    return Model(VERSION, troubles, without_words, *words, *none), signals


def train_on(
    inputs: Values, found: npt.NDArray[np.int64], counts: Values, more: Values
) -> Troubles:
    """Fit weights to signals, and then the biases to how much each pair counts by itself.

    Args:
        inputs: the signals of pairs.
        found: what is found of each.
        counts: how much each counts.
        more: how many times more when weights are fitted.
    """
    biases, weights = train_troubles(inputs, found, len(TROUBLES), counts * more, RIDGE)
    odds = -np.logaddexp.reduce(biases + inputs @ weights, axis=1)
    return Troubles(biases - train_bias(odds, found == RIGHT, counts), weights)


Part = tuple[Values, Values, npt.NDArray[np.int64], Values, Values]


def labelled(held: Sample, signals: Signals, count: float) -> list[Part]:
    """Return the signals of all pairs of a sample that are trained on, with what is found of them.

    Further errors of a kind make those that there are count less, not the kind count more.

    Returns:
        Of the right pairs and of each kind their signals, those of neighbours, what is found of
        them, how much each counts, and how many times more when weights are fitted.
    """
    parts = [_part(held.right, signals, RIGHT, count)]
    for kind, items in held.wrong.items():
        if kind in NOT_MEANING:
            continue
        there = [items, *([held.more[kind]] if kind in held.more else [])]
        share = count * len(items.troubles) / sum(len(item.troubles) for item in there)
        more = COUNTS.get(kind, 1.0)
        parts += [_part(it.measured, signals, it.troubles, share, more) for it in there]
    return parts


def _part(
    items: Measured,
    signals: Signals,
    found: int | npt.NDArray[np.int64],
    count: float,
    more: float = 1.0,
) -> Part:
    each = np.ones(len(items.plain))
    broadcast = np.broadcast_to(found, len(each))
    return signals(items), items.near, broadcast, count * each, more * each


@dataclass(frozen=True)
class Tested:
    """How good a model is on a set of pairs.

    Attributes:
        areas: by the kind of error, the number of pairs and the areas of the score, the cosine,
            the length and the margin.
        scores: of the right pairs and of those with errors that change what is said.
        right: which of them are right.
    """

    areas: dict[str, tuple[int, list[float]]]
    scores: Values
    right: Values

    @property
    def calibration(self) -> float:
        """The expected calibration error."""
        return calibration_error(self.scores, self.right > 0)


def test(held: Sample, model: Model, signals: Signals) -> Tested:
    """Measure how well a model tells right from wrong, by kind, beside plain signals."""
    places = {"cosine": (PLAIN_SIGNALS.index("cosine"), 1)}
    places["length"] = (PLAIN_SIGNALS.index("length squared"), -1)

    def columns(items: Measured) -> list[Values]:
        plain = [sign * items.plain[:, place] for place, sign in places.values()]
        scores = model.probabilities(signals(items), items.near)
        return [scores, *plain, margins(items.embeddings, held.right.embeddings)]

    right = columns(held.right)
    rows = {kind: columns(items.measured) for kind, items in held.wrong.items()}
    told = [rows[kind] for kind in rows if kind not in NOT_MEANING]
    rows[ALL] = [np.concatenate(column) for column in zip(*told, strict=True)]
    areas = {
        kind: (len(row[0]), [area(*both) for both in zip(right, row, strict=True)])
        for kind, row in rows.items()
    }
    scores = np.concatenate([right[0], rows[ALL][0]])
    return Tested(areas, scores, (np.arange(len(scores)) < len(right[0])).astype(np.float64))


def print_tables(tested: dict[str, Tested]) -> None:
    """Print the tables of `docs/benchmarks.md`."""
    kinds = list(
        dict.fromkeys(kind for one in tested.values() for kind in one.areas if kind != ALL)
    )
    _row("kind", *(cell for name in tested for cell in (f"{name}: pairs", "score")))
    _row(*["---"] * (1 + 2 * len(tested)))
    for kind in (*kinds, ALL):
        found = [one.areas.get(kind, (0, [])) for one in tested.values()]
        _row(kind, *(cell for count, areas in found for cell in (f"{count:,}", _cell(areas[:1]))))
    errors = [one.calibration for one in tested.values()]
    _row("expected calibration error", *(cell for it in errors for cell in ("", _cell([it]))))
    print()
    plain = ("cosine", "length", "margin")
    _row("kind", *(f"{name}: {signal}" for name in tested for signal in plain))
    _row(*["---"] * (1 + 3 * len(tested)))
    for kind in (*kinds, ALL):
        found = [one.areas.get(kind, (0, [])) for one in tested.values()]
        _row(kind, *(_cell(areas[at : at + 1]) for _, areas in found for at in (1, 2, 3)))
    print()
    _row("score", *(cell for name in tested for cell in (f"{name}: pairs", "mean", "right")))
    _row(*["---"] * (1 + 3 * len(tested)))
    for at in range(BINS):
        cells: list[str] = []
        for one in tested.values():
            here = np.minimum((one.scores * BINS).astype(int), BINS - 1) == at
            means = [[it[here].mean()] if here.any() else [] for it in (one.scores, one.right)]
            cells += [f"{here.sum():,}", *map(_cell, means)]
        _row(f"{at / BINS:.1f} to {(at + 1) / BINS:.1f}", *cells)
    print(flush=True)


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |")


def _cell(values: Sequence[float]) -> str:
    return "".join(map(figure, values))


def main() -> None:
    """Train and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    meter = Meter()
    halves, others, material = measure(options.shared, options.gold, meter)
    tested, held_out, model = train_and_test(halves, others, material)
    damaged = damaged_halves(read_pairs(options.shared), held_out, meter.encoder)
    posterior = train_posterior(damaged)
    print_posteriors({f"half {at + 1}": it for at, it in enumerate(damaged)}, posterior)
    if options.output:
        figures = {}
        for name, one in tested.items():
            figures[f"{name}: area"] = round(one.areas[ALL][1][0], 4)
            figures[f"{name}: calibration"] = round(one.calibration, 4)
        data = (
            "unpc-dev, un-charter, udhr, resolutions 55/100 and 67/58, bible-5k, the training part"
            " of critical-errors; errors planted by scripts/planted_errors.py; of the posterior:"
            " the same documents, aligned after errors were planted in them"
        )
        command = "scripts/train_quality.py SHARED GOLD --output align/data/quality.json"
        provenance = Provenance(command, data, figures)
        whole = replace(model, posterior=posterior, provenance=provenance)
        options.output.write_bytes(write_model(whole))


def measure(
    shared: Path, gold: Path, meter: Meter
) -> tuple[list[Sample], dict[str, Sample], Material]:
    """Measure all pairs: those of both halves, those never trained on, and what else there is."""
    documents = read_pairs(shared)
    names = sorted(documents)
    halves = [
        meter.sample([pair for name in names[half::2] for pair in documents[name]], half)
        for half in (0, 1)
    ]
    others = {
        "tico19": meter.sample(read_memory(shared / "tico19/all.en-zh.tmx"), 2, to_train=False),
        "mac-dev": meter.sample(read_chapters(gold / "mac-dev"), 2, to_train=False),
    }
    verses = read_chapters(gold / "bible-5k", chinese_first=False)[:VERSES]
    pairs, wrong = read_judged(gold / "critical-errors/enzh_majority_train.tsv")
    sides = [in_order(pair) for pair in pairs]
    right_ones = [pair for pair, is_wrong in zip(sides, wrong, strict=True) if not is_wrong]
    material = Material(
        meter.sample(verses, 3),
        meter.sample(right_ones, 4),
        meter.measure([pair for pair, is_wrong in zip(sides, wrong, strict=True) if is_wrong]),
    )
    return halves, others, material


def train_and_test(
    halves: Sequence[Sample], others: dict[str, Sample], material: Material
) -> tuple[dict[str, Tested], list[Model], Model]:
    """Test each half with the other one's weights, and the others with those of both.

    Returns:
        What was found, the models that were not trained on each half, and that of both.
    """
    tested, held_out = {}, []
    for half, held in enumerate(halves):
        model, signals = train_model([halves[1 - half]], material)
        tested[f"half {half + 1}"] = test(held, model, signals)
        held_out.append(model)
    model, signals = train_model(halves, material)
    for name, held in others.items():
        tested[name] = test(held, model, signals)
    print_tables(tested)
    return tested, held_out, model


if __name__ == "__main__":
    main()
