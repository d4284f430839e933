"""Copies of right pairs in which one thing was made wrong.

The kinds are those that translators, aligners and converters make. Each planter changes one side
of one pair by chance, and gives None where the pair has nothing of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from align.quality.checks.names import named_territories
from align.quality.pairs import Side, UnitPair
from align.quality.values.dates import find_dates
from align.quality.values.measures import measure_of
from align.quality.values.number import Writing
from align.quality.values.reading import read_values
from corpora.segmentation import Level, split
from tmx.units import Tag

Chance = np.random.Generator
Planter = Callable[[Chance, Sequence[UnitPair], int], UnitPair | None]

MECHANICAL = frozenset(
    {"number-changed", "digits-swapped", "scale", "date", "symbol", "unit", "item-lost"}
    | {"untranslated", "wrong-language", "script", "mojibake", "quote", "tag", "term"}
)
"""The kinds that can be told without understanding a word."""


@dataclass(frozen=True)
class Planted:
    """A pair with an error in it.

    Attributes:
        kind: the kind of error.
        place: the index of the right pair.
        pair: the wrong pair.
    """

    kind: str
    place: int
    pair: UnitPair


def with_text(pair: UnitPair, index: int, text: str) -> UnitPair:
    """Return a pair in which one side has another text."""
    sides = list(pair.sides)
    sides[index] = replace(sides[index], text=text, content=(text,))
    return replace(pair, source=sides[0], target=sides[1])


def plant(kind: str, pairs: Sequence[UnitPair], chance: Chance, most: int) -> list[Planted]:
    """Plant errors of one kind in as many pairs as hold it, at most so many, in their order."""
    planted: list[Planted] = []
    for place in sorted(chance.permutation(len(pairs)).tolist()):
        wrong = PLANTERS[kind](chance, pairs, place)
        if wrong is not None and wrong != pairs[place]:
            planted.append(Planted(kind, place, wrong))
    if len(planted) > most:
        kept = sorted(chance.choice(len(planted), most, replace=False).tolist())
        planted = [planted[index] for index in kept]
    return planted


def _figures(pair: UnitPair, side: int) -> list[tuple[int, int]]:
    """Return the spans of plain figures of two digits or more that both sides say."""
    own, other = (read_values(item.text, item.language) for item in pair.sides)
    if side:
        own, other = other, own
    said = {value for item in other.numbers for value in item.values}
    text = pair.sides[side].text
    return [
        (item.start, item.end)
        for item in own.numbers
        if item.writing is Writing.FIGURES
        and item.values & said
        and text[item.start : item.end].isascii()
        and text[item.start : item.end].isdecimal()
    ]


def _changed(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    side = int(chance.integers(2))
    spans = _figures(pairs[place], side)
    if not spans:
        return None
    start, end = spans[int(chance.integers(len(spans)))]
    text = pairs[place].sides[side].text
    value = int(text[start:end])
    other = value + int(chance.choice([-10, -3, -2, -1, 1, 2, 3, 10]))
    return with_text(pairs[place], side, text[:start] + str(abs(other) or 7) + text[end:])


def _swapped(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    side = int(chance.integers(2))
    text = pairs[place].sides[side].text
    spans = [span for span in _figures(pairs[place], side) if len(set(text[span[0] : span[1]])) > 1]
    if not spans:
        return None
    start, end = spans[int(chance.integers(len(spans)))]
    digits = list(text[start:end])
    first = next(index for index in range(len(digits) - 1) if digits[index] != digits[index + 1])
    digits[first], digits[first + 1] = digits[first + 1], digits[first]
    return with_text(pairs[place], side, text[:start] + "".join(digits) + text[end:])


_SCALES = ("万", "million", "billion", "亿", "thousand")
_OTHER_SCALE = {
    "万": "亿", "亿": "万", "million": "billion", "billion": "million", "thousand": "million"
}  # fmt: skip


def _scale(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    for side in chance.permutation(2).tolist():
        text = pair.sides[side].text
        matches = list(re.finditer(rf"(?<=\d)( ?)({'|'.join(_SCALES)})", text))
        if matches:
            match = matches[int(chance.integers(len(matches)))]
            return with_text(
                pair, side, text[: match.start(2)] + _OTHER_SCALE[match[2]] + text[match.end() :]
            )
    return None


def _date(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    dates = find_dates(pair.target.text, "en")
    if not dates or not find_dates(pair.source.text, "zh"):
        return None
    date = dates[int(chance.integers(len(dates)))]
    months = "January February March April May June July August September October November December"
    names = months.split()
    text = pair.target.text
    here = text[date.start : date.end]
    wrong = here.replace(names[date.month - 1], names[(date.month + int(chance.integers(11))) % 12])
    return with_text(pair, 1, text[: date.start] + wrong + text[date.end :])


def _symbol(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    side = int(chance.integers(2))
    symbols = read_values(pair.sides[side].text, pair.sides[side].language).symbols
    keys = {
        item.key
        for item in read_values(pair.sides[1 - side].text, pair.sides[1 - side].language).symbols
    }
    symbols = tuple(
        item for item in symbols if item.key in keys and any(map(str.isdecimal, item.key))
    )
    if not symbols:
        return None
    symbol = symbols[int(chance.integers(len(symbols)))]
    text = pair.sides[side].text
    written = text[symbol.start : symbol.end]
    digits = [index for index, sign in enumerate(written) if sign.isdecimal()]
    at = digits[int(chance.integers(len(digits)))]
    wrong = written[:at] + str((int(written[at]) + 1) % 10) + written[at + 1 :]
    return with_text(pair, side, text[: symbol.start] + wrong + text[symbol.end :])


_OTHER_UNITS = {
    "美元": "欧元", "欧元": "美元", "公里": "英里", "公顷": "英亩", "吨": "公斤", "公斤": "吨",
    "米": "公里", "%": "‰", "小时": "天", "克": "公斤", "天": "周", "个月": "天", "周": "个月",
}  # fmt: skip


def _unit(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    text = pair.source.text
    reading = read_values(text, "zh")
    found = [measure_of(item, text, "zh") for item in reading.numbers]
    units = [
        item
        for item in found
        if item is not None
        and text[item.start : item.end] in _OTHER_UNITS
        and _has_measure(pair.target, item.name)
    ]
    if not units:
        return None
    unit = units[int(chance.integers(len(units)))]
    other = _OTHER_UNITS[text[unit.start : unit.end]]
    return with_text(pair, 0, text[: unit.start] + other + text[unit.end :])


def _has_measure(side: Side, name: str) -> bool:
    numbers = read_values(side.text, side.language).numbers
    measures = (measure_of(item, side.text, side.language) for item in numbers)
    return any(item is not None and item.name == name for item in measures)


def _item(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    pattern = re.compile(r"\(([a-z]|[ivx]+)\)")
    side = int(chance.integers(2))
    text = pair.sides[side].text
    items = list(pattern.finditer(text))
    if len(items) < 2 or len(items) != len(pattern.findall(pair.sides[1 - side].text)):
        return None
    at = int(chance.integers(len(items)))
    end = items[at + 1].start() if at + 1 < len(items) else len(text)
    return with_text(pair, side, text[: items[at].start()] + text[end:])


def _clauses(side: Side) -> list[str]:
    return [side.text[start:end] for start, end in split(side.text, side.language, Level.CLAUSE)]


def _clause_lost(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    side = int(chance.integers(2))
    clauses = _clauses(pair.sides[side])
    if len(clauses) < 2:
        return None
    at = int(chance.integers(len(clauses)))
    least = 6 if pair.sides[side].is_chinese else 20
    if len(clauses[at].strip()) < least:
        return None
    return with_text(pair, side, "".join(clauses[:at] + clauses[at + 1 :]))


def _clause_added(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    side = int(chance.integers(2))
    other = pairs[int(chance.integers(len(pairs)))]
    clauses = _clauses(other.sides[side])
    added = clauses[int(chance.integers(len(clauses)))].strip() if clauses else ""
    least = 6 if pair.sides[side].is_chinese else 20
    if other is pair or len(added) < least:
        return None
    own = _clauses(pair.sides[side])
    at = int(chance.integers(len(own) + 1))
    joint = "" if pair.sides[side].is_chinese else " "
    text = joint.join(
        [*(item.strip() for item in own[:at]), added, *(item.strip() for item in own[at:])]
    )
    return with_text(pair, side, text)


def _neighbour(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    side = int(chance.integers(2))
    other = place + 1 if place + 1 < len(pairs) else place - 1
    if other < 0 or pairs[other].sides[side].text == pairs[place].sides[side].text:
        return None
    return with_text(pairs[place], side, pairs[other].sides[side].text)


def _negation(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    if not re.search("[不没未无非]", pair.source.text):
        return None
    text = re.sub(r"\b(?:not|never|no)\b ?|n't\b", "", pair.target.text, count=1)
    return with_text(pair, 1, text)


def _untranslated(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    side = int(chance.integers(2))
    text = pair.sides[1 - side].text
    return with_text(pair, side, text) if len(text) > 12 else None


_FRENCH = (
    "Le Comité a décidé de poursuivre l'examen de cette question à sa prochaine session.",
    "Les États parties sont invités à présenter leurs observations par écrit au Secrétariat.",
    "Le Secrétaire général est prié de faire rapport à ce sujet avant la fin de l'année.",
)


def _language(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    return with_text(pairs[place], 1, _FRENCH[int(chance.integers(len(_FRENCH)))])


_TRADITIONAL = str.maketrans("会国权发员为对这产业东关务", "會國權發員為對這產業東關務")


def _script(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    return with_text(pairs[place], 0, pairs[place].source.text.translate(_TRADITIONAL))


def _mojibake(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    if chance.integers(2):
        text = pair.source.text.encode().decode("gbk", errors="replace")
        return with_text(pair, 0, text)
    marked = re.sub("['\"]", "’", pair.target.text)
    return with_text(pair, 1, marked.encode().decode("cp1252", errors="replace"))


def _quote(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    side = int(chance.integers(2))
    text = pair.sides[side].text
    marks = [index for index, sign in enumerate(text) if sign in '"“”《》()（）']
    if not marks or not any(sign in '"“”《》()（）' for sign in pair.sides[1 - side].text):
        return None
    at = marks[int(chance.integers(len(marks)))]
    return with_text(pair, side, text[:at] + text[at + 1 :])


def _tag(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    tagged = replace(pair.source, content=(Tag("ph", ("<br/>",), x="1"), *pair.source.content))
    return replace(pair, source=tagged)


def _name(chance: Chance, pairs: Sequence[UnitPair], place: int) -> UnitPair | None:
    pair = pairs[place]
    english, chinese = named_territories(pair.target), named_territories(pair.source)
    both = [code for code in english or {} if code in (chinese or {})]
    if not both:
        return None
    code = both[int(chance.integers(len(both)))]
    start, end = (english or {})[code]
    other = "Norway" if code != "NO" else "Peru"
    return with_text(pair, 1, pair.target.text[:start] + other + pair.target.text[end:])


PLANTERS: dict[str, Planter] = {
    "number-changed": _changed,
    "digits-swapped": _swapped,
    "scale": _scale,
    "date": _date,
    "symbol": _symbol,
    "unit": _unit,
    "item-lost": _item,
    "clause-lost": _clause_lost,
    "clause-added": _clause_added,
    "neighbour": _neighbour,
    "negation": _negation,
    "untranslated": _untranslated,
    "wrong-language": _language,
    "script": _script,
    "mojibake": _mojibake,
    "quote": _quote,
    "tag": _tag,
    "name": _name,
}
"""What plants each kind; runs that slipped and terms concern more than one pair, or a glossary."""
