"""Output files that appear whole or not at all."""

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tmx.errors import TmxError
from tmx.output import whole_file

ROOT = Path(__file__).parents[2]
DATA = b"0123456789abcdef" * 65_536

WRITES = """
import sys
from pathlib import Path
from tmx.output import whole_file
with whole_file(Path(sys.argv[1]), force=True) as stream:
    print("begun", flush=True)
    for _ in range(64):
        stream.write(b"0123456789abcdef" * 65_536)
"""
"""Writes 64 MiB, so that a signal meets it at work."""


@contextmanager
def mask(value: int) -> Iterator[None]:
    before = os.umask(value)
    try:
        yield
    finally:
        os.umask(before)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    with whole_file(path) as stream:
        stream.write(DATA)
        assert not path.exists()
    assert path.read_bytes() == DATA
    assert names_in(tmp_path) == ["a.tmx"]


@pytest.mark.parametrize("exception", [ValueError, KeyboardInterrupt, SystemExit, OSError])
def test_nothing_is_left_when_the_block_fails(
    exception: type[BaseException], tmp_path: Path
) -> None:
    with pytest.raises(exception), whole_file(tmp_path / "a.tmx") as stream:
        stream.write(DATA)
        raise exception
    assert names_in(tmp_path) == []


def test_an_existing_file_is_left_as_it_is_without_force(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text("old")
    message = f"{path}: it exists already and is left as it is; --force overwrites it"
    with pytest.raises(TmxError) as caught, whole_file(path):
        pytest.fail("the block ran")
    assert str(caught.value) == message
    assert path.read_text() == "old"


def test_a_file_that_someone_else_makes_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    with pytest.raises(TmxError, match="it exists already"), whole_file(path) as stream:
        stream.write(b"new")
        path.write_text("theirs")
    assert path.read_text() == "theirs"
    assert names_in(tmp_path) == ["a.tmx"]


@pytest.mark.parametrize("theirs", [False, True])
def test_a_disk_without_hard_links_keeps_the_same_rules(
    theirs: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a.tmx"
    if theirs:
        with pytest.raises(TmxError, match="it exists already"), whole_file(path):
            path.write_text("theirs")
    else:
        with whole_file(path) as stream:
            stream.write(b"new")
    assert path.read_text() == ("theirs" if theirs else "new")
    assert names_in(tmp_path) == ["a.tmx"]


def test_force_overwrites_and_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text("old")
    with pytest.raises(ValueError), whole_file(path, force=True) as stream:
        stream.write(DATA)
        raise ValueError
    assert path.read_text() == "old"
    with whole_file(path, force=True) as stream:
        stream.write(b"new")
    assert path.read_text() == "new"
    assert names_in(tmp_path) == ["a.tmx"]


def test_two_runs_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    with whole_file(path, force=True) as first, whole_file(path, force=True) as second:
        first.write(b"first")
        second.write(b"second")
    assert path.read_bytes() == b"first"
    assert names_in(tmp_path) == ["a.tmx"]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    with mask(0o027), whole_file(tmp_path / "a.tmx"):
        pass
    assert stat.S_IMODE((tmp_path / "a.tmx").stat().st_mode) == 0o640


def test_an_overwritten_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.touch()
    path.chmod(0o604)
    with whole_file(path, force=True):
        pass
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_symbolic_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "a.tmx"
    link.symlink_to("there/b.tmx")
    with whole_file(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "there" / "b.tmx").read_text() == "new"
    with pytest.raises(TmxError, match="it exists already"), whole_file(link):
        pass


def test_a_pipe_is_written_to_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with whole_file(pipe) as stream:
        stream.write(DATA)
    reader.join(10)
    assert read == [DATA]
    assert names_in(tmp_path) == ["pipe"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_device_is_one_clear_line() -> None:
    with pytest.raises(TmxError) as caught, whole_file(Path("/dev/full")) as stream:
        stream.write(DATA)
    assert str(caught.value) == "/dev/full: the disk is full; make room or choose another folder"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full; make room or choose another folder"),
        (errno.EDQUOT, "your share of the disk is used up; make room or choose another folder"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
@pytest.mark.parametrize("size", [1, len(DATA)])
def test_a_disk_that_fails_is_one_clear_line_and_nothing_is_left(
    number: int, reason: str, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "write", fail)
    path = tmp_path / "a.tmx"
    with pytest.raises(TmxError) as caught, whole_file(path) as stream:
        stream.write(DATA[:size])
    assert str(caught.value) == f"{path}: {reason}"
    assert names_in(tmp_path) == []


def test_a_disk_that_fails_at_the_end_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "a.tmx"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TmxError, match="the disk is full"), whole_file(path, force=True) as stream:
        stream.write(b"new")
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["a.tmx"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing/a.tmx", "its folder does not exist; make it first"),
        ("file/a.tmx", "its folder is a file; choose another folder"),
        ("folder", "it is a folder; name a file in it"),
        ("circle", "its symbolic links lead in a circle; name the file itself"),
        ("/proc/a.tmx", "nothing can be made in its folder; choose another one"),
        ("a" * 300, "the name is too long; choose a shorter one"),
    ],
)
def test_a_place_where_no_file_can_be_is_one_clear_line(
    name: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(TmxError) as caught, whole_file(tmp_path / name, force=True):
        pytest.fail("the block ran")
    assert str(caught.value) == f"{tmp_path / name}: {reason}"


def test_a_long_name_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 255)
    with whole_file(path) as stream:
        stream.write(b"new")
    assert path.read_text() == "new"


def test_no_permission_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.tmx"
    if os.geteuid() == 0:  # root may write anywhere

        def refuse(*_: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)
    else:
        tmp_path.chmod(0o500)
    with pytest.raises(TmxError) as caught, whole_file(path):
        pytest.fail("the block ran")
    assert str(caught.value) == f"{path}: no permission to write there; choose another folder"


def test_a_read_only_file_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.tmx"
    path.write_text("old")
    path.chmod(0o400)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write it all the same
    with pytest.raises(TmxError, match="no permission"), whole_file(path, force=True):
        pytest.fail("the block ran")
    assert path.read_text() == "old"


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_standard_output_is_written_to_and_stays_open(
    name: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with whole_file(Path(name)) as stream:
        stream.write(DATA)
    print("after")
    assert capfdbinary.readouterr().out == DATA + b"after\n"


def test_an_output_that_a_program_has_put_in_the_place_of_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    with whole_file(Path("-")) as stream:
        stream.write(b"a")
    assert capsysbinary.readouterr().out == b"a"


def run(*arguments: str, code: str = WRITES) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_reader_that_goes_away_is_one_clear_line() -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom tmx.output import whole_file\n"
        "try:\n"
        "    with whole_file(Path('-')) as stream:\n"
        "        for _ in range(64):\n"
        "            stream.write(bytes(1 << 20))\n"
        "except ValueError as error:\n"
        "    sys.exit(str(error))\n"
    )
    process = run(code=code)
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    error = process.stderr.read().decode()
    assert process.wait(10) == 1
    assert error == "standard output: its reader has gone before all was written\n"
    process.stderr.close()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGTERM, 143),
        (signal.SIGHUP, 129),
        (signal.SIGINT, -signal.SIGINT),
        (signal.SIGKILL, -signal.SIGKILL),
    ],
)
def test_a_signal_at_any_moment_leaves_the_old_file_or_the_new_one(
    number: signal.Signals, code: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.tmx"
    for seed in range(3):
        path.write_text("old")
        process = run(str(path))
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 0.06))
        process.send_signal(number)
        process.communicate(timeout=20)
        left = path.stat().st_size
        assert left in (3, 64 * len(DATA))
        assert process.returncode in (code, -number, 0)  # the last two: it had ended already
        if number is not signal.SIGKILL:
            assert names_in(tmp_path) == ["a.tmx"]
    assert all(
        name == "a.tmx" or (name.startswith(".duiqi-") and name.endswith(".part"))
        for name in names_in(tmp_path)
    )


