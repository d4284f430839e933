"""`duiqi tmx convert`."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main
from tmx.reading import open_memory
from tmx.units import Unit

CSV = "zh-CN,en,fr,tuid\n甲,a,â,1\n乙,b,,2\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1354492800")
    Path("a.csv").write_text(CSV, "utf-8")
    Path("b.csv").write_text(CSV.replace(",fr", ",-").replace("â", ""), "utf-8")
    yield


def convert(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["tmx", "convert", *arguments])


def units_of(path: str) -> list[Unit]:
    with open_memory(Path(path)) as memory:
        return list(memory.units)


def test_a_table_becomes_a_memory_that_says_where_it_comes_from() -> None:
    result = convert("a.csv", "-o", "a.tmx")
    assert (result.exit_code, result.stderr) == (0, "a.tmx: 2 units, TMX\n")
    assert [len(unit.variants) for unit in units_of("a.tmx")] == [3, 2]
    with open_memory(Path("a.tmx")) as memory:
        assert memory.header.creationtool == "duiqi"
        assert [item.value for item in memory.header.annotations] == ["a.csv"]


@pytest.mark.parametrize("name", ["c.xlf", "c.po", "c.tsv", "c.xlsx", "c.jsonl", "c.tmx.gz"])
def test_there_and_back(name: str) -> None:
    convert("b.csv", "-o", "b.tmx")
    assert convert("b.tmx", "-o", name).exit_code == 0
    assert convert(name, "-o", "back.tmx").exit_code == 0
    assert units_of("back.tmx") == units_of("b.tmx")


def test_the_same_input_gives_the_same_bytes() -> None:
    for name in ("one.tmx.gz", "two.tmx.gz"):
        convert("a.csv", "-o", name)
    assert Path("one.tmx.gz").read_bytes() == Path("two.tmx.gz").read_bytes()
    assert gzip.decompress(Path("one.tmx.gz").read_bytes()).startswith(b"<?xml")


def test_one_of_several_targets_is_chosen_and_what_is_left_out_is_said() -> None:
    result = convert("a.csv", "-o", "a.po")
    assert result.exit_code == 2
    assert (
        result.stderr == "duiqi: a.csv: its first unit has en, fr; say which with --target-lang\n"
    )
    assert not Path("a.po").exists()
    result = convert("a.csv", "-o", "a.po", "--target-lang", "en")
    assert result.stderr == (
        "duiqi: warning: a.po: left out, since PO has no place for them: 1 further variant\n"
        "a.po: 2 units, PO\n"
    )


def test_lines_are_read_and_written_as_two_files() -> None:
    result = convert("b.csv", "--to", "moses", "-o", "c")
    assert "c.zh-CN and c.en: 2 units, Moses" in result.stderr
    assert Path("c.zh-CN").read_text("utf-8") == "甲\n乙\n"
    result = convert("c.zh-CN", "c.en", "-o", "c.tmx")
    assert result.stderr == "c.tmx: 2 units, TMX\n"
    with Path("c.en").open("a") as stream:
        stream.write("more\n")
    result = convert("c.zh-CN", "c.en", "-o", "d.tmx")
    assert (result.exit_code, Path("d.tmx").exists()) == (2, False)
    assert result.stderr.startswith("duiqi: c.zh-CN: it ends after line 2, and c.en goes on")


def test_neither_of_two_files_appears_when_one_is_there() -> None:
    Path("c.en").write_text("old")
    result = convert("b.csv", "--to", "moses", "-o", "c")
    assert result.exit_code == 2
    assert not Path("c.zh-CN").exists()
    assert Path("c.en").read_text() == "old"


def test_lines_are_not_written_over_while_they_are_read() -> None:
    convert("b.csv", "--to", "moses", "-o", "c")
    result = convert("c.zh-CN", "c.en", "--to", "moses", "-o", "c", "--force")
    assert result.stderr.startswith("duiqi: c.zh-CN: named twice in this command")
    assert Path("c.en").read_text("utf-8") == "a\nb\n"


def test_standard_input_is_tmx_or_what_is_said() -> None:
    command = ["tmx", "convert", "-", "--from", "csv", "-o", "c.tmx"]
    assert CliRunner().invoke(main, command, input="zh-CN,en\n甲,a\n").exit_code == 0
    assert units_of("c.tmx") == [Unit.pair(("zh-CN", "甲"), ("en", "a"))]


def test_columns_are_those_of_the_table_that_is_read_or_else_written() -> None:
    convert("a.csv", "-o", "a.tmx")
    assert convert("a.tmx", "-o", "c.tsv", "--columns", "fr,zh-CN").exit_code == 0
    assert Path("c.tsv").read_text("utf-8") == "fr\tzh-CN\nâ\t甲\n\t乙\n"
    Path("d.csv").write_text("甲,x,a\n", "utf-8")
    convert("d.csv", "-o", "d.tmx", "--columns", "zh-CN,-,en")
    assert units_of("d.tmx") == [Unit.pair(("zh-CN", "甲"), ("en", "a"))]


def test_a_tool_gets_what_it_imports_and_the_rest_is_counted() -> None:
    Path("e.csv").write_text("zh-CN,en,prop:Client\n甲,a,UN\n乙,,UN\n", "utf-8")
    result = convert("e.csv", "-o", "e.tmx", "--for", "trados")
    assert "units that tools would not import, left out: 1; the first: unit number 2" in (
        result.stderr
    )
    (unit,) = units_of("e.tmx")
    assert unit.value("x-Client") == "UN"
    assert CliRunner().invoke(main, ["tmx", "validate", "e.tmx"]).exit_code == 0


def test_the_source_language_of_a_memory_can_be_said() -> None:
    convert("a.csv", "-o", "a.tmx")
    convert("a.tmx", "-o", "b.tmx", "--source-lang", "fr")
    with open_memory(Path("b.tmx")) as memory:
        assert memory.header.srclang == "fr"


def test_an_older_version_is_written() -> None:
    convert("b.csv", "-o", "b.tmx", "--tmx-version", "1.1")
    text = Path("b.tmx").read_text("utf-8")
    assert '<tmx version="1.1">' in text
    assert '<tuv lang="en">' in text


def test_the_result_can_go_to_standard_output() -> None:
    result = convert("b.csv", "--to", "tsv", "-o", "-")
    assert result.stdout == "zh-CN\ten\ttuid\n甲\ta\t1\n乙\tb\t2\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["a.csv", "-o", "a.docx"],
            "a.docx: a memory can't be written as .docx; end it in one of .tmx, .xlf, .po, .tsv,"
            " .csv, .xlsx, .jsonl, or say --to with one of tmx, xliff, xliff2, po, tsv, csv, xlsx,"
            " jsonl, moses",
        ),
        (["a.csv", "-o", "a"], "a: its name does not tell the format; end it in one of .tmx, .xlf"),
        (["a.csv", "-o", "c.tmx", "--encoding", "klingon"], "a.csv: unknown encoding 'klingon'"),
        (
            ["a.tmx", "-o", "c.tsv", "--encoding", "klingon"],
            "a.tmx: TMX tells its encoding itself; leave --encoding out, which is for TSV",
        ),
        (["a.xlf", "-o", "c.tsv", "--encoding", "utf-8"], "a.xlf: XLIFF 1.2 tells its encoding"),
        (["a.csv", "-o", "a.csv", "--force"], "a.csv: named twice in this command"),
        (["a.csv", "-o", "b.csv"], "b.csv: it exists already"),
        (["none.po", "-o", "c.tmx"], "none.po: there is no such file"),
        (["none.zh", "b.csv", "-o", "c.tmx"], "none.zh: there is no such file"),
        (["a.csv", "a.csv", "b.csv", "-o", "c.tmx"], "one file is converted at a time"),
        (["a.csv", "-o", "c.po", "--for", "all"], "--for and --tmx-version are for TMX"),
        (["a.csv", "-o", "c.tmx", "--for", "all", "--tmx-version", "1.1"], "--for writes TMX 1.4"),
        (["a.csv", "--from", "moses", "-o", "c.tmx"], "Moses is two files"),
        (
            ["a.tmx", "b.csv.gz", "-o", "c.tsv"],
            "one file is converted at a time; two are Moses' lines, and these are named as TMX and"
            " CSV; convert each, or make one memory of them with duiqi tmx merge",
        ),
        (["a.csv", "--to", "moses", "-o", "-"], "Moses is two files, which standard output"),
        (["a.csv", "--from", "po", "-o", "c.tmx"], "a.csv: no PO file"),
        (["a.csv", "--from", "xlsx", "-o", "c.tmx"], "a.csv: no XLSX workbook"),
        (["a.csv", "-o", "c.tmx", "--source-lang", "de"], "a.csv, line 1: no column in de"),
    ],
)
def test_an_error_of_the_users_is_one_line(arguments: list[str], line: str) -> None:
    convert("b.csv", "-o", "a.tmx")
    convert("b.csv", "-o", "a.xlf")
    result = convert(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"duiqi: {line}")
    assert result.stderr.count("\n") == 1
