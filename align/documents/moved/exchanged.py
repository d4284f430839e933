"""Numbered paragraphs whose texts changed places while the numbers stayed.

Where the one version has items 2 and 4 the other way round, and both count on from 1, the number
pairs each with what is no translation of it. A number is strong evidence, and a single text that is
free in its translation proves nothing against it. But where some such pairs are far apart in
meaning, and each of their texts is nearest by far to the one that another of them has, they changed
places among each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from align.documents.grouping import Group, embed_sentences, extent, is_linked, is_whole
from align.documents.moved.crossings import says_little
from align.encoders import Floats
from align.search.engine import Aligner
from align.search.side import UNNUMBERED, Side

UNLIKE = 0.45
"""The greatest cosine of a pair whose number may deceive."""

NEARER, ON_THE_WHOLE = 0.1, 0.25
"""By how much each text must be nearer to its new partner than both are to the old ones, and by how
much all that change places are on the average."""


def settle_exchanged(
    aligner: Aligner, groups: Sequence[Group], source: Side, target: Side
) -> list[Group]:
    """Pair numbered paragraphs that changed places with what they translate.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then.
    """
    extents = [extent(group) for group in groups]
    numbered = [
        k
        for k, (row, column) in enumerate(extents)
        if row
        and column
        and is_whole(groups[k])
        and source.breaks.numbers[row.start] == target.breaks.numbers[column.start] != UNNUMBERED
        and not says_little(row, column, source, target)
        and not source.breaks.begins[row.start + 1 : row.stop].any()
        and not target.breaks.begins[column.start + 1 : column.stop].any()
    ]
    if len(numbered) < 2:
        return list(groups)
    left = embed_sentences(source, [extents[k][0] for k in numbered])
    right = embed_sentences(target, [extents[k][1] for k in numbered])
    unlike = np.flatnonzero(np.vecdot(left, right) <= UNLIKE)
    settled = list(groups)
    for cycle in _cycles(left[unlike] @ right[unlike].T):
        places = [numbered[unlike[i]] for i in cycle]
        made = [
            aligner.align_parts(extents[one][0], extents[other][1])
            for one, other in zip(places, [*places[1:], places[0]], strict=True)
        ]
        if all(map(is_linked, made)):
            for place, group in zip(places, made, strict=True):
                settled[place] = group
    return settled


def _cycles(cosines: Floats) -> Iterator[list[int]]:
    """Find rows of which each is nearest to the next one's column, the last one's to the first's.

    Args:
        cosines: shape (k, k), of each row with each column; what is paired now is on the diagonal.
    """
    if len(cosines) < 2:
        return
    own = cosines.diagonal()
    nearest = cosines.argmax(axis=1)
    mutual = cosines.argmax(axis=0)[nearest] == np.arange(len(cosines))
    found = cosines.max(axis=1)
    clear = mutual & (found >= np.maximum(own, own[nearest]) + NEARER)
    seen = set[int]()
    for start in np.flatnonzero(clear).tolist():
        cycle = list[int]()
        row = start
        while clear[row] and row not in seen:
            seen.add(row)
            cycle.append(row)
            row = int(nearest[row])
        gain = float((found[cycle] - own[cycle]).mean()) if cycle else 0.0
        if cycle and row == start and gain >= ON_THE_WHOLE:
            yield cycle
