"""Where sentences end in English."""

from __future__ import annotations

import re

from corpora.characters import is_han
from corpora.segmentation.english_words import (
    BINDING,
    LETTERED,
    OPEN,
    REFERRING,
    SPEECH_VERBS,
    STARTERS,
    TITLES,
)
from corpora.segmentation.marks import (
    OPENING,
    OPENING_QUOTES,
    STRAIGHT,
    Marks,
    Spans,
    after_space,
    end_of_marks,
    find_marks,
    round_brackets,
)

_STOPS = ".!?…。！？｡"
_WIDE_STOPS = frozenset("。！？｡")
_STOP = re.compile(rf"\.(?:[ \u00a0]\.){{2,}}+|[{_STOPS}]++|(?<![—–-])[—–-]++(?=[”’\"'])")
_REFERENCE = re.compile(r"\[\d{1,3}\]|[¹²³⁰⁴-⁹]+")
_CONTENT = re.compile(r"[^\s“‘\"'(\[]")
_TOKEN_BREAKS = frozenset('([“‘"«—–，。；：！？、（【')
_WORD_BEFORE = re.compile(r"(\w+)\W*$")
_NEXT_WORD = re.compile(
    rf"[\s{re.escape(OPENING + STRAIGHT)}¿¡*•—–-]*(?:\w{{1,5}}\)\s+)?([^\s,;:]*)"
)
_NEARBY = 40
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_LABEL = re.compile(r"(?:\d{1,3}(?:[./]\d{1,3})*|[A-Za-z]|[ivxlIVXL]{1,5})\)?")
_PART = re.compile(r"(?:article|section|clause|chapter|part|paragraph|rule)\s+", re.IGNORECASE)
_BEFORE_LABEL = re.compile(r"[;:；：—]\s*(?:(?:and|or)\s+)?$")
_IN_A_LIST = re.compile(r"(?:,|,?\s(?:and|or))\s*$")
_REFERRED = re.compile(
    r"[\[(]*(?:\+?\d|[IVXLC]{2,}\b|[VX]\b|I(?=[.,;:)]|$)|[A-Z]+[/\d]|[A-Za-z]\))"
)
_LETTERED = re.compile(rf".*\s(?:{'|'.join(sorted(LETTERED))})\s+[A-Z]", re.I | re.S)
_ATTRIBUTION = re.compile(
    r"\s+(?:I|[^\W\d_a-z][\w’'-]*\.?(?:\s+(?!(?:who|that|which|and)\b)[\w’'-]+\.?){0,2}?)"
    rf"\s+(?:\w+ly\s+)?(?:{'|'.join(sorted(SPEECH_VERBS))})\b"
)
_ATTRIBUTION_LENGTH = 120


def sentence_ends(text: str) -> list[int]:
    """Return the offsets behind the last mark of each sentence of a paragraph."""
    marks = find_marks(text)
    brackets = Spans(round_brackets(text, marks))
    ends: list[int] = []
    done = 0
    first = _first_content(text, 0)
    for match in _STOP.finditer(text):
        at = match.start()
        if at < done:
            continue
        done = end_of_marks(text, match.end(), _STOPS, marks)
        if reference := _REFERENCE.match(text, done):
            done = reference.end()
        bracket = brackets.around(at)
        if bracket and first < bracket[0]:
            closes = match.group() == "." and done >= bracket[1]
            if not closes or is_abbreviation(text, at):
                continue
        if _ends_a_sentence(text, at, match.end(), done, first, marks):
            ends.append(done)
            first = _first_content(text, done)
    return ends


