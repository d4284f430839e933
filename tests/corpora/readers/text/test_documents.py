"""Real documents as plain text: a paragraph a line, and wrapped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpora.readers.text.lines import texts, wrap

SHARED = Path(__file__).parents[5] / "shared" / "data"


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


@given(st.lists(st.text(alphabet="ab 中文，。\u3000.->", max_size=60), max_size=12))
def test_no_character_but_white_space_and_marks_of_quotations_is_lost(lines: list[str]) -> None:
    def bare(text: str) -> str:
        return "".join(text.split()).replace("-", "").replace(">", "")

    found = "".join(texts("\n".join(lines)))
    assert bare(found) == bare("".join(lines))
    assert found.count(">") >= sum(line.lstrip("> \u3000").count(">") for line in lines)
