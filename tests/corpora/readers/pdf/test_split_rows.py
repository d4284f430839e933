"""PDF: a row of a table that a page ends in the midst of is whole."""

import pytest

from corpora.readers import Role

from .paper import Paper, texts

HEAD = ["Item", "Claimed", "Allowed"]


def _over_pages(above: list[str], below: list[str]) -> list[str]:
    paper = Paper()
    paper.table([HEAD, ["Dock hire", "120,000", "60,000"], above], drawn=True)
    paper.end_page()
    paper.table([below, ["Total", "417,000", "214,500"]], drawn=True)
    return texts(paper.blocks(), Role.CELL)[6:]


def test_the_rest_of_a_cell_is_of_the_cell_that_another_page_ends_with() -> None:
    found = _over_pages(["Labour for the", "71,000", "58,500"], ["dismantling of\nparts", "", ""])
    assert found[:3] == ["Labour for the dismantling of parts", "71,000", "58,500"]
    assert found[3:] == ["Total", "417,000", "214,500"]


def test_each_of_several_cells_goes_on_in_its_own_place() -> None:
    above = ["Rice", "Too little water or", "Add water up to"]
    found = _over_pages(above, ["", "foreign matter", "the uppermost\nmark"])
    assert found[:3] == [
        "Rice",
        "Too little water or foreign matter",
        "Add water up to the uppermost mark",
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        # There was room for the word, or the sentence was at its end.
        (["Labour", "71,000", "58,500"], ["of all", "", ""]),
        (["Labour for them.", "71,000", "58,500"], ["Dismantling", "", ""]),
        # No cell is empty.
        (["Labour for the", "71,000", "58,500"], ["Dismantling", "1", "2"]),
        # The cell above is.
        (["Labour for the", "", "58,500"], ["dismantling", "1", ""]),
    ],
)
def test_another_row_at_the_top_of_a_page_is_one_of_its_own(
    above: list[str], below: list[str]
) -> None:
    filled = [cell for cell in [*above, *below] if cell]
    assert _over_pages(above, below)[: len(filled)] == filled


def test_the_last_cells_of_a_table_wider_than_its_page_are_whole() -> None:
    paper = Paper()
    rows = [
        ["often", "pain, redness, swelling, headache, fever, chills and shivers"],
        ["seldom", "itching"],
    ]
    paper.table(rows, drawn=True, step=261.63)
    assert texts(paper.blocks(), Role.CELL) == [cell for row in rows for cell in row]


def test_a_row_that_a_page_ends_in_the_midst_of_is_one_row() -> None:
    paper = Paper()
    paper.table([HEAD, ["Labour for the", "71,000", "58,500"]], drawn=True)
    paper.end_page()
    paper.table([["dismantling", "", ""], ["Total", "417,000", "214,500"]], drawn=True)
    rows = [block.row for block in paper.blocks() if block.role is Role.CELL]
    assert rows == [1, 1, 1, 2, 2, 2, 3, 3, 3]
