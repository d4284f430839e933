"""Which encoding a text is in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import DocumentError
from corpora.readers.encodings import decode, find_encoding

NAME = Path("a.txt")

CHINESE = (
    "大会，\n回顾其 2011 年 12 月 2 日第 66/47 号决议及以往所有题为“小武器和轻武器非法贸易”的决议，"
)
TRADITIONAL = (
    "人人生而自由，在尊嚴和權利上一律平等。他們賦有理性和良心，並應以兄弟關係的精神互相對待。"
)
WESTERN = "L’Assemblée générale – “réaffirmant” les résolutions antérieures à ce sujet"

JAPANESE = (
    "会社概要\n当社は東京に本社を置く製造会社です。\n設立は一九九五年、従業員数は三百名です。"
)
KOREAN = "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."

WHOLE_TEXTS = [
    (JAPANESE, "shift_jis", "shift_jis"),
    (JAPANESE + "①", "cp932", "shift_jis"),
    (JAPANESE, "euc-jp", "euc-jp"),
    (JAPANESE, "utf-8", "utf-8"),
    (KOREAN, "euc-kr", "euc-kr"),
    (CHINESE * 3 + "日文是ありがとうございます。", "gb18030", "gb18030"),
    (CHINESE, "utf-8", "utf-8"),
    (CHINESE, "utf-8-sig", "utf-8-sig"),
    (CHINESE, "utf-16", "utf-16"),
    (CHINESE, "utf-16-le", "utf-16-le"),
    (CHINESE, "utf-16-be", "utf-16-be"),
    (CHINESE, "gb18030", "gb18030"),
    (CHINESE, "gb2312", "gb18030"),
    (TRADITIONAL, "big5", "big5"),
    (TRADITIONAL, "gb18030", "gb18030"),
    (TRADITIONAL, "utf-16-le", "utf-16-le"),
    (WESTERN, "cp1252", "windows-1252"),
    (WESTERN, "utf-8", "utf-8"),
    ("The General Assembly,", "ascii", "utf-8"),
    ("The General Assembly,", "utf-16-le", "utf-16-le"),
    ("Все люди рождаются свободными и равными", "utf-8", "utf-8"),
    ("One arrow → only", "utf-8", "utf-8"),
    ("a\u200bb", "utf-8", "utf-8"),
    ("a ☺", "utf-8", "utf-8"),
    ("Sex: □ Male □ Female", "utf-8", "utf-8"),
    ("■ Heart disease, ▪ diabetes", "utf-8", "utf-8"),
    ("① One and ② two", "utf-8", "utf-8"),
    ("─ a line ─", "utf-8", "utf-8"),
    ("an area of 5 m², ±2 µm", "utf-8", "utf-8"),
    ("a class 类, and no more", "gb18030", "gb18030"),
    ("naïve", "utf-8", "utf-8"),
    ("Dvořák and nǐ hǎo", "utf-8", "utf-8"),
    ("naïve", "cp1252", "windows-1252"),
    ("שלום", "utf-8", "utf-8"),
    ("ไทย", "utf-8", "utf-8"),
    ("हिन्दी", "utf-8", "utf-8"),
]


@pytest.mark.parametrize(("text", "written", "found"), WHOLE_TEXTS)
def test_the_encoding_is_found_and_named(text: str, written: str, found: str) -> None:
    assert decode(NAME, text.encode(written)) == (text, found)


SHORT_LINES = [
    ("第一条", "gb18030"),
    ("世界人权宣言", "gb18030"),
    ("职权", "gb18030"),
    ("第三條", "big5"),
    ("世界人權宣言", "big5"),
    ("大會", "big5"),
    ("Übung macht den Meister", "cp1252"),
    ("L’Assemblée générale", "cp1252"),
    ("Artículo 1º", "cp1252"),
]


@pytest.mark.parametrize(("text", "written"), SHORT_LINES)
def test_one_short_line_is_enough(text: str, written: str) -> None:
    assert decode(NAME, text.encode(written))[0] == text


RUSSIAN = "Все люди рождаются свободными и равными в своем достоинстве"


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        ("東京都千代田区霞が関", "shift_jis", "shift_jis"),
        ("تأسست شركتنا في القاهرة", "cp1256", "windows-1256"),
        ("บริษัทของเราก่อตั้งขึ้นในปี", "cp874", "windows-874"),
    ],
)
def test_an_encoding_that_is_not_known_is_not_guessed_but_named(
    text: str, written: str, named: str
) -> None:
    with pytest.raises(DocumentError, match=rf"can't tell .* --encoding, such as .*{named}"):
        find_encoding(NAME, text.encode(written))


def test_what_the_user_says_is_taken() -> None:
    assert decode(NAME, "Все".encode("koi8-r"), "koi8-r") == ("Все", "koi8-r")
    assert decode(NAME, b"All of it", "latin-1") == ("All of it", "iso8859-1")


MISMATCHES = {
    "utf-8": (CHINESE.encode("gb18030"), "utf-8", r": byte 0 \(0xb4\) does not fit; .* gb18030$"),
    "big5": (CHINESE.encode(), "big5", r"big5: byte \d+ .* does not fit; it looks like utf-8:"),
    "utf-16": (b"A text of ASCII.", "utf-16", "utf-16; it looks like utf-8: leave --encoding out"),
    "what takes all bytes": (CHINESE.encode(), "latin-1", "iso8859-1; it looks like utf-8"),
    "an odd byte": (CHINESE.encode("utf-16-le")[:-1], "utf-16-le", "byte .* say another"),
    "utf-32": (b"abcdefgh", "utf-32", "is not in utf-32.*it looks like utf-8"),
    "nothing fits": (
        b"\x81\x8d\x8f\x90\xff" * 9,
        "utf-8",
        "say another --encoding, such as shift_jis, windows-1251 or koi8-r",
    ),
    "cut off": (CHINESE.encode("utf-16")[:-1], None, "damaged or cut off; save it again as UTF-8"),
}


@pytest.mark.parametrize("name", MISMATCHES)
def test_an_encoding_that_does_not_fit_is_named_with_what_to_do(name: str) -> None:
    data, said, message = MISMATCHES[name]
    with pytest.raises(DocumentError, match=message) as caught:
        decode(NAME, data, said)
    assert str(caught.value).startswith("a.txt: is not in ")
    assert str(caught.value).count("a.txt") == 1
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["utf-9", "", "rot13", "base64", "no\0name"])
def test_an_encoding_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(DocumentError, match="unknown character encoding"):
        decode(NAME, b"abc", name)


def test_null_bytes_are_named() -> None:
    with pytest.raises(DocumentError, match="is a binary file, no text: it holds null bytes"):
        decode(NAME, b"abc\0def\n")


BINARY = [b"\x7fELF\x02\x01" + bytes(9), bytes(range(256)) * 20, b"a\0b\0\0"]


@pytest.mark.parametrize("data", BINARY)
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"binary|can't tell"):
        decode(NAME, data)


@given(st.text(min_size=8).filter(lambda t: not any(c < " " or c == "\ufeff" for c in t)))
def test_utf8_with_a_mark_always_comes_back(text: str) -> None:
    assert decode(NAME, text.encode("utf-8-sig"))[0] == text


SHARED = Path(__file__).parents[4] / "shared" / "data"
FILES = [
    ("un-67-58/zh.wikisource.txt", ("gb18030", "utf-16-le", "utf-16-be", "utf-16", "utf-8-sig")),
    ("udhr/udhr.zh-Hans.txt", ("gb18030", "utf-16-le", "utf-16-be")),
    ("udhr/udhr.zh-Hant.txt", ("big5", "gb18030", "utf-16-be")),
    ("un-charter/un_charter.raw.zh.txt", ("gb18030", "utf-16-le")),
    ("udhr/udhr.en.txt", ("utf-16-le", "utf-16-be", "utf-8")),
    ("un-67-58/en.working.txt", ("cp1252", "utf-16-le")),
]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize(("name", "written"), FILES)
def test_real_documents_in_every_encoding(name: str, written: tuple[str, ...]) -> None:
    text = (SHARED / name).read_text(encoding="utf-8-sig").replace("\u2010", "-")
    for encoding in written:
        data = text.encode(encoding, "ignore")
        codec = "utf-16" if encoding == "utf-16" else encoding
        assert decode(NAME, data)[0] == data.decode(codec).removeprefix("\ufeff")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize(
    ("name", "written"),
    [("un-charter/un_charter.raw.zh.txt", "gb18030"), ("udhr/udhr.zh-Hant.txt", "big5")],
)
def test_nearly_every_single_line_of_a_real_document_is_enough(name: str, written: str) -> None:
    lines = {line.strip() for line in (SHARED / name).read_text(encoding="utf-8").splitlines()}
    tried = [line for line in lines if line and not line.isascii()]
    right = [line for line in tried if decode(NAME, line.encode(written, "ignore"))[0] == line]
    whole = [line for line in tried if line.encode(written, "ignore").decode(written) == line]
    assert len(right) >= 0.995 * len(whole)
