"""PDF: lines made paragraphs, the furniture of pages told apart."""

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from corpora import DocumentError
from corpora.readers import Block, Role
from corpora.readers.pdf import read

from .paper import CHINESE, ENGLISH, NAME, Paper, texts


def test_lines_are_joined_and_hyphens_taken_out() -> None:
    paper = Paper()
    paper.lines(ENGLISH)
    paper.lines(["Second paragraph."])
    whole = " ".join(ENGLISH).replace("previ- ous", "previous")
    assert texts(paper.blocks()) == [whole, "Second paragraph."]


def test_chinese_lines_are_joined_without_spaces() -> None:
    paper = Paper()
    paper.lines(CHINESE)
    paper.lines(["大会"])
    assert texts(paper.blocks()) == ["".join(CHINESE), "大会"]


def test_a_short_line_ends_its_paragraph_at_the_foot_of_a_page() -> None:
    paper = Paper()
    paper.lines(ENGLISH)
    paper.end_page()
    paper.lines(["Emphasizing this,"])
    paper.lines(CHINESE[:1])
    paper.end_page()
    paper.lines(CHINESE[1:])
    whole = " ".join(ENGLISH).replace("previ- ous", "previous")
    assert texts(paper.blocks()) == [whole, "Emphasizing this,", "".join(CHINESE)]


def test_running_heads_and_page_numbers_are_furniture() -> None:
    paper = Paper()
    for page in (1, 2, 3):
        paper.at(810, f"A/RES/67/58 page {page}")
        paper.lines([f"Paragraph of sheet {'abc'[page - 1]}."])
        paper.at(30, f"{page}/3", left=290)
        paper.end_page()
    found = paper.blocks()
    assert texts(found) == [f"Paragraph of sheet {x}." for x in "abc"]
    assert len(texts(found, Role.FURNITURE)) == 6


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    paper = Paper()
    paper.lines(ENGLISH[:2])
    paper.end_page()
    paper.lines(ENGLISH[2:])
    assert len(texts(paper.blocks())) == 1


def test_a_heading_in_larger_type_is_one_paragraph() -> None:
    paper = Paper()
    for text in ("A heading that is rather long and therefore", "goes on below"):
        paper.line(text, size=20)
    paper.lines(ENGLISH * 3)
    assert texts(paper.blocks())[0].startswith("A heading that is rather long and therefore goes")


def test_the_last_page_s_few_lines_are_measured_by_the_margins_of_the_others() -> None:
    paper = Paper()
    paper.lines(ENGLISH * 3)
    paper.end_page()
    paper.line("This is made in two copies, both of them being alike.")
    paper.line("Party A")
    assert texts(paper.blocks())[-2:] == [
        "This is made in two copies, both of them being alike.", "Party A"
    ]  # fmt: skip


def test_a_quotation_that_is_set_in_from_both_sides_is_joined() -> None:
    paper = Paper()
    paper.lines(CHINESE)
    paper.lines(
        ["为此，市政府决定在五年内更换全市三百公里的旧管道，工程将分三", "期进行。"], left=102
    )
    paper.lines(["培训人员", "签订合同"], left=102)
    assert texts(paper.blocks())[1:] == [
        "为此，市政府决定在五年内更换全市三百公里的旧管道，工程将分三期进行。",
        "培训人员",
        "签订合同",
    ]


def test_single_lines_with_an_indent_are_no_quotation() -> None:
    paper = Paper()
    paper.line("回顾其二〇一一年十二月二日第六十六届会议的决议及以往所有题为小武器", left=96)
    paper.lines(["和轻武器非法贸易的各方面问题的决议，"])
    singles = ["确认非政府组织在协助各国执行行动纲领方面作出的努力，", "表示注意到秘书长的报告，"]
    for text in singles:
        paper.line(text, left=96)
    assert texts(paper.blocks())[1:] == singles


def test_a_masthead_wider_than_the_text_does_not_cut_its_lines_apart() -> None:
    paper = Paper()
    paper.at(780, "United Nations", left=40)
    paper.at(780, "A/RES/67/58", left=480)
    paper.at(760, "Distr.: General", left=480, size=9)
    paper.lines(ENGLISH[:2] + ENGLISH[:2])
    assert texts(paper.blocks())[-1].count("Recalling") == 2


