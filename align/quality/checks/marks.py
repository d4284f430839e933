"""Brackets, quotes and end marks; each language may have its own style of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.quality.findings import Check, Found, Place, Severity, each
from align.quality.pairs import Side, UnitPair
from corpora.characters import HAN

_SIDES = ("source", "target")
_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "】": "【", "〕": "〔"}
_QUOTES = {"”": "“", "》": "《", "」": "「", "』": "『", "»": "«", "〉": "〈"}
_KINDS = {"（": "(", "）": ")", "［": "[", "］": "]", "〔": "[", "〕": "]", "【": "[", "】": "]"}
_CLOSERS = _BRACKETS | _QUOTES
_MARK = re.compile("[" + re.escape('"' + "".join(_CLOSERS) + "".join(_CLOSERS.values())) + "]")
_OPENING = re.compile("[(（]")
_LABEL = re.compile(
    r"(?:^|[;；,，、：:。])\s*[(（]?(?:\d{1,3}|[A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})[)）]"
)
_SENTENCE_END = re.compile(r"[。．.!！?？…][\"”’」』）)\]》]*\s*\d{0,3}\s*$")
_ABBREVIATION = re.compile(r"\b(?:[ap]\.m|etc|Ltd|Inc|Co|Corp|Jr|Sr|No|Rev|[A-Z])\.\s*$")
_LONGEST_ABBREVIATION = 8
_OPEN_END = tuple(";；:：,，、")
# The mark is searched for first, which is much faster than to look behind first.
_HALF_WIDTH = re.compile(f"[,;:?!](?<=[{HAN}].)(?=[{HAN}])")
_FULL_WIDTH = re.compile(r"[，；：。（！？、](?<=[A-Za-z].)(?=[A-Za-z\s]|$)")
_ASK = ("?", "？")


def find_unbalanced(pair: UnitPair) -> Iterator[Found]:
    """Find brackets and quotes that open and don't close, or the reverse, on one side only."""
    open_ones = [_unbalanced(side) for side in pair.sides]
    for own, other, side, name in (
        (open_ones[0], open_ones[1], pair.source, "source"),
        (open_ones[1], open_ones[0], pair.target, "target"),
    ):
        if own and not other:
            signs = "".join(side.text[index] for index in own)
            places = tuple(Place(name, index, index + 1) for index in own)
            yield Found(f"unpaired in the {name}: {signs}", places)


def find_lost_brackets(pair: UnitPair) -> Iterator[Found]:
    """Find brackets of which one side has more than the other."""
    counts = [_bracketed(side.text) for side in pair.sides]
    if min(counts) == 0 and max(counts) > 0 and all(side.text for side in pair.sides):
        has, lacks = _SIDES if counts[0] else _SIDES[::-1]
        yield Found(f"the {has} has words in brackets, the {lacks} has none")


def find_end_marks(pair: UnitPair) -> Iterator[Found]:
    """Find a sentence that ends on one side and does not on the other; questions that are none."""
    source, target = (side.text.rstrip() for side in pair.sides)
    if not source or not target:
        return
    asks = [any(mark in text[-4:] for mark in _ASK) for text in (source, target)]
    if any(map(_is_cut_short, (source, target))):
        return
    ends = [bool(_SENTENCE_END.search(text)) for text in (source, target)]
    opens = [text.endswith(_OPEN_END) for text in (source, target)]
    places = tuple(
        Place(name, max(len(text) - 1, 0), len(text))
        for name, text in zip(_SIDES, (source, target), strict=True)
    )
    if asks[0] != asks[1] and (ends[0] and ends[1]):
        one, other = _SIDES if asks[0] else _SIDES[::-1]
        yield Found(f"the {one} asks, the {other} does not", places)
    elif ends[0] != ends[1] and not (opens[0] or opens[1]):
        one, other = _SIDES if ends[0] else _SIDES[::-1]
        yield Found(f"the {one} ends with a mark, the {other} with none", places)


def find_foreign_marks(pair: UnitPair) -> Iterator[Found]:
    """Find half-width marks between Chinese characters, full-width ones in English."""
    for side, name in zip(pair.sides, _SIDES, strict=True):
        if not side.is_chinese and not side.is_english:
            continue
        pattern = _HALF_WIDTH if side.is_chinese else _FULL_WIDTH
        places = tuple(Place(name, *match.span()) for match in pattern.finditer(side.text))
        if places:
            width = "half-width marks in Chinese" if side.is_chinese else "Chinese marks in English"
            yield Found(width, places)


def _is_cut_short(text: str) -> bool:
    """Whether a text without white space at its end ends with an abbreviation."""
    begin = max(0, len(text) - _LONGEST_ABBREVIATION)
    return text.endswith(".") and _ABBREVIATION.search(text, begin) is not None


def _unbalanced(side: Side) -> list[int]:
    """Return where brackets and quotes stand that have no partner; labels such as "a)" are none."""
    marks = [(match.start(), match[0]) for match in _MARK.finditer(side.text)]
    if not marks:
        return []
    labels = {match.end() - 1 for match in _LABEL.finditer(side.text)}
    stack: list[int] = []
    lone: list[int] = []
    for index, sign in marks:
        if sign in _CLOSERS:
            wanted = _KINDS.get(_CLOSERS[sign], _CLOSERS[sign])
            if stack and _KINDS.get(side.text[stack[-1]], side.text[stack[-1]]) == wanted:
                stack.pop()
            elif index not in labels:
                lone.append(index)
        elif sign != '"':
            stack.append(index)
    straight = [index for index, sign in marks if sign == '"']
    if len(straight) % 2 and not re.search(r'\d"', side.text):
        lone.append(straight[-1])
    return sorted(lone + stack)


def _bracketed(text: str) -> int:
    """Return how many brackets with words in them a text has; labels are none."""
    if not _OPENING.search(text):
        return 0
    plain = _LABEL.sub("", text)
    return min(plain.count("(") + plain.count("（"), plain.count(")") + plain.count("）"))


CHECKS = (
    Check(
        "unpaired-marks",
        Severity.WARNING,
        "A bracket or quote that does not close was cut off, often with words.",
        ("大会（第六十七届会议）决定", "The Assembly (sixty-seventh session decides"),
        each(find_unbalanced),
    ),
    Check(
        "brackets-lost",
        Severity.INFO,
        "Words in brackets are easily left out.",
        ("大会（第六十七届会议）决定", "The Assembly decides"),
        each(find_lost_brackets),
    ),
    Check(
        "end-mark",
        Severity.INFO,
        "A sentence that ends on one side only may be cut off.",
        ("大会决定休会。", "The Assembly decides to"),
        each(find_end_marks),
    ),
    Check(
        "foreign-marks",
        Severity.INFO,
        "Marks of the other language look careless.",
        ("大会,决定", "The Assembly decides"),
        each(find_foreign_marks),
    ),
)
