#!/usr/bin/env python3
"""Train the aligner's weights on aligned texts, or measure how well they carry over to others.

    scripts/train_aligner.py GOLD --output align/data/weights.json
    scripts/train_aligner.py GOLD --leave-one-out
    scripts/train_aligner.py GOLD --leave-one-out --without punctuation
    scripts/train_aligner.py GOLD --for "any two languages" --output align/data/weights.json

GOLD is a folder of texts, one sentence a line, and their links: NAME.zh, NAME.en, NAME.gold. Each
text is trained on as it is and in copies with blocks of sentences taken out of one side, twice: for
its own languages, and for any two, with one weight for a feature and its mirror image
(`align.learning.symmetry`). The same folder gives the same weights on one machine, and the same
bytes where SOURCE_DATE_EPOCH pins the date. The paragraph weights that ship, which are set by hand,
are kept, and so is what the file says of where they come from; with --for also the other set of
weights. Without --leave-one-out nothing is measured; the figures of weights that come out as they
ship are kept too.

--posteriors writes a line for each bead that --leave-one-out finds in the texts as they are, with
the first set of weights: its posterior, and whether it is right. `scripts/calibration.py` reads
them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from training_texts import BLOCK, Text, read_texts, with_gaps

from align.encoders import Encoder, UseMultilingual
from align.evaluation import Scorer, evaluate
from align.learning.gold import gold_corners, right_edges
from align.learning.symmetry import ties
from align.learning.training import Example, Recipe, join_examples, train
from align.links import Link
from align.search.clauses.search import clause_group, corners, lay_clauses
from align.search.engine import Aligner
from align.search.features import Group, matrix
from align.search.lattice import Lattice
from align.search.pair import Pair, make_pair
from align.search.sentences.features import sentence_features
from align.search.sentences.search import lay_out, search_band
from align.search.side import Flags, Side, plain_side
from align.search.weights import OF_ANY, OF_THESE, Weights, load_weights, read_file
from tmx.dates import stamp

COPIES = 3

LOG_ODDS = {"words in common": 1.0}
"""Features that are logarithms of odds already: they are not trained."""

SYMMETRIC = {OF_THESE: False, OF_ANY: True}
"""The sets of weights, and whether a feature and its mirror image have one weight."""

RECIPES = {OF_THESE: Recipe(penalty=10), OF_ANY: Recipe(penalty=40)}
"""How each set is found.

What has to serve any languages is held nearer to zero, by as much as served the Bible best, English
to Chinese, with weights that did not know these languages.
"""

CHOICES = {
    OF_ANY: {
        "choice of the penalty": "40 among 3, 10, 40 and 100, with which bible-5k, English to "
        "Chinese, aligned as if in two other languages, had strict F1 .9881, .9895, .9907 and "
        ".9903 (2026-11-27, the trainer before its last correction: docs/benchmarks.md)"
    }
}
"""How a recipe was chosen, where others were tried: it goes into the file of weights."""

FEATURE_GROUPS = {
    "margins": (
        "cosine of many",
        "margin over mean",
        "margin over best",
        "unpaired neighbour",
    ),
    "gains": (
        "gain of source clause",
        "gain of target clause",
        "loss of source clause",
        "loss of target clause",
        "gain of attaching source",
        "gain of attaching target",
    ),
    "length": (
        "length squared",
        "length",
        "target longer",
        "variance",
        "deviation",
        "paired length",
        "unpaired length",
    ),
    "structure": (
        "corner",
        "source sentence ends",
        "target sentence ends",
        "source sentence ends inside",
        "target sentence ends inside",
        "sentences end inside",
        "more sentences end inside",
        "deletion at an end",
        "insertion at an end",
        "deletion to a corner",
        "insertion to a corner",
    ),
    "punctuation": (
        "questions on both sides",
        "questions on one side",
        "questions unpaired",
        "exclamations on both sides",
        "exclamations on one side",
        "exclamations unpaired",
        "quotations opened on both sides",
        "quotations opened on one side",
        "quotations opened unpaired",
        "quotations closed on both sides",
        "quotations closed on one side",
        "quotations closed unpaired",
        "same end mark",
        "one full stop",
        "one colon",
        "speech against no speech",
        "one quotation goes on",
    ),
    "gaps": (
        "gap goes on",
        "clauses of it",
        "length of it",
        "nearness of it",
        "gain of attaching it",
        "nearness in a gap",
    ),
}
"""Features that can be left out together, to see what they are worth.

