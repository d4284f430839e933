"""Paragraphs of plain text: kept as they are, or joined back from wrapped lines."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import DocumentError
from corpora.readers import read_blocks
from corpora.readers.block import Role
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
    "two headlines of like length": (
        "中国银行宣布下调存款准备金率零点五个百分点\n教育部门发布新版义务教育课程方案和新标准",
        None,
    ),
    "headlines with commas": (
        "全国高温天气持续，多地用电负荷创下历史新高\n中国银行宣布，下调存款准备金率零点五个点\n"
        "教育部门发布新版课程方案，秋季学期起全面施行\n铁路部门加开列车，应对即将到来的暑运高峰",
        None,
    ),
    "headlines above a short sentence": (
        "中国银行宣布下调存款准备金率零点五个百分点\n教育部门发布新版义务教育课程方案和新标准\n"
        "铁路部门加开旅客列车应对即将到来的暑运高峰\n全国高温天气持续多地用电负荷创历史新高点\n"
        "以上为今日要闻。",
        None,
    ),
    "items of like length above a short sentence": (
        "负责公司核心产品的研发、测试与发布全流程管理\n带领十二人团队，按期完成三个大型政府采购项目\n"
        "优化内部流程、制度与规范，使交付周期缩短三成\n获得公司年度优秀员工、技术创新与团队贡献奖项\n"
        "本人承诺以上内容真实。",
        None,
    ),
    "preambular paragraphs of like length": (
        "回顾其关于小武器和轻武器非法贸易问题的各项决议，\n"
        "重申其对于行动纲领的执行工作所作出的全部承诺，\n"
        "欢迎各会员国为执行行动纲领而作出的一切努力，\n"
        "注意到秘书长关于小武器非法贸易问题的报告，\n决定继续审议。",
        None,
    ),
    "an agenda": ("9:00 to 10:00: opening ceremony\n10:00 to 12:00: keynote speeches", None),
    "facts that begin with digits": (
        "Lightweight: only 1.2 kg\n10 hours of battery life\nBluetooth 5.0 and Wi-Fi 6",
        None,
    ),
    "an address": (
        "Blue Ocean Software Co., Ltd\n5th floor, 100 Century Avenue\nShanghai 200120",
        None,
    ),
    "long facts that begin with digits": (
        "A battery that lasts for more than a day of common use, charged in an hour\n"
        "256 gigabytes of storage in the smallest model, and a slot for memory cards\n"
        "12 megapixels in each of the three cameras, with a lens against shaky hands",
        None,
    ),
    "small letters in front of no end": (
        "apples and pears from the orchard behind the house\n"
        "plums and cherries from the trees beside the river\nnuts",
        None,
    ),
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


IN_BLOCKS = {
    "paragraphs that end in a pause": """\
    回顾其关于沿海湿地的养护以及关于该问题的全
部其他决议，

    深为关切沿海湿地自去年以来丧失了约百分之三
十五，

    决定将今后十年定为国际湿地十年并请各国参加
各项活动。""",
    "a letterhead, a title of two lines, items, and a place and date at the right": """\
联合国                                    A/RES/81/204
大会

        关于沿海湿地的养护以及可持续利用的
问题

    回顾其关于沿海湿地的养护以及关于该问题的全
部其他决议，

    1. 决定将今后十年定为国际湿地十年并请各国
参加；

    2. 请秘书长向大会第八十三届会议报告本决议
的执行情况；

    3. 决定将题为“湿地”的分项列入大会第八十
