"""`duiqi terms`: what is written, what is left out, and errors in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main
from tests.align.terms.texts import SENTENCES
from tmx.units import Header, Segment, Tag, Unit, Variant
from tmx.writer import write_tmx


def write_memory(name: str, units: list[Unit], source: str = "zh-CN") -> None:
    with Path(name).open("wb") as stream:
        write_tmx(stream, Header(source, "t", "1"), units)


def units(source: str = "zh-CN") -> list[Unit]:
    return [Unit.pair((source, left), ("en", right)) for left, right in SENTENCES]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_memory("m.tmx", units())
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["terms", *arguments])


def rows(text: str) -> dict[str, str]:
    return dict(line.split("\t")[:2] for line in text.splitlines() if line[0] != "#")


def test_a_glossary_is_written() -> None:
    done = run("m.tmx", "-o", "g.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "g.txt: " in done.stderr
    assert " of 5 units" in done.stderr
    found = rows(Path("g.txt").read_text("utf-8"))
    assert found["裁军事务厅"] == "Office for Disarmament Affairs"
    assert found["国家报告"] == "national report"


def test_the_format_can_be_said() -> None:
    Path("m.list").write_text("zh-CN\ten\n国家报告\tnational report\n", "utf-8")
    refused = run("m.list", "-o", "g.txt")
    assert "say --from with one of tmx" in refused.stderr
    assert run("m.list", "-o", "g.txt", "--from", "tsv").exit_code == 0
    assert rows(Path("g.txt").read_text("utf-8"))["国家报告"] == "national report"


@pytest.mark.parametrize("suffix", ["tbx", "csv", "tsv", "xlsx", "json"])
def test_all_formats_are_written_and_bytes_stay_the_same(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("a", "b"):
        assert run("m.tmx", "-o", f"{name}.{suffix}").exit_code == 0
    first = Path(f"a.{suffix}").read_bytes()
    assert first
    assert first == Path(f"b.{suffix}").read_bytes()


def test_several_files_are_one_text() -> None:
    write_memory("n.tmx", units()[:2], "zh-CN")
    assert run("m.tmx", "n.tmx", "-o", "g.json").exit_code == 0
    read = json.loads(Path("g.json").read_text("utf-8"))
    assert read["documents"] == ["m.tmx", "n.tmx"]
    entry = next(item for item in read["entries"] if item["forms"][0]["text"] == "裁军事务厅")
    assert (entry["units"], entry["documents"]) == (4, 2)


def test_standard_output_gets_two_columns_and_top_limits_them() -> None:
    assert len(rows(run("m.tmx", "-o", "-", "--top", "2").stdout)) == 2
    assert rows(run("m.tmx", "-o", "-", "--min-score", "1").stdout) == {}


def test_known_terms_are_left_out_or_confirmed() -> None:
    Path("known.txt").write_text("国家报告\tnational report\n临时议程\tagenda\n", "utf-8")
    done = run("m.tmx", "-o", "-", "--known", "known.txt")
    left = rows(done.stdout)
    assert "国家报告" not in left
    assert left["临时议程"] == "provisional agenda"
    assert "1 unlike the glossary" in done.stderr
    assert run("m.tmx", "-o", "g.json", "--known", "known.txt", "--confirm").exit_code == 0
    read = json.loads(Path("g.json").read_text("utf-8"))
    status = {item["forms"][0]["text"]: item["status"] for item in read["entries"]}
    assert status["国家报告"] == "known"
    assert status["临时议程"] == "different"
    assert status["裁军事务厅"] == "new"


def test_a_glossary_that_was_written_is_known() -> None:
    run("m.tmx", "-o", "g.txt")
    assert run("m.tmx", "-o", "-", "--known", "g.txt").stdout == ""


def test_stopped_terms_are_left_out() -> None:
    Path("stop.txt").write_text("National Report\n\n临时议程\n", "utf-8")
    left = rows(run("m.tmx", "-o", "-", "--stop", "stop.txt").stdout)
    assert not {"国家报告", "临时议程"} & left.keys()
    assert "裁军事务厅" in left


def test_tags_in_segments_belong_to_no_term() -> None:
    bold = Segment(("裁军", Tag("ph", ("<b>",), x="1"), "事务厅提交报告"))
    unit = Unit((Variant("zh-CN", bold), Variant("en", Segment.of(SENTENCES[0][1]))))
    write_memory("t.tmx", [unit, *units()[1:]])
    found = rows(run("t.tmx", "-o", "-").stdout)
    assert found["裁军事务厅"] == "Office for Disarmament Affairs"
    assert not any("<" in text for text in (*found, *found.values()))


def test_the_review_is_written_with_or_without_a_glossary() -> None:
    assert run("m.tmx", "--review", "r.html").exit_code == 0
    page = Path("r.html").read_text("utf-8")
    assert "裁军事务厅" in page
    assert "Content-Security-Policy" in page


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["m.tmx"], "name a glossary with -o"),
        (["missing.tmx", "-o", "g.txt"], "missing.tmx"),
        (["m.tmx", "-o", "g.doc"], "g.doc: the name tells no format"),
        (["m.tmx", "-o", "m.tmx"], "m.tmx: the name tells no format"),
        (["m.tmx", "-o", "g.txt", "--review", "g.txt"], "g.txt: named twice"),
        (["m.tmx", "-o", "here.txt"], "here.txt: it exists already"),
        (["m.tmx", "-o", "g.txt", "--known", "none.txt"], "none.txt"),
        (["m.tmx", "-o", "g.txt", "--stop", "none.txt"], "none.txt"),
        (["m.tmx", "-o", "g.txt", "--stop", "latin.txt"], "latin.txt: is not in UTF-8: line 1"),
        (["m.tmx", "-o", "g.txt", "--confirm"], "--confirm needs --known"),
        (["m.tmx", "-o", "g.txt", "--encoder", "x"], "there is no encoder 'x'"),
        (["m.tmx", "flipped.tmx", "-o", "g.txt"], "flipped.tmx: it is from en to zh-CN"),
        (["empty.tmx", "-o", "g.tbx"], "no terms were found, and TBX needs at least one"),
        (["m.tmx", "-o", "g.txt", "--top", "0"], "--top"),
    ],
)
def test_what_can_not_be_done_is_told_in_one_line(arguments: list[str], message: str) -> None:
    Path("here.txt").write_text("mine", "utf-8")
    Path("latin.txt").write_bytes("caf\xe9\n".encode("latin-1"))
    write_memory("flipped.tmx", [Unit.pair(("en", "a"), ("zh-CN", "甲"))], "en")
    write_memory("empty.tmx", [Unit.pair(("zh-CN", "。"), ("en", "."))])
    found = run(*arguments)
    assert found.exit_code == 2
    assert message in found.stderr
    assert found.stderr.count("\n") == 1
    assert not Path("g.tbx").exists()
    assert Path("here.txt").read_text("utf-8") == "mine"