def test_an_indented_line_starts_a_paragraph_on_a_new_page_too() -> None:
    paper = Paper()
    full = [f"a line that runs to the margin of the page as all the others do {x}" for x in "abc"]
    paper.lines(full)
    paper.end_page()
    paper.line("it begins anew with an indent and runs to the margin as well", left=96)
    paper.lines(full[:2])
    assert [text[:10] for text in texts(paper.blocks())] == ["a line tha", "it begins "]


def test_labels_start_paragraphs() -> None:
    paper = Paper()
    for number in (1, 2):
        paper.line(f"{number}. Decides to convene the conference in New York from the third day;")
    assert len(texts(paper.blocks())) == 2


def test_bullets_start_paragraphs() -> None:
    paper = Paper()
    items = [f"• What the office does in quarter {x} of the year is reported to all" for x in "ab"]
    for item in items:
        paper.line(item, font="Helvetica")
    # reportlab writes the bullet as a code that its font says nothing of.
    assert texts(paper.blocks()) == [item.replace("•", "\ufffd") for item in items]


def test_text_whose_characters_are_mostly_unknown_is_refused() -> None:
    paper = Paper()
    paper.line("• • • • • A", font="Helvetica")
    with pytest.raises(DocumentError, match="fonts don't tell"):
        paper.blocks()


def test_a_line_in_front_of_a_long_word_in_a_wide_font_is_not_short() -> None:
    paper = Paper()
    for text in ("Strategies are found on the basis of many natural and", "a" * 17, "x" * 70):
        paper.line(text, font="Courier")
    assert f"and {'a' * 17}" in texts(paper.blocks())[0]


def test_an_item_with_its_number_far_in_front_goes_on_below() -> None:
    paper = Paper()
    for number in ("1.", "2."):
        paper.at(paper.height, number)
        paper.line("to convene the conference in New York from the third day of the", left=108)
        paper.line("month of December", left=108)
    assert [text[-17:] for text in texts(paper.blocks())] == ["month of December"] * 2


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("11/27/26, 1:28 PM", "file:///home/me/report.html 1/1"),
        ("2023/8/15 09:30", "https://example.com/a?b=1 1/12"),
        ("27.11.2026, 13:28", "http://example.com/ 3/3"),
    ],
)
def test_what_a_browser_prints_around_a_single_page_is_furniture(head: str, foot: str) -> None:
    paper = Paper()
    paper.at(815, f"{head} Annual report", size=8)
    paper.lines(["Annual report"])
    paper.at(20, foot, size=8)
    found = paper.blocks()
    assert texts(found) == ["Annual report"]
    assert texts(found, Role.FURNITURE) == [f"{head} Annual report", foot]


@pytest.mark.parametrize(
    ("line", "kept"),
    [("2020)", True), ("12", False), ("(12)", False), ("第 1 页，共 1 页", False), ("[3", True)],
)
def test_a_page_number_stands_in_whole_brackets_or_none(line: str, kept: bool) -> None:
    paper = Paper()
    paper.at(790, line)
    paper.height = 765
    paper.lines(ENGLISH)
    assert (line in " ".join(texts(paper.blocks()))) is kept


def test_a_first_item_starts_a_paragraph_behind_a_colon() -> None:
    paper = Paper()
    paper.line("A party that does not perform what it has to by this contract shall be liable:")
    paper.line("(a) to perform it, or to compensate for all of the loss that it has caused;")
    assert len(texts(paper.blocks())) == 2


def test_an_empty_field_is_apart_from_the_next_one() -> None:
    paper = Paper()
    paper.line("Legal representative (signature):")
    paper.line("Date: 15 August 2023")
    paper.line("This is the last of the lines that stand here, and it is much longer than they.")
    assert texts(paper.blocks())[:2] == [
        "Legal representative (signature):", "Date: 15 August 2023"
    ]  # fmt: skip


