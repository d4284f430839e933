"""Lists that are sorted anew on the other side: paired by meaning, not by their order.

A glossary, a menu or the names of delegations stand by pinyin in Chinese and by the alphabet in
English. A path never goes back, so of such a list it pairs what happens to stand in the same order,
and all else at its place: short lines are alike in length, and each has a bead of its own. So over
each run of short lines pairs that are each other's nearest are held against those of the search.
Where some that reach over the same lines are clearly nearer than what the search paired, and are no
small part of these lines, the order says nothing there: all of the lines are paired anew, by their
meaning only. Of a list in the same order hardly a line is nearer to another than to its partner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np

from align.documents.grouping import Group, Texts, embed_sentences, is_linked
from align.documents.moved.crossings import mean_of_nearest
from align.documents.moved.swaps import DOUBTFUL, SHORT
from align.doubts import Reason
from align.encoders import Floats
from align.search.engine import Aligner, alone
from align.search.side import Ints, Side, Values

MOST_LINES = 1000
"""Lines of a run on either side at most: all of them are compared with each other."""

NEARER, CLEARLY = 0.03, 0.1
"""By how much a pair is nearer than those of the search, as a cosine, to be looked at, and to tell
that the order is another one."""

UNPAIRED = 0.4
"""What a pair must be nearer than if the search paired neither of its lines."""

FEWEST, SHARE, GAIN = 2, 0.25, 0.4
"""So many clear pairs, so large a share of the lines that they reach over, and so much that they
are nearer in all, tell of another order. In lists of one order, subtitles, and novels and a Bible
with a line for each sentence, clear pairs that reach over each other had no more than .33 in all
(but for one page with its columns mixed up)."""

SURE = 0.9
"""The score from which a pair of lines tells that what stands beside it is in its place."""

TEMPERATURE, NOTHING = 0.04, 0.2
"""How cosines become probabilities, and what stands for the cosine with nothing: what makes the
right pairs of five lists likeliest (names, countries, terms, dishes, commands)."""

ROUNDS = 60
"""Of scaling the rows and columns of a list."""

LEAST = 0.1
"""The probability below which nothing is paired."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Short lines that follow each other on both sides.

    Attributes:
        groups: the groups that the search made of them, in order.
        rows: the sentences of each source line.
        columns: the sentences of each target line.
        row_groups: for each source line which of the groups it stands in, counted from the first.
        column_groups: the same for the target lines.
    """

    groups: range
    rows: list[range]
    columns: list[range]
    row_groups: list[int]
    column_groups: list[int]


class Nearer(NamedTuple):
    """A source and a target line that are nearer to each other than those they are paired with.

    Attributes:
        row: the group of the source line, counted from the first of the run.
        column: the group of the target line.
        gain: by how much they are nearer, as a cosine.
    """

    row: int
    column: int
    gain: float


def settle_sorted_lists(
    aligner: Aligner, groups: Sequence[Group], texts: Texts, source: Side, target: Side
) -> list[Group]:
    """Pair lists of short lines that stand in another order by what they mean.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs, in order, as the search paired them.
        texts: the texts of all sentences, without labels.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then. The scores of pairs that stay, though a line of theirs is
        clearly nearer to another one, are lowered.
    """
    settled: list[Group] = []
    done = 0
    for run in _short_lines(groups, texts, source, target):
        settled += groups[done : run.groups.start]
        own = groups[run.groups.start : run.groups.stop]
        settled += _settled(aligner, own, run, source, target)
        done = run.groups.stop
    return settled + list(groups[done:])


def _short_lines(groups: Sequence[Group], texts: Texts, source: Side, target: Side) -> list[_Run]:
    """Find the runs of groups that are short lines only."""
    lines = [
        [_paragraphs(side, chain.from_iterable(range(*ends) for ends in part)) for side, part in (
            (source, (run.source for run in group)), (target, (run.target for run in group))
        )]
        for group in groups
    ]  # fmt: skip
    short = [
        all(
            0 < len("".join(texts[which][line.start : line.stop]).strip()) <= SHORT
            for which in (0, 1)
            for line in both[which]
        )
        for both in lines
    ]
    bounds = [0, *(k for k in range(1, len(groups)) if short[k] != short[k - 1]), len(groups)]
    runs: list[_Run] = []
    for first, end in pairwise(bounds):
        if first == end or not short[first]:
            continue
        sides = [[both[which] for both in lines[first:end]] for which in (0, 1)]
        rows, columns = (list(chain.from_iterable(side)) for side in sides)
        if FEWEST <= min(len(rows), len(columns)) <= max(len(rows), len(columns)) <= MOST_LINES:
            places = [[k for k, own in enumerate(side) for _ in own] for side in sides]
            runs.append(_Run(range(first, end), rows, columns, places[0], places[1]))
    return runs


def _paragraphs(side: Side, sentences: Iterable[int]) -> list[range]:
    """The paragraphs that sentences make; all sentences of each are among them."""
    found: list[range] = []
    for sentence in sentences:
        if found and not side.breaks.begins[sentence]:
            found[-1] = range(found[-1].start, sentence + 1)
        else:
            found.append(range(sentence, sentence + 1))
    return found


def _settled(
    aligner: Aligner, groups: Sequence[Group], run: _Run, source: Side, target: Side
) -> list[Group]:
    """Pair those lines of a run anew that stand in another order."""
    cosines = embed_sentences(source, run.rows) @ embed_sentences(target, run.columns).T
    own = np.array(run.row_groups), np.array(run.column_groups)
    nearer = _nearer_pairs(cosines, *own)
    doubted = _doubted(nearer, _Places(groups, run, cosines))
    settled = [
        [part.times(DOUBTFUL, Reason.NEARER) for part in group] if k in doubted else group
        for k, group in enumerate(groups)
    ]
    for part in reversed(_in_another_order(nearer, run)):
        rows, columns = (np.flatnonzero((part.start <= k) & (k < part.stop)) for k in own)
        settled[part.start : part.stop] = _paired_anew(
            aligner,
            [run.rows[i] for i in rows],
            [run.columns[j] for j in columns],
            cosines[np.ix_(rows, columns)],
            source,
            target,
        )
    return settled


def _nearer_pairs(cosines: Floats, row_groups: Ints, column_groups: Ints) -> list[Nearer]:
    """Find the lines that are each other's nearest, and nearer than those they are paired with."""
    own = np.where(row_groups[:, None] == column_groups, cosines, -1.0)
    of_rows, of_columns = own.max(axis=1), own.max(axis=0)
    margins = 2 * cosines - mean_of_nearest(cosines)[:, None] - mean_of_nearest(cosines.T)
    nearest = margins.argmax(axis=1)
    rows = np.flatnonzero(margins.argmax(axis=0)[nearest] == np.arange(len(cosines)))
    columns = nearest[rows]
    partners = np.maximum(of_rows[rows], of_columns[columns])
    gains = cosines[rows, columns] - np.where(partners < 0, UNPAIRED, partners)
    return [
        Nearer(row, column, gain)
        for row, column, gain in zip(
            row_groups[rows].tolist(), column_groups[columns].tolist(), gains.tolist(), strict=True
        )
        if row != column and gain >= NEARER
    ]


