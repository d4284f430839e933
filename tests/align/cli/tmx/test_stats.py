"""`duiqi tmx stats`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main
from tests.tmx.validation.memories import GOOD


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.tmx").write_text(GOOD, "utf-8")


def stats(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["tmx", "stats", *arguments])


def test_the_figures_are_shown_in_tables() -> None:
    result = stats("a.tmx")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    for line in (
        "units\t2",
        "source language\tzh-CN",
        "made by\tduiqi 0.1",
        "units in zh-CN, en\t2",
        "double pairs\t0",
        "notes\t1",
        "<bpt>\t2",
        "creationdate\t20121203T000000Z to 20121203T000000Z",
        "zh-CN\t2\t0\t4\t5\t5\t2\t2\t3",
        "en\t2\t0\t4\t32\t30\t11\t11\t21",
        "x-score\t1\t1",
        "0.9 to 1.0\t1",
        "median\t0.93",
    ):
        assert line in lines


def test_the_json_holds_the_same() -> None:
    figures = json.loads(stats("a.tmx", "--format", "json").stdout)
    assert (figures["units"], figures["notes"], figures["tags"]["sub"]) == (2, 1, 2)
    assert figures["header"]["srclang"] == "zh-CN"
    assert [item["tag"] for item in figures["languages"]] == ["zh-CN", "en"]
    assert figures["languages"][1]["longest"] == 21
    assert figures["dates"]["changedate"]["latest"] == "20121203T000000Z"
    assert figures["scores"]["tenths"][9] == 1


def test_another_property_may_hold_the_score() -> None:
    figures = json.loads(stats("a.tmx", "--format", "json", "--score", "x-file").stdout)
    assert (figures["scores"]["units"], figures["scores"]["others"]) == (0, 0)


def test_a_file_that_cant_be_read_is_one_line() -> None:
    result = stats("none.tmx")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_several_memories_are_counted_each() -> None:
    Path("b.tmx").write_text(GOOD.replace("大会", "会"), "utf-8")
    result = stats("a.tmx", "none.tmx", "b.tmx")
    assert result.exit_code == 2
    assert result.stderr.startswith("duiqi: none.tmx: there is no such file")
    lines = result.stdout.splitlines()
    assert [line for line in lines if line.startswith("memory\t")] == [
        "memory\ta.tmx",
        "memory\tb.tmx",
    ]
    assert lines.count("units\t2") == 2
    figures = json.loads(stats("a.tmx", "b.tmx", "--format", "json").stdout)
    assert [(item["memory"], item["units"]) for item in figures] == [("a.tmx", 2), ("b.tmx", 2)]
