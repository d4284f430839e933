"""PDF: footnotes stand apart from the text, with their marks."""

import pytest
from reportlab.pdfbase import pdfmetrics

from corpora import Mark
from corpora.readers import Role

from .paper import CHINESE, ENGLISH, Paper, are_in_order, texts, write_columns


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


@pytest.mark.parametrize(
    ("step", "size", "expected"),
    [
        (4, 7, "A volume of 10⁶ litres"),
        (-2, 7, "A volume of 10₆ litres"),
        (0, 7, "A volume of 106 litres"),
        (-2, 12, "A volume of 106 litres"),
    ],
    ids=["above", "below", "on the line", "as large as the text"],
)
def test_powers_and_indices_are_written(step: int, size: int, expected: str) -> None:
    paper = Paper()
    paper.at(740, "A volume of 10")
    end = 72 + pdfmetrics.stringWidth("A volume of 10", "Helvetica", 12)
    paper.at(740 + step, "6", left=end, size=size)
    paper.at(740, "litres", left=end + 10)
    assert texts(paper.blocks()) == [expected]


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
    write_columns(paper, 2, 12, step=250)
    for column in (0, 1):
        paper.at(60, f"{column + 1} Note of column {column + 1}.", left=60 + 250 * column, size=8)
    found = paper.blocks()
    notes = [block.text for block in found if block.role is Role.FOOTNOTE]
    assert notes == ["Note of column 1.", "Note of column 2."]
    assert are_in_order(" ".join(texts(found)), 2, 12)


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


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(("size", "rise"), [(8, 0), (5, 3)])
@pytest.mark.parametrize("gap", [8, 20])
def test_a_number_far_in_front_of_its_footnote_belongs_to_it(
    columns: int, size: float, rise: float, gap: float
) -> None:
    paper = Paper()
    write_columns(paper, columns, 12, step=250)
    note = "See the report on the work of the Organization, and what was said of it there and here."
    paper.at(120 + rise, "1", left=60, size=size)
    paper.at(120, note, left=60 + gap, size=8)
    found = paper.blocks()
    notes = [block for block in found if block.role is Role.FOOTNOTE]
    assert [(block.label, block.text) for block in notes] == [("1", note)]
    assert are_in_order(" ".join(texts(found)), columns, 12)


def test_the_short_last_line_of_a_footnote_below_columns_belongs_to_it() -> None:
    paper = Paper()
    write_columns(paper, 2, 20, step=250)
    first = "For instance the gazetteers of trade that the chambers compiled of all that went"
    second = "The fire began in a dye works, as the gazetteer of the county tells us, and burnt"
    for place, line in enumerate([f"1 {first}", "before them.", f"2 {second}"]):
        paper.at(120 - 13 * place, line, left=60, size=10)
    assert texts(paper.blocks(), Role.FOOTNOTE) == [f"{first} before them.", second]
