"""What number could stand at the head of a paragraph, and how many characters it takes.

A head can often be read in several ways ("(i)" is Roman 1 or letter 9; "A. Smith" may be no number
at all), so `find_labels` returns every reading, and says what evidence each one needs from its
neighbours. `corpora.structure.outline` chooses.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from corpora.characters import HAN, is_han
from corpora.structure.numerals import (
    ALPHABETS,
    BRANCHES,
    HAN_SIGNS,
    STEMS,
    Script,
    numeral_readings,
    roman,
)
from corpora.structure.words import Words

RANKS = {
    "Annex": 0, "Appendix": 1, "Schedule": 1, "Part": 2, "Chapter": 3, "Section": 4, "Article": 5,
}  # fmt: skip


BARE = "1"
"""The style of a number with nothing but white space behind it."""


class Needs(StrEnum):
    """What a reading needs before it is believed."""

    NOTHING = "nothing"
    SIBLING = "a sibling before or behind it"
    PARENT = "an open number that it continues"
    PREDECESSOR = "the number before it, unless it is the first"


@dataclass(frozen=True, slots=True)
class Label:
    """One reading of the head of a paragraph.

    Attributes:
        text: the label as the document writes it, without white space.
        length: the characters that it takes with the white space behind it.
        style: how it is written, the same for all siblings: "1.", "(一)", "a)"; a part's name.
        values: what it is worth; several for 1.2.3 and 12(a); none for a bare "Annex".
        needs: what must be known of its neighbours before it is believed.
        below: it is written as an item below a number: in parentheses, circled, a small letter.
        suffix: what makes an inserted article another one: "-2" (bis, 之二), "A".
        alone: nothing but a title stands behind it.
        ends: its words come to an end, with a mark that announces nothing.
        name: its number in full where that needs no outline (a resolution's), or "".
    """

    text: str
    length: int
    style: str
    values: tuple[int, ...]
    needs: Needs = Needs.NOTHING
    below: bool = False
    suffix: str = ""
    alone: bool = False
    ends: bool = False
    name: str = ""

    @property
    def is_part(self) -> bool:
        """Whether it numbers an annex, a chapter, an article and the like."""
        return self.style in RANKS

    @property
    def part_number(self) -> str:
        """A part's neutral number: articles in Arabic, all above them in Roman numerals."""
        if not self.values:
            return self.style
        value = self.values[0]
        return f"{self.style} {value if self.style == 'Article' else roman(value)}{self.suffix}"


_HEAD = 60
_LONGEST_TITLE = 110
_HAN = f"[{HAN_SIGNS[:-2]}]{{1,7}}"
_LETTERS = "".join(ALPHABETS) + STEMS + BRANCHES
_NUMERAL = rf"\d{{1,3}}|{_HAN}|[IVX]{{1,7}}|[ivx]{{1,7}}|[A-Za-z{_LETTERS}]"
_PLAIN = re.compile(rf"({_NUMERAL})\s?([.、])")
_BEFORE_WIDE_SPACE = re.compile(rf"(\d{{1,3}}|{_HAN}|[{ALPHABETS[4]}])( )")
_WIDE_SPACE = "\u3000"
_BARE = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
_ENCLOSED = re.compile(rf"(\(?)\s?({_NUMERAL}|[a-z]{{2}})\s?\)")
_COMPOSITE = re.compile(r"(\d{1,3})((?:\((?:\d{1,2}|[a-z]{1,2}|[ivx]{1,6})\)){1,3})\.?(?=\s|$)")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5})[.、)]?(?![\w%‰°.,/]*\d)(?=\s|$|[^\x00-\xff])")
_RESOLUTION = re.compile(r"(\d{1,3}/\d{1,4})(?:\s?([A-Z]))?\.(?=\s+\S)")
_BRACKETED_TITLE = re.compile(
    rf"[(（【〔\[［][{HAN}\u3041-\u30ff\uac00-\ud7a3][^()（）【】〔〕\[\]［］]{{0,40}}[)）】〕\]］](\s|$)?"
)
_SUFFIX = r"(?:\s?(bis|ter|quater|quinquies)\b|-(\d{1,2})\b|([A-Z])\b)?"
_BIS = {"bis": "-2", "ter": "-3", "quater": "-4", "quinquies": "-5"}
_NEVER = r"(?!)"
_ENDS = ".。．;；"
_TITLE_ENDS = "…。．.；;，,、：:！!？?"


