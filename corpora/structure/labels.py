"""What number could stand at the head of a paragraph, and how many characters it takes.

A head can often be read in several ways ("(i)" is Roman 1 or letter 9; "A. Smith" may be no number
at all), so `find_labels` returns every reading, and says what evidence each one needs from its
neighbours. `corpora.structure.outline` chooses.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from corpora.characters import is_han
from corpora.structure.label import (
    BARE,
    ENCLOSED,
    HAN_NUMERAL,
    NUMERAL,
    PATENT,
    Label,
    Needs,
    is_title,
    make_label,
    plain_head,
)
from corpora.structure.numerals import ALPHABETS, Script, numeral_readings
from corpora.structure.parts import find_parts
from corpora.structure.words import Words

_PLAIN = re.compile(rf"({NUMERAL})\s?([.、])")
_BEFORE_WIDE_SPACE = re.compile(rf"(\d{{1,3}}|{HAN_NUMERAL}|[{ALPHABETS[4]}])( )")
_WIDE_SPACE = "\u3000"
_BARE = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
_COMPOSITE = re.compile(r"(\d{1,3})((?:\((?:\d{1,2}|[a-z]{1,2}|[ivx]{1,6})\)){1,3})\.?(?=\s|$)")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5})[.、)]?(?![\w%‰°.,/]*\d)(?=\s|$|[^\x00-\xff])")
_IN_PATENTS = re.compile(r"[\[【](0\d{3})[\]】]")
_POWERS = "百千万萬亿億"
_RESOLUTION = re.compile(r"(\d{1,3}/\d{1,4})(?:\s?([A-Z]))?\.(?=\s+\S)")


def find_labels(text: str, words: Words) -> tuple[Label, ...]:
    """Return every reading of the number at the head of a text; none where it has no number."""
    head, places = plain_head(text)
    found = [_with_items(label, text, words) for label in find_parts(text, head, places, words)]
    if not found and (match := _RESOLUTION.match(head)):
        label = make_label(text, places, match.end(), "resolution", ())
        found = [replace(label, name=match[1] + (f" {match[2]}" if match[2] else ""))]
    if not found and not words.date.match(text):
        found = _items(text, head, places, words)
    return tuple(found)


def _with_items(part: Label, text: str, words: Words) -> Label:
    """Find the label of an item behind a part's, if it needs no evidence that is not here."""
    rest = text[part.length :]
    items: list[Label] = []
    for item in _items(rest, *plain_head(rest), words):
        if len(item.values) == 1 and item.needs in (Needs.NOTHING, Needs.PREDECESSOR):
            length = part.length + item.length
            both = text[: part.length + len(item.text)]
            items.append(replace(item, text=both, length=length))
    return replace(part, items=tuple(items))


def _items(text: str, head: str, places: list[int], words: Words) -> list[Label]:
    """Read the head as the number of an item of a list."""
    if head and (circled := _circled(head[0])):
        return [replace(make_label(text, places, 1, "①", (circled,)), below=True)]
    if (match := _IN_PATENTS.match(head)) and int(match[1]):
        return [make_label(text, places, match.end(), PATENT, (int(match[1]),))]
    if match := _COMPOSITE.match(head):
        values = (int(match[1]), *_inner_values(match[2]))
        return [make_label(text, places, match.end(), "1.", values)] if min(values) else []
    if match := _DECIMAL.match(head):
        components = match[1].split(".")
        if any(component.startswith("0") for component in components):
            return []
        measured = words.measure.match(head, match.end())
        if measured and not _may_begin_a_word(head, measured):
            return []
        label = make_label(text, places, match.end(), "1.1", tuple(map(int, components)))
        return [replace(label, needs=Needs.SIBLING if measured else Needs.PARENT)]
    if match := _PLAIN.match(head):
        return _plain(text, head, places, match)
    match = _BEFORE_WIDE_SPACE.match(head)
    if match and text[places[match.end(1)]] == _WIDE_SPACE:  # as Japanese laws write it
        return _plain(text, head, places, match)
    if match := _BARE.match(head):
        label = make_label(text, places, match.end(), BARE, (int(match[1]),))
        title = is_title(text[label.length :]) and not head[match.end()].islower()
        measured = words.measure.match(head, match.end())
        return [replace(label, needs=Needs.SIBLING)] if title and not measured else []
    if (match := ENCLOSED.match(head)) and not re.match(r"[a-z0-9]", head[match.end() :]):
        form = "({})" if match[1] else "{})"
        return [
            replace(
                make_label(text, places, match.end(), form.format(script), (value,)), below=True,
                needs=_enclosed_needs(match[2], script, head[match.end() :]),
            )
            for script, value in _item_readings(match[2]) if value
        ]  # fmt: skip
    return []


