"""Text that XML 1.0 and every tool can carry.

Characters that XML lacks come from old Word files and from damaged ones. A vertical tab and a
form feed are Word's line and page breaks, and are taken for line breaks; half of a surrogate pair
becomes U+FFFD; all others carry no words and are left out.
"""

from __future__ import annotations

import logging
import re

_LOG = logging.getLogger(__name__)

_LACKING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[ \t]*[\n\r\x0b\x0c\x85\u2028\u2029]\\s*")
_HAN = (
    (0x2E80, 0x303F),  # radicals, and the punctuation of Chinese
    (0x3400, 0x4DBF),  # extension A
    (0x4E00, 0x9FFF),  # unified ideographs
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE30, 0xFE4F),  # compatibility forms of punctuation
    (0xFF01, 0xFF65),  # full-width forms
    (0x20000, 0x3FFFF),  # extensions B and further
)


class Repairs:
    """Mends text that XML 1.0 can't carry, and counts what it mended.

    Attributes:
        count: characters left out or replaced so far.
    """

    __slots__ = ("count",)

    def __init__(self) -> None:
        self.count = 0

    def legal(self, text: str) -> str:
        """Return a text without the characters that XML 1.0 lacks (see the module)."""
        if text.isprintable():
            return text
        mended, count = _LACKING.subn(lambda match: stand_in(match.group()), text)
        self.count += count
        return mended

    def report(self, where: str) -> None:
        """Log a warning if anything was mended.

        Args:
            where: what the text stands in, as a person would call it.
        """
        if self.count:
            _LOG.warning("%s: characters that XML lacks, mended: %d", where, self.count)


def stand_in(character: str) -> str:
    """Return what stands for a character that XML 1.0 lacks (see the module)."""
    if character in "\x0b\x0c":
        return "\n"
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""


def one_line(text: str, *, opens: bool = True, closes: bool = True) -> str:
    """Return a text without line breaks.

    A line break and the white space around it become one space; nothing between two Chinese
    characters, and nothing at the ends of a segment.

    Args:
        text: a segment or a part of one.
        opens: whether the segment begins with it.
        closes: whether the segment ends with it.
    """
    if text.isprintable():
        return text

    def joint(match: re.Match[str]) -> str:
        start, end = match.span()
        if start == 0 or end == len(text):
            return "" if (start == 0 and opens) or (end == len(text) and closes) else " "
        return "" if _is_han(text[start - 1]) and _is_han(text[end]) else " "

    return _BREAK.sub(joint, text)


def cited(text: str, most: int = 120) -> str:
    """Return a text as a message can cite it: one printable line of at most so many characters."""
    line = " ".join(text[:most].split())
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in line)


def _is_han(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _HAN)
