"""What the user sets down: severities, a baseline, a glossary."""

from pathlib import Path

import pytest

from align.errors import AlignmentError
from align.quality.baseline import Baseline, read_baseline
from align.quality.checks import CHECKS
from align.quality.checks.terms import Term
from align.quality.findings import Finding, Severity
from align.quality.glossary import read_glossary
from align.quality.settings import parse_severities, read_settings
from tests.align.quality.pairs import pair

IDS = [check.id for check in CHECKS]


def test_without_a_file_every_check_is_as_it_is(tmp_path: Path) -> None:
    settings = read_settings(tmp_path, None, IDS)
    assert settings.chosen(CHECKS) == list(CHECKS)
    assert settings.said() == {}


@pytest.mark.parametrize(
    ("name", "head"), [("duiqi.toml", "[check]"), ("pyproject.toml", "[tool.duiqi.check]")]
)
def test_a_file_in_the_folder_says_severities(name: str, head: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(f'{head}\nspaces = "off"\nnegation = "error"\n', "utf-8")
    settings = read_settings(tmp_path, None, IDS)
    assert "spaces" not in [check.id for check in settings.chosen(CHECKS)]
    assert settings.said() == {"negation": Severity.ERROR}


def test_a_pyproject_of_something_else_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    assert read_settings(tmp_path, None, IDS).severities == {}


@pytest.mark.parametrize(
    ("name", "content", "other"),
    [
        ("duiqi.toml", '[cheks]\nspaces = "off"', "there is no setting cheks"),
        ("duiqi.toml", '[check]\nspaces = "off"\n[colour]', "there is no setting colour"),
        ("pyproject.toml", "[tool.duiqi.checks]", r"there is no setting tool\.duiqi\.checks"),
        ("pyproject.toml", "[tool]\nduiqi = 3", r"must be a table: \[tool\.duiqi\.check\]"),
    ],
)
def test_a_setting_that_there_is_not_is_refused_and_not_passed_over(
    name: str, content: str, other: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(AlignmentError, match=other):
        read_settings(tmp_path, None, IDS)


@pytest.mark.parametrize("content", ["", "tool = 3", "[tool.other]\nx = 1", "[tool.duiqi]"])
def test_a_pyproject_that_says_nothing_of_checks_is_none_of_ours(
    content: str, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text(content, "utf-8")
    assert read_settings(tmp_path, None, IDS).severities == {}


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("number-wrogn=off", "did you mean number-wrong"),
        ("spaces=bad", "can't be 'bad'; say one of error, warning, info, off"),
        ("spaces", "can't be ''"),
    ],
)
def test_what_can_not_be_is_refused(said: str, message: str) -> None:
    with pytest.raises(AlignmentError, match=message):
        parse_severities([said], IDS, "--severity")


@pytest.mark.parametrize("content", ["check = 3", "[check", "[check]\nspaces = 3"])
def test_a_file_that_is_none_is_refused(content: str, tmp_path: Path) -> None:
    file = tmp_path / "duiqi.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(AlignmentError, match=r"duiqi\.toml: "):
        read_settings(tmp_path, file, IDS)


FINDING = Finding("number-wrong", Severity.ERROR, "the source says 1", 5, "unit 5")


def test_a_baseline_knows_a_finding_wherever_its_unit_stands(tmp_path: Path) -> None:
    one = pair("第1次", "2nd")
    baseline = Baseline()
    baseline.add(one, FINDING)
    path = tmp_path / "known.json"
    path.write_bytes(baseline.to_json())
    again = read_baseline(path)
    moved = Finding("number-wrong", Severity.INFO, "the source says 1", 9, "unit 9")
    assert again.has(one, moved)
    assert not again.has(pair("第1次", "3rd"), FINDING)
    assert again.to_json() == baseline.to_json()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": "duiqi-baseline", "version": 9}'])
def test_a_file_that_is_no_baseline_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(content, "utf-8")
    with pytest.raises(AlignmentError, match=r"known\.json"):
        read_baseline(path)


@pytest.mark.parametrize("separator", ["\t", ",", ";"])
def test_a_glossary_is_a_table(separator: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    lines = [
        "# remark",
        separator.join(("大会", "Assembly", "a remark")),
        "",
        separator.join(("大会", "General Assembly")),
    ]
    path.write_text("\ufeff" + "\n".join([lines[1], lines[0], *lines[2:]]) + "\n", "utf-8")
    assert read_glossary(path) == [Term("大会", ("Assembly", "General Assembly"))]


@pytest.mark.parametrize(
    ("content", "message"),
    [("大会\n".encode(), "line 1: '大会' has no translation"), (b"\xff\xfe", "is not in UTF-8")],
)
def test_a_glossary_that_is_none_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(content)
    with pytest.raises(AlignmentError, match=message):
        read_glossary(path)