def full_stop_ends(text: str, at: int, done: int, first: int = 0) -> bool:
    """Tell whether a full stop with a capital letter, digit or symbol behind it ends a sentence.

    Args:
        text: one paragraph.
        at: the offset of the full stop.
        done: the offset behind it and the marks that close with it.
        first: the offset of the first word of the sentence.
    """
    word = _next_word(text, done)
    if _starts_small(word):
        return False
    token = _token(text, at)
    key = token.lower()
    starter = re.split(r"\W", word.lower())[0] in STARTERS
    if key in BINDING or (key in TITLES and token[0].isupper()):
        return False
    if _is_label(text, at - len(token), token, first, starter):
        return False
    if key in REFERRING and (
        text[done : done + 1] == "\t" or _REFERRED.match(text, after_space(text, done))
    ):
        return False
    if len(token) == 1 and _LETTERED.fullmatch(text, max(first, at - _NEARBY), at):
        return True
    if token == "I" and text[at - 3 : at - 2].islower():
        return True
    if key in OPEN or _ACRONYM.fullmatch(token) or (len(token) == 1 and token.isalpha()):
        return starter
    return True


def is_abbreviation(text: str, at: int) -> bool:
    """Tell whether the word before a full stop may be an abbreviation, an initial or a label."""
    token = _token(text, at)
    return (
        len(token) == 1
        or token.lower() in BINDING | TITLES | REFERRING | OPEN
        or _ACRONYM.fullmatch(token) is not None
    )


def _ends_a_sentence(text: str, at: int, stop: int, done: int, first: int, marks: Marks) -> bool:
    """Tell whether the stops from `at` to `stop`, closed at `done`, end a sentence."""
    if after_space(text, done) == len(text):
        return True
    stops = text[at:stop]
    if not text[done].isspace() and _WIDE_STOPS.isdisjoint(stops) and not is_han(text[done]):
        return False
    word = _next_word(text, done)
    if not word or word[0] in ".!?…)]}”’»/":
        return False
    if _starts_small(word):
        return False
    quoted = any(i in marks.closing and text[i] not in ")]}" for i in range(stop, done))
    if quoted and text[after_space(text, done)] in OPENING_QUOTES + STRAIGHT:
        return True
    if stops == ".":
        return full_stop_ends(text, at, done, first)
    if quoted:
        return _ATTRIBUTION.match(text, done, done + _ATTRIBUTION_LENGTH) is None
    if stops.strip(". \u00a0…") == "":
        return not _stutters(text, at, word)
    return stops[0] not in "—–-"


def _starts_small(word: str) -> bool:
    """Tell whether a word starts with a small letter and is no name such as iPhone."""
    return word[:1].islower() and not any(c.isupper() for c in word)


def _first_content(text: str, at: int) -> int:
    found = _CONTENT.search(text, at)
    return found.start() if found else len(text)


def _token(text: str, at: int) -> str:
    """Return the word, number or acronym that ends in front of a full stop."""
    start = at
    while start > max(0, at - _NEARBY):
        character = text[start - 1]
        if character in "'’" and not text[start - 2 : start - 1].isalnum():
            break
        if character.isspace() or character in _TOKEN_BREAKS or is_han(character):
            break
        start -= 1
    return text[start:at]


def _next_word(text: str, at: int) -> str:
    at = after_space(text, at)
    found = _NEXT_WORD.match(text, at, at + _NEARBY)
    return found.group(1) if found else ""


def _is_label(text: str, at: int, token: str, first: int, starter: bool) -> bool:
    """Tell whether this numbers an item of a list or a part: at the head, or after a pause."""
    if not _LABEL.fullmatch(token):
        return False
    before = text[max(0, at - _NEARBY) : at]
    if at <= first or _PART.fullmatch(text, first, at) or _BEFORE_LABEL.search(before):
        return True
    return not starter and _IN_A_LIST.search(before) is not None


def _stutters(text: str, at: int, word: str) -> bool:
    """Tell whether the speaker only starts again: I... I can't."""
    before = _WORD_BEFORE.search(text, max(0, at - _NEARBY), at)
    if before is None:
        return False
    last, following = before.group(1).casefold(), re.split(r"\W", word.casefold())[0]
    return following == last or (len(last) <= 2 and following.startswith(last))