def _item_readings(numeral: str) -> list[tuple[Script, int]]:
    """Every reading of an item's numeral; no list has as many items as "c" or "l" would be."""
    romans = (Script.LOWER_ROMAN, Script.UPPER_ROMAN)
    return [(s, value) for s, value in numeral_readings(numeral) if s not in romans or value < 50]


def _plain(text: str, head: str, places: list[int], match: re.Match[str]) -> list[Label]:
    """Read a numeral with a full stop, 、 or a wide space behind it."""
    numeral, mark, rest = match[1], match[2], head[match.end() :]
    spaced = mark in "、 " or re.match(r"\s|$|[^\x00-\xff]|[\"'(]", rest) is not None
    if not spaced and not (numeral.isdecimal() and rest[:1].isupper()):
        return []
    found: list[Label] = []
    for script, value in _item_readings(numeral):
        below = script in (Script.LOWER_LETTER, Script.LOWER_ROMAN)
        if not value or script is Script.BRANCH:
            continue
        needs = Needs.NOTHING if script is Script.ARABIC and spaced else Needs.SIBLING
        if script is Script.HAN:
            if rest and dict(numeral_readings(rest[0])).get(Script.HAN) == value + 1:
                return []
            needs = Needs.PREDECESSOR
        # "一、" is outermost wherever it stands, "一　" may be below a number.
        style = f"{script}{_WIDE_SPACE}" if mark == " " and script is Script.HAN else f"{script}."
        label = make_label(text, places, match.end(), style, (value,))
        found.append(replace(label, needs=needs, below=below))
    return found


def _may_begin_a_word(head: str, measure: re.Match[str]) -> bool:
    """Whether a measure may be no more than the beginning of a word: 月 of "3.1 月租金"."""
    sign = measure[0].strip()
    spaced = measure[0] != sign
    return spaced and len(sign) == 1 and sign not in _POWERS and is_han(head[measure.end() :][:1])


def _enclosed_needs(numeral: str, script: Script, rest: str) -> Needs:
    doubled = script is Script.LOWER_LETTER and len(numeral) > 1
    copyright_sign = numeral in "cC" and re.match(r"\s*\d{4}", rest)
    return Needs.PARENT if doubled or copyright_sign else Needs.NOTHING


def _circled(sign: str) -> int:
    """Return the value of a circled numeral or letter, or 0."""
    if not unicodedata.decomposition(sign).startswith("<circle>"):
        return 0
    readings = numeral_readings(unicodedata.normalize("NFKC", sign))
    return readings[0][1] if readings else 0


def _inner_values(text: str) -> list[int]:
    """The values of "(a)(ii)": letters below the number, Roman numerals below the letters."""
    values: list[int] = []
    for depth, numeral in enumerate(re.findall(r"\((\w+)\)", text)):
        readings = dict(numeral_readings(numeral))
        order = [Script.ARABIC, Script.LOWER_LETTER, Script.LOWER_ROMAN]
        if depth:
            order.reverse()
        values.append(next((readings[script] for script in order if script in readings), 0))
    return values
