"""A temporary database on disk, for what an operation can't hold in memory.

It lies in the folder for temporary files (TMPDIR), has no name there where the system allows
that, and is gone when the program ends, however it ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from tmx.errors import TmxError

_CACHE_KILOBYTES = 64_000
"""What SQLite holds in memory, and again while it sorts; the rest is on disk."""

_SETTINGS = f"""
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA temp_store = FILE;
    PRAGMA cache_size = -{_CACHE_KILOBYTES};
"""
"""No crash is survived and nothing is rolled back: what fails is thrown away as a whole."""


class Store:
    """Tables in a temporary database; use it in a `with` block.

    Every method raises `TmxError` when the disk is full or can't be written.
    """

    def __init__(self, layout: str) -> None:
        """Open an empty one.

        Args:
            layout: the statements that make its tables.
        """
        with _told():
            # The empty name is SQLite's own for a database that is removed when it is closed.
            self._database = sqlite3.connect("", isolation_level=None)
            self._database.executescript(_SETTINGS + layout)
            self._database.execute("BEGIN")

    def __enter__(self) -> Store:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Remove it."""
        self._database.close()

    def do(self, statement: str, *values: object) -> None:
        """Carry out a statement."""
        with _told():
            self._database.execute(statement, values)

    def put(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Carry out a statement for every row; the rows are taken one by one."""
        with _told():
            self._database.executemany(statement, rows)

    def rows(self, query: str, *values: object) -> Iterator[Any]:
        """Give the rows that a query finds, one by one."""
        with _told():
            # Not `yield from`: given up half-way, that closes a cursor of a closed database.
            for row in self._database.execute(query, values):  # noqa: UP028
                yield row

    def count(self, query: str, *values: object) -> int:
        """Return the number that a query finds."""
        ((found,),) = self.rows(query, *values)
        return int(found)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise TmxError(
            f"temporary files: {error}; make room in the folder for temporary files, "
            "or name another one in TMPDIR"
        ) from error
