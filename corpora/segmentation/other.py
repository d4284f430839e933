"""Where sentences and clauses end in other languages: sentences by sentencex, clauses by marks.

sentencex knows the abbreviations and marks of some forty languages and takes a related language's
or English's for the rest. It is given the text in windows, since it takes quadratic time where
quotation marks don't close, and with white space made plain, since it can fail at other kinds;
a mark that stands more than three times in a row is an ornament, and hidden from it. So is the
number or bullet of an item at a window's head: it leaves an item such as "(2) ..." whole.
"""

from __future__ import annotations

import re

import sentencex

from corpora.segmentation.marks import CLOSING, OPENING, STRAIGHT, after_space, find_marks

_WINDOW = 5_000
_NOT_PLAIN = re.compile(r"[\s\ud800-\udfff]")
_ORNAMENT = re.compile(rf"([{re.escape(OPENING + CLOSING + STRAIGHT)}])\1{{3,}}+")
_ITEM = re.compile(r"\s*(?:[•‣⁃■-◿★☆➢-➤]|\((?:\d{1,2}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,8})\))(?=\s)")
_LEAD = re.compile(rf"[\s{re.escape(OPENING + STRAIGHT)}—–-]*")
_LEAD_LENGTH = 20
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.\s*")
_LABEL = re.compile(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})[.)]{1,2}\s*")
_TRAILING_LABEL = re.compile(rf"(?<=[^\W\d_]{{4}})[.!?](?=\s)({_LABEL.pattern})$")
_TRAILING_LENGTH = 15
_QUOTED_ON = re.compile(r"\s*(?:と|との|って)")
_CLAUSE_MARKS = ",;:!?…，。；：！？、،؛؟।॥።፣፤·—"
_FREE_MARKS = "，。；：！？、।॥።፣፤—"
_CLAUSE_MARK = re.compile(f"[{_CLAUSE_MARKS}]")


def sentence_ends(text: str, language: str) -> list[int]:
    """Return the offsets behind the last mark of each sentence of a paragraph.

    Args:
        text: one paragraph.
        language: a language without script or region: "de", "ja".
    """
    plain = _ORNAMENT.sub(lambda m: " " * len(m[0]), _NOT_PLAIN.sub(" ", text))
    ends: list[int] = []
    start = 0
    while start < len(text):
        window = plain[start : start + _WINDOW]
        found = _boundaries(window, language)
        last_window = start + _WINDOW >= len(text)
        whole = found if last_window else found[:-1]
        for end in (start + e for e in whole):
            begun = ends[-1] if ends else 0
            trailing = _TRAILING_LABEL.search(text, max(begun, end - _TRAILING_LENGTH), end)
            if trailing:
                ends.append(trailing.start(1))
            elif not _LABEL.fullmatch(text, begun, end) and _stands(text, end):
                ends.append(end)
        start = len(text) if last_window else start + (whole[-1] if whole else _WINDOW)
    return ends


def clause_ends(sentence: str) -> list[int]:
    """Return the offsets inside one sentence behind which a clause ends."""
    marks = find_marks(sentence)
    ends: list[int] = []
    for match in _CLAUSE_MARK.finditer(sentence):
        at = match.end()
        while at < len(sentence) and at in marks.closing:
            at += 1
        following = after_space(sentence, at)
        if following == len(sentence) or sentence[following] in _CLAUSE_MARKS + CLOSING:
            continue
        if match.group() in _FREE_MARKS or following > at:
            ends.append(at)
    return ends


def _boundaries(window: str, language: str) -> list[int]:
    ends: list[int] = []
    item = _ITEM.match(window)
    end = item.end() if item else 0
    for piece in sentencex.segment(language, window[end:]):
        end += len(piece)
        ends.append(end)
    return ends


def _stands(text: str, end: int) -> bool:
    """Tell whether an end that sentencex found is one: no small letter, no initial, no quote on."""
    if _QUOTED_ON.match(text, end) and text[end - 1 : end] in tuple("」』”"):
        return False
    lead = _LEAD.match(text, end, end + _LEAD_LENGTH)
    following = text[lead.end() : lead.end() + 1] if lead else ""
    if following.islower():
        return False
    last_word = text[max(0, end - 4) : end]
    found = _INITIAL.search(last_word)
    return not (found and found.end() == len(last_word) and last_word[found.start()].isupper())
