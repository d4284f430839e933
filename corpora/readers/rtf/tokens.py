"""The tokens of RTF, and the characters that its bytes stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5hkscs", 54936: "gb18030"}
_TWO_BYTES = re.compile(rb"[\x80-\xff]{2}")
WESTERN = "cp1252"


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        kind: "word" (a control word or symbol), "open", "close" or "bytes".
        word: the control word or symbol without its backslash.
        number: its parameter, or None.
        data: the bytes.
    """

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Give the tokens of an RTF file; line ends in it mean nothing."""
    position = 0
    while position < len(data):
        match = _TOKEN.match(data, position)
        if match is None:
            position += 1
            continue
        position = match.end()
        word, number, code, symbol, brace, run = match.groups()
        if word is not None:
            value = int(number) if number else None
            if word == b"bin" and value is not None:
                position += max(value, 0)
                continue
            yield Token("word", word.decode("ascii"), value)
        elif code is not None:
            yield Token("bytes", data=bytes.fromhex(code.decode("ascii")))
        elif symbol is not None:
            line_end = symbol in (b"\r", b"\n")
            yield Token("word", "par" if line_end else symbol.decode("latin-1"))
        elif brace is not None:
            yield Token("open" if brace == b"{" else "close")
        elif run is not None:
            yield Token("bytes", data=run)


def page_encoding(page: int | None) -> str:
    """Return the encoding of a Windows code page; Western where there is no such page."""
    if page in _PAGES:
        return _PAGES[page]
    name = f"cp{page}"
    try:
        "".encode(name)
    except LookupError:
        return WESTERN
    return name


def charset_encoding(charset: int | None, page: str) -> str:
    """Return the encoding of a font's character set; `page` where it has the document's own."""
    if charset == 0:
        return WESTERN
    return _CHARSETS.get(charset if charset is not None else 1, page)


def decode_bytes(data: bytes, font: str, page: str) -> str:
    """Decode a run of bytes.

    Bytes in pairs under a Western font are Chinese when the document's code page is: programs
    leave the font out.

    Args:
        data: the bytes.
        font: the encoding of their font.
        page: the encoding of the document.
    """
    paired = font == WESTERN and page in _PAGES.values() and _TWO_BYTES.search(data)
    for name in (page, font) if paired else (font, page):
        try:
            return data.decode(name).replace("\0", "")
        except UnicodeDecodeError:
            continue
    return data.decode(WESTERN, "replace")
