"""Hostile and broken files: one clear line each, whatever the format."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora import DocumentError
from corpora.readers import guards, read_blocks

from .files import DOCUMENT, WORD, archive, docx, odt, pdf

ENTITIES = f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>{DOCUMENT}'
ENCRYPTED_ODT = "<m:manifest xmlns:m='urn:m'><m:encryption-data/></m:manifest>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

CENTRAL = b"PK\x01\x02\x14\x03\x14"

BAD: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "empty"),
    "only white space": ("a.txt", b" \n\t\n", "nothing but white space"),
    "binary as text": ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(64), "binary"),
    "cut off DOCX": ("a.docx", docx()[:200], "cut off"),
    "damaged member": ("a.docx", docx().replace(b"PK\x01\x02", b"PK\x09\x09"), "damaged"),
    "damaged ODT": ("a.odt", odt("<a/>")[:40] + bytes(4) + odt("<a/>")[44:], "damaged"),
    "unknown zip": (
        "a.docx",
        docx().replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff"),
        "damaged",
    ),
    "text as DOCX": ("a.docx", b"plain text", "no DOCX file"),
    "text as PDF": ("a.pdf", b"plain text", "no PDF file"),
    "cut off ODT": ("a.odt", odt("<a/>")[:100], "cut off"),
    "cut off PDF": ("a.pdf", pdf("text")[:60], "damaged|no text layer"),
    "cut off RTF": ("a.rtf", rb"{\rtf1 text", "cut off"),
    "encrypted PDF": ("a.pdf", pdf("text", password="secret"), "password"),
    "PDF without text": ("a.pdf", pdf(), "no text layer"),
    "encrypted ODT": ("a.odt", odt("<a/>", ENCRYPTED_ODT), "password"),
    "encrypted DOCX": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "old DOC": ("a.doc", OLE, "save it as DOCX"),
    "entities in DOCX": ("a.docx", docx(ENTITIES), "document type or entities"),
    "entities in ODT": ("a.odt", odt('<!DOCTYPE d [<!ENTITY e "x">]><a>&e;</a>'), "entities"),
    "no XML in DOCX": ("a.docx", docx("<w:document"), "no valid XML"),
    "DOCX without text": ("a.docx", docx(f'<w:document xmlns:w="{WORD}"/>'), "holds no text"),
    "HTML without text": ("a.html", b"<html><body><script>x</script></body></html>", "no text"),
    "deep HTML": ("a.html", b"<html><body>" + b"<div>" * 100_000 + b"x", "nested too deeply"),
    "spreadsheet": ("a.xlsx", archive(**{"xl/workbook.xml": "<a/>"}), "spreadsheet"),
    "presentation": ("a.pptx", archive(**{"ppt/presentation.xml": "<a/>"}), "presentation"),
    "zip": ("a.zip", archive(**{"a.txt": "x"}), "zip archive"),
    "EPUB": ("a.epub", archive(mimetype="application/epub+zip"), "EPUB"),
    "picture": ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG picture"),
    "gzip": ("a.txt", b"\x1f\x8b\x08\0", "gzip"),
    "TMX": (
        "a.tmx",
        b'<?xml version="1.0"?><tmx version="1.4"/>',
        "is TMX.* name the two documents",
    ),
    "XLIFF": ("a.xlf", b'<?xml version="1.0"?><xliff version="1.2"/>', "is XLIFF.* both languages"),
    "other XML": ("a.xml", b'<?xml version="1.0"?><book/>', "XML of a kind"),
    "PO": ("a.po", b'msgid "a"', "is PO.* name the two documents"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_one_clear_line_that_names_it(name: str, tmp_path: Path) -> None:
    suffix, data, message = BAD[name]
    path = tmp_path / suffix
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=message) as caught:
        read_blocks(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        read_blocks(tmp_path / "none.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read_blocks(tmp_path)
    assert str(caught.value) == f"{tmp_path}: is a folder; name a file"


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(DocumentError, match="can't be read"):
        read_blocks(Path("a\0b"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    path.chmod(0)
    with pytest.raises(DocumentError, match="no permission"):
        read_blocks(path)


BOMBS: dict[str, Callable[[bytes], bytes]] = {
    "DOCX": docx,
    "ODT": lambda data: odt(data.decode("ascii")),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_zip_bomb_is_not_unpacked(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "LARGEST_TEXT", 2**20)
    path = tmp_path / "bomb"
    path.write_bytes(BOMBS[kind](b"<a>" + b" " * 2**23 + b"</a>"))
    with pytest.raises(DocumentError, match="unpacks to more than 1 MiB"):
        read_blocks(path)


def test_a_zip_bomb_that_lies_about_its_size_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "LARGEST_TEXT", 2**20)
    size = (2**23 + 7).to_bytes(4, "little")
    data = docx(b"<a>" + b" " * 2**23 + b"</a>")
    assert data.count(size) == 2
    path = tmp_path / "bomb.docx"
    path.write_bytes(data.replace(size, (5000).to_bytes(4, "little")))
    with pytest.raises(DocumentError, match=r"unpacks to more|damaged"):
        read_blocks(path)


@pytest.mark.parametrize("suffix", [".txt", ".html", ".md"])
def test_a_text_beyond_the_limit_is_refused(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "LARGEST_TEXT", 2**20)
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"a" * (2**20 + 1))
    with pytest.raises(DocumentError, match="more than 1 MiB of text"):
        read_blocks(path)


def test_a_file_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "LARGEST_FILE", 100)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("text"))
    with pytest.raises(DocumentError, match="larger than"):
        read_blocks(path)


WHOLE = {
    "a.docx": docx(),
    "a.odt": odt("<text xmlns='x'><p>text</p></text>"),
    "a.pdf": pdf("text"),
    "a.rtf": rb"{\rtf1\ansi{\fonttbl{\f0\fcharset134 A;}}\f0 \'b4\'f3\u20250?\par}",
    "a.html": b"<html><body><ol start=3><li>a<sup>1</sup></ol><table><tr><td>b</table>",
    "a.md": b"# a\n\n1. b[^1]\n\n[^1]: c\n",
}


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(sorted(WHOLE)),
    place=st.floats(0, 1),
    junk=st.binary(max_size=4),
    lost=st.integers(0, 200),
)
def test_a_damaged_file_is_read_or_refused_but_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, name: str, place: float, junk: bytes, lost: int
) -> None:
    data = WHOLE[name]
    at = int(place * len(data))
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data[:at] + junk + data[at + lost :])
    try:
        content = read_blocks(path)
    except DocumentError as error:
        assert "\n" not in str(error)
    else:
        assert content.blocks
