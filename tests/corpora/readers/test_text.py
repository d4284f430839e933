"""Paragraphs of plain text: kept as they are, or joined back from wrapped lines."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import DocumentError
from corpora.readers import read_blocks
from corpora.readers.text import text_blocks

SHARED = Path(__file__).parents[4] / "shared" / "data"


def texts(source: str) -> list[str]:
    return [block.text for block in text_blocks(source)]


def wrap(paragraph: str, chinese: bool) -> list[str]:
    if chinese:
        return [paragraph[at : at + 36] for at in range(0, len(paragraph), 36)]
    return textwrap.wrap(paragraph, 72)


AS_THEY_ARE = {
    "one paragraph a line": ("A first one.\nA second one\nand no third", None),
    "closing lines": ("2012 年 12 月 3 日\n第 48 次全体会议", None),
    "blank lines": ("One\n\n\nTwo\n \t\nThree", ["One", "Two", "Three"]),
    "full-width indents": ("　　一、第一\n　　二、第二", ["一、第一", "二、第二"]),
    "every line end": ("a\r\nb\rc\x0cd\u2028e\x85f\u2029g\x0bh", list("abcdefgh")),
    "soft hyphens": ("inter\u00adnational", ["international"]),
    "DOS end": ("text\x1a", ["text"]),
    "inner white space": ("79/40.\tThe  trade", ["79/40.\tThe  trade"]),
}


@pytest.mark.parametrize("name", AS_THEY_ARE)
def test_a_paragraph_a_line_stays(name: str) -> None:
    source, expected = AS_THEY_ARE[name]
    assert texts(source) == (source.splitlines() if expected is None else expected)


def test_a_block_knows_its_line() -> None:
    assert [block.where for block in text_blocks("a\n\n\nb")] == ["line 1", "line 4"]


JOINED = {
    "words": (
        "Recalling its resolution 66/47 of 2 December 2011, as well as all\n"
        "previous resolutions entitled as this one, including resolution 56/24\n"
        "V of 24 December 2001,",
        " ",
    ),
    "Chinese": (
        "回顾其二〇一一年十二月二日第六十六届会议的决议及以往所有题为小武器和轻武器非法贸易的各方面\n"
        "问题的决议，包括二〇〇一年十二月二十四日的决议，并强调必须继续全面执行联合国小武器和轻武器\n"
        "非法贸易各方面问题大会通过的行动纲领，",
        "",
    ),
}


@pytest.mark.parametrize("name", JOINED)
def test_wrapped_lines_are_joined(name: str) -> None:
    source, between = JOINED[name]
    assert texts(source) == [source.replace("\n", between)]


LABELS = ["2. Decides also", "(b) To report", "三、决定", "（二）报告", "Article 4", "第四条"]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_behind_an_end_starts_a_paragraph(label: str) -> None:
    paragraphs = [
        "1. Decides to convene the conference in New York from the third day of the month of "
        "December for two weeks and to hold a meeting of its committee.",
        f"{label} that the conference shall be open to all States that wish to take part in it, "
        "as they have done before.",
    ]
    assert texts("\n".join("\n".join(wrap(words, False)) for words in paragraphs)) == paragraphs


def test_a_number_that_a_wrapped_line_happens_to_begin_with_starts_none() -> None:
    lines = [
        "The terms of trusteeship for each territory shall be agreed upon by the",
        "States directly concerned, and shall be approved as provided for in the",
        "85. meeting of the council that was held in the month of December, and",
        "in no other place.",
    ]
    assert texts("\n".join(lines)) == [" ".join(lines)]


DOCUMENTS = [
    ("un-67-58/zh.wikisource.txt", True),
    ("un-67-58/en.working.txt", False),
    ("udhr/udhr.en.txt", False),
    ("udhr/udhr.zh-Hans.txt", True),
    ("udhr/udhr.zh-Hant.txt", True),
    ("un-charter/un_charter.raw.en.txt", False),
    ("un-charter/un_charter.raw.zh.txt", True),
    ("un-55-100/A_RES_55_100.en.txt", False),
    ("un-55-100/A_RES_55_100.zh.txt", True),
    ("un-79-40-en/A_RES_79_40.en.txt", False),
]
needs_data = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")


def paragraphs_of(name: str) -> list[str]:
    text = (SHARED / name).read_text(encoding="utf-8-sig").replace("\t", " ")
    return [line.strip() for line in text.splitlines() if line.strip()]


@needs_data
@pytest.mark.parametrize(("name", "chinese"), DOCUMENTS)
def test_real_documents_of_one_paragraph_a_line_stay(name: str, chinese: bool) -> None:
    assert texts((SHARED / name).read_text(encoding="utf-8-sig").replace("\t", " ")) == (
        paragraphs_of(name)
    )


@needs_data
@pytest.mark.parametrize(("name", "chinese"), DOCUMENTS)
@pytest.mark.parametrize("indent", ["", "    "])
def test_real_documents_come_back_from_a_wrapped_copy(
    name: str, chinese: bool, indent: str
) -> None:
    paragraphs = paragraphs_of(name)
    lead = "　　" if chinese and indent else indent
    wrapped = "\n\n".join("\n".join(wrap(lead + words, chinese)) for words in paragraphs)
    assert texts(wrapped) == paragraphs


WITHOUT_BLANK_LINES: list[tuple[str, bool, str, float]] = [
    *((name, chinese, "　　" if chinese else "    ", 0.99) for name, chinese in DOCUMENTS),
    ("un-67-58/zh.wikisource.txt", True, "", 1.0),
    ("un-67-58/en.working.txt", False, "", 0.95),
    ("udhr/udhr.en.txt", False, "", 0.95),
    ("udhr/udhr.zh-Hans.txt", True, "", 0.95),
    ("udhr/udhr.zh-Hant.txt", True, "", 0.95),
    ("un-charter/un_charter.raw.en.txt", False, "", 0.95),
    ("un-charter/un_charter.raw.zh.txt", True, "", 0.98),
]


@needs_data
@pytest.mark.parametrize(("name", "chinese", "indent", "share"), WITHOUT_BLANK_LINES)
def test_most_paragraphs_come_back_without_blank_lines_too(
    name: str, chinese: bool, indent: str, share: float
) -> None:
    paragraphs = paragraphs_of(name)
    found = texts("\n".join("\n".join(wrap(indent + words, chinese)) for words in paragraphs))
    right = sum(words in set(paragraphs) for words in found)
    assert right >= share * len(paragraphs)


@given(st.lists(st.text(alphabet="ab 中文，。\u3000.-", max_size=60), max_size=12))
def test_no_character_but_white_space_is_lost(lines: list[str]) -> None:
    def bare(text: str) -> str:
        return "".join(text.split()).replace("-", "")

    assert bare("".join(texts("\n".join(lines)))) == bare("".join(lines))


def test_reading_says_the_format_and_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("大会，回顾其决议".encode("gb18030"))
    content = read_blocks(path)
    assert (content.format, content.encoding) == ("text", "gb18030")
    assert content.blocks[0].text == "大会，回顾其决议"


def test_a_long_text_without_a_line_break_is_read_in_linear_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("字" * 2_000_000, encoding="utf-8")
    assert len(read_blocks(path).blocks[0].text) == 2_000_000


def test_only_white_space_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(" \n\u3000\n\t\ufeff", encoding="utf-8")
    with pytest.raises(DocumentError, match="nothing but white space"):
        read_blocks(path)
