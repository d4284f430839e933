"""A folder appears with all its files, or not at all."""

from pathlib import Path

import pytest

from tmx.errors import TmxError
from tmx.operations.whole_folder import whole_folder


def test_it_appears_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "parts"
    with whole_folder(path) as folder:
        (folder / "a").write_text("1")
        assert not path.exists()
    assert [file.name for file in path.iterdir()] == ["a"]
    assert list(tmp_path.iterdir()) == [path]


def test_after_an_error_nothing_is_there(tmp_path: Path) -> None:
    with pytest.raises(KeyError), whole_folder(tmp_path / "parts") as folder:
        (folder / "a").write_text("1")
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "parts"
    path.mkdir()
    with whole_folder(path) as folder:
        (folder / "a").write_text("1")
    assert (path / "a").read_text() == "1"


def test_files_are_added_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "parts"
    path.mkdir()
    for name in "ab":
        (path / name).write_text("old")
    with pytest.raises(TmxError, match="holds files already"), whole_folder(path):
        pass
    with whole_folder(path, force=True) as folder:
        for name in "bc":
            (folder / name).write_text("new")
    texts = {file.name: file.read_text() for file in path.iterdir()}
    assert texts == {"a": "old", "b": "new", "c": "new"}
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TmxError, match="it is a file"), whole_folder(tmp_path / "file"):
        pass
    with (
        pytest.raises(TmxError, match="its folder does not exist; make it first"),
        whole_folder(tmp_path / "no" / "parts"),
    ):
        pass


def test_an_error_of_the_block_is_not_put_down_to_the_folder(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), whole_folder(tmp_path / "parts"):
        raise BrokenPipeError
    assert list(tmp_path.iterdir()) == []


def test_an_error_of_a_file_names_it_as_it_will_be_called(tmp_path: Path) -> None:
    path = tmp_path / "parts"
    with pytest.raises(TmxError, match=f"^{path}/a.tmx: full$"), whole_folder(path) as folder:
        raise TmxError(f"{folder}/a.tmx: full")
