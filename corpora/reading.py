"""A file becomes a Document: read by its format, its language found, its structure found."""

from __future__ import annotations

import logging
from pathlib import Path

from corpora.document import Document
from corpora.errors import DocumentError
from corpora.languages import canonical_language, detect_language
from corpora.readers import read_blocks
from corpora.structure import find_structure

_log = logging.getLogger(__name__)


def read_document(
    path: Path,
    *,
    language: str | None = None,
    encoding: str | None = None,
    name: str | None = None,
) -> Document:
    """Read a file of any supported format.

    Args:
        path: the file.
        language: its language as a BCP 47 tag; found from the text when left out.
        encoding: the character encoding of plain text or HTML; found when left out.
        name: what to call the document; the file's name when left out.

    Raises:
        DocumentError: the file can't be read, holds no text, or its language can't be told.
    """
    content = read_blocks(path, encoding=encoding)
    if language is None:
        found = detect_language("\n".join(block.text for block in content.blocks))
        if found.tag == "und":
            raise DocumentError(f"{path}: can't tell its language; say it, such as zh-CN or en")
        language = found.tag
    return Document(
        name=name or path.name,
        language=canonical_language(language),
        paragraphs=find_structure(content.blocks, language),
        format=content.format,
        encoding=content.encoding,
    )
