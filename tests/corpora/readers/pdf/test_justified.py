"""PDF: the words of justified lines stand far apart, and are no cells and no columns."""

import pytest

from corpora.readers import Role
from corpora.readers.pdf.justified import find_spread

from .paper import Paper, texts, wrap

_FULL = "the commission considered the report"
_SPREAD = ["of the most conspicuous", "environmental problems of", "urbanization. Representatives"]
_NEXT = "intergovernmental organizations took part."
_WIDTH = 210.0
_TEXT = (
    "of the report notes that extraordinary representatives of intergovernmental organizations and"
    " nongovernmental observers, notwithstanding earlier recommendations, disagreed with the"
    " understanding of responsibilities that parliamentarians had; the commission therefore has"
    " recommended internationalization of the telecommunications infrastructure as a whole."
)
_PARAGRAPH = [_FULL, *_SPREAD, _NEXT]


def test_lines_whose_words_are_spread_are_part_of_their_paragraph() -> None:
    paper = Paper()
    paper.justified(_PARAGRAPH, _WIDTH)
    assert texts(paper.blocks()) == [" ".join(_PARAGRAPH)]


def test_a_line_of_two_words_is_spread_if_the_next_word_had_no_room() -> None:
    paper = Paper()
    lines = [_FULL, "notwithstanding environmental", "intergovernmental matters."]
    paper.justified(lines, _WIDTH)
    assert texts(paper.blocks()) == [" ".join(lines)]


def test_the_last_line_of_a_column_may_be_spread() -> None:
    paper = Paper()
    paper.justified([_FULL, _FULL, _SPREAD[0], ""], _WIDTH)
    paper.end_page()
    paper.justified([_FULL, "environmental problems."], _WIDTH)
    found = texts(paper.blocks())
    assert found == [" ".join([_FULL, _FULL, _SPREAD[0], _FULL, "environmental problems."])]


@pytest.mark.parametrize("gap", [12.0, 18.0, 26.0, 34.0])
@pytest.mark.parametrize(("count", "width"), [(2, 150.0), (2, 215.0), (3, 140.0)])
def test_columns_are_read_in_order_though_gaps_in_their_lines_are_as_wide(
    gap: float, count: int, width: float
) -> None:
    paper = Paper()
    columns = [f"Column {sign} {_TEXT}" for sign in "ABC"[:count]]
    _write(paper, [wrap(text, width) for text in columns], width, gap)
    assert texts(paper.blocks()) == columns


@pytest.mark.parametrize(("count", "filled"), [(2, 2), (3, 3), (3, 2)])
def test_the_short_lines_of_a_last_page_stand_in_the_columns_of_the_page_before(
    count: int, filled: int
) -> None:
    paper = Paper()
    _write(paper, [wrap(_TEXT * 2, 140)] * count, 140, 20)
    paper.end_page()
    talk = [[f"Who is {sign}?", f"It is {sign}, they told us.", "Why?"] for sign in "ABC"[:filled]]
    for place, lines in enumerate(talk):
        paper.height = 740
        paper.lines(lines, left=40 + 160 * place)
    found = " ".join(texts(paper.blocks()))
    assert found.endswith(" ".join(line for lines in talk for line in lines))


def _write(paper: Paper, columns: list[list[str]], width: float, gap: float) -> None:
    top = paper.height
    for place, lines in enumerate(columns):
        paper.height = top
        paper.justified(lines, width, left=40 + place * (width + gap))


def test_rows_of_words_at_even_distances_are_cells_though_a_line_ends_where_they_do() -> None:
    paper = Paper()
    paper.justified([_FULL, "and", ""], _WIDTH)
    rows = [["Tree", "Herb", "Moss"], ["oak", "mint", "peat"], ["elm", "sage", "fern"]]
    for row in rows:
        paper.justified([" ".join(row), ""], _WIDTH)
    assert texts(paper.blocks(), Role.CELL) == [cell for row in rows for cell in row]


def test_a_price_at_the_edge_where_lines_end_is_a_cell_of_its_own() -> None:
    paper = Paper()
    rows = ["Pump 1200.00", "Tube 3400.00", "Seal 5600.00"]
    paper.justified([_FULL, *rows, ""], _WIDTH)
    assert texts(paper.blocks(), Role.CELL) == [cell for row in rows for cell in row.split()]


def test_a_number_in_front_of_chinese_is_no_word_of_a_spread_line() -> None:
    rows = [_row("1.", 72) + _row("条文的第一行文字", 104), _row("条文的第二行文字更长", 80)]
    assert find_spread(rows) == frozenset()


def test_chinese_characters_may_be_spread() -> None:
    spread = [
        character for n, sign in enumerate("电子邮件") for character in _row(sign, 80 + 36 * n)
    ]
    assert find_spread([spread, _row("secretariat", 80), _row("条文的第二行文字", 104)]) == {0}


def _row(text: str, left: float) -> list[dict[str, object]]:
    """Characters of 12 points, each of them 12 points wide, or 6 if it is Western."""
    row: list[dict[str, object]] = []
    for sign in text:
        width = 6 if sign.isascii() else 12
        row.append({"text": sign, "size": 12, "x0": left, "x1": left + width})
        left += width
    return row


def test_several_spaces_are_one() -> None:
    paper = Paper()
    paper.line("Trees  were   the most effective.")
    assert texts(paper.blocks()) == ["Trees were the most effective."]


def test_the_space_at_the_end_of_a_piece_is_the_one_between_it_and_the_next() -> None:
    paper = Paper()
    paper.at(700, "Name: ")
    paper.at(700, "Li Hua", left=150)
    assert texts(paper.blocks()) == ["Name: Li Hua"]
