"""Pairs with other numbers on either side amid pairs that have the same.

Where the one document lacks paragraph 3 and the other paragraph 4, what is left of both stands at
one place, and is paired if it is alike enough. The numbers before and behind, which agree, tell
that it is not the same paragraph. Where paragraphs were numbered anew, those around differ, too.
Where the one list is numbered in another manner than the other (（二）, B.), the place in it tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from align.documents.grouping import Group, extent
from align.documents.moved.swaps import DOUBTFUL
from align.doubts import Reason
from align.search.side import UNNUMBERED, Side
from corpora.structure.numerals import Script, numeral_readings

_LAST = re.compile(r"\w+(?=\W*\Z)")
_SCRIPTS = (
    (Script.ARABIC, Script.UPPER_ROMAN),
    (Script.LOWER_LETTER, Script.ARABIC),
    (Script.LOWER_ROMAN, Script.ARABIC),
)
"""How numbers end in the language-neutral form: 12 or Annex II, 12(a), 12(a)(ii)."""


def ordinal(number: str) -> int:
    """Return which one of its list a paragraph is by its number; UNNUMBERED where that is unknown.

    Args:
        number: in the language-neutral form; of a decimal number nothing is told.
    """
    last = _LAST.search(number)
    depth = min(number.count("("), len(_SCRIPTS) - 1)
    if last is None or "." in number or "/" in number:
        return UNNUMBERED
    values = dict(numeral_readings(last[0]))
    return next((values[script] for script in _SCRIPTS[depth] if script in values), UNNUMBERED)


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
            places = source.breaks.ordinals[row.start], target.breaks.ordinals[column.start]
            if UNNUMBERED not in (own, other):
                same = own == other or places[0] == places[1] != UNNUMBERED
                numbered.append((row.start, place, bool(same)))
    numbered.sort()
    doubtful = {
        place
        for (_, _, before), (_, place, same), (_, _, behind) in zip(
            numbered, numbered[1:], numbered[2:], strict=False
        )
        if before and behind and not same
    }
    return [
        [run.times(DOUBTFUL, Reason.NUMBERS) for run in group] if place in doubtful else group
        for place, group in enumerate(groups)
    ]
