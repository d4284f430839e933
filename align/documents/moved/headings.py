"""Headings of parts that stand in another order: paired with those of their parts.

What moved as a whole, its text is paired across (`align.documents.moved.crossings`), since a text
says enough to be found anywhere. A heading does not: where the parts were numbered anew it may be
paired with another one at its place, or not at all. But what it is the heading of tells whose it
is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.documents.grouping import (
    Group,
    Texts,
    embed_sentences,
    extent,
    group_of_each,
    is_linked,
    left_over,
)
from align.doubts import Reason
from align.search.engine import Aligner
from align.search.side import Side
from corpora.structure.label import is_title

CLEARLY = 0.1
"""By how much a heading is nearer to that of its text's partner than to its own partner; of what
surely are headings, where that partner's text has none, by how much it may be farther."""

Extents = Sequence[tuple[range, range]]


@dataclass(frozen=True, slots=True)
class _Headings:
    """The lines of one side that could be headings.

    Attributes:
        before: the sentences of each heading, by the sentence behind it.
        group: the group that each sentence of this side stands in.
    """

    before: dict[int, range]
    group: dict[int, int]

    @classmethod
    def of(
        cls, side: Side, which: int, groups: Sequence[Group], extents: Extents, texts: Sequence[str]
    ) -> _Headings:
        """Gather the lines that could be headings, each its group's whole text on their side."""
        begins = side.breaks.begins
        before = {
            ends[which].stop: ends[which]
            for ends in extents
            if ends[which]
            and not begins[ends[which].start + 1 : ends[which].stop].any()
            and (words := "".join(texts[ends[which].start : ends[which].stop]).strip())
            and is_title(words)
        }
        return cls(before, group_of_each(groups, which))


def settle_moved_headings(
    aligner: Aligner, groups: Sequence[Group], texts: Texts, source: Side, target: Side
) -> list[Group]:
    """Pair headings whose texts are paired, where they are clearly nearer than what they have.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs.
        texts: the texts of all sentences, without labels.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then; what was the partner of a heading that has another one now, and
        has none itself, is unpaired. A pair is no surer than that of the texts behind it.
    """
    extents = [extent(group) for group in groups]
    left, right = (
        _Headings.of(side, which, groups, extents, texts[which])
        for which, side in enumerate((source, target))
    )
    made: list[Group] = []
    gone: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for behind, row in left.before.items():
        text = left.group.get(behind)
        column = right.before.get(extents[text][1].start) if text is not None else None
        if text is None or column is None or not all(extents[text]):
            continue
        own = left.group[row.start], right.group[column.start]
        if extents[text][0].start != behind or own[0] == own[1]:
            continue
        are_headings = source.breaks.headings[row.start] and target.breaks.headings[column.start]
        stranded = are_headings and _is_stranded(own, extents, left, right)
        lead = -CLEARLY if stranded else CLEARLY
        if not _is_nearer((row, column), [extents[k] for k in own], lead, source, target):
            continue
        aligned = aligner.align_parts(row, column)
        if is_linked(aligned):
            score = min(run.score for run in groups[text])
            made.append([run.times(score, Reason.OTHER_PAIR) for run in aligned])
            gone[0][own[0]] = gone[1][own[1]] = score
    kept: list[Group] = []
    for k, group in enumerate(groups):
        if k not in gone[0] and k not in gone[1]:
            kept.append(group)
        elif rest := left_over(group, k, gone, source, target):
            kept.append(rest)
    return kept + made


def _is_stranded(own: tuple[int, int], extents: Extents, left: _Headings, right: _Headings) -> bool:
    """Whether one of two headings is free, and the other one's partner heads what has no partner.

    Args:
        own: the groups that they stand in.
        extents: of all groups.
        left: what could be headings of the source.
        right: the same of the target.
    """
    paired = [all(extents[k]) for k in own]
    if sum(paired) != 1:
        return False
    which = paired.index(True)
    side = (right, left)[which]  # where the partner stands
    partner = extents[own[which]][1 - which]
    text = side.group.get(partner.stop)
    return side.before.get(partner.stop) == partner and text is not None and not all(extents[text])


def _is_nearer(
    headings: tuple[range, range], partners: Extents, lead: float, source: Side, target: Side
) -> bool:
    """Whether two headings are nearer to each other by a lead than to what they are paired with."""
    pairs = [headings, *(both for both in partners if all(both))]
    left = embed_sentences(source, [row for row, _ in pairs])
    right = embed_sentences(target, [column for _, column in pairs])
    cosines = np.vecdot(left, right)
    return bool((cosines[0] >= cosines[1:] + lead).all())
