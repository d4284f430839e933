"""A folder of files that appears whole or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tmx.errors import TmxError
from tmx.output import ended_by_signals, why_unwritable


@contextmanager
def whole_folder(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a folder whose files are in `path` when the block ends well; else nothing changes.

    The folder lies beside the path and gets its name at the end. Where there is a folder with
    files already, and force is set, the new files are moved into it one by one.

    Args:
        path: the folder to make; an empty one may be there.
        force: whether files may be put into a folder that has some, in place of those with the
            same names.

    Raises:
        TmxError: it exists and holds files, is no folder, or can't be written.
    """
    target = path.resolve()
    with ended_by_signals():
        with _errors_of(path):
            if target.exists() and not target.is_dir():
                raise TmxError(f"{path}: it is a file; name a folder")
            filled = target.is_dir() and any(target.iterdir())
            if filled and not force:
                raise TmxError(
                    f"{path}: it holds files already; name a new folder, or --force adds to "
                    "it and replaces files of the same names"
                )
            temporary = target.with_name(f".duiqi-{secrets.token_hex(8)}.part")
            temporary.mkdir()
        try:
            yield temporary
            with _errors_of(path):
                _publish(temporary, target)
        except TmxError as error:  # of a file that is not yet where the user wants it
            raise TmxError(str(error).replace(str(temporary), str(path))) from error
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


def _publish(temporary: Path, target: Path) -> None:
    """Give the finished folder its name, or move its files into the one that is there."""
    if target.is_dir() and any(target.iterdir()):
        for file in sorted(temporary.iterdir()):
            file.replace(target / file.name)
        return
    if target.is_dir():
        target.rmdir()
    temporary.rename(target)


@contextmanager
def _errors_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TmxError(f"{path}: {why_unwritable(path, error)}") from error
