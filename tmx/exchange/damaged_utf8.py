"""UTF-8 with a few bytes that are not, in a stream.

A table that was joined from two files, or cut off in the middle of a character, is in no encoding.
It is refused with the place of the damage: a memory holds its texts as they are.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable

_BEYOND_ASCII = bytes(range(128, 256))
_FIRST_BYTES = bytes(range(0xC2, 0xF5))
_FEWEST = 6
_MOST_BAD = 0.2
"""Bad bytes for each character beyond ASCII; text in other encodings has far more of them."""


def count_beyond_ascii(data: bytes) -> int:
    """Return how many characters beyond ASCII begin in a piece of UTF-8."""
    return len(data) - len(data.translate(None, _FIRST_BYTES))


def describe_damage(
    error: UnicodeDecodeError, before: int, rest: Iterable[bytes], where: str
) -> str:
    """Say that a text is UTF-8 but for some bytes, and what to do.

    Args:
        error: what the first of them raised; its object is the piece that holds it.
        before: how many characters beyond ASCII the text has before that piece.
        rest: the pieces behind it; they are read to their end.
        where: the place of the first bad byte, in words.

    Returns:
        What a message goes on with behind the file's name; "" for what is not UTF-8 at all.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    good, bad, pieces = before, 0, 0
    for piece in (error.object, *rest, b""):
        text = decoder.decode(piece, final=not piece)
        known = text.encode()
        good += len(text) - len(known.translate(None, _BEYOND_ASCII))
        bad += len(piece) - len(known)
        pieces += bool(piece)
    if good < _FEWEST or bad > _MOST_BAD * good:
        return ""
    if pieces == 1 and error.end == len(error.object) and error.reason == "unexpected end of data":
        return (
            f"is UTF-8, but ends inside a character, in {where}; get the whole file, or mend its"
            " end in a text editor and save the file as UTF-8"
        )
    bytes_are, them = ("1 byte is", "it") if bad == 1 else (f"{bad:,} bytes are", "them")
    return (
        f"is UTF-8, but {bytes_are} not, {'the first ' if bad > 1 else ''}in {where}; mend {them}"
        " in a text editor and save the file as UTF-8"
    )
