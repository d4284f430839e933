"""`duiqi tmx index`: memories go into an index, are brought up to date, and removed."""

from pathlib import Path

import pytest

from tests.align.cli.tmx.indexing import run, write_memory


def test_adding_says_what_it_did(indexed: Path) -> None:
    write_memory("a.tmx", [("Wash your hands often.", "勤洗手。"), ("Stay at home.", "在家。")])
    result = run("index", "a.tmx", "-o", "a.tmdb")
    assert (result.exit_code, result.stdout) == (0, "")
    # The first unit has another neighbour now, so it is written again.
    assert result.stderr == "a.tmdb: a.tmx: 2 units added, 3 removed, 0 as before\n"
    again = run("index", "a.tmx", "-o", "a.tmdb")
    assert again.stderr == "a.tmdb: a.tmx: 0 units added, 0 removed, 2 as before\n"
    assert run("index", "a.tmx", "-o", "a.tmdb", "--quiet").stderr == ""


def test_without_a_memory_it_lists_what_is_there(indexed: Path) -> None:
    write_memory("b.tmx", [("No.", "不。")])
    assert run("index", "b.tmx", "--name", "second", "-o", "a.tmdb").exit_code == 0
    assert run("index", "-o", "a.tmdb").stdout.splitlines() == [
        "memory\tunits\tsource language\tfolder",
        f"a.tmx\t3\ten\t{indexed}",
        f"second\t1\ten\t{indexed}",
    ]


def test_a_memory_is_taken_out(indexed: Path) -> None:
    result = run("index", "--remove", "a.tmx", "-o", "a.tmdb")
    assert result.stderr == "a.tmdb: a.tmx: 0 units added, 3 removed, 0 as before\n"
    assert run("lookup", "a.tmdb", "Stay at home.").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.tmx", "none.tmx", "-o", "b.tmdb"], "none.tmx: "),
        (["a.tmx", "a.tmx", "-o", "b.tmdb"], "two memories are called a.tmx; add one of them by"),
        (["a.tmx", "b.tmx", "--name", "x", "-o", "b.tmdb"], "--name is for one memory"),
        (["sub/a.tmx", "-o", "a.tmdb"], "--force replaces that one"),
        (["a.tmx", "-o", "a.tmx"], "a.tmx: it is no index"),
        (["a.tmx", "-o", "none/a.tmdb"], "none/a.tmdb: its folder does not exist; make it first"),
        (["--remove", "x", "-o", "a.tmdb"], "it has no memory x; it has a.tmx"),
        (["--remove", "x", "-o", "b.tmdb"], "b.tmdb: there is no such file"),
        (["-o", "b.tmdb"], "b.tmdb: there is no such file"),
        (["a.tmx", "-o", "-"], "can't be written to standard output"),
        (["a.tmx"], "Missing option '-o'"),
    ],
)
def test_what_a_user_does_wrong(indexed: Path, arguments: list[str], message: str) -> None:
    Path("sub").mkdir()
    Path("sub/a.tmx").write_bytes(Path("a.tmx").read_bytes())
    memory, index = Path("a.tmx").read_bytes(), Path("a.tmdb").read_bytes()
    result = run("index", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("duiqi: ")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert (Path("a.tmx").read_bytes(), Path("a.tmdb").read_bytes()) == (memory, index)
    assert not Path("b.tmdb").exists()