def _in_another_order(pairs: Sequence[Nearer], run: _Run) -> list[range]:
    """Find the groups of a run, as ranges in order, whose order says nothing."""
    found: list[range] = []
    sides = run.row_groups, run.column_groups
    for together in entangled(pairs):
        clear = [pair for pair in together if pair.gain >= CLEARLY]
        for some in [together] if tell_of_another_order(together, *sides) else entangled(clear):
            if tell_of_another_order(some, *sides):
                found.append(reach(some))
    return found


def _doubted(pairs: Sequence[Nearer], places: _Places) -> set[int]:
    """The groups that at least two clear pairs speak against, or one that is nearer by twice.

    One by itself does not where both lines are in their places all the same.
    """
    clear = entangled([pair for pair in pairs if pair.gain >= CLEARLY])
    return {
        place
        for together in clear
        for pair in together
        if len(together) >= FEWEST or (pair.gain >= FEWEST * CLEARLY and not places.hold(pair))
        for place in (pair.row, pair.column)
    }


@dataclass(frozen=True, slots=True)
class _Places:
    """How the search paired the lines of a run.

    Attributes:
        groups: the groups that it made of them.
        run: the lines.
        cosines: shape (rows, columns), of all of them.
    """

    groups: Sequence[Group]
    run: _Run
    cosines: Floats

    def hold(self, pair: Nearer) -> bool:
        """Whether two pairs of lines stay likely, though a line of one is nearer to one of another.

        "出席：" (present) is nearer to "In attendance:" than to "Present:". Had these changed
        places, "列席：" (in attendance) would be nearer to "Present:" as well, and what stands
        beside either would hardly be paired for sure.
        """
        first, second = self._lines(pair.row), self._lines(pair.column)
        if not (first and second):
            return False
        own = self.cosines[first], self.cosines[second]
        exchanged = self.cosines[first[0], second[1]], self.cosines[second[0], first[1]]
        return (
            min(own) >= UNPAIRED
            and float(sum(exchanged) - sum(own)) < CLEARLY
            and self._stands_beside_a_sure_pair(pair.row, pair.column)
            and self._stands_beside_a_sure_pair(pair.column, pair.row)
        )

    def _lines(self, group: int) -> tuple[int, int] | None:
        """The row and the column that a group pairs, if it is just one of either."""
        rows, columns = (
            [line for line, own in enumerate(side) if own == group]
            for side in (self.run.row_groups, self.run.column_groups)
        )
        return (rows[0], columns[0]) if len(rows) == len(columns) == 1 else None

    def _stands_beside_a_sure_pair(self, group: int, other: int) -> bool:
        """Whether the group before or behind is of two lines, paired for sure, and not another."""
        return any(
            beside != other
            and (lines := self._lines(beside)) is not None
            and float(self.cosines[lines]) >= UNPAIRED
            and min(part.score for part in self.groups[beside]) >= SURE
            for beside in (group - 1, group + 1)
        )


