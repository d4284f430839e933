"""Units and currencies beside numbers, by the table in measures.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources

from align.quality.values.number import Number
from align.quality.values.scanning import any_of

_CALENDAR = range(1000, 2200)
"""Numbers that are years of the calendar, and count none."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number counts.

    Attributes:
        kind: "currency", "length", "mass".
        name: its English name.
        start: the first character of the unit, counted from 0.
        end: the character after the last one.
        unit: what the table tells of the unit.
    """

    kind: str
    name: str
    start: int
    end: int
    unit: Unit


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
    written, behind, before = _patterns(base)
    if number.percent:
        unit = written["%"]
        return Measure(unit.kind, unit.name, number.start, number.end, unit)
    match = behind.match(text, number.end)
    if match is None:
        match = before.search(text[max(0, number.start - 12) : number.start])
        shift = max(0, number.start - 12)
    else:
        shift = 0
    if match is None:
        return None
    unit = written[_key(match["unit"])]
    if unit.name == "year" and any(value in _CALENDAR for value in number.values):
        return None
    start, end = match.span("unit")
    return Measure(unit.kind, unit.name, start + shift, end + shift, unit)


def _key(form: str) -> str:
    """Return a unit's form as it is looked up: signs keep their case (M is no m), words do not."""
    return form if len(form) < 3 else form.lower()


@cache
def _patterns(
    language: str,
) -> tuple[dict[str, Unit], re.Pattern[str], re.Pattern[str]]:
    """Return what each written unit is, and what finds one behind a number and before it."""
    with resources.files("align.quality.values").joinpath("measures.toml").open("rb") as stream:
        table = tomllib.load(stream)
    written = {
        _key(form): Unit(
            kind,
            name,
            Fraction(row["size"]) if "size" in row else None,
            Fraction(row.get("zero", 0)),
            row.get("traditional", False),
        )
        for kind, units in table.items()
        for name, row in units.items()
        for form in row[language]
    }
    forms = {form for kind in table.values() for unit in kind.values() for form in unit[language]}
    if language == "zh":
        return (
            written,
            re.compile(rf"[ 多余餘]*(?P<unit>{any_of(sorted(forms))})"),
            re.compile(r"(?P<unit>人民币|人民幣|美元|港币|摄氏|攝氏|华氏|華氏)\s*$"),
        )
    # Short signs are written as they are ("M" is a nautical mile, "m" a metre); words in any case.
    short = {form for form in forms if len(form) < 3}
    words = any_of(sorted({form.lower() for form in forms - short}))
    signs = any_of(sorted(short - {"M"}))
    behind = re.compile(rf"[ -]?(?P<unit>(?i:{words})(?=s?\b|\W|$)|(?:{signs})(?![A-Za-z]))")
    before = re.compile(rf"(?P<unit>(?i:{words})|(?<![A-Za-z])(?:{signs}))\s?$")
    return written, behind, before
