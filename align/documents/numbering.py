"""Pairs with other numbers on either side amid pairs that have the same.

Where the one document lacks paragraph 3 and the other paragraph 4, what is left of both stands at
one place, and is paired if it is alike enough. The numbers before and behind, which agree, tell
that it is not the same paragraph. Where paragraphs were numbered anew, those around differ, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.documents.grouping import Group, extent
from align.documents.moved.swaps import DOUBTFUL
from align.search.side import UNNUMBERED, Side


def doubt_other_numbers(groups: Sequence[Group], source: Side, target: Side) -> list[Group]:
    """Lower the scores of pairs whose numbers differ between pairs whose numbers agree.

    Args:
        groups: runs by whole paragraphs.
        source: the source.
        target: the target.
    """
    numbered: list[tuple[int, int, bool]] = []
    for place, group in enumerate(groups):
        row, column = extent(group)
        if row and column:
            own, other = source.breaks.numbers[row.start], target.breaks.numbers[column.start]
            if UNNUMBERED not in (own, other):
                numbered.append((row.start, place, bool(own == other)))
    numbered.sort()
    doubtful = {
        place
        for (_, _, before), (_, place, same), (_, _, behind) in zip(
            numbered, numbered[1:], numbered[2:], strict=False
        )
        if before and behind and not same
    }
    return [
        [run.times(DOUBTFUL) for run in group] if place in doubtful else group
        for place, group in enumerate(groups)
    ]