Without gaps each sentence that has no partner costs the same.
"""


@dataclass(frozen=True)
class Laid:
    """A text's lattice with its features.

    Attributes:
        lattice: the lattice.
        group: the features of its edges.
        is_corner: shape (2, e), whether the tail and the head of each edge is a corner.
        starts: the first unit of each sentence of both sides, and the end.
    """

    lattice: Lattice
    group: Group
    is_corner: Flags
    starts: tuple[np.ndarray, np.ndarray]


def read_sides(text: Text, encoder: Encoder) -> tuple[Side, Side]:
    """Cut and encode both sides of a text."""
    return (
        plain_side(text.source, text.languages[0], encoder),
        plain_side(text.target, text.languages[1], encoder),
    )


class Trainer:
    """Trains on any of some texts; what does not depend on which of them is kept."""

    def __init__(self, texts: list[Text], encoder: Encoder, without: tuple[str, ...] = ()) -> None:
        """Read and encode the texts.

        Args:
            texts: what can be trained on.
            encoder: reads the clauses.
            without: features that get the weight 0.
        """
        self.without = frozenset(without)
        self.texts = {text.name: [text] for text in texts}
        for text in texts:
            self.texts[text.name] += [with_gaps(text, copy) for copy in range(1, COPIES + 1)]
        every = [text for versions in self.texts.values() for text in versions]
        self.sides = {text.name: read_sides(text, encoder) for text in every}
        self.pairs = {name: make_pair(*sides) for name, sides in self.sides.items()}
        self.sentences = {text.name: lay_sentences(self.pairs[text.name]) for text in every}

    def train(self, names: list[str], kind: str) -> Weights:
        """Train both searches on the texts of some names and their copies.

        Args:
            names: the texts.
            kind: which set of weights is wanted.
        """
        texts = [text for name in names for text in self.texts[name]]
        shipped = load_weights().paragraphs
        first = self._train([(text, self.sentences[text.name]) for text in texts], kind)
        weights = Weights(first, {}, shipped)
        laid = [(text, lay_clauses_of(text, self.pairs[text.name], weights)) for text in texts]
        return Weights(first, self._train(laid, kind), shipped)

    def _train(self, laid: list[tuple[Text, Laid]], kind: str) -> dict[str, float]:
        names = list(laid[0][1].group)
        used = [name for name in names if name not in self.without and name not in LOG_ODDS]
        tied = ties(used) if SYMMETRIC[kind] else np.eye(len(used), dtype=np.float32)
        examples = []
        for text, one in laid:
            found, free = gold_corners(text.links)
            in_units = np.stack([one.starts[side][found[:, side]] for side in (0, 1)], axis=1)
            right = right_edges(one.lattice, in_units, free, one.is_corner)[0]
            features = matrix({name: one.group[name] for name in used})
            examples.append(Example(one.lattice, features @ tied, right))
        weights, losses = train(join_examples(examples), RECIPES[kind])
        print(
            f"loss {losses[0]:.0f} to {losses[-1]:.0f} in {len(losses) - 1} steps", file=sys.stderr
        )
        by_name = LOG_ODDS | dict(zip(used, (tied @ weights).tolist(), strict=True))
        return {name: by_name.get(name, 0.0) for name in names}


def lay_sentences(pair: Pair) -> Laid:
    """Lay a text's sentences into a lattice, with features."""
    lattice, cosines = lay_out(pair, pair.band.low, pair.band.high, 0)
    group = sentence_features(lattice, pair.source.clauses, pair.target.clauses, pair.pace, cosines)
    units = np.arange(len(pair.source) + 1), np.arange(len(pair.target) + 1)
    return Laid(lattice, group, np.ones((2, len(lattice.tails)), dtype=bool), units)


def lay_clauses_of(text: Text, pair: Pair, weights: Weights) -> Laid:
    """Lay its clauses into a lattice; cut where gold agrees only."""
    outline = search_band(pair, weights, pair.band.low, pair.band.high, 0)
    gold = {tuple(corner) for corner in gold_corners(text.links)[0].tolist()}
    agreed = np.array([tuple(cut) in gold for cut in outline.cuts.tolist()])
    outline = replace(outline, cuts=outline.cuts[agreed], certainty=outline.certainty[agreed])
    laid = lay_clauses(pair, outline)
    return Laid(
        laid.lattice,
        clause_group(pair, laid, outline),
        corners(pair, laid.lattice),
        (pair.source.clauses.sentences, pair.target.clauses.sentences),
    )


def predict(sides: tuple[Side, Side], weights: Weights) -> tuple[list[Link], list[float]]:
    """Align two sides: the links, and the posterior of each."""
    runs = Aligner(*sides, weights).align()
    links = [Link(tuple(range(*run.source)), tuple(range(*run.target))) for run in runs]
    return links, [run.score for run in runs]


@dataclass(frozen=True)
class Held:
    """What leaving each text out gave, with one of the two sets of weights.

    Attributes:
        f1: the strict F1 of each version of the texts, "plain" or "gaps": by name, and pooled.
        posteriors: of each bead of the plain texts the posterior, and whether it is right.
    """

    f1: dict[str, dict[str, float]]
    posteriors: tuple[tuple[float, bool], ...]

    @property
    def figures(self) -> dict[str, object]:
        """What is written into the file of weights."""
        rounded = {
            version: {name: round(value, 4) for name, value in by_name.items()}
            for version, by_name in self.f1.items()
        }
        return {"strict F1 over all beads, each text with weights from the others": rounded}


