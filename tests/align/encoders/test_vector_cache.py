"""Vectors kept on disk."""

import logging
import multiprocessing
import random
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from align.encoders import Floats
from align.encoders.vector_cache import VectorCache, cache_path

Damage = Callable[[Path], None]


def vectors_of(*numbers: int) -> dict[str, Floats]:
    return {f"text {n}": np.full(300, n, dtype=np.float32) for n in numbers}


def found(cache: VectorCache, *numbers: int, signature: str = "model 1") -> set[str]:
    return set(cache.get(signature, [f"text {n}" for n in numbers]))


def put_many(path: Path, numbers: range) -> None:
    cache = VectorCache(path)
    for number in numbers:
        cache.put("model 1", vectors_of(number))


def test_what_was_stored_comes_back_to_the_bit(tmp_path: Path) -> None:
    vector = np.random.default_rng(0).standard_normal(384).astype(np.float32)
    VectorCache(tmp_path / "new" / "x").put("model 1", {"大会": vector})
    back = VectorCache(tmp_path / "new" / "x").get("model 1", ["大会", "other"])
    assert list(back) == ["大会"]
    assert back["大会"].tobytes() == vector.tobytes()


def test_thousands_of_texts_are_looked_up_at_once(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path / "x")
    cache.put("model 1", vectors_of(*range(2000)))
    assert len(found(cache, *range(2500))) == 2000


def test_another_model_finds_nothing(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path / "x")
    cache.put("model 1", vectors_of(1))
    assert not found(cache, 1, signature="model 2")


def test_beyond_its_bound_it_loses_what_was_not_used_for_longest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = VectorCache(tmp_path / "x", most_bytes=200_000)
    for day in range(30):
        monkeypatch.setattr("align.encoders.vector_cache._today", lambda day=day: day)
        cache.put("model 1", vectors_of(*range(day * 10, day * 10 + 10)))
        assert found(cache, 0) == {"text 0"}  # used every day
    assert (tmp_path / "x").stat().st_size < 300_000
    assert not found(cache, *range(1, 10))
    assert len(found(cache, *range(290, 300))) == 10


def stored(number: int) -> bytes:
    return np.full(300, number, dtype="<f4").tobytes()


def replaced(vector: bytes, *, checksum: bool) -> Damage:
    """Another vector in the place of the seventh, with or without a checksum of its own."""

    def damage(path: Path) -> None:
        with closing(sqlite3.connect(path)) as database, database:
            (key,) = database.execute(
                "SELECT key FROM vectors WHERE vector = ?", [stored(7)]
            ).fetchone()
            database.execute("UPDATE vectors SET vector = ? WHERE key = ?", [vector, key])
            if checksum:
                said = zlib.crc32(vector, zlib.crc32(key))
                database.execute("UPDATE vectors SET checksum = ? WHERE key = ?", [said, key])

    return damage


def told(*statements: str) -> Damage:
    def damage(path: Path) -> None:
        with closing(sqlite3.connect(path)) as database, database:
            for statement in statements:
                database.execute(statement)

    return damage


def rewritten(change: Callable[[bytes], bytes]) -> Damage:
    def damage(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return damage


WITH_NAN = np.array([np.nan, *[7] * 299], dtype="<f4").tobytes()
DAMAGES = {
    "garbage": rewritten(lambda good: b"nothing that SQLite knows" * 1000),
    "truncated": rewritten(lambda good: good[: len(good) // 2]),
    "overwritten inside": rewritten(lambda good: good[:4096] + b"\xff" * (len(good) - 4096)),
    "one bit of a vector flipped": rewritten(
        lambda good: good.replace(stored(7), stored(7)[:-1] + b"\x41")
    ),
    "a byte too few": replaced(stored(7)[:-1], checksum=False),
    "fewer floats": replaced(stored(7)[:400], checksum=False),
    "fewer floats, with their checksum": replaced(stored(7)[:400], checksum=True),
    "no floats": replaced(b"", checksum=True),
    "another text's vector": replaced(stored(8), checksum=False),
    "not a number": replaced(WITH_NAN, checksum=False),
    "not a number, with its checksum": replaced(WITH_NAN, checksum=True),
    "text instead of bytes": told("UPDATE vectors SET vector = 'text'"),
    "text instead of a checksum": told("UPDATE vectors SET checksum = 'text'"),
    "another table": told("DROP TABLE vectors", "CREATE TABLE vectors (name TEXT, numbers BLOB)"),
    "a column more": told("ALTER TABLE vectors ADD COLUMN model TEXT"),
    "a table more": told("CREATE TABLE models (name TEXT)"),
    "no table": told("DROP TABLE vectors"),
    "a later version": told("PRAGMA user_version = 2"),
    "the first version": told("PRAGMA user_version = 0"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_thrown_away_with_one_warning_and_nothing_wrong_is_found(
    damage: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "x"
    right = vectors_of(*range(20))
    VectorCache(path).put("model 1", right)
    DAMAGES[damage](path)
    cache = VectorCache(path)
    back = cache.get("model 1", list(right))
    assert all(back[text].tobytes() == right[text].tobytes() for text in back)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "damaged" in caplog.text
    assert not path.exists()
    cache.put("model 1", right)
    assert len(found(cache, *range(20))) == 20
    assert len(caplog.records) == 1


def test_whatever_byte_is_damaged_nothing_wrong_is_found(tmp_path: Path) -> None:
    path = tmp_path / "x"
    right = vectors_of(*range(8))
    VectorCache(path).put("model 1", right)
    good = path.read_bytes()
    chance = random.Random(0)
    for place in chance.sample(range(len(good)), 150):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1 << place % 8]) + good[place + 1 :])
        back = VectorCache(path).get("model 1", list(right))
        assert all(back[text].tobytes() == right[text].tobytes() for text in back)


def test_a_vector_that_its_model_made_of_no_numbers_is_not_stored(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache = VectorCache(tmp_path / "x")
    cache.put("model 1", vectors_of(1) | {"text 2": np.full(300, np.nan, dtype=np.float32)})
    assert found(cache, 1, 2) == {"text 1"}
    assert not caplog.records


def test_where_no_file_can_be_there_is_no_cache_and_one_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    cache = VectorCache(tmp_path / "file" / "x")
    for _ in range(3):
        cache.put("model 1", vectors_of(1))
        assert not found(cache, 1)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_two_processes_store_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [
        context.Process(target=put_many, args=(tmp_path / "x", range(begin, begin + 20)))
        for begin in (0, 20)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]
    assert len(found(VectorCache(tmp_path / "x"), *range(40))) == 40


def test_a_lock_that_is_never_released_does_not_stop_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("align.encoders.vector_cache._LOCK_SECONDS", 0.05)
    VectorCache(tmp_path / "x").put("model 1", vectors_of(1))
    holder = sqlite3.connect(tmp_path / "x")
    holder.execute("BEGIN EXCLUSIVE")
    assert not found(VectorCache(tmp_path / "x"), 1)
    assert "locked" in caplog.text
    holder.close()
    assert found(VectorCache(tmp_path / "x"), 1) == {"text 1"}


def test_it_stands_in_the_users_folder_for_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "align.encoders.vector_cache.platformdirs.user_cache_path",
        lambda name, **_: tmp_path / name,
    )
    assert cache_path() == tmp_path / "duiqi" / "vectors.sqlite"
