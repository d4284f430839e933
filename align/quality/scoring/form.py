"""Where the two sides of a pair begin and end: what was cut off leaves them unlike.

A side that lost its first or its last words begins in the middle of a sentence, or ends without
the mark that the other side ends with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from align.quality.pairs import Side, UnitPair

FULL_STOP, SEMICOLON, COLON, COMMA = 3.0, 2.0, 1.5, 1.0

_MARKS = (("。．.!！?？…", FULL_STOP), (";；", SEMICOLON), (":：", COLON), (",，、—", COMMA))
_STRENGTHS = {sign: strength for signs, strength in _MARKS for sign in signs}
_BEHIND_THE_MARK = re.compile(r"[\s\"'”’」』》)\]）\d]+$")
_LABEL = re.compile(
    r"\s*[\"“「(（\[]*(?:\d{1,4}(?:\.\d+)*|[a-zA-Z]|[ivx]+|[一二三四五六七八九十]+)[.)）．、\]\s]"
)
_LETTER = re.compile(r"[A-Za-z]")
_QUOTES = re.compile('["“”《》「」„]')
_MOST_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Form:
    """How like the two sides begin and end.

    Attributes:
        ends_apart: how far their last marks differ in strength: a full stop is 3, a semicolon 2,
            a colon 1.5, a comma 1, no mark 0.
        ends_differ: whether their last marks are of different strength.
        one_ends: whether one side ends with a full stop and the other with no mark.
        first_goes_on: whether the first side ends with a comma, and the second with a full stop.
        second_goes_on: the reverse.
        one_goes_on: whether one side ends with a comma, and the other with a semicolon.
        first_open: whether the first side ends with no mark, and the second with any.
        second_open: the reverse.
        one_labelled: whether one side only begins with a label such as "3." or "(a)".
        cut_head: whether an English side begins with a small letter and ends with a full stop.
        open_head: whether it begins with a small letter and ends otherwise, as items do.
        quotes_apart: how many more pairs of quotes one side has, up to 3.
    """

    ends_apart: float
    ends_differ: bool
    one_ends: bool
    first_goes_on: bool
    second_goes_on: bool
    one_goes_on: bool
    first_open: bool
    second_open: bool
    one_labelled: bool
    cut_head: bool
    open_head: bool
    quotes_apart: int


def compare_forms(pair: UnitPair) -> Form:
    """Compare where the sides of a pair begin and end."""
    ends = [_end(side.text) for side in pair.sides]
    labels = [_LABEL.match(side.text) is not None for side in pair.sides]
    quotes = [len(_QUOTES.findall(side.text)) // 2 for side in pair.sides]
    low = [end for side, end in zip(pair.sides, ends, strict=True) if _begins_low(side)]
    first, second = ends
    return Form(
        abs(first - second),
        first != second,
        min(ends) == 0 and max(ends) == FULL_STOP,
        (first, second) == (COMMA, FULL_STOP),
        (first, second) == (FULL_STOP, COMMA),
        {first, second} == {COMMA, SEMICOLON},
        first == 0 < second,
        second == 0 < first,
        labels[0] != labels[1],
        any(end == FULL_STOP for end in low),
        any(end != FULL_STOP for end in low),
        min(_MOST_QUOTES, abs(quotes[0] - quotes[1])),
    )


def _end(text: str) -> float:
    return _STRENGTHS.get(_BEHIND_THE_MARK.sub("", text)[-1:], 0.0)


def _begins_low(side: Side) -> bool:
    if not side.is_english:
        return False
    label = _LABEL.match(side.text)
    first = _LETTER.search(side.text, label.end() if label else 0)
    return first is not None and first[0].islower()
