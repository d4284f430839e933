"""Holds the units of a memory on disk while something is found out about all of them."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from tmx.errors import TmxError
from tmx.operations.packing import pack, unpack
from tmx.units import Unit

_LENGTH = struct.Struct("<I")
_IN_MEMORY = 8 * 2**20  # bytes


@contextmanager
def spooled(units: Iterable[Unit]) -> Iterator[Iterator[Unit]]:
    """Take all units first, and then give them again.

    Up to 8 MB are held in memory, more in a temporary file.

    Args:
        units: taken one by one.

    Yields:
        The same units once more.

    Raises:
        TmxError: the folder for temporary files can't be written.
    """
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        for unit in units:
            try:
                packed = pack(unit)
                file.write(_LENGTH.pack(len(packed)) + packed)
            except OSError as error:
                raise TmxError(
                    f"the folder for temporary files can't be written ({error.strerror or error});"
                    " make room there, or name another folder in TMPDIR"
                ) from error
        file.seek(0)
        yield _units(file)


def _units(file: IO[bytes]) -> Iterator[Unit]:
    while head := file.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(head)
        yield unpack(file.read(length))