def tell_of_another_order(
    pairs: Sequence[Nearer], row_groups: Iterable[int], column_groups: Iterable[int]
) -> bool:
    """Whether pairs tell beyond doubt that the lines they reach over stand in another order."""
    reached = reach(pairs)
    lines = min(sum(k in reached for k in side) for side in (row_groups, column_groups))
    gains = [pair.gain for pair in pairs if pair.gain >= CLEARLY]
    return len(gains) >= max(FEWEST, SHARE * lines) and sum(gains) >= GAIN


def entangled(pairs: Sequence[Nearer]) -> list[list[Nearer]]:
    """Gather the pairs that reach over the same groups, in order."""
    found: list[list[Nearer]] = []
    for pair in sorted(pairs, key=lambda pair: min(pair.row, pair.column)):
        if found and min(pair.row, pair.column) in reach(found[-1]):
            found[-1].append(pair)
        else:
            found.append([pair])
    return found


def reach(pairs: Sequence[Nearer]) -> range:
    """The groups from the first to the last of some pairs."""
    places = [place for pair in pairs for place in (pair.row, pair.column)]
    return range(min(places), max(places) + 1)


def _paired_anew(
    aligner: Aligner,
    rows: Sequence[range],
    columns: Sequence[range],
    cosines: Floats,
    source: Side,
    target: Side,
) -> list[Group]:
    """Pair lines by their meaning only, the likeliest first."""
    likely = probabilities(cosines)
    free = [set(range(len(rows))), set(range(len(columns)))]
    made: list[Group] = []
    places = np.argwhere(likely >= LEAST)
    for place in np.argsort(-likely[tuple(places.T)], kind="stable"):
        i, j = places[place].tolist()
        if i in free[0] and j in free[1]:
            aligned = aligner.align_parts(rows[i], columns[j])
            if is_linked(aligned):
                made.append([run.times(float(likely[i, j]), Reason.ACROSS) for run in aligned])
                free[0].remove(i)
                free[1].remove(j)
    for i in sorted(free[0]):
        score = 1 - float(likely[i].max(initial=0))
        made.append([alone(sentence, source, score) for sentence in rows[i]])
    for j in sorted(free[1]):
        score = 1 - float(likely[:, j].max(initial=0))
        made.append([alone(sentence, target, score).turned() for sentence in columns[j]])
    return made


def probabilities(cosines: Floats) -> Values:
    """The probability that each row translates each column, whatever their order.

    The cosines are scaled so that each line has one partner or none (Sinkhorn, 1964): what is near
    to several lines is given to the one that no other claims.
    """
    odds = np.exp((np.pad(cosines.astype(np.float64), (0, 1), constant_values=NOTHING) - 1)
                  / TEMPERATURE)  # fmt: skip
    lines, others = cosines.shape
    masses = np.append(np.ones(lines), others), np.append(np.ones(others), lines)
    scales = np.ones(others + 1)
    for _ in range(ROUNDS):
        row_scales = masses[0] / (odds @ scales)
        scales = masses[1] / (row_scales @ odds)
    scaled: Values = row_scales[:lines, None] * odds[:lines, :others] * scales[:others]
    return scaled
