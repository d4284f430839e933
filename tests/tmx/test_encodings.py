"""The encoding of an XML file by its first bytes."""

import pytest

from tmx.encodings import find_unicode, largest


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["without a mark", "with a mark"])
def test_wide_encodings_are_found_with_and_without_a_mark(encoding: str, mark: str) -> None:
    assert find_unicode(f"{mark}<?xml ?>".encode(encoding)) == (
        encoding,
        len(mark.encode(encoding)),
    )


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"\xef\xbb\xbf<tmx>", ("utf-8", 3)),
        (b"<tmx>", ("", 0)),
        ("<中>".encode("gb18030"), ("", 0)),
        (b"", ("", 0)),
        (b"<", ("", 0)),
    ],
)
def test_other_bytes_show_nothing_without_a_mark(head: bytes, found: tuple[str, int]) -> None:
    assert find_unicode(head) == found


@pytest.mark.parametrize(
    ("declared", "read"),
    [("GB2312", "gb18030"), ("gbk", "gb18030"), ("big5", "big5"), ("UTF-8", "UTF-8")],
)
def test_a_larger_set_of_characters_is_read_where_it_is_often_meant(
    declared: str, read: str
) -> None:
    assert largest(declared) == read