def _killed(folder: Path) -> Path:
    """Kill a run at work; return what it leaves behind."""
    process = run(str(folder / "killed.tmx"))
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate(timeout=20)
    (left,) = folder.glob(".duiqi-*.part")
    return left


def _age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")
@pytest.mark.parametrize(("seconds", "stays"), [(3600, False), (1, True)])
def test_what_a_killed_run_left_is_cleared_away_by_a_later_one(
    seconds: float, stays: bool, tmp_path: Path
) -> None:
    left = _killed(tmp_path)
    _age(left, seconds)
    with whole_file(tmp_path / "a.tmx") as stream:
        stream.write(b"new")
    assert names_in(tmp_path) == ([left.name, "a.tmx"] if stays else ["a.tmx"])


def test_a_run_at_work_is_not_disturbed_however_long_it_writes_nothing(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a.tmx") as stream:
        stream.write(b"old")
        stream.flush()
        (mine,) = tmp_path.glob(".duiqi-*.part")
        _age(mine, 3600)
        with whole_file(tmp_path / "b.tmx") as other:
            other.write(b"new")
        assert names_in(tmp_path) == [mine.name, "b.tmx"]
    assert (tmp_path / "a.tmx").read_bytes() == b"old"


def test_other_files_are_never_cleared_away(tmp_path: Path) -> None:
    others = ["a.part", ".duiqi-1.txt", ".duiqi.part"]
    for name in others:
        (tmp_path / name).write_text("mine")
        _age(tmp_path / name, 3600)
    (tmp_path / ".duiqi-0.part").mkdir()
    _age(tmp_path / ".duiqi-0.part", 3600)
    with whole_file(tmp_path / "a.tmx") as stream:
        stream.write(b"new")
    assert names_in(tmp_path) == sorted([*others, ".duiqi-0.part", "a.tmx"])


def test_signals_are_as_before_when_the_block_has_ended(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a.tmx"):
        assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_it_works_outside_of_the_main_thread(tmp_path: Path) -> None:
    def write() -> None:
        with whole_file(tmp_path / "a.tmx") as stream:
            stream.write(b"new")

    thread = threading.Thread(target=write)
    thread.start()
    thread.join(10)
    assert (tmp_path / "a.tmx").read_text() == "new"
