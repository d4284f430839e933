"""The main job as the README shows it: `duiqi align un-67-58 -o OUT.tmx`."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.command import DUIQI, LONGEST, Duiqi, Finished, succeeded
from tests.end_to_end.conftest import EPOCH
from tests.end_to_end.resolution import (
    LABELLED,
    PAIRS,
    languages_of,
    units_of,
    unlabelled,
)
from tmx.validation import validate

SECONDS = 3.0
MEGABYTES = 400

_PEAK = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""
# A process of its own starts the command: what a process held before it became another program
# counts for that one, and the test runner holds much.


@pytest.fixture(scope="module")
def memory(duiqi: Duiqi, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Finished]:
    folder = tmp_path_factory.mktemp("main")
    run = succeeded(duiqi("align", "un-67-58", "-o", "out.tmx", cwd=folder))
    return folder / "out.tmx", run


def test_all_paragraphs_are_paired_right_and_whole(memory: tuple[Path, Finished]) -> None:
    units = units_of(memory[0].read_bytes())
    assert len(units) == 1 + 1 + 15 + 21 + 2
    assert unlabelled(units) == PAIRS


def test_numbers_stay_where_both_sides_write_them(memory: tuple[Path, Finished]) -> None:
    operative = [pair for pair in LABELLED if pair[0][0].isdigit()][:21]
    assert operative[20][1].startswith("21. Decides")
    assert units_of(memory[0].read_bytes())[17:38] == operative


def test_no_footnote_mark_is_left(memory: tuple[Path, Finished]) -> None:
    text = memory[0].read_text(encoding="utf-8")
    assert not [mark for mark in (",1 ", "),2", ",3 ") if mark in text]


def test_the_memory_fits_its_document_type(memory: tuple[Path, Finished]) -> None:
    assert validate(memory[0]) == ()
    assert languages_of(memory[0].read_bytes()) == {("zh-CN", "en")}


def test_the_memory_says_that_its_english_is_not_official(memory: tuple[Path, Finished]) -> None:
    status = "it is NOT the official English text"
    assert status in memory[0].read_text(encoding="utf-8")
    assert status in memory[1].stderr


def test_nothing_but_the_memory_is_written(memory: tuple[Path, Finished]) -> None:
    assert [path.name for path in memory[0].parent.iterdir()] == ["out.tmx"]
    assert memory[1].stdout == b""


def test_the_same_bytes_come_out_again_within_time(
    duiqi: Duiqi,
    memory: tuple[Path, Finished],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    again = succeeded(duiqi("align", "un-67-58", "-o", "out.tmx", cwd=tmp_path))
    assert (tmp_path / "out.tmx").read_bytes() == memory[0].read_bytes()
    assert b'creationdate="20231114T221320Z"' in memory[0].read_bytes(), EPOCH
    fastest = min(again.seconds, memory[1].seconds)
    record_property("seconds", round(fastest, 2))
    # The promise holds on a free machine; a busy one may take twice as long.
    assert fastest < 2 * SECONDS


def test_it_needs_little_memory(
    duiqi: Duiqi, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    command = [sys.executable, "-c", _PEAK, str(DUIQI), "align", "un-67-58", "-o", "out.tmx"]
    started = time.monotonic()
    told = subprocess.run(
        command, cwd=tmp_path, env=duiqi.environment, capture_output=True, timeout=LONGEST
    )
    assert told.returncode == 0, f"after {time.monotonic() - started:.1f} s"
    megabytes = int(told.stdout) * 1024 / 1e6
    record_property("megabytes", round(megabytes))
    assert 10 < megabytes < MEGABYTES
