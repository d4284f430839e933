"""Reading files: every format becomes the same blocks."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from corpora.readers.block import Block, Content, Progress, Role
from corpora.readers.encodings import known_encoding
from corpora.readers.formats import Format, find_format
from corpora.readers.guards import read_bytes

__all__ = ["Block", "Content", "Progress", "Role", "read_blocks"]

_BY_PAGES = frozenset({Format.PDF})
"""The formats that are long to read, and whose readers tell how far they are."""


def read_blocks(
    path: Path, *, encoding: str | None = None, progress: Progress | None = None
) -> Content:
    """Read a file of any supported format.

    The format is told by the content first, then by the suffix, so that a DOCX under the name of
    a text is read as what it is. Each format's module, with the libraries that it needs, is
    loaded when the first file of that format comes.

    Args:
        path: the file.
        encoding: the character encoding of a text, Markdown or HTML file; found when left out.
            Other formats leave no choice, so that it only has to be one.
        progress: told how many pages are read, where the format has pages.

    Raises:
        DocumentError: the file can't be read, is of a format that is not, or holds no text, or
            there is no such encoding.
    """
    if encoding is not None:
        known_encoding(path, encoding)
    data = read_bytes(path)
    form = find_format(path, data)
    reader = import_module(f"corpora.readers.{form.value}")
    told = {"progress": progress} if form in _BY_PAGES else {}
    return cast(Content, reader.read(path, data, encoding, **told))
