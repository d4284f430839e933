"""Small files of text that a user names beside the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import AlignmentError
from align.text_files import read_text


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeff大会\r\n".encode())
    assert read_text(tmp_path / "a.txt") == "大会\r\n"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (
            "大会大会大会\n大".encode() + b"\xe4\n",
            "a.txt: is UTF-8, but 1 byte is not, in line 2 (byte 22, 0xe4); mend it in a text"
            " editor and save the file as UTF-8",
        ),
        (
            b"[0]:[0]\n[1\xe4]:[1]\n",
            "a.txt: is not in UTF-8: line 2 (byte 10, 0xe4) does not fit; save it as UTF-8",
        ),
        (
            "[0]:[0]\n".encode("utf-16"),
            "a.txt: is no text in UTF-8, for it holds null bytes; save it as plain text in UTF-8",
        ),
    ],
)
def test_bytes_that_are_no_utf8_are_told_with_their_place(
    data: bytes, line: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(AlignmentError) as caught:
        read_text(tmp_path / "a.txt")
    assert str(caught.value) == f"{tmp_path}/{line}"


@pytest.mark.parametrize(
    ("name", "reason"), [("none", "there is no such file"), ("", "is a folder; name a file")]
)
def test_what_can_not_be_read_is_told(name: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(AlignmentError, match=f": {reason}$"):
        read_text(tmp_path / name)
