"""Whether a text may begin with the number of a label, whatever word for the part goes with it.

Parts have more names than any list: 单元二, 二单元, 第二课, 规则2, "Lesson Two", "2nd stage". What
such a name and the other side's label share is the number.
"""

from __future__ import annotations

import re
import unicodedata

from align.quality.values.english_number_words import CARDINALS, ORDINALS
from corpora import Paragraph
from corpora.characters import HAN, is_unspaced
from corpora.structure.numerals import BRANCHES, HAN_SIGNS, STEMS, Script, numeral_readings

_WORD = rf"(?:(?![{HAN}])[^\W\d_])+"
_TOKEN = re.compile(
    rf"\d{{1,4}}|[{HAN_SIGNS}]{{1,7}}|[{STEMS}{BRANCHES}]|{_WORD}(?:-{_WORD})?|[{HAN}]"
)
_NAME = rf"(?:(?![{HAN_SIGNS}])[{HAN}]){{1,4}}"
_NUMERAL = rf"(?:\d{{1,3}}|[{HAN_SIGNS}]{{1,5}})"
_NUMBERED = re.compile(rf"(?:{_NAME}\s?{_NUMERAL}|{_NUMERAL}\s?{_NAME})[:：\u3000]")
"""A number and one word in Chinese, with a mark behind: 单元二：, 二单元："""

_CHARACTERS, _WORDS = 8, 3
"""How far a number stands from the head of a text: 综合教学单元二, "In the second unit"."""

_LETTERS = (Script.UPPER_LETTER, Script.LOWER_LETTER, Script.STEM, Script.BRANCH)

_Number = tuple[bool, int]
"""Whether it is written by a letter, or by what counts as one (甲), and what it is worth."""


def may_share_a_number(text: str, label: Paragraph) -> bool:
    """Tell whether a text may begin with a label of the same number as another paragraph's.

    Where that holds a word ("Unit 2"), any such number at the text's head may stand in one. That of
    a bare number ("2.") does with a word beside it and a mark behind (单元二：).

    Args:
        text: the text, in whose language such a label may be unknown.
        label: the paragraph with the known label.
    """
    head = text.lstrip()
    if not _has_a_word(label.label):
        numbered = _NUMBERED.match(head)
        if not numbered:
            return False
        head = numbered[0]
    elif is_unspaced(head[:1]):
        head = head[:_CHARACTERS]
    else:
        head = " ".join(head.split()[:_WORDS])
    wanted = _numbers_in(label.label) | _numbers_in(label.number or "")
    return not wanted.isdisjoint(_numbers_in(head))


def _has_a_word(label: str) -> bool:
    """Whether a label holds more than a number: "Unit 2", 第二单元, "§ 2"."""
    tokens = _tokens(label)
    return "§" in label or any(not _values(token) for token in tokens)


def _numbers_in(text: str) -> set[_Number]:
    return {number for token in _tokens(text) for number in _values(token)}


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFKC", text))


def _values(token: str) -> set[_Number]:
    """Return what a numeral or a number word may be worth; nothing for another word."""
    words = [_WORTH.get(word, 0) for word in token.lower().split("-")]
    if all(words):
        return {(False, sum(words))}
    return {(script in _LETTERS, value) for script, value in numeral_readings(token)}


_WORTH = {word: value for word, value in (CARDINALS | ORDINALS).items() if value}
