"""Labels on lines of their own, such as 第二章 and "Chapter II": paired by their numbers.

To an encoder one of them is as near as any other, so a path pairs such lines as they stand, and is
sure of it: where one side lacks a chapter, 第一章 gets "Chapter II". Here a label whose partner has
another number gets the one of its own, if what stands behind the two is not paired otherwise. One
that finds none is doubtful: the two may have been numbered anew, but they don't say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from align.documents.grouping import Group, Texts, extent, group_of_each, is_linked, left_over
from align.documents.moved.swaps import DOUBTFUL
from align.doubts import Reason
from align.search.engine import Aligner
from align.search.side import UNNUMBERED, Side


@dataclass(frozen=True, slots=True)
class _Labels:
    """The label lines of one side, and the groups that its sentences stand in.

    Attributes:
        codes: the number of each label line by its sentence.
        group: the group that each sentence stands in.
    """

    codes: dict[int, int]
    group: dict[int, int]

    @classmethod
    def of(cls, side: Side, texts: Sequence[str], groups: Sequence[Group], which: int) -> _Labels:
        """Gather the label lines: a number, and no text behind it."""
        codes = {
            place: int(side.breaks.numbers[place])
            for place, text in enumerate(texts)
            if not text.strip() and side.breaks.numbers[place] != UNNUMBERED
        }
        return cls(codes, group_of_each(groups, which))


def settle_label_lines(
    aligner: Aligner, groups: Sequence[Group], texts: Texts, source: Side, target: Side
) -> list[Group]:
    """Give label lines whose partners have other numbers those with the same number.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs.
        texts: the texts of all sentences, without labels.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then; what was the partner of a label that has another one now is
        unpaired, and the scores of pairs that still have other numbers are lowered.
    """
    extents = [extent(group) for group in groups]
    sides = [
        _Labels.of(side, texts[which], groups, which) for which, side in enumerate((source, target))
    ]
    wrong = {k for k, ends in enumerate(extents) if _differ(ends, sides[0], sides[1])}
    if not wrong:
        return list(groups)
    free = [
        {
            code: place
            for place, code in labels.codes.items()
            if counts[code] == 1
            and (labels.group[place] in wrong or not extents[labels.group[place]][1 - which])
        }
        for which, labels in enumerate(sides)
        for counts in (Counter(labels.codes.values()),)
    ]
    made: list[Group] = []
    gone: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for code in sorted(free[0].keys() & free[1].keys()):
        places = free[0][code], free[1][code]
        score = _behind(places, (sides[0], sides[1]), groups, extents)
        runs = [range(place, place + 1) for place in places]
        if score is None or not is_linked(group := aligner.align_parts(runs[0], runs[1])):
            continue
        made.append([run.times(score, Reason.OTHER_PAIR) for run in group])
        for which, place in enumerate(places):
            gone[which][sides[which].group[place]] = score
    kept: list[Group] = []
    for k, group in enumerate(groups):
        if k not in gone[0] and k not in gone[1]:
            kept.append(
                [run.times(DOUBTFUL, Reason.LABELS) for run in group] if k in wrong else group
            )
        elif rest := left_over(group, k, gone, source, target):
            kept.append(rest)
    return kept + made


def _differ(ends: tuple[range, range], left: _Labels, right: _Labels) -> bool:
    """Whether a group pairs two label lines with different numbers."""
    row, column = ends
    if len(row) != 1 or len(column) != 1:
        return False
    numbers = left.codes.get(row.start), right.codes.get(column.start)
    return None not in numbers and numbers[0] != numbers[1]


def _behind(
    places: tuple[int, int],
    sides: tuple[_Labels, _Labels],
    groups: Sequence[Group],
    extents: Sequence[tuple[range, range]],
) -> float | None:
    """Return how sure the pair behind two labels is; None if either is paired with another one.

    Where nothing behind them is paired, or nothing stands there, nothing speaks against them.
    """
    own = [labels.group.get(place + 1) for place, labels in zip(places, sides, strict=True)]
    if own[0] is not None and own[0] == own[1]:
        return min(run.score for run in groups[own[0]])
    paired = [k for k in own if k is not None and all(extents[k])]
    return None if paired else 1.0
