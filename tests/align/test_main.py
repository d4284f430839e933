"""The program takes an interrupt without a traceback, from its first import to its end."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

INTERRUPTED = """
import atexit, os, signal, sys
from align.__main__ import main

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)

class Finder:
    def find_spec(self, name, *rest):
        if name == {moment!r}:
            interrupt()

if {moment!r} == "the end":
    atexit.register(interrupt)
sys.meta_path.insert(0, Finder())
main()
print("went on")
"""
ARGUMENTS = ("evaluate", "a.align", "a.align")


def _run(moment: str, folder: Path, *, ignored: bool = False) -> tuple[int, str, str]:
    (folder / "a.align").write_text("[0]:[0]\n")
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(moment=moment), *ARGUMENTS],
        cwd=folder,
        capture_output=True,
        text=True,
        preexec_fn=(lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) if ignored else None,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("moment", ["align.cli", "dataclasses", "click", "tmx.output"])
def test_an_interrupt_during_the_first_imports_is_silent(moment: str, tmp_path: Path) -> None:
    assert _run(moment, tmp_path) == (130, "", "")


@pytest.mark.parametrize("moment", ["align.cli.evaluate", "align.links"])
def test_an_interrupt_during_the_imports_of_a_command_is_one_line(
    moment: str, tmp_path: Path
) -> None:
    assert _run(moment, tmp_path) == (130, "", "duiqi: interrupted\n")


def test_an_interrupt_when_all_is_done_is_silent(tmp_path: Path) -> None:
    code, told, error = _run("the end", tmp_path)
    assert (code, error) == (130, "")
    assert told.startswith("scorer\t")


@pytest.mark.parametrize("moment", ["click", "align.links", "the end"])
def test_a_program_started_to_ignore_interrupts_does(moment: str, tmp_path: Path) -> None:
    code, told, error = _run(moment, tmp_path, ignored=True)
    assert (code, error) == (0, "")
    assert told.startswith("scorer\t")


def test_the_package_runs_as_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "align", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[0] == "duiqi"
