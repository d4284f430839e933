"""What all commands share: help, version, errors in one line, exit codes."""

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from align.cli import main
from align.cli.base import Command, Group, LazyCommand, Program
from align.errors import AlignmentError
from corpora import DocumentError
from tmx.errors import TmxError
from tmx.units import Header, Unit
from tmx.writer import write_tmx

LINK = "[0]:[0]\n"
UNIT = Unit.pair(("zh-CN", "甲"), ("en", "A"))
PROGRAM = (sys.executable, "-c", "from align.cli import main; main()")


def _commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))
        else:
            yield (*path, name)


COMMANDS = list(_commands(main))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example_and_the_common_options(
    path: tuple[str, ...],
) -> None:
    found = CliRunner().invoke(main, [*path, "--help"])
    assert found.exit_code == 0
    assert "Example:\n  duiqi" in found.stdout
    for option in ("--quiet", "--verbose", "--version", "--help"):
        assert option in found.stdout


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_tells_the_version(path: tuple[str, ...]) -> None:
    found = CliRunner().invoke(main, [*path, "--version"])
    assert (found.exit_code, found.stdout.split()[0]) == (0, "duiqi")


def test_the_version_and_the_help_import_no_command() -> None:
    script = (
        "import sys\n"
        "from align.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(sorted({'numpy', 'rich', 'httpx', 'lxml', 'align.cli.evaluate'} & set(sys.modules)))"
    )
    for option in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", script, option], capture_output=True, text=True, check=True
        )
        assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["evaluat"], "there is no command 'evaluat'; did you mean evaluate? (see duiqi --help)"),
        (["xyz"], "there is no command 'xyz'; there are "),
        (["corpora", "lst"], "did you mean list? (see duiqi corpora --help)"),
        (["--foo"], "duiqi has no option --foo"),
        (["evaluate"], "Missing argument 'PREDICTED'. (see duiqi evaluate --help)"),
        (
            ["evaluate", "no-such-file", "no-such-file"],
            "no-such-file: there is no such file or folder",
        ),
        (
            ["align", "a", "b", "-o", "c", "--min-score", "nan"],
            "Invalid value for '--min-score': 'nan' is no number from 0 to 1",
        ),
        (["align", "a", "b", "-o", "c", "--min-score", "inf"], "'inf' is no number from 0 to 1"),
        (["align", "a", "b", "-o", "c", "--min-score", "abc"], "'abc' is no number from 0 to 1"),
        (["terms", "a", "--min-score", "NaN"], "'NaN' is no number from 0 to 1"),
        (["tmx", "sample", "a", "-o", "b", "--share", "nan"], "'nan' is no number from 0 to 1"),
        (["evaluate", "--format", "xml"], "'xml' is not one of 'text', 'json', 'tsv'"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(arguments: list[str], message: str) -> None:
    found = CliRunner().invoke(main, arguments)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("duiqi: ")
    assert found.stderr.count("\n") == 1
    assert message in found.stderr


def test_without_a_command_the_help_is_shown() -> None:
    found = CliRunner().invoke(main, [])
    assert found.exit_code == 2
    assert "Commands:" in found.stderr


def _group(run: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> Program:
    """A command line whose only command, `go`, does what the test says."""
    command = Command("go", callback=run, example="duiqi go")
    monkeypatch.setattr(importlib.import_module("align.cli.base"), "go", command, raising=False)
    lazy = {"go": LazyCommand("align.cli.base:go", "Go.")}
    return Program(name="duiqi", example="duiqi go", lazy_commands=lazy)


def _raising(error: BaseException) -> Callable[[], object]:
    def run() -> object:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (DocumentError("a.txt: is empty"), 2, "a.txt: is empty"),
        (AlignmentError("a.align, line 2: no link"), 2, "a.align, line 2: no link"),
        (TmxError("a.tmx, unit 3: two\nlines"), 2, "a.tmx, unit 3: two lines"),
        (PermissionError(13, "Permission denied", "x.tmx"), 2, "x.tmx: Permission denied"),
        (
            OSError(28, "No space left"),
            2,
            "No space left: make room where standard output and temporary files are kept",
        ),
        (click.UsageError("give a file"), 2, "give a file (see duiqi go --help)"),
        (click.ClickException("no"), 2, "no"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (click.Abort(), 130, "interrupted"),
    ],
)
def test_every_error_of_the_users_is_one_line_and_a_code(
    error: BaseException, code: int, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = CliRunner().invoke(_group(_raising(error), monkeypatch), ["go"])
    assert (found.exit_code, found.stderr) == (code, f"duiqi: {line}\n")


def test_an_interrupt_while_a_class_is_made_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class Field:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    found = CliRunner().invoke(
        _group(lambda: type("Made", (), {"f": Field()}), monkeypatch), ["go"]
    )
    assert (found.exit_code, found.stderr) == (130, "duiqi: interrupted\n")


@pytest.mark.parametrize("error", [RuntimeError("x"), RecursionError()])
def test_another_error_while_running_is_no_interrupt(
    error: RuntimeError, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = CliRunner().invoke(_group(_raising(error), monkeypatch), ["go"])
    assert found.exception is error


def test_a_fault_of_duiqis_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    found = CliRunner().invoke(_group(_raising(KeyError("x")), monkeypatch), ["go"])
    assert isinstance(found.exception, KeyError)


@pytest.mark.parametrize(("value", "code"), [(None, 0), (0, 0), (1, 1)])
def test_what_a_command_returns_is_the_exit_code(
    value: int | None, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CliRunner().invoke(_group(lambda: value, monkeypatch), ["go"]).exit_code == code


def test_verbose_tells_where_an_error_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    group = _group(_raising(DocumentError("a.txt: is empty")), monkeypatch)
    found = CliRunner().invoke(group, ["go", "-v"])
    assert "Traceback" in found.stderr
    assert found.stderr.endswith("\nduiqi: a.txt: is empty\n")


def test_a_group_inside_makes_commands_with_the_common_options() -> None:
    group = Group("inner", example="duiqi inner go")
    command = group.command("go", example="duiqi inner go")(lambda: None)
    assert isinstance(command, Command)


@pytest.fixture
def links(tmp_path: Path) -> Path:
    path = tmp_path / "a.align"
    path.write_text(LINK)
    return path


def test_a_reader_that_goes_away_ends_the_command_quietly(links: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        done = subprocess.run(
            [*PROGRAM, "evaluate", str(links), str(links)], stdout=closed, stderr=subprocess.PIPE
        )
    assert (done.returncode, done.stderr) == (141, b"")


def test_it_ends_as_quietly_where_a_memory_goes_to_standard_output(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    with path.open("wb") as stream:
        write_tmx(
            stream, Header("zh-CN", "t", "1"), [Unit.pair(("zh-CN", "甲"), ("en", "A"))] * 999
        )
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        done = subprocess.run(
            [*PROGRAM, "tmx", "flip", str(path), "-o", "-"], stdout=closed, stderr=subprocess.PIPE
        )
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_standard_output_is_told(links: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "evaluate", str(links), str(links)], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert done.stderr.startswith(
        b"duiqi: No space left on device: make room where standard output"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of this kind are POSIX only")
def test_an_interrupt_ends_the_command_with_one_line(tmp_path: Path) -> None:
    pipe = tmp_path / "never-written"
    os.mkfifo(pipe)
    run = subprocess.Popen(
        [*PROGRAM, "evaluate", str(pipe), str(pipe)], stderr=subprocess.PIPE, text=True
    )
    with pipe.open("w"):  # returns once the command has opened the pipe and waits for links
        time.sleep(0.1)
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=10)
    assert (run.returncode, told) == (130, "duiqi: interrupted\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "ascii:strict"])
@pytest.mark.parametrize(
    ("arguments", "code", "escaped"),
    [
        (("evaluate", "第一章", "b"), 2, r"\u7b2c\u4e00\u7ae0"),
        (("align", "un-67-58", "--explain", "5", "--quiet"), 0, r"\u8054\u5408\u56fd"),
    ],
    ids=["an error", "an answer"],
)
def test_what_a_console_has_no_characters_for_is_escaped(
    tmp_path: Path, encoding: str, arguments: tuple[str, ...], code: int, escaped: str
) -> None:
    done = subprocess.run(
        [*PROGRAM, *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": encoding, "DUIQI_DATA_HOME": str(tmp_path)},
        capture_output=True,
    )
    assert done.returncode == code
    assert escaped in (done.stdout or done.stderr).decode("ascii")
    assert b"Traceback" not in done.stderr
