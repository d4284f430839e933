"""Where clauses end inside an English sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from corpora.segmentation.english_names import commas_in_names
from corpora.segmentation.english_words import CONJUNCTIONS
from corpora.segmentation.marks import Marks, after_space, end_of_marks, find_marks

_MARKS = ",;:.!?…)"
_DASHES = "—–-"
_END = re.compile(rf"[{re.escape(_MARKS)}]++|(?:—|--)+|(?<=\s)[–-](?=\s)")
_LABEL = re.compile(r"(?:^|\s)[(（](?:\d{1,3}|[a-z]|[ivx]{1,5})[)）]$", re.ASCII)
_LABEL_LENGTH = 8
"""The number of an item inside a sentence, which belongs to the words behind it, or of a part."""
_WORD = re.compile(r"\S+")
_ARTICLES = ("a", "an")
_FRACTION = re.compile(r"and\s+(?:an?|one|two|three)\s+(?:half|quarters?|thirds)\b(?!\s+of\b)")
"""What goes on with a number: "six and a half tonnes"."""
_LONG_PIECE = 9
_SHORTEST_SIDE = 4
_GLUED_LESS_THAN = 14


def clause_ends(sentence: str) -> list[int]:
    """Return the offsets inside one sentence behind which a clause ends."""
    return _glued(sentence, _at_conjunctions(sentence, _at_marks(sentence)))


def _at_marks(sentence: str) -> list[int]:
    marks = find_marks(sentence)
    in_names = commas_in_names(sentence)
    ends: list[int] = []
    done = 0
    for match in _END.finditer(sentence):
        if match.start() < done:
            continue
        done = end_of_marks(sentence, match.end(), _MARKS, marks)
        if match.start() not in in_names and _ends_a_clause(sentence, match, done, marks):
            ends.append(done)
    return ends


def _ends_a_clause(sentence: str, match: re.Match[str], done: int, marks: Marks) -> bool:
    at = match.start()
    if match.group()[0] in _DASHES:
        return True
    if done == len(sentence) or not (sentence[done].isspace() or sentence[done] in "—–"):
        return False
    following = after_space(sentence, done)
    if following < len(sentence) and sentence[following] in _DASHES + _MARKS:
        return False
    if match.group() == ".":
        return any(sentence[i] in "”’\"'" for i in range(at + 1, done))
    if match.group()[0] == ")":
        if match.group() == sentence[at:done] and _LABEL.search(
            sentence, max(0, at - _LABEL_LENGTH), done
        ):
            return False
        opened = marks.pairs.get(at)
        return opened is None or not sentence[opened - 1 : opened].isalnum()
    return True


def _at_conjunctions(sentence: str, ends: list[int]) -> list[int]:
    """Add the ends in front of conjunctions in long pieces."""
    added: list[int] = []
    for start, end in pairwise((0, *ends, len(sentence))):
        tokens = sentence[start:end].split()
        if len(tokens) < _LONG_PIECE or CONJUNCTIONS.isdisjoint(tokens):  # as most pieces
            continue
        words = [m for m in _WORD.finditer(sentence, start, end) if _counts(m.group())]
        last = 0
        if len(words) >= _LONG_PIECE:
            for i in range(_SHORTEST_SIDE, len(words) - _SHORTEST_SIDE + 1):
                if i - last >= _SHORTEST_SIDE and _joins(words[i], words[i + 1].group()):
                    added.append(words[i].start())
                    last = i
    return sorted({*ends, *added})


def _joins(found: re.Match[str], following: str) -> bool:
    """Whether a word joins clauses; "as a" says what something is, "and a half" how many."""
    word = found.group()
    if word not in CONJUNCTIONS or (word == "as" and following in _ARTICLES):
        return False
    return _FRACTION.match(found.string, found.start()) is None


def _glued(sentence: str, ends: list[int]) -> list[int]:
    """Drop ends so that pieces of one word go with a neighbour, if both are not long together."""
    kept: list[int] = []
    before = 0
    for start, end in pairwise((0, *ends, len(sentence))):
        words = sum(map(_counts, sentence[start:end].split()))
        if kept and (words == 0 or (min(words, before) <= 1 and words + before < _GLUED_LESS_THAN)):
            kept[-1] = end
            before += words
        else:
            kept.append(end)
            before = words
    return kept


@lru_cache(maxsize=10_000)  # most words are frequent
def _counts(token: str) -> bool:
    return token[0].isalnum() or any(map(str.isalnum, token))
