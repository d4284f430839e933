"""Where clauses end inside a Chinese sentence."""

from __future__ import annotations

import re

from corpora.characters import HAN
from corpora.segmentation.marks import (
    CLOSING,
    CLOSING_QUOTES,
    STRAIGHT,
    Spans,
    addresses,
    after_space,
    find_marks,
)

_MARKS = "，。；：！？,;:!?…—”’」』）)"
_IN_A_NUMBER = re.compile(r"(?<=\d)(?:[,:：](?=\d)|，(?=\d{3}(?!\d)))")
_MARK = re.compile(f"[{re.escape(_MARKS)}]++|[\"']++")
_WORTH = re.compile(f"[{HAN}]|[^\\W_]")
_GOES_ON = tuple("的之和与與及或、等")
_SHORT_BRACKET = re.compile(r"[（(][^（()）]{1,2}[）)]$")
_DIGITS = r"\s*[\d〇零一二三四五六七八九十]+\s*"
_DATE = re.compile(rf"[于於]?{_DIGITS}年{_DIGITS}月(?:{_DIGITS}[日号號])?，\s*")
_LABEL = re.compile(r"\s*(?:[（(][^（()）]{1,4}[）)]|[^\W_]{1,3}[.．、])\s*")


def clause_ends(sentence: str) -> list[int]:
    """Return the offsets inside one sentence behind which a clause ends."""
    marks = find_marks(sentence)
    kept_whole = Spans(addresses(sentence))
    ends: list[int] = []
    for match in _MARK.finditer(sentence):
        at, mark = match.end() - 1, match.group()[-1]
        if kept_whole.around(at) or (mark in STRAIGHT + "’" and at not in marks.closing):
            continue
        next_at = after_space(sentence, at + 1)
        if next_at < len(sentence) and (
            sentence[next_at] in _MARKS + CLOSING or next_at in marks.closing
        ):
            continue
        if not (_IN_A_NUMBER.match(sentence, at) or _goes_on(sentence, at, next_at)):
            ends.append(at + 1)
    return _glued(sentence, ends)


def _goes_on(sentence: str, at: int, next_at: int) -> bool:
    """Whether what a mark closes is no clause: “……”的决议, 和（或）进口国."""
    if sentence[at] in CLOSING_QUOTES:
        return sentence.startswith(_GOES_ON, next_at)
    return _SHORT_BRACKET.search(sentence, max(0, at - 3), at + 1) is not None


def _glued(sentence: str, ends: list[int]) -> list[int]:
    """Drop the ends that would leave a piece of fewer than two characters that count.

    A label such as （一） goes with the clause behind it, all else with the one in front. A date
    goes with what is behind it, too: a place, or what happened.
    """
    kept: list[int] = []
    start = waiting = 0
    for end in (*ends, len(sentence)):
        piece = sentence[start:end]
        weight = waiting + _weight(piece)
        label = end < len(sentence) and bool(_LABEL.fullmatch(piece) or _DATE.fullmatch(piece))
        waiting = 0
        if label or (weight < 2 and not kept):
            waiting = weight
        elif weight < 2:
            kept[-1] = end
        else:
            kept.append(end)
        start = end
    return kept


def _weight(piece: str) -> int:
    """Count the Han characters, letters and digits of a piece, up to two."""
    first = _WORTH.search(piece)
    if first is None:
        return 0
    return 1 if _WORTH.search(piece, first.end()) is None else 2
