"""Decoding: any encoding, and marks for what XML can't carry."""

import io
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.tmx.strategies import CHARACTERS
from tmx.validation import decoding
from tmx.validation.decoding import Decoded, marks_in, named, without_marks

DECLARED = '<?xml version="1.0" encoding="{}"?>'


def decoded(data: bytes) -> tuple[str, Decoded]:
    text = Decoded(io.BytesIO(data).read)
    joined = b"".join(text.chunks()).decode()
    return joined.removeprefix('<?xml version="1.0" standalone="yes"?>'), text


@pytest.mark.parametrize(
    ("encoding", "declared", "read_as", "bom"),
    [
        ("utf-8", None, "utf-8", False),
        ("utf-8-sig", None, "utf-8", True),
        ("utf-8", "UTF-8", "utf-8", False),
        ("utf-16", "UTF-16", "utf-16-le", True),
        ("utf-16-le", "UTF-16", "utf-16-le", False),
        ("utf-16-be", None, "utf-16-be", False),
        ("utf-32", "UTF-32", "utf-32-le", True),
        ("gb18030", "GB18030", "gb18030", False),
        ("gb18030", "gb2312", "gb2312", False),
        ("big5", "Big5", "big5", False),
        ("utf-8", "UTF-16", "utf-8", False),
    ],
)
def test_every_encoding_is_read(
    encoding: str, declared: str | None, read_as: str, bom: bool
) -> None:
    text = (DECLARED.format(declared) if declared else "") + "<tmx>大會 𠀀</tmx>".replace(
        " 𠀀", "" if encoding == "big5" else " 𠀀"
    )
    read, found = decoded(text.encode(encoding))
    assert read == text.partition("?>")[2] if declared else read == text
    assert (found.encoding, found.bom, found.marks) == (read_as, bom, 0)
    assert found.mismatched == ((encoding, declared) == ("utf-8", "UTF-16"))


def test_a_declaration_keeps_its_lines() -> None:
    read, found = decoded(b"\n<?xml\n version='1.1'\r\n encoding='utf-8'\n?>\n<tmx/>")
    assert read == "\n" * 4 + "\n<tmx/>"
    assert (found.version, found.declared) == ("1.1", "utf-8")


@settings(deadline=None)
@given(st.text(CHARACTERS), st.integers(1, 7))
@example("\ufdd0&#xFDEF;\ufdef\ufdd0", 3)
@example("\U0001fffe&#x1fffe;\U0001fffe\ufdd0", 2)
@example("&#10;&#x9;&amp;&", 1)
def test_text_that_xml_can_carry_is_not_changed(text: str, size: int) -> None:
    blocks = re.findall(rb"(?s).{1,%d}" % size, f"<a>{text}".encode())
    found = Decoded(lambda _: blocks.pop(0) if blocks else b"")
    read = b"".join(found.chunks()).decode().partition("?>")[2]
    assert found.marks == 0
    assert without_marks(read) == f"<a>{text}".replace("&#xFDEF;", "\ufdef").replace(
        "&#x1fffe;", "\U0001fffe"
    )


@pytest.mark.parametrize(
    ("data", "name", "mended"),
    [
        (b"a\x01b", "U+0001", "ab"),
        (b"a\x0bb", "U+000B", "a\nb"),
        (b"a&#x1F;b", "U+001F", "ab"),
        (b"a&#12;b", "U+000C", "a\nb"),
        (b"a&#xD800;b", "half of a surrogate pair", "a\ufffdb"),
        (b"a\xef\xbf\xbfb", "a code point that is no character", "ab"),
        (b"a&#1114112;b", "a code point that is no character", "ab"),
        (b"a\xffb", "bytes that are no text in this encoding", "a\ufffdb"),
    ],
)
def test_what_xml_cant_carry_is_marked(data: bytes, name: str, mended: str) -> None:
    read, found = decoded(data)
    (mark,) = marks_in(read)
    assert (named(mark), found.marks) == (name, 1)
    assert without_marks(read) == mended


def test_bytes_are_marked_whatever_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "_SIZE", 1)
    read, found = decoded("大会".encode()[:-1])
    assert without_marks(read) == "大\ufffd"
    assert found.marks == 1
