"""Which of two neighbours a paragraph translates, where one of them has no partner: precedents.

Where a paragraph is missing from one side, two that stand beside each other claim one partner, and
if they are alike, their cosines with it say too little: "Decisions of the Council shall be made by
a majority" is to the encoder as near to the vote that each member has as to its own translation.
But a document repeats itself, and its translation repeats itself with it: what is like a paragraph
on one side is paired, elsewhere, with what is like its partner on the other side. Such a precedent
needs likeness within one language only, which encoders know much better than across languages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from align.documents.grouping import Group, embed_sentences, extent, is_linked
from align.doubts import Reason
from align.encoders import Floats
from align.search.clauses.search import Run
from align.search.engine import Aligner, alone
from align.search.sentences.search import TRUSTED
from align.search.side import UNNUMBERED, Side, Values

CLEARLY = 0.05
"""By how much a neighbour must be nearer than the partner that the search chose. In 67/58, 55/100,
the Charter and the Universal Declaration no neighbour is nearer than the right partner at all."""

BLOCK = 64
"""Claims compared at once with all pairs."""

Claim = tuple[int, int]
"""The places of a pair and of a group without partner that stands beside it."""

Align = Callable[[range, range], list[Run]]


def settle_by_precedents(
    aligner: Aligner, groups: Sequence[Group], source: Side, target: Side
) -> list[Group]:
    """Give a paragraph to the unpaired neighbour of its partner, where that is clearly nearer.

    Where paragraph breaks can't be trusted nothing is done.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs, as the search paired them.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then. A pair is no surer than the one whose place it takes.
    """
    if not (len(source) and len(target)) or aligner.pair.trust < TRUSTED:
        return list(groups)

    def align_turned(rows: range, columns: range) -> list[Run]:
        return _turned(aligner.align_parts(columns, rows))

    settled = _settle(groups, source, target, aligner.align_parts)
    turned = _settle([_turned(group) for group in settled], target, source, align_turned)
    return [_turned(group) for group in turned]


def _settle(groups: Sequence[Group], source: Side, target: Side, align: Align) -> list[Group]:
    """Settle what two source paragraphs claim."""
    settled = list(groups)
    extents = [extent(group) for group in groups]
    pairs = [
        k
        for k, (rows, columns) in enumerate(extents)
        if _is_paragraph(source, rows) and _is_paragraph(target, columns)
    ]
    claims = _claims(extents, pairs, source, target)
    if not claims:
        return settled
    done: set[int] = set()
    gains = _gains(claims, pairs, extents, source, target)
    for gain, (pair, free) in sorted(zip(gains.tolist(), claims, strict=True), reverse=True):
        if gain >= CLEARLY and not {pair, free} & done:
            (rows, columns), (other_rows, _) = extents[pair], extents[free]
            score = min(run.score for run in groups[pair])
            aligned = align(other_rows, columns)
            if not is_linked(aligned):
                continue
            settled[pair] = [_no_surer(run, score) for run in aligned]
            after = columns.stop if rows.start > other_rows.start else columns.start
            settled[free] = [alone(sentence, source, score, after) for sentence in rows]
            done |= {pair, free}
    return settled


def _no_surer(run: Run, score: float) -> Run:
    """The same with a score that is no higher than another one."""
    return run.times(score / run.score, Reason.OTHER_PAIR) if run.score > score else run


def _is_paragraph(side: Side, sentences: range) -> bool:
    """Whether sentences are just one paragraph."""
    begins = side.breaks.begins
    return bool(len(sentences) and not begins[sentences.start + 1 : sentences.stop].any())


def _claims(
    extents: Sequence[tuple[range, range]], pairs: Sequence[int], source: Side, target: Side
) -> list[Claim]:
    """Find the pairs beside whose source paragraph one stands that has no partner.

    Pairs of the same number are left alone, and so are those that would get another number. What
    repeats its neighbour claims nothing.
    """
    free = {k: rows for k, (rows, columns) in enumerate(extents) if not columns}
    free = {k: rows for k, rows in free.items() if _is_paragraph(source, rows)}
    at_end = {rows.stop: k for k, rows in free.items()}
    at_start = {rows.start: k for k, rows in free.items()}
    numbers, other_numbers = source.breaks.numbers, target.breaks.numbers
    claims: list[Claim] = []
    for pair in pairs:
        rows, columns = extents[pair]
        number = other_numbers[columns.start]
        if number != UNNUMBERED and number == numbers[rows.start]:
            continue
        for beside in (at_end.get(rows.start), at_start.get(rows.stop)):
            if (
                beside is not None
                and (number == UNNUMBERED or numbers[free[beside].start] in (UNNUMBERED, number))
                and not _is_repeated(free[beside], columns, source, target)
            ):
                claims.append((pair, beside))
    return claims


def _is_repeated(rows: range, columns: range, source: Side, target: Side) -> bool:
    """Whether a source paragraph says the same as one beside it, and the target's does not.

    The same text has the same translation, so it is one too many.
    """
    alike, others_alike = (
        side.breaks.repeats[part.start] or side.breaks.repeats[part.stop]
        for side, part in ((source, rows), (target, columns))
    )
    return bool(alike and not others_alike)


def _gains(
    claims: Sequence[Claim],
    pairs: Sequence[int],
    extents: Sequence[tuple[range, range]],
    source: Side,
    target: Side,
) -> Values:
    """How much nearer the paragraph without partner is to the other side's, for each claim."""
    left = embed_sentences(source, [extents[pair][0] for pair in pairs])
    right = embed_sentences(target, [extents[pair][1] for pair in pairs])
    free = embed_sentences(source, [extents[beside][0] for _, beside in claims])
    places = np.searchsorted(pairs, [pair for pair, _ in claims])
    gains = np.empty(len(claims))
    for begin in range(0, len(claims), BLOCK):
        part = slice(begin, begin + BLOCK)
        own = places[part]
        alike = right[own] @ right.T
        alike[np.arange(len(own)), own] = -1
        (cosines, precedents), (other_cosines, other_precedents) = (
            _nearness(rows, right[own], rows @ left.T, alike) for rows in (left[own], free[part])
        )
        nearness = (cosines + np.maximum(cosines, precedents)) / 2
        other_nearness = (other_cosines + other_precedents) / 2
        gains[part] = np.where(other_precedents > other_cosines, other_nearness - nearness, -np.inf)
    return gains


def _nearness(
    rows: Floats, columns: Floats, alike: Floats, others_alike: Floats
) -> tuple[Values, Values]:
    """How near paragraphs are to those opposite: by the cosine, and by the best precedent.

    Args:
        rows: shape (k, d), the paragraphs.
        columns: shape (k, d), what stands opposite.
        alike: shape (k, p), how like the paragraphs are to those of each pair.
        others_alike: shape (k, p), the same of the other side.
    """
    cosines: Values = np.einsum("ij,ij->i", rows, columns)
    return cosines, np.minimum(alike, others_alike).max(axis=1)


def _turned(group: Group) -> Group:
    return [run.turned() for run in group]
