"""Commands that write several files, or one that grows: after an error nothing is left."""

import subprocess
import sys
from pathlib import Path

import pytest

from tmx.units import Header, Unit
from tmx.writer import write_tmx


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are POSIX only")
@pytest.mark.parametrize(
    "arguments",
    [
        ("filter", "m.tmx", "false", "-o", "o", "--rejected", "r"),
        ("index", "m.tmx", "-o", "i.tmdb"),
        ("split", "m.tmx", "--units", "900", "-o", "parts"),
    ],
)
def test_a_disk_that_fills_up_leaves_nothing(arguments: tuple[str, ...], tmp_path: Path) -> None:
    import resource

    units = [Unit.pair(("zh-CN", f"第{n}条"), ("en", f"Article {n}")) for n in range(1000)]
    with (tmp_path / "m.tmx").open("wb") as stream:
        write_tmx(stream, Header("zh-CN", "t", "1"), units)
    done = subprocess.run(
        [sys.executable, "-c", "from align.cli import main; main()", "tmx", *arguments],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)),
    )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b".part" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["m.tmx"]
