"""Lines of text out of a stream of bytes, with the place of bytes that are in another encoding."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from tmx.errors import TmxError

_HEAD = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def find_encoding(stream: BinaryIO) -> str:
    """Tell the encoding by a byte order mark or by null bytes; without them it is UTF-8.

    Args:
        stream: can be looked into (`peek`) or rewound.
    """
    if isinstance(stream, io.BufferedReader):
        head = stream.peek(_HEAD)
    else:
        head = stream.read(_HEAD)
        stream.seek(0)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if head[1:_HEAD:2].count(0) * 8 > len(head):
        return "utf-16-le"
    if head[0:_HEAD:2].count(0) * 8 > len(head):
        return "utf-16-be"
    return "utf-8"


def lines_of(stream: BinaryIO, name: str, encoding: str) -> Iterator[str]:
    r"""Give the lines of a text with their ends ("\n", "\r\n" or "\r", as they are).

    Raises:
        TmxError: the encoding is unknown, or the bytes are in another one; the message has the
            line of the first that does not fit.
    """
    try:
        text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    except LookupError as error:
        raise TmxError(f"{name}: unknown encoding {encoding!r}; say one such as gb18030") from error
    number = 0
    try:
        for line in text:
            number += 1
            yield line
    except UnicodeError as error:
        if isinstance(error, UnicodeDecodeError):  # its object begins where the lines end so far
            number += error.object[: error.start].count(b"\n")
        raise TmxError(
            f"{name}, line {number + 1}: not in {encoding.removesuffix('-sig').upper()}; "
            "say its encoding, such as --encoding gb18030 or windows-1252"
        ) from error
    finally:
        if not stream.closed:
            text.detach()
