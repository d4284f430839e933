"""Reading files: every format becomes the same blocks."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from corpora.readers.block import Block, Content, Role
from corpora.readers.formats import find_format
from corpora.readers.guards import read_bytes

__all__ = ["Block", "Content", "Role", "read_blocks"]


def read_blocks(path: Path, *, encoding: str | None = None) -> Content:
    """Read a file of any supported format.

    The format is told by the content first, then by the suffix, so that a DOCX under the name of
    a text is read as what it is. Each format's module, with the libraries that it needs, is
    loaded when the first file of that format comes.

    Args:
        path: the file.
        encoding: the character encoding of a text, Markdown or HTML file; found when left out.
            Other formats leave no choice and do not look at it.

    Raises:
        DocumentError: the file can't be read, is of a format that is not, or holds no text.
    """
    data = read_bytes(path)
    reader = import_module(f"corpora.readers.{find_format(path, data).value}")
    return cast(Content, reader.read(path, data, encoding))
