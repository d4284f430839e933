"""HTML: a saved page's text, the site's furniture told apart from it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from lxml import etree

from corpora.errors import DocumentError
from corpora.readers.block import Block, Content, Role
from corpora.readers.damaged_utf8 import describe_damage
from corpora.readers.encodings import WIDE_NAMES, decode, is_surely_utf8
from corpora.readers.guards import check_text_size
from corpora.readers.html.furniture import find_content
from corpora.readers.html.walk import walk
from corpora.readers.joining import Joiner

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LANGUAGE = re.compile(r"<html\b[^>]{0,400}?\s(?:xml:)?lang\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
# Browsers read pages of these names in the larger sets that hold them.
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252"}


def read(path: Path, data: bytes, encoding: str | None = None) -> Content:
    """Read an HTML page.

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: its character encoding; what the page declares, or found, when left out.

    Raises:
        DocumentError: it is too large, nested too deeply, shows no text, or its encoding can't
            be told.
    """
    check_text_size(path, len(data))
    text, name = decode(path, data, encoding or _declared_encoding(data))
    blocks = html_blocks(path, text)
    if not any(block.role is not Role.FURNITURE for block in blocks):
        message = "the page shows no text; open it in a browser and save what it shows as text"
        raise DocumentError(f"{path}: {message}")
    declared = _LANGUAGE.search(text[:_HEAD])
    return Content(blocks, "html", name, declared[1] if declared else "")


def html_blocks(path: Path, text: str) -> tuple[Block, ...]:
    """Return the blocks of a page or a fragment.

    Raises:
        DocumentError: its elements are nested too deeply.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    source = _XML_DECLARATION.sub("", text).replace("\0", "")
    root = etree.fromstring(source.encode("utf-8", "replace"), parser) if source.strip() else None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError(f"{path}: its elements are nested too deeply to be read")
    if root is None:
        return ()
    shown = "".join(piece for piece in root.itertext() if isinstance(piece, str))
    joiner = Joiner.of(shown.split("\n"), breaks_at_spaces=True)
    return tuple(walk(root, find_content(root), joiner))


def _declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page declares, or None where it has a byte order mark or none.

    One that can't be right is none: a declaration in plain letters does not stand in UTF-16, and
    what is UTF-8 by its bytes, or nearly, is nothing else.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    match = _XML_DECLARED.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
        larger = _LARGER.get(name, name)
        data.decode(larger)
    except (LookupError, UnicodeError):
        return None
    if data.isascii():
        return None if larger.startswith(WIDE_NAMES) else larger
    wrong = larger.startswith(WIDE_NAMES) or is_surely_utf8(data) or describe_damage(data)
    return None if wrong else larger
