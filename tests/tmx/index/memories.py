"""Small memories for the tests of the index."""

from collections.abc import Iterable
from pathlib import Path

from tmx.index import add_memory, all_units, change_index, open_index
from tmx.index.adding import Change
from tmx.units import Header, Unit

HEADER = Header("en", "test", "1")


def pair(english: str, chinese: str = "词") -> Unit:
    return Unit.pair(("en", english), ("zh-CN", chinese))


def put(path: Path, units: Iterable[Unit], name: str = "m", header: Header = HEADER) -> Change:
    """Add a memory to an index."""
    with change_index(path) as index:
        return add_memory(index, name, header, units)


def held(path: Path, *names: str) -> list[Unit]:
    """Return the units that an index gives back."""
    with open_index(path) as index:
        return list(all_units(index, names)[1])
