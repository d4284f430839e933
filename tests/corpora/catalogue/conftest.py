"""Each test has a data folder of its own, and documents made from the catalogue's expectations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpora.catalogue import Edition, Entry, catalogue_entry, downloading
from corpora.document import Document, Kind, Paragraph
from tests.corpora.catalogue.serving import Server, serving

NAME = "un-67-58"


@pytest.fixture(autouse=True)
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "data-home"
    monkeypatch.setenv("DUIQI_DATA_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a busy server asked again at once."""
    monkeypatch.setattr(downloading, "PAUSES", (0.0, 0.0))


@pytest.fixture
def entry() -> Entry:
    return catalogue_entry(NAME)


@pytest.fixture
def english(entry: Entry) -> Edition:
    return entry.edition("en")


@pytest.fixture
def chinese(entry: Entry) -> Edition:
    return entry.edition("zh")


@pytest.fixture
def whole(entry: Entry) -> Document:
    """A document that is just what the entry expects."""
    return Document(
        "whole",
        "en",
        (
            Paragraph(f"{entry.symbol.removeprefix('A/RES/')}. {entry.title}", Kind.TITLE),
            Paragraph("The General Assembly,", Kind.CHAPEAU),
            *(
                Paragraph(f"Recalling matter {i},", Kind.PREAMBULAR)
                for i in range(entry.preambular)
            ),
            *(
                Paragraph(f"{i}. Decides matter {i}.", Kind.OPERATIVE, str(i))
                for i in range(1, entry.operative + 1)
            ),
            Paragraph("3 December 2012", Kind.SIGNATURE),
        ),
    )


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running
