"""Paragraphs that stand in another order: pairs between what the search did not pair well.

A path through a lattice never goes back, so of two lines that changed places it pairs one at most
(the closing lines of a resolution: "48th plenary meeting", then the date; in Chinese the date
first), and two that stand at each other's place it may pair as they stand. So what is unpaired, and
what is paired in spite of its meaning, is compared here without regard to order. Two paragraphs
belong together when they are much nearer to each other than to what else is near to either of
them: the margin of Artetxe and Schwenk (2019), as a difference. Since the two are chosen among all
that is left, something always is the nearest, if the documents are strangers too; so how sure they
are depends on how far they are ahead of their rivals (`align.documents.moved.rivals`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from align.documents.grouping import (
    Group,
    embed_sentences,
    extent,
    is_linked,
    paragraph_numbers,
    pieces,
    set_apart,
    text_length,
)
from align.documents.moved.rivals import (
    Rivals,
    odds_of_groups,
    probabilities,
    share_of_translations,
)
from align.doubts import Reason
from align.encoders import Floats
from align.search.engine import Aligner, alone
from align.search.side import UNNUMBERED, Ints, Side, Values

NEAREST = 4
"""Paragraphs over which a margin is taken."""

BLOCK = 256
"""Runs compared at once with all of the other side."""

MARGIN = 0.2
"""The least margin of a pair: over 67/58 and the Universal Declaration all right pairs but one
have more, and no wrong pair has more than .16. A pair that is broken up must be worse by that."""

NEARBY, NEARBY_MARGIN = 4, 0.1
"""So few pairs between two paragraphs that neither have a partner, and the least margin of these:
that one of two neighbours was put before the other one is likelier than that it is missing from
one side, and its neighbour from the other."""

ROUNDS = 3
"""What is paired across may leave some of its paragraphs, which then are compared in their turn."""

WEAK = 0.5
"""The cosine below which a pair may be broken up."""

SHORT, WEAK_SHORT = 24, 0.25
"""Pairs of which neither side has so many characters say little: of these, the same cosine."""


def pair_across(
    aligner: Aligner, groups: Sequence[Group], source: Side, target: Side
) -> list[Group]:
    """Pair paragraphs that are each other's nearest, wherever they stand.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs, as the search paired them.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then; what was the partner of a paragraph that has another one now
        is unpaired.
    """
    numbers = paragraph_numbers(source), paragraph_numbers(target)
    paired = list(groups)
    for _ in range(ROUNDS):
        crossed = _pair_across(aligner, paired, source, target)
        if crossed is None:
            break
        paired = [part for group in crossed for part in set_apart(group, *numbers)]
    return paired


def _pair_across(
    aligner: Aligner, groups: Sequence[Group], source: Side, target: Side
) -> list[Group] | None:
    """Pair what is free once; None if there is nothing to pair."""
    rows, columns = ([extent(group)[side] for group in groups] for side in (0, 1))
    weak = _weak(rows, columns, source, target)
    loose = [
        [
            (k, piece)
            for k, group in enumerate(groups)
            if own[k] and (k in weak or not others[k])
            for piece in pieces(group, which)
        ]
        for which, own, others in ((0, rows, columns), (1, columns, rows))
    ]
    if not all(loose):
        return None
    left, right = _Free.of(source, target, loose[0]), _Free.of(target, source, loose[1])
    own = _own_margins(left, right)
    places = _Places.of(rows, columns, source, target)
    near = [
        (row, column)
        for row, column, margin in _nearest_to_each_other(left, right)
        for one, other in ((left.groups[row], right.groups[column]),)
        if one != other
        and margin
        >= max(0.0, own.get(one, 0.0), own.get(other, 0.0))
        + (
            NEARBY_MARGIN
            if places.are_near(one, other)
            and not differ_in_number(source, target, left.runs[row], right.runs[column])
            else MARGIN
        )
    ]
    if not near:
        return None
    likely = _likely(near, left, right, groups, source, target)
    crossed: list[Group] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    broken = dict[int, float]()
    for pair, probability in zip(near, likely.tolist(), strict=True):
        aligned = aligner.align_parts(left.runs[pair[0]], right.runs[pair[1]])
        if not is_linked(aligned):
            continue
        crossed.append([run.times(probability, Reason.ACROSS) for run in aligned])
        for which, free in enumerate((left, right)):
            group = free.groups[pair[which]]
            broken[group] = min(broken.get(group, 1.0), *(run.score for run in crossed[-1]))
            taken[which].add(pair[which])
    if not crossed:
        return None
    kept = [group for k, group in enumerate(groups) if k not in broken]
    for place, (k, run) in enumerate(zip(left.groups, left.runs, strict=True)):
        if k in broken and place not in taken[0]:
            kept.append([alone(sentence, source, broken[k]) for sentence in run])
    for place, (k, run) in enumerate(zip(right.groups, right.runs, strict=True)):
        if k in broken and place not in taken[1]:
            kept.append([alone(sentence, target, broken[k]).turned() for sentence in run])
    return kept + crossed


def _likely(
    near: Sequence[tuple[int, int]],
    left: _Free,
    right: _Free,
    groups: Sequence[Group],
    source: Side,
    target: Side,
) -> Values:
    """The probability that each of some pairs of what is free is a translation.

    What is paired already tells how far the documents are versions of each other; what neither the
    search nor these pairs give a partner, though both sides have it left, speaks against that.
    """
    rivals = Rivals.of(groups, source, target)
    rows, columns = (list(places) for places in zip(*near, strict=True))
    leads = rivals.leads(left.vectors[rows], right.vectors[columns])
    odds = np.where(leads > 0, rivals.odds(leads), 0.0)
    known = odds_of_groups(groups, source, target)
    strangers = min(len(left.vectors), len(right.vectors)) - len(near)
    share = share_of_translations(np.concatenate((known, odds)), strangers)
    return probabilities(odds, share)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the groups stand, to tell whether two that have no partner stand near each other.

    Attributes:
        rows: the sentences of each group's source.
        columns: the sentences of each group's target.
        opposite: of each paired sentence of the source in order the last target sentence of the
            group.
        paired: for each target sentence how many paragraphs before it are paired.
    """

    rows: Sequence[range]
    columns: Sequence[range]
    opposite: list[tuple[int, int]]
    paired: Ints

    @classmethod
    def of(
        cls, rows: Sequence[range], columns: Sequence[range], source: Side, target: Side
    ) -> _Places:
        """Gather what is paired."""
        both = [(row, column) for row, column in zip(rows, columns, strict=True) if row and column]
        begins = np.zeros(len(target) + 1, dtype=np.int64)
        for _, column in both:
            begins[column.start : column.stop] = target.breaks.begins[column.start : column.stop]
        return cls(
            rows,
            columns,
            sorted((row.stop, column.stop) for row, column in both),
            np.concatenate(([0], np.cumsum(begins))),
        )

    def are_near(self, row: int, column: int) -> bool:
        """Whether two groups are unpaired, and a few pairs stand between them, at least one."""
        if self.columns[row] or self.rows[column]:
            return False
        before = bisect_right(self.opposite, (self.rows[row].start, len(self.paired)))
        expected = self.opposite[before - 1][1] if before else 0
        own = self.columns[column]
        between = (
            self.paired[own.start] - self.paired[expected]
            if own.start >= expected
            else self.paired[expected] - self.paired[own.stop]
        )
        return 1 <= int(between) <= NEARBY


