"""Telephone numbers: 0551-6287 3310 and +86 551 6287 3310 are one."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PHONE = re.compile(
    r"(?<![\dA-Za-z])(?:\+|00)?\(?\d(?:[ \u00a0()\-–‑.]{0,2}\d){6,17}(?![\dA-Za-z])"
)
_TRUNK = re.compile(r"\(0\)")
_ABROAD = re.compile(r"\+|00")
_LEAST_DIGITS = 7
_LONGEST_COUNTRY_CODE = 3


@dataclass(frozen=True, slots=True)
class Phone:
    """What may be a telephone number in a text.

    Attributes:
        digits: its digits, without what is dialled before a number of another town or country.
        abroad: whether it begins with the code of a country.
        start: the first character, counted from 0.
        end: the character after the last one.
    """

    digits: str
    abroad: bool
    start: int
    end: int

    @property
    def numbers(self) -> frozenset[str]:
        """What it may be without the code of its country; numbers that share one are the same."""
        if not self.abroad:
            return frozenset({self.digits})
        codes = range(_LONGEST_COUNTRY_CODE + 1)
        return frozenset(self.digits[code:] for code in codes)


def find_phones(text: str) -> list[Phone]:
    """Find what may be a telephone number: seven digits or more in groups, without commas."""
    found = []
    for match in _PHONE.finditer(text):
        written = _TRUNK.sub("", match[0])
        abroad = _ABROAD.match(written)
        digits = "".join(filter(str.isdecimal, written)).lstrip("0")
        if len(digits) >= _LEAST_DIGITS:
            found.append(Phone(digits, abroad is not None, *match.span()))
    return found
