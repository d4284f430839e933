"""Runs the command `duiqi`, and other programs, as a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

DUIQI = Path(sys.executable).with_name("duiqi")
LONGEST = 60.0
"""After so many seconds a run counts as hanging."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A run that has ended: its exit code (minus a signal's number), outputs and seconds."""

    code: int
    stdout: bytes
    stderr: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Duiqi:
    """The command in an environment of its own, where no one has imported a document.

    Attributes:
        environment: the variables that it sees.
    """

    environment: Mapping[str, str]

    def start(
        self, *arguments: object, cwd: Path, before: Callable[[], None] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a run; `before` is called in the new process first."""
        return subprocess.Popen(
            [DUIQI, *map(str, arguments)],
            cwd=cwd,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=before,
        )

    def __call__(
        self, *arguments: object, cwd: Path, before: Callable[[], None] | None = None
    ) -> Finished:
        """Run the command to its end."""
        started = time.monotonic()
        with self.start(*arguments, cwd=cwd, before=before) as process:
            return finish(process, started)


def finish(process: subprocess.Popen[bytes], started: float) -> Finished:
    """Wait for a run to end; one that takes longer than `LONGEST` is killed and fails the test."""
    try:
        stdout, stderr = process.communicate(timeout=LONGEST)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    seconds = time.monotonic() - started
    return Finished(process.returncode, stdout, stderr.decode(), seconds)


def succeeded(run: Finished) -> Finished:
    """Check that a run did its work, and return it."""
    assert run.code == 0, run.stderr
    assert "Traceback" not in run.stderr
    return run


def program(*names: str) -> str:
    """The path of the first program that is installed.

    Where none is, the test is skipped; with CI=true it fails, since `.ci/run` installs them.
    """
    for name in names:
        if path := shutil.which(name):
            return path
    message = f"{' or '.join(names)} is not installed"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def listing(folder: Path) -> dict[str, bytes | None]:
    """What a folder holds: each path with its bytes, None for a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