@dataclass(frozen=True, slots=True)
class _Free:
    """The runs of one side that may get another partner.

    Attributes:
        groups: the group that each stands in.
        runs: its sentences.
        vectors: shape (k, d), their embeddings.
        nearness: shape (k,), the mean cosine of each with the nearest paragraphs of the other side.
    """

    groups: list[int]
    runs: list[range]
    vectors: Floats
    nearness: Values

    @classmethod
    def of(cls, side: Side, other: Side, pieces: Sequence[tuple[int, range]]) -> _Free:
        """Embed runs of sentences, each with the group that it stands in."""
        groups, runs = [k for k, _ in pieces], [run for _, run in pieces]
        vectors = embed_sentences(side, runs)
        nearness = _nearness(vectors, embed_sentences(other, paragraphs_of(other)))
        return cls(groups, runs, vectors, nearness)


def _own_margins(left: _Free, right: _Free) -> dict[int, float]:
    """The margins of the groups that have both sides among what is free."""
    places: dict[int, list[int]] = {}
    for column, k in enumerate(right.groups):
        places.setdefault(k, []).append(column)
    margins: dict[int, float] = {}
    for row, k in enumerate(left.groups):
        if columns := places.get(k):
            cosines = right.vectors[columns] @ left.vectors[row]
            own = 2 * cosines - right.nearness[columns] - left.nearness[row]
            margins[k] = max(margins.get(k, -np.inf), float(own.max()))
    return margins


