"""Paragraphs in the language of the other document.

An abstract in English in an article in Chinese says what the article's own abstract says, and is
nearest of all to the one of the English version; but it is no text of the source that a memory
could hold. It stays in the document, unpaired.
"""

from __future__ import annotations

from dataclasses import replace

from corpora import Document, Kind
from corpora.languages import foreign_paragraphs


def without_foreign(documents: tuple[Document, Document]) -> tuple[Document, Document]:
    """Return two documents whose paragraphs in the other's language are furniture."""
    source, target = documents
    return _without(source, target), _without(target, source)


def _without(document: Document, translation: Document) -> Document:
    foreign = foreign_paragraphs(document, translation)
    paragraphs = tuple(
        replace(paragraph, kind=Kind.BOILERPLATE) if index in foreign else paragraph
        for index, paragraph in enumerate(document.paragraphs)
    )
    return replace(document, paragraphs=paragraphs) if foreign else document
