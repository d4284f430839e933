"""Finds every text that may be near enough to one, without reading the others.

A signature is a set of 256 bits; each token sets one of them. A token that is changed, added or
removed accounts for at most one bit on either side. So a text that lacks more bits of the one asked
for than tokens may differ, or has more bits that this one lacks, is too far away: the bits give a
bound below Levenshtein's distance, and no near text is lost. Counting the bits of a million
signatures takes milliseconds.

Texts of one language and one number of tokens lie together in blocks, rows of numbers that are
read as they are; those whose length alone tells that they are too far away are not read.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tmx.index.rates import allowed_edits
from tmx.index.storage import Index, damaged

_BITS = 256
_BYTES = _BITS // 8
_ROW = np.dtype([("variant", "<i8"), ("changed", "<i8"), ("bits", "<u8", (_BITS // 64,))])
_BLOCK = 2048 * _ROW.itemsize  # bytes; adding rewrites the last block, reading takes them all


@dataclass(frozen=True, slots=True)
class Candidates:
    """Texts that may be near enough; all are of one length.

    Attributes:
        length: how many tokens each has.
        variants: their numbers.
        changed: when each was changed last, in seconds since 1970.
        edits: at least so many tokens differ.
    """

    length: int
    variants: NDArray[np.int64]
    changed: NDArray[np.int64]
    edits: NDArray[np.int64]


@lru_cache(maxsize=1 << 16)
def _bit(token: str) -> int:
    return 1 << (zlib.crc32(token.encode()) % _BITS)


def signature(tokens: Iterable[str]) -> bytes:
    """Return the bits that tokens set."""
    bits = 0
    for token in set(tokens):
        bits |= _bit(token)
    return bits.to_bytes(_BYTES, "little")


class Rows:
    """Rows that wait for being written, by (language, length)."""

    __slots__ = ("_waiting", "count")

    def __init__(self) -> None:
        self._waiting: dict[tuple[int, int], bytearray] = defaultdict(bytearray)
        self.count = 0

    def add(self, variant: int, language: int, changed: int, tokens: Sequence[str]) -> None:
        """Add the row of a variant."""
        row = variant.to_bytes(8, "little") + changed.to_bytes(8, "little", signed=True)
        self._waiting[language, len(tokens)] += row + signature(tokens)
        self.count += 1

    def write(self, connection: sqlite3.Connection) -> None:
        """Write all rows behind those that are there."""
        for (language, length), rows in self._waiting.items():
            last = connection.execute(
                "SELECT id, rows FROM blocks WHERE language = ? AND length = ?"
                " ORDER BY id DESC LIMIT 1",
                (language, length),
            ).fetchone()
            if last is not None and len(last[1]) < _BLOCK:
                connection.execute("DELETE FROM blocks WHERE id = ?", (last[0],))
                rows[:0] = last[1]
            connection.executemany(
                "INSERT INTO blocks (language, length, rows) VALUES (?, ?, ?)",
                (
                    (language, length, rows[start : start + _BLOCK])
                    for start in range(0, len(rows), _BLOCK)
                ),
            )
        self._waiting.clear()
        self.count = 0


def remove_rows(index: Index, variants: dict[tuple[int, int], list[int]]) -> None:
    """Remove the rows of variants, given by (language, length)."""
    connection = index.connection
    for place, gone in variants.items():
        blocks = connection.execute(
            "SELECT id, CAST(rows AS BLOB) FROM blocks WHERE language = ? AND length = ?", place
        ).fetchall()
        for number, data in blocks:
            rows = _rows(index, data)
            kept = rows[~np.isin(rows["variant"], gone)]
            if not len(kept):
                connection.execute("DELETE FROM blocks WHERE id = ?", (number,))
            elif len(kept) < len(rows):
                connection.execute(
                    "UPDATE blocks SET rows = ? WHERE id = ?", (kept.tobytes(), number)
                )


def near_texts(
    index: Index, language: int, tokens: Sequence[str], minimum: int
) -> Iterator[Candidates]:
    """Give every text that may match at a rate of at least the minimum, by length.

    Args:
        index: the index.
        language: the number of the language.
        tokens: the text that is asked for, at least one token.
        minimum: a rate of 1 to 100.
    """
    bits = np.frombuffer(signature(tokens), "<u8")
    asked = len(tokens)
    shortest, longest = -(-asked * minimum // 100), asked * 100 // minimum
    pieces: list[bytes] = []
    current = shortest
    blocks = index.connection.execute(
        "SELECT length, CAST(rows AS BLOB) FROM blocks"
        " WHERE language = ? AND length BETWEEN ? AND ? ORDER BY length",
        (language, shortest, longest),
    )
    for length, data in blocks:
        if length != current and pieces:
            yield _near(_rows(index, b"".join(pieces)), bits, asked, current, minimum)
            pieces.clear()
        current = length
        pieces.append(data)
    if pieces:
        yield _near(_rows(index, b"".join(pieces)), bits, asked, current, minimum)


def _near(
    rows: NDArray[Any], bits: NDArray[np.uint64], asked: int, length: int, minimum: int
) -> Candidates:
    there = rows["bits"]
    shared = np.zeros(len(rows), np.int16)
    own = np.zeros(len(rows), np.int16)
    for column, wanted in enumerate(bits):
        shared += np.bitwise_count(there[:, column] & wanted)
        own += np.bitwise_count(there[:, column])
    edits = np.maximum(own, int(np.bitwise_count(bits).sum())) - shared
    near = np.flatnonzero(edits <= allowed_edits(max(asked, length), minimum))
    least = np.maximum(edits[near].astype(np.int64), abs(asked - length))
    return Candidates(length, rows["variant"][near], rows["changed"][near], least)


def _rows(index: Index, data: bytes) -> NDArray[Any]:
    if len(data) % _ROW.itemsize:
        raise damaged(index)
    return np.frombuffer(data, _ROW)
