"""The bytes of a memory, unpacked: plain, gzip, or a zip that holds one memory.

What a file is, its first bytes say, not its name. Unpacking costs constant memory and stops at a
limit, so that a few kilobytes can't become terabytes.
"""

from __future__ import annotations

import errno
import gzip
import io
import os
import shutil
import struct
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from tmx.errors import TmxError
from tmx.text import cited

STANDARD_INPUT = Path("-")
"""The path that stands for standard input."""

FREE_SIZE = 10**9
"""Bytes that any packed memory may unpack to where the user sets no limit."""

FREE_RATIO = 100
"""How many times its packed size a memory may unpack to where the user sets no limit."""

_GZIP = b"\x1f\x8b"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS = {
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"\x28\xb5\x2f\xfd": "zstd",
}
# What `zipfile` raises of tables of contents that make no sense.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
)
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})  # in OOXML and in ODF
_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "no permission to read it",
    errno.EISDIR: "is a folder; name a file",
}
_LONGEST_MAGIC = 5
_MOST_AT_ONCE = 1 << 20


class PackingError(TmxError):
    """What is packed is damaged or ends too early; what could be unpacked has been given."""


class Source:
    """The unpacked bytes of a file.

    Attributes:
        name: the file's name, for messages.
    """

    def __init__(self, name: str, file: _Counted) -> None:
        self.name = name
        self._file = file
        self._read: Callable[[int], bytes] = file.read
        self._most: int | None = None
        self._is_packed = False
        self._given = 0
        self._ahead = b""

    def unpack(self, read: Callable[[int], bytes], most: int | None) -> None:
        """Take the bytes from an unpacker from now on, and see to the limit."""
        self._read, self._most, self._is_packed = read, most, True

    def peek(self, size: int) -> bytes:
        """Return the next bytes and keep them; fewer than asked for only at the end.

        Raises:
            TmxError: as `read` does.
        """
        while len(self._ahead) < size:
            data = self._next(size - len(self._ahead))
            if not data:
                break
            self._ahead += data
        return self._ahead[:size]

    def read(self, size: int) -> bytes:
        """Return the next bytes: at most so many, none only at the end.

        Raises:
            PackingError: the packed data is damaged, or ends too early.
            TmxError: it unpacks to more than is allowed.
        """
        if self._ahead:
            data, self._ahead = self._ahead[:size], self._ahead[size:]
            return data
        return self._next(size)

    def progress(self) -> tuple[int, int | None]:
        """Return how many bytes of the file are read, and how many there are if that is known."""
        return self._file.position(), self._file.size

    def _next(self, size: int) -> bytes:
        try:
            data = self._read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as error:
            what = (
                "ends too early"
                if isinstance(error, EOFError)
                else f"is damaged ({cited(str(error))})"
            )
            raise PackingError(
                f"{self.name}: the packed data {what}, after {self._given:,} bytes of its "
                "content; get a whole copy"
            ) from error
        except OSError as error:
            raise _unreadable(self.name, error) from error
        self._given += len(data)
        if self._is_packed:
            most = self._most
            if most is None:
                most = max(FREE_SIZE, FREE_RATIO * (self._file.size or self._file.position()))
            if self._given > most:
                raise TmxError(
                    f"{self.name}: it unpacks to more than {most:,} bytes; "
                    "if you trust it, allow more with --max-size"
                )
        return data


