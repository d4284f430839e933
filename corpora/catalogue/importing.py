"""Files of the user's own become the copies that duiqi uses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from corpora.catalogue.copies import Copy
from corpora.catalogue.entries import Edition, Entry
from corpora.catalogue.keeping import Arrival, keep_copies
from corpora.catalogue.shipped import find_shipped, shipped_reason
from corpora.catalogue.verification import find_faults
from corpora.errors import DocumentError, UnknownLanguageError
from corpora.reading import read_document


def import_copies(
    entry: Entry,
    paths: Mapping[str, Path],
    encoding: str | None = None,
    *,
    force: bool = False,
) -> tuple[Copy, ...]:
    """Verify files of the user's and keep a copy of each in the user's data folder.

    Either all of them are taken or none is.

    Args:
        entry: the document that they are.
        paths: a file for each edition, by the edition's code.
        encoding: the character encoding of plain text or HTML; found when left out.
        force: whether to replace copies that are there and differ.

    Raises:
        DocumentError: a file can't be read, is another document or not whole, is only the text
            that ships, or can't be kept; or another copy is there.
    """
    read = [_read(entry, entry.edition(code), path, encoding) for code, path in paths.items()]
    return keep_copies(entry, read, force=force)


def _read(entry: Entry, edition: Edition, path: Path, encoding: str | None) -> Arrival:
    try:
        document = read_document(path, encoding=encoding)
    except UnknownLanguageError as error:
        raise DocumentError(f"{path}: not taken as {entry.symbol}: {error.reason}") from error
    faults = find_faults(document, entry, edition)
    if faults:
        raise DocumentError(f"{path}: not taken as {entry.symbol}: {'; '.join(faults)}")
    shipped = find_shipped(document, entry)
    if shipped:
        raise DocumentError(f"{path}: not taken as {entry.symbol}: {shipped_reason(shipped)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}") from error
    return Arrival(edition, data, document, how="imported", source=path.name)
