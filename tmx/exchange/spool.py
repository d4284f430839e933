"""Holds the units of a memory on disk while something is found out about all of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from tmx.errors import TmxError
from tmx.exchange.json_lines import decode_unit, encode_unit
from tmx.units import Unit

_IN_MEMORY = 8 * 2**20  # bytes


@contextmanager
def spooled(units: Iterable[Unit], see: Callable[[Unit], None]) -> Iterator[Iterator[Unit]]:
    """Show every unit to a function first; then give them all again.

    Up to 8 MB are held in memory, more in a temporary file.

    Args:
        units: taken one by one.
        see: shown each of them.

    Yields:
        The same units once more.

    Raises:
        TmxError: the folder for temporary files can't be written.
    """
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        for unit in units:
            see(unit)
            try:
                file.write(encode_unit(unit))
            except OSError as error:
                raise TmxError(
                    f"the folder for temporary files can't be written ({error.strerror or error});"
                    " make room there, or name another folder in TMPDIR"
                ) from error
        file.seek(0)
        yield map(decode_unit, file)
