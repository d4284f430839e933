"""The punctuation of clauses, in classes that languages share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int8]
Values = npt.NDArray[np.float64]


class EndMark(IntEnum):
    """What a clause ends with, closing quotation marks and brackets left out."""

    NONE = 0
    STOP = 1
    COMMA = 2
    COLON = 3
    QUESTION = 4
    EXCLAMATION = 5
    DASH = 6


@dataclass(frozen=True, slots=True)
class ClauseMarks:
    """The punctuation of n clauses, shape (n,) each.

    Attributes:
        ends: the EndMark of each clause.
        opens: whether it begins with an opening quotation mark.
        closes: whether it ends with a closing one.
        speech: which share of its characters stands between quotation marks, also those that
            other clauses hold.
    """

    ends: Codes
    opens: Flags
    closes: Flags
    speech: Values


_END_MARKS = (
    dict.fromkeys("。．.｡।۔", EndMark.STOP)
    | dict.fromkeys("，,、،､", EndMark.COMMA)
    | dict.fromkeys("；;：:؛", EndMark.COLON)
    | dict.fromkeys("？?؟", EndMark.QUESTION)
    | dict.fromkeys("！!", EndMark.EXCLAMATION)
    | dict.fromkeys("—–…-", EndMark.DASH)
)
_CLOSING_OF = dict(zip("“‘「『«„\"'", ("”", "’", "」", "』", "»", "“”", '"', "'"), strict=True))
_OPENING = frozenset(_CLOSING_OF)
_CLOSING = frozenset("”’」』»\"'")
_BRACKETS = "）)]］】"
_QUOTE = re.compile("[“‘「『«„”’」』»\"']")


def find_clause_marks(texts: Sequence[str]) -> ClauseMarks:
    """Find the marks of clauses that follow one another."""
    ends = np.zeros(len(texts), dtype=np.int8)
    opens, closes = np.zeros((2, len(texts)), dtype=bool)
    speech = np.zeros(len(texts))
    opened = ""
    for place, text in enumerate(texts):
        if not text:
            continue
        opens[place] = text[0] in _OPENING
        bare = text.rstrip(_BRACKETS)
        closes[place] = bare[-1:] in _CLOSING and len(bare) > 1
        last = bare.rstrip("”’」』»\"'" + _BRACKETS)[-1:]
        ends[place] = _END_MARKS.get(last, EndMark.NONE)
        speech[place], opened = _speech(text, opened)
    return ClauseMarks(ends, opens, closes, speech)


def _speech(text: str, opened: str) -> tuple[float, str]:
    """The share of a text inside quotation marks, and the mark that is open behind it."""
    inside, begin = 0, 0
    for match in _QUOTE.finditer(text):
        at, mark = match.start(), match.group()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if mark in "'’" and before.isalnum() and after.isalnum():
            continue
        if opened:
            if mark in _CLOSING_OF[opened]:
                inside += at - begin
                opened = ""
        elif mark in _OPENING and not (mark in "\"'" and (not after or after.isspace())):
            opened, begin = mark, at
    if opened:
        inside += len(text) - begin
    return inside / len(text), opened
