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