def find_labels(text: str, words: Words) -> tuple[Label, ...]:
    """Return every reading of the number at the head of a text; none where it has no number."""
    head, places = _normalise(text)
    found = _parts(text, head, places, words)
    if not found and (match := _RESOLUTION.match(head)):
        label = _label(text, places, match.end(), "resolution", ())
        found = [replace(label, name=match[1] + (f" {match[2]}" if match[2] else ""))]
    if not found and not words.date.match(text):
        found = _items(text, head, places, words)
    return tuple(found)


def is_title(text: str) -> bool:
    """Whether a text could be a title: short, and without a mark at its end."""
    if len(text) > _LONGEST_TITLE:
        return False
    longest = 40 if any(map(is_han, text)) else _LONGEST_TITLE
    return len(text) <= longest and not text.endswith(tuple(_TITLE_ENDS))


def _normalise(text: str) -> tuple[str, list[int]]:
    """Return the head in plain forms, with the place in the text of each of its characters."""
    head: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text[:_HEAD]):
        circled = unicodedata.decomposition(sign).startswith("<circle>")
        plain = sign if circled else unicodedata.normalize("NFKC", sign)
        head.append(plain)
        places += [place] * len(plain)
    return "".join(head), [*places, min(len(text), _HEAD)]


def _label(text: str, places: list[int], end: int, style: str, values: tuple[int, ...]) -> Label:
    stop = places[end]
    length = len(text) - len(text[stop:].lstrip())
    ends = text[length:].endswith(tuple(_ENDS))
    return Label(text[:stop].rstrip(), length, style, values, ends=ends)


