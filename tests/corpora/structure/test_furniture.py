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


MASTHEADS = [
    (
        "en",
        ["United Nations", "A/RES/67/58", "General Assembly", "Distr.: General", "4 January 2013"],
    ),
    (
        "zh",
        ["联合国", "A/RES/67/58", "大会", "Distr.: General", "4 January 2013", "Chinese"],
    ),
    ("en", ["General Assembly", "A/79/245*", "Distr.: General", "Original: English"]),
    ("zh", ["大会", "A/79/245*", "Distr.: General", "24 July 2024", "Original: English"]),
    ("zh", ["聯合國", "S/2023/1", "Distr.: General", "2024年7月24日", "原件：英文"]),
    ("fr", ["Assemblée générale", "A/79/245", "Distr.: General", "24 July 2024"]),
]
TEXT = {
    "en": ["Seventy-ninth session", "The General Assembly", "Recalling this,", "24 July 2024"],
    "zh": ["第七十九届会议", "大会", "回顾这一点，", "2024年7月24日"],
    "fr": ["Soixante-dix-neuvième session", "Rappelant cela,", "24 juillet 2024"],
}


@pytest.mark.parametrize(("language", "masthead"), MASTHEADS)
def test_the_masthead_of_a_document_of_the_united_nations(
    language: str, masthead: list[str]
) -> None:
    expected = [row for row in masthead if row != "Assemblée générale"]
    assert _furniture([*masthead, *TEXT[language]], language) == expected


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["United Nations", "A/RES/67/58", "The General Assembly", "4 January 2013"]),
        ("zh", ["联合国", "大会", "2013年1月4日", "大会由全体会员国组成。"]),
        ("en", ["Report", "5 March 2024", "English", "It was written by Wong Ka-ming."]),
    ],
)
def test_rows_that_other_documents_have_too_are_no_masthead(
    language: str, texts: list[str]
) -> None:
    assert _furniture(texts, language) == []
