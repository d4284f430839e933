"""A folder with an index, for the tests of the commands that take one."""

from pathlib import Path

import pytest

from tests.align.cli.tmx.indexing import run, write_memory


@pytest.fixture
def indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with the memory a.tmx, and the index a.tmdb of it; return the folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1354492800")
    write_memory(
        "a.tmx",
        [
            ("Wash your hands often.", "勤洗手。"),
            ("Stay at home.", "请留在家中。"),
            ("Health workers wash their hands.", "医务人员洗手。"),
        ],
    )
    assert run("index", "a.tmx", "-o", "a.tmdb").exit_code == 0
    return tmp_path
