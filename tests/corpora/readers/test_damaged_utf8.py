"""UTF-8 with a few bytes that are not."""

from pathlib import Path

import pytest

from corpora import DocumentError
from corpora.readers.damaged_utf8 import describe_damage
from corpora.readers.encodings import decode
from corpora.reading import read_document, read_lines

NAME = Path("a.txt")

LINE = "大会，回顾其 2011 年 12 月 2 日第 66/47 号决议及以往所有决议，\n"
CHINESE = LINE * 3
FRENCH = "L’Assemblée générale – « réaffirmant » les résolutions antérieures, où l’été\n"
RUSSIAN = "Все люди рождаются свободными и равными в своем достоинстве\n"
MEND_IT = "mend it in a text editor and save the file as UTF-8"
MEND_THEM = "mend them in a text editor and save the file as UTF-8"
MEND_ITS_END = "get the whole text, or mend its end in a text editor and save the file as UTF-8"

DAMAGED = {
    "one bad byte in Chinese": (
        LINE.encode() + b"\xff" + CHINESE.encode(),
        f"is UTF-8, but 1 byte is not, in line 2 (byte 84, 0xff); {MEND_IT}",
    ),
    "one that GB18030 and Windows-1252 take": (
        "大会\r\n回顾其决议\r\n".encode() + b"\xa0 \r\n" + CHINESE.encode(),
        f"is UTF-8, but 1 byte is not, in line 3 (byte 25, 0xa0); {MEND_IT}",
    ),
    "a byte lost from a character": (
        LINE.encode() + "会".encode()[1:] + CHINESE.encode(),
        f"is UTF-8, but 2 bytes are not, the first in line 2 (byte 84, 0xbc); {MEND_THEM}",
    ),
    "an encoded surrogate": (
        LINE.encode() + b"\xed\xa0\x80\n",
        f"is UTF-8, but 3 bytes are not, the first in line 2 (byte 84, 0xed); {MEND_THEM}",
    ),
    "each character beyond U+FFFF as two surrogates": (
        "好的，谢谢你\ud83d\ude00\n".encode("utf-8", "surrogatepass") * 5,
        f"is UTF-8, but 30 bytes are not, the first in line 1 (byte 18, 0xed); {MEND_THEM}",
    ),
    "a last character cut off": (
        CHINESE.encode().rstrip()[:-1],
        f"is UTF-8, but ends inside a character, in line 3 (byte 248, 0xef); {MEND_ITS_END}",
    ),
    "a last character that is wrong": (
        CHINESE.encode() + b"\xff",
        f"is UTF-8, but 1 byte is not, in line 4 (byte 252, 0xff); {MEND_IT}",
    ),
    "a byte order mark in front": (
        b"\xef\xbb\xbf" + CHINESE.encode() + b"\xff",
        f"is UTF-8, but 1 byte is not, in line 4 (byte 255, 0xff); {MEND_IT}",
    ),
    "a line of Windows-1252": (
        (FRENCH * 3).encode() + b"d\xe9j\xe0\n",
        f"is UTF-8, but 2 bytes are not, the first in line 4 (byte 283, 0xe9); {MEND_THEM}",
    ),
    "Russian, in lines that end in carriage returns": (
        (RUSSIAN * 2).replace("\n", "\r").encode() + b"\xc0\xae",
        f"is UTF-8, but 2 bytes are not, the first in line 3 (byte 222, 0xc0); {MEND_THEM}",
    ),
}


@pytest.mark.parametrize("said", [None, "utf-8", "gb18030", "latin-1"])
@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_told_with_its_place_whatever_encoding_is_said(
    name: str, said: str | None
) -> None:
    data, message = DAMAGED[name]
    with pytest.raises(DocumentError) as caught:
        decode(NAME, data, said)
    assert str(caught.value) == f"a.txt: {message}"


def test_every_reader_of_text_tells_it(tmp_path: Path) -> None:
    page = '<meta charset="gb2312"><p>{}</p>'
    for name, frame in {"a.txt": "{}", "a.md": "# {}", "a.html": page, "a.srt": "{}"}.items():
        path = tmp_path / name
        path.write_bytes(frame.format(CHINESE).encode() + b"\xa0 \n")
        with pytest.raises(DocumentError, match=r"is UTF-8, but 1 byte is not, in line 4 "):
            read_document(path)
        with pytest.raises(DocumentError, match=r"is UTF-8, but 1 byte is not, in line 4 "):
            read_lines(path)


WHOLE = {
    "UTF-8": CHINESE.encode(),
    "UTF-8 with U+FFFD in it": CHINESE.encode() + "\ufffd".encode(),
    "ASCII": b"The General Assembly,",
    "nothing": b"",
    "null bytes": CHINESE.encode() + b"\xff\0",
    "few characters beyond ASCII": "It’s “ours”\n".encode() + b"\xff",
    "as much Windows-1252 as UTF-8": FRENCH.encode() + FRENCH.encode("cp1252"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_whole_or_no_utf8_has_no_damage(name: str) -> None:
    assert describe_damage(WHOLE[name]) == ""


ENCODED = [
    (CHINESE, "gb18030"),
    (CHINESE, "utf-16"),
    (CHINESE, "utf-16-be"),
    ("人人生而自由，在尊嚴和權利上一律平等。他們賦有理性和良心", "big5"),
    (FRENCH, "cp1252"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    ("会社概要\n当社は東京に本社を置く製造会社です。\n", "shift_jis"),
    ("会社概要\n当社は東京に本社を置く製造会社です。\n", "euc-jp"),
    ("모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.", "euc-kr"),
    ("تأسست شركتنا في القاهرة", "cp1256"),
    ("บริษัทของเราก่อตั้งขึ้นในปี", "cp874"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_another_encoding_is_not_taken_for_damage(text: str, encoding: str) -> None:
    assert describe_damage(text.encode(encoding)) == ""


SHARED = Path(__file__).parents[4] / "shared" / "data"
LEGACY = ("gb18030", "big5hkscs", "euc_jp", "cp932", "euc_kr", "cp1252", "utf-16-le")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize("encoding", LEGACY)
@pytest.mark.parametrize(
    "name", ["un-charter/un_charter.raw.zh.txt", "udhr/udhr.zh-Hant.txt", "un-67-58/en.working.txt"]
)
def test_no_line_of_a_real_document_in_another_encoding_is_taken_for_damage(
    name: str, encoding: str
) -> None:
    text = (SHARED / name).read_text(encoding="utf-8-sig")
    for piece in (text, *text.splitlines()):
        assert describe_damage(piece.encode(encoding, "ignore")) == ""
