"""The user's own verified copies of catalogue documents, kept in the user's data folder.

A copy is two files in the folder of its entry: the document as it came, and a small JSON file
that names it with its source, date and checksum. The JSON file is renamed into place last, so that
it always names a whole document.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from corpora.catalogue.entries import Edition, Entry
from corpora.document import Document
from corpora.errors import DocumentError

SCHEMA = 1
DATA_HOME_VARIABLE = "DUIQI_DATA_HOME"

STATUS = {
    "official": "official text, fetched {date} from {source}",
    "fetched": "text fetched {date} from {source}, its wording not checked",
    "imported": "the user's own copy, imported {date} from {source}, its wording not checked",
}
"""The status line of a copy by how it came: from the United Nations, from another server, or from
a file of the user's."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A verified copy.

    Attributes:
        file: its file name inside the folder of its entry.
        how: a key of STATUS.
        source: the address or the file name that it came from.
        date: the day it was taken, "2026-11-24".
        sha256: the checksum of the file.
        format: what it was read from: "docx", "pdf".
        encoding: the character encoding that was taken, or "" where the format leaves no choice.
        language: the BCP 47 tag that was found.
    """

    file: str
    how: str
    source: str
    date: str
    sha256: str
    format: str
    encoding: str
    language: str

    @property
    def status(self) -> str:
        """One line that goes wherever the text is shown."""
        return STATUS[self.how].format(date=self.date, source=self.source)


def data_home() -> Path:
    """Return duiqi's folder for the user's data; DUIQI_DATA_HOME in the environment overrides."""
    chosen = os.environ.get(DATA_HOME_VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_data_path("duiqi", appauthor=False)


def copy_folder(entry: Entry) -> Path:
    """Return the folder that holds the user's copies of an entry."""
    return data_home() / "corpora" / entry.name


def find_copy(entry: Entry, edition: Edition) -> Copy | None:
    """Return the user's copy of an edition, or None where there is none.

    Raises:
        DocumentError: its JSON file can't be read.
    """
    path = _record(entry, edition)
    try:
        return _parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise DocumentError(f"{path}: {error}; {_again(entry)}") from error


def _parse(record: str) -> Copy:
    """Read a JSON record; a ValueError says what is wrong with it."""
    fields = json.loads(record)
    if not isinstance(fields, dict) or fields.pop("schema", None) != SCHEMA:
        raise ValueError("not a record of this version of duiqi")
    try:
        copy = Copy(**fields)
    except TypeError as error:
        raise ValueError("not a record of this version of duiqi") from error
    if copy.how not in STATUS:
        raise ValueError("not a record of this version of duiqi")
    return copy


def copy_path(entry: Entry, copy: Copy) -> Path:
    """Return the file of a copy that `find_copy` gave, once it is sure to be the verified one.

    Raises:
        DocumentError: the file is gone, or was changed since it was verified.
    """
    path = copy_folder(entry) / copy.file
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}; {_again(entry)}") from error
    if digest != copy.sha256:
        raise DocumentError(f"{path}: changed since it was verified; {_again(entry)}")
    return path


def usable_copy(entry: Entry, edition: Edition) -> Copy | None:
    """Return the user's copy of an edition, or None where there is none or it is damaged."""
    try:
        copy = find_copy(entry, edition)
        if copy:
            copy_path(entry, copy)
    except DocumentError:
        return None
    return copy


def keep_copy(
    entry: Entry, edition: Edition, data: bytes, document: Document, *, how: str, source: str
) -> Copy:
    """Write a verified document and its JSON file into the user's data folder.

    The copy that was there is replaced; `keeping.keep_copies` asks whether it may be.

    Args:
        entry: what it is.
        edition: which language version it is.
        data: the bytes of the file.
        document: what was read from them.
        how: a key of STATUS.
        source: the address or the file name that it came from.

    Raises:
        DocumentError: the folder can't be written.
    """
    digest = hashlib.sha256(data).hexdigest()
    copy = Copy(
        file=f"{edition.code}-{digest[:16]}.{_EXTENSIONS.get(document.format, document.format)}",
        how=how,
        source=source,
        date=datetime.now(UTC).date().isoformat(),
        sha256=digest,
        format=document.format,
        encoding=document.encoding,
        language=document.language,
    )
    folder = copy_folder(entry)
    record = json.dumps({"schema": SCHEMA, **asdict(copy)}, ensure_ascii=False, indent=2)
    try:
        before = _named_file(entry, edition)
        folder.mkdir(parents=True, exist_ok=True)
        _write_whole(folder / copy.file, data)
        _write_whole(_record(entry, edition), f"{record}\n".encode())
        if before and before != copy.file:
            (folder / before).unlink(missing_ok=True)
    except OSError as error:
        raise DocumentError(f"{folder}: can't be written: {error.strerror}") from error
    return copy


_EXTENSIONS = {"text": "txt", "markdown": "md"}


def _record(entry: Entry, edition: Edition) -> Path:
    return copy_folder(entry) / f"{edition.code}.json"


def _named_file(entry: Entry, edition: Edition) -> str | None:
    """Return the file that the present record names; a damaged record names none."""
    try:
        copy = find_copy(entry, edition)
    except DocumentError:
        return None
    return copy.file if copy else None


def _again(entry: Entry) -> str:
    return f"fetch or import {entry.name} again, or delete that file"


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, then rename it, so that it appears whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
