"""Glossaries as text and tables, read back as their readers do."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from align.errors import AlignmentError
from align.quality.glossary import read_glossary
from align.terms.output import FORMATS, writer_of
from align.terms.output.columns import COLUMNS, write_csv, write_plain, write_workbook
from align.terms.output.json_form import write_json
from align.terms.output.omegat import FIRST_LINE, write_omegat
from tests.align.terms.entries import USUAL, entry, glossary

TWO = glossary(*USUAL.entries[:2])


def test_csv_is_read_back() -> None:
    stream = io.BytesIO()
    write_csv(TWO, stream)
    assert not stream.closed
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == ["zh-CN", "en", *COLUMNS]
    assert rows[0]["zh-CN"] == "行动纲领"
    assert rows[0]["en"] == "Programme of Action"
    assert rows[0]["translations"] == "Programme of Action 5, Action Programme 4"
    assert rows[0]["source forms"] == "行动纲领 5, 行动纲领2 1"
    assert (rows[0]["score"], rows[0]["count"], rows[0]["units"]) == ("0.9123", "6", "5")
    assert (rows[0]["paragraph"], rows[0]["status"]) == ("12", "new")


def test_csv_warns_of_what_is_taken_for_a_formula(caplog: pytest.LogCaptureFixture) -> None:
    write_csv(glossary(entry("=1+1", "x")), io.BytesIO())
    assert "write XLSX" in caplog.text


def test_a_spreadsheet_is_read_back() -> None:
    stream = io.BytesIO()
    write_workbook(USUAL, stream)
    sheet = load_workbook(io.BytesIO(stream.getvalue())).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("zh-CN", "en", *COLUMNS)
    assert rows[1][:4] == ("行动纲领", "Programme of Action", 0.9123, 6)


def test_plain_columns_hold_each_translation() -> None:
    stream = io.BytesIO()
    write_plain(TWO, stream)
    assert stream.getvalue().decode().splitlines() == [
        "行动纲领\tProgramme of Action",
        "行动纲领\tAction Programme",
        "世卫组织\tWHO",
    ]


def test_the_glossary_of_omegat_keeps_to_its_rules(tmp_path: Path) -> None:
    path = tmp_path / "glossary.txt"
    with path.open("wb") as stream:
        write_omegat(USUAL, stream)
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == FIRST_LINE
    assert all(line.count("\t") == 2 for line in lines[1:])
    assert lines[1] == (
        "行动纲领\tProgramme of Action\t5 of 5; also: Action Programme 4;"
        " forms: 行动纲领2, Programme of Actions; ¶ 12"
    )
    read = read_glossary(path)
    assert read[0].targets == ("Programme of Action", "Action Programme")


def test_json_is_read_back() -> None:
    stream = io.BytesIO()
    write_json(USUAL, stream)
    read = json.loads(stream.getvalue())
    assert (read["format"], read["version"]) == ("duiqi-terms", 1)
    assert [item["forms"][0]["text"] for item in read["entries"]] == ["行动纲领", "世卫组织", "甲"]
    assert read["entries"][0]["examples"][0]["source_span"] == [1, 5]


def test_empty_glossaries_are_valid() -> None:
    for suffix, write in FORMATS.items():
        if suffix == ".tbx":
            continue
        stream = io.BytesIO()
        write(glossary(), stream)
        if suffix == ".json":
            assert json.loads(stream.getvalue())["entries"] == []


def test_formats_are_told_by_names() -> None:
    assert writer_of(Path("a.TBX")) is FORMATS[".tbx"]
    assert writer_of(Path("-")) is write_plain
    with pytest.raises(AlignmentError, match=r"a\.doc: the name tells no format.*\.tbx"):
        writer_of(Path("a.doc"))
