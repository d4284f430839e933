"""A catalogue name becomes two Documents: the user's verified copies where there are any."""

from __future__ import annotations

from dataclasses import replace

from corpora.catalogue.copies import copy_path, find_copy
from corpora.catalogue.entries import Edition, Entry, catalogue_entry
from corpora.document import Document


def open_pair(name: str) -> tuple[Document, Document]:
    """Return the source and the target document of a catalogue entry.

    An edition that the user has fetched or imported is taken from the user's data folder, any
    other from the files that ship with duiqi; `Document.status` says which.

    Raises:
        DocumentError: the catalogue has no such name, or a copy of the user's can't be read.
    """
    entry = catalogue_entry(name)
    source, target = (_open(entry, edition) for edition in entry.editions)
    return source, target


def _open(entry: Entry, edition: Edition) -> Document:
    # The readers are slow to import, and listing the catalogue needs none of them.
    from corpora.reading import read_document

    copy = find_copy(entry, edition)
    path = copy_path(entry, copy) if copy else edition.path
    encoding = copy.encoding or None if copy else None
    used = copy or edition
    document = read_document(path, language=used.language, encoding=encoding, name=entry.name)
    return replace(document, status=used.status)
