"""Names, titles and abbreviations: what the typography of a text marks as a term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntFlag

from corpora.languages import base


class Mark(IntFlag):
    """How a text marks a term.

    Attributes:
        NONE: not at all.
        NAME: all its words but the linking ones begin with capitals, inside a sentence.
        TITLE: it stands between the marks of titles, 《》.
        QUOTED: it stands between quotation marks.
        SHORT: it stands in brackets behind what it is short for.
    """

    NONE = 0
    NAME = 1
    TITLE = 2
    QUOTED = 4
    SHORT = 8


_MOST = 160  # characters of a title
_QUOTED = re.compile(rf"[“「『\"]([^“”「」『』\"]{{2,{_MOST}}})[”」』\"]")
_TITLE = re.compile(rf"[《〈]([^《》〈〉]{{2,{_MOST}}})[》〉]")
_TITLE_IN_BRACKETS = re.compile(
    rf"([\w、]{{2,{_MOST}}})[》〉]?\s?[(（]\s?(?:下称|简称|以下简称|又称)?[《〈“「\"]?([\w-]{{2,40}})[》〉”」\"]?\s?[)）]"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’./&-]*"
_SMALL = r"(?:of|and|for|the|to|in|on|or|from|by|with|at|a|an|de|du|des|la|le|les|et|y|und|der|von)"
_CHAIN = re.compile(rf"{_CAPITAL}(?:(?:,? {_SMALL})*,? {_CAPITAL})*")
_SMALL_WORD = re.compile(r"\b[a-zß-öø-ÿ]\w{3,}")
_JOINED = re.compile(" (?:and|or|et|y|und) ")
_BEFORE_SENTENCE = re.compile(r"(?:[.?!:;。？！：；]\s|\A\W*)[\"“(]?\Z")
_WINDOW = 4  # characters that tell whether a sentence begins
_SHORT = re.compile(
    r"\w\s?\((?:the |hereinafter )?[\"“]?"
    r"(?P<short>[A-Z][\w'’./&-]*(?: [A-Z][\w-]*)*)[\"”]?\)"
)

Span = tuple[int, int, Mark]


def marked_spans(text: str, language: str) -> Iterator[Span]:
    """Give what a text marks as names and titles: the start, the end and the mark.

    Args:
        text: one side of a unit.
        language: its tag.
    """
    for pattern, mark in ((_TITLE, Mark.TITLE), (_QUOTED, Mark.QUOTED)):
        for match in pattern.finditer(text):
            yield *match.span(1), mark
    brackets = "(" in text or "（" in text  # which few texts have, and looking for more is slow
    if base(language) == "zh":
        for match in _TITLE_IN_BRACKETS.finditer(text) if brackets else ():
            if _is_short_for(match[2], match[1]):
                yield *match.span(2), Mark.SHORT
        return
    if base(language) != "de":  # where every noun has a capital
        for start, end in _chains(text):
            yield start, end, Mark.NAME
    for match in _SHORT.finditer(text) if brackets else ():
        yield *match.span("short"), Mark.SHORT


def _is_short_for(short: str, long: str) -> bool:
    """Tell whether the characters of a short form stand in the long one, or it has capitals."""
    return (short.isascii() and short.isupper()) or sum(sign in long for sign in short) * 2 > len(
        short
    )


def _begins_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - _WINDOW) : place]
    if place > _WINDOW:
        before = f"…x{before}"  # what stands before the window is no beginning of the text
    return _BEFORE_SENTENCE.search(before) is not None


def _chains(text: str) -> Iterator[tuple[int, int]]:
    """Give runs of capitalised words; a first word that only begins a sentence is left out.

    In a heading all words have capitals: what "and" joins there may be two things.
    """
    heading = _SMALL_WORD.search(text) is None
    for match in _CHAIN.finditer(text):
        start, end = match.span()
        if heading and match[0] != text.strip() and _JOINED.search(match[0]):
            continue
        words = match[0].split()
        if _begins_sentence(text, start) and not words[0].isupper():
            if len(words) == 1:
                continue
            yield start, end
            start += len(words[0]) + 1
            while start < end and text[start:end].split()[0].islower():
                start += len(text[start:end].split()[0]) + 1
        if text[start:end]:
            yield start, end
