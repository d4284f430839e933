"""Ending a run at any moment, and running two at once: files are whole, or not there at all."""

from __future__ import annotations

import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.end_to_end.command import Duiqi, Finished, finish, listing, succeeded

OLD = b"what stood here before"
MOMENTS = 7
"""For each of three signals."""
_SEED = 6758
_KILLED = {
    signal.SIGINT: {130, -signal.SIGINT},
    signal.SIGTERM: {143, -signal.SIGTERM},
    signal.SIGKILL: {-signal.SIGKILL},
}
"""Exit codes: those of the command, and those of a process that has not come so far yet."""


@dataclass(frozen=True, slots=True)
class Work:
    """A run long enough to be interrupted.

    Attributes:
        arguments: of the command.
        files: what it writes.
        seconds: how long it takes.
    """

    arguments: tuple[object, ...]
    files: dict[str, bytes | None]
    seconds: float


@pytest.fixture(scope="module")
def work(duiqi: Duiqi, shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Work:
    folder = tmp_path_factory.mktemp("whole")
    texts = [shared_data / "un-charter" / f"un_charter.raw.{side}.txt" for side in ("zh", "en")]
    arguments = ("align", *texts, "--force", "-o", "out.tmx", "--json", "out.json")
    run = succeeded(duiqi(*arguments, cwd=folder))
    return Work(arguments, listing(folder), run.seconds)


def _interrupt(duiqi: Duiqi, work: Work, number: int, after: float, folder: Path) -> Finished:
    """Send a signal to a run after some seconds."""
    folder.mkdir()
    (folder / "out.tmx").write_bytes(OLD)
    started = time.monotonic()
    with duiqi.start(*work.arguments, cwd=folder) as process:
        time.sleep(after)
        process.send_signal(number)
        return finish(process, started)


@pytest.mark.parametrize("number", list(_KILLED), ids=lambda number: number.name)
def test_no_moment_leaves_a_half_written_file(
    duiqi: Duiqi, work: Work, tmp_path: Path, number: signal.Signals
) -> None:
    chance = random.Random(_SEED + number)
    moments = [chance.uniform(0.05, 1.05) * work.seconds for _ in range(MOMENTS)]
    folders = [tmp_path / f"after {moment:.3f} s" for moment in moments]
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(partial(_interrupt, duiqi, work, number), moments, folders))
    for folder, run in zip(folders, runs, strict=True):
        assert run.code in {0, *_KILLED[number]}, (folder.name, run.stderr)
        if run.code == 130:
            assert run.stderr.splitlines()[-1] == "duiqi: interrupted"
            assert "Traceback" not in run.stderr
        files = listing(folder)
        parts = [name for name in files if name.startswith(".duiqi-") and name.endswith(".part")]
        assert not parts or number is signal.SIGKILL, folder.name
        for name in parts:
            del files[name]
        assert files.pop("out.tmx") in (OLD, work.files["out.tmx"]), folder.name
        assert files in ({}, {"out.json": work.files["out.json"]}), folder.name


def test_a_run_behind_a_killed_one_does_its_work(duiqi: Duiqi, work: Work, tmp_path: Path) -> None:
    started = time.monotonic()
    with duiqi.start(*work.arguments, cwd=tmp_path) as process:
        while len(list(tmp_path.iterdir())) < len(work.files) and process.poll() is None:
            time.sleep(0.01)
        process.kill()
        finish(process, started)
    assert [path.suffix for path in tmp_path.iterdir()] == [".part"] * len(work.files)
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))  # as if the kill were long ago
    succeeded(duiqi(*work.arguments, cwd=tmp_path))
    assert listing(tmp_path) == work.files


def test_two_runs_into_one_folder_do_not_disturb_each_other(duiqi: Duiqi, tmp_path: Path) -> None:
    started = time.monotonic()
    names = ("a.tmx", "b.tmx")
    processes = [duiqi.start("align", "un-67-58", "-o", name, cwd=tmp_path) for name in names]
    for process in processes:
        with process:
            succeeded(finish(process, started))
    first, second = listing(tmp_path).items()
    assert (first[0], second[0]) == names
    assert first[1] == second[1]


def test_of_two_runs_to_one_file_the_second_gives_way(duiqi: Duiqi, tmp_path: Path) -> None:
    started = time.monotonic()
    processes = [duiqi.start("align", "un-67-58", "-o", "a.tmx", cwd=tmp_path) for _ in range(2)]
    runs = []
    for process in processes:
        with process:
            runs.append(finish(process, started))
    assert sorted(run.code for run in runs) == [0, 2]
    loser = next(run for run in runs if run.code)
    assert "duiqi: a.tmx: it exists already" in loser.stderr
    assert "Traceback" not in loser.stderr
    alone = tmp_path / "alone"
    alone.mkdir()
    succeeded(duiqi("align", "un-67-58", "-o", "a.tmx", cwd=alone))
    assert (tmp_path / "a.tmx").read_bytes() == (alone / "a.tmx").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tmx", "alone"]
