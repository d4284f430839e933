"""Every file that `duiqi align` writes, read back by what reads such files, and how it speaks."""

from __future__ import annotations

import csv
import io
import os
import pty
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile

from align.alignment import Alignment, Level
from align.alignment_file import alignment_from_json
from corpora import Document, Kind
from tests.end_to_end.command import DUIQI, LONGEST, Duiqi, Finished, succeeded
from tests.end_to_end.resolution import (
    CHINESE,
    ENGLISH,
    LABELLED,
    PAIRS,
    lines_of,
    units_of,
    unlabelled,
)
from tmx.validation import validate

NAMES = {
    "-o": "a.tmx",
    "--json": "a.json",
    "--tsv": "a.tsv",
    "--xlsx": "a.xlsx",
    "--xliff": "a.xlf",
}
FURNITURE = "维基文库,自由的图书馆"


@pytest.fixture(scope="module")
def written(duiqi: Duiqi, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Finished]:
    """A folder with every output of one run."""
    folder = tmp_path_factory.mktemp("outputs")
    options = [word for option in NAMES.items() for word in option]
    return folder, succeeded(duiqi("align", "un-67-58", *options, cwd=folder))


@pytest.fixture(scope="module")
def alignment(written: tuple[Path, Finished]) -> Alignment:
    return alignment_from_json((written[0] / "a.json").read_bytes())


def test_all_files_are_written_and_no_other(written: tuple[Path, Finished]) -> None:
    assert {path.name for path in written[0].iterdir()} == set(NAMES.values())


@pytest.mark.parametrize(("side", "text"), [("source", CHINESE), ("target", ENGLISH)])
def test_the_alignment_file_holds_every_character(
    alignment: Alignment, side: str, text: str
) -> None:
    document: Document = getattr(alignment, side)
    kept = "".join(paragraph.marked_text for paragraph in document.paragraphs)
    assert Counter("".join(kept.split())) == Counter("".join(text.split()))
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize("side", ["source", "target"])
def test_the_beads_of_the_alignment_file_cover_every_paragraph(
    alignment: Alignment, side: str
) -> None:
    document: Document = getattr(alignment, side)
    spans = sorted(
        (span.paragraph, span.start, span.end)
        for bead in alignment.beads()
        for span in getattr(bead, side)
    )
    covered = [
        "".join(
            document.paragraphs[index].text[start:end]
            for paragraph, start, end in spans
            if paragraph == index
        )
        for index in range(len(document.paragraphs))
    ]
    assert covered == [paragraph.text for paragraph in document.paragraphs]


def test_the_alignment_file_tells_furniture(alignment: Alignment) -> None:
    furniture = [p.text for p in alignment.source.paragraphs if p.kind is Kind.BOILERPLATE]
    assert FURNITURE in furniture
    assert len(furniture) == 12


def test_translate_toolkit_reads_the_memory(written: tuple[Path, Finished]) -> None:
    with (written[0] / "a.tmx").open("rb") as stream:
        store = tmxfile(stream, "zh-CN", "en")
    assert unlabelled([(unit.source, unit.target) for unit in store.units]) == PAIRS


