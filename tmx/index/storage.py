"""The file of an index: its form, how it is opened, and how it is changed.

SQLite with a rollback journal: at rest an index is one file, which can be copied, and read from
where nothing can be written. A change is one transaction, and so the file holds the state before
it or the one after it, whatever ends the program. docs/memory-index.md describes the tables.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tmx.errors import TmxError

APPLICATION = 0x44515449
"""What PRAGMA application_id says of an index: the letters DQTI."""

VERSION = 1
"""The version of the form, in PRAGMA user_version."""

_FORM = f"""
CREATE TABLE memories (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folder TEXT NOT NULL,
    head BLOB NOT NULL, round INTEGER NOT NULL) STRICT;
CREATE TABLE languages (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE units (
    id INTEGER PRIMARY KEY, memory INTEGER NOT NULL, round INTEGER NOT NULL,
    position INTEGER NOT NULL, fingerprint INTEGER NOT NULL) STRICT;
CREATE INDEX units_of_memory ON units (memory, fingerprint, round);
CREATE TABLE markup (unit INTEGER PRIMARY KEY, xml TEXT NOT NULL) STRICT;
CREATE TABLE variants (
    id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, place INTEGER NOT NULL,
    language INTEGER NOT NULL, changed INTEGER NOT NULL, digest INTEGER NOT NULL,
    before INTEGER, after INTEGER, pair INTEGER NOT NULL, tags TEXT NOT NULL,
    text TEXT NOT NULL) STRICT;
CREATE INDEX variants_of_unit ON variants (unit);
CREATE INDEX variants_of_text ON variants (language, digest);
CREATE TABLE blocks (
    id INTEGER PRIMARY KEY, language INTEGER NOT NULL, length INTEGER NOT NULL,
    rows BLOB NOT NULL) STRICT;
CREATE INDEX blocks_of_length ON blocks (language, length);
CREATE VIRTUAL TABLE words USING fts5 (
    terms, content='', columnsize=0,
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'");
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
"""
_READING_CACHE = 64 << 10  # KiB
_WRITING_CACHE = 256 << 10  # KiB: changes up to it keep no one from reading until they are done
_PATIENCE = 60_000  # milliseconds that a reader waits for a writer
_DAMAGED = "the index is damaged; make it anew from its memories"
_REASONS = {
    sqlite3.SQLITE_NOTADB: "it is no index; make one with duiqi tmx index",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_BUSY: "another command is writing to it; try again when that is done",
    sqlite3.SQLITE_LOCKED: "another command is writing to it; try again when that is done",
    sqlite3.SQLITE_FULL: "the disk is full; make room or choose another folder",
    sqlite3.SQLITE_READONLY: "no permission to write there; copy it to a folder where there is",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened; see whether the file and its folder are there",
    sqlite3.SQLITE_IOERR: "the disk failed to read or write; see whether it is still there",
}


@dataclass(frozen=True, slots=True)
class Index:
    """An index that is open.

    Attributes:
        path: its file.
        connection: to SQLite.
    """

    path: Path
    connection: sqlite3.Connection


@contextmanager
def open_index(path: Path) -> Iterator[Index]:
    """Open an index for reading; it is closed when the block ends.

    What other programs write meanwhile is seen by the next look-up, and never in halves.

    Raises:
        TmxError: it is not there, is no index, is of another version or damaged: at once, or
            while the block reads.
    """
    if not path.is_file():
        raise TmxError(f"{path}: there is no such file; make an index with duiqi tmx index")
    writable = os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
    # What a killed writer left half done can only be taken back where writing is allowed.
    with _connected(path, "rw" if writable else "ro", _READING_CACHE) as index:
        index.connection.execute("PRAGMA query_only = ON")
        if _is_new(index):
            raise TmxError(f"{path}: it is empty; add a memory with duiqi tmx index")
        yield index


@contextmanager
def change_index(path: Path, *, waiting: Callable[[], None] | None = None) -> Iterator[Index]:
    """Open an index to change it, or make one; what the block did is kept only if it ends well.

    Args:
        path: the file.
        waiting: told once if another program is writing, which is waited for.

    Raises:
        TmxError: it is a file but no index, is of another version or damaged, or can't be written.
    """
    folder = path.resolve().parent
    if not folder.exists():
        raise TmxError(f"{path}: its folder does not exist; make it first")
    if not path.exists() and folder.is_dir() and not os.access(folder, os.W_OK):
        raise TmxError(f"{path}: no permission to write there; choose another folder")
    if path.exists() and not os.access(path, os.W_OK):
        raise TmxError(f"{path}: {_REASONS[sqlite3.SQLITE_READONLY]}")
    with _connected(path, "rwc", _WRITING_CACHE) as index:
        _patiently(index, "BEGIN IMMEDIATE", waiting)
        if not path.exists():
            raise TmxError(f"{path}: another command failed to make it; try again")
        new = _is_new(index)
        try:
            if new:
                for statement in _FORM.split(";\n"):
                    index.connection.execute(statement)
            yield index
            _patiently(index, "COMMIT", waiting)
        except BaseException:
            if new:  # others that wait for it see that it is gone
                path.resolve().unlink(missing_ok=True)
            if index.connection.in_transaction:
                index.connection.execute("ROLLBACK")
            raise


@contextmanager
def one_state(index: Index) -> Iterator[sqlite3.Connection]:
    """Give the connection, which sees one state while the block runs; writers wait for its end."""
    connection = index.connection
    if connection.in_transaction:
        yield connection
        return
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.execute("ROLLBACK")


def damaged(index: Index) -> TmxError:
    """Return the error to raise where the tables contradict each other."""
    return TmxError(f"{index.path}: {_DAMAGED}")


@contextmanager
def _connected(path: Path, mode: str, cache: int) -> Iterator[Index]:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    with _errors_of(path):
        connection = sqlite3.connect(address, uri=True, isolation_level=None)
        try:
            connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
            connection.execute(f"PRAGMA cache_size = -{cache}")
            connection.execute("PRAGMA temp_store = FILE")
            yield Index(path, connection)
        except TmxError:
            raise
        except (AttributeError, TypeError, ValueError) as error:
            # Values of a kind that the table does not have; or else a fault of the program's.
            if connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]:
                raise
            raise TmxError(f"{path}: {_DAMAGED}") from error
        finally:
            connection.close()


def _is_new(index: Index) -> bool:
    """Whether the file is empty; one that is neither empty nor an index is refused."""
    application, version, tables = (
        index.connection.execute(question).fetchone()[0]
        for question in (
            "PRAGMA application_id",
            "PRAGMA user_version",
            "SELECT count(*) FROM sqlite_master",
        )
    )
    if not (application or version or tables):
        return True
    if application != APPLICATION:
        raise TmxError(f"{index.path}: {_REASONS[sqlite3.SQLITE_NOTADB]}")
    if version != VERSION:
        raise TmxError(
            f"{index.path}: an index of version {version}, and this duiqi knows version {VERSION}; "
            "make it anew from its memories"
        )
    return False


def _patiently(index: Index, statement: str, waiting: Callable[[], None] | None) -> None:
    """Execute a statement as soon as no other program is in its way."""
    index.connection.execute("PRAGMA busy_timeout = 1000")
    told = False
    while True:
        try:
            index.connection.execute(statement)
            break
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        if waiting is not None and not told:
            waiting()
            told = True
    index.connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")


@contextmanager
def _errors_of(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            if not isinstance(error, sqlite3.OperationalError):
                raise  # a fault of the program's
            raise TmxError(f"{path}: {_DAMAGED}") from error  # text that is no UTF-8
        reason = _REASONS.get(code & 0xFF, f"{error}; {_DAMAGED}")
        raise TmxError(f"{path}: {reason}") from error
    except UnicodeDecodeError as error:  # what SQLite says of a damaged table's name
        raise TmxError(f"{path}: {_DAMAGED}") from error
