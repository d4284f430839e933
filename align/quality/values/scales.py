"""Words for scales behind figures in languages besides Chinese and English: 960 millions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from align.quality.values.months import NORWEGIAN
from align.quality.values.number import Number, number
from align.quality.values.scanning import any_of, covered

_GAP = "[ \u00a0\u202f-]"
_WORD = re.compile(rf"{_GAP}[^\W\d_]{{2,}}")
_ANY_SCALE = tuple(10**power for power in (3, 6, 9, 12))
"""By which a word behind figures may multiply them, in a language whose words are not known."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language: what each is worth, and what finds one, and one behind figures."""

    worth: Mapping[str, int]
    anywhere: re.Pattern[str]
    behind: re.Pattern[str]


def with_scale_words(numbers: list[Number], text: str, base: str) -> list[Number]:
    """Multiply figures by the words for scales behind them.

    In a language whose words are not known, figures before any word may be multiplied by some.

    Args:
        numbers: those in figures, in their order.
        text: the text.
        base: its language, without script and country.
    """
    words = _words(NORWEGIAN.get(base, base))
    done: list[Number] = []
    for item in numbers:
        if words is None:
            scales = _ANY_SCALE if _WORD.match(text, item.end) else ()
            more = {value * scale for value in item.values for scale in scales}
            done.append(number({*item.values, *more}, (item.start, item.end), item.writing))
            continue
        end, scale = item.end, 1
        while match := words.behind.match(text, end):
            end, scale = match.end(), scale * _worth(match, words)
        values = {value * scale for value in item.values}
        done.append(number(values, (item.start, end), item.writing))
    return done


def least_scale_in_words(numbers: Sequence[Number], text: str, language: str) -> int | None:
    """Return the least scale of a text whose number is in words: trois cents millions; or None.

    Such numbers are not read in other languages than Chinese and English.

    Args:
        numbers: those of the text that are read.
        text: the text.
        language: its language, a BCP 47 tag.
    """
    base = language.partition("-")[0].lower()
    words = _words(NORWEGIAN.get(base, base))
    if words is None:
        return None
    read = covered((item.start, item.end) for item in numbers)
    scales = (
        _worth(match, words) for match in words.anywhere.finditer(text) if match.start() not in read
    )
    return min(scales, default=None)


def _worth(match: re.Match[str], words: _Words) -> int:
    return words.worth[match["word"].lower()]


@cache
def _words(base: str) -> _Words | None:
    with resources.files("align.quality.values").joinpath("scales.toml").open("rb") as stream:
        table = tomllib.load(stream).get(base)
    if table is None:
        return None
    worth = {
        form.rstrip("*").lower(): 10 ** int(power)
        for power, forms in table.items()
        for form in forms
    }
    forms = {form.lower() for forms in table.values() for form in forms}
    stems = sorted(form.rstrip("*") for form in forms if form.endswith("*"))
    whole = sorted(form for form in forms if not form.endswith("*"))
    ways = ([any_of(whole) + r"(?!\w)"] if whole else []) + ([any_of(stems)] if stems else [])
    word = rf"(?P<word>{'|'.join(ways)})\w*\.?"
    return _Words(
        worth,
        re.compile(rf"(?<!\w){word}", re.IGNORECASE),
        re.compile(rf"{_GAP}?{word}", re.IGNORECASE),
    )
