"""The words of one side of all units, in flat arrays."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import rjieba

from align.terms.candidates.roles import Role, listed_roles, role_of_ending, role_of_tag
from align.terms.candidates.variants import same_words
from align.terms.general import log_probabilities
from corpora.characters import HAN, UNSPACED, is_han
from corpora.languages import base

Ints = npt.NDArray[np.int64]
Int32s = npt.NDArray[np.int32]
"""What there is of every word of the text, in half of the memory."""

GAP = -1
"""Stands between words that no term joins: a sign, or the end of a unit."""

_UNSAID = -1  # the role of a word that no list and no ending tells

_FUNCTION_WORD = -8.0
"""Where no words are listed for a language, one of a higher general log-probability links."""

_WORD = re.compile(rf"[{HAN}]|[^\W_{UNSPACED}]+(?:[-'’.&/\u2010\u2011][^\W_{UNSPACED}]+)*")
_NUMBER = re.compile(r"[\d.,/%-]+[a-z]{0,2}\Z", re.IGNORECASE)
_NUMERAL = re.compile(
    r"[第\d〇零一二三四五六七八九十百千万亿萬億两兩]+[届次年月日号號条條个項项周期]?\Z"
)

_CLAUSE = re.compile("(?:所(?![有得属在长])|其|应(?![用急对聘力变])|并(?![购发行列网]))(?!\\Z)")
"""The beginning of what the dictionary takes for one word, and is part of a clause: 所负, 应经."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and the gaps between them, in the order of the text.

    Attributes:
        ids: what each word is, a place in `words`, the same for its variants; GAP between words
            that no term joins.
        roles: which part each may have in a term, a Role.
        units: in which unit each stands, counted from 0.
        starts: where each begins in its unit's text.
        ends: where each ends there.
        words: the words in the form in which they are compared.
    """

    ids: Int32s
    roles: npt.NDArray[np.int8]
    units: Int32s
    starts: Int32s
    ends: Int32s
    words: list[str]

    @property
    def bounds(self) -> Ints:
        """Where the tokens of each unit begin, and where those of the last one end."""
        count = int(self.units[-1]) + 1 if len(self.units) else 0
        return np.searchsorted(self.units, np.arange(count + 1, dtype=np.int32))


def tokenize(texts: Sequence[str], language: str) -> Tokens:
    """Cut texts into words.

    Chinese is cut by jieba's dictionary, so that a term that occurs once can be found; where the
    document's own recurring strings begin and end is seen later. Other languages are cut at what
    is no letter or digit; a character of a script without spaces is a word of its own.

    Args:
        texts: one side of all units.
        language: its tag.
    """
    code = base(language)
    cut = _chinese if code == "zh" else _spaced
    listed = listed_roles(code)
    known: dict[str, int] = {}
    roles_of: list[int] = []
    rows = array("i")  # of each token: its id, role and unit, its start and end
    for unit, text in enumerate(texts):
        end_before = 0
        for start, end, role in cut(text):
            between = text[end_before:start]
            if between and not between.isspace():
                rows.extend((GAP, Role.BREAK, unit, end_before, start))
            key = text[start:end].lower()
            place = known.setdefault(key, len(known))
            if place == len(roles_of):
                said = listed.get(key, role_of_ending(key) if code == "en" else _UNSAID)
                roles_of.append(said)
            said = roles_of[place]
            number = role == Role.BREAK and said >= Role.WEAK
            rows.extend((place, role if said == _UNSAID or number else said, unit, start, end))
            end_before = end
        rows.extend((GAP, Role.BREAK, unit, end_before, len(text)))
    table = np.frombuffer(rows, np.int32).reshape(-1, 5)
    ids, units, starts, ends = (table[:, column].copy() for column in (0, 2, 3, 4))
    roles = table[:, 1].astype(np.int8)
    del table, rows
    words = list(known)
    if not listed:
        likely = np.append(np.array(log_probabilities(words)) > _FUNCTION_WORD, False)
        roles[likely[ids]] = Role.LINK
    same = np.append(same_words(words, code), GAP).astype(np.int32)  # the last is for the gaps
    return Tokens(same[ids], roles, units, starts, ends, words)


def _spaced(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _WORD.finditer(text):
        number = _NUMBER.match(match[0]) is not None
        yield match.start(), match.end(), Role.BREAK if number else Role.CONTENT


def _chinese(text: str) -> Iterator[tuple[int, int, int]]:
    """Cut Chinese; 、 inside a text is a word, which links, as it stands within titles."""
    start = 0
    for word, tag in rjieba.tag(text):
        end = start + len(word)
        if word == "、":
            yield start, end, Role.JOIN
        elif is_han(word[0]):
            numeral = _NUMERAL.match(word) is not None
            clause = _CLAUSE.match(word) is not None
            yield start, end, Role.BREAK if numeral or clause else role_of_tag(tag)
        else:
            for begin, stop, role in _spaced(word):
                yield start + begin, start + stop, role
        start = end