def test_the_table_has_every_bead(written: tuple[Path, Finished]) -> None:
    with (written[0] / "a.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows[0][:3] == ["zh-CN", "en", "score"]
    paired = [(row[0], row[1]) for row in rows[1:] if row[0] and row[1]]
    assert unlabelled(paired) == PAIRS
    assert all(bool(row[2]) == bool(row[0] and row[1]) for row in rows[1:])
    alone = {row[0] or row[1] for row in rows[1:] if not (row[0] and row[1])}
    assert {FURNITURE, "Resolution adopted by the General Assembly on 3 December 2012"} <= alone


def test_openpyxl_reads_the_spreadsheet(written: tuple[Path, Finished]) -> None:
    sheet = load_workbook(written[0] / "a.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:3] == ("zh-CN", "en", "score")
    paired = [(str(row[0]), str(row[1])) for row in rows[1:] if row[0] and row[1]]
    assert unlabelled(paired) == PAIRS
    for source, target, score, *_ in rows[1:]:
        assert (
            isinstance(score, float | int) and 0 <= score <= 1 if source and target else not score
        )


def test_translate_toolkit_reads_the_xliff(written: tuple[Path, Finished]) -> None:
    store = xlifffile.parsestring((written[0] / "a.xlf").read_bytes())
    assert unlabelled([(str(unit.source), str(unit.target)) for unit in store.units]) == PAIRS


@pytest.mark.parametrize("level", [Level.SENTENCE, Level.PARAGRAPH])
def test_sentences_and_paragraphs_are_the_same_here(
    duiqi: Duiqi, tmp_path: Path, level: Level
) -> None:
    # The resolution is one long sentence: each paragraph is a part of it.
    options = ("--level", level, "-o", "a.tmx", "--json", "a.json")
    succeeded(duiqi("align", "un-67-58", *options, cwd=tmp_path))
    assert units_of((tmp_path / "a.tmx").read_bytes()) == [PAIRS[0], *LABELLED[1:]]
    assert alignment_from_json((tmp_path / "a.json").read_bytes()).level is level


@pytest.fixture(scope="module")
def clauses(duiqi: Duiqi, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clauses")
    options = ("--level", "clause", "-o", "a.tmx", "--json", "a.json")
    succeeded(duiqi("align", "un-67-58", *options, cwd=folder))
    return folder


def test_clauses_are_pieces_of_the_paragraphs(clauses: Path) -> None:
    units = units_of((clauses / "a.tmx").read_bytes())
    assert len(units) > 2 * len(LABELLED)
    for side in (0, 1):
        text = " ".join(pair[side] for pair in LABELLED)
        assert [unit[side] for unit in units if unit[side] not in text] == []
    assert validate(clauses / "a.tmx") == ()
    assert alignment_from_json((clauses / "a.json").read_bytes()).level is Level.CLAUSE


def test_clauses_are_paired_inside_their_paragraphs(clauses: Path) -> None:
    units = units_of((clauses / "a.tmx").read_bytes())
    astray = [
        unit
        for unit in units
        if not any(unit[0] in source and unit[1] in target for source, target in LABELLED)
    ]
    assert astray == []


def test_weaker_units_are_left_out_of_the_memory_alone(
    duiqi: Duiqi, written: tuple[Path, Finished], tmp_path: Path
) -> None:
    with (written[0] / "a.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    paired = [row for row in rows if row["score"]]
    trusts = [min(float(row["score"]), float(row["quality"])) for row in paired]
    weakest, next_one, *_ = sorted(set(trusts))
    least = (weakest + next_one) / 2
    options = ("--min-score", least, "-o", "a.tmx", "--tsv", "a.tsv")
    run = succeeded(duiqi("align", "un-67-58", *options, cwd=tmp_path))
    strong = [
        (row["zh-CN"], row["en"])
        for row, trust in zip(paired, trusts, strict=True)
        if trust > weakest
    ]
    assert units_of((tmp_path / "a.tmx").read_bytes()) == strong
    assert (tmp_path / "a.tsv").read_bytes() == (written[0] / "a.tsv").read_bytes()
    left_out = len(paired) - len(strong)
    assert f"left out of a.tmx: {left_out} with a score or quality below" in run.stderr


def test_standard_output_takes_the_memory_and_nothing_else(
    duiqi: Duiqi, written: tuple[Path, Finished], tmp_path: Path
) -> None:
    run = succeeded(duiqi("align", "un-67-58", "-o", "-", cwd=tmp_path))
    assert run.stdout == (written[0] / "a.tmx").read_bytes()
    assert list(tmp_path.iterdir()) == []


def test_quiet_says_nothing(duiqi: Duiqi, tmp_path: Path) -> None:
    run = succeeded(duiqi("align", "un-67-58", "--quiet", "-o", "a.tmx", cwd=tmp_path))
    assert (run.stdout, run.stderr) == (b"", "")


def test_it_says_what_it_took_and_found(written: tuple[Path, Finished]) -> None:
    told = written[1].stderr
    assert "source: un-67-58: Chinese, simplified characters" in told
    assert "target: un-67-58: English" in told
    assert "40 pairs" in told
    assert "\x1b" not in told


def _on_a_terminal(duiqi: Duiqi, folder: Path, *arguments: object) -> str:
    """Run the command with standard error on a terminal; return what it shows there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [DUIQI, *map(str, arguments)],
        cwd=folder,
        env=duiqi.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = bytearray()
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # how Linux tells that the other side is closed
            pass
        finally:
            os.close(ours)
        assert process.wait(LONGEST) == 0, shown.decode()
    return shown.decode()


@pytest.fixture
def long_texts(tmp_path: Path) -> Path:
    """A folder with two texts that take more than a second: the resolution sixteen times."""
    for name, text in (("zh.txt", CHINESE), ("en.txt", ENGLISH)):
        (tmp_path / name).write_text("\n\n".join([text] * 16), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("quiet", [False, True])
def test_progress_is_shown_on_a_terminal_unless_quiet(
    duiqi: Duiqi, long_texts: Path, quiet: bool
) -> None:
    options = ["--quiet"] if quiet else []
    shown = _on_a_terminal(duiqi, long_texts, "align", "zh.txt", "en.txt", "-o", "a.tmx", *options)
    assert ("aligning" in shown, "%" in shown) == (not quiet, not quiet)
    assert (shown == "") == quiet


@pytest.fixture(scope="module")
def links(duiqi: Duiqi, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Finished]:
    """A folder with both bodies, one paragraph a line, and their links."""
    folder = tmp_path_factory.mktemp("lines")
    for side, name in enumerate(("a.zh", "a.en")):
        text = "".join(f"{pair[side]}\n" for pair in LABELLED)
        (folder / name).write_text(text, encoding="utf-8")
    gold = "".join(f"[{line}]:[{line}]\n" for line in range(len(LABELLED)))
    (folder / "a.gold").write_text(gold, encoding="utf-8")
    options = ("--links", "a.align", "-o", "a.tmx")
    return folder, succeeded(duiqi("align", "--lines", "a.zh", "a.en", *options, cwd=folder))


def test_lines_are_linked(links: tuple[Path, Finished]) -> None:
    folder, run = links
    assert lines_of((folder / "a.align").read_text()) == lines_of((folder / "a.gold").read_text())
    assert units_of((folder / "a.tmx").read_bytes()) == LABELLED
    assert "40 lines" in run.stderr


def test_links_can_be_evaluated(duiqi: Duiqi, links: tuple[Path, Finished]) -> None:
    run = succeeded(duiqi("evaluate", "a.align", "a.gold", cwd=links[0]))
    rows = list(csv.DictReader(io.StringIO(run.stdout.decode()), delimiter="\t"))
    assert [(row["match"], row["F1"]) for row in rows] == [
        ("strict", "1.000"),
        ("lax", "1.000"),
    ] * 2
