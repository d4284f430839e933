"""The spreadsheet for people who correct."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.tmx.exchange.test_tables import COLUMNS
from tests.tmx.test_writer import UNIT
from tmx.errors import TmxError
from tmx.exchange import spreadsheet
from tmx.exchange.spreadsheet import write_xlsx
from tmx.units import Property, Unit


@pytest.fixture(autouse=True)
def pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1354492800")


def written(*units: Unit) -> bytes:
    stream = io.BytesIO()
    count = write_xlsx(
        stream, units, source_language="zh-CN", target_language="en", columns=COLUMNS
    )
    assert count == len(units)
    return stream.getvalue()


def sheet_of(*units: Unit) -> Any:
    return load_workbook(io.BytesIO(written(*units))).active


def pair(source: str, target: str = "a", **properties: str) -> Unit:
    annotations = tuple(Property(f"x-{name}", value) for name, value in properties.items())
    return Unit.pair(("zh-CN", source), ("en", target), annotations=annotations)


def test_a_row_of_titles_and_a_row_for_each_unit() -> None:
    titles, row = sheet_of(UNIT).values
    assert titles == ("zh-CN", "en", "Score", "Paragraph", "Document", "Unit", "Note")
    assert row[:2] == ("重申其决议，", "Reaffirming its resolution,")
    assert row[2:] == (0.93, "3", "un-67-58", "un-67-58:op3.1", "read again")


def test_the_titles_stay_in_sight_and_long_texts_are_wrapped() -> None:
    sheet = sheet_of(UNIT)
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert sheet["B2"].alignment.wrap_text
    assert sheet.column_dimensions["A"].width == 60


def test_on_paper_a_sheet_is_as_wide_as_a_page_and_its_titles_come_again() -> None:
    sheet = sheet_of(UNIT)
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    ("source", "target", "lines"),
    [("甲", "a", 1), ("甲" * 200, "a", 8), ("甲", "word " * 40, 4), ("a\nb\nc", "a", 3)],
)
def test_a_row_is_high_enough_for_its_words(source: str, target: str, lines: int) -> None:
    assert sheet_of(pair(source, target)).row_dimensions[2].height == 15 * lines


@pytest.mark.parametrize(
    ("title", "sheet"),
    [
        ("合同[1].zh.txt", "合同 1 .zh.txt"),
        ("a/b:c*d?", "a b c d"),
        ("x" * 50, "x" * 31),
        ("[]", "units"),
    ],
)
def test_a_sheet_gets_a_title_that_the_format_allows(title: str, sheet: str) -> None:
    stream = io.BytesIO()
    write_xlsx(stream, [UNIT], source_language="zh-CN", target_language="en", title=title)
    assert load_workbook(stream).sheetnames == [sheet]


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("a")', "+1", "-1", "@SUM(A1)", "'a", "#N/A"])
def test_no_text_becomes_a_formula_or_an_error(text: str) -> None:
    cell = sheet_of(pair(text))["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix is (text != "#N/A")


@pytest.mark.parametrize("text", ["3", "TRUE", "2012-12-03", "1e5", " a ", "a\nb", "<&>"])
def test_a_text_that_looks_like_something_else_stays_a_text(text: str) -> None:
    assert sheet_of(pair(text))["A2"].value == text


@pytest.mark.parametrize(("score", "value"), [("0.5", 0.5), ("1", 1), ("nan", "nan"), ("?", "?")])
def test_a_column_of_numbers_holds_numbers_where_it_can(score: str, value: object) -> None:
    assert sheet_of(pair("甲", score=score))["C2"].value == value


def test_characters_that_a_spreadsheet_lacks_are_mended_with_a_warning(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert sheet_of(pair("a\x01b\x0bc"))["A2"].value == "ab\nc"
    assert [record.getMessage() for record in caplog.records] == [
        "the spreadsheet: characters that XML lacks, mended: 2"
    ]


def test_what_a_spreadsheet_would_take_for_an_escape_is_escaped() -> None:
    assert sheet_of(pair("_x0041_"))["A2"].value == "_x005F_x0041_"


def test_the_same_units_give_the_same_bytes_and_every_date_is_pinned() -> None:
    data = written(UNIT)
    assert written(UNIT) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(2012, 12, 3, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2012-12-03T00:00:00Z") == 2


@pytest.mark.parametrize(("epoch", "year"), [("0", 1980), ("250000000000", 2107)])
def test_a_date_that_a_zip_archive_lacks_is_the_nearest_it_has(
    epoch: str, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with zipfile.ZipFile(io.BytesIO(written(UNIT))) as archive:
        assert archive.infolist()[0].date_time[0] == year


def test_a_text_too_long_for_a_cell_is_refused_with_the_units_name() -> None:
    assert len(sheet_of(pair("甲" * 32_767))["A2"].value) == 32_767
    with pytest.raises(TmxError, match=r"^unit number 2: a text of 32,768 characters"):
        written(UNIT, pair("甲" * 32_768))


def test_more_units_than_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 3)
    assert sheet_of(pair("甲"), pair("乙")).max_row == 3
    with pytest.raises(TmxError, match=r"^unit number 3: a spreadsheet has room for 2 units"):
        written(pair("甲"), pair("乙"), pair("丙"))


def test_a_full_folder_for_temporary_files_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spreadsheet.shutil, "copyfileobj", full)
    with pytest.raises(TmxError, match=r"temporary files can't be written \(No space left.*TMPDIR"):
        written(UNIT)
