"""The text that ships is known again in any form, and is never taken for the official one."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from docx import Document as WordDocument

from corpora.catalogue import Edition, Entry
from corpora.catalogue.shipped import find_shipped, shipped_reason
from corpora.reading import read_document
from tests.corpora.catalogue.stand_ins import stand_in


def _text(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")


def _wide_text(text: str, path: Path) -> None:
    path.write_text(text.replace("\n", "\r\n").replace(" ", "  "), encoding="utf-16")


def _plain_quotes(text: str, path: Path) -> None:
    path.write_text(text.replace("“", '"').replace("”", '"'), encoding="utf-8")


def _without_the_head(text: str, path: Path) -> None:
    path.write_text("A/RES/67/58\n" + text[text.index("\n") :], encoding="utf-8")


def _word(text: str, path: Path) -> None:
    word = WordDocument()
    for line in filter(None, map(str.strip, text.splitlines())):
        word.add_paragraph(line)
    word.save(str(path))


def _page(text: str, path: Path) -> None:
    lines = filter(None, map(str.strip, text.splitlines()))
    body = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    path.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")


def _numbered_page(text: str, path: Path) -> None:
    """The operative paragraphs as an automatic list."""
    html = "<!DOCTYPE html><html><body>"
    for line in filter(None, map(str.strip, text.splitlines())):
        number, _, rest = line.partition(". ")
        start = f'<ol start="{number}"><li>{escape(rest)}</li></ol>' if number.isdigit() else ""
        html += start or f"<p>{escape(line)}</p>"
    path.write_text(f"{html}</body></html>", encoding="utf-8")


FORMS = [_text, _wide_text, _plain_quotes, _without_the_head, _word, _page, _numbered_page]


@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize("save", FORMS, ids=lambda save: save.__name__.strip("_"))
def test_the_shipped_text_is_known_however_it_was_saved(
    entry: Entry, tmp_path: Path, code: str, save: Callable[[str, Path], None]
) -> None:
    edition = entry.edition(code)
    path = tmp_path / "copy"
    save(edition.path.read_text(encoding="utf-8"), path)
    assert find_shipped(read_document(path), entry) == edition


@pytest.mark.parametrize("code", ["en", "zh"])
def test_a_text_of_other_words_is_not_taken_for_it(entry: Entry, tmp_path: Path, code: str) -> None:
    path = tmp_path / "copy.txt"
    path.write_text(stand_in(entry.edition(code)), encoding="utf-8")
    assert find_shipped(read_document(path), entry) is None


def test_the_reason_says_that_the_text_is_not_official(english: Edition) -> None:
    assert "ships with duiqi already" in shipped_reason(english)
    assert "NOT the official English text" in shipped_reason(english)
