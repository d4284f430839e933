#!/usr/bin/env python3
"""Train the model of the unit score on right pairs and on copies with errors planted in them.

    scripts/train_quality.py SHARED GOLD                figures
    scripts/train_quality.py SHARED GOLD --output align/data/quality.json

SHARED is a folder of documents (unpc-dev, un-charter, udhr, two resolutions, tico19) and GOLD one
of gold data (bible-5k, critical-errors, mac-dev) that don't belong to the project. The documents
but tico19 are split in two halves by their names; each half is scored by a model that was trained
on the other one, and on the Bible and the judged machine translations of GOLD, which count less.
tico19 and mac-dev are never trained on. The weights that are written are trained on both halves.
The area under the curve is the chance that a right pair has a higher score than one with an error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from logistic import Flags, Values, area, calibration_error, train
from planted_errors import PLANTERS, plant
from right_pairs import read_chapters, read_judged, read_memory, read_pairs

from align.encoders import UseMultilingual
from align.quality.pairs import UnitPair
from align.quality.scoring.meaning import compare_meanings
from align.quality.scoring.model import Model, Provenance, write_model
from align.quality.scoring.signals import PLAIN_SIGNALS, plain_signals, words_signals
from align.quality.scoring.words import WordModel, WordPair, WordReader, weigh

VERSION = 2

MOST = 400
"""Errors planted of each kind in each half."""

NOT_MEANING = frozenset({"script", "quote", "tag"})
"""Kinds that leave what is said as it is: the score need not see them."""

VERSES = 2500
"""Pairs of the Bible that are taken, the first ones."""

VERSES_COUNT, JUDGED_COUNT = 0.3, 0.1
"""How much a pair of the Bible counts, and a judged translation, where one of the official
documents counts 1: more of either costs the score on official documents more than it gains it on
novels."""

UNRELATED = 7
"""Words of a source are held against the target so many pairs on, to learn what unrelated is."""

NEAREST = 4
"""So many nearest texts a margin is measured against."""


@dataclass(frozen=True)
class Measured:
    """Pairs as far as they can be measured before anything is trained.

    Attributes:
        plain: their plain signals.
        words: their words.
    """

    plain: Values
    words: list[WordPair | None]


@dataclass(frozen=True)
class Sample:
    """Right pairs, and pairs with errors by their kind.

    Attributes:
        right: the right pairs.
        wrong: those with errors.
        margins: of the right pairs, and of those with errors by their kind; None where they were
            not asked for.
        unrelated: the words of sources beside those of targets that have nothing to do with them.
    """

    right: Measured
    wrong: dict[str, Measured]
    margins: tuple[Values, dict[str, Values]] | None = None
    unrelated: tuple[WordPair | None, ...] = ()


Signals = Callable[[Measured], Values]


class Meter:
    """Measures pairs."""

    def __init__(self) -> None:
        self.encoder = UseMultilingual(1)
        self._reader = WordReader(self.encoder)

    def measure(self, pairs: Sequence[UnitPair]) -> Measured:
        """Measure pairs, in batches."""
        plain, words = [np.empty((0, len(PLAIN_SIGNALS)))], []
        for begin in range(0, len(pairs), 256):
            batch = pairs[begin : begin + 256]
            plain.append(plain_signals(batch, compare_meanings(batch, self.encoder)))
            words += self._reader.read(batch)
        return Measured(np.concatenate(plain), words)

    def sample(self, pairs: Sequence[UnitPair], seed: int, *, margins: bool = True) -> Sample:
        """Plant errors in pairs, and measure them all."""
        right = [pair for pair in pairs if _is_whole(pair)]
        planted = {
            kind: plant(kind, pairs, np.random.default_rng([seed, *kind.encode()]), MOST)
            for kind in PLANTERS
        }
        wrong = {
            kind: whole
            for kind, items in planted.items()
            if (whole := [item.pair for item in items if _is_whole(item.pair)])
        }
        print({kind: len(items) for kind, items in wrong.items()}, file=sys.stderr)
        near = Neighbours(right, self.encoder) if margins else None
        shifted = [*right[UNRELATED:], *right[:UNRELATED]]
        unrelated = [
            UnitPair(one.number, one.name, one.source, other.target)
            for one, other in zip(right, shifted, strict=True)
        ]
        return Sample(
            self.measure(right),
            {kind: self.measure(items) for kind, items in wrong.items()},
            near and (near.margins(right), {kind: near.margins(it) for kind, it in wrong.items()}),
            tuple(self._reader.read(unrelated)),
        )


class Neighbours:
    """Margins of pairs against the texts of others: the ratio of Artetxe and Schwenk (2019).

    A pair's cosine is divided by the mean cosine of either side with the texts nearest to it on the
    other side.
    """

    def __init__(self, pairs: Sequence[UnitPair], encoder: UseMultilingual) -> None:
        self._encoder = encoder
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


def train_model(
    samples: Sequence[Sample], verses: Sample, judged: tuple[Measured, Flags]
) -> tuple[Model, Signals]:
    """Train a model; return it, and what gives the signals of measured pairs by it."""
    words = train_words(samples)

    def signals(item: Measured) -> Values:
        evidence = (None if found is None else weigh(found, *words) for found in item.words)
        return np.concatenate([item.plain, words_signals(evidence)], axis=1)

    sets = [(*labelled(item, signals), 1.0) for item in samples]
    sets.append((*labelled(verses, signals), VERSES_COUNT))
    sets.append((signals(judged[0]), ~judged[1], JUDGED_COUNT))
    values = np.concatenate([item[0] for item in sets])
    right = np.concatenate([item[1] for item in sets])
    counts = np.concatenate([np.full(len(item[1]), item[2]) for item in sets])
    unknown = np.concatenate([signals(item.right) for item in samples]).mean(axis=0)
    bias, weights = train(values, right, counts)
    rest = unknown[len(PLAIN_SIGNALS) :]
    return Model(VERSION, bias, weights, rest, *words, Provenance("", "", {})), signals


def labelled(held: Sample, signals: Signals) -> tuple[Values, Flags]:
    """Return the signals of all pairs of a sample that are trained on, and which are right."""
    wrong = [signals(items) for kind, items in held.wrong.items() if kind not in NOT_MEANING]
    values = np.concatenate([signals(held.right), *wrong])
    return values, np.arange(len(values)) < len(held.right.plain)


def table(name: str, held: Sample, model: Model, signals: Signals) -> dict[str, float]:
    """Print how well a model tells right from wrong by kind, beside plain signals."""
    places = {"cosine": (PLAIN_SIGNALS.index("cosine"), 1)}
    places["length"] = (PLAIN_SIGNALS.index("length squared"), -1)
    assert held.margins is not None
    rows = {"right": [model.probabilities(signals(held.right))]}
    rows |= {kind: [model.probabilities(signals(items))] for kind, items in held.wrong.items()}
    for kind, items in (("right", held.right), *held.wrong.items()):
        rows[kind] += [sign * items.plain[:, place] for place, sign in places.values()]
        rows[kind].append(held.margins[0] if kind == "right" else held.margins[1][kind])
    right = rows.pop("right")
    told = [kind for kind in rows if kind not in NOT_MEANING]
    every = [
        np.concatenate(columns) for columns in zip(*(rows[kind] for kind in told), strict=True)
    ]
    print(f"\n{name}: {len(right[0])} right pairs\n")
    print("| kind | pairs | score | cosine | length | margin |")
    print("| --- | --- | --- | --- | --- | --- |")
    for kind, columns in (*rows.items(), ("all that change what is said", every)):
        areas = [area(*both) for both in zip(right, columns, strict=True)]
        print(f"| {kind} | {len(columns[0])} | {' | '.join(f'{value:.4f}' for value in areas)} |")
    scores = np.concatenate([right[0], every[0]])
    error = calibration_error(scores, np.arange(len(scores)) < len(right[0]))
    print(f"\nExpected calibration error: {error:.4f}", flush=True)
    whole = area(right[0], every[0])
    return {f"{name}: area": round(whole, 4), f"{name}: calibration": round(error, 4)}


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
    documents = read_pairs(options.shared)
    names = sorted(documents)
    halves = [
        meter.sample([pair for name in names[half::2] for pair in documents[name]], half)
        for half in (0, 1)
    ]
    bible = read_chapters(options.gold / "bible-5k", chinese_first=False)[:VERSES]
    verses = meter.sample(bible, 3, margins=False)
    pairs, wrong = read_judged(options.gold / "critical-errors/enzh_majority_train.tsv")
    judged = meter.measure(pairs), wrong
    figures: dict[str, float] = {}
    for half, held in enumerate(halves):
        model, signals = train_model([halves[1 - half]], verses, judged)
        figures |= table(f"half {half + 1}, trained on the other", held, model, signals)
    model, signals = train_model(halves, verses, judged)
    others = {
        "tico19": read_memory(options.shared / "tico19/all.en-zh.tmx"),
        "mac-dev": read_chapters(options.gold / "mac-dev"),
    }
    for name, pairs in others.items():
        figures |= table(name, meter.sample(pairs, 2), model, signals)
    if options.output:
        data = (
            "unpc-dev, un-charter, udhr, resolutions 55/100 and 67/58, bible-5k; errors planted by"
            " scripts/planted_errors.py; the training part of critical-errors"
        )
        command = "scripts/train_quality.py SHARED GOLD --output align/data/quality.json"
        provenance = Provenance(command, data, figures)
        options.output.write_bytes(write_model(replace(model, provenance=provenance)))


if __name__ == "__main__":
    main()
