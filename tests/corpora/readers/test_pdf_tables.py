"""PDF: the cells and rows of tables are apart."""

from corpora.readers import Role

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
