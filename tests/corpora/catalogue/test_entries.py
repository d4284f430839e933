"""What the catalogue holds."""

from pathlib import Path

import pytest

from corpora import DocumentError
from corpora.catalogue import Entry, catalogue_entry, catalogue_names

SHARED = Path(__file__).parents[4] / "shared" / "data"


def test_every_name_leads_to_its_entry() -> None:
    assert catalogue_names() == ("un-67-58",)
    assert [catalogue_entry(name).name for name in catalogue_names()] == list(catalogue_names())


def test_an_entry_says_what_the_whole_document_has(entry: Entry) -> None:
    assert (entry.symbol, entry.preambular, entry.operative) == ("A/RES/67/58", 15, 21)
    assert [edition.language for edition in entry.editions] == ["zh-CN", "en"]


@pytest.mark.parametrize("name", catalogue_names())
def test_every_edition_ships_its_text_with_status_provenance_and_licence(name: str) -> None:
    for edition in catalogue_entry(name).editions:
        assert edition.path.is_file()
        assert edition.status and edition.provenance and edition.licence
        assert "\n" not in edition.status


def test_the_status_of_the_working_text_says_that_it_is_not_official(entry: Entry) -> None:
    assert "NOT the official English text" in entry.edition("en").status


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("un-67-85", "did you mean un-67-58?"),
        ("UN-67-58", "did you mean un-67-58?"),
        ("hamlet", "it has un-67-58"),
        ("", "it has un-67-58"),
    ],
)
def test_an_unknown_name_is_refused_with_near_ones(name: str, hint: str) -> None:
    with pytest.raises(DocumentError) as caught:
        catalogue_entry(name)
    assert str(caught.value) == f"{name}: not in the catalogue; {hint}"


def test_a_language_that_an_entry_lacks_is_named_with_those_it_has(entry: Entry) -> None:
    with pytest.raises(DocumentError, match="no fr edition; it has zh, en"):
        entry.edition("fr")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not beside the repository")
def test_the_shipped_texts_are_unaltered(entry: Entry) -> None:
    for edition in entry.editions:
        original = SHARED / entry.name / edition.path.name
        assert edition.path.read_bytes() == original.read_bytes()
