"""A table of `duiqi align` that was saved by LibreOffice, and corrected."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.end_to_end.command import Duiqi, program, succeeded
from tmx.operations.stale_scores import CHECKSUM
from tmx.reading import open_memory

_SECONDS = 120
_TEXT_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"


def saved_by_office(table: Path, form: str, profile: Path) -> Path:
    """Have LibreOffice open a table and save it, and return the new file."""
    folder = profile.with_name("saved")
    command = [
        program("soffice", "libreoffice"),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        *("--convert-to", form, "--outdir", str(folder), str(table)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return folder / f"{table.stem}.{form.partition(':')[0]}"


@pytest.fixture(scope="module")
def table(duiqi: Duiqi, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table of an alignment, as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("tables")
    succeeded(duiqi("align", "un-67-58", "--no-quality", "--xlsx", "a.xlsx", cwd=folder))
    return saved_by_office(folder / "a.xlsx", "xlsx", folder / "profile")


def test_the_column_is_still_there_and_still_hidden(table: Path) -> None:
    sheet = load_workbook(table).worksheets[0]
    place = [cell.value for cell in sheet[1]].index("checksum")
    assert [key for key, it in sheet.column_dimensions.items() if it.hidden] == ["ABCDEFGHI"[place]]


@pytest.mark.parametrize("form", ["xlsx", _TEXT_AS_CSV], ids=["xlsx", "csv"])
def test_what_is_corrected_loses_its_score_and_nothing_else_does(
    duiqi: Duiqi, table: Path, tmp_path: Path, form: str
) -> None:
    book = load_workbook(table)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    scored = [row for row in rows if row[2] is not None]
    scored[3][1] = f"{scored[3][1]} Indeed."
    scored[5][0] = f"又{scored[5][0]}"
    for place, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(place, column).value = value
    book.save(tmp_path / "b.xlsx")
    saved = saved_by_office(tmp_path / "b.xlsx", form, tmp_path / "profile")
    run = succeeded(duiqi("tmx", "convert", saved, "-o", "c.tmx", cwd=tmp_path))
    assert "2 units were changed since they were scored; their scores are left out" in run.stderr
    with open_memory(tmp_path / "c.tmx") as memory:
        told = [(it.value("x-score"), it.value(CHECKSUM)) for it in memory.units]
    assert sum(score is not None for score, _ in told) == len(scored) - 2
    assert all((score is None) == (checksum is None) for score, checksum in told)
