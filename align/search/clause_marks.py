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
        opened: how many quotations open in it.
        closed: how many close in it.
        speech: which share of its characters stands between quotation marks, also those that
            other clauses hold.
        inside: whether a quotation is open behind it.
    """

    ends: Codes
    opened: Codes
    closed: Codes
    speech: Values
    inside: Flags


_END_MARKS = (
    dict.fromkeys("。．.｡।۔", EndMark.STOP)
    | dict.fromkeys("，,、،､", EndMark.COMMA)
    | dict.fromkeys("；;：:؛", EndMark.COLON)
    | dict.fromkeys("？?؟", EndMark.QUESTION)
    | dict.fromkeys("！!", EndMark.EXCLAMATION)
    | dict.fromkeys("—–…-", EndMark.DASH)
)
_CLOSING_OF = dict(zip("“‘「『«„\"'", ("”", "’", "」", "』", "»", "“”", '"', "'"), strict=True))
_BEHIND_AN_END = "“”’」』»\"'）)］]】 "
_MOST = 100
_QUOTE = re.compile("[“‘「『«„”’」』»\"']")


def find_clause_marks(texts: Sequence[str]) -> ClauseMarks:
    """Find the marks of clauses that follow one another."""
    ends, opened, closed = np.zeros((3, len(texts)), dtype=np.int8)
    speech = np.zeros(len(texts))
    inside = np.zeros(len(texts), dtype=bool)
    mark = ""
    for place, text in enumerate(texts):
        last = text.rstrip(_BEHIND_AN_END)[-1:]
        ends[place] = _END_MARKS.get(last, EndMark.NONE)
        speech[place], opened[place], closed[place], mark = _speech(text, mark)
        inside[place] = bool(mark)
    return ClauseMarks(ends, opened, closed, speech, inside)


def _speech(text: str, mark: str) -> tuple[float, int, int, str]:
    """Follow quotations through a clause, the outer ones only.

    Args:
        text: the clause.
        mark: the mark of the quotation that is open in front of it, or "".

    Returns:
        The share of the clause inside quotations, how many open, how many close, and the mark
        that is open behind it.
    """
    within = begin = opened = closed = 0
    for match in _QUOTE.finditer(text):
        at, found = match.start(), match.group()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if found in "'’" and before.isalnum() and after.isalnum():
            continue
        begins = found in _CLOSING_OF and (
            found not in "\"'" or _stands_before_words(before, after)
        )
        if mark and found in _CLOSING_OF[mark] and not (begins and found in "\"'"):
            within += at - begin
            closed += 1
            mark = ""
        elif begins and (not mark or found == mark):
            # The same mark again: the quotation before it was never closed.
            within += at - begin if mark else 0
            opened += 1
            mark, begin = found, at
    if mark:
        within += len(text) - begin
    return within / max(1, len(text)), min(opened, _MOST), min(closed, _MOST), mark


def _stands_before_words(before: str, after: str) -> bool:
    """Whether a straight mark can only be an opening one."""
    return (not before or before.isspace() or before in "(—–-") and bool(after.strip())
