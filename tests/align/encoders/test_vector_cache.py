"""Vectors kept on disk."""

import logging
import multiprocessing
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from align.encoders import Floats
from align.encoders.vector_cache import VectorCache, cache_path


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


@pytest.mark.parametrize("damage", ["not a database", "truncated", "overwritten inside"])
def test_a_damaged_file_is_thrown_away_with_a_warning(
    damage: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "x"
    VectorCache(path).put("model 1", vectors_of(*range(200)))
    good = path.read_bytes()
    path.write_bytes(
        {
            "not a database": b"nothing that SQLite knows" * 1000,
            "truncated": good[: len(good) // 2],
            "overwritten inside": good[:4096] + b"\xff" * (len(good) - 4096),
        }[damage]
    )
    cache = VectorCache(path)
    found(cache, *range(200))
    assert "damaged" in caplog.text
    assert not path.exists()
    cache.put("model 1", vectors_of(1))
    assert found(cache, 1) == {"text 1"}


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
