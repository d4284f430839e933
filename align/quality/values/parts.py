"""References to the parts of a document: Annex III, 附件二, 第三章, Section C, 丙节."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from align.quality.values.scanning import any_of, matches
from corpora.characters import HAN
from corpora.structure.label import HAN_NUMERAL
from corpora.structure.numerals import STEMS, Script, letter, numeral_readings
from corpora.structure.words import words_of

_TABLE = "Table"
_AS_ROMAN = "IVX"
"""Letters that are numerals wherever they count: nobody comes to the 22nd annex by letters."""

_COUNTED = "份张張页頁个個种種本套件项項条條名次式所律并並同起致直些般切定样樣应應经經旦览覽"
"""Signs before which a Han numeral behind a part's name is none of its: 附件三份, 附表一并."""

_OTHER_WORDS = "件约約道线線例程"
"""Signs that make another word of the name before them: 第一条件, 第三条道路."""

_PERSON = re.compile(
    r"I (?!(?:of|and|or|to|above|below|in|on|by|for|is|are|as|at|with|see|shall)(?![a-z]))[a-z]"
)
"""What is a person behind a name in small letters: "the articles I wrote", and not "part I of"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A reference to a part of a document.

    Attributes:
        name: the neutral name of such a part: "Annex", "Article".
        values: every reading of its numeral; a letter is its place and itself: "C" and 3.
        letter: the letter that the part is known by, or "".
        start: the first character of the reference, counted from 0: its name's, or in a list that
            of its numeral.
        end: the character after the last one.
    """

    name: str
    values: frozenset[int | str]
    letter: str
    start: int
    end: int


def find_parts(text: str, language: str) -> list[Part]:
    """Find the parts that a Chinese or English text refers to, each of a list: Annexes I and II."""
    base = language.partition("-")[0].lower()
    if base == "zh":
        return list(_in_chinese(text))
    return list(_in_english(text)) if base == "en" else []


def may_be_called(name: str, other: str) -> bool:
    """Tell whether a part that one language calls by a name may have another in the other one."""
    return any(name in names and other in names for names in _ALIKE)


_ALIKE = (
    {"Annex", "Appendix", "Schedule"},
    {"Schedule", _TABLE},
    {"Part", "Section", "Chapter"},
    {"Section", "Article"},
)
"""Names of parts that stand for each other; 附件 is an annex, an appendix or a schedule."""


def _in_english(text: str) -> Iterator[Part]:
    names, pattern, numeral = _english()
    for match in pattern.finditer(text):
        if match["name"][0].islower() and _PERSON.match(text, match.start("list")):
            continue
        name = names[match["name"].lower()]
        yield from _parts(name, numeral, match, "list")


def _in_chinese(text: str) -> Iterator[Part]:
    before, around, first, pattern, numeral = _chinese()
    for match in matches(pattern, first, text):
        if match["before"]:
            yield from _parts(before[match["before"]], numeral, match, "list")
        else:
            group = "inside" if match["inside"] else "letter"
            name = around[match["around"] or match["behind"]]
            yield from _parts(name, numeral, match, group)


def _parts(name: str, numeral: re.Pattern[str], match: re.Match[str], group: str) -> Iterator[Part]:
    """Read the numerals in a group of a match; the name stands by the first or the last one."""
    numerals = list(numeral.finditer(match.string, *match.span(group)))
    for at, found in enumerate(numerals):
        values, sign = _read(found[0])
        if values:
            start = found.start() if at else match.start()
            end = found.end() if found is not numerals[-1] else match.end()
            yield Part(name, values, sign, start, end)


def _read(numeral: str) -> tuple[frozenset[int | str], str]:
    """Return every reading of a numeral, and the letter that it is or stands for, or ""."""
    values: set[int | str] = set()
    sign = ""
    for script, value in _spelled(numeral) or numeral_readings(numeral):
        if script in (Script.UPPER_LETTER, Script.STEM):
            values.add(letter(value).upper())
            if numeral in _AS_ROMAN:
                continue
            sign = letter(value).upper()
        values.add(value)
    return frozenset(values), sign


def _spelled(numeral: str) -> tuple[tuple[Script, int], ...]:
    """Return the value of "Three" or "Twenty-one", or nothing."""
    worth = words_of("en").part_words
    value = sum(worth.get(word, 0) for word in re.split(r"[\s-]", numeral.lower()))
    return ((Script.ARABIC, value),) if value else ()


@cache
def _english() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Return the names of parts, what finds one with its numerals, and a numeral."""
    words = words_of("en")
    names = {word.rstrip("."): name for word, name in words.parts_before.items()}
    names |= {"table": _TABLE, "clause": "Article"}
    names |= {f"{word}{'es' if word.endswith('x') else 's'}": it for word, it in names.items()}
    names["appendices"] = "Appendix"
    spelled = f"(?i:{any_of(sorted(words.part_words))})"
    numeral = (
        rf"(?:\d{{1,4}}(?![\d.,/]*\d)|[IVXLC]{{2,8}}(?![A-Za-z])|[ivx]{{2,6}}(?![A-Za-z])"
        rf"|[A-Z](?![A-Za-z'’.])|[A-Z](?=\.(?:\s|$))|{spelled}(?:[ -]{spelled})?(?![A-Za-z]))"
    )
    joint = r"(?:,? (?:and|or|to|through) |, |[-–—]| ?[&] ?)"
    pattern = re.compile(
        rf"(?<![A-Za-z])(?P<name>(?i:{any_of(sorted(names))}))\.? ?"
        rf"(?<![A-Za-z])(?P<list>{numeral}(?:{joint}{numeral})*)"
    )
    return names, pattern, re.compile(rf"(?<![A-Za-z\d]){numeral}")


@cache
def _chinese() -> tuple[
    dict[str, str], dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]
]:
    """Return the names before and behind numerals, how parts begin, what finds one, a numeral."""
    words = words_of("zh")
    before = {**words.parts_before, "表": _TABLE}
    around = words.parts_around
    roman = r"[IVXLC]{2,8}(?![A-Za-z])|[A-Z](?![A-Za-z])|[\u2160-\u216b]"
    figures = r"\d{1,4}(?![\d.,/]*\d)"
    numeral = rf"(?:{figures}|{HAN_NUMERAL}|{roman}|[{STEMS}])"
    after = "[见見如附按据據在与與和及]"
    stem = rf"(?:(?<![{HAN}])|(?<={after}))[{STEMS}]"
    joint = r"\s?[、,，和及与與至到或\-–—~～]\s?"
    behind = any_of(sorted(word for word in around if around[word] in ("Part", "Section")))
    pattern = re.compile(
        rf"(?P<before>{any_of(sorted(words.parts_before))}"
        rf"|表(?:(?<![{HAN}].)|(?<={after}表)))[\s:：]?"
        rf"(?P<list>{numeral}(?![{_COUNTED}])(?:{joint}{numeral}(?![{_COUNTED}]))*)"
        rf"|第\s?(?P<inside>{numeral}(?:{joint}第?\s?{numeral})*)\s?"
        rf"(?P<around>{any_of(sorted(around))})(?![{_OTHER_WORDS}])"
        rf"|(?P<letter>(?<![A-Za-z])(?:{roman})|{stem})\s?(?P<behind>{behind})"
    )
    return before, around, re.compile(rf"[附表第A-Z{STEMS}]"), pattern, re.compile(numeral)
