"""Paragraphs paired one place off: given back to what they are clearly nearer to.

Where the two sides differ at two places close to each other, a path has a cheap way between them:
each side lacks another claim of a patent, and the claims between are paired with their neighbours;
two letters of a correspondence stand in another order, and "Thanks!" gets the "Kind regards" of the
other letter; a line that moved goes into the pair of its new neighbour. All these are alike, so
they are paired for sure. Here each paragraph is held against all those around. Two that are each
other's nearest, and clearly nearer than what they are paired with, are paired anew, and so is what
they leave, if it is no worse off than before. How clearly depends on the documents: in a free
translation the right pairs are no nearer to each other than some others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from align.documents.grouping import (
    Group,
    Texts,
    embed_sentences,
    extent,
    group_of_each,
    is_linked,
    is_whole,
)
from align.documents.moved.crossings import (
    MARGIN,
    differ_in_number,
    is_anchored,
    mean_of_nearest,
    paragraphs_of,
    says_little,
    weak_cosine,
)
from align.documents.moved.sorted_lists import (
    CLEARLY,
    NEARER,
    UNPAIRED,
    Nearer,
    entangled,
    tell_of_another_order,
)
from align.doubts import Reason
from align.encoders import Floats
from align.search.engine import Aligner, alone
from align.search.side import UNNUMBERED, Ints, Side

WITHIN = 1000
"""Groups that are looked at together; half of them are looked at together with the next ones."""

SPREADS = 2
"""So many times the spread of the documents' cosines a pair must be nearer than those it breaks up,
where neither its number nor others that stand in another order speak for it."""

TEMPERATURE = 0.04
"""How a gain becomes a probability, as in `align.documents.moved.sentences`."""


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """The paragraphs of one side that stand in some groups.

    Attributes:
        sentences: the sentences of each.
        groups: the group that each stands in.
        is_text: whether each is more than a label, such as 第二章.
        vectors: shape (n, d), their embeddings.
    """

    sentences: list[range]
    groups: Ints
    is_text: npt.NDArray[np.bool_]
    vectors: Floats

    @classmethod
    def of(
        cls, side: Side, which: int, groups: Sequence[Group], texts: Sequence[str]
    ) -> _Paragraphs:
        """Embed all paragraphs of a side."""
        group = group_of_each(groups, which)
        sentences = [own for own in paragraphs_of(side) if own.start in group]
        places = np.array([group[own.start] for own in sentences], dtype=np.int64)
        is_text = [bool("".join(texts[own.start : own.stop]).strip()) for own in sentences]
        return cls(sentences, places, np.array(is_text), embed_sentences(side, sentences))

    def within(self, part: range) -> Ints:
        """Return the places of the paragraphs with text that stand in a part of the groups."""
        is_within = (part.start <= self.groups) & (self.groups < part.stop)
        return np.flatnonzero(is_within & self.is_text)

    def is_outer(self, place: int) -> bool:
        """Whether a paragraph is the first or the last one of its group's side."""
        own = np.flatnonzero(self.groups == self.groups[place])
        return place in (int(own[0]), int(own[-1]))


@dataclass(frozen=True, slots=True, order=True)
class _Found:
    """Two paragraphs that are nearer to each other than to what they are paired with.

    Attributes:
        gain: by how much, as a cosine.
        row: the source paragraph.
        column: the target paragraph.
    """

    gain: float
    row: int
    column: int

    @property
    def probability(self) -> float:
        """The probability that they belong together."""
        return 1 / (1 + math.exp(-self.gain / TEMPERATURE))


