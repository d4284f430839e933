"""Encodings as they are met in the wild, and characters that XML lacks."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tmx.reading.memories import STRICT, memory, read, texts, unit_of
from tmx.errors import TmxError
from tmx.reading.decoding import Decoder
from tmx.reading.options import DEFAULTS

DECLARATION = '<?xml version="1.0" encoding="{}"?>\n'
BODY = unit_of("重申𠀀é")


def encoded(encoding: str, declared: str | None, mark: bytes = b"", body: str = BODY) -> bytes:
    before = DECLARATION.format(declared) if declared else ""
    return mark + memory(body, before).decode().encode(encoding)


@pytest.mark.parametrize("declared", ["utf-8", "UTF-16", "utf-16le", "gb2312", None, "nonsense"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", b""),
    ],
)
def test_marks_and_zeros_go_before_what_is_declared(
    encoding: str, mark: bytes, declared: str | None
) -> None:
    units, report = read(encoded(encoding, declared, mark), DEFAULTS)
    assert texts(units) == ["重申𠀀é"]
    assert report.mended == 0


@pytest.mark.parametrize("declared", ["UTF-16", "utf-16le", "UCS-2", "unicode", "UTF-32", None])
def test_without_zeros_a_file_is_in_utf8_even_if_it_declares_utf16(declared: str | None) -> None:
    assert texts(read(encoded("utf-8", declared), DEFAULTS)[0]) == ["重申𠀀é"]


@pytest.mark.parametrize(
    ("encoding", "declared", "text"),
    [
        ("gb18030", "gb18030", "重申𠀀é"),
        ("gb18030", "GB2312", "重申𠀀é"),
        ("gbk", "gbk", "重申"),
        ("big5", "Big5", "重申"),
        ("cp1252", "windows-1252", "“é”"),
        ("iso-8859-1", "ISO-8859-1", "é"),
        ("shift_jis", "Shift_JIS", "重申"),
        ("euc_kr", "EUC-KR", "한국"),
    ],
)
def test_older_encodings_are_read_as_declared(encoding: str, declared: str, text: str) -> None:
    assert texts(read(encoded(encoding, declared, body=unit_of(text)), DEFAULTS)[0]) == [text]


@pytest.mark.parametrize("before", ["\n \t", "\ufeff\ufeff", "\n\ufeff"])
def test_white_space_and_marks_before_the_declaration_do_no_harm(before: str) -> None:
    data = before.encode() + encoded("utf-8", "utf-8")
    assert texts(read(data, DEFAULTS)[0]) == ["重申𠀀é"]


@pytest.mark.parametrize(
    "declared", ["nonsense", "rot13", "zlib", "unicode_escape", "utf-7", "punycode", "cp037"]
)
def test_an_encoding_that_is_none_is_refused_by_name(declared: str) -> None:
    with pytest.raises(TmxError, match=f"^m.tmx: it declares the encoding '{declared}'"):
        read(encoded("utf-8", declared, body=unit_of("a")), DEFAULTS)


def test_a_file_in_another_encoding_that_it_does_not_name_is_refused() -> None:
    with pytest.raises(TmxError, match=r"^m\.tmx: it is not in UTF-8"):
        read(encoded("gbk", None, body=unit_of("重申其决议" * 20)), DEFAULTS)


def test_a_binary_file_is_told_as_one() -> None:
    with pytest.raises(TmxError, match=r"^m\.tmx: is a binary file, no memory"):
        read(b"\x92\xff\0\x08 \xc3" * 50, DEFAULTS)


@pytest.mark.parametrize(
    ("raw", "mended", "count"),
    [
        (b"a\x0bb", "a\nb", 1),
        (b"a\x0cb", "a\nb", 1),
        (b"a\x00\x01\x1fb", "ab", 3),
        ("a\ufffe\uffffb".encode(), "ab", 2),
        (b"a\xed\xa0\x80b", "a\ufffdb", 1),
        (b"a\xed\xa1\x80\xed\xb0\x80b", "a\U00020000b", 1),
        (b"a\x93\x94b\xff", "a\ufffdb\ufffd", 2),
        (b"a\xe9\x87", "a\ufffd", 1),
        (b"a&#11;b", "a\nb", 1),
        (b"a&#x1F;&#0;b", "ab", 1),
        (b"a&#xD800;b", "a\ufffdb", 1),
        (b"a&#xD840;&#xDC00;b", "a\U00020000b", 1),
        (b"a&#55360;&#56320;b", "a\U00020000b", 1),
        (b"a&#x110000;b", "a\ufffdb", 1),
        (b"&#x41;&#31;&#38;", "A&", 1),
        (b"<![CDATA[&#31;]]>&#31;", "&#31;", 1),
        ("\x7f\x80\x85&#x85;".encode(), "\x7f\x80\x85\x85", 0),
    ],
)
def test_characters_that_xml_lacks_are_mended_and_counted_or_refused(
    raw: bytes, mended: str, count: int
) -> None:
    data = memory(unit_of("甲") + "\n" + unit_of("@")).replace(b"@", raw)
    units, report = read(data, DEFAULTS)
    assert texts(units) == ["甲", mended]
    assert (report.mended, report.first_mended) == (count, 2 if count else None)
    if count:
        with pytest.raises(TmxError, match=r"^m\.tmx, line 2, byte \d+: .*--repair mends it$"):
            read(data, STRICT)


def test_what_is_refused_is_named_with_its_byte() -> None:
    data = memory(unit_of("甲") + unit_of("a\x0bb"))
    with pytest.raises(TmxError) as caught:
        read(data, STRICT)
    assert f"line 1, byte {data.index(0x0B)}: the character U+000B" in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_half_a_pair_in_utf16_is_mended(encoding: str) -> None:
    text = memory(unit_of("a@b")).decode().replace("@", "\ud840")
    data = text.encode(encoding, "surrogatepass")
    units, report = read(data, DEFAULTS)
    assert (texts(units), report.mended) == (["a\ufffdb"], 1)


def test_a_header_is_mended_as_well() -> None:
    data = memory(unit_of("甲")).replace(b'"/>', b'" creationtool="a&#31;b\x01"/>')
    units, report = read(data, DEFAULTS)
    assert (len(units), report.mended) == (1, 2)


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=60),
    st.sampled_from(["utf-8", "utf-16-le", "utf-32-be", "gb18030", "big5", "iso2022_jp"]),
    st.integers(1, 7),
)
def test_any_bytes_become_clean_text_whatever_the_pieces(
    data: bytes, encoding: str, size: int
) -> None:
    head = f'<?xml encoding="{encoding}"?>'.encode(
        encoding if encoding.startswith("utf") else "ascii"
    )
    whole = head + data
    position = 0

    def some(most: int) -> bytes:
        nonlocal position
        position += min(size, most)
        return whole[position - min(size, most) : position]

    decoder = Decoder(some, "m.tmx")
    pieces = []
    while (block := decoder.block()) is not None:
        pieces.append(block.data)
    text = b"".join(pieces).decode()
    assert text.startswith("<?xml")
    assert not any((ord(c) < 32 and c not in "\t\n\r") or c in "\ufffe\uffff" for c in text)
