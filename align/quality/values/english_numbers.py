"""Numbers in English text: figures and words, cardinal and ordinal, fractions, months, decades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from align.quality.values.english_number_words import (
    BUNDLES,
    CARDINALS,
    CURRENCY,
    FIGURES,
    FRACTIONS,
    LOOSE,
    NAMES,
    ORDINALS,
    PART_WORD,
    PARTS_WORD,
    SCALE_WORD,
    SCALES,
    SEVERAL_WORD,
    UNIT_WORD,
    WEEKDAYS,
    WORDS,
)
from align.quality.values.number import (
    Number,
    Writing,
    figure_value,
    number,
    with_centuries,
    with_scales,
)
from align.quality.values.scanning import any_of

_NUMBER = re.compile(
    rf"(?:(?<![A-Za-z\d])(?<!\d[.,])|{CURRENCY})"
    rf"(?:(?P<hour>[01]?\d|2[0-4])[.:h](?P<minute>[0-5]\d)(?= ?[ap]\.?m\b| ?(?:hours|hrs|Z)\b)"
    r"|(?P<clock>(?:(?<=[Aa]t )|(?=\d{4}(?:Z| ?(?:hours|hrs)\b))|(?=0))"
    r"(?:[01]\d|2[0-4])[0-5]\d)(?!\d)"
    r"|(?P<half_day>1[0-2]|[1-9])(?= ?[ap]\.?m\b)"
    rf"|(?P<figures>{FIGURES})(?P<ordinal>(?:st|nd|rd|th|s)\b)?"
    rf"(?:\+?\)?[ -](?P<scale>{SCALE_WORD}|bn|mn)\b|(?P<short>[mk]|bn)\b)?"
    r"(?P<percent>[ -]?(?:%|per ?cent\b|percentage points?\b))?)"
    rf"|\b(?P<top>{SEVERAL_WORD})[ -](?P<parts>{PARTS_WORD})\b"
    rf"|\b(?P<one>an?|one)[ -](?P<part>{PART_WORD})\b"
    rf"|\b(?:half(?: an?)?|(?P<halved>{UNIT_WORD}) and a half) (?P<of>{SCALE_WORD}|dozen)\b"
    rf"|\b(?P<few>{UNIT_WORD}) (?:in|out of) (?:an?|one|(?P<ten>ten)) (?P<bottom>{SCALE_WORD})\b"
    rf"|\b(?P<some>{UNIT_WORD})(?: in| out of| of(?= (?:{UNIT_WORD})\b)"
    r"| [a-z]+ (?:in|of|out of)(?= (?:three|four|five|ten)\b))"
    rf"(?: every)? (?P<whole>{UNIT_WORD}|\d+)\b"
    rf"|\b(?P<tens>{UNIT_WORD}|\d+) (?P<bundle>decades|dozen|centuries)\b"
    rf"|\b(?P<words>{WORDS})\b(?P<words_percent>[ -]per ?cent\b)?"
    r"|\b(?P<loose>[a-z]+)\b",
    re.IGNORECASE,
)
_OF_A_WHOLE = re.compile(
    r" of (?!(?:(?:the|this|last) )?(?:fiscal |financial )?year\b|20\d\d\b|19\d\d\b)"
)
"""Behind quarters that are no three months each: "three quarters of the people"."""

_APOSTROPHES = ("'", "’", "‘")
_LEAST_FIGURES = 13
"""Words for a number from here on are as sure as figures."""

_SHORT = {"m": 10**6, "mn": 10**6, "bn": 10**9, "k": 10**3}
_JOINTS = frozenset({"to", "and", "or", "-", "–", "—"})
_FIGURES = re.compile(r"[.\d](?:(?<=\d)\d*|(?<![^\s(（<>=≤≥＜＞＝].)\d+)")
_FIRST_WORDS = {
    word.lower() for words in (CARDINALS, ORDINALS, LOOSE, NAMES, WEEKDAYS) for word in words
} | {"several"}
_BEGINNING = re.compile(
    rf"[^a-z](?:{any_of(sorted(_FIRST_WORDS))}(?![a-z])"
    rf"|an?(?=[ -](?:{PART_WORD}|{SCALE_WORD})\b))"
)
"""What is no letter and a word that a number may begin with, in small letters; an article only
before a part or a scale."""

_ROMAN_TOKEN = re.compile(r"[CDILMVX](?<![A-Za-z].)[CDILMVX]*(?![A-Za-z])")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def find_numbers(text: str) -> list[Number]:
    """Find the numbers of an English text, in their order.

    Words from two to ten, ordinals and the names of months are `Writing.WORDS`; "one", Roman
    numerals, weekdays and words such as "both" and "decade" are `Writing.LOOSE`.
    """
    return with_centuries(with_scales(list(_find(text)), text, _JOINTS), text)


def _find(text: str) -> Iterator[Number]:
    end = 0
    for start in _beginnings(text):
        match = _NUMBER.match(text, start) if start >= end else None
        if match and (found := _read(match)):
            end = match.end()
            yield found


def _beginnings(text: str) -> list[int]:
    """Return where numbers may begin: at figures, words for numbers and Roman numerals.

    Three searches for little are much faster than one for all that a number may be.
    """
    low = text.replace("İ", " ").lower()  # no other character becomes two
    places = [match.start() for match in _BEGINNING.finditer(" " + low)]
    places += [match.start() for match in _FIGURES.finditer(text)]
    places += [match.start() for match in _ROMAN_TOKEN.finditer(text) if _ROMAN.fullmatch(match[0])]
    return sorted(places)


def _read(match: re.Match[str]) -> Number | None:
    span = match.span()
    if match["figures"]:
        return _figures(match)
    if match["hour"] or match["clock"] or match["half_day"]:
        return _time(match)
    if match["parts"]:
        above, below = CARDINALS[match["top"].lower()], FRACTIONS[match["parts"].lower()]
        values = {Fraction(above, below), Fraction(100 * above, below)}
        if match["parts"].lower() == "quarters" and not _OF_A_WHOLE.match(match.string, span[1]):
            values.add(Fraction(above))
        return number(values, span, Writing.WORDS)
    if match["part"]:  # or an ordinal: "a third meeting"
        below = FRACTIONS[match["part"].lower()]
        return number({1, below, Fraction(1, below), Fraction(100, below)}, span, Writing.LOOSE)
    if match["of"]:
        halved = CARDINALS[match["halved"].lower()] if match["halved"] else 0
        scale = SCALES.get(match["of"].lower()) or BUNDLES["dozen"]
        value = (halved + Fraction(1, 2)) * scale
        return number({value}, span, Writing.WORDS if value < _LEAST_FIGURES else Writing.FIGURES)
    if match["few"]:
        few = CARDINALS[match["few"].lower()]
        whole = SCALES[match["bottom"].lower()] * (10 if match["ten"] else 1)
        return number({few, Fraction(few, whole)}, span, Writing.WORDS)
    if match["some"]:
        some, whole = _count(match["some"]), _count(match["whole"])
        return number({Fraction(some, whole), some, whole}, span, Writing.WORDS)
    if match["bundle"]:
        count = _count(match["tens"])
        return number({count, count * BUNDLES[match["bundle"].lower()]}, span, Writing.WORDS)
    if match["words"]:
        return _words(match)
    if match["loose"]:
        return _loose(match["loose"], span)
    return None


def _figures(match: re.Match[str]) -> Number:
    if match["figures"] == "000" and match.string.endswith(_APOSTROPHES, 0, match.start()):
        return number({1000}, match.span(), Writing.LOOSE)  # RMB'000
    value = figure_value(match["figures"])
    scale = (match["scale"] or match["short"] or "").lower()
    values = {value * (SCALES.get(scale) or _SHORT.get(scale, 1))}
    if match["short"]:  # metres, a kilogram
        values.add(value)
    whole, point, mark = match["figures"].partition(".")
    if point and len(whole) == 4 and len(mark) <= 2:  # "in 2014.42": a year with a footnote's mark
        values.add(Fraction(whole))
    if (match["ordinal"] or "").lower() == "s":  # the 1990s
        values.add(value % 100)
        if value % 100:  # the 1800s are a century
            values.add(1900 + value % 100)
    return number(values, match.span(), Writing.FIGURES, percent=bool(match["percent"]))


def _count(written: str) -> int:
    return CARDINALS.get(written.lower()) or int(written)


def _time(match: re.Match[str]) -> Number:
    """Read a time of day: by either clock, the hour alone and the minute alone too."""
    if written := match["clock"]:
        hour, minute = int(written[:2]), int(written[2:])
        return number({hour, minute, int(written)}, match.span(), Writing.FIGURES)
    hour, minute = int(match["hour"] or match["half_day"]), int(match["minute"] or 0)
    values: set[Fraction | int] = {hour, (hour + 12) % 24}
    if match["hour"]:
        values |= {minute, Fraction(hour * 100 + minute, 100)}
    return number(values, match.span(), Writing.FIGURES)


def _words(match: re.Match[str]) -> Number:
    words = [word for word in re.split(r",? |-", match["words"].lower()) if word != "and"]
    total = part = 0
    for word in words:
        if word in ("a", "an", "several"):
            part = 1
        elif word in SCALES or (word in ORDINALS and word[:-2] in SCALES):
            scale = SCALES.get(word) or ORDINALS[word]
            part = (part or 1) * scale
            if scale > 100:
                total, part = total + part, 0
        else:
            part += CARDINALS[word] if word in CARDINALS else ORDINALS[word]
    value = total + part
    percent = bool(match["words_percent"])
    if value >= _LEAST_FIGURES and words[0] not in ("a", "an", "several"):
        writing = Writing.FIGURES
    elif value > 1 and len(words) == 1 and words[0] in CARDINALS:
        writing = Writing.WORDS
    else:
        writing = Writing.LOOSE
    return number({value}, match.span(), writing, percent)


def _loose(word: str, span: tuple[int, int]) -> Number | None:
    if word in NAMES:
        return number({NAMES[word]}, span, Writing.LOOSE if word == "May" else Writing.WORDS)
    if word in WEEKDAYS:
        return number({WEEKDAYS[word]}, span, Writing.LOOSE)
    if values := LOOSE.get(word.lower()):
        return number(values, span, Writing.LOOSE)
    if word.isupper() and _ROMAN.fullmatch(word):
        return number({_roman(word)}, span, Writing.LOOSE)
    return None


def _roman(text: str) -> int:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    signs = [worth[sign] for sign in text]
    return sum(
        -sign if place + 1 < len(signs) and signs[place + 1] > sign else sign
        for place, sign in enumerate(signs)
    )
