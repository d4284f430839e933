"""What all commands on memories share: how they read, by the user's options."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main
from align.cli.console import Console, set_up_logging
from tmx.reading import open_memory, unpacking

UNIT = '<tu><tuv xml:lang="zh-CN"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    set_up_logging(Console())  # --quiet lasts as long as the process


def memory(*texts: str) -> bytes:
    units = "".join(UNIT.format(text) for text in texts)
    head = '<tmx version="1.4"><header srclang="zh-CN" creationtool="t"/><body>\n'
    return f"{head}{units}</body></tmx>".encode()


def flip(*arguments: str, standard_input: bytes = b"") -> Result:
    return CliRunner().invoke(
        main, ["tmx", "flip", "-o", "out.tmx", *arguments], input=standard_input
    )


def count_written() -> int:
    with open_memory(Path("out.tmx")) as opened:
        return len(list(opened.units))


def test_damage_stops_a_command_unless_it_is_to_recover() -> None:
    Path("m.tmx").write_bytes(memory("甲", "a</b>", "丙"))
    stopped = flip("m.tmx")
    assert stopped.exit_code == 2
    assert stopped.stderr.startswith("duiqi: m.tmx, line 3, byte ")
    assert stopped.stderr.endswith("; --recover goes on behind it\n")
    assert not Path("out.tmx").exists()
    recovered = flip("m.tmx", "--recover")
    assert recovered.exit_code == 0
    assert "duiqi: warning: m.tmx, line 3, byte " in recovered.stderr
    assert "duiqi: warning: m.tmx: damaged places skipped: 1, " in recovered.stderr
    assert count_written() == 2


def test_characters_are_mended_and_told_in_one_line_or_refused() -> None:
    Path("m.tmx").write_bytes(memory("a\x0b", "b&#31;"))
    mended = flip("m.tmx")
    assert mended.exit_code == 0
    told = [line for line in mended.stderr.splitlines() if "warning" in line]
    assert told == [
        "duiqi: warning: m.tmx: characters that XML lacks, or that are no text, mended: 2 "
        "(the first in line 2)"
    ]
    refused = flip("m.tmx", "--no-repair", "--force")
    assert refused.exit_code == 2
    assert "line 2, byte " in refused.stderr
    assert "--repair mends it" in refused.stderr


@pytest.mark.parametrize("size", ["1", "1K", "0.002M", "2kb"])
def test_a_packed_memory_may_not_unpack_to_more_than_the_user_allows(size: str) -> None:
    Path("m.tmx.gz").write_bytes(gzip.compress(memory(*["甲"] * 100)))
    stopped = flip("m.tmx.gz", "--max-size", size)
    assert stopped.exit_code == 2
    assert "it unpacks to more than " in stopped.stderr
    assert flip("m.tmx.gz", "--max-size", "1G").exit_code == 0


def test_the_limit_is_a_gigabyte_or_a_hundred_times_the_size_where_the_user_sets_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("m.tmx.gz").write_bytes(gzip.compress(memory(*["甲"] * 100_000)))
    assert flip("m.tmx.gz").exit_code == 0
    monkeypatch.setattr(unpacking, "FREE_SIZE", 10**6)
    assert "it unpacks to more than" in flip("m.tmx.gz", "--force").stderr


@pytest.mark.parametrize("size", ["many", "-1", "1X", ""])
def test_a_size_that_is_none_is_refused(size: str) -> None:
    Path("m.tmx").write_bytes(memory("甲"))
    refused = flip("m.tmx", "--max-size", size)
    assert refused.exit_code == 2
    assert "is no size; write it like 500M or 20G" in refused.stderr


def test_standard_input_is_read() -> None:
    assert flip("-", standard_input=memory("甲", "乙")).exit_code == 0
    assert count_written() == 2


def test_quiet_says_nothing_of_what_was_mended() -> None:
    Path("m.tmx").write_bytes(memory("a\x0b"))
    assert flip("m.tmx", "--quiet").stderr == ""
