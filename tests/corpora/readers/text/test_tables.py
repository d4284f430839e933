"""Tables of plain text whose cells stand between tabs, or gaps of several spaces."""

import pytest

from corpora.readers.block import Role
from corpora.readers.text.reading import text_blocks

PRICES = "Item\tName\tPrice\nK-1\tOak desk\t1,980\nK-2\tDesk lamp\t159"
CELLS = ["Item", "Name", "Price", "K-1", "Oak desk", "1,980", "K-2", "Desk lamp", "159"]


@pytest.mark.parametrize(
    "table",
    [
        PRICES,
        PRICES.replace("\n", "\n\n"),
        "\n".join(f"\t{line}\t" for line in PRICES.split("\n")),
        PRICES.replace("\t", " \t "),
        PRICES.replace("\t", "  "),
        PRICES.replace("\t", "   "),
        "Item  Name       Price\nK-1   Oak desk   1,980\nK-2   Desk lamp    159",
    ],
)
def test_the_cells_of_a_table_are_paragraphs(table: str) -> None:
    blocks = list(text_blocks(f"Prices.\n{table}\nOrders by mail."))
    assert [block.text for block in blocks] == ["Prices.", *CELLS, "Orders by mail."]
    assert [block.role is Role.CELL for block in blocks] == [False, *[True] * 9, False]


def test_an_empty_cell_is_none() -> None:
    blocks = text_blocks("\t2025\t2024\nRevenue\t48\t43\nProfit\t9\t8\nTax\t\t1")
    assert [block.text for block in blocks] == (
        ["2025", "2024", "Revenue", "48", "43", "Profit", "9", "8", "Tax", "1"]
    )


def test_a_cell_stands_in_its_line() -> None:
    assert [block.where for block in text_blocks(PRICES)][::4] == ["line 1", "line 2", "line 3"]


@pytest.mark.parametrize(
    "lines",
    [
        ["1.\tThe Lessor lets the room.", "2.\tThe Lessee pays the rent.", "3.\tBoth have signed."],
        ["Introduction\t1", "Methods\t4", "Results\t9"],
        ["K-1\tOak desk\t1,980", "K-2\tDesk lamp\t159"],
        ["Party A:\t\t\tParty B:", "(seal)\t\t\t(seal)", "Date:\t\t\tDate:"],
        ["\t\tRoses are red,", "\t\tviolets are blue,", "\t\tand so are you."],
        ["K-1\tOak\tdesk", "K-2\tlamp", "K-3\tshelf\tsteel\twall"],
        ["K-1   Oak desk   1,980", "K-2   Desk lamp   159"],
        ["Introduction   1", "Methods   4", "Results   9"],
        ["He came.  He saw.  He won.", "It rained.  It poured.  It froze.", "So.  So.  So."],
    ],
)
def test_other_lines_with_tabs_are_no_table(lines: list[str]) -> None:
    blocks = list(text_blocks("\n".join(lines)))
    assert [block.text for block in blocks] == [line.strip() for line in lines]
    assert all(block.role is Role.BODY for block in blocks)


def test_a_table_stays_a_table_beside_wrapped_lines() -> None:
    words = (
        "The prices below hold until the end of the year and\n"
        "include the tax on sales; what is delivered abroad is\n"
        "charged without it, and the freight is charged as well.\n"
    )
    texts = [block.text for block in text_blocks(f"{words}\n{PRICES}\n\n{words}")]
    assert texts == [" ".join(words.split()), *CELLS, " ".join(words.split())]


def test_lines_that_spaces_make_as_wide_as_the_others_are_no_table() -> None:
    words = (
        "The prices below  hold until the end of the  year and\n"
        "include the tax on  sales;  what is delivered abroad is\n"
    ).replace("; ", ";")
    justified = (
        words + "charged  without it, and the freight is  charged by us\nas  well as  by them.\n"
    )
    assert [block.role for block in text_blocks(justified)] == [Role.BODY]


@pytest.mark.parametrize("gap", ["\t", "   "])
def test_a_cell_knows_its_row(gap: str) -> None:
    table = PRICES.replace("\t", gap)
    rows = [block.row for block in text_blocks(f"{table}\n\nOrders by mail.\n\n{table}")]
    assert rows == [1, 1, 1, 2, 2, 2, 3, 3, 3, 0, 4, 4, 4, 5, 5, 5, 6, 6, 6]
