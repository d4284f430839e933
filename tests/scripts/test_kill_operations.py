"""Operations that are killed leave the old file or the new one, whole."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest

from tests.tmx.operations.memories import HEADER, pair
from tmx.writer import write_tmx

ROOT = Path(__file__).parents[2]
TIMES = 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork()")
@pytest.mark.parametrize("operation", ["merge", "dedupe"])
def test_a_killed_operation_leaves_a_whole_file(operation: str, tmp_path: Path) -> None:
    memory = tmp_path / "memory.tmx"
    units = [pair(f"第{n % 900}条", f"Article {n % 900}", score=str(n / 1000)) for n in range(1000)]
    with memory.open("wb") as stream:
        write_tmx(stream, HEADER, units)
    script = runpy.run_path(str(ROOT / "scripts" / "kill_operations.py"))
    memories = [str(memory)] * (2 if operation == "merge" else 1)
    left = script["kill_often"]([operation, *memories], TIMES)
    assert left["old"] + left["new"] == TIMES
    assert left["old"]
