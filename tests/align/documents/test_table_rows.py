"""The rows of tables: what tells of their cells together."""

from __future__ import annotations

import numpy as np
import pytest

from align.documents import align_documents
from align.documents.table_rows import RowPair, gather_rows, tell_other_figures
from corpora import Document
from corpora.readers.block import Block, Role
from corpora.structure import find_structure
from tests.align.damage import Remembering
from tests.align.documents.moved.test_swaps import paired

ENCODER = Remembering()
TEXT = [
    ("股东应当按期足额缴纳出资。", "The shareholders shall pay their contributions in full."),
    ("公司每年分配一次利润。", "The company distributes its profits once a year."),
    ("会计年度自一月一日起至十二月三十一日止。", "The financial year is the calendar year."),
    ("各分部的收入列示如下。", "The revenue of each segment is shown below."),
]
SEGMENTS = [
    [("分部", "Segment"), ("2024年", "2024"), ("2023年", "2023")],
    [("集装箱", "Containers"), ("1,486,220", "1,486,220"), ("1,391,075", "1,391,075")],
    [("散杂货", "Bulk and general cargo"), ("652,914", "652,914"), ("701,388", "701,388")],
    [("拖轮", "Tugs"), ("88,306", "88,306"), ("80,457", "80,457")],
    [("仓储", "Storage"), ("45,310", "45,310"), ("41,892", "41,892")],
    [("合计", "Total"), ("2,272,750", "2,272,750"), ("2,214,812", "2,214,812")],
]

Table = list[list[tuple[str, str]]]


def align(table: Table, *, rows: bool = True) -> dict[tuple[str, str], float]:
    sides = []
    for side, language in enumerate(("zh-CN", "en")):
        blocks = [Block(pair[side]) for pair in TEXT]
        for number, row in enumerate(table, start=1):
            blocks += [Block(cell[side], Role.CELL, row=number * rows) for cell in row]
        sides.append(Document("a", language, find_structure(blocks, language), "docx"))
    return paired(align_documents(sides[0], sides[1], ENCODER))


def replaced(place: int) -> Table:
    """The table where the target has another row in the place of one."""
    return [
        *SEGMENTS[:place],
        [(one[0], two[1]) for one, two in zip(*SEGMENTS[place : place + 2], strict=True)],
        *SEGMENTS[place + 2 :],
    ]  # fmt: skip


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_a_row_that_another_one_replaced_is_not_believed(place: int) -> None:
    found = align(replaced(place))
    assert all(found.get(cell, 0.0) < 0.5 for cell in replaced(place)[place])


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_the_other_rows_are_as_sure_as_before(place: int) -> None:
    found = align(replaced(place))
    others = [cell for row in SEGMENTS for cell in row if row not in SEGMENTS[place : place + 2]]
    assert all(found[cell] >= 0.5 for cell in others)


def test_cells_of_a_row_are_no_less_sure_than_without_it() -> None:
    apart, together = align(SEGMENTS, rows=False), align(SEGMENTS)
    assert together.keys() == apart.keys()
    assert all(score >= apart[cell] - 1e-9 for cell, score in together.items())


def test_a_row_of_which_a_figure_was_changed_is_still_believed() -> None:
    table = [list(row) for row in SEGMENTS]
    table[2][1] = ("652,914", "673,405")
    assert align(table)["散杂货", "Bulk and general cargo"] >= 0.5


def test_figures_in_another_currency_say_nothing_of_the_rows() -> None:
    table = [
        [
            (one, f"{int(two.replace(',', '')) // 7:,}" if "," in two else two)
            for one, two in row
        ]
        for row in SEGMENTS
    ]  # fmt: skip
    found = align(table)
    assert all(found[row[0]] >= 0.5 for row in table)


def row(same: int, other: int, table: int = 0) -> RowPair:
    return RowPair([0, 1], (range(1), range(1)), table, same, other)


@pytest.mark.parametrize(
    ("rows", "differ"),
    [
        ([row(2, 0), row(0, 2), row(1, 0)], [False, True, False]),
        ([row(2, 0), row(1, 1), row(1, 2)], [False, False, False]),
        ([row(2, 0), row(2, 0), row(1, 2)], [False, False, True]),
        ([row(0, 1), row(0, 2), row(1, 0)], [False, False, False]),
        ([row(2, 0, 1), row(2, 0, 1), row(0, 1, 1), row(0, 1, 2)], [False, False, True, False]),
    ],
)
def test_rows_differ_whose_figures_do_in_a_table_where_most_agree(
    rows: list[RowPair], differ: list[bool]
) -> None:
    assert tell_other_figures(rows) == differ


@pytest.mark.parametrize(
    ("cells", "same", "other"),
    [
        ([("9:00–9:30", "9:30–10:00"), ("午餐", "Lunch")], 0, 1),
        ([("9:00–9:30", "9:00–9:30"), ("午餐", "Lunch")], 1, 0),
        ([("10月30日", "30 October"), ("午餐", "Lunch")], 1, 0),
        ([("480套", "480 sets"), ("2台", "4")], 1, 1),
        ([("三套", "3 sets"), ("午餐", "Lunch")], 0, 0),
    ],
)
def test_the_figures_of_the_cells_of_a_row_are_counted(
    cells: list[tuple[str, str]], same: int, other: int
) -> None:
    places = range(len(cells))
    pairs = [(range(k, k + 1), range(k, k + 1)) for k in places]
    texts = [one for one, _ in cells], [two for _, two in cells]
    numbers = np.ones(len(cells), np.int64), np.ones(len(cells), np.int64)
    (found,) = gather_rows(pairs, texts, numbers)
    assert (found.places, found.same, found.other) == ([*places], same, other)
