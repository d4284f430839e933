"""Where sentences end in Chinese, in simplified and traditional characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.characters import HAN, is_han
from corpora.segmentation import english
from corpora.segmentation.chinese_words import (
    CONTINUATIONS,
    NO_SPEECH_BEFORE,
    SPEECH_CHARACTERS,
    SPEECH_VERBS,
)
from corpora.segmentation.marks import (
    CLOSING_QUOTES,
    STRAIGHT,
    Marks,
    Spans,
    addresses,
    end_of_marks,
    find_marks,
    next_character,
    round_brackets,
)

_STOPS = "。！？!?｡．.…‥"
_SURE_STOPS = frozenset("。！？!?｡")
_PAUSES = frozenset("，,、；;：:")
_STOP = re.compile(f"[{_STOPS}]++|(?<![—–])[—–]++(?=[”’」』\"'])")
_LONGEST_TITLE = 200
_LONGEST_TERM = 60
_ATTRIBUTION = re.compile(
    rf"\s*(?!一面|一边|一邊)[{HAN}A-Za-z·]{{0,16}}?(?<![{NO_SPEECH_BEFORE}])(?:{'|'.join(SPEECH_VERBS)})"
    r"(?:[我你他她它您]们?|[我你他她]們)?\s*(?:[。！!｡.；;…—，,]|$)"
)
_ATTRIBUTION_LENGTH = 40
_LABEL = re.compile(
    r"(?:^|[；;：:，,。\s（(])(?:[一二三四五六七八九十]{1,4}|第[一二三四五六七八九十百]{1,5}[章节節条條款项項部编編])$"
)
_LABEL_LENGTH = 8
_NUMBER = re.compile(r"(?:^|[^\x21-\x7e０-９]|[(\"'])\d+(?:[.．/]\d+)*$")
_NUMBER_LENGTH = 20
_RUN_IN_HEADING = re.compile(
    r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.．、)）]?"
    r"|第[\d一二三四五六七八九十百]{1,5}[条條款项項节節]|[一二三四五六七八九十]{1,4}[、.．]"
    r"|[(（][\d一二三四五六七八九十]{1,4}[)）])\s*"
    rf"[{HAN}A-Za-z、]{{2,16}}(?:\u3000|\t|[ \u00a0]{{2}})\s*(?=[^\u3000\t]{{8,}}[。！？]\s*$)"
)
"""A number, a heading, and the wide space or tab between it and its text in the same line."""

_CONTENT = re.compile(r"[^\s“‘「『\"']")


def sentence_ends(text: str) -> list[int]:
    """Return the offsets behind the last mark of each sentence of a paragraph."""
    marks = find_marks(text)
    unbroken = Spans(_unbroken(text, marks))
    brackets = Spans(round_brackets(text, marks))
    heading = _RUN_IN_HEADING.match(text)
    ends = [heading.end()] if heading else []
    done = heading.end() if heading else 0
    first = _first_content(text, done)
    for match in _STOP.finditer(text):
        at = match.start()
        if at < done:
            continue
        done = end_of_marks(text, match.end(), _STOPS, marks)
        if unbroken.around(at):
            continue
        bracket = brackets.around(at)
        if bracket and first < bracket[0]:
            closes_whole = match.group().endswith("。") and done >= bracket[1]
            if not closes_whole:
                continue
        if _ends_a_sentence(text, at, match.end(), done, marks):
            ends.append(done)
            first = _first_content(text, done)
    return ends


def _first_content(text: str, at: int) -> int:
    found = _CONTENT.search(text, at)
    return found.start() if found else len(text)


def _unbroken(text: str, marks: Marks) -> Iterator[tuple[int, int]]:
    """Give the places that no sentence ends in: addresses, titles of books, quoted terms."""
    yield from addresses(text)
    for closed, opened in marks.pairs.items():
        length = closed - opened
        if text[closed] in "》〉":
            if length <= _LONGEST_TITLE:
                yield opened, closed + 1
        elif text[closed] in CLOSING_QUOTES + STRAIGHT and length <= _LONGEST_TERM:
            before = text[opened - 1 : opened]
            in_words = is_han(before) and before not in SPEECH_CHARACTERS
            if text.startswith(CONTINUATIONS, closed + 1) or (
                in_words and "。" not in text[opened:closed]
            ):
                yield opened, closed + 1


def _ends_a_sentence(text: str, at: int, stop: int, done: int, marks: Marks) -> bool:
    """Tell whether the stops from `at` to `stop`, closed at `done`, end a sentence."""
    following = next_character(text, done)
    if not following:
        return True
    if following in _PAUSES:
        return False
    quotes = [i for i in range(stop, done) if i in marks.closing and text[i] not in "）)》〉"]
    quoted = bool(quotes)
    # What a colon has introduced needs no words behind it that say who speaks.
    introduced = any(text[marks.pairs[i] - 1] in "：:" for i in quotes if marks.pairs.get(i))
    if quoted and not introduced and _ATTRIBUTION.match(text, done, done + _ATTRIBUTION_LENGTH):
        return False
    sure = any(text[i] in _SURE_STOPS for i in range(at, done))
    if text[at] in ".．" and stop - at == 1 and not sure:
        return _full_stop_ends(text, at, done)
    if text[at:done].isascii() and following.isascii():
        return text[done].isspace() or (quoted and not following.isalnum())
    return quoted or sure


def _full_stop_ends(text: str, at: int, done: int) -> bool:
    before, following = text[at - 1 : at], text[done]
    if not before or _NUMBER.search(text, max(0, at - _NUMBER_LENGTH), at):
        return False
    if before.isdigit():
        return following.isspace()
    if before.isascii() and before.isalpha():
        if is_han(next_character(text, done)):
            return not english.is_abbreviation(text, at)
        return following.isspace() and english.full_stop_ends(text, at, done)
    if _LABEL.search(text[max(0, at - _LABEL_LENGTH) : at]):
        return False
    if text[at] == "．" and is_han(following) and "。" in text:
        return False
    return following.isspace() or is_han(following) or done > at + 1
