"""What stands behind the end of a sentence and belongs to it all the same.

The blank for an answer, "Basalt is an intrusive rock. ( )", is no sentence, nor is the number that
a leader leads to, "Soup of the day ........ 25".
"""

from __future__ import annotations

import re

from corpora.leaders import LEADER, LONGEST_END, PAGE

_INSIDE = r"[\s_＿]*"
_BLANK = rf"(?:[(（]{_INSIDE}[)）]|[\[［【]{_INSIDE}[\]］】]|[_＿]{{2,}})"
_BLANKS = rf"(?:\s*{_BLANK})+\s*[.。]?"
_LAST = re.compile(rf"{_BLANKS}\s*\Z")
_NEXT = re.compile(rf"(?:\s*[(（]{_INSIDE}[)）])+")
_FIRST = re.compile(rf"\s*{_BLANK}")
_LEADER = re.compile(rf"{LEADER}\s*\Z")
_UNIT = r"[^\W\d_]{0,4}"
_NUMBER = re.compile(rf"\s*(?:{PAGE}|{_UNIT}[^\w\n]{{0,4}}\d[\d.,]*[^\w\n]{{0,4}}{_UNIT})\s*\Z")


def end_with_tail(text: str, end: int) -> int:
    """Return where a sentence ends with what belongs to it behind its marks.

    A blank inside a paragraph belongs to what is before it, unless the paragraph begins with one.

    Args:
        text: one paragraph.
        end: the offset behind the sentence's last mark.
    """
    if last := _LAST.match(text, end):
        return last.end()
    if (following := _NEXT.match(text, end)) and not _FIRST.match(text):
        return following.end()
    if _LEADER.search(text[max(0, end - LONGEST_END) : end]) and (
        number := _NUMBER.match(text, end)
    ):
        return number.end()
    return end
