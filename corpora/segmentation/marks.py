"""The marks that sentences and clauses are cut by, and the places where they are something else.

A straight quotation mark opens or closes: which, is told from its neighbours and, where they
don't tell, from whether one is open. A full stop in a web or mail address is no full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpora.characters import is_han

CLOSING_QUOTES = "”’」』»"
CLOSING_BRACKETS = "）)］]】〕｝}》〉"
CLOSING = CLOSING_QUOTES + CLOSING_BRACKETS
OPENING_QUOTES = "“‘「『«"
OPENING = OPENING_QUOTES + "（([［【〔｛{《〈"
STRAIGHT = "\"'"

_PAIRS = dict(zip("“‘「『«（([［【〔｛{《〈", "”’」』»）)]］】〕｝}》〉", strict=True))
_OPENING_OF = {closing: opening for opening, closing in _PAIRS.items()} | {"）": "(", ")": "("}
_MARK = re.compile(rf"([{re.escape(OPENING + CLOSING + STRAIGHT)}])(?:\1{{3,}}+)?")
_EMPHASIS = re.compile(r"(?<!\*)\*{1,3}(?!\*)")
"""What begins or ends emphasis in Markdown, which stands in plain texts, too."""

_ENDS_BEFORE = frozenset(",.;:!?，。；：！？、…)）]”’」』")
_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9+.-])(?:[A-Za-z][A-Za-z0-9+.-]*+://|www\.)[!#-&(-;=?-~]++"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++\.[A-Za-z0-9.-]++"
)
_LONGEST_BRACKET = 200


@dataclass(frozen=True, slots=True)
class Marks:
    """The paired marks of one text.

    Attributes:
        closing: the offsets of all marks that close a quotation or a bracket.
        emphasis: the offsets of the marks that end emphasis.
        pairs: for a closing mark whose opening one was found, the offset of that one.
    """

    closing: frozenset[int]
    pairs: dict[int, int]
    emphasis: frozenset[int] = frozenset()


def find_marks(text: str) -> Marks:
    """Pair the quotation marks and brackets of a text, in linear time.

    A mark that stands more than three times in a row is an ornament.
    """
    closing: set[int] = set()
    pairs: dict[int, int] = {}
    waiting: dict[str, list[int]] = {}
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if len(mark) > 1 or (mark in "'’" and _inside_a_word(text, at)):
            continue
        kind = "(" if mark in "（(" else _OPENING_OF.get(mark, mark)
        opened = waiting.setdefault(kind, [])
        if mark in OPENING or (mark in STRAIGHT and not _closes(text, at, bool(opened))):
            if mark in STRAIGHT:
                opened.clear()
            opened.append(at)
            continue
        closing.add(at)
        if opened:
            pairs[at] = opened.pop()
    return Marks(frozenset(closing), pairs, frozenset(_ends_of_emphasis(text)))


def _ends_of_emphasis(text: str) -> Iterator[int]:
    """Give the places of marks that end what a like mark before a word began: **Why?**."""
    opened = ""
    for match in _EMPHASIS.finditer(text) if "*" in text else ():
        at, end = match.span()
        touches = not text[at - 1 : at].isspace() and at > 0
        if opened == match[0] and touches:
            yield from range(at, end)
            opened = ""
        elif text[end : end + 1].strip():
            opened = match[0]


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of web and mail addresses, without the punctuation behind them."""
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(".,;:!?)]")
        yield match.start(), match.start() + len(address)


def round_brackets(text: str, marks: Marks) -> Iterator[tuple[int, int]]:
    """Give the places of what stands in round brackets, where that is at most 200 characters."""
    for closed, opened in marks.pairs.items():
        if text[closed] in "）)" and closed - opened <= _LONGEST_BRACKET:
            yield opened, closed + 1


def end_of_marks(text: str, at: int, stops: str, marks: Marks) -> int:
    """Move over stops and closing marks that follow one another, from a place in the text.

    White space in front of a closing mark that can't be an opening one is taken along.
    """
    while at < len(text):
        if text[at] in stops or at in marks.closing or at in marks.emphasis:
            at += 1
            continue
        gap = after_space(text, at)
        if gap == at or gap == len(text) or text[gap] not in CLOSING or gap not in marks.closing:
            return at
        at = gap + 1
    return at


def after_space(text: str, at: int) -> int:
    """Return the offset of the next character that is not white space, or the text's length."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def next_character(text: str, at: int) -> str:
    """Return the next character that is not white space, or "" where there is none."""
    at = after_space(text, at)
    return text[at : at + 1]


class Spans:
    """Spans of a text, asked for from left to right only."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = _merged(spans)
        self._current = 0

    def around(self, at: int) -> tuple[int, int] | None:
        """Return the span that holds an offset, which may not be less than the one before."""
        while self._current < len(self._spans) and self._spans[self._current][1] <= at:
            self._current += 1
        if self._current < len(self._spans) and self._spans[self._current][0] <= at:
            return self._spans[self._current]
        return None


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap; the result is sorted."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inside_a_word(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isalnum() and after.isalnum() and not (is_han(before) or is_han(after))


def _closes(text: str, at: int, is_open: bool) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or before in OPENING:
        return False
    if not after or after in CLOSING:
        return True
    if before.isspace() != after.isspace():
        return after.isspace()
    if after in _ENDS_BEFORE:
        return True
    return is_open
