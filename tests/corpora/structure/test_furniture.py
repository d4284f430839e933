"""What a site puts around a text is told from the text."""

import pytest

from corpora.readers.block import Block, Role
from corpora.structure.furniture import find_furniture
from corpora.structure.words import words_of


def _furniture(lines: list[str], language: str) -> list[str]:
    blocks = [Block(line) for line in lines]
    found = find_furniture(blocks, words_of(language))
    return [line for line, ours in zip(lines, found, strict=True) if ours]


def test_rows_above_a_text_and_its_title_repeated() -> None:
    text = ["第一段。", "第二段。", "第三段。"]
    above = ["跳转到内容", "某某宣言", "维基文库，自由的图书馆", "某某宣言"]
    assert _furniture([*above, *text], "zh") == above


@pytest.mark.parametrize("above", [["Home", "China"], ["Home", "Example News"]])
def test_the_last_heading_above_the_last_row_stays(above: list[str]) -> None:
    blocks = [
        *(Block(row) for row in above),
        Block("Report on water", Role.HEADING, level=1),
        Block("15 August 2023 Source: Example News"),
        Block("The city has six waterworks."),
    ]
    found = find_furniture(blocks, words_of("en"))
    assert not found[2]
    assert not found[4]


def test_notices_below_a_text_with_all_that_follows_them() -> None:
    text = ["Jump to content", "Main menu", "One.", "Two.", "Three.", "Four."]
    below = ["This work is in the public domain because of its age:", "1. here;", "2. there."]
    assert _furniture([*text, *below], "en") == [*text[:2], *below]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["1. Decides:", "(a) To meet;", "(b) To report;", "(c) To appoint a coordinator;"]),
        ("en", ["Works.", "This document and any copyright in it belong to the Buyer.", "End."]),
        ("en", ["Home", "Press the button.", "Related links between the two proteins are shown."]),
        ("zh", ["合同", "本作品的著作权归甲方所有。", "相关附件见附录。"]),
        ("zh", ["新闻标题", "2024年5月1日", "来源：新华社", "责任编辑应当审核稿件。"]),
    ],
)
def test_one_row_or_sentence_that_a_site_could_have_takes_nothing(
    language: str, texts: list[str]
) -> None:
    assert _furniture(texts, language) == []


def test_a_notice_in_the_midst_of_a_text_takes_nothing_away() -> None:
    lines = ["版权所有：某某公司", *["正文。"] * 30]
    assert _furniture(lines, "zh") == []


def test_words_of_a_contract_are_no_notice() -> None:
    assert (
        _furniture(
            ["Share Purchase Agreement", "Copyright in the works passes to the Buyer."], "en"
        )
        == []
    )


def test_what_the_format_knows_as_furniture_stays_so() -> None:
    blocks = [Block("Menu", Role.FURNITURE), Block("Text.")]
    assert find_furniture(blocks, words_of("en")) == [True, False]
