"""`duiqi words`: what it reads and writes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main
from tmx.units import Header, Unit
from tmx.writer import write_tmx

CHINESE = "各国政府应当销毁武器。\n\n报告"
ENGLISH = "Governments should destroy weapons.\nNothing here.\nreport"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.zh").write_text(CHINESE, "utf-8")
    Path("b.en").write_text(ENGLISH, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["words", *arguments])


def test_each_line_has_its_links() -> None:
    lines = run("a.zh", "b.en").stdout.splitlines()
    assert len(lines) == 3
    assert lines[1] == ""
    link, probability = lines[2].split(":")
    assert link == "0-0"
    assert 0.4 <= float(probability) <= 1


def test_the_words_stand_beside_their_links() -> None:
    lines = [
        json.loads(line) for line in run("a.zh", "b.en", "--format", "json").stdout.splitlines()
    ]
    assert lines[1] == {"source": [], "target": ["Nothing", "here", "."], "links": []}
    first = lines[0]
    found = {(first["source"][one], first["target"][other]) for one, other, _ in first["links"]}
    assert {("政府", "Governments"), ("销毁", "destroy"), ("武器", "weapons")} <= found


def test_words_that_are_parted_by_spaces_are_left_alone() -> None:
    Path("t.zh").write_text("各国政府 报告\n", "utf-8")
    Path("t.en").write_text("Governments' report\n", "utf-8")
    languages = ("--source-lang", "zh", "--target-lang", "en")
    found = run("t.zh", "t.en", "--tokenised", *languages, "--format", "json").stdout
    assert json.loads(found)["target"] == ["Governments'", "report"]
    plain = run("t.zh", "t.en", "--tokenised", *languages, "--no-probabilities").stdout
    assert plain == "0-0 1-1\n"


def test_a_memory_gives_a_line_for_each_pair_without_its_tags() -> None:
    units = [
        Unit.pair(("zh-CN", "武器"), ("en", "weapons")),
        Unit.pair(("zh-CN", "报告"), ("en", "report")),
    ]
    with Path("m.tmx").open("wb") as stream:
        write_tmx(stream, Header("zh-CN", "t", "1"), units, exact=True)
    assert run("m.tmx", "--no-probabilities").stdout == "0-0\n0-0\n"


def test_the_format_of_a_memory_can_be_said() -> None:
    Path("m.list").write_text("zh-CN\ten\n武器\tweapons\n报告\treport\n", "utf-8")
    assert run("m.list", "--from", "tsv", "--no-probabilities").stdout == "0-0\n0-0\n"
    refused = run("a.zh", "b.en", "--from", "tsv")
    assert refused.exit_code == 2
    assert "--from is for a memory" in refused.stderr


def test_a_file_appears_whole() -> None:
    result = run("a.zh", "b.en", "-o", "links")
    assert result.exit_code == 0
    assert "links: 3 pairs, " in result.stderr
    assert len(Path("links").read_text("utf-8").splitlines()) == 3
    again = run("a.zh", "b.en", "-o", "links")
    assert again.exit_code == 2
    assert run("a.zh", "b.en", "-o", "links", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.zh", "missing"], "missing: "),
        (["a.zh", "short.en"], "a.zh has 3 lines and short.en 1 line; "),
        (["a.zh", "b.en", "-o", "a.zh"], "a.zh: named twice"),
        (["a.zh", "b.en", "--encoder", "none"], "there is no encoder 'none'"),
        (["a.zh", "b.en", "--format", "json", "--no-probabilities"], "is for --format pharaoh"),
    ],
)
def test_errors_are_one_line(arguments: list[str], words: str) -> None:
    Path("short.en").write_text("Governments should destroy weapons.\n", "utf-8")
    result = run(*arguments, "--quiet")
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not result.stdout
