"""What stands for itself in every language: document symbols, addresses of pages and of mail."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a symbol is."""

    URL = "address"
    MAIL = "mail address"
    DOCUMENT = "document symbol"
    SERIAL = "number of a resolution or the like"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in a text.

    Attributes:
        kind: what it is.
        key: its form for comparing: half-width, without white space.
        start: the first character, counted from 0.
        end: the character after the last one.
    """

    kind: Kind
    key: str
    start: int
    end: int


_PART = r"[A-Za-z0-9][A-Za-z0-9.\-]*+"
_SYMBOL = re.compile(
    r"(?P<URL>(?:https?://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+)"
    r"|(?P<MAIL>[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)"
    rf"|(?<![A-Za-z0-9/.])(?P<DOCUMENT>[A-Z][A-Z0-9.\-]*/(?:{_PART}/)*{_PART}(?!:\d)"
    r"(?: ?[(（][IVXLC]+[)）]| ?[(（]\d{4}[)）])?)"
    r"|(?<![A-Za-z0-9/.])(?<!\d,)(?P<SERIAL>(?!24/7\b)\d{1,4}/\d{1,4}(?: ?[A-Z](?![A-Za-z&]))?)"
    r"(?![\d/]|,\d)"
)
_TAIL = ".,;:!?)]'-"
_IN_SYMBOLS = re.compile("[/@／＠]")
_PAGES = ("www", "ｗｗｗ")
"""Each symbol holds such a sign, or one of these."""


def find_symbols(text: str) -> list[Symbol]:
    """Find the symbols of a text, in their order.

    A document symbol has a slash and a digit: A/67/L.35, S/RES/1325 (2000), ISO/IEC 27001 is none.
    """
    if not (_IN_SYMBOLS.search(text) or _PAGES[0] in text or _PAGES[1] in text):  # as in most texts
        return []
    plain = text if text.isascii() else text.translate(_HALF_WIDTH)
    found: list[Symbol] = []
    for match in _SYMBOL.finditer(plain):
        kind = Kind[match.lastgroup or ""]
        written = match.group().rstrip(_TAIL) if kind is Kind.URL else match.group().rstrip(".-")
        if kind is Kind.DOCUMENT and not any(sign.isdecimal() for sign in written):
            continue
        key = "".join(unicodedata.normalize("NFKC", written).split())
        start = match.start()
        found.append(Symbol(kind, key, start, start + len(written)))
    return found


def is_within(start: int, symbols: list[Symbol]) -> bool:
    """Tell whether a place of a text is within one of its symbols."""
    return any(symbol.start <= start < symbol.end for symbol in symbols)


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width forms as half-width ones, one character for one."""
