"""Units and currencies beside numbers, by the table in measures.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import NamedTuple

from align.quality.values.number import Number
from align.quality.values.scanning import any_of

_ANY_CURRENCY = "元"
"""By itself the unit of the place; beside the name of a currency, its unit: 港币四万元."""

_DOLLARS_OF_PLACES = (
    (
        re.compile(r"zh\b.*-(?:hant|tw|hk|mo)\b", re.IGNORECASE),
        frozenset({"New Taiwan dollar", "Hong Kong dollar", "pataca"}),
    ),
    (re.compile(r"zh\b.*-(?:sg|my)\b", re.IGNORECASE), frozenset({"Singapore dollar"})),
)
"""What 元 by itself may be besides the yuan, by the language."""

_YUAN_BY_NAME = ("人民币", "人民幣", "RMB", "CNY")
"""Where a text says one of these, 元 by itself is the yuan everywhere."""

_COUNTING = "[\\d一二三四五六七八九十百千万萬亿億兆两兩多余餘元]"
"""A currency's name behind such a sign is the unit of a number before it."""

_NOTHING = re.compile(r"(?!)(?P<unit>)")
_MOST_BEFORE = 12
"""A unit before a number begins at most so many characters before it."""

_CALENDAR = range(1000, 2200)
"""Numbers that are years of the calendar, and count none."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number counts.

    Attributes:
        kind: "currency", "length", "mass".
        name: its English name; of several that it may have, the first.
        start: the first character of the unit, counted from 0.
        end: the character after the last one.
        unit: what the table tells of the unit.
        names: all that it may be: "$" is the dollar of any place.
        in_short: whether it leaves unsaid whose currency it is: 元, "$".
    """

    kind: str
    name: str
    start: int
    end: int
    unit: Unit
    names: frozenset[str]
    in_short: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """What the table tells of a unit or currency.

    Attributes:
        kind: "currency", "length", "mass".
        name: its English name.
        size: what one of it is worth among the units of its kind; None where that is not set.
        zero: what is added to a figure before it is multiplied by the size.
        traditional: whether translations may call it by the name of another one.
    """

    kind: str
    name: str
    size: Fraction | None
    zero: Fraction
    traditional: bool


def measure_of(number: Number, text: str, language: str) -> Measure | None:
    """Return the unit or currency beside a number of a Chinese or English text, or None.

    Args:
        number: one of the text's numbers.
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    if base not in ("zh", "en"):
        return None
    patterns = _patterns(base)
    written = patterns.written
    if number.percent:
        unit = written["%"][0]
        return Measure(unit.kind, unit.name, number.start, number.end, unit, frozenset({unit.name}))
    match = patterns.behind.match(text, number.end)
    shift = 0
    if match is None or match["unit"] == _ANY_CURRENCY:
        shift = max(0, number.start - _MOST_BEFORE)
        named = patterns.before.search(text[shift : number.start])
        if match and named is None:  # 四万元港币
            shift, named = 0, patterns.after.match(text, match.end())
        match, shift = (named, shift) if named else (match, 0)
    if match is None:
        return None
    units = written[_key(match["unit"])]
    unit, names = units[0], frozenset(item.name for item in units)
    if unit.name == "year" and any(value in _CALENDAR for value in number.values):
        return None
    start, end = match.span("unit")
    alone = match["unit"] == _ANY_CURRENCY
    if alone:
        names |= _dollars_of_place(text, language)
    in_short = alone or len(names) > 1
    return Measure(unit.kind, unit.name, start + shift, end + shift, unit, names, in_short)


def _dollars_of_place(text: str, language: str) -> frozenset[str]:
    """Return what 元 by itself may be in a text besides the yuan."""
    for places, names in _DOLLARS_OF_PLACES:
        if places.match(language) and not any(name in text for name in _YUAN_BY_NAME):
            return names
    return frozenset()


def _key(form: str) -> str:
    """Return a unit's form as it is looked up: signs keep their case (M is no m), words do not."""
    return form if len(form) < 3 else form.lower()


class _Patterns(NamedTuple):
    """What each written unit may be, and what finds one: behind a number, before it, after 元."""

    written: dict[str, tuple[Unit, ...]]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    with resources.files("align.quality.values").joinpath("measures.toml").open("rb") as stream:
        table = tomllib.load(stream)
    written: dict[str, tuple[Unit, ...]] = {}
    for kind, units in table.items():
        for name, row in units.items():
            unit = Unit(
                kind,
                name,
                Fraction(row["size"]) if "size" in row else None,
                Fraction(row.get("zero", 0)),
                row.get("traditional", False),
            )
            for key in dict.fromkeys(map(_key, row[language])):  # a pound is a weight here
                written[key] = (*(it for it in written.get(key, ()) if it.kind == kind), unit)
    forms = {form for kind in table.values() for unit in kind.values() for form in unit[language]}
    if language == "zh":
        currencies = {form for row in table["currency"].values() for form in row["zh"]}
        names = any_of(sorted(currencies - {_ANY_CURRENCY}))
        return _Patterns(
            written,
            re.compile(rf"[ 多余餘]*(?P<unit>{any_of(sorted(forms))})"),
            re.compile(
                rf"(?<!{_COUNTING})(?<!{_COUNTING}\s)(?P<unit>{names}|摄氏|攝氏|华氏|華氏)"
                r"[\s约約近逾超达達为為共合计計各:：(（]{0,3}$"
            ),
            re.compile(rf"\s?(?P<unit>{names})(?!\s?\d)"),
        )
    # Short signs are written as they are ("M" is a nautical mile, "m" a metre); words in any case.
    short = {form for form in forms if len(form) < 3}
    words = any_of(sorted({form.lower() for form in forms - short}))
    signs = any_of(sorted(short - {"M"}))
    behind = re.compile(rf"[ -]?(?P<unit>(?i:{words})(?=s?\b|\W|$)|(?:{signs})(?![A-Za-z]))")
    # Nothing but a currency stands before its figure: "In the second I saw", "on day 3".
    currencies = {form for row in table["currency"].values() for form in row["en"]}
    names = any_of(sorted({form.lower() for form in currencies - short}))
    signs = any_of(sorted(currencies & short))
    before = re.compile(rf"(?P<unit>(?i:{names})|(?<![A-Za-z])(?:{signs}))\s?$")
    return _Patterns(written, behind, before, _NOTHING)
