"""Paragraphs of plain text whose lines were wrapped: joined back."""

import pytest

from tests.corpora.readers.text.lines import texts, wrap

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
        "非法贸易各方面问题大会通过的行动纲领，又认识到各区域和次区域为执行行动纲领所作的努力以及已\n"
        "取得的进展，",
        "",
    ),
}


@pytest.mark.parametrize("name", JOINED)
def test_wrapped_lines_are_joined(name: str) -> None:
    source, between = JOINED[name]
    assert texts(source) == [source.replace("\n", between)]


LABELS = [
    "2. Decides also",
    "(b) To report",
    "b.决定",
    "三、决定",
    "（二）报告",
    "Article 4",
    "第四条",
]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_behind_an_end_starts_a_paragraph(label: str) -> None:
    paragraphs = [
        "1. Decides to convene the conference in New York from the third day of the month of "
        "December for two weeks and to hold a meeting of its committee.",
        f"{label} that the conference shall be open to all States that wish to take part in it, "
        "as they have done before.",
    ]
    assert texts("\n".join("\n".join(wrap(words, False)) for words in paragraphs)) == paragraphs


def test_a_field_behind_a_field_is_a_paragraph_though_its_line_is_full() -> None:
    fields = [
        "Party A (Buyer): Shanghai Huaguang Technology Company, Shanghai",
        "Representative: Wang",
    ]
    lead = (
        "This contract is made between the two parties that are named in the lines below, and it "
        "holds between them and between none other in the course of all the years to come, as it "
        "has been agreed on the day of its signature; they are:"
    )
    assert texts("\n".join([*wrap(lead, False), *fields])) == [lead, *fields]


ITEMS = {
    "bullets": ("• ", "• ", "□ "),
    "dashes": ("- ", "- ", "- "),
    "numbers": ("1. ", "2. ", "3. "),
    "letters": ("(a) ", "(b) ", "(c) "),
}


LETTER = """尊敬的王先生：

感谢您五月三日的来信。我们很高兴地得知，贵公司对我们的新产品
感兴趣。

随信附上最新的目录和价目表，请查收。如果订购数量超过五百件，
我们可以给予百分之十的折扣。

此致

敬礼"""


def test_a_short_letter_with_blank_lines_between_its_paragraphs_is_joined() -> None:
    assert [len(text) for text in texts(LETTER)] == [7, 34, 44, 2, 2]


@pytest.mark.parametrize(
    "source",
    [
        # One paragraph of two lines may be two; items that end as items do; lines of uneven length.
        LETTER.replace("，请查收。如果订购数量超过五百件，\n我", "。\n\n我"),
        LETTER.replace("新产品\n感兴趣", "新产品；\n其他").replace("百件，\n", "百件；\n"),
        LETTER.replace("我们很高兴地得知，贵公司", ""),
    ],
)
def test_lines_that_may_be_paragraphs_stay(source: str) -> None:
    assert texts(source) == [line for line in source.split("\n") if line]


def test_a_letterhead_is_not_joined_with_the_line_below_it() -> None:
    paragraph = (
        "The report that stands before the committee was written by the office, and tells of "
        "plans of the offices for the coming years, and of partners in all the regions."
    )
    head = ["United Nations" + " " * 44 + "A/RES/81/204", "General Assembly"]
    assert texts("\n".join([*head, "", *wrap(paragraph, False)])) == [*head, paragraph]


@pytest.mark.parametrize("name", ITEMS)
def test_each_item_of_a_wrapped_list_without_marks_at_its_ends_is_a_paragraph(name: str) -> None:
    lead = "The report that stands before the committee was written by the office, and tells of:"
    plans = " plans of the offices for the coming years, and of partners in all the regions that"
    items = [f"{sign}{who}{plans} wish it" for sign, who in zip(ITEMS[name], "ABC", strict=True)]
    source = "\n".join("\n".join(wrap(text, False)) for text in (lead, *items))
    assert texts(source) == [lead, *items]


def test_a_number_that_a_wrapped_line_happens_to_begin_with_starts_none() -> None:
    lines = [
        "The terms of trusteeship for each territory shall be agreed upon by the",
        "States directly concerned, and shall be approved as provided for in the",
        "85. meeting of the council that was held in the month of December, and",
        "in no other place.",
    ]
    assert texts("\n".join(lines)) == [" ".join(lines)]


@pytest.mark.parametrize(("first", "second"), [("(1)", "(2)"), ("(a)", "(b)")])
@pytest.mark.parametrize("end", [", and", " it;"])
def test_an_item_behind_one_inside_a_line_starts_none(first: str, second: str, end: str) -> None:
    lines = [
        "The Buyer named in the first article of this contract shall pay the",
        f"price to the bank: {first} thirty per cent on the day of signing{end}",
        f"{second} fifty per cent on the day of delivery of all the goods that are",
        "named in the annex, and the rest within thirty days after they were",
        "accepted at the place of business of the Buyer.",
    ]
    assert texts("\n".join(lines)) == [" ".join(lines)]


def test_the_next_item_starts_a_paragraph_where_the_one_before_it_does() -> None:
    source = (
        "The Buyer shall pay the price in three instalments to the bank of the\n"
        "Seller, which is named below:\n"
        "(1) thirty per cent on signing of the contract by both parties, and\n"
        "(2) fifty per cent on delivery of all the goods that are named in the\n"
        "annex to the contract.\n"
    )
    assert len(texts(source)) == 3
