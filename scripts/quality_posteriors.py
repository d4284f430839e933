"""What the aligner's posterior says beside the unit score: units of documents that were aligned.

In the documents that are trained on, errors are planted and sentences are taken out before they are
aligned. So a unit may be wrong because its texts are, or because the aligner went wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from logistic import Flags, Values, area, calibration_error, figure, train_offset
from planted_errors import PLANTERS
from right_pairs import pair_of
from train_aligner import Trainer, predict
from training_texts import read_texts

from align.encoders import UseMultilingual
from align.links import Link
from align.quality.pairs import UnitPair
from align.quality.scoring.manner import SURE, log_odds, usual_of
from align.quality.scoring.model import LEAST_POSTERIOR, Model, Posterior
from align.quality.scoring.scores import BATCH, Mover, score_pairs
from align.search.engine import Aligner
from align.search.side import plain_side
from align.search.weights import OF_THESE

PLANTED, TAKEN_OUT = 0.1, 0.04
"""The shares of pairs in which an error is planted, and that lose one side."""

FEWEST = 8
"""Documents of fewer pairs are left out."""


@dataclass(frozen=True)
class Unit:
    """A unit of an aligned document.

    Attributes:
        pair: its texts.
        posterior: the aligner's, of its bead.
        right: whether its sides say the same, wholly.
    """

    pair: UnitPair
    posterior: float
    right: bool


def damaged_document(
    pairs: Sequence[UnitPair], encoder: UseMultilingual, seed: Sequence[int]
) -> list[Unit]:
    """Plant errors in a document, take sentences out, align what is left, and give its units."""
    chance = np.random.default_rng(seed)
    lines: tuple[list[str], list[str]] = ([], [])
    right: set[Link] = set()
    kinds = sorted(PLANTERS.keys() - {"script", "quote", "tag"})
    for place, pair in enumerate(pairs):
        shown, wrong = pair, None
        if chance.random() < PLANTED:
            wrong = PLANTERS[kinds[int(chance.integers(len(kinds)))]](chance, pairs, place)
            shown = wrong or pair
            wrong = None if shown == pair else shown
        kept = [True, True]
        if chance.random() < TAKEN_OUT:
            kept[int(chance.integers(2))] = False
        if all(kept) and wrong is None:
            right.add(Link((len(lines[0]),), (len(lines[1]),)))
        for own, side, keep in zip(lines, shown.sides, kept, strict=True):
            if keep:
                own.append(" ".join(side.text.split()))
    one, other = (
        plain_side(own, tag, encoder) for own, tag in zip(lines, ("zh", "en"), strict=True)
    )
    runs = Aligner(one, other).align()
    links = [Link(tuple(range(*run.source)), tuple(range(*run.target))) for run in runs]
    return list(_units(lines, links, [run.score for run in runs], right))


def damaged_halves(
    documents: dict[str, list[UnitPair]], models: Sequence[Model], encoder: UseMultilingual
) -> list[tuple[list[Unit], Values]]:
    """Damage and align documents by halves, and score the units of each.

    Args:
        documents: by their names.
        models: what scores the units of each half: one that was trained on the other half.
        encoder: reads the texts.
    """
    scored = []
    for half, model in enumerate(models):
        units: list[Unit] = []
        for name in sorted(documents)[half :: len(models)]:
            if len(documents[name]) >= FEWEST:
                units += damaged_document(documents[name], encoder, [half, *name.encode()])
        scored.append((units, scores_of(units, model, encoder)))
    return scored


def novels(folder: Path, encoder: UseMultilingual) -> list[Unit]:
    """Align each half of some texts with weights from the other half; give the units of all."""
    texts = read_texts(folder, ("zh", "en"))
    trainer = Trainer(texts, encoder)
    units: list[Unit] = []
    for half in (0, 1):
        weights = trainer.train([text.name for text in texts[1 - half :: 2]], OF_THESE)
        for text in texts[half::2]:
            links, posteriors = predict(trainer.sides[text.name], weights)
            units += _units((text.source, text.target), links, posteriors, set(text.links))
    return units


def _units(
    lines: tuple[Sequence[str], Sequence[str]],
    links: Sequence[Link],
    posteriors: Sequence[float],
    right: set[Link],
) -> Iterable[Unit]:
    for number, (link, posterior) in enumerate(zip(links, posteriors, strict=True)):
        source = "".join(lines[0][line] for line in link.source)
        target = " ".join(lines[1][line] for line in link.target)
        if source.strip() and target.strip():
            yield Unit(pair_of(source, target, number), posterior, link in right)


def scores_of(units: Sequence[Unit], model: Model, encoder: UseMultilingual) -> Values:
    """Score units by their texts alone, beside those of their neighbours."""
    found = score_pairs((unit.pair for unit in units), encoder, model)
    return np.array([score.value for score in found])


def flags_of(units: Sequence[Unit]) -> Flags:
    """Say which units are right."""
    return np.array([unit.right for unit in units])


def train_posterior(scored: Sequence[tuple[Sequence[Unit], Values]]) -> Posterior:
    """Fit what a posterior counts beside the score.

    Where most units are right, as in aligned documents, a score that was trained where a third is
    right is too strict; what is usual of posteriors makes up for it.

    Args:
        scored: units of documents, with scores by models that were not trained on them.
    """
    units = [unit for some, _ in scored for unit in some]
    scores = np.concatenate([values for _, values in scored])
    odds = np.array([log_odds(value) for value in scores.tolist()])
    surely = np.array([unit.posterior for unit in units])
    surely = np.clip(surely, LEAST_POSTERIOR, 1 - LEAST_POSTERIOR)
    bias, weight = train_offset(np.log(surely / (1 - surely)), odds, flags_of(units))
    sure = [value for value, unit in zip(odds, units, strict=True) if unit.posterior >= SURE]
    return Posterior(weight, -bias / weight, usual_of(sure))


def print_posteriors(
    scored: Mapping[str, tuple[Sequence[Unit], Values]], posterior: Posterior
) -> None:
    """Print how well the score, the posterior and both together tell right units from wrong ones.

    Args:
        scored: units by the name of their set, with their scores by their texts alone.
        posterior: what a posterior counts.
    """
    print("| aligned | units | wrong | signal | area under the curve | calibration error |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, (units, scores) in scored.items():
        right = flags_of(units)
        surely = np.array([unit.posterior for unit in units])
        plain = [posterior.moved(*values) for values in zip(scores, surely, strict=True)]
        moved = Mover(posterior)
        batches = [slice(begin, begin + BATCH) for begin in range(0, len(units), BATCH)]
        both = [
            value for it in batches for value in moved(scores[it].tolist(), surely[it].tolist())
        ]
        named = {"score": scores, "posterior": surely, "both": np.array(plain)}
        named["both, by the document's manner"] = np.array(both)
        for signal, values in named.items():
            found = area(values[right], values[~right])
            error = calibration_error(values, right)
            counts = f"{len(units):,} | {(~right).sum():,}"
            print(f"| {name} | {counts} | {signal} | {figure(found)} | {figure(error)} |")
    print()
