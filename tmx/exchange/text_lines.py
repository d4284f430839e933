"""Lines of text out of a stream of bytes, with the place of bytes that are in another encoding."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from tmx.errors import TmxError
from tmx.exchange.damaged_utf8 import count_beyond_ascii, describe_damage

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


def refuse_empty(head: bytes, name: str) -> None:
    """Refuse a file that has no first bytes.

    Raises:
        TmxError: it is so.
    """
    if not head:
        raise TmxError(f"{name}: the file is empty")


def refuse_no_text(head: bytes, name: str) -> None:
    """Refuse a file whose first bytes show that it is empty, or no text.

    Raises:
        TmxError: it is so.
    """
    refuse_empty(head, name)
    if b"\0" in head and find_encoding(io.BytesIO(head)) == "utf-8":
        raise TmxError(
            f"{name}: is a binary file, no memory; name another file, or first align the document"
            " with its translation"
        )


def lines_of(stream: BinaryIO, name: str, encoding: str) -> Iterator[str]:
    r"""Give the lines of a text with their ends ("\n", "\r\n" or "\r", as they are).

    Raises:
        TmxError: the encoding is unknown, or the bytes are in another one; the message has the
            line of the first that does not fit.
    """
    watched = _Watched(stream)
    try:
        text = io.TextIOWrapper(cast(BinaryIO, watched), encoding=encoding, newline="")
    except LookupError as error:
        raise TmxError(f"{name}: unknown encoding {encoding!r}; say one such as gb18030") from error
    number = 0
    try:
        for line in text:
            number += 1
            yield line
    except UnicodeError as error:
        raise TmxError(f"{name}{_described(error, number, watched, encoding)}") from error
    finally:
        if not watched.closed:
            text.detach()


class _Watched(io.BufferedIOBase):
    """A stream of which is known how much was read: in bytes, and in characters beyond ASCII.

    Attributes:
        size: how many bytes.
        beyond: how many characters beyond ASCII there are before the last piece, in UTF-8.
    """

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._last = b""
        self.size = self.beyond = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes: at most so many, none only at the end."""
        data = self._stream.read(-1 if size is None else size)
        self.beyond += count_beyond_ascii(self._last)
        self.size += len(data)
        self._last = data
        return data

    read1 = read

    def rest(self) -> Iterator[bytes]:
        """Give all that was not read, piece by piece."""
        while piece := self._stream.read(_HEAD):
            yield piece


def _described(error: UnicodeError, lines: int, watched: _Watched, encoding: str) -> str:
    """Say where a text is in another encoding, and what to do; it stands behind the file's name.

    Args:
        error: raised by the first bytes that don't fit.
        lines: how many lines were given before it.
        watched: where the text came from.
        encoding: that was taken.
    """
    called = encoding.removesuffix("-sig").upper()
    if not isinstance(error, UnicodeDecodeError):
        return f", line {lines + 1}: not in {called}; save the file as UTF-8"
    # The error's object begins where the lines end so far.
    line = lines + error.object.count(b"\n", 0, error.start) + 1
    place = watched.size - len(error.object) + error.start
    where = f"line {line:,} (byte {place:,}, 0x{error.object[error.start]:02x})"
    if called == "UTF-8" and (
        damage := describe_damage(error, watched.beyond, watched.rest(), where)
    ):
        return f": {damage}"
    return (
        f", {where}: not in {called}; save it as UTF-8, or tell duiqi tmx convert its"
        " encoding, such as --encoding gb18030 or windows-1252"
    )