def _nearest_to_each_other(left: _Free, right: _Free) -> list[tuple[int, int, float]]:
    """The pairs of which each has its greatest margin with the other: their places, the margin."""
    count = len(right.vectors)
    nearest, greatest = np.zeros(count, dtype=np.int64), np.full(count, -np.inf)
    found: list[tuple[int, int, float]] = []
    for begin in range(0, len(left.vectors), BLOCK):
        part = slice(begin, begin + BLOCK)
        margins = 2 * (left.vectors[part] @ right.vectors.T) - right.nearness
        margins -= left.nearness[part, None]
        best = margins.argmax(axis=0)
        values = margins[best, np.arange(count)]
        nearest = np.where(values > greatest, best + begin, nearest)
        greatest = np.maximum(values, greatest)
        columns = margins.argmax(axis=1)
        found += zip(
            range(begin, begin + len(margins)),
            columns.tolist(),
            margins[np.arange(len(margins)), columns].tolist(),
            strict=True,
        )
    return [(row, column, margin) for row, column, margin in found if nearest[column] == row]


def _weak(rows: Sequence[range], columns: Sequence[range], source: Side, target: Side) -> set[int]:
    """Which groups are paired in spite of their meaning.

    Never those whose numbers are the same, nor two headings, which say too little.
    """
    paired = [
        k
        for k, (row, column) in enumerate(zip(rows, columns, strict=True))
        if row and column and not is_anchored(source, target, row, column)
    ]
    if not paired:
        return set()
    left = embed_sentences(source, [rows[k] for k in paired])
    right = embed_sentences(target, [columns[k] for k in paired])
    least = np.array([weak_cosine(rows[k], columns[k], source, target) for k in paired])
    weak = np.einsum("ij,ij->i", left, right) < least
    return {k for k, is_weak in zip(paired, weak.tolist(), strict=True) if is_weak}


def weak_cosine(row: range, column: range, source: Side, target: Side) -> float:
    """Return the cosine below which sentences are paired in spite of their meaning."""
    return WEAK_SHORT if says_little(row, column, source, target) else WEAK


def says_little(row: range, column: range, source: Side, target: Side) -> bool:
    """Whether sentences of both sides are so short that their cosine says little."""
    return max(text_length(source, row), text_length(target, column)) < SHORT


def is_anchored(source: Side, target: Side, row: range, column: range) -> bool:
    """Whether two paragraphs have the same number, or are both headings, which say too little."""
    number = int(source.breaks.numbers[row.start])
    same = number != UNNUMBERED and number == target.breaks.numbers[column.start]
    return bool(
        same or (source.breaks.headings[row.start] and target.breaks.headings[column.start])
    )


def differ_in_number(source: Side, target: Side, row: range, column: range) -> bool:
    """Whether two paragraphs have numbers, but not the same one."""
    numbers = int(source.breaks.numbers[row.start]), int(target.breaks.numbers[column.start])
    return UNNUMBERED not in numbers and numbers[0] != numbers[1]


def paragraphs_of(side: Side) -> list[range]:
    """Return the sentences of each paragraph of a side."""
    bounds = np.flatnonzero(side.breaks.begins).tolist()
    return [range(*bound) for bound in pairwise(bounds)]


def _nearness(vectors: Floats, others: Floats) -> Values:
    """The mean cosine of each vector with the others that are nearest to it."""
    nearness = np.empty(len(vectors))
    for begin in range(0, len(vectors), BLOCK):
        part = slice(begin, begin + BLOCK)
        nearness[part] = mean_of_nearest(vectors[part] @ others.T)
    return nearness


def mean_of_nearest(cosines: Floats) -> Floats:
    """Return for each row of cosines the mean of the greatest ones."""
    first = max(0, cosines.shape[1] - NEAREST)
    nearest: Floats = np.partition(cosines, first, axis=1)[:, first:].mean(axis=1)
    return nearest
