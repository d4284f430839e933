"""A file becomes a Document."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpora import Document, DocumentError, Kind
from corpora.errors import UnknownLanguageError
from corpora.reading import read_document, read_lines

from .readers.pdf.paper import Paper


def file(folder: Path, data: bytes) -> Path:
    path = folder / "text.txt"
    path.write_bytes(data)
    return path


def test_format_language_structure_and_encoding_are_found(tmp_path: Path) -> None:
    text = "第一条\n\n人人生而自由，在尊严和权利上一律平等。\n"
    document = read_document(file(tmp_path, text.encode("gb18030")))
    assert (document.name, document.language, document.format, document.encoding) == (
        "text.txt", "zh-CN", "text", "gb18030",
    )  # fmt: skip
    assert [(item.kind, item.number) for item in document.paragraphs] == [
        (Kind.HEADING, "Article 1"),
        (Kind.BODY, None),
    ]


@pytest.mark.parametrize(
    ("html", "said", "language"),
    [
        ('<html class="x" lang="zh-HK">', None, "zh-HK"),
        ("<HTML xml:lang=zh-Hant-HK>", None, "zh-HK"),
        ('<html lang="en">', None, "zh-TW"),
        ('<html data-lang="zh-HK">', None, "zh-TW"),
        ("<html>", None, "zh-TW"),
        ('<html lang="zh-HK">', "zh-TW", "zh-TW"),
    ],
)
def test_a_page_tells_the_region_of_its_chinese(
    tmp_path: Path, html: str, said: str | None, language: str
) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html>{html}<body><p>人人生而自由，在尊嚴和權利上一律平等。</p>")
    assert read_document(path, language=said).language == language


def test_what_is_said_is_taken(tmp_path: Path) -> None:
    document = read_document(
        file(tmp_path, b"caf\xe9"), language="FR", encoding="latin-1", name="menu"
    )
    assert (document.name, document.language) == ("menu", "fr")
    assert document.paragraphs[0].text == "café"


@pytest.mark.parametrize("read", [read_document, read_lines])
def test_a_text_that_tells_no_language_is_asked_about(
    tmp_path: Path, read: Callable[[Path], Document]
) -> None:
    message = r"its language can't be told \(.*\); say --source-lang or --target-lang"
    with pytest.raises(UnknownLanguageError, match=message):
        read(file(tmp_path, b"12345"))


def test_the_furniture_around_a_page_does_not_tell_its_language(tmp_path: Path) -> None:
    menu = "<nav>Home, about us, all publications, contact and other pages of ours</nav>"
    page = f"<!DOCTYPE html><html><body>{menu}<p>人人生而自由</p></body></html>"
    assert read_document(file(tmp_path, page.encode())).language == "zh-CN"


def test_it_is_told_how_many_pages_are_read(tmp_path: Path) -> None:
    paper = Paper()
    for _ in range(3):
        paper.lines(["All human beings are born free and equal in dignity and rights."])
        paper.end_page()
    told: list[tuple[int, int]] = []
    read_document(file(tmp_path, paper.data()), progress=lambda *pages: told.append(pages))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_of_a_format_without_pages_nothing_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    data = "人人生而自由".encode()
    read_document(file(tmp_path, data), progress=lambda *pages: told.append(pages))
    assert told == []


def test_each_line_is_a_paragraph_an_empty_one_too(tmp_path: Path) -> None:
    text = "One sentence of English.\r\n\r\n  Another one.  \r\n"
    document = read_lines(file(tmp_path, text.encode()))
    assert [(item.text, item.where) for item in document.paragraphs] == [
        ("One sentence of English.", "line 1"),
        ("", "line 2"),
        ("Another one.", "line 3"),
    ]


def test_lines_of_white_space_only_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="holds nothing but white space"):
        read_lines(file(tmp_path, b" \n\t\n"))
