"""How well predicted links agree with gold ones: strict and lax precision, recall and F1.

Two scorers are in use in the field, and the same output gets different figures from them, so that
a figure must always name its scorer:

* `Scorer.ALL_BEADS`: precision over all predicted beads, recall over all gold beads, one-sided
  beads counted like any other (the scorer of the Bertalign evaluation).
* `Scorer.PAIRED_RECALL`: precision over all predicted beads; for recall the one-sided beads are
  first taken out of both sides (the scorer of vecalign: Thompson and Koehn, 2019).

A strict hit is a bead that stands in the other alignment just as it is. A lax hit is one of
whose source sentences some is linked there to one of its target sentences; one-sided beads hit
only strictly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from align.errors import AlignmentError
from align.links import Link

LinkPair = tuple[tuple[Link, ...], tuple[Link, ...]]
HitCounter = Callable[[Sequence[Link], Sequence[Link]], int]


class Scorer(StrEnum):
    """Which beads recall is counted over."""

    ALL_BEADS = "all-beads"
    PAIRED_RECALL = "paired-recall"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Hits and totals, from which precision, recall and F1 follow.

    Attributes:
        precision_hits: predicted beads that are hits.
        predicted: predicted beads counted.
        recall_hits: gold beads that are hits.
        gold: gold beads counted.
    """

    precision_hits: int
    predicted: int
    recall_hits: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predicted beads that are hits; 0 where none was predicted."""
        return self.precision_hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold beads that were found; 0 where there is none."""
        return self.recall_hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Strict and lax agreement over one or several documents, and the scorer they are from."""

    scorer: Scorer
    strict: Agreement
    lax: Agreement


def evaluate(
    documents: Iterable[tuple[Sequence[Link], Sequence[Link]]],
    scorer: Scorer = Scorer.ALL_BEADS,
) -> Evaluation:
    """Compare predicted with gold links, micro-averaged over the documents.

    Args:
        documents: for each document its predicted links and its gold links.
        scorer: which beads recall is counted over.
    """
    pairs = [(tuple(predicted), tuple(gold)) for predicted, gold in documents]
    return Evaluation(
        scorer, _agreement(_strict_hits, pairs, scorer), _agreement(_lax_hits, pairs, scorer)
    )


def merge_within_verses(
    links: Iterable[Link], source_verses: Sequence[str], target_verses: Sequence[str]
) -> tuple[Link, ...]:
    """Merge consecutive links that lie inside one and the same verse.

    Gold links of the Bible join whole verses, so that links inside a verse must become one
    before they are compared. A link lies inside a verse when all its sentences, on both sides,
    belong to it; a one-sided link too. A link across verses stays as it is.

    Args:
        links: predicted links in the order of the text.
        source_verses: the verse of each source sentence.
        target_verses: the verse of each target sentence, in the same spelling.

    Raises:
        AlignmentError: a link names a sentence that has no verse.
    """
    merged: list[Link] = []
    last: str | None = None
    for link in links:
        verses = _verses(link.source, source_verses, "source")
        verses |= _verses(link.target, target_verses, "target")
        verse = verses.pop() if len(verses) == 1 else None
        if verse is not None and verse == last:
            before = merged[-1]
            merged[-1] = Link(before.source + link.source, before.target + link.target)
        else:
            merged.append(link)
        last = verse
    return tuple(merged)


def _verses(numbers: Sequence[int], verses: Sequence[str], side: str) -> set[str]:
    outside = next((number for number in numbers if number >= len(verses)), None)
    if outside is not None:
        raise AlignmentError(f"{side} sentence {outside} has no verse; there are {len(verses)}")
    return {verses[number] for number in numbers}


def _agreement(count_hits: HitCounter, pairs: Sequence[LinkPair], scorer: Scorer) -> Agreement:
    precision_hits = predicted_total = recall_hits = gold_total = 0
    for predicted, gold in pairs:
        precision_hits += count_hits(predicted, gold)
        predicted_total += len(predicted)
        if scorer is Scorer.PAIRED_RECALL:
            predicted, gold = _paired(predicted), _paired(gold)
        recall_hits += count_hits(gold, predicted)
        gold_total += len(gold)
    return Agreement(precision_hits, predicted_total, recall_hits, gold_total)


def _paired(links: Sequence[Link]) -> tuple[Link, ...]:
    return tuple(link for link in links if not link.one_sided)


def _strict_hits(links: Sequence[Link], reference: Sequence[Link]) -> int:
    known = set(reference)
    return sum(link in known for link in links)


def _lax_hits(links: Sequence[Link], reference: Sequence[Link]) -> int:
    known = set(reference)
    joined = {(s, t) for link in reference for s in link.source for t in link.target}
    return sum(
        link in known or any((s, t) in joined for s in link.source for t in link.target)
        for link in links
    )
