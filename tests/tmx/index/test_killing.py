"""A process that is killed leaves the old index or the new one, and whole files."""

import multiprocessing
import random
import re
from pathlib import Path

import pytest

from tests.tmx.index.killing import (
    NEW,
    OLD,
    check_index,
    export,
    export_in_turns,
    index_in_turns,
    kill_after,
)
from tests.tmx.index.memories import put
from tmx.errors import TmxError

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="needs fork"
)

_MOMENTS = 12
"""Of each; 1,000 were run by hand."""


def test_no_moment_of_indexing_leaves_half_a_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    put(path, OLD)
    chance = random.Random(67)
    for _ in range(_MOMENTS):
        kill_after(chance.uniform(0, 0.3), index_in_turns, path)
        assert check_index(path) in (OLD, NEW)


def test_no_moment_of_making_an_index_leaves_half_of_it(tmp_path: Path) -> None:
    chance = random.Random(58)
    for number in range(_MOMENTS):
        path = tmp_path / f"{number}.tmdb"
        kill_after(chance.uniform(0, 0.1), index_in_turns, path)
        try:
            assert check_index(path) in (OLD, NEW)
        except TmxError as error:
            assert re.search("no such file|it is empty", str(error))
        put(path, OLD)
        assert check_index(path) == OLD


def test_no_moment_of_exporting_leaves_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    put(path, OLD, "m")
    put(path, NEW, "n")
    whole = []
    for name in "mn":
        export(path, tmp_path / f"{name}.tmx", name)
        whole.append((tmp_path / f"{name}.tmx").read_bytes())
    export(path, path.with_suffix(".tmx"), "m")
    chance = random.Random(100)
    for _ in range(_MOMENTS):
        kill_after(chance.uniform(0, 0.2), export_in_turns, path)
        assert path.with_suffix(".tmx").read_bytes() in whole
        assert check_index(path) == OLD
