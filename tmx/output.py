"""Output files that appear whole or not at all.

A file is written beside its target under the name ".duiqi-<random>.part", flushed to the disk, and
then given the target's name. Only a kill that can't be caught (SIGKILL, a power cut) leaves a file
of that name behind. The next file that is written into the folder clears it away: a run locks its
own file, and the system gives up the lock of a run that is dead, so no other run is disturbed.
"""

from __future__ import annotations

import errno
import io
import os
import secrets
import signal
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import BinaryIO, cast

from tmx.errors import TmxError

if sys.platform != "win32":  # which has no such locks: what a kill leaves there stays
    import fcntl

STANDARD_OUTPUT = Path("-")
"""The path that stands for standard output."""

_PREFIX, _SUFFIX = ".duiqi-", ".part"
_STALE = 60.0
"""Seconds since it was written to before an unlocked file counts as a dead run's: one that is just
being made is not locked yet."""

_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_REASONS = {
    errno.ENOSPC: "the disk is full; make room or choose another folder",
    errno.EDQUOT: "your share of the disk is used up; make room or choose another folder",
    errno.EFBIG: "the file grows larger than this disk allows; choose another one",
    errno.EACCES: "no permission to write there; choose another folder",
    errno.EPERM: "no permission to write there; choose another folder",
    errno.EROFS: "the disk is read-only; choose another folder",
    errno.ENOENT: "its folder does not exist; make it first",
    errno.ENOTDIR: "its folder is a file; choose another folder",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ELOOP: "its symbolic links lead in a circle; name the file itself",
    errno.EISDIR: "it is a folder; name a file in it",
    errno.EPIPE: "its reader has gone before all was written",
}


@contextmanager
def whole_file(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """Give a stream whose bytes become the file when the block ends well; else nothing changes.

    A symbolic link stays, and the file that it leads to is written. What is no file on a disk
    ("-" for standard output, a pipe, a device) is written to directly. While the block runs in
    the main thread, SIGTERM and SIGHUP end it as an exception does, so that nothing is left.

    Args:
        path: the target, or "-" for standard output.
        force: whether to overwrite a file that exists; its permissions are kept. Another program
            that makes the file while the block runs counts as well.

    Raises:
        TmxError: it exists, or can't be written; the message names the path and what to do.
    """
    with ended_by_signals():
        if path in (STANDARD_OUTPUT, Path("/dev/stdout")):
            with _standard_output() as stream:
                yield stream
            return
        with _errors_of(path):
            mode = _mode(path)
        if mode is not None and stat.S_ISDIR(mode):
            raise TmxError(f"{path}: {_REASONS[errno.EISDIR]}")
        if mode is not None and not stat.S_ISREG(mode):
            with _direct(path) as stream:
                yield stream
            return
        if mode is not None and not force:
            raise _exists(path)
        with _beside(path, mode, force) as stream:
            yield stream


@contextmanager
def _beside(path: Path, mode: int | None, force: bool) -> Iterator[BinaryIO]:
    target = path.resolve()
    temporary = target.with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
    _clear_stale(target.parent)
    lock = None
    try:
        with _errors_of(path):
            if mode is not None and not os.access(target, os.W_OK):
                raise PermissionError(errno.EACCES, "read-only")
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        lock = os.dup(descriptor)
        _lock(lock)
        with _stream(path, descriptor) as stream:
            yield stream
            stream.flush()
            with _errors_of(path):
                if mode is not None:
                    temporary.chmod(stat.S_IMODE(mode))
                os.fsync(descriptor)
        with _errors_of(path):
            _publish(path, temporary, target, force)
    finally:
        try:
            _remove(temporary)
        finally:  # a signal may have come in the middle of it
            _remove(temporary)
            if lock is not None:
                os.close(lock)


def _lock(descriptor: int) -> bool:
    """Lock a file until all descriptors of it are closed; say whether that could be done."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # another run holds it, or the disk knows no locks
        return False
    return True


def _clear_stale(folder: Path) -> None:
    """Delete what runs that were killed left in a folder; what can't be told or deleted stays."""
    found: list[Path] = []
    with suppress(OSError):
        found += folder.glob(f"{_PREFIX}*{_SUFFIX}")
    for path in found:
        with suppress(OSError):
            if time.time() - path.stat().st_mtime < _STALE:
                continue
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
            try:
                if _lock(descriptor):
                    path.unlink()
            finally:
                os.close(descriptor)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _remove(path: Path) -> None:
    if os.path.lexists(path):
        path.unlink()


def _publish(path: Path, temporary: Path, target: Path, force: bool) -> None:
    """Give the finished file its name; without force, never in place of another file."""
    if force:
        temporary.replace(target)
        return
    try:
        target.hardlink_to(temporary)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A disk without hard links: a file made between these two steps would be overwritten.
        if target.exists():
            raise _exists(path) from error
        temporary.replace(target)


@contextmanager
def _direct(path: Path) -> Iterator[BinaryIO]:
    with _errors_of(path):
        descriptor = os.open(path, os.O_WRONLY)
    with _stream(path, descriptor) as stream:
        yield stream
        stream.flush()


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    sys.stdout.flush()
    try:
        descriptor = os.dup(sys.stdout.fileno())
    except io.UnsupportedOperation:  # a program has put something of its own there
        yield sys.stdout.buffer
        return
    with _stream(Path("standard output"), descriptor) as stream:
        yield stream
        stream.flush()


@contextmanager
def _stream(path: Path, descriptor: int) -> Iterator[BinaryIO]:
    """Give a buffered stream; when the block fails, what is still in the buffer is dropped."""
    raw = _Raw(path, descriptor)
    stream = io.BufferedWriter(raw, 1 << 18)
    try:
        yield cast(BinaryIO, stream)
    except BaseException:
        raw.dropping = True
        raise
    finally:
        with _errors_of(path):
            stream.close()


class _Raw(io.FileIO):
    """A file whose errors name its path and what to do."""

    def __init__(self, path: Path, descriptor: int) -> None:
        super().__init__(descriptor, "wb")
        self._path = path
        self.dropping = False

    def write(self, data: object, /) -> int:
        """Write bytes, or drop them once the file is given up."""
        if self.dropping:
            return memoryview(data).nbytes  # type: ignore[arg-type]
        with _errors_of(self._path):
            return os.write(self.fileno(), data)  # type: ignore[arg-type]


@contextmanager
def _errors_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TmxError(f"{path}: {why_unwritable(path, error)}") from error


def why_unwritable(path: Path, error: OSError) -> str:
    """Say why a file or a folder can't be made, and what to do; it stands behind its path."""
    if error.errno == errno.ENOENT and path.parent.exists():
        return "nothing can be made in its folder; choose another one"
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def _exists(path: Path) -> TmxError:
    return TmxError(f"{path}: it exists already and is left as it is; --force overwrites it")


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Have SIGTERM and SIGHUP end the block as an exception does, so that it can tidy up.

    That holds in the main thread, and for a signal that no one else has taken.
    """
    taken: list[signal.Signals] = []
    if threading.current_thread() is threading.main_thread():
        names = ("SIGTERM", "SIGHUP")
        numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
        for number in numbers:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _end)
                taken.append(number)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
