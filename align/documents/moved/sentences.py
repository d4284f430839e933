"""Sentences of one paragraph that stand in another order: put together in one bead.

A translator may turn two sentences round. A path never goes back, so it pairs each with the other's
translation, or leaves some of them alone. The beads of a paragraph pair stand in order on both
sides, so two sentences that are clearly nearer crosswise become one bead of two and two.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from align.documents.grouping import Group, embed_sentences, is_whole, one_run
from align.doubts import Reason
from align.encoders import Floats
from align.search.clauses.search import Run
from align.search.side import Side

UNSURE = 0.9
"""The score below which a bead may be joined with its neighbours."""

CLEARLY = 0.1
"""By how much a pair is nearer than what the search paired, as a cosine. With an unsure bead none
of a novel's sentences had more than .03, and sentences that were turned round had .12 to .54."""

UNPAIRED = 0.4
"""What a pair must be nearer than if the search paired none of its sentences."""

TEMPERATURE = 0.04
"""How cosines become probabilities, as in `align.documents.moved.sorted_lists`."""

MOST_RUNS = 4
"""Beads that are joined into one at most."""

BLOCK = 256
"""Paragraph pairs of which the sentences are embedded at once."""

Sentences = tuple[list[int], list[int]]
"""The sentences of a group on both sides."""


def join_crossed_sentences(groups: Sequence[Group], source: Side, target: Side) -> list[Group]:
    """Join the beads of two adjacent sentences that are clearly nearer crosswise.

    Args:
        groups: runs by whole paragraphs.
        source: the source, in paragraphs.
        target: the target, in paragraphs.
    """
    joined = list(groups)
    sentences = [_sentences(group) for group in groups]
    unsure = [
        k
        for k, group in enumerate(groups)
        if len(group) > 1 < min(map(len, sentences[k])) and min(run.score for run in group) < UNSURE
    ]
    for begin in range(0, len(unsure), BLOCK):
        some = unsure[begin : begin + BLOCK]
        left, right = (
            _embedded(side, [sentences[k][which] for k in some])
            for which, side in enumerate((source, target))
        )
        for k, rows, columns in zip(some, left, right, strict=True):
            joined[k] = _joined(groups[k], rows @ columns.T, source, target)
    return joined


def _sentences(group: Sequence[Run]) -> Sentences:
    return (
        [sentence for run in group for sentence in range(*run.source)],
        [sentence for run in group for sentence in range(*run.target)],
    )


def _embedded(side: Side, sentences: Sequence[list[int]]) -> list[Floats]:
    """Embed each sentence of some groups."""
    vectors = embed_sentences(side, [range(k, k + 1) for k in chain.from_iterable(sentences)])
    return np.split(vectors, np.cumsum([len(own) for own in sentences])[:-1])


def _joined(group: Group, cosines: Floats, source: Side, target: Side) -> Group:
    """Join the runs of a group that cross; `cosines` are those of its sentences.

    Not across a paragraph without partner, which is a group of its own.
    """
    joined = list(group)
    end = len(group)
    for runs, gain in reversed(list(_crossings(group, cosines))):
        together = group[runs.start : runs.stop]
        if (
            runs.stop <= end
            and len(together) <= MOST_RUNS
            and is_whole(together)
            and min(run.score for run in together) < UNSURE
        ):
            score = 1 / (1 + math.exp(-gain / TEMPERATURE))
            run = _one_run(together, source, target)
            joined[runs.start : runs.stop] = [run.times(score, Reason.CROSSED)]
            end = runs.start
    return joined


def _crossings(group: Group, cosines: Floats) -> Iterator[tuple[range, float]]:
    """Find two adjacent sentences on either side that are each other's nearest crosswise.

    Yields:
        The runs that they stand in, and by how much they are nearer than what these pair.
    """
    rows = np.array([k for k, run in enumerate(group) for _ in range(*run.source)])
    columns = np.array([k for k, run in enumerate(group) for _ in range(*run.target)])
    own = np.where(rows[:, None] == columns, cosines, -1.0)
    partners = np.maximum(own.max(axis=1)[:, None], own.max(axis=0))
    gains = cosines - np.where(partners < 0, UNPAIRED, partners)
    nearest = cosines.argmax(axis=1)
    mutual = cosines.argmax(axis=0)[nearest] == np.arange(len(cosines))
    for i in np.flatnonzero(mutual[:-1] & mutual[1:] & (nearest[:-1] == nearest[1:] + 1)).tolist():
        pairs = [(place, int(nearest[place])) for place in (i, i + 1)]
        new = [float(gains[pair]) for pair in pairs if rows[pair[0]] != columns[pair[1]]]
        if new and min(new) >= CLEARLY:
            places = [int(place) for k, m in pairs for place in (rows[k], columns[m])]
            yield range(min(places), max(places) + 1), sum(new)


def _one_run(runs: Sequence[Run], source: Side, target: Side) -> Run:
    """One sure run, of one bead of clauses, in the place of some that follow each other."""
    rows, columns = _sentences(runs)
    return one_run(range(rows[0], rows[-1] + 1), range(columns[0], columns[-1] + 1), source, target)
