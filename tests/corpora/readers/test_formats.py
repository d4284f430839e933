"""The content tells the format; the suffix only where the content is plain text."""

from pathlib import Path

import pytest

from corpora.errors import DocumentError
from corpora.readers import read_blocks

from .files import docx, pdf

HTML = b"\xef\xbb\xbf<!-- saved -->\n<!DOCTYPE html><html><body><p>text</p></body></html>"

FILES = {
    "DOCX named text": ("a.txt", docx(), "docx"),
    "PDF named DOCX": ("a.docx", pdf("text"), "pdf"),
    "RTF named DOC": ("a.doc", rb"{\rtf1 text\par}", "rtf"),
    "HTML named text": ("a.txt", HTML, "html"),
    "HTML in UTF-16": ("a.txt", HTML[3:].decode().encode("utf-16"), "html"),
    "fragment of HTML": ("a.HTM", b"<p>text</p>", "html"),
    "Markdown": ("a.md", b"text", "markdown"),
    "no suffix": ("a", b"text", "text"),
    "unknown suffix": ("a.srt", b"text", "text"),
}


@pytest.mark.parametrize("name", FILES)
def test_the_format_is_found(name: str, tmp_path: Path) -> None:
    suffix, data, expected = FILES[name]
    path = tmp_path / suffix
    path.write_bytes(data)
    content = read_blocks(path)
    assert content.format == expected
    assert [block.text for block in content.blocks] == ["text"]


@pytest.mark.parametrize("name", FILES)
def test_an_encoding_that_does_not_exist_is_refused_of_every_format(
    name: str, tmp_path: Path
) -> None:
    suffix, data, _ = FILES[name]
    path = tmp_path / suffix
    path.write_bytes(data)
    with pytest.raises(DocumentError, match="unknown character encoding 'klingon'"):
        read_blocks(path, encoding="klingon")
