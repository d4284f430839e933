"""Whether a document is only the text that ships with duiqi, however it was saved.

Such a copy would make a text that is not official pass for the user's own verified one.
"""

from __future__ import annotations

import unicodedata

from corpora.catalogue.entries import Edition, Entry
from corpora.document import Document, Kind
from corpora.reading import read_document

_OWN_WORDS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})


def find_shipped(document: Document, entry: Entry) -> Edition | None:
    """Return the shipped edition that a document is word for word, or None where it is none.

    Only the words of its paragraphs count: white space, labels and other numbers, footnote marks,
    punctuation and what stands around them may have changed on the way through another format.
    """
    words = _words(document)
    for edition in entry.editions:
        if words == _words(read_document(edition.path, language=edition.language)):
            return edition
    return None


def shipped_reason(edition: Edition) -> str:
    """Say in a few words for a message what such a document is, and what is wanted instead."""
    return (
        f"it is word for word the {edition.code} text that ships with duiqi already"
        f" ({edition.status}); give a copy of the official text"
    )


def _words(document: Document) -> str:
    """Return the letters of the paragraphs that a resolution is made of."""
    own = (
        paragraph.text[paragraph.label_length :]
        for paragraph in document.paragraphs
        if paragraph.kind in _OWN_WORDS
    )
    plain = unicodedata.normalize("NFKC", "".join(own)).casefold()
    return "".join(filter(str.isalpha, plain))
