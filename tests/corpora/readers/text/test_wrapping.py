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


def test_fields_below_a_title_whose_line_is_full_are_paragraphs() -> None:
    title = "Minutes of the General Meeting of the Owners of the Court of the Pines"
    fields = ["Date: Saturday, 18 October 2025", "Place: Community Centre", "Minutes: Gao Xiang"]
    lead = (
        "The chair reported that in the first half of the year more than a thousand repairs had "
        "been asked for, of which nearly all were done, and that those which were not done are "
        "mostly leaks of the roof, for which the fund of the owners has to be used this year."
    )
    assert texts("\n".join([title, *fields, *wrap(lead, False)])) == [title, *fields, lead]


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


CHARTER = [
    "第一条　为了加强河道管理，保障防洪安全，改善城乡水环境，根据有关法律和行政法规，结合本市实际，"
    "制定本条例。",
    "第二条　本市行政区域内河道的整治、利用、保护及其相关的管理活动，应当遵守本条例，法律另有规定的"
    "从其规定。",
    "第三条　水行政主管部门负责河道的监督管理工作，其他部门按照各自的职责，共同做好河道管理的有关工"
    "作。",
]


def chinese_lines(paragraph: str, width: int) -> list[str]:
    """The lines of a paragraph of Chinese without Western characters."""
    return [paragraph[start : start + width] for start in range(0, len(paragraph), width)]


@pytest.mark.parametrize("indent", ["", "　　"])
def test_an_indent_may_have_been_added_to_lines_of_the_full_width(indent: str) -> None:
    lines = [indent + "\n".join(chinese_lines(paragraph, 24)) for paragraph in CHARTER]
    assert texts("\n".join(lines)) == CHARTER


def test_full_lines_of_items_that_end_there_are_no_proof_against_wrapping() -> None:
    items = [
        "• 请勿将主机浸入水中，或者用水冲洗机身。",
        "• 请单独使用十安以上的插座，不要与别的电器共用。",
        "• 蒸汽口温度很高，请勿靠近，尤其防止儿童烫伤。",
        "• 电源线如有损坏，必须由制造商的专业人员更换。",
        "• 内锅不可直接放在明火上加热。",
        "• 请勿让儿童单独使用本产品。",
        "• 合上上盖，听到声响即表示盖好。",
        "• 煮好之后自动进入保温的状态。",
        "• 保温的时间不宜超过十二小时。",
        "• 夏季预约的时间不宜太长。",
        "• 显示屏上的时间开始闪烁。",
        "• 将米淘洗干净之后放入内锅。",
        "• 本产品不打算由感官或者精神能力有缺陷的人使用，除非有负责其安全的人在旁边监督。",
        "• 清洁之前务必拔下电源的插头，等到产品已经完全冷却，再用软布擦拭外壳和操作面板。",
        "• 蒸汽阀在每次使用以后都应当取下来清洗，先向左旋转取下，冲洗晾干，再向右旋紧。",
    ]
    assert texts("\n".join("\n".join(chinese_lines(item, 24)) for item in items)) == items


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize(
    "heading", ["第二章　分类投放", "Chapter II  Sorting", "二、分类投放", "附则"]
)
def test_a_heading_behind_a_full_line_is_a_paragraph(heading: str, indent: str) -> None:
    full = "根据有关法律和行政法规结合本市实际制定本办法。"
    lead = "出席会议的有业主和代理人以及物业公司的经理先生"
    before = full if heading == "附则" else lead
    paragraphs = [*CHARTER, before, heading, *CHARTER]
    lines = [
        ("" if paragraph == heading else indent) + "\n".join(chinese_lines(paragraph, len(full)))
        for paragraph in paragraphs
    ]
    assert texts("\n".join(lines)) == paragraphs


@pytest.mark.parametrize("rest", ["一、二款的规定处理。", "二十人以上参加。"])
def test_a_numeral_inside_a_sentence_is_no_label(rest: str) -> None:
    paragraphs = [*CHARTER, "违反有关规定的由水行政主管部门按照本条例中的第" + rest]
    lines = ["\n".join(chinese_lines(paragraph, 23)) for paragraph in paragraphs]
    assert texts("\n".join(lines)) == paragraphs


