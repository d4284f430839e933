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
    # Behind a figure a mark of half width may be one in it: 17:00), 9,000).
    r"(?:^|[;；，、：。]|(?<!\d)[,:])\s*[(（]?(?:\d{1,3}|[A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})[)）]"
)
_END_MARKS = frozenset("。．.!！?？…")
_BEHIND_THE_MARK = '"”’」』）)]》'
_SENTENCE_END = re.compile(
    rf"[{''.join(sorted(_END_MARKS))}][{re.escape(_BEHIND_THE_MARK)}]*\s*\d{{0,3}}\s*$"
)
_NUMBERED = re.compile(r"\b(?:nos?|pp?|para|art|sec|vol|fig|ch|rev|add)\.\s*\d+$", re.IGNORECASE)
_LONGEST_REFERENCE = 16
_ABBREVIATION = re.compile(r"\b(?:[ap]\.m|etc|Ltd|Inc|Co|Corp|Jr|Sr|No|Rev|[A-Z])\.\s*$")
_LONGEST_ABBREVIATION = 8
_OPEN_END = tuple(";；:：,，、")
# The mark is searched for first, which is much faster than to look behind first.
_HALF_WIDTH = re.compile(f"[,;:?!](?<=[{HAN}].)(?=[{HAN}])")
_FULL_WIDTH = re.compile(r"[，；：。（！？、](?<=[A-Za-z].)(?=[A-Za-z\s]|$)")


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
    if not (pair.source.text and pair.target.text):
        return
    counts = [_bracketed(side.text) for side in pair.sides]
    if min(counts) == 0 and max(counts) > 0:
        has, lacks = _SIDES if counts[0] else _SIDES[::-1]
        yield Found(f"the {has} has words in brackets, the {lacks} has none")


def find_end_marks(pair: UnitPair) -> Iterator[Found]:
    """Find a sentence that ends on one side and does not on the other; questions that are none."""
    source, target = (side.text.rstrip() for side in pair.sides)
    if not source or not target:
        return
    ends = _ends(source), _ends(target)
    if ends == (False, False) or _is_cut_short(source) or _is_cut_short(target):
        return
    places = (
        Place("source", len(source) - 1, len(source)),
        Place("target", len(target) - 1, len(target)),
    )
    if ends[0] != ends[1]:
        if not (source.endswith(_OPEN_END) or target.endswith(_OPEN_END)):
            one, other = _SIDES if ends[0] else _SIDES[::-1]
            yield Found(f"the {one} ends with a mark, the {other} with none", places)
    elif (asks := _asks(source)) != _asks(target):
        one, other = _SIDES if asks else _SIDES[::-1]
        yield Found(f"the {one} asks, the {other} does not", places)


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


def _ends(text: str) -> bool:
    """Whether a text without white space at its end ends with the mark of a sentence."""
    last = text[-1]
    if last in _END_MARKS:
        return True
    if last.isdecimal() and _NUMBERED.search(text, max(0, len(text) - _LONGEST_REFERENCE)):
        return False
    may_hide_it = last in _BEHIND_THE_MARK or last.isdecimal()
    return may_hide_it and _SENTENCE_END.search(text) is not None


def _asks(text: str) -> bool:
    end = text[-4:]
    return "?" in end or "？" in end


def _is_cut_short(text: str) -> bool:
    """Whether a text without white space at its end ends with an abbreviation, in brackets too."""
    words = text.rstrip(_BEHIND_THE_MARK)
    begin = max(0, len(words) - _LONGEST_ABBREVIATION)
    return words.endswith(".") and _ABBREVIATION.search(words, begin) is not None


def _unbalanced(side: Side) -> list[int]:
    """Return where brackets and quotes stand that have no partner; labels such as "a)" are none."""
    marks = [(match.start(), match[0]) for match in _MARK.finditer(side.text)]
    if not marks:
        return []
    stack: list[int] = []
    lone: list[int] = []
    for index, sign in marks:
        if sign in _CLOSERS:
            wanted = _KINDS.get(_CLOSERS[sign], _CLOSERS[sign])
            if stack and _KINDS.get(side.text[stack[-1]], side.text[stack[-1]]) == wanted:
                stack.pop()
            else:
                lone.append(index)
        elif sign != '"':
            stack.append(index)
    if lone:
        labels = {match.end() - 1 for match in _LABEL.finditer(side.text)}
        lone = [index for index in lone if index not in labels]
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
