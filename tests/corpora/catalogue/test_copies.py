"""The user's own copies: kept whole, found again, and never read once they were changed."""

import hashlib
import json
from pathlib import Path

import pytest

from corpora import DocumentError
from corpora.catalogue import Edition, Entry, copies
from corpora.catalogue.copies import Copy, copy_folder, copy_path, find_copy, keep_copy
from corpora.document import Document


def _keep(entry: Entry, edition: Edition, document: Document, data: bytes = b"text") -> Copy:
    return keep_copy(entry, edition, data, document, how="official", source="https://x.example/d")


def test_the_data_folder_is_duiqis_own_unless_the_environment_names_another(
    data_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert copies.data_home() == data_home
    monkeypatch.delenv("DUIQI_DATA_HOME")
    assert copies.data_home().name == "duiqi"


def test_nothing_is_found_where_nothing_was_kept(entry: Entry, english: Edition) -> None:
    assert find_copy(entry, english) is None


def test_what_was_kept_is_found_again(
    entry: Entry, english: Edition, chinese: Edition, whole: Document
) -> None:
    copy = _keep(entry, english, whole)
    assert find_copy(entry, english) == copy
    assert find_copy(entry, chinese) is None
    assert copy_path(entry, copy).read_bytes() == b"text"
    assert copy.sha256 == hashlib.sha256(b"text").hexdigest()
    assert copy.status == f"official text, fetched {copy.date} from https://x.example/d"


@pytest.mark.parametrize("how", [how for how in copies.STATUS if how != "official"])
def test_only_what_the_united_nations_sent_is_called_official(
    entry: Entry, english: Edition, whole: Document, how: str
) -> None:
    copy = keep_copy(entry, english, b"text", whole, how=how, source="mine.docx")
    assert "official" not in copy.status
    assert f"{copy.date} from mine.docx" in copy.status


def test_a_newer_copy_takes_the_place_of_the_older(
    entry: Entry, english: Edition, whole: Document
) -> None:
    _keep(entry, english, whole, b"old")
    newer = _keep(entry, english, whole, b"new")
    assert find_copy(entry, english) == newer
    assert {path.name for path in copy_folder(entry).iterdir()} == {"en.json", newer.file}


def test_a_changed_file_is_not_read(entry: Entry, english: Edition, whole: Document) -> None:
    copy = _keep(entry, english, whole)
    (copy_folder(entry) / copy.file).write_bytes(b"other")
    with pytest.raises(DocumentError, match="changed since it was verified; fetch or import"):
        copy_path(entry, copy)


def test_a_missing_file_is_named(entry: Entry, english: Edition, whole: Document) -> None:
    copy = _keep(entry, english, whole)
    (copy_folder(entry) / copy.file).unlink()
    with pytest.raises(DocumentError, match=f"{copy.file}: No such file"):
        copy_path(entry, copy)


@pytest.mark.parametrize(
    "record",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"schema": 2}',
        '{"schema": 1, "file": "x"}',
        '{"schema": 1, "file": "x", "how": "stolen", "source": "", "date": "", "sha256": "",'
        ' "format": "", "encoding": "", "language": ""}',
    ],
)
def test_a_damaged_record_is_named_and_can_be_replaced(
    entry: Entry, english: Edition, whole: Document, record: str
) -> None:
    folder = copy_folder(entry)
    folder.mkdir(parents=True)
    (folder / "en.json").write_text(record)
    with pytest.raises(DocumentError, match=r"en\.json: .*; fetch or import un-67-58 again"):
        find_copy(entry, english)
    copy = _keep(entry, english, whole)
    assert find_copy(entry, english) == copy


def test_the_record_says_where_from_when_and_what(
    entry: Entry, english: Edition, whole: Document
) -> None:
    copy = _keep(entry, english, whole)
    record = json.loads((copy_folder(entry) / "en.json").read_text(encoding="utf-8"))
    assert record == {
        "schema": 1,
        "file": copy.file,
        "how": "official",
        "source": "https://x.example/d",
        "date": copy.date,
        "sha256": copy.sha256,
        "format": "text",
        "encoding": "",
        "language": "en",
    }


def test_a_folder_that_cannot_be_written_is_named(
    entry: Entry, english: Edition, whole: Document, data_home: Path
) -> None:
    data_home.write_text("a file where the folder should be")
    with pytest.raises(DocumentError, match="can't be written"):
        _keep(entry, english, whole)


def test_a_write_that_fails_leaves_the_older_copy_and_nothing_half_written(
    entry: Entry, english: Edition, whole: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = _keep(entry, english, whole, b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DocumentError, match="No space left on device"):
        _keep(entry, english, whole, b"new")
    assert find_copy(entry, english) == older
    assert {path.name for path in copy_folder(entry).iterdir()} == {"en.json", older.file}
