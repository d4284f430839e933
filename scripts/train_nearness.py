#!/usr/bin/env python3
"""Train what tells that a pair is no translation, from the nearness of both documents' other pairs.

    scripts/train_nearness.py GOLD/mac-dev:zh:en GOLD/textberg-dev:de:fr --output FILE

Each argument is a folder of texts, one sentence a line, and their links, and its two languages. Of
each text pieces of several sizes are aligned as documents, a bead a paragraph, of which some beads
have lost their source, and the next their target (`training_texts.Fault.CROSSED`): what is left of
both has no partner, and is paired nevertheless if nothing speaks against it. Pairs are right if the
links have them, and wrong if nothing of the one side is linked to the other. What every folder
counts for grows with the root of its pairs. For each folder it is told how many wrong and right
pairs there are and what their scores would be, with weights trained on the other folders; the
weights that are written are trained on all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from logistic import Flags, Values, area, train
from train_aligner import read_sides
from training_texts import Fault, Text, read_texts, with_omissions

from align.documents.clues import find_clues
from align.documents.grouping import group_by_paragraph
from align.documents.moved.rivals import BELIEVED
from align.documents.nearness import Weights
from align.encoders import Encoder, UseMultilingual
from align.links import Link
from align.search.engine import Aligner
from align.search.side import Side
from tmx.dates import stamp

SIZES, PIECES = (8, 20, 80, 300), 8
"""How many beads a piece has, and how many pieces of a text there are at most of each size."""

RATE = 0.06
"""Places at which beads have lost a side, for each bead."""

DOUBTED, BELIEVED_FROM = 0.5, 0.9


@dataclass(frozen=True)
class Sample:
    """The pairs of a folder.

    Attributes:
        name: the folder's.
        clues: by name.
        right: which pairs are right.
        scores: their posteriors.
    """

    name: str
    clues: Mapping[str, Values]
    right: Flags
    scores: Values

    @property
    def values(self) -> Values:
        """The clues side by side."""
        return np.column_stack(list(self.clues.values()))


def main() -> None:
    """Print how far the weights carry over, and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", metavar="FOLDER:LANGUAGE:LANGUAGE")
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    encoder = UseMultilingual()
    samples = [read_sample(folder, encoder) for folder in options.folders]
    print("| folder | pairs | wrong | of these ≥ .5 | ≥ .9 | right < .5 | < .9 | area |")
    print("| --- " * 8 + "|")
    for sample in samples:
        others = [other for other in samples if other is not sample]
        print(row(sample, trained(others or samples)))
    if options.output:
        write(options.output, trained(samples), samples)


def read_sample(folder: str, encoder: Encoder) -> Sample:
    """Align the pieces of a folder's texts, and gather their pairs."""
    path, *languages = folder.rsplit(":", 2)
    parts = [
        sample
        for text in read_texts(Path(path), (languages[0], languages[1]))
        for piece in pieces(text)
        if (sample := pairs_of(piece, encoder))
    ]
    return Sample(
        Path(path).name,
        {name: np.concatenate([part.clues[name] for part in parts]) for name in parts[0].clues},
        np.concatenate([part.right for part in parts]),
        np.concatenate([part.scores for part in parts]),
    )


def pieces(text: Text) -> Iterator[Text]:
    """Cut pieces out of a text, of several sizes, and take beads' sides out of them."""
    chance = np.random.default_rng([*text.name.encode()])
    links = [link for link in text.links if link.source and link.target]
    for size in SIZES:
        for number in range(min(PIECES, -(-2 * len(links) // size))):
            first = int(chance.integers(0, max(1, len(links) - size + 1)))
            part = of_beads(text, links[first : first + size])
            yield with_omissions(part, number, Fault.CROSSED, RATE)[0]


def of_beads(text: Text, links: list[Link]) -> Text:
    """Return a text of some beads, each side of them one line."""
    source, target = (
        tuple(" ".join(lines[k] for k in own) for own in sides)
        for lines, sides in (
            (text.source, [link.source for link in links]),
            (text.target, [link.target for link in links]),
        )
    )
    ones = tuple(Link((k,), (k,)) for k in range(len(links)))
    return replace(text, source=source, target=target, links=ones)


def pairs_of(text: Text, encoder: Encoder) -> Sample | None:
    """Align a text as a document, and find the clues of its pairs; None if there are too few."""
    left, right = (in_lines(side) for side in read_sides(text, encoder))
    groups = group_by_paragraph(Aligner(left, right).align(), left, right)
    linked = {(i, j) for link in text.links for i in link.source for j in link.target}
    ends, correct, scores = [], [], []
    for run in (run for group in groups for run in group):
        rows, columns = range(*run.source), range(*run.target)
        shared = [(i, j) in linked for i in rows for j in columns]
        if shared and (len(shared) == 1 or not any(shared)):
            ends.append((rows, columns))
            correct.append(any(shared))
            scores.append(run.score)
    clues = find_clues(ends, (text.source, text.target), left, right, 1.0)
    return Sample(text.name, clues, np.array(correct), np.array(scores)) if clues else None


def in_lines(side: Side) -> Side:
    """Let each line be a paragraph."""
    begins = np.ones(len(side) + 1, dtype=bool)
    return replace(side, breaks=replace(side.breaks, begins=begins))


def trained(samples: list[Sample]) -> Weights:
    """Train on some folders; the bias is that of pairs of which half are right."""
    right = np.concatenate([sample.right for sample in samples]).astype(np.float64)
    counts = np.concatenate(
        [np.full(len(sample.right), 1 / np.sqrt(len(sample.right))) for sample in samples]
    )
    counts *= len(counts) / counts.sum()
    bias, weights = train(np.concatenate([s.values for s in samples]), right, counts)
    share = float((right * counts).sum() / counts.sum())
    return Weights(
        float(bias - np.log(share / (1 - share))),
        dict(zip(samples[0].clues, weights.tolist(), strict=True)),
    )


def row(sample: Sample, weights: Weights) -> str:
    """One row of the table: each figure of the posteriors alone, and of what is left of them."""
    now = sample.scores * weights.probabilities(sample.clues, BELIEVED)
    right, wrong = sample.right, ~sample.right
    figures = [str(len(now)), str(int(wrong.sum()))]
    for measure in (
        lambda scores: (scores[wrong] >= DOUBTED).sum(),
        lambda scores: (scores[wrong] >= BELIEVED_FROM).sum(),
        lambda scores: (scores[right] < DOUBTED).sum(),
        lambda scores: (scores[right] < BELIEVED_FROM).sum(),
        lambda scores: round(area(scores[right], scores[wrong]), 3),
    ):
        figures.append(f"{measure(sample.scores)} → {measure(now)}")
    return " | ".join([f"| {sample.name}", *figures]) + " |"


def write(path: Path, weights: Weights, samples: list[Sample]) -> None:
    """Write the weights, and where they come from."""
    document = {
        "provenance": {
            "command": "scripts/train_nearness.py FOLDER:LANGUAGE:LANGUAGE... --output FILE",
            "data": ", ".join(
                f"{sample.name}: {len(sample.right)} pairs, {int((~sample.right).sum())} of them"
                " wrong"
                for sample in samples
            ),
            "date": stamp().date().isoformat(),
        },
        "bias": round(weights.bias, 4),
        "weights": {name: round(value, 4) for name, value in weights.weights.items()},
    }
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