三届会议临时议程。

                              2026年12月19日
                              第58次全体会议""",
}
BLOCKS_JOINED = {
    "paragraphs that end in a pause": [
        "回顾其关于沿海湿地的养护以及关于该问题的全部其他决议，",
        "深为关切沿海湿地自去年以来丧失了约百分之三十五，",
        "决定将今后十年定为国际湿地十年并请各国参加各项活动。",
    ],
    "a letterhead, a title of two lines, items, and a place and date at the right": [
        "联合国                                    A/RES/81/204",
        "大会",
        "关于沿海湿地的养护以及可持续利用的问题",
        "回顾其关于沿海湿地的养护以及关于该问题的全部其他决议，",
        "1. 决定将今后十年定为国际湿地十年并请各国参加；",
        "2. 请秘书长向大会第八十三届会议报告本决议的执行情况；",
        "3. 决定将题为“湿地”的分项列入大会第八十三届会议临时议程。",
        "2026年12月19日",
        "第58次全体会议",
    ],
}


@pytest.mark.parametrize("name", IN_BLOCKS)
def test_narrow_lines_with_blank_lines_between_their_paragraphs_are_joined(name: str) -> None:
    assert texts(IN_BLOCKS[name]) == BLOCKS_JOINED[name]


BLOCKS_OF_LINES = {
    "verses that pause at their ends": (
        "春天的江水连着大海一样平静而又宽广，\n海上的明月随着潮水一同慢慢地升起来，\n"
        "月光随着波浪闪耀在千万里的江面之上，\n\n"
        "江水弯弯曲曲地绕着花草丛生的原野流，\n月光照着开遍鲜花的树林好像雪珠闪烁，\n"
        "天上的月色如霜所以霜飞无从觉察出来。"
    ),
    "verses without marks": (
        "春天的江水连着大海一样平静而又宽广啊\n海上的明月随着潮水一同慢慢地升起来\n\n"
        "江水弯弯曲曲地绕着花草丛生的原野流过\n月光照着开遍鲜花的树林好像雪珠闪烁"
    ),
    "addresses": (
        "上海华光进出口贸易有限责任公司法务部门\n上海市浦东新区世纪大道一百号五楼西区\n\n"
        "北京长城国际货物运输代理股份有限公司收\n北京市朝阳区建国门外大街十二号三层楼"
    ),
    "contents": (
        "第一章　沿海湿地的养护以及可持续的利用　12\n第二章　会员国对国际湿地十年的贡献　34\n\n"
        "第三章　秘书长关于决议执行情况的各项报告　56\n第四章　大会临时议程的分项和附件表　78"
    ),
    "items that end as items do": (
        "敦促会员国将湿地纳入其国家气候适应计划；\n邀请有能力的会员国提供资金和技术援助；\n\n"
        "又决定上文各段的活动经费由自愿捐款支付；\n请秘书长向大会下一届会议报告执行情况。"
    ),
}


@pytest.mark.parametrize("name", BLOCKS_OF_LINES)
def test_blocks_of_lines_of_like_length_stay(name: str) -> None:
    source = BLOCKS_OF_LINES[name]
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


QUOTED = {
    "English": (
        "Dear Tom,\n> Hello, we are planning to visit your company in\n"
        "> June, two persons in all. We would like to tour the\n> factory.\nYes.",
        [
            "Dear Tom,",
            "Hello, we are planning to visit your company in June, two persons in all. We would "
            "like to tour the factory.",
            "Yes.",
        ],
    ),
    "Chinese": (
        "> 您好，我们计划六月访问贵公司，\n> 一共两个人。我们想参观工\n> 厂。",
        ["您好，我们计划六月访问贵公司，一共两个人。我们想参观工厂。"],
    ),
    "an empty quoted line": (
        "> We are planning to visit your company and\n> its factory.\n>\n> Best regards\n> Tom",
        [
            "We are planning to visit your company and its factory.",
            "Best regards",
            "Tom",
        ],
    ),
    "no space behind the sign": (
        ">We are planning to visit your company and\n>its factory.",
        ["We are planning to visit your company and its factory."],
    ),
    "several depths": (
        ">> When do you plan to visit our company and\n> > its factory?\n"
        "> We are planning to visit it in the month of\n> June.",
        [
            "When do you plan to visit our company and its factory?",
            "We are planning to visit it in the month of June.",
        ],
    ),
    "one paragraph a line": (
        "> We would like to visit your company.\n> When may we come?",
        ["We would like to visit your company.", "When may we come?"],
    ),
    "numbers": ("> 1. The factory\n> 2. The school", ["1. The factory", "2. The school"]),
    "items": (
        "> We would like to visit these three:\n> - the factory and\n> - the school",
        ["We would like to visit these three:", "- the factory and", "- the school"],
    ),
}


@pytest.mark.parametrize("name", QUOTED)
def test_the_lines_of_a_quotation_are_joined_without_their_marks(name: str) -> None:
    source, expected = QUOTED[name]
    assert texts(source) == expected


def test_a_quotation_knows_its_lines() -> None:
    blocks = text_blocks("Yes.\n> We would come.\n>\n> Soon.\nFine.")
    assert [block.where for block in blocks] == ["line 1", "line 2", "line 4", "line 5"]


def test_a_quotation_leaves_the_text_around_it_as_it_is_wrapped() -> None:
    paragraph = (
        "The report that stands before the committee was written by the office, and tells of "
        "plans of the offices for the coming years, and of partners in all the regions."
    )
    quotation = "> yes it does,\n> and of more"
    around = "\n".join(wrap(paragraph, False))
    found = texts(f"{around}\n{quotation}\n{around}")
    assert (found[0], found[-1]) == (paragraph, paragraph)


@pytest.mark.parametrize(
    "source",
    [
        "A sentence.\n> a single line of it\nAnother.",
        "> a single line of it",
        "Dose\n> 50 mg\n> 100 mg",
        ">= 50\n>= 100",
        ">\n>",
    ],
)
def test_lines_behind_the_sign_that_are_no_quotation_stay(source: str) -> None:
    assert texts(source) == source.split("\n")


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


@given(st.lists(st.text(alphabet="ab 中文，。\u3000.->", max_size=60), max_size=12))
def test_no_character_but_white_space_and_marks_of_quotations_is_lost(lines: list[str]) -> None:
    def bare(text: str) -> str:
        return "".join(text.split()).replace("-", "").replace(">", "")

    found = "".join(texts("\n".join(lines)))
    assert bare(found) == bare("".join(lines))
    assert found.count(">") >= sum(line.lstrip("> \u3000").count(">") for line in lines)


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


def _pages(*pages: str) -> list[tuple[str, bool]]:
    """The blocks of a text of several pages, each with whether it is furniture."""
    blocks = text_blocks("\f".join(pages))
    return [(block.text, block.role is Role.FURNITURE) for block in blocks]


def test_what_comes_again_at_the_edges_of_pages_is_furniture() -> None:
    found = _pages(
        "Annual Report 2023\n\nThe first paragraph.\n\nThe second.\n\nPage 1 of 2\n",
        "Annual Report 2023\n\nThe third paragraph.\n\nPage 2 of 2\n",
    )
    assert [text for text, furniture in found if not furniture] == [
        "The first paragraph.", "The second.", "The third paragraph."
    ]  # fmt: skip
    assert len(found) == 7


def test_a_footnote_above_a_page_s_number_is_text() -> None:
    found = _pages("One.\n\n1 Ibid.\n\nPage 1\n", "Two.\n\n2 Ibid.\n\nPage 2\n")
    assert [text for text, furniture in found if furniture] == ["Page 1", "Page 2"]


def test_a_paragraph_goes_on_over_a_page_and_its_number() -> None:
    found = _pages(
        "The first paragraph of the report goes on and on over the end of the\n"
        "first line, as does the first page, which ends in the midst of a\n\n- 1 -\n",
        "\nsentence that ends here at last.\n\n- 2 -\n",
    )
    assert [text for text, furniture in found if not furniture] == [
        "The first paragraph of the report goes on and on over the end of the first line, as does"
        " the first page, which ends in the midst of a sentence that ends here at last."
    ]


@pytest.mark.parametrize(
    "pages",
    [
        ("One.\n\nTwo.\n", "Three.\n\nFour.\n"),
        ("Chapter 1\n\nOne.\n", "Two.\n", "Three.\n", "Four.\n", "Chapter 2\n\nFive.\n"),
        ("12\n\nOne.\n",),
        ("One.\n\n1 Ibid.\n\nA last line.\n", "Two.\n\n2 Ibid.\n\nAnother last line.\n"),
    ],
)
def test_what_stands_at_an_edge_but_once_is_text(pages: tuple[str, ...]) -> None:
    assert not any(furniture for _, furniture in _pages(*pages))


def test_the_lines_behind_a_form_feed_are_counted() -> None:
    blocks = text_blocks("Head\n\nOne.\n\fHead\n\nTwo.\n")
    assert [(block.text, block.where) for block in blocks] == [
        ("One.", "line 3"), ("Two.", "line 7"), ("Head", "line 1"), ("Head", "line 5")
    ]  # fmt: skip
