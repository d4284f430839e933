"""PDF: the cells and rows of tables are apart."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from corpora.readers import Block, Role

from .paper import Paper, texts

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


@pytest.mark.parametrize("columns", [3, 4, 5])
@pytest.mark.parametrize(
    ("left", "right"), [(0, 0), (0, 1), (1, 0)], ids=["both", "at the left", "at the right"]
)
def test_the_cells_of_a_drawn_table_that_is_open_at_its_sides_are_apart(
    columns: int, left: int, right: int
) -> None:
    # Usual in Chinese statistics: no line stands at the left and at the right of the table.
    rows = [[f"Item {row}.{column}" for column in range(columns)] for row in range(4)]
    paper = Paper()
    paper.line("The indicators are listed in the table that follows this line:")
    paper.table(rows, drawn=False, step=80)
    paper.rules(
        across=[738 - 19 * row for row in range(5)],
        down=[72 + 80 * column for column in range(1 - left, columns + right)],
        ends=(72, 72 + 80 * columns),
    )
    paper.line("Notes:")
    found = paper.blocks()
    assert [block.text for block in found[1:-1]] == [cell for row in rows for cell in row]
    assert [block.row for block in found[1:-1]] == [row for row in range(1, 5) for _ in rows[0]]


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


ROWS = [["Revenue", "12,345", "11,602"], ["Gross profit", "3,456", "3,300"], ["Tax", "99", "8"]]
BEFORE = "The sums are listed in the rows that follow this line, in millions:"
BEHIND = "Notes to the sums above, which are those of the whole group, are below."


def _around(rows: list[list[str]]) -> tuple[Block, ...]:
    paper = Paper()
    paper.line(BEFORE)
    paper.table(rows, drawn=False)
    paper.line(BEHIND)
    blocks = paper.blocks()
    assert (blocks[0].text, blocks[-1].text) == (BEFORE, BEHIND)
    return blocks[1:-1]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [["Item", "This year", "Last year"], *ROWS],
        [*ROWS, ["Profit", "", "3,292"]],
        [["Item", "Price"], ["Tool kit", "3"], ["Drill", "12"]],
        [["项目", "本年度", "上年度"], ["营业收入", "12,345", "11,602"], ["税金", "99", "8"]],
    ],
)
def test_the_cells_of_a_table_without_lines_are_apart(rows: list[list[str]]) -> None:
    found = _around(rows)
    assert [block.text for block in found] == [cell for row in rows for cell in row if cell]
    assert {block.role for block in found} == {Role.CELL}


def test_a_number_goes_with_the_text_behind_it() -> None:
    found = _around([["1.1", "Scope", "3"], ["1.2", "Terms", "4"], ["Article 2", "Fees", "5"]])
    assert [block.text for block in found] == ["1.1 Scope", "3", "1.2 Terms", "4",
                                               "Article 2 Fees", "5"]  # fmt: skip


def test_what_goes_on_below_a_cell_is_of_the_cell() -> None:
    rows = [
        ["Item", "Price", "Remarks"],
        [
            "Five-axis CNC\nmachine tools\nwith kit",
            "1,500",
            "Delivery within thirty days after\npayment",
        ],
        ["Drill", "90", "None"],
        ["Total", "", "1,590"],
    ]
    assert [block.text for block in _around(rows)] == [
        cell.replace("\n", " ") for row in rows for cell in row if cell
    ]


def test_words_that_are_spaced_out_to_fill_a_narrow_line_are_no_cells() -> None:
    paper = Paper()
    whole = "Heat is the gravest of the"
    width = stringWidth(whole, "Helvetica", 12)
    paper.line(whole)
    for words in (("problems", "of", "cities"), ("that", "grow", "today.")):
        for place, word in enumerate(words):
            own = stringWidth(word, "Helvetica", 12)
            paper.at(paper.height, word, left=72 + (width - own) * place / 2)
        paper.height -= 15
    assert " ".join(texts(paper.blocks())) == f"{whole} problems of cities that grow today."


def test_rows_of_which_the_columns_can_not_be_told_are_apart_and_whole() -> None:
    paper = Paper()
    for left, right in ((76, 300), (90, 300)):
        paper.at(paper.height, "A part", left=left)
        paper.at(paper.height, "another", left=right)
        paper.at(paper.height, "and more", left=right + left)
        paper.height -= 15
    assert texts(paper.blocks()) == ["A part another and more"] * 2


def test_the_cells_of_a_row_are_apart_though_their_fonts_are_not_level() -> None:
    paper = Paper()
    rows = [["滴灌", "412", "7.8"], ["微喷", "655", "7.5"], ["人工", "980", "6.1"]]
    for label, *numbers in rows:
        paper.at(paper.height - 1.8, label)
        for place, number in enumerate(numbers, 1):
            paper.at(paper.height, number, left=72 + 110 * place)
        paper.height -= 19
    assert texts(paper.blocks(), Role.CELL) == [cell for row in rows for cell in row]


def test_a_second_line_in_the_first_cell_parts_no_row_from_the_next_one() -> None:
    paper = Paper()
    rows = [
        ["Baker", "宫保鸡丁", "Diced chicken"],
        ["Cook", "白菜", "Cabbage"],
        ["Host", "汤", "Soup"],
    ]
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            paper.at(paper.height, cell, left=72 + 130 * place)
        paper.at(paper.height - 20, f"unit {number}", size=9)
        paper.height -= 42
    assert texts(paper.blocks(), Role.CELL) == [cell for row in rows for cell in row]


def test_a_narrow_gap_parts_cells_where_the_row_beside_has_a_wide_one() -> None:
    paper = Paper()
    rows = [["额定功率", "9瓦"], ["输入电压", "直流12伏"], ["色温", "暖光"], ["重量", "一千克"]]
    for row in rows:
        for place, cell in enumerate(row):
            paper.at(paper.height, cell, left=72 + 60 * place)
        paper.height -= 19
    assert texts(paper.blocks(), Role.CELL) == [cell for row in rows for cell in row]


@pytest.mark.parametrize(
    ("count", "lines", "is_table"), [(3, 1, True), (2, 1, False), (3, 8, False)]
)
def test_a_drawn_row_of_three_cells_is_a_table_unless_it_is_as_high_as_columns(
    count: int, lines: int, is_table: bool
) -> None:
    paper = Paper()
    paper.line(BEFORE)
    row = ["\n".join([f"Cell {sign}"] * lines) for sign in "ABC"[:count]]
    paper.table([row], drawn=True)
    paper.lines([BEHIND, "They go on here."])
    found = [block.text for block in paper.blocks() if block.role is Role.CELL]
    assert (found == ["Cell A", "Cell B", "Cell C"]) is is_table


def test_two_cells_go_on_below_though_one_of_them_had_some_room() -> None:
    paper = Paper()
    rows = [
        ["Item A", "全部安全测试\n实现量产", "announced in the city of\nShenzhen"],
        ["B", "动工", "begun"],
    ]
    for row in rows:
        for place, cell in enumerate(row):
            for number, line in enumerate(cell.split("\n")):
                paper.at(paper.height - 15 * number, line, left=72 + 110 * place)
        paper.height -= 34
    cells = [cell.replace("\n", " " if cell.isascii() else "") for row in rows for cell in row]
    assert texts(paper.blocks(), Role.CELL) == cells


@pytest.mark.parametrize("leading", [1.25, 1.5, 1.7])
def test_a_cell_goes_on_below_however_far_apart_the_lines_of_its_font_are(leading: float) -> None:
    paper = Paper()
    rows = [
        ("热汤面", ["这道菜用本地新鲜的材料现做，等候时间", "大约二十分钟，请提前告诉服务员。"]),
        ("清蒸鲈鱼", ["每日限量。"]),
        ("酸梅汤", ["这道菜用本地新鲜的材料现做，等候时间", "不长，但是冬季供应。"]),
        ("米饭", ["可外带。"]),
    ]
    for name, lines in rows:
        paper.at(paper.height, name)
        for text in lines:
            paper.at(paper.height, text, left=300)
            paper.height -= leading * 12
    assert texts(paper.blocks(), Role.CELL) == [
        cell for name, lines in rows for cell in (name, "".join(lines))
    ]


@pytest.mark.parametrize("drawn", [True, False])
def test_cells_know_their_row(drawn: bool) -> None:
    paper = Paper()
    paper.line("The Equipment is listed in the table that follows this line:")
    paper.table(TABLE, drawn=drawn)
    paper.end_page()
    paper.table(TABLE, drawn=drawn)
    first, *cells = paper.blocks()
    assert first.row == 0
    assert [block.row for block in cells] == [row for row in range(1, 7) for _ in range(4)]
