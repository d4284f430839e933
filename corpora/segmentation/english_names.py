"""The commas in English that no clause ends at: those of names, addresses and dates.

"Ghana, El Salvador and Peru", "Mr. Lee, Minister of Trade", "New York, NY 10017", "Geneva,
7 December 2007": each is one whole, and in Chinese has other marks or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpora.segmentation.english_words import MONTHS, PREPOSITIONS, SMALL_IN_NAMES, STARTERS
from corpora.segmentation.marks import CLOSING_QUOTES, OPENING_QUOTES, STRAIGHT

_MARK = re.compile(r"[,;:!?…]+(?=\s|$)")
_ROUND_A_WORD = "()[].,"
_QUOTES = OPENING_QUOTES + CLOSING_QUOTES.replace("’", "") + STRAIGHT.replace("'", "")
_MONTH = rf"(?:{'|'.join(MONTHS)})\b"
_DAYS = r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?"
_DATE = rf"(?:{_DAYS}\s+{_MONTH}|{_MONTH}\s+{_DAYS}|{_MONTH}(?=\s+\d{{4}}))(?:\s+\d{{4}}\b)?"
_DATE_AHEAD = re.compile(_DATE)
_DATE_ALONE = re.compile(rf"(?:(?:{'|'.join(sorted(PREPOSITIONS))})\s+)?{_DATE}", re.IGNORECASE)
_MONTH_AND_DAY = re.compile(rf"{_MONTH}\s+{_DAYS}$")
_YEAR_AHEAD = re.compile(r"\d{4}\b")


@dataclass(frozen=True, slots=True)
class _Item:
    """What stands between two marks of a sentence: what it is, and what it begins and ends with."""

    end: int
    is_name: bool
    is_date: bool
    begins_with_name: bool
    ends_with_name: bool
    begins_with_year: bool
    ends_with_day: bool


def commas_in_names(sentence: str) -> frozenset[int]:
    """Return the offsets of the commas inside names, lists of names, addresses and dates."""
    if "," not in sentence:
        return frozenset()
    items = list(_items(sentence))
    return frozenset(
        one.end
        for place, (one, other) in enumerate(pairwise(items))
        if sentence[one.end : one.end + 1] == "," and _belong_together(one, other, first=not place)
    )


def _belong_together(one: _Item, other: _Item, *, first: bool) -> bool:
    return (
        (one.is_name and other.begins_with_name)
        or (one.ends_with_name and other.is_name)
        or (one.ends_with_day and other.begins_with_year)
        or other.is_date
        or (first and one.is_date)
    )


def _items(sentence: str) -> Iterator[_Item]:
    start = 0
    for end in (*(match.start() for match in _MARK.finditer(sentence)), len(sentence)):
        text = sentence[start:end].strip().lstrip(",;:!?… ")
        start = end
        words = text.split()
        if not words:
            yield _Item(end, False, False, False, False, False, False)
            continue
        rest = words[1:] if words[0] in ("and", "or") else words
        whole = all(map(_may_be_in_a_name, rest)) and any(map(is_name, rest))
        begins = whole and rest[0][0].isdigit()
        if rest and is_name(rest[0]):
            begins = rest[0].lower() not in STARTERS - {"the"}
        yield _Item(
            end,
            begins and whole,
            _DATE_ALONE.fullmatch(text) is not None,
            begins or _DATE_AHEAD.match(text) is not None,
            is_name(words[-1]),
            _YEAR_AHEAD.match(text) is not None,
            _MONTH_AND_DAY.search(text) is not None,
        )


@lru_cache(maxsize=10_000)
def is_name(word: str) -> bool:
    """Tell whether a word of a sentence is written as a name is: with a capital, and not quoted."""
    bare = word.strip(_ROUND_A_WORD)
    return (
        bare[:1].isupper() and bare.partition("’")[0].partition("'")[0] != "I" and not _quoted(word)
    )


def _may_be_in_a_name(word: str) -> bool:
    return (
        is_name(word)
        or word.strip(_ROUND_A_WORD) in SMALL_IN_NAMES
        or (any(map(str.isdigit, word)) and not _quoted(word))
    )


def _quoted(word: str) -> bool:
    return word[0] in _QUOTES or word[-1] in _QUOTES
