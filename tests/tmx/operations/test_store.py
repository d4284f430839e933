"""The temporary database: gone at the end, however it comes; a full disk is told."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tmx.errors import TmxError
from tmx.operations.store import Store

LAYOUT = "CREATE TABLE row (place INTEGER PRIMARY KEY, data BLOB);"
BIG = 200_000_000


def fill(store: Store, size: int) -> None:
    store.put(
        "INSERT INTO row (data) VALUES (?)", ((bytes(100_000),) for _ in range(size // 10**5))
    )


def test_rows_come_back_in_order() -> None:
    with Store(LAYOUT) as store:
        store.put("INSERT INTO row VALUES (?, ?)", [(2, b"b"), (1, b"a")])
        assert list(store.rows("SELECT data FROM row ORDER BY place")) == [(b"a",), (b"b",)]
        assert store.count("SELECT COUNT(*) FROM row") == 2


def test_a_full_disk_is_told_in_one_line() -> None:
    with Store(LAYOUT) as store:
        store.do("PRAGMA max_page_count = 100")
        with pytest.raises(TmxError, match=r"full; make room .*TMPDIR") as caught:
            fill(store, 10_000_000)
    assert "\n" not in str(caught.value)


def test_an_error_of_the_rows_passes_through() -> None:
    def broken():
        yield (1, b"")
        raise TmxError("the file is damaged")

    with Store(LAYOUT) as store, pytest.raises(TmxError, match="the file is damaged"):
        store.put("INSERT INTO row VALUES (?, ?)", broken())


@pytest.mark.filterwarnings("error")
def test_rows_may_be_given_up_half_way() -> None:
    with Store(LAYOUT) as store:
        store.put("INSERT INTO row VALUES (?, ?)", [(1, b"a"), (2, b"b")])
        rows = store.rows("SELECT data FROM row")
        assert next(rows) == (b"a",)
    rows.close()


def test_other_errors_of_the_database_are_not_hidden() -> None:
    with Store(LAYOUT) as store, pytest.raises(sqlite3.IntegrityError):
        store.put("INSERT INTO row VALUES (?, ?)", [(1, b""), (1, b"")])


SCRIPT = f"""
import os, sys
from tests.tmx.operations.test_store import LAYOUT, Store, fill

def size_of(descriptor):
    try:
        return os.fstat(descriptor).st_size
    except OSError:
        return 0

with Store(LAYOUT) as store:
    fill(store, {BIG})
    print(sum(map(size_of, range(64))), flush=True)
    if sys.argv[1] == "kill":
        os.kill(os.getpid(), 9)
    if sys.argv[1] == "raise":
        raise ValueError
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a file can't be removed there while open")
@pytest.mark.parametrize("end", ["well", "raise", "kill"])
def test_it_lies_on_disk_and_nothing_is_left(end: str, tmp_path: Path) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, end],
        cwd=Path(__file__).parents[3],
        env=environment,
        capture_output=True,
        timeout=60,
    )
    assert int(run.stdout) > BIG / 2, run.stderr
    assert (run.returncode == 0) is (end == "well")
    assert list(tmp_path.iterdir()) == []
