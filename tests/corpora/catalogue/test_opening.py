"""A catalogue name becomes a source and a target document."""

from pathlib import Path

import pytest

from corpora import DocumentError
from corpora.catalogue import Edition, Entry, open_pair
from corpora.catalogue.importing import import_copies
from corpora.catalogue.verification import find_faults
from tests.corpora.catalogue.stand_ins import stand_in


def test_the_shipped_texts_are_opened_with_their_status(
    entry: Entry, chinese: Edition, english: Edition
) -> None:
    source, target = open_pair(entry.name)
    assert (source.name, source.language, source.status) == (entry.name, "zh-CN", chinese.status)
    assert (target.name, target.language, target.status) == (entry.name, "en", english.status)


def test_the_shipped_texts_are_the_document_whole(
    entry: Entry, chinese: Edition, english: Edition
) -> None:
    source, target = open_pair(entry.name)
    assert find_faults(source, entry, chinese) == ()
    assert find_faults(target, entry, english) == ()


def test_a_copy_of_the_users_is_opened_in_place_of_the_shipped_text(
    entry: Entry, chinese: Edition, english: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "mine.txt"
    path.write_text(stand_in(english), encoding="utf-8")
    (copy,) = import_copies(entry, {"en": path})
    source, target = open_pair(entry.name)
    assert source.status == chinese.status
    assert target.status == copy.status != english.status
    assert target.paragraphs


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(DocumentError, match="not in the catalogue"):
        open_pair("un-67-59")
