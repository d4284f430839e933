"""A file of the user's own becomes the copy that duiqi uses."""

from __future__ import annotations

from pathlib import Path

from corpora.catalogue.copies import Copy, keep_copy
from corpora.catalogue.entries import Edition, Entry
from corpora.catalogue.verification import find_faults
from corpora.errors import DocumentError
from corpora.reading import read_document


def import_copy(entry: Entry, edition: Edition, path: Path) -> Copy:
    """Verify a file of the user's and keep a copy of it in the user's data folder.

    Raises:
        DocumentError: it can't be read, is another document or not whole, or can't be kept.
    """
    document = read_document(path)
    faults = find_faults(document, entry, edition)
    if faults:
        raise DocumentError(f"{path}: not taken as {entry.symbol}: {'; '.join(faults)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}") from error
    return keep_copy(entry, edition, data, document, how="imported", source=path.name)
