"""Rows of tables of which one is missing, or that stand in another order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import pytest

from align.documents import align_documents
from align.documents.by_place import BY_PLACE
from corpora import Document
from corpora.readers.block import Block, Role
from corpora.structure import find_structure
from tests.align.damage import Remembering
from tests.align.documents.moved.test_swaps import paired

ENCODER = Remembering()
CRANES = [
    ["中文名 学名 保护级别", "Name|Scientific name|Category"],
    ["白鹤 Leucogeranus leucogeranus 极危",
     "Siberian crane|Leucogeranus leucogeranus|Critically endangered"],
    ["丹顶鹤 Grus japonensis 易危", "Red-crowned crane|Grus japonensis|Vulnerable"],
    ["白枕鹤 Antigone vipio 易危", "White-naped crane|Antigone vipio|Vulnerable"],
    ["白头鹤 Grus monacha 易危", "Hooded crane|Grus monacha|Vulnerable"],
    ["蓑羽鹤 Anthropoides virgo 无危", "Demoiselle crane|Anthropoides virgo|Least concern"],
]  # fmt: skip
WAGES = [
    ["项目 试用期 转正后", "Component|Probation|After confirmation"],
    ["基本工资 9,600 12,000", "Basic salary|9,600|12,000"],
    ["岗位津贴 1,200 1,800", "Position allowance|1,200|1,800"],
    ["餐补 440 470", "Meal allowance|440|470"],
    ["合计 11,240 14,270", "Total|11,240|14,270"],
]
DOSES = [
    ["组别 早餐后 晚餐后", "Group|After breakfast|After dinner"],
    ["高剂量组 2片药 2片药", "Higher dose|2 tablets|2 tablets"],
    ["低剂量组 2片药 2片安慰剂", "Lower dose|2 tablets|2 placebo tablets"],
    ["安慰剂组 2片安慰剂 2片安慰剂", "Placebo|2 placebo tablets|2 placebo tablets"],
]
BEFORE = [
    ("缔约方应每年公布下列名录。", "The Parties shall publish the following list every year."),
    ("名录由秘书处保管。", "It shall be kept by the Secretariat."),
]
AFTER = [
    ("任何缔约方均可提议修改名录。", "Any Party may propose a change to the list."),
    ("修改须经全体缔约方同意。", "A change requires the consent of all the Parties."),
]

Table = Sequence[Sequence[str]]


def cells(table: Table) -> list[list[tuple[str, str]]]:
    """The cells of each row, with their partners."""
    rows = []
    for chinese, english in table:
        words = chinese.split(" ")
        taxon = " ".join(words[1:-1])
        rows.append(list(zip([words[0], taxon, words[-1]], english.split("|"), strict=True)))
    return rows


def documents(rows: Table, others: Table) -> tuple[Document, Document]:
    """Both documents, with the rows of one table in each."""
    made = []
    for side, table in enumerate((rows, others)):
        blocks = [Block(pair[side]) for pair in BEFORE]
        for number, row in enumerate(cells(table), start=1):
            blocks += [Block(cell[side], Role.CELL, row=number) for cell in row]
        blocks += [Block(pair[side]) for pair in AFTER]
        language = ("zh-CN", "en")[side]
        made.append(Document("a", language, find_structure(blocks, language), "docx"))
    return made[0], made[1]


def without(table: Table, place: int) -> Table:
    return [row for k, row in enumerate(table) if k != place]


def reordered(table: Table, place: int, to: int) -> Table:
    rows = list(table)
    rows.insert(to, rows.pop(place))
    return rows


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("table", "place"), [(table, k) for table in (CRANES, WAGES) for k in range(len(table))]
)
def test_the_cells_of_a_row_stay_together_where_another_row_is_missing(
    table: Table, place: int, turned: bool
) -> None:
    some = without(table, place)
    sides = documents(table, some) if turned else documents(some, table)
    found = paired(align_documents(*sides, ENCODER))
    assert found.keys() == {*BEFORE, *AFTER, *chain(*cells(some))}


@pytest.mark.parametrize(
    ("table", "place", "to"),
    [
        (table, place, to)
        for table in (CRANES, WAGES)
        for place in range(1, len(table))
        for to in range(1, len(table))
    ],
)
def test_a_row_that_moved_takes_its_cells_along(table: Table, place: int, to: int) -> None:
    sides = documents(table, reordered(table, place, to))
    found = paired(align_documents(*sides, ENCODER))
    assert found.keys() == {*BEFORE, *AFTER, *chain(*cells(table))}


@pytest.mark.xfail(reason="The rows are so alike that each is as near to another.", strict=True)
@pytest.mark.parametrize(
    ("rows", "others"),
    [
        (without(DOSES, 2), DOSES),
        *((DOSES, reordered(DOSES, *ends)) for ends in ((1, 2), (1, 3), (2, 3), (3, 1))),
    ],
    ids=["one missing", "1 to 2", "1 to 3", "2 to 3", "3 to 1"],
)
def test_rows_whose_cells_are_nearly_the_same_are_told_apart(rows: Table, others: Table) -> None:
    found = paired(align_documents(*documents(rows, others), ENCODER))
    assert found.keys() == {*BEFORE, *AFTER, *chain(*cells(rows))}


def test_a_heading_that_one_side_lacks_gets_no_cell() -> None:
    source, target = documents(CRANES, CRANES)
    headed = [*target.paragraphs]
    (heading,) = find_structure([Block("List of names", Role.HEADING, level=2)], "en")
    headed.insert(len(BEFORE), heading)
    target = Document("a", "en", tuple(headed), "docx")
    found = paired(align_documents(source, target, ENCODER))
    assert found.keys() == {*BEFORE, *AFTER, *chain(*cells(CRANES))}


def test_tables_with_another_number_of_columns_are_left_as_they_are() -> None:
    source, target = documents(CRANES, CRANES)
    rows = [{"row": paragraph.row} for paragraph in target.paragraphs]
    assert {row["row"] for row in rows} == set(range(len(CRANES) + 1))
    folded = tuple(
        find_structure([Block(p.text, Role.CELL, row=(p.row + 1) // 2)], "en")[0] if p.row else p
        for p in target.paragraphs
    )
    found = paired(align_documents(source, Document("a", "en", folded, "docx"), ENCODER))
    assert found.keys() == {*BEFORE, *AFTER, *chain(*cells(CRANES))}


PROMOTERS = [
    ["发起人姓名或名称 认购股份数（万股） 持股比例",
     "Promoter|Shares subscribed for (10,000)|Shareholding"],
    ["周启明 3,456 40%", "Zhou Qiming|3,456|40%"],
    ["滇池创业投资有限公司 2,592 30%", "Dianchi Venture Capital Co., Ltd.|2,592|30%"],
    ["何秀兰 1,728 20%", "He Xiulan|1,728|20%"],
]  # fmt: skip
"""A table with a heading that the encoder does not know."""


def test_the_last_two_cells_of_rows_whose_others_are_paired_are_paired_by_their_column() -> None:
    found = paired(align_documents(*documents(PROMOTERS, PROMOTERS), ENCODER))
    assert found.keys() == {*BEFORE, *AFTER, *chain(*cells(PROMOTERS))}
    assert found["发起人姓名或名称", "Promoter"] <= BY_PLACE


def test_they_are_not_where_their_figures_differ() -> None:
    (heading, translation), *rows = PROMOTERS
    table = [[heading, translation.replace("Promoter", "Promoter 2")], *rows]
    found = paired(align_documents(*documents(table, table), ENCODER))
    assert found.keys() == {*BEFORE, *AFTER, *chain(*cells(table))} - {cells(table)[0][0]}
