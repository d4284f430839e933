"""School years and their terms: 113學年度第1學期 is the fall semester of 2024."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from align.quality.values.number import Number

_BEFORE_REPUBLIC = 1911
_REPUBLIC = range(60, 200)
"""What school years of the Republic of China are: a school year has had other names before."""

_MANY = 100
"""From here on a number before 學年 is no number of years at school."""

_COMMON = range(1900, 2200)
_HAN_YEAR = re.compile(r" ?[学學]年(?P<of>度)?")
_JOINT = re.compile(r" ?年?[学學]?(?:年度?)? ?[-–—~～至/／] ?")
_HAN_TERM = re.compile(
    r"(?P<first>第? ?[一1] ?[学學]期|[上秋]季?[学學]期)|第? ?[二2] ?[学學]期|[下春]季?[学學]期"
)
_ENGLISH_SIGN = re.compile(
    r"\b(?:academic|school|semesters?|terms?|fall|autumn|spring)\b", re.IGNORECASE
)
_YEAR = r"(?P<year>(?:19|2[01])\d\d)"
_ENGLISH_YEAR = re.compile(
    rf"(?<![\d.,/]){_YEAR}(?: ?[-–—/] ?(?P<last>(?:\d\d)?\d\d))?(?![\d/]|[.,]\d)"
)
_SPRING_BEFORE = re.compile(r"\bspring(?: (?:semester|term))?(?:,| of| in)? ?$", re.IGNORECASE)
_SPRING_BEHIND = re.compile(r" spring\b", re.IGNORECASE)
_ENGLISH_TERM = re.compile(
    r"(?P<first>\b(?:first|1st) (?:semester|term)\b|\b(?:semester|term) (?:1|I|one)\b"
    r"|\b(?:fall|autumn)\b)"
    r"|\b(?:second|2nd) (?:semester|term)\b|\b(?:semester|term) (?:2|II|two)\b|\bspring\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year in a text.

    Attributes:
        year: the year of the common era in which it begins.
        start: the first character, counted from 0.
        end: the character after the last one.
    """

    year: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a school year in a text: the first one, in fall, or the second one, in spring.

    Attributes:
        is_first: whether it is the first one.
        start: the first character, counted from 0.
        end: the character after the last one.
    """

    is_first: bool
    start: int
    end: int


def school_years(numbers: Collection[Number], text: str, language: str) -> Iterator[SchoolYear]:
    """Find the school years of a text in Chinese or English.

    In English any year may be one where the text speaks of schools or their terms: the other side
    has to tell. The spring of 2025 is in the school year that began in 2024.

    Args:
        numbers: those of the text, in their order.
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    if base == "zh" and ("學年" in text or "学年" in text):
        yield from _in_chinese(numbers, text)
    elif base == "en" and _ENGLISH_SIGN.search(text):
        yield from _in_english(text)


def terms(text: str, language: str) -> Iterator[Term]:
    """Find the terms of school years that a text in Chinese or English names."""
    base = language.partition("-")[0].lower()
    pattern = {"zh": _HAN_TERM, "en": _ENGLISH_TERM}.get(base)
    for match in pattern.finditer(text) if pattern else ():
        yield Term(match["first"] is not None, *match.span())


def _in_chinese(numbers: Collection[Number], text: str) -> Iterator[SchoolYear]:
    before: Number | None = None
    for item in numbers:
        said = _HAN_YEAR.match(text, item.end)
        for value in item.values if said else ():
            if value in _REPUBLIC and ((said and said["of"]) or value >= _MANY):
                yield SchoolYear(int(value) + _BEFORE_REPUBLIC, item.start, item.end)
            elif value in _COMMON:
                joined = before and _JOINT.fullmatch(text, before.end, item.start)
                if before and joined and value - 1 in before.values:
                    yield SchoolYear(int(value) - 1, before.start, item.end)
                else:
                    yield SchoolYear(int(value), item.start, item.end)
        before = item


def _in_english(text: str) -> Iterator[SchoolYear]:
    for match in _ENGLISH_YEAR.finditer(text):
        year = int(match["year"])
        if match["last"]:
            if (year + 1) % 100 == int(match["last"]) % 100:
                yield SchoolYear(year, *match.span())
        elif _SPRING_BEFORE.search(text, 0, match.start()) or _SPRING_BEHIND.match(
            text, match.end()
        ):
            yield SchoolYear(year - 1, *match.span())
        else:
            yield SchoolYear(year, *match.span())
