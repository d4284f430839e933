"""`duiqi evaluate` on files and folders, in every form of output."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from align.cli import main

GOLD = "[0]:[0]\n[1, 2]:[1]\n[3]:[]\n[4]:[2]\n"
PREDICTED = "[0]:[0]\n[1]:[1]\n[2]:[]\n[3]:[]\n[4]:[2]\n"
COUNTS = ["predicted hits", "predicted", "gold hits", "gold"]


def _evaluate(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    predicted, gold = tmp_path / "a.align", tmp_path / "a.gold"
    predicted.write_text(PREDICTED)
    gold.write_text(GOLD)
    return predicted, gold


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Document a is the pair above, document b is perfect with two beads."""
    predicted, gold = tmp_path / "predicted", tmp_path / "gold"
    for folder, suffix, text in ((predicted, "align", PREDICTED), (gold, "gold", GOLD)):
        folder.mkdir()
        (folder / f"a.{suffix}").write_text(text)
        (folder / f"b.{suffix}").write_text("[0]:[0]\n[1]:[1]\n")
        (folder / "a.zh").write_text("not links")
    return predicted, gold


def test_both_scorers_are_shown_strict_and_lax(pair: tuple[Path, Path]) -> None:
    # The counts are those computed by hand in tests/align/test_evaluation.py.
    found = _evaluate(*pair)
    assert (found.exit_code, found.stderr) == (0, "")
    assert [line.split("\t") for line in found.stdout.splitlines()] == [
        ["scorer", "match", "precision", "recall", "F1", *COUNTS],
        ["all-beads", "strict", "0.600", "0.750", "0.667", "3", "5", "3", "4"],
        ["all-beads", "lax", "0.800", "1.000", "0.889", "4", "5", "4", "4"],
        ["paired-recall", "strict", "0.600", "0.667", "0.632", "3", "5", "2", "3"],
        ["paired-recall", "lax", "0.800", "1.000", "0.889", "4", "5", "3", "3"],
    ]


def test_a_single_scorer_can_be_chosen(pair: tuple[Path, Path]) -> None:
    lines = _evaluate(*pair, "--scorer", "paired-recall").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == ["paired-recall"] * 2


def test_folders_are_matched_by_stem_and_their_counts_summed(folders: tuple[Path, Path]) -> None:
    found = _evaluate(*folders, "--scorer", "all-beads")
    strict = found.stdout.splitlines()[1].split("\t")
    assert strict[2:] == ["0.714", "0.833", "0.769", "5", "7", "5", "6"]


def test_tsv_gives_each_document_and_all(folders: tuple[Path, Path]) -> None:
    lines = _evaluate(*folders, "--scorer", "all-beads", "--format", "tsv").stdout.splitlines()
    rows = [line.split("\t") for line in lines]
    assert [row[:3] for row in rows] == [
        ["document", "scorer", "match"],
        ["a", "all-beads", "strict"],
        ["a", "all-beads", "lax"],
        ["b", "all-beads", "strict"],
        ["b", "all-beads", "lax"],
        ["all", "all-beads", "strict"],
        ["all", "all-beads", "lax"],
    ]
    assert rows[5][3:6] == ["0.714286", "0.833333", "0.769231"]


def test_json_gives_figures_and_counts(folders: tuple[Path, Path]) -> None:
    told = json.loads(_evaluate(*folders, "--format", "json").stdout)
    assert (told["schema"], told["documents"]) == (1, ["a", "b"])
    first, second = told["scorers"]
    assert (first["scorer"], second["scorer"]) == ("all-beads", "paired-recall")
    assert first["by_document"]["b"]["strict"]["f1"] == 1.0
    assert first["all"]["strict"] == {
        "precision": pytest.approx(5 / 7),
        "recall": pytest.approx(5 / 6),
        "f1": pytest.approx(10 / 13),
        "precision_hits": 5,
        "predicted": 7,
        "recall_hits": 5,
        "gold": 6,
    }


def test_predicted_beads_inside_a_verse_are_merged_first(tmp_path: Path) -> None:
    names = ("a.align", "a.gold", "source.verse", "target.verse")
    texts = ("[0]:[0]\n[1]:[]\n[2]:[1]\n", "[0, 1]:[0]\n[2]:[1]\n", "1:1\n1:1\n1:2\n", "1:1\n1:2\n")
    paths = [tmp_path / name for name in names]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    predicted, gold, source, target = paths
    scorer = ("--scorer", "all-beads")
    apart = _evaluate(predicted, gold, *scorer).stdout.splitlines()[1].split("\t")
    merged = _evaluate(predicted, gold, "--verses", source, target, *scorer).stdout.splitlines()
    assert apart[4] == "0.400"
    assert merged[1].split("\t")[4] == "1.000"


@pytest.mark.parametrize(
    ("remove", "line"),
    [
        ("predicted/a.align", "{predicted}: there is no a.align for {gold}/a.gold"),
        ("gold/b.gold", "{gold}: there is no b.gold for {predicted}/b.align"),
    ],
)
def test_a_missing_partner_is_named(
    folders: tuple[Path, Path], tmp_path: Path, remove: str, line: str
) -> None:
    (tmp_path / remove).unlink()
    found = _evaluate(*folders)
    predicted, gold = folders
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr == f"duiqi: {line.format(predicted=predicted, gold=gold)}\n"


def _one_line(found: Result, message: str) -> None:
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert found.stderr.startswith("duiqi: ")
    assert message in found.stderr


def test_a_folder_and_a_file_are_refused(pair: tuple[Path, Path], tmp_path: Path) -> None:
    _one_line(_evaluate(tmp_path, pair[1]), "one is a folder and the other a file")


def test_a_folder_without_links_is_refused(tmp_path: Path) -> None:
    _one_line(_evaluate(tmp_path, tmp_path), "there is no .align file in it")


def test_verses_go_with_single_documents_only(
    folders: tuple[Path, Path], pair: tuple[Path, Path]
) -> None:
    _one_line(_evaluate(*folders, "--verses", *pair), "--verses goes with two files of links")


def test_a_line_that_is_no_link_is_named(pair: tuple[Path, Path]) -> None:
    pair[0].write_text("[0]:[0]\n0-0\n")
    _one_line(_evaluate(*pair), f"{pair[0]}, line 2: expected a link")


def test_a_file_that_is_no_text_is_named(pair: tuple[Path, Path]) -> None:
    pair[0].write_bytes(b"\xff\xfe[\x000\x00")
    _one_line(_evaluate(*pair), f"{pair[0]}: is no text in UTF-8")
