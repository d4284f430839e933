"""`duiqi score`: what it shows and writes."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main
from align.quality.scoring.writing import critical_error_of
from tmx.reading import open_memory
from tmx.units import Header, Property, Segment, Unit, Variant
from tmx.writer import write_tmx

RIGHT = Unit.pair(("zh-CN", "人人生而自由。"), ("en", "All human beings are born free."), tuid="r")
WRONG = Unit.pair(("zh-CN", "人人生而自由。"), ("en", "The price of rice fell in May."), tuid="w")
OTHER = Unit.pair(("de", "a"), ("fr", "b"), tuid="o")
TWO = Unit((*RIGHT.variants, Variant("en", Segment.of("The price of rice fell."))), tuid="t")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with Path("m.tmx").open("wb") as stream:
        units = [RIGHT, OTHER, WRONG, OTHER, TWO, OTHER]
        write_tmx(stream, Header("zh-CN", "t", "1"), units, exact=True)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["score", *arguments])


def test_the_lowest_come_first_and_a_verdict_last(folder: Path) -> None:
    found = run("m.tmx").stdout
    assert found.index("unit w") < found.index("unit r")
    assert "poor: 50% of the units can be used as they are; 2 to look at" in found


def test_what_the_aligner_doubts_is_among_the_lowest(folder: Path) -> None:
    doubted = replace(RIGHT, annotations=(Property("x-score", "0.31"),), tuid="doubted")
    with Path("d.tmx").open("wb") as stream:
        units = [replace(RIGHT, tuid="sure"), doubted]
        write_tmx(stream, Header("zh-CN", "t", "1"), units, exact=True)
    first, *_ = run("d.tmx", "--lowest", "1").stdout.splitlines()
    assert re.fullmatch(r"0\.\d{3} unit doubted \(x-score 0\.310\)", first)
    assert "1 to look at" in run("d.tmx").stdout


def test_the_verdict_goes_by_what_the_folder_says(folder: Path) -> None:
    Path("duiqi.toml").write_text('[check]\nempty = "fatal"\n', "utf-8")
    assert run("m.tmx").exit_code != 0
    text = ("会议于2012年12月3日举行。", "The meeting was held on 3 November 2012.")
    unit = Unit.pair(("zh-CN", text[0]), ("en", text[1]), tuid="d")
    with Path("d.tmx").open("wb") as stream:
        write_tmx(stream, Header("zh-CN", "t", "1"), [unit], exact=True)
    for level, errors in (("error", "1"), ("off", "0")):
        Path("duiqi.toml").write_text(f'[check]\ndate-wrong = "{level}"\nterm = "off"\n', "utf-8")
        assert re.search(rf"with errors\s+{errors}\b", run("d.tmx").stdout)


def test_scores_are_written_into_the_units_and_all_else_stays(folder: Path) -> None:
    assert run("m.tmx", "-o", "s.tmx").exit_code == 0
    with open_memory(Path("s.tmx")) as memory:
        units = list(memory.units)
        signatures = [item for item in memory.header.annotations if "duiqi-score" in str(item)]
    values = [unit.value("x-quality") for unit in units]
    assert [unit.tuid for unit in units] == ["r", "o", "w", "o", "t", "o"]
    assert [value is None for value in values] == [False, True, False, True, False, True]
    assert float(values[0] or 0) > 0.5 > float(values[2] or 1)
    assert float(values[4] or 1) < 0.5  # that of the worse of its two targets
    assert signatures


def test_the_score_and_the_report_give_one_verdict_of_a_run_that_slipped(folder: Path) -> None:
    with Path("slipped.tmx").open("wb") as stream:
        units = [
            Unit.pair(("zh-CN", f"第{at}次会议"), ("en", f"{at + step}th meeting"))
            for step, places in ((0, range(21, 41)), (1, range(41, 49)))
            for at in places
        ]
        write_tmx(stream, Header("zh-CN", "t", "1"), units, exact=True)
    found = run("slipped.tmx", "-o", "scored.tmx", "--format", "json").stdout.splitlines()
    summary = json.loads(found[-1])["summary"]
    assert summary["with errors"] >= 6
    CliRunner().invoke(main, ["check", "scored.tmx", "--html", "page.html"])
    page = Path("page.html").read_text("utf-8")
    assert summary["verdict"].partition(": ")[2] in page


def test_json_has_a_unit_a_line_and_the_summary(folder: Path) -> None:
    lines = [json.loads(line) for line in run("m.tmx", "--format", "json").stdout.splitlines()]
    assert [line["name"] for line in lines[:-1]] == ["unit r", "unit w", "unit t", "unit t"]
    assert lines[-1]["summary"]["units"] == 4


def test_critical_errors_are_told_beside_the_score_where_they_are_asked_for(folder: Path) -> None:
    assert run("m.tmx", "--critical-errors", "-o", "s.tmx").exit_code == 0
    with open_memory(Path("s.tmx")) as memory:
        risks = [critical_error_of(unit) for unit in memory.units]
        signatures = [item for item in memory.header.annotations if "duiqi-critical" in str(item)]
    assert [risk is None for risk in risks] == [False, True, False, True, False, True]
    assert (risks[2] or 0) > (risks[0] or 1)
    assert (risks[4] or 0) > (risks[0] or 1)  # that of the worse of its two targets
    assert signatures
    kept = CliRunner().invoke(
        main, ["tmx", "filter", "s.tmx", "score < 0.3", "--score", "x-critical-error", "-o", "-"]
    )
    assert 'tuid="r"' in kept.stdout
    assert 'tuid="w"' not in kept.stdout


def test_critical_errors_are_listed_the_likeliest_first_and_counted(folder: Path) -> None:
    found = run("m.tmx", "--critical-errors", "--lowest", "3").stdout
    assert found.index("unit w") < found.index("unit r")
    assert "critical errors, likely 2" in " ".join(found.split())
    assert "critical errors" not in run("m.tmx").stdout


def test_critical_errors_stand_in_json_and_in_a_column_of_their_own(folder: Path) -> None:
    lines = run("m.tmx", "--critical-errors", "--format", "json").stdout.splitlines()
    objects = [json.loads(line) for line in lines]
    assert all(0 <= unit["critical error"] <= 1 for unit in objects[:-1])
    assert objects[-1]["summary"]["critical errors, likely"] == 2
    rows = [line.split("\t") for line in run("m.tmx", "--format", "tsv").stdout.splitlines()]
    more = run("m.tmx", "--critical-errors", "--format", "tsv").stdout.splitlines()
    assert [[row[0], *row[2:]] for row in (line.split("\t") for line in more)] == rows


def test_of_an_alignment_more_is_told_in_words_or_as_json(folder: Path) -> None:
    side = "人人生而自由。\n\n1. 报告。\n", "All human beings are born free.\n\n1. The report.\n"
    for name, text in zip(("a.txt", "b.txt"), side, strict=True):
        Path(name).write_text(text, "utf-8")
    CliRunner().invoke(main, ["align", "a.txt", "b.txt", "--json", "a.json"])
    shown = " ".join(run("a.json").stdout.split())
    assert "found a partner 100.0% of the source, 100.0% of the target" in shown
    assert "paragraph numbers that agree 100.0%" in shown
    summary = json.loads(run("a.json", "--format", "json").stdout.splitlines()[-1])["summary"]
    assert summary["alignment: coverage"] == [1.0, 1.0]
    assert summary["alignment: anchors"] == 1.0


def test_two_empty_targets_of_one_source_are_shown_like_any(folder: Path) -> None:
    empty = [Variant("en", Segment.of(text)) for text in ("", " ")]
    with Path("e.tmx").open("wb") as stream:
        units = [Unit((RIGHT.variants[0], *empty))]
        write_tmx(stream, Header("zh-CN", "t", "1"), units, exact=True)
    found = run("e.tmx")
    assert found.exit_code == 0
    assert found.stdout.count("0.000 unit number 1") == 2


def test_translations_are_scored_against_the_targets(folder: Path) -> None:
    Path("mt.txt").write_text("All human beings are born free.\nRice fell.\nx\n", "utf-8")
    assert "tok:13a" in run("m.tmx", "--hypothesis", "mt.txt").stdout
    both = run("m.tmx", "--hypothesis", "mt.txt", "--hypothesis", "mt.txt").stdout
    assert "bs:1000" in both


def test_a_memory_is_scored_against_itself_where_a_source_has_several_targets(
    folder: Path,
) -> None:
    assert run("m.tmx", "--leave-one-out").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.tmx"], "missing.tmx"),
        (["m.tmx", "--hypothesis", "missing.txt"], "missing.txt"),
        (["m.tmx", "--hypothesis", "one.txt"], "there are 1 lines, and 3 units"),
        (["m.tmx", "--hypothesis", "one.txt", "--leave-one-out"], "alone"),
        (["m.tmx", "--critical-errors", "--leave-one-out"], "alone"),
        (["m.tmx", "-o", "m.tmx"], "m.tmx"),
    ],
)
def test_what_can_not_be_done_is_told_in_one_line(
    arguments: list[str], message: str, folder: Path
) -> None:
    Path("one.txt").write_text("one\n", "utf-8")
    found = run(*arguments)
    assert found.exit_code == 2
    assert message in found.stderr
    assert found.stderr.count("\n") == 1


def test_to_standard_output_goes_the_memory_alone(folder: Path) -> None:
    found = run("m.tmx", "-o", "-")
    assert found.exit_code == 0
    assert found.stdout.startswith("<?xml") and found.stdout.endswith("</tmx>\n")
    assert "can be used as they are" in found.stderr