class _Counted:
    """A file whose first bytes have been looked at, and of which is known how far it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self._ahead = b""
        self._count = 0
        try:
            self.size = os.fstat(file.fileno()).st_size or None
        except io.UnsupportedOperation:  # a program has put something of its own there
            self.size = None

    def peek(self, size: int) -> bytes:
        while len(self._ahead) < size and (data := self.file.read(size - len(self._ahead))):
            self._ahead += data
        return self._ahead

    def read(self, size: int = -1) -> bytes:
        if size < 0:
            data, self._ahead = self._ahead + self.file.read(), b""
        elif self._ahead:
            data, self._ahead = self._ahead[:size], self._ahead[size:]
        else:
            data = self.file.read(size)
        self._count += len(data)
        return data

    def position(self) -> int:
        return self.file.tell() if self.file.seekable() else self._count


@contextmanager
def unpacked(path: Path, most: int | None = None) -> Iterator[Source]:
    """Open a file and give its unpacked bytes.

    Args:
        path: the file, or "-" for standard input.
        most: how many bytes may be unpacked; when None, `FREE_SIZE`, or `FREE_RATIO` times the
            packed size if that is more. What is not packed has no limit.

    Raises:
        TmxError: it can't be read, is packed in another way or twice, or is a zip that holds not
            one memory.
    """
    if path == STANDARD_INPUT:
        with unpacked_stream(sys.stdin.buffer, "standard input", most) as source:
            yield source
    else:
        with opened(path) as file, unpacked_stream(file, str(path), most) as source:
            yield source


def opened(path: Path) -> BinaryIO:
    """Open a file to be read.

    Raises:
        TmxError: it can't be read.
    """
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(str(path), error) from error


def _unreadable(name: str, error: OSError) -> TmxError:
    return TmxError(f"{name}: {why_unreadable(error)}")


def why_unreadable(error: OSError) -> str:
    """Say why a file can't be read; it stands behind the file's name."""
    return _REASONS.get(error.errno or 0) or f"can't be read: {error.strerror or error}"


@contextmanager
def unpacked_stream(file: BinaryIO, name: str, most: int | None = None) -> Iterator[Source]:
    """Give the unpacked bytes of a file that is open; it is not closed.

    Args:
        file: where it stands now, the memory begins.
        name: its name, for messages.
        most: as for `unpacked`.

    Raises:
        TmxError: as `unpacked` does.
    """
    counted = _Counted(file)
    source = Source(name, counted)
    try:
        magic = counted.peek(_LONGEST_MAGIC)
    except OSError as error:
        raise _unreadable(name, error) from error
    _refuse_others(name, magic)
    with ExitStack() as stack:
        if magic.startswith((_GZIP, *_ZIP)):
            if magic.startswith(_GZIP):
                # gzip asks for nothing of its file but `read`.
                stream = stack.enter_context(gzip.GzipFile(fileobj=cast(BinaryIO, counted)))
                source.unpack(stream.read1, most)
            else:
                member = stack.enter_context(_zip_member(name, counted))
                source.unpack(cast(io.BufferedIOBase, member).read1, most)
            inside = source.peek(_LONGEST_MAGIC)
            if inside.startswith((_GZIP, *_ZIP)):
                raise TmxError(f"{name}: what it holds is packed again; unpack it once first")
            _refuse_others(name, inside)
        yield source


def _refuse_others(name: str, magic: bytes) -> None:
    for first, kind in _OTHERS.items():
        if magic.startswith(first):
            raise TmxError(f"{name}: it is packed as {kind}; unpack it, or pack it as gzip or zip")


@contextmanager
def _zip_member(name: str, file: _Counted) -> Iterator[IO[bytes]]:
    """Open the one memory of a zip."""
    with ExitStack() as stack:
        if file.file.seekable():
            seekable = file.file
        else:  # a zip's table of contents stands at its end
            seekable = cast(BinaryIO, stack.enter_context(tempfile.TemporaryFile()))
            try:
                shutil.copyfileobj(cast(BinaryIO, file), seekable)
            except OSError as error:
                raise TmxError(
                    f"{name}: it can't be kept in the folder for temporary files "
                    f"({error.strerror or error}); make room there, or name another in TMPDIR"
                ) from error
        try:
            contents = stack.enter_context(zipfile.ZipFile(cast(IO[bytes], _Sparing(seekable))))
            stream = stack.enter_context(contents.open(_only_memory(name, contents)))
        except _ZIP_ERRORS as error:
            if isinstance(error, TmxError):
                raise
            raise TmxError(
                f"{name}: the zip is damaged ({cited(str(error))}); get a whole copy"
            ) from error
        yield stream


def _only_memory(name: str, contents: zipfile.ZipFile) -> zipfile.ZipInfo:
    """Return the one file that can be a memory."""
    files = [item for item in contents.infolist() if not item.filename.endswith("/")]
    files = [item for item in files if not item.filename.startswith("__MACOSX/")]
    if _OFFICE.intersection(item.filename for item in files):
        raise TmxError(
            f"{name}: it is a document of an office program, no memory; "
            "align it with its translation first"
        )
    if len(files) > 1:
        files = [item for item in files if item.filename.lower().endswith(".tmx")]
    if len(files) != 1:
        raise TmxError(f"{name}: it holds {len(files)} memories; unpack it and name one")
    (member,) = files
    if member.flag_bits & 1:
        raise TmxError(f"{name}: {cited(member.filename)} in it is encrypted; unpack it first")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise TmxError(f"{name}: {cited(member.filename)} is packed in a rare way; unpack it first")
    return member


class _Sparing:
    """A file of which no one can read so much at once that it fills the memory.

    `zipfile` reads the whole table of contents at once, and makes an object for each entry.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(_MOST_AT_ONCE + 1 if size < 0 else min(size, _MOST_AT_ONCE + 1))
        if len(data) > _MOST_AT_ONCE:
            raise zipfile.BadZipFile("its table of contents is too long")
        return data
