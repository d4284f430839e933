"""Pairs that lack a part: the unpaired paragraph beside them that their rest translates.

What is one paragraph on one side may be several on the other. Where such stand in another order,
just one of them is paired across (`align.documents.moved.crossings`), with all sentences of the
other side or some of them. Here the paragraphs beside it that have no partner are added, one by
one, as long as sentences are paired with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.documents.grouping import Group, embed_sentences, extent, is_whole
from align.documents.moved.swaps import ALIKE
from align.doubts import Reason
from align.search.clauses.search import Run
from align.search.engine import Aligner
from align.search.side import Side

Extents = Sequence[tuple[range, range]]


def take_in_neighbours(
    aligner: Aligner, groups: Sequence[Group], source: Side, target: Side
) -> list[Group]:
    """Add unpaired paragraphs to the pairs beside them of which sentences are left.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then; a pair is as sure as it was.
    """
    extents = [extent(group) for group in groups]
    unpaired = [
        {
            ends[which].start: k
            for k, ends in enumerate(extents)
            if ends[which] and not ends[1 - which]
        }
        for which in (0, 1)
    ]
    settled = dict(enumerate(groups))
    for k, ends in enumerate(extents):
        if all(ends) and is_whole(groups[k]):
            for which, at_end in ((0, True), (0, False), (1, True), (1, False)):
                beside = _beside(settled[k], which, at_end, unpaired[which], extents)
                while beside is not None:
                    grown = _grown(
                        aligner, settled[k], which, extents[beside][which], source, target
                    )
                    if grown is None:
                        break
                    settled[k] = grown
                    del settled[beside], unpaired[which][extents[beside][which].start]
                    beside = _beside(grown, which, at_end, unpaired[which], extents)
    return list(settled.values())


def _beside(
    group: Group, which: int, at_end: bool, unpaired: dict[int, int], extents: Extents
) -> int | None:
    """Return the unpaired group beside the end of a group's side, if it may translate a part of it.

    That is so where sentences of the other side are left there, or several are in one bead.
    """
    run = group[-1 if at_end else 0]
    one, other = (run.target, run.source) if which else (run.source, run.target)
    if other[1] - other[0] < (2 if one[0] < one[1] else 1):
        return None
    own = extent(group)[which]
    if at_end:
        return unpaired.get(own.stop)
    return next((k for k in unpaired.values() if extents[k][which].stop == own.start), None)


def _grown(
    aligner: Aligner, group: Group, which: int, beside: range, source: Side, target: Side
) -> Group | None:
    """Align a group anew with what stands beside it; None if that leaves any of it unpaired."""
    ends = list(extent(group))
    own = ends[which]
    ends[which] = range(min(own.start, beside.start), max(own.stop, beside.stop))
    aligned = aligner.align_parts(ends[0], ends[1])
    before, after = _linked(group), _linked(aligned)
    if not all(some <= more for some, more in zip(before, after, strict=True)):
        return None
    if not after[which].issuperset(beside) or _beads(aligned) <= _beads(group):
        return None
    added = [run for run in aligned if not _linked([run])[which].isdisjoint(beside)]
    if not all(_are_alike(run, source, target) for run in added):
        return None
    score = min(run.score for run in group)
    return [run.times(score, Reason.OTHER_PAIR) for run in aligned]


def _are_alike(run: Run, source: Side, target: Side) -> bool:
    """Whether a run's sentences are near enough to be paired since they stand beside a pair."""
    left, right = (
        embed_sentences(side, [range(*ends)])[0]
        for side, ends in ((source, run.source), (target, run.target))
    )
    return float(left @ right) >= ALIKE


def _beads(group: Group) -> int:
    """How many runs of a group are paired."""
    return sum(not (run.only_source or run.only_target) for run in group)


def _linked(group: Sequence[Run]) -> tuple[set[int], set[int]]:
    """The sentences of both sides that are paired."""
    linked = [run for run in group if not (run.only_source or run.only_target)]
    return (
        {place for run in linked for place in range(*run.source)},
        {place for run in linked for place in range(*run.target)},
    )
