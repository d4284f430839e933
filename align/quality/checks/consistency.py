"""The same words translated differently, and different words translated alike."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from align.quality.findings import Check, Found, Severity, Watcher
from align.quality.pairs import UnitPair

_LONGEST_SHOWN = 60


class _Doubles:
    """Remembers what each text was paired with, on disk, and tells where it is another one.

    Args:
        key: gives the index of the side that is the same: 0 the source, 1 the target.
    """

    def __init__(self, key: int) -> None:
        self._key = key
        # "" is a database in a file of SQLite's own, which goes when it is closed.
        self._seen = sqlite3.connect("", isolation_level=None)
        self._seen.execute("PRAGMA synchronous = OFF")
        self._seen.execute(
            "CREATE TABLE seen (text BLOB PRIMARY KEY, other BLOB, shown TEXT, name TEXT)"
            " WITHOUT ROWID"
        )
        self._seen.execute("BEGIN")

    def look(self, pair: UnitPair) -> Iterator[Found]:
        same, other = (pair.sides[self._key], pair.sides[1 - self._key])
        key, digest = _digest(same.text), _digest(other.text)
        if not key or not digest:
            return
        shown = other.text[:_LONGEST_SHOWN]
        added = self._seen.execute(
            "INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?)", (key, digest, shown, pair.name)
        )
        if added.rowcount:
            return
        row = self._seen.execute(
            "SELECT other, shown, name FROM seen WHERE text = ?", (key,)
        ).fetchone()
        if row[0] != digest:
            what = ("source", "target")[self._key]
            yield Found(f"{row[2]} has the same {what} with {row[1]!r}")

    def end(self) -> Iterable[Found]:
        self._seen.close()
        return ()


def _begin(key: int) -> Callable[[], Watcher]:
    return lambda: _Doubles(key)


def _plain(text: str) -> str:
    """Return what counts of a text: no white space, case, width or marks at the end."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(".,;:。，；：!！")


@lru_cache(maxsize=4)  # both checks ask for both sides
def _digest(text: str) -> bytes:
    """Return what stands for a text, or b"" where nothing of it counts."""
    plain = _plain(text).encode(errors="surrogatepass")
    return blake2b(plain, digest_size=16).digest() if plain else b""


CHECKS = (
    Check(
        "target-differs",
        Severity.INFO,
        "The same source translated in two ways confuses readers, where no context asks for it.",
        ("行动纲领", "Programme of Action, and elsewhere: Action Programme"),
        _begin(0),
    ),
    Check(
        "source-differs",
        Severity.INFO,
        "Different sources with one target may hide that one of them was not translated.",
        ("第一次会议，别处：第二次会议", "First meeting"),
        _begin(1),
    ),
)
