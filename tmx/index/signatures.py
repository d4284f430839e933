"""Finds every text that may be near enough to one, without reading the others.

A signature is a set of 256 bits, of 1,024 for a long text; each token sets one of them. A token
that is changed, added or removed accounts for at most one bit on either side. So a text that lacks
more bits of the one asked for than tokens may differ, or has more bits that this one lacks, is too
far away: the bits give a bound below Levenshtein's distance, and no near text is lost. Counting the
bits of a million signatures takes milliseconds.

Texts of one language and one number of tokens lie together in blocks, rows of numbers that are
read as they are; those whose length alone tells that they are too far away are not read.
"""

from __future__ import annotations

import sqlite3
import struct
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

_LONG = 64  # tokens from which on a signature is long: most bits of a short one would be set
_BITS, _BITS_IF_LONG = 256, 1024
_ROWS = 2048  # of a block; adding rewrites the last block, reading takes them all


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


def signature(tokens: Iterable[str], length: int) -> bytes:
    """Return the bits that tokens set, as many as texts of a length have."""
    bits = 0
    count = _bits_of(length)
    for token in set(tokens):
        bits |= 1 << _number(token) % count
    return bits.to_bytes(count // 8, "little")


@lru_cache(maxsize=1 << 16)
def _number(token: str) -> int:
    return zlib.crc32(token.encode())


def _bits_of(length: int) -> int:
    return _BITS if length < _LONG else _BITS_IF_LONG


@lru_cache(maxsize=1 << 10)
def _row_of(length: int) -> np.dtype[np.void]:
    """Return the form of a row for texts of a length."""
    bits = ("bits", "<u8", (_bits_of(length) // 64,))
    return np.dtype([("variant", "<i8"), ("changed", "<i8"), ("set", "<i8"), bits])


class Rows:
    """Rows that wait for being written, by (language, length)."""

    __slots__ = ("_waiting", "count")

    def __init__(self) -> None:
        self._waiting: dict[tuple[int, int], bytearray] = defaultdict(bytearray)
        self.count = 0

    def add(self, variant: int, language: int, changed: int, tokens: Sequence[str]) -> None:
        """Add the row of a variant."""
        bits = signature(tokens, len(tokens))
        numbers = (variant, changed, int.from_bytes(bits).bit_count())
        self._waiting[language, len(tokens)] += struct.pack("<3q", *numbers) + bits
        self.count += 1

    def write(self, connection: sqlite3.Connection) -> None:
        """Write all rows behind those that are there."""
        for (language, length), rows in self._waiting.items():
            last = connection.execute(
                "SELECT id, rows FROM blocks WHERE language = ? AND length = ?"
                " ORDER BY id DESC LIMIT 1",
                (language, length),
            ).fetchone()
            block = _ROWS * _row_of(length).itemsize
            if last is not None and len(last[1]) < block:
                connection.execute("DELETE FROM blocks WHERE id = ?", (last[0],))
                rows[:0] = last[1]
            connection.executemany(
                "INSERT INTO blocks (language, length, rows) VALUES (?, ?, ?)",
                (
                    (language, length, rows[start : start + block])
                    for start in range(0, len(rows), block)
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
            rows = _rows(index, place[1], data)
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
            yield _near(_rows(index, current, b"".join(pieces)), tokens, current, minimum)
            pieces.clear()
        current = length
        pieces.append(data)
    if pieces:
        yield _near(_rows(index, current, b"".join(pieces)), tokens, current, minimum)


def _near(rows: NDArray[Any], tokens: Sequence[str], length: int, minimum: int) -> Candidates:
    asked = len(tokens)
    bits = np.frombuffer(signature(tokens, length), "<u8")
    there = rows["bits"]
    shared = np.zeros(len(rows), np.int64)
    for column in np.flatnonzero(bits):
        shared += np.bitwise_count(there[:, column] & bits[column])
    edits = np.maximum(rows["set"], int(np.bitwise_count(bits).sum())) - shared
    near = np.flatnonzero(edits <= allowed_edits(max(asked, length), minimum))
    least = np.maximum(edits[near], abs(asked - length))
    return Candidates(length, rows["variant"][near], rows["changed"][near], least)


def _rows(index: Index, length: int, data: bytes) -> NDArray[Any]:
    row = _row_of(length)
    if len(data) % row.itemsize:
        raise damaged(index)
    return np.frombuffer(data, row)
