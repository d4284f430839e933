"""Names: countries and territories by their names in both languages, and words left in Latin."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from align.quality.values.scanning import any_of
from align.quality.values.symbols import find_symbols, is_within
from corpora.languages import base

_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ](?<![A-Za-z0-9].)[A-Za-zÀ-ɏ'’\-]{2,}")


Mentions = dict[str, list[tuple[int, int]]]
"""Where a text names territories, by their ISO 3166 codes."""


def find_other_countries(pair: UnitPair) -> Iterator[Found]:
    """Find a country on one side that is another one on the other side.

    What is on one side only is not told: an adjective, a pronoun or "the State party" may stand
    for it. It is told where the other side names a country more often than this one does.
    """
    turned = pair.target.is_chinese  # in Chinese they are found faster, and mostly there are none
    one_side, other_side = pair.sides[::-1] if turned else pair.sides
    one = _mentions(one_side)
    other = _mentions(other_side) if one else None
    if not one or not other:
        return
    source, target = (other, one) if turned else (one, other)
    ours = {code: spans[:1] for code, spans in source.items() if code not in target}
    theirs = {code: spans[:1] for code, spans in target.items() if code not in source}
    if ours and theirs:
        said = _words(pair.source, ours), _words(pair.target, theirs)
        yield Found(f"the source names {said[0]}, the target {said[1]}", _places(ours, theirs))
    elif len(theirs) == 1 and (rarer := _rarer(target, source)):
        said = _words(pair.target, theirs), _words(pair.source, rarer)
        message = f"only the target names {said[0]}, and the source names {said[1]} more often"
        yield Found(message, _places(rarer, theirs))
    elif len(ours) == 1 and (rarer := _rarer(source, target)):
        said = _words(pair.source, ours), _words(pair.target, rarer)
        message = f"only the source names {said[0]}, and the target names {said[1]} more often"
        yield Found(message, _places(ours, rarer))


def _rarer(mentions: Mentions, others: Mentions) -> Mentions:
    """Return the other side's mentions of what is named there more often than here."""
    return {
        code: spans for code, spans in others.items() if len(spans) > len(mentions.get(code, ()))
    }


def find_other_latin_words(pair: UnitPair) -> Iterator[Found]:
    """Find names that stand in Latin letters in Chinese and are not in the other side."""
    for side, other, name in (
        (pair.source, pair.target, "source"),
        (pair.target, pair.source, "target"),
    ):
        if not side.is_chinese or other.is_chinese or not other.text:
            continue
        words = list(_LATIN_WORD.finditer(side.text))
        if words and (symbols := find_symbols(side.text)):  # these have checks of their own
            words = [match for match in words if not is_within(match.start(), symbols)]
        there = _bare(other.text) if words else ""
        lost = [match for match in words if _bare(match[0]) not in there]
        if lost and len(lost) <= 3:
            listed = ", ".join(match[0] for match in lost)
            places = tuple(Place(name, *match.span()) for match in lost)
            yield Found(f"only the {name} has {listed}", places)


def _bare(text: str) -> str:
    """Return the letters of a text, without case and accents."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def named_territories(side: Side) -> dict[str, tuple[int, int]] | None:
    """Return the territories that a text names: the first span of each by its ISO 3166 code.

    None for a text in another language than Chinese and English.
    """
    mentions = _mentions(side)
    return None if mentions is None else {code: spans[0] for code, spans in mentions.items()}


def _mentions(side: Side) -> Mentions | None:
    """Return all the spans of each territory that a text names; None as above."""
    language = base(side.language)
    if language not in ("zh", "en"):
        return None
    pattern, codes = _names(language)
    found: Mentions = {}
    for match in pattern.finditer(side.text):
        found.setdefault(codes[match[0]], []).append(match.span())
    return found


def _words(side: Side, mentions: Mentions) -> str:
    """Return each territory's name as a text has it first."""
    firsts = (spans[0] for spans in mentions.values())
    return ", ".join(side.text[start:end] for start, end in firsts)


def _places(source: Mentions, target: Mentions) -> tuple[Place, ...]:
    return tuple(
        Place(name, *span)
        for name, mentions in (("source", source), ("target", target))
        for spans in mentions.values()
        for span in spans
    )


@cache
def _names(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the names of territories in a language, and the code of each."""
    from babel import Locale

    codes: dict[str, str] = {}
    locales = ("en",) if language == "en" else ("zh_Hant", "zh_Hans")
    for locale in map(Locale.parse, locales):
        for code, name in locale.territories.items():
            if len(code) == 2 and code not in _NO_COUNTRIES:
                codes[re.split(" ?[(（]", name)[0]] = code
    with resources.files("align.quality.checks").joinpath("territories.toml").open("rb") as stream:
        for code, names in tomllib.load(stream)[language].items():
            codes |= dict.fromkeys(names, code)
    names = sorted(codes)
    listed = (
        rf"{any_of(names, _NO_LETTER_BEFORE)}\b"
        if language == "en"
        else any_of(names) + _NO_LANGUAGE
    )
    return re.compile(listed), codes


_NO_LETTER_BEFORE = r"(?<!\w.)"
"""Behind the first letter of a word: it is the first."""

_NO_LANGUAGE = "(?!文(?![化明物学學艺藝献獻])|[语語])"
"""Behind a country's name: it is not that of a language, 蒙古文."""

_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "GE", "JO", "TD"})
"""Codes of what is no country, and of countries whose English names may be other words: Georgia
is a state too, Chad and Jordan are people."""


CHECKS = (
    Check(
        "country-differs",
        Severity.WARNING,
        "Another country on the other side makes the sentence untrue.",
        ("法国代表发言", "The representative of Germany spoke"),
        each(find_other_countries),
    ),
    Check(
        "latin-name-differs",
        Severity.WARNING,
        "A name that was mistyped can't be found.",
        ("在Choporlu村附近", "near the village of Chopurlu"),
        each(find_other_latin_words),
    ),
)
