"""`duiqi check`: what is shown, what it is said to be, and the exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.alignment_file import alignment_to_json
from align.cli import main
from corpora import Document, Paragraph, Span
from tmx.units import Header, Unit
from tmx.writer import write_tmx

WRONG = Unit.pair(("zh-CN", "大会于2018年召开会议"), ("en", "The Assembly met in 2008"), tuid="w")
DOUBTFUL = Unit.pair(("zh-CN", "委员会不同意"), ("en", "The Committee agrees"), tuid="d")
RIGHT = Unit.pair(("zh-CN", "大会"), ("en", "The General Assembly"), tuid="r")


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "m.tmx"
    with path.open("wb") as stream:
        write_tmx(stream, Header("zh-CN", "t", "1"), [WRONG, DOUBTFUL, RIGHT])
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def test_errors_make_the_exit_code_1(memory: Path) -> None:
    found = run(memory)
    assert found.exit_code == 1
    assert "unit w: error: the source says 2018, the target 2008 (number-wrong)" in found.stdout
    assert "unit d: warning: " in found.stdout
    assert "1 error, 1 warning, 0 infos" in found.stderr


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--severity", "number-wrong=warning"], 0),
        (["--severity", "number-wrong=off", "--fail-on", "warning"], 1),
        (["--severity", "number-wrong=off", "--severity", "negation=off"], 0),
        (["--fail-on", "never"], 0),
    ],
)
def test_what_fails_can_be_said(options: list[str], code: int, memory: Path) -> None:
    assert run(memory, *options).exit_code == code


def test_settings_lie_in_the_folder_and_the_command_line_goes_first(memory: Path) -> None:
    Path("duiqi.toml").write_text('[check]\nnumber-wrong = "off"\nnegation = "error"\n', "utf-8")
    assert "unit d: error" in run(memory).stdout
    assert "unit d: info" in run(memory, "--severity", "negation=info", "--show", "info").stdout


def test_known_findings_are_not_told_again(memory: Path) -> None:
    first = run(memory, "--baseline", "known.json")
    assert (first.exit_code, Path("known.json").exists()) == (0, True)
    assert "2 findings set down as known" in first.stderr
    again = run(memory, "--baseline", "known.json")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "2 known" in again.stderr


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_programs_get_json(form: str, memory: Path) -> None:
    assert json.loads(run(memory, "--format", form).stdout)


def test_terms_of_a_glossary_are_looked_for(memory: Path) -> None:
    Path("terms.txt").write_text("大会\tthe Plenary\n", "utf-8")
    assert (
        "大会: the target does not have the Plenary (term)"
        in run(memory, "--terms", "terms.txt").stdout
    )


def test_the_checks_are_listed(memory: Path) -> None:
    listed = run("--list").stdout
    assert "number-wrong\terror\t" in listed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.tmx"], "missing.tmx"),
        ([], "name a file"),
        (["m.tmx", "--severity", "x=off"], "there is no check 'x'"),
        (["m.tmx", "--update-baseline"], "needs --baseline"),
        (["m.tmx", "--html", "-"], "name a file for the report"),
        (["m.tmx", "--config", "missing.toml"], "missing.toml"),
        (["m.tmx", "--terms", "missing.txt"], "missing.txt"),
        (["m.tmx", "--target-lang", "english!"], "english!"),
    ],
)
def test_what_can_not_be_done_is_told_in_one_line(
    arguments: list[str], message: str, memory: Path
) -> None:
    found = run(*arguments)
    assert found.exit_code == 2
    assert message in found.stderr
    assert found.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--html", "m.tmx", "--force"], "m.tmx: named twice in this command"),
        (["--baseline", "m.tmx", "--update-baseline"], "m.tmx: named twice in this command"),
        (["--html", "x", "--baseline", "x"], "x: named twice in this command"),
        (["--baseline", "other", "--update-baseline"], "other: no baseline of duiqi check"),
    ],
)
def test_no_output_replaces_what_is_no_report_or_baseline(
    options: list[str], message: str, memory: Path
) -> None:
    Path("other").write_text("a text", "utf-8")
    before = memory.read_bytes()
    found = run("m.tmx", *options)
    assert (found.exit_code, message in found.stderr) == (2, True)
    assert (memory.read_bytes(), Path("other").read_text("utf-8")) == (before, "a text")


def test_a_baseline_of_another_version_is_written_anew(memory: Path) -> None:
    Path("known.json").write_text('{"format":"duiqi-baseline","version":9,"findings":[]}', "utf-8")
    assert run(memory, "--baseline", "known.json", "--update-baseline").exit_code == 0
    assert "2 known" in run(memory, "--baseline", "known.json").stderr


@pytest.mark.parametrize(
    ("targets", "shown"), [((0, 1), False), ((1, 0), True)], ids=["in order", "turned round"]
)
def test_the_report_of_an_alignment_tells_the_order(
    targets: tuple[int, int], shown: bool, memory: Path
) -> None:
    documents = (
        Document("a", "zh-CN", (Paragraph("甲。"), Paragraph("乙。"))),
        Document("b", "en", (Paragraph("A."), Paragraph("B."))),
    )
    pairs = (
        ParagraphPair((own,), (to,), (Bead((Span(own, 0, 2),), (Span(to, 0, 2),), 0.9),))
        for own, to in enumerate(targets)
    )
    alignment = Alignment(*documents, tuple(pairs), Level.SENTENCE, "x")
    Path("a.json").write_bytes(alignment_to_json(alignment))
    run("a.json", "--html", "a.html", "--fail-on", "never")
    head = Path("a.html").read_text("utf-8").partition("<script")[0]
    assert ("<dt>in another order</dt><dd>1</dd>" in head) is shown
