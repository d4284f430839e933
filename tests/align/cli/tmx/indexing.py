"""Commands on an index, run inside the test's own process."""

from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from align.cli import main
from tmx.units import Header, Unit
from tmx.writer import write_tmx


def run(*arguments: str, given: bytes | None = None) -> Result:
    """Run `duiqi tmx ...`."""
    return CliRunner().invoke(main, ["tmx", *arguments], input=given)


def write_memory(name: str, pairs: Sequence[tuple[str, str]]) -> None:
    """Write a memory from English to Chinese."""
    units = [Unit.pair(("en", english), ("zh-CN", chinese)) for english, chinese in pairs]
    with Path(name).open("wb") as stream:
        write_tmx(stream, Header("en", "test", "1"), units)
