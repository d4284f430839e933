"""PDF: lines made paragraphs, the furniture of pages told apart."""

import io
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpora import DocumentError, Mark
from corpora.readers import Block, Role
from corpora.readers.pdf import read

NAME = Path("a.pdf")
ENGLISH = [
    "Recalling its resolution 66/47 of 2 December 2011, as well as all previ-",
    "ous resolutions entitled as this one, including resolution 56/24 V of",
    "24 December 2001,",
]
CHINESE = [
    "回顾其二〇一一年十二月二日第六十六届会议的决议及以往所有题为小武器和轻",
    "武器非法贸易的各方面问题的决议，",
]


class Paper:
    """A PDF that is written line by line."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=A4)
        self.height = 740.0

    def line(self, text: str, *, left: float = 72, size: float = 12, font: str = "") -> None:
        face = font or ("Helvetica" if text.isascii() else "STSong-Light")
        self._canvas.setFont(face, size)
        self._canvas.drawString(left, self.height, text)
        self.height -= 1.25 * size

    def lines(self, lines: list[str], left: float = 72, size: float = 12) -> None:
        for text in lines:
            self.line(text, left=left, size=size)
        self.height -= 10

    def at(self, height: float, text: str, left: float = 72, size: float = 12) -> None:
        before, self.height = self.height, height
        self.line(text, left=left, size=size)
        self.height = before

    def table(self, rows: list[list[str]], *, drawn: bool, step: float = 110) -> None:
        """Write rows of cells, with lines around each or with none."""
        top = self.height + 14
        for row in rows:
            deepest = self.height
            for column, cell in enumerate(row):
                at = self.height
                for text in cell.split("\n"):
                    self.at(at, text, left=76 + column * step)
                    at -= 15
                deepest = min(deepest, at)
            self.height = deepest - 4
            if drawn:
                for column in range(len(row)):
                    self._canvas.rect(
                        72 + column * step, self.height + 13, step, 1 + top - self.height - 14
                    )
                top = self.height + 13
        self.height -= 10

    def end_page(self) -> None:
        self._canvas.showPage()
        self.height = 740.0

    def blocks(self) -> tuple[Block, ...]:
        self._canvas.save()
        return read(NAME, self._out.getvalue()).blocks


def texts(blocks: tuple[Block, ...], role: Role = Role.BODY) -> list[str]:
    return [block.text for block in blocks if block.role is role]


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


def test_columns_are_read_one_after_the_other() -> None:
    paper = Paper()
    for column, left in (("left", 72.0), ("right", 320.0)):
        paper.height = 740
        for number in range(8):
            paper.line(f"{column} column sentence number {number}.", left=left)
    found = " ".join(texts(paper.blocks()))
    assert found.index("left column sentence number 7") < found.index("right column sentence")


def test_the_gutter_is_where_fewest_lines_go_over_it_not_where_short_lines_end() -> None:
    paper = Paper()
    for count in range(12):
        left = (
            "a left line that fills all of its column"
            if count % 3 == 0
            else "a left line that ends before"
        )
        paper.at(700 - 15 * count, left)
        paper.at(693 - 15 * count, "a right line that fills its column", left=310)
    found = " ".join(texts(paper.blocks()))
    assert found.rindex("left") < found.index("right")


def test_lines_of_a_column_are_joined_though_the_other_column_reaches_farther() -> None:
    paper = Paper()
    left = [f"words that go on for quite a while {x}" for x in "abcdef"] + ["and end."]
    for column, lines in ((72.0, left), (320.0, [line.upper() for line in left])):
        paper.height = 740
        for text in lines:
            paper.line(text, left=column)
    both = " ".join(left)
    assert texts(paper.blocks()) == [both, both.upper()]


def _columns(
    paper: Paper, count: int, lines: int, *, step: float = 160, shift: float = 0, sign: str = "c"
) -> None:
    """Write columns of text, the rows of each somewhat lower than those of the one before."""
    top = paper.height
    for column in range(count):
        paper.height = top - shift * column
        for number in range(lines):
            paper.line(f"{sign}{column} l{number} some running text", left=60 + step * column)


def _in_order(text: str, count: int, lines: int, sign: str = "c") -> bool:
    order = [f"{sign}{column} l{number} " for column in range(count) for number in range(lines)]
    places = [text.find(sign) for sign in order]
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize("shift", [0, 4, 7])
@pytest.mark.parametrize(("count", "step"), [(2, 160), (2, 240), (3, 160)])
def test_columns_are_read_one_after_the_other_whatever_their_number_and_rows(
    count: int, step: float, shift: float
) -> None:
    paper = Paper()
    _columns(paper, count, 12, step=step, shift=shift)
    assert _in_order(" ".join(texts(paper.blocks())), count, 12)


def test_the_few_lines_of_a_last_page_stand_in_the_columns_of_the_page_before() -> None:
    paper = Paper()
    _columns(paper, 3, 12)
    paper.end_page()
    _columns(paper, 3, 3, sign="d")
    assert _in_order(" ".join(texts(paper.blocks())), 3, 3, sign="d")


def test_a_page_of_whole_lines_behind_one_with_columns_has_none() -> None:
    paper = Paper()
    _columns(paper, 2, 12, step=250)
    paper.end_page()
    whole = [f"line {x} that goes over all of the page and so over the band too" for x in "abc"]
    paper.lines(whole)
    assert " ".join(whole) in texts(paper.blocks())[-1]


@pytest.mark.parametrize(("left", "size"), [(1e9, 12), (-1e9, 12), (72, 0.0001), (72, 5000)])
def test_text_in_places_and_sizes_that_none_sees_takes_no_room(left: float, size: float) -> None:
    paper = Paper()
    for line in ENGLISH:
        paper.at(600, line, left=left, size=size)
    paper.lines(CHINESE)
    assert "".join(CHINESE) in "".join(texts(paper.blocks()))


@pytest.mark.parametrize("base", [706, 710, 714])
def test_an_initial_over_several_lines_begins_the_first_of_them(base: float) -> None:
    paper = Paper()
    paper.at(base, "T", size=36)
    for number, line in enumerate(
        (
            "he city has six waterworks, and in the year",
            "before two of them were made anew, so that",
        )
    ):
        paper.at(727 - 14 * number, line, left=96)
    paper.height = 699
    paper.line("the water of these was better than it had been.")
    assert texts(paper.blocks()) == [
        "The city has six waterworks, and in the year before two of them were made anew, so that"
        " the water of these was better than it had been."
    ]


def test_a_title_over_the_columns_stands_above_them_whole() -> None:
    paper = Paper()
    title = "A title that goes over both of the columns of this page here"
    paper.line(title, left=100, size=14)
    _columns(paper, 2, 12, step=250)
    found = texts(paper.blocks())
    assert found[0] == title
    assert _in_order(" ".join(found), 2, 12)


def test_a_mark_that_hangs_over_the_end_of_its_column_joins_no_columns() -> None:
    paper = Paper()
    for number in range(8):
        paper.at(
            700 - 15 * number, f"左栏的文字一行一行地写下去{'。' if number % 2 else ''}", left=60
        )
        paper.at(700 - 15 * number, "右栏的文字也这样写下去", left=60 + 13 * 12 + 18)
    found = " ".join(texts(paper.blocks()))
    assert found.rindex("左栏") < found.index("右栏")


def test_the_columns_of_a_table_without_lines_are_no_columns_of_text() -> None:
    paper = Paper()
    rows = [
        (f"Pump number {count}", f"{count * 3} sets", f"{count * 99}.00") for count in range(14)
    ]
    for row in rows:
        for place, cell in enumerate(row):
            paper.at(paper.height, cell, left=72 + 150 * place)
        paper.height -= 15
    assert texts(paper.blocks()) == [" ".join(row) for row in rows]


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


TABLE = [
    ["No.", "Item", "Quantity", "Price"],
    ["1", "Five-axis CNC\nmachine tool", "2 sets", "1,500,000"],
    ["2", "Tool kit", "10 sets", "50,000"],
]


def test_the_cells_of_a_drawn_table_are_apart() -> None:
    paper = Paper()
    paper.line("The Equipment is listed in the table that follows this line:")
    paper.table(TABLE, drawn=True)
    paper.line("Notes:")
    found = paper.blocks()
    cells = [cell.replace("\n", " ") for row in TABLE for cell in row]
    assert [block.text for block in found[1:-1]] == cells
    assert {block.role for block in found[1:-1]} == {Role.CELL}
    assert (found[0].role, found[-1].text) == (Role.BODY, "Notes:")


def test_a_number_in_a_cell_at_the_foot_of_a_page_is_no_page_number() -> None:
    paper = Paper()
    paper.line("The Equipment is listed in the table that follows this line:")
    paper.height = 70
    paper.table([["No.", "Item"], ["1", "Tool kit"]], drawn=True)
    assert [block.text for block in paper.blocks() if block.role is Role.CELL] == [
        "No.", "Item", "1", "Tool kit"
    ]  # fmt: skip


def test_the_rows_of_a_table_over_pages_are_no_running_heads() -> None:
    paper = Paper()
    for page in range(3):
        paper.height = 780
        paper.table([["Item", "Price"], [f"Tool {page}", f"{page}00"]], drawn=True)
        paper.end_page()
    cells = [block.text for block in paper.blocks() if block.role is Role.CELL]
    assert cells == [x for page in range(3) for x in ("Item", "Price", f"Tool {page}", f"{page}00")]


def test_the_rows_of_a_table_without_lines_are_apart() -> None:
    paper = Paper()
    paper.line("The sums are listed in the rows that follow this line, in millions:")
    rows = [["Revenue", "12,345", "11,602"], ["Gross profit", "3,456", "3,300"], ["Tax", "99", "8"]]
    paper.table(rows, drawn=False)
    paper.line("Notes to the sums above, which are those of the whole group, are below.")
    found = texts(paper.blocks())
    assert found[1:4] == [" ".join(row) for row in rows]
    assert len(found) == 5


def test_an_item_with_its_number_far_in_front_goes_on_below() -> None:
    paper = Paper()
    for number in ("1.", "2."):
        paper.at(paper.height, number)
        paper.line("to convene the conference in New York from the third day of the", left=108)
        paper.line("month of December", left=108)
    assert [text[-17:] for text in texts(paper.blocks())] == ["month of December"] * 2


def test_footnotes_at_the_foot_are_apart_and_marked() -> None:
    paper = Paper()
    lead = "Taking note of the report of the Secretary-General,"
    paper.line(lead)
    paper.at(740 + 5, "3", left=72 + pdfmetrics.stringWidth(lead, "Helvetica", 12), size=7)
    paper.line("which is long and goes on in a second line of this paragraph, and so on.")
    paper.at(120, "3", size=5)
    paper.at(117, "See A/67/176.", left=80, size=8)
    found = paper.blocks()
    assert found[0].marks == (Mark(len(lead), "3"),)
    notes = [block for block in found if block.role is Role.FOOTNOTE]
    assert [(note.label, note.text) for note in notes] == [("3", "See A/67/176.")]


def test_footnotes_that_follow_one_another_are_apart() -> None:
    paper = Paper()
    paper.lines(ENGLISH * 3)
    for count, note in enumerate(
        ["1 See the report, chap. 4,", "para. 24.", "2 A/60/88.", "3 Ibid."]
    ):
        paper.at(80 - 11 * count, note, size=8)
    notes = [block for block in paper.blocks() if block.role is Role.FOOTNOTE]
    assert [(note.label, note.text) for note in notes] == [
        ("1", "See the report, chap. 4, para. 24."),
        ("2", "A/60/88."),
        ("3", "Ibid."),
    ]


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        (["1 A/60/88.", "2 Ibid."], [("1", "A/60/88."), ("2", "Ibid.")]),
        (["1同上。", "2见上文。"], [("1", "同上。"), ("2", "见上文。")]),
        (["[1] 同上。", "[2] 见上文。"], [("1", "同上。"), ("2", "见上文。")]),
        (["①同上。", "②见上文。"], [("①", "同上。"), ("②", "见上文。")]),
    ],
)
def test_footnotes_begin_with_a_number_in_any_dress(
    notes: list[str], found: list[tuple[str, str]]
) -> None:
    paper = Paper()
    paper.lines(CHINESE * 6)
    for count, note in enumerate(notes):
        paper.at(80 - 11 * count, note, size=8)
    blocks = [block for block in paper.blocks() if block.role is Role.FOOTNOTE]
    assert [(note.label, note.text) for note in blocks] == found


def test_footnotes_stand_at_the_foot_of_each_column() -> None:
    paper = Paper()
    _columns(paper, 2, 12, step=250)
    for column in (0, 1):
        paper.at(60, f"{column + 1} Note of column {column + 1}.", left=60 + 250 * column, size=8)
    found = paper.blocks()
    notes = [block.text for block in found if block.role is Role.FOOTNOTE]
    assert notes == ["Note of column 1.", "Note of column 2."]
    assert _in_order(" ".join(texts(found)), 2, 12)


def test_footnotes_that_are_alike_on_several_pages_are_no_running_feet() -> None:
    paper = Paper()
    for number in (1, 2, 3):
        paper.lines(ENGLISH * 2)
        paper.at(60, f"{number} Ibid.", size=8)
        paper.at(30, f"Page {number} of 3", left=280, size=8)
        paper.end_page()
    found = paper.blocks()
    assert [block.text for block in found if block.role is Role.FOOTNOTE] == ["Ibid."] * 3
    assert len(texts(found, Role.FURNITURE)) == 3


def test_a_paragraph_goes_on_over_a_page_s_footnotes() -> None:
    paper = Paper()
    paper.lines(ENGLISH[:2])
    paper.at(60, "1 A/60/88.", size=8)
    paper.end_page()
    paper.lines(ENGLISH[2:])
    assert len(texts(paper.blocks())) == 1


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