def test_a_line_that_is_too_long_to_be_wrapped_does_not_tell_the_width() -> None:
    long = "见http://example.org/water/2025/river/index.htm。"
    lines = [*("\n".join(chinese_lines(paragraph, 22)) for paragraph in CHARTER), long, "附则"]
    assert texts("\n".join(lines)) == [*CHARTER, long, "附则"]


def lines_of_columns(paragraph: str, most: int) -> str:
    """A paragraph wrapped where all but Western characters take two columns, marks too."""
    lines, taken = [""], 0
    for character in paragraph:
        width = 1 if character.isascii() else 2
        if taken + width > most:
            lines.append("")
            taken = 0
        lines[-1] += character
        taken += width
    return "\n".join(lines)


def test_quotation_marks_among_chinese_characters_may_take_two_columns() -> None:
    paragraphs = [
        "自2025年3月26日起，两江四岸和一河三湖的整治由市水行政主管部门负责，其余由所在的区负责。",
        "现有12台电梯于2006年投入使用，去年1年共停梯89次，困人6次，其中3次超过40分钟，居民不满。",
        "会议于2025年10月18日下午2时召开，出席的有业主和代理人共213人，代表面积占68.4%，符合规定。",
        "接通电源后，按“功能”键选择“精煮”“快煮”或“杂粮”，再按“开始”键。",
        "夏季气温达到35度以上的时候，预约的时间请不要超过8小时，以防止在锅内浸泡的大米变质。",
    ]
    lines = [lines_of_columns(paragraph, 48) for paragraph in paragraphs]
    assert texts("\n".join(lines)) == paragraphs


STORY = [
    "老人修了四十年伞，手上的茧比伞骨还硬。街上的人都说，他闭着眼睛也能把一根断了的伞骨接好。",
    "那年秋天，街口开了一家超市，伞卖九块九一把。",
    "“爸，别修了。”女儿在电话里说。",
    "“我知道。”他说。",
    "他没有告诉女儿，前一天夜里他梦见满街的人都撑着一样的伞。",
    "每天第一个来的是教书的林老师。她骑一辆旧自行车，车筐里装着学生们刚交上来的作业本和一盆花。",
    "“师傅，您看这把还能修吗？”她问。",
    "老人笑了笑，没有接话。",
    "“后来呢？”",
    "“后来雨停了。”",
    "他把伞撑开，又收起来，挂在门后的钉子上。天快黑的时候，雨又落下来，他听见有人在叫他的名字。",
]  # fmt: skip


def test_an_indent_at_each_paragraph_tells_where_few_lines_are_full() -> None:
    lines = [line for paragraph in STORY for line in chinese_lines("　　" + paragraph, 36)]
    assert len(lines) == len(STORY) + 3
    assert texts("\n".join(["伞", "", *lines])) == ["伞", *STORY]


def test_lines_without_an_indent_behind_short_ones_stay() -> None:
    lines = [line for paragraph in STORY for line in ("　　" + paragraph[:20], paragraph[20:30])]
    assert len(texts("\n".join(filter(None, lines)))) > len(STORY)


def test_entries_that_leaders_fill_are_paragraphs_in_a_wrapped_text() -> None:
    body = [
        "The saw is built for wood only, and you are not to cut any metal or stone with it, "
        "however thin that may be, or the blade will break and may hurt those who stand near it.",
        "Read this manual before you use the saw, and keep it where everybody who works with the "
        "saw can find it; ask your dealer for another copy when this one has been lost.",
    ]
    titles = ("Scope and purpose", "Safety of the machine", "Before the first use")
    entries = [f"{title}{'.' * (70 - len(title))}{page:2}" for page, title in enumerate(titles, 9)]
    lines = ["Contents", *entries, "", *(line for text in body for line in wrap(text, False))]
    assert texts("\n".join(lines))[:4] == ["Contents", *entries]
