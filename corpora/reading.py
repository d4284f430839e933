"""A file becomes a Document: read by its format, its language found, its structure found."""

from __future__ import annotations

from pathlib import Path

from corpora.document import Document, Paragraph
from corpora.errors import DocumentError, UnknownLanguageError
from corpora.languages import canonical_language, detect_language
from corpora.languages.tags import UNDETERMINED, with_region
from corpora.readers import Progress, Role, read_blocks
from corpora.readers.encodings import decode
from corpora.readers.guards import read_bytes
from corpora.structure import find_structure, set_page_numbers_aside


def read_document(
    path: Path,
    *,
    language: str | None = None,
    beside: str | None = None,
    encoding: str | None = None,
    name: str | None = None,
    progress: Progress | None = None,
) -> Document:
    """Read a file of any supported format.

    Args:
        path: the file.
        language: its language as a BCP 47 tag; found from the text when left out.
        beside: the language of its translation, where that is known; it helps to find its own.
        encoding: the character encoding of plain text or HTML; found when left out.
        name: what to call the document; the file's name when left out.
        progress: told how many pages are read, where the format has pages.

    Raises:
        DocumentError: the file can't be read, holds no text, or its language can't be told.
    """
    content = read_blocks(path, encoding=encoding, progress=progress)
    own = (block.text for block in content.blocks if block.role is not Role.FURNITURE)
    tag = _language(path, "\n".join(own), language, beside)
    if language is None:
        tag = with_region(tag, content.language)
    return Document(
        name=name or path.name,
        language=tag,
        paragraphs=find_structure(set_page_numbers_aside(content.blocks, tag), tag),
        format=content.format,
        encoding=content.encoding,
    )


def read_lines(
    path: Path,
    *,
    language: str | None = None,
    beside: str | None = None,
    encoding: str | None = None,
) -> Document:
    """Read a plain text that holds one sentence a line: each line is a paragraph, an empty one too.

    Args:
        path: the file; its lines end in a line feed, with or without a carriage return.
        language: its language as a BCP 47 tag; found from the text when left out.
        beside: the language of its translation, where that is known; it helps to find its own.
        encoding: the character encoding; found when left out.

    Raises:
        DocumentError: the file can't be read, holds no text, or its language can't be told.
    """
    text, taken = decode(path, read_bytes(path), encoding)
    if not text.strip():
        raise DocumentError(f"{path}: holds nothing but white space")
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    return Document(
        name=path.name,
        language=_language(path, text, language, beside),
        paragraphs=tuple(
            Paragraph(line.strip(), where=f"line {count}")
            for count, line in enumerate(lines, start=1)
        ),
        encoding=taken,
    )


def _language(path: Path, text: str, language: str | None, beside: str | None) -> str:
    """The language that was said, in canonical form, or else the one that the text is in."""
    if language is not None:
        return canonical_language(language)
    found = detect_language(text, beside=beside)
    if found.tag == UNDETERMINED:
        raise UnknownLanguageError(str(path), found.description)
    return found.tag
