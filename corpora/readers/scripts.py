"""Text that a format sets above or below the line: footnote marks, powers, indices.

A mark is set aside. What belongs to the text is written with the characters that Unicode has for
it, "10⁶", "m²", "H₂O": without them a figure would run into the one before it, and "106" is
another number. Letters stay as they are, as in "21st", and so does what has no such characters.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from corpora.readers.joining import SPACE

_MARK = re.compile(r"[\[(（〔]?(?:\d{1,3}|[a-z]|[ivx]{2,6}|[*†‡§¶]{1,3}|[①-⑳])[\])）〕]?")
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:i[xv]|v?i{0,3})")
_LETTER = re.compile(r"(?:^|[^A-Za-z\u0370-\u03ff])[A-Za-z\u0370-\u03ff]$")
_TERM = re.compile(r"[=×≤≥±−^]\s?[A-Za-z\u0370-\u03ff]{1,4}$")
_LENGTH = re.compile(r"(?:^|[^A-Za-z])(?:[kcdmµn]m|ft|in|yd|mi)$|[米里尺寸丈]$")
_POWERS_OF_LENGTH = ("2", "3")
_LONG_NUMBER = re.compile(r"\d{4}$|\d,\d{3}$")

_FIGURES = "0123456789+-−–=()"
_ABOVE = str.maketrans(f"{_FIGURES}n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
_BELOW = str.maketrans(_FIGURES, "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_SCRIPTED = "".join(map(chr, {*_ABOVE.values(), *_BELOW.values()}))
_BASE_ENDS = f")]}}）】′'’″%°{_SCRIPTED}"
"""What a power or an index may stand behind, besides letters and figures."""


class Script(Enum):
    """Where a run of text stands."""

    LINE = auto()
    ABOVE = auto()
    BELOW = auto()


def is_mark(before: str, raised: str) -> bool:
    """Whether raised (superscript) text is a footnote mark, and no power or ordinal ending.

    Powers are those of letters, of terms of a formula, of short numbers, and of units of length.
    A year and an amount bear marks. Of letters only small roman numbers are marks, as those of
    endnotes.

    Args:
        before: the text in front of it.
        raised: the raised text.
    """
    before, raised = before.rstrip(SPACE), raised.strip(SPACE)
    if not before or not _MARK.fullmatch(raised):
        return False
    if raised.strip("[]()（）〔〕").isdigit() and not raised.isdigit():
        return True
    if raised in _POWERS_OF_LENGTH and _LENGTH.search(before[-3:]):
        return False
    if _TERM.search(before[-8:]) or before[-1] in _SCRIPTED:
        return False
    base = before[-1].isdigit() and not _LONG_NUMBER.search(before[-5:])
    word = raised.isalpha() and not _ROMAN.fullmatch(raised)
    return not (base or word or _LETTER.search(before[-2:]))


def written(before: str, text: str, script: Script) -> str:
    """Write text that is no mark as the page shows it, as far as there are characters for it.

    Args:
        before: the text in front of it, up to a mark that was set aside; with nothing in front,
            it is no power nor index, but perhaps the number of a note.
        text: its words.
        script: where it stands.
    """
    if script is Script.LINE:
        return text
    bare = text.strip(SPACE)
    base = before.rstrip(SPACE)[-1:]
    signs = _ABOVE if script is Script.ABOVE else _BELOW
    known = all(ord(sign) in signs for sign in bare) and not set(bare) <= set("()")
    if not known or not (base.isalnum() or (base and base in _BASE_ENDS)):
        return text
    return text.replace(bare, bare.translate(signs))
