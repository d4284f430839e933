"""Which format a file is in: told by its content first, by its suffix for plain text."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from corpora.errors import DocumentError
from corpora.readers.guards import open_archive, read_member


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    RTF = "rtf"


_READABLE = "text, HTML, Markdown, DOCX, ODT, RTF or PDF"

_SUFFIXES = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mkd": Format.MARKDOWN,
}

_CONTAINER_SUFFIXES = {".docx": "DOCX", ".docm": "DOCX", ".odt": "ODT", ".ott": "ODT"}

_PICTURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
    b"BM": "a BMP picture",
}

_ARCHIVES = {b"\x1f\x8b": "a gzip archive", b"7z\xbc\xaf": "a 7z archive", b"Rar!": "a RAR archive"}

_XML_ROOTS = {
    "tmx": "is TMX, which holds translations already; name the two documents themselves",
    "xliff": "is XLIFF, which holds both languages; name the two documents themselves",
    "martif": "is TBX, which holds terms; name the two documents themselves",
    "tbx": "is TBX, which holds terms; name the two documents themselves",
}

_OTHER_SUFFIXES = {
    ".tmx": _XML_ROOTS["tmx"],
    ".xlf": _XML_ROOTS["xliff"],
    ".xliff": _XML_ROOTS["xliff"],
    ".tbx": _XML_ROOTS["tbx"],
    ".po": "is PO, which holds translations already; name the two documents themselves",
    ".sdlxliff": _XML_ROOTS["xliff"],
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_HEAD = 4096


def find_format(path: Path, data: bytes) -> Format:
    """Tell a file's format.

    Args:
        path: the file, for its suffix and for messages.
        data: its bytes.

    Raises:
        DocumentError: it is of a format that is not read; the message says what to do instead.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(path, data)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(rb"{\rtf"):
        return Format.RTF
    _refuse_other_content(path, data)
    head = _ascii_head(data)
    if _HTML_START.match(head):
        return Format.HTML
    if head.lstrip().startswith(b"<"):
        _refuse_xml(path, head)
    suffix = path.suffix.lower()
    if suffix in _CONTAINER_SUFFIXES:
        kind = _CONTAINER_SUFFIXES[suffix]
        raise DocumentError(f"{path}: is no {kind} file; it may be damaged or wrongly named")
    if suffix in (".pdf", ".rtf"):
        kind = suffix[1:].upper()
        raise DocumentError(f"{path}: is no {kind} file; it may be damaged or wrongly named")
    if suffix in _OTHER_SUFFIXES:
        raise DocumentError(f"{path}: {_OTHER_SUFFIXES[suffix]}")
    return _SUFFIXES.get(suffix, Format.TEXT)


def _zip_format(path: Path, data: bytes) -> Format:
    with open_archive(path, data) as archive:
        names = set(archive.namelist())
        mimetype = read_member(path, archive, "mimetype") or b""
    if any(name.startswith("word/") for name in names):
        return Format.DOCX
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return Format.ODT
    if any(name.startswith("xl/") for name in names) or b"spreadsheet" in mimetype:
        raise DocumentError(f"{path}: is a spreadsheet; save its text as {_READABLE}")
    if any(name.startswith("ppt/") for name in names) or b"presentation" in mimetype:
        raise DocumentError(f"{path}: is a presentation; save its text as {_READABLE}")
    if b"epub" in mimetype:
        raise DocumentError(f"{path}: is an EPUB book; unpack its HTML pages or save it as DOCX")
    raise DocumentError(f"{path}: is a zip archive; unpack it and name the document inside")


def _refuse_other_content(path: Path, data: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise DocumentError(f"{path}: is protected by a password; save a copy without one")
        message = "is in the old binary format of Office 97; save it as DOCX"
        raise DocumentError(f"{path}: {message}")
    for start, kind in _PICTURES.items():
        if data.startswith(start) and b"\0" in data[:_HEAD]:
            message = f"is {kind}, without text; run text recognition (OCR) on it first"
            raise DocumentError(f"{path}: {message}")
    for start, kind in _ARCHIVES.items():
        if data.startswith(start):
            raise DocumentError(f"{path}: is {kind}; unpack it and name the document inside")


def _ascii_head(data: bytes) -> bytes:
    """Return the first bytes with what UTF-8 and UTF-16 put between ASCII letters taken out."""
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"")


def _refuse_xml(path: Path, head: bytes) -> None:
    match = _XML_ROOT.search(head)
    root = match.group(1).decode("ascii", "replace").lower() if match else ""
    if root in _XML_ROOTS:
        raise DocumentError(f"{path}: {_XML_ROOTS[root]}")
    if head.lstrip().startswith(b"<?xml"):
        raise DocumentError(f"{path}: is XML of a kind that is not read; save it as {_READABLE}")
