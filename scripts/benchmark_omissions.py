#!/usr/bin/env python3
"""Measure what becomes of sentences whose partners were left out, one or two at a place.

    scripts/benchmark_omissions.py GOLD/mac-dev zh en --leave-one-out
    scripts/benchmark_omissions.py GOLD/textberg-dev de fr --paragraphs

GOLD is a folder of texts, one sentence a line, and their links. Of each text copies are aligned in
which single beads have lost one side (single), two in a row the same side (double), or one its
source and the next its target (crossed), at a place for every twenty beads. With --leave-one-out
each text is aligned with weights trained on the others, else with those that ship.

A sentence without partner is *unpaired*, which is right; *merged* into the bead before or behind
it; paired *instead* of a neighbour with what that neighbour belongs to; or paired with another that
has no partner (*strangers*). Behind each share stands the mean score of the beads.

With --quality the score is the lower one of the posterior and the quality, as for --min-score.
With --paragraphs texts are aligned as documents are, six beads a paragraph. Then scores are not
posteriors alone: they count what is too far from its partner (`align.documents.nearness`).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

import numpy as np
from train_aligner import Trainer, read_sides, strict_f1
from training_texts import Fault, Lines, Text, read_texts, with_omissions

from align.documents.grouping import group_by_paragraph
from align.documents.nearness import doubt_the_strange
from align.encoders import Encoder, UseMultilingual
from align.links import Link
from align.quality import pairs as quality_pairs
from align.quality.scoring import score_pairs
from align.search.clauses.search import Run
from align.search.engine import Aligner
from align.search.side import Side
from align.search.weights import OF_THESE, Weights, load_weights
from align.units import SCORE

RATE = 0.05
"""Places for each bead at which something is left out."""

COPIES = 4

IN_A_PARAGRAPH = 6
"""Beads of a paragraph, at least."""

BELIEVED = 0.9
"""The score from which a wrong bead is taken for a right one."""

DOUBTED = 0.5
"""The score below which a right bead is taken for a wrong one."""

FATES = ("unpaired", "merged before", "merged behind", "instead", "strangers")


@dataclass(frozen=True)
class Damaged:
    """A copy that lacks sentences.

    Attributes:
        fault: what was left out at each place.
        text: the copy.
        orphans: the lines that have lost their partners.
        sides: both sides, cut and encoded.
    """

    fault: Fault
    text: Text
    orphans: Lines
    sides: tuple[Side, Side]


@dataclass
class Count:
    """What was found in the copies with one kind of fault.

    Attributes:
        fates: the scores of the beads that each fate's orphans are in.
        right: the scores of the right beads.
        aligned: the links found and the right ones, of each copy.
    """

    fates: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    right: list[float] = field(default_factory=list)
    aligned: list[tuple[list[Link], tuple[Link, ...]]] = field(default_factory=list)

    def add(self, damaged: Damaged, beads: Iterable[tuple[Link, float]]) -> None:
        """Count the beads of a copy, each with its score."""
        links, gold = [], set(damaged.text.links)
        for link, score in beads:
            links.append(link)
            if link.source and link.target and link in gold:
                self.right.append(score)
            for fate in fates(link, damaged.orphans):
                self.fates[fate].append(score)
        self.aligned.append((links, damaged.text.links))

    def row(self) -> str:
        """One row of the table: the share of each fate and the mean score; strict F1."""
        total = sum(map(len, self.fates.values()))
        cells = []
        for fate in FATES:
            found = self.fates[fate]
            mean = f"{np.mean(found):.2f}" if found else ""
            cells += [f"{len(found) / total:.3f}", mean]
        wrong = [score for fate in FATES[1:] for score in self.fates[fate]]
        believed = sum(score >= BELIEVED for score in wrong) / total
        doubted = np.mean([score < DOUBTED for score in self.right])
        shares = [f"{believed:.3f}", f"{doubted:.4f}", f"{strict_f1(self.aligned):.4f}"]
        return " | ".join([str(total), *cells, *shares])


def fates(link: Link, orphans: Lines) -> Iterable[str]:
    """Say what became of each orphan of a link."""
    sides = link.source, link.target
    for side, other in ((0, 1), (1, 0)):
        own = sides[side]
        for place, line in enumerate(own):
            if line not in orphans[side]:
                continue
            if not sides[other]:
                yield "unpaired"
            elif any(number not in orphans[side] for number in own):
                follows = any(number not in orphans[side] for number in own[:place])
                yield "merged before" if follows else "merged behind"
            elif all(number in orphans[other] for number in sides[other]):
                yield "strangers"
            else:
                yield "instead"


def damaged_copies(text: Text, encoder: Encoder, *, paragraphs: bool) -> Iterable[Damaged]:
    """Make and encode the copies of a text with each fault."""
    for fault in Fault:
        for copy in range(COPIES):
            damaged, orphans = with_omissions(text, copy, fault, RATE)
            sides = read_sides(damaged, encoder)
            if paragraphs:
                sides = in_paragraphs(damaged, sides)
            yield Damaged(fault, damaged, orphans, sides)


def in_paragraphs(text: Text, sides: tuple[Side, Side]) -> tuple[Side, Side]:
    """Let a paragraph end behind every few beads, where a bead has both sides."""
    done, beads = [0, 0], 0
    begins = [np.zeros(len(side) + 1, dtype=bool) for side in sides]
    for link in text.links:
        beads += 1
        for side, lines in enumerate((link.source, link.target)):
            done[side] += len(lines)
        if beads >= IN_A_PARAGRAPH and link.source and link.target:
            beads = 0
            for side in (0, 1):
                begins[side][done[side]] = True
    for flags in begins:
        flags[[0, -1]] = True
    source, target = (
        replace(side, breaks=replace(side.breaks, begins=flags))
        for side, flags in zip(sides, begins, strict=True)
    )
    return source, target


def align(
    text: Text, sides: tuple[Side, Side], weights: Weights, *, paragraphs: bool
) -> Iterable[Run]:
    """Align the two sides of a text, as lines or as paragraphs."""
    runs = Aligner(*sides, weights).align()
    if not paragraphs:
        return runs
    groups = group_by_paragraph(runs, *sides)
    no_rows = np.zeros(len(text.source), np.int64), np.zeros(len(text.target), np.int64)
    texts = text.source, text.target
    return chain.from_iterable(doubt_the_strange(groups, texts, no_rows, *sides))


def links_of(runs: Iterable[Run]) -> Iterator[tuple[Link, float]]:
    """The links of beads, and their scores."""
    for run in runs:
        yield Link(tuple(range(*run.source)), tuple(range(*run.target))), run.score


def trusted(text: Text, beads: Sequence[tuple[Link, float]], encoder: Encoder) -> list[float]:
    """Return how far beads can be trusted: the lower one of posterior and quality."""
    pairs = []
    for place, (link, score) in enumerate(beads):
        texts = (
            (" " if language != "zh" else "").join(lines[number] for number in side)
            for language, lines, side in zip(
                text.languages, (text.source, text.target), (link.source, link.target), strict=True
            )
        )
        source, target = map(quality_pairs.Side, text.languages, texts)
        pairs.append(
            quality_pairs.UnitPair(place + 1, str(place), source, target, {SCORE: str(score)})
        )
    scored = score_pairs(pairs, encoder)
    return [
        min(score, quality.value) if link.source and link.target else score
        for (link, score), quality in zip(beads, scored, strict=True)
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--leave-one-out", action="store_true")
    parser.add_argument("--paragraphs", action="store_true")
    parser.add_argument("--quality", action="store_true")
    options = parser.parse_args()
    languages = options.source, options.target
    texts = read_texts(options.folder, languages)
    encoder = UseMultilingual()
    trainer = Trainer(texts, encoder) if options.leave_one_out else None
    counts = {fault: Count() for fault in Fault}
    for text in texts:
        others = [other.name for other in texts if other is not text]
        weights = trainer.train(others, OF_THESE) if trainer else load_weights(*languages)
        for damaged in damaged_copies(text, encoder, paragraphs=options.paragraphs):
            runs = align(damaged.text, damaged.sides, weights, paragraphs=options.paragraphs)
            beads = list(links_of(runs))
            if options.quality:
                scores = trusted(damaged.text, beads, encoder)
                beads = [(link, score) for (link, _), score in zip(beads, scores, strict=True)]
            counts[damaged.fault].add(damaged, beads)
    heads = [f"{fate} | score" for fate in FATES]
    print(
        "| left out | sentences | "
        + " | ".join(heads)
        + f" | wrong from {BELIEVED} on | right under {DOUBTED} | strict F1 |"
    )
    print("| --- " * (5 + 2 * len(FATES)) + "|")
    for fault, count in counts.items():
        print(f"| {fault} | {count.row()} |")


if __name__ == "__main__":
    main()