def test_a_block_knows_its_page() -> None:
    paper = Paper()
    paper.lines(["One."])
    paper.end_page()
    paper.lines(["Two."])
    assert [block.where for block in paper.blocks()] == ["page 1", "page 2"]


UPRIGHT = "A line of text that stands upright when the page is turned to be read"


def _page(turn: int, *, rotate: int = 0, more: tuple[int, ...] = ()) -> tuple[Block, ...]:
    """A page with two lines turned by an angle, one turned by each further angle."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 600))
    for angle, count in ((turn, 2), *((other, 1) for other in more)):
        canvas.saveState()
        canvas.translate(300, 300)
        canvas.rotate(angle)
        for line in range(count):
            canvas.drawString(-200, 20 - 15 * line, UPRIGHT if angle == turn else f"turned {angle}")
        canvas.restoreState()
    canvas.save()
    return read(NAME, out.getvalue().replace(b"/Rotate 0", b"/Rotate %d" % rotate)).blocks


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_an_upright_one(turn: int, rotate: int) -> None:
    assert [block.text for block in _page(turn, rotate=rotate)] == [f"{UPRIGHT} {UPRIGHT}"]


def test_text_that_is_turned_against_the_page_is_furniture() -> None:
    found = _page(0, more=(90, 270, 45))
    assert texts(found) == [f"{UPRIGHT} {UPRIGHT}"]
    furniture = [(block.text, block.where) for block in found if block.role is Role.FURNITURE]
    assert sorted(furniture) == [(f"turned {angle}", "page 1, turned") for angle in (270, 45, 90)]


def test_columns_from_top_to_bottom_are_read_from_right_to_left() -> None:
    """As Chinese and Japanese were set, and novels still are."""
    paper = Paper()
    columns = [
        "天黑下来的时候老周还坐在渡口的石阶上河水涨了浑黄的水里漂着树枝和稻草偶",
        "尔还有一只鞋。他数着，已经过去三只了。",
        "老周没有回头。",
    ]
    for number, column in enumerate(columns):
        for place, sign in enumerate(column):
            paper.at(740 - 14 * place, sign, left=480 - 20 * number)
    paper.at(60, "- 17 -", left=440)
    found = paper.blocks()
    assert texts(found) == [columns[0] + columns[1], columns[2]]
    assert [block.text for block in found if block.role is Role.FURNITURE] == ["- 17 -"]


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (("Healthy Cities, No. 3", "- 1 -"), ("Healthy Cities, No. 3", "- 2 -"), True),
        (("Healthy Cities, No. 3", "- 1 -"), ("Another head", "as the last line"), False),
    ],
)
def test_what_comes_again_set_apart_is_furniture_far_from_the_edge_too(
    first: tuple[str, str], second: tuple[str, str], apart: bool
) -> None:
    paper = Paper()
    for head, foot in (first, second):
        paper.at(690, head)
        paper.height = 650
        paper.lines(ENGLISH * 2)
        paper.at(140, foot)
        paper.end_page()
    found = paper.blocks()
    assert texts(found, Role.FURNITURE) == ([*first, *second] if apart else [])


def test_first_lines_of_the_text_that_are_alike_are_no_running_heads() -> None:
    paper = Paper()
    for _ in range(2):
        paper.height = 690
        paper.lines(ENGLISH * 2)
        paper.end_page()
    assert texts(paper.blocks(), Role.FURNITURE) == []


def test_the_titles_of_slides_in_larger_type_are_no_running_heads() -> None:
    paper = Paper()
    for _ in range(2):
        paper.at(690, "Recommendations", size=24)
        paper.height = 600
        paper.lines(ENGLISH * 2)
        paper.end_page()
    assert texts(paper.blocks(), Role.FURNITURE) == []


def test_footnotes_alike_below_all_else_are_no_running_feet() -> None:
    paper = Paper()
    for number in (1, 2):
        paper.lines(ENGLISH * 2)
        paper.at(140, f"{number} Ibid.", size=8)
        paper.end_page()
    assert texts(paper.blocks(), Role.FURNITURE) == []


@pytest.mark.parametrize(
    "opening",
    [
        "2019年7月15日至8月20日我们在公园里外各布设了五个记录仪",
        "“国之大事，在祀与戎。”除了礼器以外",
        "GF-2影像",
    ],
)
def test_a_line_that_had_room_for_what_the_next_begins_with_ends_a_paragraph(opening: str) -> None:
    paper = Paper()
    heading = "第四章　兵器与其他器物以及它们的制作工艺与年代和分布"
    for line in (*CHINESE[:1] * 3, heading, opening):
        paper.line(line)
    assert texts(paper.blocks()) == [CHINESE[0] * 3 + heading, opening]


def test_a_time_of_day_in_front_of_a_colon_is_no_field_of_a_form() -> None:
    paper = Paper()
    lines = [
        "开放时间：每周二直至周日的上午九点整开始到下午五点整即9:00—17:00",
        "（16:30停止入馆）",
    ]
    for line in (CHINESE[0], *lines):
        paper.line(line)
        paper.height -= 10 * (line == CHINESE[0])
    assert texts(paper.blocks())[-1] == "".join(lines)


_BEGUN = "In the year after the flood the city built six waterworks"
_WHOLE = "of which two are in use, and all the others were given up in"
_ENDED = "the second year."


def test_a_line_set_in_as_first_lines_are_begins_a_paragraph_behind_another_such_line() -> None:
    paper = Paper()
    for _ in range(6):
        for place, text in enumerate((_BEGUN, _WHOLE, _ENDED)):
            paper.line(text, left=72 if place else 96)
    paper.line("The nearly whole line of a heading that was set in", left=96)
    paper.line(f"Notwithstanding {_BEGUN[:44]}", left=96)
    paper.line(_WHOLE)
    paragraph = f"{_BEGUN} {_WHOLE} {_ENDED}"
    assert texts(paper.blocks()) == [
        *[paragraph] * 6,
        "The nearly whole line of a heading that was set in",
        f"Notwithstanding {_BEGUN[:44]} {_WHOLE}",
    ]


def test_a_quotation_set_in_otherwise_than_first_lines_stays_whole() -> None:
    paper = Paper()
    for _ in range(6):
        for place, text in enumerate((_BEGUN, _WHOLE, _ENDED)):
            paper.line(text, left=72 if place else 96)
    quotation = [f"the words of the old law as they were {x}" for x in ("set", "cut", "put")]
    for text in quotation:
        paper.line(text, left=120)
    paper.line(_WHOLE)
    assert texts(paper.blocks())[6].startswith(" ".join(quotation))


def test_where_first_lines_are_set_in_another_one_goes_on_behind_a_whole_page() -> None:
    paper = Paper()
    for _ in range(6):
        for place, text in enumerate((_BEGUN, _WHOLE, _ENDED)):
            paper.line(text, left=72 if place else 96)
    paper.line(_BEGUN, left=96)
    paper.line(_WHOLE.replace("were given up in", "were given up."))
    paper.end_page()
    paper.line(_WHOLE)
    paper.line(_BEGUN, left=96)
    assert texts(paper.blocks())[6:] == [
        f"{_BEGUN} {_WHOLE.replace('were given up in', 'were given up.')} {_WHOLE}",
        _BEGUN,
    ]


def test_a_chinese_bracket_that_lies_over_the_one_before_it_stands_behind_it() -> None:
    paper = Paper()
    paper.at(700, "the Code (")
    left = 72 + pdfmetrics.stringWidth("the Code (", "Helvetica", 12)
    paper.at(700, "《设计规范》", left=left - 6)
    paper.at(700, " of 2016)", left=left + 66)
    assert texts(paper.blocks()) == ["the Code (《设计规范》 of 2016)"]


def test_entries_that_leaders_fill_are_paragraphs() -> None:
    paper = Paper()
    titles = ("Contents", "Scope and purpose", "Safety of the machine", "Before the first use")
    entries = [f"{title}{'.' * (110 - 2 * len(title))}{page}" for page, title in enumerate(titles)]
    entries[0] = titles[0]
    paper.lines(entries)
    assert texts(paper.blocks()) == entries