def _figures_of(shipped: dict[str, Any], trained: Mapping[str, object]) -> dict[str, object]:
    """What was measured before, if training gave the same weights again."""
    same = all(shipped[stage] == weights for stage, weights in trained.items())
    figures: dict[str, object] = shipped["provenance"]["figures"] if same else {}
    return figures


def leave_one_out(trainer: Trainer, kind: str) -> Held:
    """Measure each text, and its first copy with gaps, with weights from the others."""
    results: dict[str, list[tuple[list[Link], tuple[Link, ...]]]] = {"plain": [], "gaps": []}
    f1: dict[str, dict[str, float]] = {version: {} for version in results}
    posteriors: list[tuple[float, bool]] = []
    for name in trainer.texts:
        others = [other for other in trainer.texts if other != name]
        weights = trainer.train(others, kind)
        for version, text in zip(results, trainer.texts[name][:2], strict=True):
            links, scores = predict(trainer.sides[text.name], weights)
            results[version].append((links, text.links))
            f1[version][name] = strict_f1([(links, text.links)])
            if version == "plain":
                right = set(text.links)
                posteriors += [
                    (score, link in right) for link, score in zip(links, scores, strict=True)
                ]
        print(
            name, *(f"{version} {by_name[name]:.4f}" for version, by_name in f1.items()), flush=True
        )
    for version, documents in results.items():
        f1[version]["pooled"] = strict_f1(documents)
        print("pooled", version, f"{f1[version]['pooled']:.4f}", flush=True)
    return Held(f1, tuple(posteriors))


def strict_f1(documents: list[tuple[list[Link], tuple[Link, ...]]]) -> float:
    """The strict F1 over all beads."""
    return evaluate(documents, Scorer.ALL_BEADS).strict.f1


def provenance(
    trainer: Trainer, folder: Path, kind: str, figures: dict[str, object]
) -> dict[str, object]:
    """Say where a set of weights comes from, and what was measured."""
    plain = [versions[0] for versions in trainer.texts.values()]
    beads = sum(len(text.links) for text in plain)
    languages = "-".join(plain[0].languages)
    mirrored = "with one weight for a feature and its mirror image" if SYMMETRIC[kind] else ""
    return {
        "data": f"{folder.name}: {len(plain)} texts, {beads} beads, {languages}; "
        f"each as it is and in {COPIES} copies with blocks of {BLOCK[0]} to {BLOCK[1]} beads "
        "taken out of one side",
        "date": stamp().date().isoformat(),
        "command": f"scripts/train_aligner.py GOLD/{folder.name} --leave-one-out --output FILE",
        "recipe": ", ".join(filter(None, (_recipe(RECIPES[kind]), mirrored))),
        **CHOICES.get(kind, {}),
        "not trained": dict(LOG_ODDS),
        "figures": figures,
    }


def _recipe(recipe: Recipe) -> str:
    return (
        f"L-BFGS from zero weights, at most {recipe.steps} steps, L2 {recipe.penalty:g}, "
        f"until the loss falls by less than {recipe.enough:g} of itself"
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--languages", nargs=2, default=("zh", "en"))
    parser.add_argument("--output", type=Path)
    parser.add_argument("--leave-one-out", action="store_true")
    parser.add_argument("--without", action="append", choices=FEATURE_GROUPS, default=[])
    parser.add_argument("--posteriors", type=Path, metavar="FILE")
    parser.add_argument("--for", dest="kind", action="append", choices=SYMMETRIC, metavar="SET")
    arguments = parser.parse_args()
    if arguments.posteriors and not arguments.leave_one_out:
        parser.error("--posteriors needs --leave-one-out")
    texts = read_texts(arguments.gold, tuple(arguments.languages))
    without = tuple(name for group in arguments.without for name in FEATURE_GROUPS[group])
    trainer = Trainer(texts, UseMultilingual(), without)
    kinds = arguments.kind or list(SYMMETRIC)
    held: dict[str, Held] = {}
    for kind in kinds if arguments.leave_one_out else ():
        print(f"weights for {kind}", flush=True)
        held[kind] = leave_one_out(trainer, kind)
    if arguments.posteriors:
        lines = (f"{score:.6f}\t{int(right)}\n" for score, right in held[kinds[0]].posteriors)
        arguments.posteriors.write_text("".join(lines), "utf-8")
    if arguments.output:
        document = read_file()
        for kind in kinds:
            weights = trainer.train(list(trainer.texts), kind)
            trained = {"sentences": weights.sentences, "clauses": weights.clauses}
            figures = held[kind].figures if kind in held else _figures_of(document[kind], trained)
            origin = provenance(trainer, arguments.gold, kind, figures)
            document[kind] = {"provenance": origin, **trained}
        arguments.output.write_text(json.dumps(document, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
