"""The file: what is no index, what is damaged, what can't be written, and several at once."""

import os
import random
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.tmx.index.memories import HEADER, held, pair, put
from tmx.errors import TmxError
from tmx.index import (
    Index,
    add_memory,
    all_units,
    change_index,
    concordance,
    lookup,
    memories,
    open_index,
)

_UNITS = [pair(f"number {n} of what we count", f"我们数的第{n}件") for n in range(150)]


def _ask(index: Index) -> None:
    lookup(index, "number 12 of what we count")
    lookup(index, "number 12 of those we count")
    concordance(index, ["数"])
    memories(index)
    list(all_units(index)[1])


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    put(tmp_path / "a.tmdb", _UNITS)
    return tmp_path / "a.tmdb"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "it is empty; add a memory"),
        (b"<tmx/>" * 1000, "it is no index; make one"),
        (b"SQLite format 3\0" + bytes(4080), "it is no index|the index is damaged"),
    ],
)
def test_what_is_no_index_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.tmdb"
    path.write_bytes(content)
    with pytest.raises(TmxError, match=message), open_index(path):
        pass
    if content:
        with pytest.raises(TmxError, match=r"it is no index|the index is damaged"):
            put(path, _UNITS)
        assert path.read_bytes() == content


def test_what_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(TmxError, match="no such file"), open_index(tmp_path / "a.tmdb"):
        pass
    with pytest.raises(TmxError, match="no such file"), open_index(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE memories (id)")
    connection.close()
    before = path.read_bytes()
    for change in (False, True):
        with (
            pytest.raises(TmxError, match="it is no index"),
            change_index(path) if change else open_index(path),
        ):
            pass
    assert path.read_bytes() == before


def test_an_index_of_another_version_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(TmxError, match="of version 99, and this duiqi knows"), open_index(path):
        pass


def test_at_rest_an_index_is_one_file(path: Path) -> None:
    assert [item.name for item in path.parent.iterdir()] == ["a.tmdb"]


def test_the_same_memories_make_the_same_bytes(path: Path, tmp_path: Path) -> None:
    put(tmp_path / "b.tmdb", _UNITS)
    assert (tmp_path / "b.tmdb").read_bytes() == path.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_read_only_index_answers(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    monkeypatch.setattr(os, "access", lambda *_: False)  # the superuser may write everywhere
    try:
        with open_index(path) as index:
            _ask(index)
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                index.connection.execute("DELETE FROM units")
        with pytest.raises(TmxError, match="no permission to write"):
            put(path, [])
    finally:
        path.parent.chmod(0o700)


def test_reading_changes_nothing(path: Path) -> None:
    with open_index(path) as index, pytest.raises(sqlite3.OperationalError, match="readonly"):
        index.connection.execute("DELETE FROM units")


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_index_answers_or_says_so(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    if seed % 4 == 0:
        del data[chance.randrange(len(data)) :]
    for _ in range(chance.choice([1, 10, 100]) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)
    try:
        with open_index(path) as index:
            _ask(index)
    except TmxError as error:
        assert str(error).startswith(f"{path}: ")
    try:
        put(path, _UNITS[:20])
    except TmxError as error:
        assert str(error).startswith(f"{path}: ")


@pytest.mark.parametrize("table", ["markup", "units", "blocks", "memories"])
def test_tables_that_lost_rows_are_noticed(path: Path, table: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE blocks SET rows = x'00'" if table == "blocks" else f"DELETE FROM {table}"
        )
    connection.close()
    with open_index(path) as index, pytest.raises(TmxError, match="damaged"):
        lookup(index, "number 12 of those we count")


def test_a_fault_of_the_program_is_no_damage(path: Path) -> None:
    with pytest.raises(TypeError, match="mine"), open_index(path):
        raise TypeError("mine")


_WRITER = """
import sys
from pathlib import Path
from tests.tmx.index.memories import pair, put

path, name = Path(sys.argv[1]), sys.argv[2]
for turn in range(6):
    put(path, [pair(f"{name} {turn} {n}") for n in range(50)], name)
"""


def test_two_writers_do_not_disturb_each_other(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, path, name], stderr=subprocess.PIPE)
        for name in "ab"
    ]
    for writer in writers:
        assert writer.communicate()[1] == b""
        assert writer.returncode == 0
    for name in "ab":
        assert held(path, name) == [pair(f"{name} 5 {n}") for n in range(50)]
    with open_index(path) as index:
        assert index.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert len(lookup(index, "a 5 7", minimum=60)) > 1


def test_a_writer_waits_for_another_and_says_so(path: Path) -> None:
    told = threading.Event()
    done = threading.Event()

    def write() -> None:
        with change_index(path, waiting=told.set) as index:
            add_memory(index, "second", HEADER, [pair("two")])
        done.set()

    with change_index(path) as index:
        add_memory(index, "first", HEADER, [pair("one")])
        thread = threading.Thread(target=write)
        thread.start()
        assert told.wait(30)
        assert not done.is_set()
    thread.join(30)
    with open_index(path) as index:
        assert [memory.name for memory in memories(index)] == ["m", "first", "second"]


def test_a_reader_sees_one_state_and_then_the_next(path: Path) -> None:
    with open_index(path) as index:
        assert lookup(index, "new words") == []
        put(path, [pair("new words")])
        assert [match.rate for match in lookup(index, "new words")] == [100]
