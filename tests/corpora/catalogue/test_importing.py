"""A file of the user's own is taken when it is the document, and refused with the reason."""

from pathlib import Path

import pytest
from docx import Document as WordDocument

from corpora import DocumentError
from corpora.catalogue import Edition, Entry, open_pair
from corpora.catalogue.copies import copy_folder, copy_path, find_copy
from corpora.catalogue.importing import import_copies
from tests.corpora.catalogue.stand_ins import stand_in


def _as_docx(text: str, path: Path) -> None:
    word = WordDocument()
    for line in filter(None, text.splitlines()):
        word.add_paragraph(line)
    word.save(str(path))


@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize("form", ["text", "docx"])
def test_a_copy_in_a_readable_format_is_taken(
    entry: Entry, tmp_path: Path, code: str, form: str
) -> None:
    edition = entry.edition(code)
    path = tmp_path / "mine"
    if form == "docx":
        _as_docx(stand_in(edition), path)
    else:
        path.write_text(stand_in(edition), encoding="utf-8")
    (copy,) = import_copies(entry, {code: path})
    assert find_copy(entry, edition) == copy
    assert (copy.how, copy.source, copy.format) == ("imported", "mine", form)
    assert copy_path(entry, copy).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("code", "old", "new", "reason"),
    [
        ("en", "\n7. Emphasizes", "\nEmphasizes", "found 20; 7 is missing"),
        ("en", "67/58. ", "66/47. ", "the symbol A/RES/67/58 is not on it (found 66/47)"),
        ("zh", "\n  7. 强调", "\n强调", "found 20; 7 is missing"),
        ("zh", "67/58号", "66/47号", "the symbol A/RES/67/58 is not on it (found 66/47)"),
    ],
)
def test_a_wrong_document_is_refused_with_the_reason(
    entry: Entry, tmp_path: Path, code: str, old: str, new: str, reason: str
) -> None:
    edition = entry.edition(code)
    text = edition.path.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "wrong.txt"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        import_copies(entry, {code: path})
    assert str(caught.value).startswith(f"{path}: not taken as A/RES/67/58: ")
    assert reason in str(caught.value)
    assert not copy_folder(entry).exists()


@pytest.mark.parametrize("code", ["en", "zh"])
def test_the_text_that_ships_is_refused_and_keeps_its_status(entry: Entry, code: str) -> None:
    edition = entry.edition(code)
    with pytest.raises(DocumentError) as caught:
        import_copies(entry, {code: edition.path})
    message = str(caught.value)
    assert message.startswith(f"{edition.path}: not taken as A/RES/67/58: it is word for word")
    assert edition.status in message
    assert "\n" not in message
    assert not copy_folder(entry).exists()
    assert edition.status in {document.status for document in open_pair(entry.name)}


def test_the_other_language_is_refused(entry: Entry, english: Edition, chinese: Edition) -> None:
    with pytest.raises(DocumentError, match="expected the language zh-CN, found en"):
        import_copies(entry, {"zh": english.path})
    with pytest.raises(DocumentError, match="expected the language en, found zh"):
        import_copies(entry, {"en": chinese.path})


def test_a_text_is_read_in_the_encoding_that_was_said(
    entry: Entry, chinese: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "zh.txt"
    path.write_text(stand_in(chinese), encoding="utf-16-le")
    with pytest.raises(DocumentError, match="utf-8"):
        import_copies(entry, {"zh": path}, encoding="utf-8")
    (copy,) = import_copies(entry, {"zh": path}, encoding="utf-16-le")
    assert copy.encoding == "utf-16-le"
    assert open_pair(entry.name)[0].encoding == "utf-16-le"


def test_of_two_files_both_are_taken_or_none(
    entry: Entry, english: Edition, chinese: Edition, tmp_path: Path
) -> None:
    paths = {code: tmp_path / code for code in ("zh", "en")}
    for code, path in paths.items():
        path.write_text(stand_in(entry.edition(code)), encoding="utf-8")
    with pytest.raises(DocumentError):
        import_copies(entry, paths | {"en": english.path})
    assert not copy_folder(entry).exists()
    copies = import_copies(entry, paths)
    assert copies == (find_copy(entry, chinese), find_copy(entry, english))


def test_a_file_whose_language_cannot_be_told_is_refused_without_a_hint_at_other_commands(
    entry: Entry, tmp_path: Path
) -> None:
    path = tmp_path / "numbers.txt"
    path.write_text("12345\n", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        import_copies(entry, {"en": path})
    message = "its language can't be told (no letters in the text)"
    assert str(caught.value) == f"{path}: not taken as A/RES/67/58: {message}"


def test_a_missing_file_is_named(entry: Entry, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"nowhere\.pdf"):
        import_copies(entry, {"en": tmp_path / "nowhere.pdf"})
