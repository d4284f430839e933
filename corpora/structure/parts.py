"""What number of a part could stand at the head of a paragraph: "Article 3", "第三章", "附件一"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from corpora.characters import HAN
from corpora.structure.label import (
    ENCLOSED,
    HAN_NUMERAL,
    SECTION_SIGN,
    Label,
    Needs,
    is_title,
    make_label,
    plain_head,
)
from corpora.structure.numerals import numeral_readings
from corpora.structure.words import Words

_BRACKETED_TITLE = re.compile(
    rf"[(（【〔\[［][{HAN}\u3041-\u30ff\uac00-\ud7a3][^()（）【】〔〕\[\]［］]{{0,40}}[)）】〕\]］](\s|$)?"
)
_ORDINAL = r"(?:\.?[ºª°]|\.[oa]\b|o\b|er\b|re\b)?"
"""What makes the numeral an ordinal: "5.º", "5º" (in its plain form "5o"), "1er", "1re"."""
_SUFFIX = r"(?:\s?(bis|ter|quater|quinquies)\b|-(\d{1,2})\b|([A-Z])\b)?"
_BIS = {"bis": "-2", "ter": "-3", "quater": "-4", "quinquies": "-5"}
_NEVER = r"(?!)"
_WIDE_SPACE = "\u3000"
_GOES_ON = tuple(",;)，；、）(（")
"""What behind an article's item goes on with a list of references."""


def find_parts(text: str, head: str, places: list[int], words: Words) -> list[Label]:
    """Read the head as the number of an annex, a chapter, an article and the like."""
    bare = words.parts_before.get(head.strip().lower())
    if bare in ("Annex", "Appendix", "Schedule"):
        return [replace(make_label(text, places, len(head), bare, ()), alone=True)]
    if decimal := _decimal_part(text, head, places, words):
        return [decimal]
    found = _before(head, words) or _around(head, words)
    if not found:
        return _set_off(text, head, places, words)
    name, end, value, suffix = found
    separated = re.match(r"\s*[.:—–-]+(?=\s|[^\x00-\xff]|$)|\s*(?:——|:)", head[end:])
    label = make_label(text, places, end + (separated.end() if separated else 0), name, (value,))
    rest = text[label.length :]
    label = replace(label, suffix=suffix, alone=is_title(rest))
    if not rest or separated:
        return [label]
    spaced = text[label.length - 1].isspace()
    plain, places = plain_head(rest)
    item = ENCLOSED.match(plain)
    if item and name == "Article":
        return _before_item(label, rest[places[item.end()] :], spaced, words)
    titled = _BRACKETED_TITLE.match(rest)
    if titled and not item:
        return [label if titled[1] else replace(label, needs=Needs.PREDECESSOR)]
    if head[end:].lstrip()[:1].islower() or (name != "Article" and not label.alone):
        return []
    if spaced and (label.alone or not rest[0].isascii()):
        return [label] if not rest.startswith(words.not_behind) or name == "Article" else []
    if rest.startswith(words.not_behind) or (not spaced and rest[0].isascii()):
        return []
    return [replace(label, needs=Needs.PREDECESSOR)]


def _set_off(text: str, head: str, places: list[int], words: Words) -> list[Label]:
    """Read "规则2：": a word that sentences hold too, with a number and what ends it."""
    match = _set_off_pattern(tuple(words.parts_set_off)).match(head)
    value = _part_value(match[2]) if match else 0
    if not match or not value:
        return []
    label = make_label(text, places, match.end(), words.parts_set_off[match[1]], (value,))
    behind = text[places[match.end(2)] : label.length]
    if behind.isspace() and _WIDE_SPACE not in behind:
        return []
    return [replace(label, alone=is_title(text[label.length :]))]


def _before_item(label: Label, behind: str, spaced: bool, words: Words) -> list[Label]:
    """Judge an article's label by what stands behind the item's in its line, "第四条（一）…".

    A sentence that goes on there refers to the item. What may do so, or begin a provision as well,
    needs to be borne out by the items behind it.
    """
    label = replace(label, alone=False)
    begins = behind.lstrip()
    if not begins or begins.startswith(_GOES_ON):
        return []
    if begins.startswith(words.opening):
        return [replace(label, needs=Needs.ITEM)]
    if begins.startswith(words.not_behind):
        return []
    if begins[0].islower():
        return [replace(label, needs=Needs.ITEM)]
    sure = spaced and not begins[0].isascii()
    return [label if sure else replace(label, needs=Needs.PREDECESSOR)]


def _decimal_part(text: str, head: str, places: list[int], words: Words) -> Label | None:
    """Read "Section 2.1", "第2.1条": the decimal number, where no sentence goes on behind it."""
    match = _decimal_pattern(tuple(words.parts_before), tuple(words.parts_around)).match(head)
    if not match:
        return None
    values = tuple(map(int, (match[1] or match[2]).split(".")))
    label = make_label(text, places, match.end(), "1.1", values)
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
    name = "Article" if match[1] == SECTION_SIGN else words.parts_before[match[1].lower()]
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
    names = "|".join(sorted(map(re.escape, (*parts, SECTION_SIGN)), key=len, reverse=True))
    either = "|".join(map(re.escape, spelled)) or _NEVER
    words = rf"(?i:{either})(?:[\s-](?i:{either}))?\b"
    numeral = rf"\d{{1,4}}(?!\d)|[IVXLC]+\b|[A-Z]\b|{HAN_NUMERAL}|{words}"
    return re.compile(rf"(?i:({names}))\s*({numeral}){_ORDINAL}{_SUFFIX}")


@cache
def _set_off_pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, parts)) or _NEVER
    numeral = rf"\d{{1,3}}|[IVX]+|[A-Z]|{HAN_NUMERAL}"
    return re.compile(rf"({names})\s*({numeral})\s*(?:[.:—–-]+(?=\s|[^\x00-\xff]|$)|$|(?<=\s))")


@cache
def _decimal_pattern(before: tuple[str, ...], around: tuple[str, ...]) -> re.Pattern[str]:
    decimal = r"\d{1,3}(?:\.\d{1,3}){1,4}"
    first = "|".join(map(re.escape, (*before, SECTION_SIGN)))
    last = "|".join(map(re.escape, around)) or _NEVER
    return re.compile(
        rf"(?i:{first}|clause)\s*({decimal})(?:[.:](?=\s|$)|(?![\w.]))"
        rf"|[第제]\s*({decimal})\s*(?:{last})(?:[:](?=\S))?"
    )


@cache
def _around_pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, parts), key=len, reverse=True)) or _NEVER
    return re.compile(
        rf"[第제]\s*(\d{{1,4}}|{HAN_NUMERAL})\s*({names})(?:之([一二三四五六七八九十]))?"
    )
