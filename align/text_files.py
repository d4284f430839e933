"""Small files of text that a user names beside the documents: links, glossaries, lists of words."""

from __future__ import annotations

from pathlib import Path

from align.errors import AlignmentError
from corpora.readers.damaged_utf8 import describe_damage
from tmx.reading.unpacking import why_unreadable


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        AlignmentError: the path names no file that can be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise AlignmentError(f"{path}: {why_unreadable(error)}") from error


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, without a byte order mark.

    Raises:
        AlignmentError: it can't be read or is in another encoding; the message has the place of
            the first byte that does not fit.
    """
    data = read_bytes(path)
    try:
        return data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            reason = "is no text in UTF-8, for it holds null bytes; save it as plain text in UTF-8"
        else:
            place = error.start
            line = data.count(b"\n", 0, place) + 1
            reason = describe_damage(data) or (
                f"is not in UTF-8: line {line:,} (byte {place:,}, 0x{data[place]:02x}) does not"
                " fit; save it as UTF-8"
            )
        raise AlignmentError(f"{path}: {reason}") from error
