"""Years that are counted from the first one of an era: 民国113年, 令和6年, Reiwa 6."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from align.quality.values.number import Number, Writing, number
from align.quality.values.scanning import any_of

_HAN_ERAS = {
    "民国": 1911,
    "民國": 1911,
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
}
_ENGLISH_ERAS = {
    "minguo": 1911,
    "meiji": 1867,
    "taisho": 1911,
    "taishō": 1911,
    "showa": 1925,
    "shōwa": 1925,
    "heisei": 1988,
    "reiwa": 2018,
}
_BEFORE_FIRST = _HAN_ERAS | _ENGLISH_ERAS
"""The year before the first one of each era, by how the era is written."""

_REPUBLIC = "minguo"
_MOST_YEARS = 200
"""No era has had so many years: what is more is a year of the common era already."""

_HAN_ERA = re.compile(rf"(?P<era>{'|'.join(_HAN_ERAS)}) ?")
_FIRST_YEAR = re.compile(r"元(?= ?年)")
_ENGLISH_SIGN = re.compile(any_of((*map(str.title, _ENGLISH_ERAS), "of the Republic")))
_YEAR = re.compile(r" ?年(?![来來间間内內])")
_ENGLISH_ERA = re.compile(
    rf"\b(?P<era>{'|'.join(_ENGLISH_ERAS)}) (?:era )?(?:year )?",
    re.IGNORECASE,
)
_OF_TAIWAN = re.compile(r"zh\b(?=.*-(?:hant|tw)\b)(?!.*-(?:hk|mo)\b)", re.IGNORECASE)
_BY_REPUBLIC = re.compile(
    r"\byear (?P<cardinal>\d{1,3}) of the Republic\b"
    r"|\b(?P<ordinal>\d{1,3}(?:st|nd|rd|th)) year of the Republic\b",
    re.IGNORECASE,
)


def with_han_eras(numbers: list[Number], text: str) -> list[Number]:
    """Read years behind the name of an era in Han characters as years of the common era too.

    Those behind the first one count on in its era: 民国38年至40年 is 1949 and 1951. Numbers of
    years (40年来) are none of it.

    Args:
        numbers: those of a text, in their order.
        text: the text, in Chinese or Japanese.
    """
    if "年" not in text or not _HAN_ERA.search(text):  # as in most texts
        return numbers
    eras = list(_HAN_ERA.finditer(text))
    firsts = [
        number({1}, first.span(), Writing.FIGURES)
        for era in eras
        if (first := _FIRST_YEAR.match(text, era.end()))
    ]
    read: list[Number] = []
    for item in sorted((*numbers, *firsts), key=lambda item: item.start):
        before = [era for era in eras if era.end() <= item.start]
        year = _YEAR.match(text, item.end) or text[item.start : item.end].endswith("年代")
        read.append(_of_era(item, before[-1]["era"]) if before and year else item)
    return read


def with_english_eras(numbers: list[Number], text: str) -> list[Number]:
    """Read the year behind the name of an era as a year of the common era too: Reiwa 6 is 2024.

    So is a year of the Republic of China: "year 38 of the Republic" is 1949.

    Args:
        numbers: those of a text, in their order.
        text: the text, in English.
    """
    if not numbers or not _ENGLISH_SIGN.search(text):  # as in most texts
        return numbers
    eras = {place: era for era, place in _english_years(text)}
    return [_of_era(item, eras[item.start]) if item.start in eras else item for item in numbers]


def years_of_republic(
    numbers: Iterable[Number], text: str, language: str
) -> Iterator[tuple[Number, int]]:
    """Give the numbers that may be years of the Republic of China, and those of the common era.

    Texts of Taiwan count years so without the name of the era (112年3月5日 is in 2023). The same
    words may be a number of years: which of them it is, the other side has to tell.

    Args:
        numbers: those of a text.
        text: the text.
        language: its language, a BCP 47 tag.
    """
    if not _OF_TAIWAN.match(language):
        return
    for item in numbers:
        if _YEAR.match(text, item.end):
            for value in item.values:
                if value.denominator == 1 and 0 < value < _MOST_YEARS:
                    yield item, int(value) + _BEFORE_FIRST[_REPUBLIC]


def _english_years(text: str) -> Iterator[tuple[str, int]]:
    """Give each era, and where the figures of its year begin."""
    for match in _ENGLISH_ERA.finditer(text):
        yield match["era"].lower(), match.end()
    for match in _BY_REPUBLIC.finditer(text):
        yield _REPUBLIC, match.start(match.lastgroup or "")


def _of_era(item: Number, era: str) -> Number:
    years = {value + _BEFORE_FIRST[era] for value in item.values if value < _MOST_YEARS}
    return replace(item, values=item.values | years)