def _items(text: str, head: str, places: list[int], words: Words) -> list[Label]:
    """Read the head as the number of an item of a list."""
    if head and (circled := _circled(head[0])):
        return [replace(_label(text, places, 1, "①", (circled,)), below=True)]
    if match := _COMPOSITE.match(head):
        values = (int(match[1]), *_inner_values(match[2]))
        return [_label(text, places, match.end(), "1.", values)] if min(values) else []
    if match := _DECIMAL.match(head):
        components = match[1].split(".")
        if any(component.startswith("0") for component in components):
            return []
        if words.measure.match(head, match.end()):
            return []
        label = _label(text, places, match.end(), "1.1", tuple(map(int, components)))
        return [replace(label, needs=Needs.PARENT)]
    if match := _PLAIN.match(head):
        return _plain(text, head, places, match)
    match = _BEFORE_WIDE_SPACE.match(head)
    if match and text[places[match.end(1)]] == _WIDE_SPACE:  # as Japanese laws write it
        return _plain(text, head, places, match)
    if match := _BARE.match(head):
        label = _label(text, places, match.end(), BARE, (int(match[1]),))
        title = is_title(text[label.length :]) and not head[match.end()].islower()
        measured = words.measure.match(head, match.end())
        return [replace(label, needs=Needs.SIBLING)] if title and not measured else []
    if (match := _ENCLOSED.match(head)) and not re.match(r"[a-z0-9]", head[match.end() :]):
        form = "({})" if match[1] else "{})"
        return [
            replace(_label(text, places, match.end(), form.format(script), (value,)), below=True,
                    needs=_enclosed_needs(match[2], script, head[match.end() :]))
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
        label = _label(text, places, match.end(), style, (value,))
        found.append(replace(label, needs=needs, below=below))
    return found


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


def _parts(text: str, head: str, places: list[int], words: Words) -> list[Label]:
    """Read the head as the number of an annex, a chapter, an article and the like."""
    bare = words.parts_before.get(head.strip().lower())
    if bare in ("Annex", "Appendix", "Schedule"):
        return [replace(_label(text, places, len(head), bare, ()), alone=True)]
    if decimal := _decimal_part(text, head, places, words):
        return [decimal]
    found = _before(head, words) or _around(head, words)
    if not found:
        return []
    name, end, value, suffix = found
    separated = re.match(r"\s*[.:—–-]+(?=\s|[^\x00-\xff]|$)|\s*(?:——|:)", head[end:])
    label = _label(text, places, end + (separated.end() if separated else 0), name, (value,))
    rest = text[label.length :]
    label = replace(label, suffix=suffix, alone=is_title(rest))
    if not rest or separated:
        return [label]
    titled = _BRACKETED_TITLE.match(rest)
    if titled and not _ENCLOSED.match(_normalise(rest)[0]):
        return [label if titled[1] else replace(label, needs=Needs.PREDECESSOR)]
    spaced = text[label.length - 1].isspace()
    if head[end:].lstrip()[:1].islower() or (name != "Article" and not label.alone):
        return []
    if spaced and (label.alone or not rest[0].isascii()):
        return [label] if not rest.startswith(words.not_behind) or name == "Article" else []
    if rest.startswith(words.not_behind) or (not spaced and rest[0].isascii()):
        return []
    return [replace(label, needs=Needs.PREDECESSOR)]


def _decimal_part(text: str, head: str, places: list[int], words: Words) -> Label | None:
    """Read "Section 2.1", "第2.1条": the decimal number, where no sentence goes on behind it."""
    match = _decimal_pattern(tuple(words.parts_before), tuple(words.parts_around)).match(head)
    if not match:
        return None
    values = tuple(map(int, (match[1] or match[2]).split(".")))
    label = _label(text, places, match.end(), "1.1", values)
    rest = text[label.length :]
    separated = head[match.end() - 1] in ".:" or not rest
    spaced = text[label.length - 1].isspace() or not rest.isascii()
    title = spaced and is_title(rest) and not rest[:1].islower()
    stands = separated or (title and not rest.startswith(words.not_behind))
    return label if stands and min(values) else None


_Part = tuple[str, int, int, str]


def _before(head: str, words: Words) -> _Part | None:
    """Read "Article 12 bis", "附件一": name, end, value and suffix."""
    match = _before_pattern(tuple(words.parts_before), tuple(words.part_words)).match(head)
    if not match:
        return None
    touching = match.end(1) == match.start(2)
    if touching and match[1].isascii() and match[1].isalpha():
        return None
    numeral = match[2]
    value = _word_value(numeral, words) or _part_value(numeral)
    suffix = _BIS.get(match[3] or "") or (f"-{match[4]}" if match[4] else match[5] or "")
    name = words.parts_before[match[1].lower()]
    return (name, match.end(), value, suffix) if value else None


def _around(head: str, words: Words) -> _Part | None:
    """Read "第十二条之二": name, end, value and suffix."""
    match = _around_pattern(tuple(words.parts_around)).match(head)
    value = _part_value(match[1]) if match else 0
    if not match or not value:
        return None
    suffix = f"-{_part_value(match[3])}" if match[3] else ""
    return words.parts_around[match[2]], match.end(), value, suffix


def _word_value(numeral: str, words: Words) -> int:
    """Return the value of "Three" or "Twenty-One", or 0."""
    return sum(words.part_words.get(word, 0) for word in re.split(r"[\s-]+", numeral.lower()))


def _part_value(numeral: str) -> int:
    """Return the value of a part's numeral, or 0; "C" is the letter, "I" the Roman numeral."""
    readings = numeral_readings(numeral)
    if len(numeral) == 1 and numeral in "CDLM":
        readings = readings[::-1]
    return readings[0][1] if readings else 0


@cache
def _before_pattern(parts: tuple[str, ...], spelled: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, parts), key=len, reverse=True)) or _NEVER
    either = "|".join(map(re.escape, spelled)) or _NEVER
    words = rf"(?i:{either})(?:[\s-](?i:{either}))?\b"
    numeral = rf"\d{{1,4}}(?!\d)|[IVXLC]+\b|[A-Z]\b|{_HAN}|{words}"
    return re.compile(rf"(?i:({names}))\s*({numeral})(?:\.?[ºª°]|\.[oa]\b)?{_SUFFIX}")


@cache
def _decimal_pattern(before: tuple[str, ...], around: tuple[str, ...]) -> re.Pattern[str]:
    decimal = r"\d{1,3}(?:\.\d{1,3}){1,4}"
    first = "|".join(map(re.escape, before)) or _NEVER
    last = "|".join(map(re.escape, around)) or _NEVER
    return re.compile(
        rf"(?i:{first}|clause)\s*({decimal})(?:[.:](?=\s|$)|(?![\w.]))"
        rf"|[第제]\s*({decimal})\s*(?:{last})(?:[:](?=\S))?"
    )


@cache
def _around_pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, parts), key=len, reverse=True)) or _NEVER
    return re.compile(rf"[第제]\s*(\d{{1,4}}|{_HAN})\s*({names})(?:之([一二三四五六七八九十]))?")
