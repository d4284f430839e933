"""The quotations of a plain text: lines behind ">", as the answer to a mail has the mail's.

The marks are layout, as the ends of hard-wrapped lines are. A single line with the sign stays as it
is, and so do lines in which it says that something is greater ("> 50 mg", ">= 5").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

_MARKS = re.compile(r" {0,3}((?:> ?)*>)(?!=) ?")
_AMOUNT = re.compile(r"\s*(?:\d+(?:[.,]\d+)*(?![\d.)、．）]).*)?")
_FEWEST_LINES = 2


def set_marks_aside(lines: Sequence[str]) -> tuple[list[str], list[range]]:
    """Take the marks of quotations off the lines of a text.

    Args:
        lines: all lines, without their ends.

    Returns:
        The lines without marks; and for each quotation the numbers of its lines, counted from 0:
        adjacent lines of one depth.
    """
    bare = list(lines)
    quotations: list[range] = []
    marks = [_MARKS.match(line) for line in lines]
    for run in _runs(range(len(lines)), [mark is not None for mark in marks]):
        if marks[run.start] is None or len(run) < _FEWEST_LINES:
            continue
        found = [mark for mark in marks[run.start : run.stop] if mark]
        words = [mark.string[mark.end() :] for mark in found]
        if all(_AMOUNT.fullmatch(text) for text in words):
            continue
        bare[run.start : run.stop] = words
        quotations += _runs(run, [mark[1].count(">") for mark in found])
    return bare, quotations


def _runs(numbers: range, keys: Iterable[int]) -> list[range]:
    """Group numbers that follow each other and have one key."""
    groups = groupby(zip(keys, numbers, strict=True), key=lambda pair: pair[0])
    ends = [[number for _, number in group] for _, group in groups]
    return [range(group[0], group[-1] + 1) for group in ends]
