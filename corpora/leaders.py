"""Leaders: the rows of dots that lead from an entry to its number ("Scope ........ 3")."""

from __future__ import annotations

import re

LEADER = r"(?:(?:[.．·․‥…⋯]\s?){4,}|[…⋯]{2,})"
"""A leader, as a pattern."""

PAGE = r"[(（]?(?:第\s?)?(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})(?:\s?[页頁])?[)）]?"
"""The number of a page behind an entry, as a pattern."""

LONGEST_END = 80
"""So many characters of the end of a text may hold its leader's end and its number."""

_LED = re.compile(rf"{LEADER}\s*{PAGE}\s*$")


def leads_to_number(text: str) -> bool:
    """Whether a text ends with a leader and a number, as the entry of a table of contents does."""
    return _LED.search(text[-LONGEST_END:]) is not None