def settle_misplaced(
    aligner: Aligner, groups: Sequence[Group], texts: Texts, source: Side, target: Side
) -> list[Group]:
    """Pair paragraphs that are clearly nearer to each other than to what they are paired with.

    Pairs whose numbers are the same are left alone.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs, in order, as the search paired them.
        texts: the texts of all sentences, without labels: labels on lines of their own are paired
            by their numbers (`align.documents.moved.label_lines`).
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then; what has lost its partner, and finds none, is unpaired.
    """
    if not (len(source) and len(target)):
        return list(groups)
    extents = [extent(group) for group in groups]
    sides = (
        _Paragraphs.of(source, 0, groups, texts[0]),
        _Paragraphs.of(target, 1, groups, texts[1]),
    )
    found: list[_Found] = []
    for begin in range(0, max(len(groups) - WITHIN // 2, 1), WITHIN // 2):
        found += _found_within(range(begin, begin + WITHIN), sides, extents, source, target)
    taken = _taken(found, sides, extents, [is_whole(group) for group in groups])
    return _rebuilt(aligner, groups, sides, taken, source, target) if taken else list(groups)


def _found_within(
    part: range,
    sides: tuple[_Paragraphs, _Paragraphs],
    extents: Sequence[tuple[range, range]],
    source: Side,
    target: Side,
) -> list[_Found]:
    """Find the paragraphs of some groups that are clearly nearer to others than to their own."""
    rows, columns = (side.within(part) for side in sides)
    if not (len(rows) and len(columns)):
        return []
    row_groups, column_groups = sides[0].groups[rows], sides[1].groups[columns]
    cosines = sides[0].vectors[rows] @ sides[1].vectors[columns].T
    own = np.where(row_groups[:, None] == column_groups, cosines, -1.0)
    partners = np.maximum(own.max(axis=1)[:, None], own.max(axis=0))
    margins = 2 * cosines - mean_of_nearest(cosines)[:, None] - mean_of_nearest(cosines.T)
    nearest = margins.argmax(axis=1)
    mutual = margins.argmax(axis=0)[nearest] == np.arange(len(rows))
    near: list[tuple[int, int, Nearer]] = []
    for i in np.flatnonzero(mutual & (row_groups != column_groups[nearest])).tolist():
        j = int(nearest[i])
        before = UNPAIRED if partners[i, j] < 0 else partners[i, j]
        pair = Nearer(int(row_groups[i]), int(column_groups[j]), float(cosines[i, j] - before))
        own_pairs = [extents[k] for k in (pair.row, pair.column) if all(extents[k])]
        if (
            pair.gain >= NEARER
            and margins[i, j] >= MARGIN
            and not any(is_anchored(source, target, *both) for both in own_pairs)
        ):
            near.append((i, j, pair))
    clear = [pair for _, _, pair in near if pair.gain >= CLEARLY]
    reordered = {
        pair
        for together in entangled(clear)
        if tell_of_another_order(together, row_groups.tolist(), column_groups.tolist())
        for pair in together
    }
    clearly = max(CLEARLY, SPREADS * _spread(own.max(axis=1)))
    found: list[_Found] = []
    for i, j, pair in near:
        places = int(rows[i]), int(columns[j])
        row, column = (side.sentences[place] for side, place in zip(sides, places, strict=True))
        number = source.breaks.numbers[row.start]
        if partners[i, j] >= 0 and (
            (pair.gain >= clearly and not says_little(row, column, source, target))
            or pair in reordered
            or number == target.breaks.numbers[column.start] != UNNUMBERED
            or _is_added(own, i, j)
        ):
            found.append(_Found(pair.gain, *places))
    return found


def _spread(own: npt.NDArray[np.floating]) -> float:
    """How far the nearest half of what is paired is spread below its median: Laplace's scale."""
    paired = own[own >= 0]
    if not len(paired):
        return 0.0
    middle, quarter = np.quantile(paired, [0.5, 0.25])
    return float((middle - quarter) / math.log(2))


def _is_added(own: npt.NDArray[np.floating], i: int, j: int) -> bool:
    """Whether one of two paragraphs is unpaired, and the other no nearest one of its own pair."""
    if own[i].max() < 0:
        row = int(own[:, j].argmax())
        return bool(own[row].max() > own[row, j])
    if own[:, j].max() < 0:
        column = int(own[i].argmax())
        return bool(own[:, column].max() > own[i, column])
    return False


def _taken(
    found: Sequence[_Found],
    sides: tuple[_Paragraphs, _Paragraphs],
    extents: Sequence[tuple[range, range]],
    whole: Sequence[bool],
) -> list[_Found]:
    """Take what was found, the clearest first; of a pair of several just one outer paragraph."""
    taken: list[_Found] = []
    done: tuple[set[int], set[int]] = (set(), set())
    touched: set[int] = set()
    for pair in sorted(set(found), reverse=True):
        places = pair.row, pair.column
        own = [int(side.groups[place]) for side, place in zip(sides, places, strict=True)]
        if any(place in others for place, others in zip(places, done, strict=True)):
            continue
        if all(
            whole[group]
            and side.is_outer(place)
            and (group not in touched or _is_single(extents[group], sides))
            for side, place, group in zip(sides, places, own, strict=True)
        ):
            taken.append(pair)
            done[0].add(pair.row)
            done[1].add(pair.column)
            touched.update(own)
    return taken


def _is_single(ends: tuple[range, range], sides: tuple[_Paragraphs, _Paragraphs]) -> bool:
    """Whether a group has one paragraph at most on either side."""
    return all(
        sum(own.start in part for own in side.sentences) <= 1
        for part, side in zip(ends, sides, strict=True)
    )


def _rebuilt(
    aligner: Aligner,
    groups: Sequence[Group],
    sides: tuple[_Paragraphs, _Paragraphs],
    taken: Sequence[_Found],
    source: Side,
    target: Side,
) -> list[Group]:
    """Put new pairs in the place of those that they break up."""
    made: list[Group] = []
    moved: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for pair in taken:
        aligned = aligner.align_parts(sides[0].sentences[pair.row], sides[1].sentences[pair.column])
        if is_linked(aligned):
            made.append([run.times(pair.probability, Reason.ACROSS) for run in aligned])
            moved[0][pair.row] = moved[1][pair.column] = pair.probability
    broken = {
        int(side.groups[place]): score
        for side, places in zip(sides, moved, strict=True)
        for place, score in places.items()
    }
    kept: list[Group] = [group for k, group in enumerate(groups) if k not in broken]
    free: tuple[list[int], list[int]] = ([], [])
    for k in sorted(broken):
        rest = [
            [place for place in np.flatnonzero(side.groups == k).tolist() if place not in own]
            for side, own in zip(sides, moved, strict=True)
        ]
        if all(rest):
            runs = [
                range(side.sentences[own[0]].start, side.sentences[own[-1]].stop)
                for side, own in zip(sides, rest, strict=True)
            ]
            kept.append(aligner.align_parts(runs[0], runs[1]))
        else:
            free[0].extend(rest[0])
            free[1].extend(rest[1])
    for row, column, score in _left_over(sides, free, source, target):
        aligned = aligner.align_parts(sides[0].sentences[row], sides[1].sentences[column])
        if is_linked(aligned):
            made.append([run.times(score, Reason.ACROSS) for run in aligned])
            free[0].remove(row)
            free[1].remove(column)
    for row in free[0]:
        score = broken[int(sides[0].groups[row])]
        made.append([alone(place, source, score) for place in sides[0].sentences[row]])
    for column in free[1]:
        score = broken[int(sides[1].groups[column])]
        made.append([alone(place, target, score).turned() for place in sides[1].sentences[column]])
    return kept + made


def _left_over(
    sides: tuple[_Paragraphs, _Paragraphs],
    free: tuple[list[int], list[int]],
    source: Side,
    target: Side,
) -> list[tuple[int, int, float]]:
    """Pair what lost its partner, where that is no worse than one of the pairs it comes from.

    Nothing with another number is, for of both the partner may be missing; and a pair that is
    hardly nearer than those before is unsure.

    Returns:
        The source and the target paragraph of each pair, and its score.
    """
    own = [_own_cosines(sides, which, free[which]) for which in (0, 1)]
    found: list[tuple[float, int, int, float]] = []
    for row, column in product(*free):
        cosine = float(sides[0].vectors[row] @ sides[1].vectors[column])
        runs = sides[0].sentences[row], sides[1].sentences[column]
        if differ_in_number(source, target, *runs):
            continue
        before = [cosines[place] for cosines, place in zip(own, (row, column), strict=True)]
        if cosine >= max(min(before), weak_cosine(*runs, source, target)):
            gain = cosine - sum(before) / 2
            found.append((cosine, row, column, 1 / (1 + math.exp(-gain / TEMPERATURE))))
    pairs: list[tuple[int, int, float]] = []
    done: tuple[set[int], set[int]] = (set(), set())
    for _, row, column, score in sorted(found, reverse=True):
        if row not in done[0] and column not in done[1]:
            pairs.append((row, column, score))
            done[0].add(row)
            done[1].add(column)
    return pairs


def _own_cosines(
    sides: tuple[_Paragraphs, _Paragraphs], which: int, places: Sequence[int]
) -> dict[int, float]:
    """The greatest cosine of each paragraph with what stands in its group."""
    mine, theirs = sides[which], sides[1 - which]
    return {
        place: float((theirs.vectors[theirs.groups == mine.groups[place]]
                      @ mine.vectors[place]).max(initial=-1))
        for place in places
    }  # fmt: skip
