"""What a translator corrects loses its scores, whatever the memory went through."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.cli import main
from align.cli.outputs import tmx_writer, write_bilingual, write_table, write_workbook
from corpora import Document, Paragraph, Span
from tmx.operations.stale_scores import CHECKSUM
from tmx.reading import open_memory
from tmx.units import Header, Segment, Unit
from tmx.writer import write_tmx

PAIRS = [
    ("人人生而自由。", "All human beings are born free."),
    ("会议于 2012 年举行。", "The meeting was held in 2012."),
    ("请洗手。", "Wash your hands."),
    ("请留在家中。", "Stay at home."),
    ("没有译文。", ""),
]
TOLD = "changed since they were scored; their scores are left out"
ONE = "1 unit was changed since it was scored; its scores are left out"
WRITERS = {
    "a.tmx": tmx_writer(0.0),
    "a.tsv": write_table,
    "a.xlsx": write_workbook,
    "a.xlf": write_bilingual,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with every file of an alignment that holds units."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1354492800")
    sources, targets = ([side for side in sides if side] for sides in zip(*PAIRS, strict=True))
    pairs = []
    for place, (source, target) in enumerate(PAIRS):
        ours = (Span(place, 0, len(source)),)
        theirs = (Span(place, 0, len(target)),) if target else ()
        bead = Bead(ours, theirs, 0.9, 0.8 if target else None)
        pairs.append(ParagraphPair((place,), (place,) if target else (), (bead,)))
    alignment = Alignment(
        Document("a", "zh-CN", tuple(map(Paragraph, sources))),
        Document("b", "en", tuple(map(Paragraph, targets))),
        tuple(pairs),
        Level.SENTENCE,
        "x",
    )
    for name, write in WRITERS.items():
        with Path(name).open("wb") as stream:
            write(alignment, stream)


def run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == code, result.output
    return result


def units_of(path: str) -> dict[str, Unit]:
    """Return the units of a memory by their sources."""
    with open_memory(Path(path)) as memory:
        return {unit.variants[0].segment.text: unit for unit in memory.units}


def scores_of(path: str) -> list[str | None]:
    """Return the scores of a memory, and see that the quality and the checksum go with them."""
    units = list(units_of(path).values())
    for unit in units:
        told = {unit.value(kind) is None for kind in ("x-score", "x-quality", CHECKSUM)}
        assert len(told) == 1
    return [unit.value("x-score") for unit in units]


def correct(name: str, old: str, new: str) -> None:
    """Change a word in a file of text."""
    text = Path(name).read_text("utf-8")
    assert text.count(old) == 1
    Path(name).write_text(text.replace(old, new), "utf-8")


def rows_of(sheet: str) -> list[list[Any]]:
    rows = load_workbook(sheet).worksheets[0].iter_rows(values_only=True)
    return [list(row) for row in rows]


def write_rows(sheet: str, rows: list[list[Any]]) -> None:
    """Put rows into a sheet in place of what it has, as a person does who works in it."""
    book = load_workbook(sheet)
    for place, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            book.worksheets[0].cell(place, column).value = value
    book.save(sheet)


def edited(rows: list[list[Any]]) -> list[list[Any]]:
    rows[1][0] = "人人生而平等。"
    return rows


def edited_target(rows: list[list[Any]]) -> list[list[Any]]:
    rows[2][1] = f"{rows[2][1]} Really."
    return rows


def spaced(rows: list[list[Any]]) -> list[list[Any]]:
    return [rows[0], *([f" {row[0]} ", f"{row[1] or ''}\n", *row[2:]] for row in rows[1:])]


def sorted_rows(rows: list[list[Any]]) -> list[list[Any]]:
    return [rows[0], *sorted(rows[1:], key=lambda row: str(row[1]))]


def turned_texts(rows: list[list[Any]]) -> list[list[Any]]:
    texts = [row[1] for row in rows[4:0:-1]]
    paired = zip(rows[1:5], texts, strict=True)
    return [rows[0], *([row[0], text, *row[2:]] for row, text in paired), rows[5]]


def copied_down(rows: list[list[Any]]) -> list[list[Any]]:
    return [*rows, ["新句。", "A new sentence.", *rows[1][2:7], "new", *rows[1][8:]]]


def emptied(rows: list[list[Any]]) -> list[list[Any]]:
    rows[3][1] = None
    return rows


def of_visible_columns(rows: list[list[Any]]) -> list[list[Any]]:
    return edited([row[:-1] for row in rows])


@pytest.mark.parametrize(
    ("work", "lost"),
    [
        (list, 0),
        (edited, 1),
        (edited_target, 1),
        (spaced, 0),
        (sorted_rows, 0),
        (turned_texts, 4),
        (copied_down, 1),
        (emptied, 1),
        (lambda rows: sorted_rows(edited(edited_target(rows))), 2),
    ],
    ids=[
        "nothing",
        "source",
        "target",
        "white space",
        "sorted",
        "one column sorted",
        "copied",
        "emptied",
        "corrected and sorted",
    ],
)
def test_a_corrected_row_loses_its_scores_and_no_other(
    work: Callable[[list[list[Any]]], list[list[Any]]], lost: int
) -> None:
    write_rows("a.xlsx", work(rows_of("a.xlsx")))
    result = run("tmx", "convert", "a.xlsx", "-o", "c.tmx")
    unscored = 1 + lost  # with the one that has no partner
    assert scores_of("c.tmx").count(None) == unscored
    told = {0: "", 1: ONE}.get(lost, f"{lost} units were {TOLD}")
    assert told in result.stderr
    assert result.stderr.count("since") == bool(lost)


def test_the_column_stands_last_and_a_spreadsheet_does_not_show_it() -> None:
    sheet = load_workbook("a.xlsx").worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    assert " ".join(heads) == "zh-CN en score quality paragraph kind document unit checksum"
    shown = [not sheet.column_dimensions[letter].hidden for letter in "ABCDEFGHI"]
    assert shown == [True] * 8 + [False]
    run("tmx", "convert", "a.tmx", "-o", "b.xlsx")
    sheet = load_workbook("b.xlsx").worksheets[0]
    hidden = [key for key, column in sheet.column_dimensions.items() if column.hidden]
    assert [sheet[f"{letter}1"].value for letter in hidden] == [CHECKSUM]
    assert sheet[f"{hidden[0]}1"].column == sheet.max_column


def test_a_table_of_what_a_person_sees_keeps_all_scores() -> None:
    book = Workbook()
    for row in of_visible_columns(rows_of("a.xlsx")):
        book.worksheets[0].append(row)
    book.save("v.xlsx")
    result = run("tmx", "convert", "v.xlsx", "-o", "c.tmx")
    with open_memory(Path("c.tmx")) as memory:
        assert [unit.value("x-score") for unit in memory.units] == ["0.9"] * 4 + [None]
    assert "since" not in result.stderr


@pytest.mark.parametrize("name", ["a.tsv", "a.xlf", "a.tmx"])
def test_a_file_of_the_aligner_that_is_corrected_as_text(name: str) -> None:
    correct(name, "Stay at home.", "Stay at your home.")
    assert ONE in run("tmx", "convert", name, "-o", "c.tmx").stderr
    units = units_of("c.tmx")
    assert {key: unit.value("x-score") for key, unit in units.items() if key != PAIRS[4][0]} == {
        source: None if source == "请留在家中。" else "0.9000" for source, _ in PAIRS[:4]
    }


@pytest.mark.parametrize("suffix", ["tsv", "csv", "jsonl", "xlf", "po", "xlsx"])
def test_every_format_brings_a_memory_back_with_its_scores(suffix: str) -> None:
    run("tmx", "convert", "a.tmx", "-o", f"b.{suffix}")
    result = run("tmx", "convert", f"b.{suffix}", "-o", "c.tmx")
    assert [float(score or 0) for score in scores_of("c.tmx")] == [0.9] * 4
    assert "since" not in result.stderr
    if suffix != "xlsx":
        correct(f"b.{suffix}", "Wash your hands.", "Wash all hands.")
        assert ONE in run("tmx", "convert", f"b.{suffix}", "-o", "d.tmx").stderr
        assert scores_of("d.tmx").count(None) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("flip",),
        ("lang", "--rename", "zh-CN=zh-Hans", "--rename", "en=en-GB"),
        ("sort", "--by", "target"),
        ("dedupe",),
        ("merge",),
        ("convert", "--for", "all"),
        ("convert", "--tmx-version", "1.1"),
        ("validate", "--fix"),
        ("filter", "score >= 0.9 and quality >= 0.8"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_operation_makes_a_score_stale(arguments: tuple[str, ...]) -> None:
    name, *options = arguments
    text = Path("a.tmx").read_text("utf-8").replace("<seg>", "<seg> ").replace("your ", "your\n ")
    Path("m.tmx").write_text(text, "utf-8")
    CliRunner().invoke(main, ["tmx", name, "m.tmx", *options, "-o", "n.tmx"])
    result = run("tmx", "convert", "n.tmx", "-o", "c.tmx")
    assert scores_of("c.tmx") == ["0.9000"] * 4
    assert "since" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "kept"),
    [
        (("filter", "score >= 0.5"), 3),
        (("filter", "quality >= 0.5"), 3),
        (("sort", "--by", "score"), 4),
        (("dedupe", "--keep", "best"), 4),
        (("merge", "--conflicts", "best"), 4),
    ],
)
def test_what_goes_by_scores_passes_stale_ones_over(arguments: tuple[str, ...], kept: int) -> None:
    correct("a.tmx", "Stay at home.", "Stay at your home.")
    name, *options = arguments
    result = run("tmx", name, "a.tmx", *options, "-o", "c.tmx")
    assert f"a.tmx: {ONE}" in result.stderr
    scores = scores_of("c.tmx")
    assert (len(scores), scores.count("0.9000")) == (kept, 3)


def test_of_contradictions_the_one_whose_score_still_holds_is_the_best() -> None:
    correct("a.tmx", "Stay at home.", "Stay at your home.")
    other = replace(Unit.pair(("zh-CN", "请留在家中。"), ("en", "Remain at home.")), annotations=())
    scored = replace(other, annotations=(units_of("a.tmx")["请洗手。"].properties[0],))
    low = replace(scored, annotations=(replace(scored.properties[0], value="0.1"),))
    with Path("b.tmx").open("wb") as stream:
        write_tmx(stream, Header("zh-CN", "t", "1"), [low], exact=True)
    run("tmx", "merge", "a.tmx", "b.tmx", "--conflicts", "best", "-o", "c.tmx")
    assert units_of("c.tmx")["请留在家中。"].variants[1].segment.text == "Remain at home."


def test_the_figures_leave_stale_scores_out_and_say_how_many() -> None:
    correct("a.tmx", "Stay at home.", "Stay at your home.")
    figures = json.loads(run("tmx", "stats", "a.tmx", "--format", "json").stdout)
    assert (figures["scores"]["units"], figures["scores"]["stale"]) == (3, 1)
    assert {"type": "x-score", "count": 4, "values": 1} in figures["properties"]
    assert "changed since they were scored\t1" in run("tmx", "stats", "a.tmx").stdout
    quality = run("tmx", "stats", "a.tmx", "--score", "x-quality", "--format", "json").stdout
    assert json.loads(quality)["scores"]["stale"] == 1
    kinds = run("tmx", "stats", "a.tmx", "--score", "x-kind", "--format", "json").stdout
    assert json.loads(kinds)["scores"]["stale"] == 0


def test_the_report_shows_no_score_of_another_text() -> None:
    run("check", "a.tmx", "--html", "before.html", "--fail-on", "never")
    correct("a.tmx", "Stay at home.", "Stay at your home.")
    result = run("check", "a.tmx", "--html", "after.html", "--fail-on", "never")
    assert ONE in result.stderr
    scores = []
    for name in ("before.html", "after.html"):
        data = re.search(r'id="data">(.*?)</script>', Path(name).read_text("utf-8"), re.DOTALL)
        assert data
        scores.append([row[6] for row in json.loads(data[1])["units"]])
    assert scores == [[900] * 4, [900, 900, 900, -1]]


def test_scoring_again_takes_the_text_that_is_there_and_no_stale_posterior() -> None:
    correct("a.tmx", "Stay at home.", "The price of rice fell in May.")
    result = run("score", "a.tmx", "-o", "s.tmx")
    assert ONE in result.stderr
    unit = units_of("s.tmx")["请留在家中。"]
    assert unit.value("x-score") is None
    assert float(unit.value("x-quality") or 1) < 0.5
    assert "since" not in run("tmx", "filter", "s.tmx", "quality < 0.5", "-o", "f.tmx").stderr
    assert list(units_of("f.tmx")) == ["请留在家中。"]
    correct("s.tmx", "The price of rice fell in May.", "Stay at home.")
    run("tmx", "filter", "s.tmx", "quality < 0.5", "-o", "g.tmx")
    assert not units_of("g.tmx")


def test_a_score_of_one_of_several_targets_is_of_that_one() -> None:
    unit = units_of("a.tmx")["请洗手。"]
    bare = replace(unit, annotations=())
    german = replace(unit.variants[1], language="de", segment=Segment.of("Hände waschen."))
    two = replace(bare, variants=(*bare.variants, german), tuid="two")
    alone = replace(bare, variants=(bare.variants[0], german), tuid="alone")
    with Path("m.tmx").open("wb") as stream:
        write_tmx(stream, Header("zh-CN", "t", "1"), [bare, two, alone], exact=True)
    run("score", "m.tmx", "--target-lang", "en", "-o", "s.tmx")
    with open_memory(Path("s.tmx")) as memory:
        told = [(it.value("x-quality") is None, it.value(CHECKSUM)) for it in memory.units]
    assert told[0] == told[1] == (False, unit.value(CHECKSUM))
    assert told[2][1] is None
    assert "since" not in run("tmx", "filter", "s.tmx", "true", "-o", "f.tmx").stderr


def test_a_memory_that_bears_checksums_now_differs_in_nothing_from_an_older_one() -> None:
    text = re.sub(rf'<prop type="{CHECKSUM}">.*\n', "", Path("a.tmx").read_text("utf-8"))
    Path("old.tmx").write_text(text, "utf-8")
    assert "4 with the same words" in (said := run("tmx", "diff", "old.tmx", "a.tmx").stdout)
    assert "details" not in said


def test_the_table_of_text_is_read_by_its_titles() -> None:
    with Path("a.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [len(row["checksum"]) for row in rows] == [8, 8, 8, 8, 0]
