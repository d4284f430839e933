"""`duiqi tmx validate`."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main
from align.cli.tmx.validate import SHOWN
from tests.tmx.validation.memories import GOOD
from tmx.validation import TOOLS

BAD = GOOD.replace("大会，", " ").replace('xml:lang="en"', 'xml:lang="en_US"')


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1354492800")
    Path("good.tmx").write_text(GOOD, "utf-8")
    Path("bad.tmx").write_text(BAD, "utf-8")
    return tmp_path


def validate(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["tmx", "validate", *arguments])


def test_a_good_memory_is_said_to_be_good() -> None:
    result = validate("good.tmx")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "good.tmx: 2 units, 0 errors, 0 warnings, 0 infos\n"


def test_every_finding_says_where_what_why_and_what_to_do() -> None:
    result = validate("bad.tmx", "--for", "trados")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "bad.tmx:11: error: unit one: the segment is empty [segment-empty]\n"
        "    why: importers leave the unit out, or offer an empty translation\n"
        "    mend: fill it in, or take the unit out (--drop)\n"
        "bad.tmx:12: error: unit one: xml:lang is en_US [language-underscore]\n"
    )
    assert result.stdout.endswith(
        "\n\n"
        "2  error    language-underscore\n"
        "1  error    segment-empty\n"
        "bad.tmx: 2 units, 3 errors, 0 warnings, 0 infos\n"
    )


def test_the_demands_of_the_named_tools_count() -> None:
    Path("a.tmx").write_text(GOOD.replace("大会，", "会" * 2001), "utf-8")
    assert "segment-over-2000" in validate("a.tmx").stdout
    assert "segment-over-2000" in validate("a.tmx", "--for", "trados").stdout
    assert "segment-over-2000" in validate("a.tmx", "--for", "omegat", "--for", "trados").stdout
    assert "segment-over-2000" not in validate("a.tmx", "--for", "omegat").stdout


def test_repeated_findings_are_counted_and_shown_when_asked() -> None:
    Path("many.tmx").write_text(GOOD.replace("<note>", "<note lang='en'/>" * 9 + "<note>"), "utf-8")
    few, every = validate("many.tmx").stdout, validate("many.tmx", "--all").stdout
    assert few.count("[lang-attribute]") == SHOWN
    assert "9  error    lang-attribute (4 not shown; --all shows them)\n" in few
    assert every.count("[lang-attribute]") == 9
    assert "not shown" not in every


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1)])
def test_what_makes_it_fail_can_be_chosen(fail_on: str, code: int) -> None:
    Path("a.tmx").write_text(GOOD.replace("x-score", "score"), "utf-8")
    assert validate("a.tmx", "--fail-on", fail_on).exit_code == code


def test_the_json_holds_the_same() -> None:
    result = validate("bad.tmx", "--format", "json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert (report["memory"], report["tools"]) == ("bad.tmx", list(TOOLS))
    assert (report["units"], report["errors"], report["infos"]) == (2, 3, 0)
    first = report["findings"][0]
    assert (first["line"], first["unit"], first["rule"]) == (11, "one", "segment-empty")
    assert (first["severity"], first["kind"], first["what"]) == (
        "error",
        "import",
        "the segment is empty",
    )
    assert report["summary"][0] == {"rule": "language-underscore", "severity": "error", "count": 2}
    assert json.loads(validate("good.tmx", "--format", "json").stdout)["findings"] == []


def test_packed_memories_are_read() -> None:
    Path("good.tmx.gz").write_bytes(gzip.compress(GOOD.encode()))
    assert validate("good.tmx.gz").exit_code == 0


def test_standard_input_is_read() -> None:
    result = CliRunner().invoke(main, ["tmx", "validate", "-"], input=GOOD)
    assert (result.exit_code, result.stdout.partition(",")[0]) == (0, "-: 2 units")


def test_what_can_be_mended_is_written_and_counted_and_the_rest_is_shown() -> None:
    result = validate("bad.tmx", "--fix", "-o", "new.tmx")
    assert result.exit_code == 1
    assert "[segment-empty]" in result.stdout
    assert "mended: 2 language-underscore\n" in result.stdout
    assert result.stdout.endswith("left: 2 units, 1 error, 0 warnings, 0 infos\n")
    again = validate("new.tmx")
    assert "[segment-empty]" in again.stdout
    assert "language-underscore" not in again.stdout


def test_what_stays_can_be_dropped() -> None:
    result = validate("bad.tmx", "--fix", "--drop", "-o", "new.tmx", "--format", "json")
    report = json.loads(result.stdout)
    assert (result.exit_code, report["units"], report["dropped"]) == (0, 1, 1)
    assert report["mended"] == {"language-underscore": 2}
    assert validate("new.tmx").exit_code == 0


def test_the_mended_memory_goes_to_standard_output_alone() -> None:
    result = validate("good.tmx", "--fix", "-o", "-")
    assert result.stdout.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx')
    assert result.stdout.endswith("</tmx>\n")
    assert "left: 2 units" in result.stderr


def test_the_same_memory_is_mended_to_the_same_bytes() -> None:
    validate("bad.tmx", "--fix", "-o", "one.tmx")
    validate("bad.tmx", "--fix", "-o", "two.tmx")
    assert Path("one.tmx").read_bytes() == Path("two.tmx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.tmx"], "none.tmx: there is no such file"),
        (["."], ".: is a folder; name a file"),
        (["good.tmx", "--fix"], "--fix, -o and --drop go together"),
        (["good.tmx", "-o", "a.tmx"], "--fix, -o and --drop go together"),
        (["good.tmx", "--drop"], "--fix, -o and --drop go together"),
        (
            ["good.tmx", "--fix", "-o", "good.tmx", "--force"],
            "good.tmx: named twice in this command",
        ),
        (["good.tmx", "--fix", "-o", "bad.tmx"], "bad.tmx: it exists already"),
        (["-", "--fix", "-o", "new.tmx"], "standard input: --fix reads a memory twice"),
        (["cut.tmx", "--fix", "-o", "new.tmx"], "cut.tmx, line 9: it ends within <tmx><body><tu>"),
        (["good.tmx", "--for", "word"], "Invalid value for '--for'"),
    ],
)
def test_a_users_error_is_one_line(arguments: list[str], message: str) -> None:
    Path("cut.tmx").write_text(GOOD[: GOOD.index("<note>")], "utf-8")
    result = validate(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not Path("new.tmx").exists()


@pytest.mark.parametrize(
    ("memories", "code", "error"),
    [
        (("good.tmx", "good.tmx"), 0, ""),
        (("good.tmx", "bad.tmx"), 1, ""),
        (("bad.tmx", "good.tmx"), 1, ""),
        (("bad.tmx", "none.tmx", "good.tmx"), 2, "duiqi: none.tmx: there is no such file"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_of_several_memories_each_is_looked_at_and_the_worst_decides(
    memories: tuple[str, ...], code: int, error: str, form: str
) -> None:
    result = validate(*memories, "--format", form)
    assert result.exit_code == code
    assert result.stderr.startswith(error)
    assert len(result.stderr.splitlines()) == bool(error)
    there = [name for name in memories if name != "none.tmx"]
    if form == "json":
        assert [report["memory"] for report in json.loads(result.stdout)] == there
    else:
        assert result.stdout == "".join(validate(name).stdout for name in there)


def test_only_one_memory_is_mended_at_a_time() -> None:
    result = validate("good.tmx", "bad.tmx", "--fix", "-o", "mended.tmx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--fix mends one memory at a time; call it for each" in result.stderr
    assert not Path("mended.tmx").exists()
