"""What keeps a hostile or broken file from doing harm: bounded bytes, zip members, plain XML.

Sizes are counted on the bytes that were really read, never taken from what a file says of itself.
"""

from __future__ import annotations

import io
import stat
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from corpora.errors import DocumentError

LARGEST_FILE = 256 * 2**20
"""The largest file that is read, in bytes: documents carry pictures."""

LARGEST_TEXT = 64 * 2**20
"""The largest text that is read, in bytes: a plain text, a page, or one part of a DOCX or ODT.

It is more than ten times the Bible in English. An RTF, which spells a Chinese
character in eight bytes or more, may be four times as large.
"""

_CHUNK = 2**20

# What the zip library raises on damaged, encrypted or unknown containers; for methods that it
# lacks a kind of RuntimeError.
_ZIP_ERRORS = (
    BadZipFile,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    zlib.error,
)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        DocumentError: the path names no readable file, or one that is empty or too large.
    """
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
        data = b"" if is_folder else _read_bounded(path)
    except FileNotFoundError:
        raise DocumentError(f"{path}: there is no such file") from None
    except PermissionError:
        raise DocumentError(f"{path}: no permission to read it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise DocumentError(f"{path}: can't be read: {reason}") from None
    if is_folder:
        raise DocumentError(f"{path}: is a folder; name a file")
    if not data:
        raise DocumentError(f"{path}: the file is empty")
    if len(data) > LARGEST_FILE:
        raise DocumentError(f"{path}: larger than {_mebibytes(LARGEST_FILE)}; split it first")
    return data


def _read_bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def check_text_size(path: Path, size: int) -> None:
    """Refuse a text of more than `LARGEST_TEXT` bytes.

    Raises:
        DocumentError: it is larger.
    """
    if size > LARGEST_TEXT:
        limit = _mebibytes(LARGEST_TEXT)
        raise DocumentError(f"{path}: more than {limit} of text in one document; split it first")


def open_archive(path: Path, data: bytes) -> ZipFile:
    """Open a zip container.

    Raises:
        DocumentError: it is cut off or damaged.
    """
    try:
        return ZipFile(io.BytesIO(data))
    except _ZIP_ERRORS:
        message = "damaged or cut off: its zip container can't be opened; get the whole file again"
        raise DocumentError(f"{path}: {message}") from None


def read_member(path: Path, archive: ZipFile, name: str) -> bytes | None:
    """Return the bytes of a zip member, or None where the archive has no such member.

    Raises:
        DocumentError: the member is damaged, encrypted or unpacks to more than `LARGEST_TEXT`.
    """
    if name not in archive.namelist():
        return None
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(name) as member:
            while piece := member.read(_CHUNK):
                size += len(piece)
                if size > LARGEST_TEXT:
                    break
                pieces.append(piece)
    except _ZIP_ERRORS:
        message = f"its part {name} is damaged or encrypted; save the file again"
        raise DocumentError(f"{path}: {message}") from None
    if size > LARGEST_TEXT:
        limit = _mebibytes(LARGEST_TEXT)
        raise DocumentError(f"{path}: its part {name} unpacks to more than {limit}")
    return b"".join(pieces)


def read_xml(path: Path, archive: ZipFile, name: str) -> etree._Element | None:
    """Return the root of an XML member, or None where the archive has no such member.

    Nothing outside the member is ever read, and a document type declaration is refused: no
    word processor writes one, and entities need one.

    Raises:
        DocumentError: as `read_member`; or the member is no XML, or declares a document type.
    """
    data = read_member(path, archive, name)
    if data is None:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(f"{path}: its part {name} is no valid XML: {error.msg}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        message = "declares a document type or entities, which no document may; it was not read"
        raise DocumentError(f"{path}: its part {name} {message}")
    return root


def _mebibytes(size: int) -> str:
    return f"{size // 2**20} MiB"
