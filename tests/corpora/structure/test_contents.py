"""The page numbers of tables of contents become furniture; other numbers stay."""

import pytest

from corpora import Mark
from corpora.readers.block import Block, Role
from corpora.structure import set_page_numbers_aside

TITLES = ("Foreword", "1. Scope", "1.1 Safety of the saw", "2. Assembly")
PAGES = ("iii", "1", "1", "12")
HEADINGS = [Block("1. Scope", Role.HEADING), Block("Only wood is to be sawn."),
            Block("1.1 Safety of the saw"), Block("Assembly", label="2.")]  # fmt: skip
ENTRIES = {
    "a leader": "{} ........ {}",
    "a leader with spaces": "{} . . . . . {}",
    "a leader that touches": "{}………{}",
    "a short leader": "{}……{}",
    "a leader and a tab": "{}.....\t{}",
    "a tab": "{}\t{}",
    "a wide gap": "{}      {}",
    "a bracket": "{} ..... ({})",
    "a line": "{}________{}",
}


def parts(blocks: list[Block], language: str = "en") -> tuple[list[str], list[str]]:
    """Return the texts, and what became furniture."""
    found = set_page_numbers_aside(blocks, language)
    furniture = [block.text for block in found if block.role is Role.FURNITURE]
    return [block.text for block in found if block.role is not Role.FURNITURE], furniture


def lines(form: str) -> list[Block]:
    return [Block(form.format(*entry)) for entry in zip(TITLES, PAGES, strict=True)]


@pytest.mark.parametrize("form", ENTRIES.values(), ids=ENTRIES.keys())
@pytest.mark.parametrize("around", [[], HEADINGS], ids=["below a heading", "before headings"])
def test_page_numbers_are_set_aside(form: str, around: list[Block]) -> None:
    above = [] if around else [Block("Table of Contents")]
    texts, furniture = parts([*above, *lines(form), *around])
    assert texts == [block.text for block in above] + [*TITLES] + [block.text for block in around]
    assert [text.lstrip(".…_ \t").strip("()") for text in furniture] == list(PAGES)


@pytest.mark.parametrize("form", ["{} {}", "{}{}"], ids=["a space", "nothing"])
def test_a_number_that_no_gap_sets_off_is_one_where_the_title_comes_again(form: str) -> None:
    blocks = lines(form)
    texts, furniture = parts([Block("Contents"), *blocks, *HEADINGS])
    assert (texts[1:5], furniture) == ([blocks[0].text, *TITLES[1:]], [*PAGES[1:]])


@pytest.mark.parametrize("role", [Role.CELL, Role.BODY])
def test_a_number_in_a_block_of_its_own_is_furniture(role: Role) -> None:
    cells = [Block(text, role) for entry in zip(TITLES, PAGES, strict=True) for text in entry]
    heads = [Block("Part", role), Block("Page", role)]
    texts, furniture = parts([Block("目　录"), *heads, *cells], "zh")
    assert (texts, furniture) == (["目　录", "Part", "Page", *TITLES], [*PAGES])
    assert parts([*cells, *HEADINGS])[1] == [*PAGES]


def test_a_row_may_begin_with_its_number_and_a_part_has_no_page() -> None:
    rows = ["1", "Scope ......", "1", "Part Two", "Safety ....", "7", "3", "Assembly", "9"]
    texts, furniture = parts([Block("Contents"), *(Block(row, Role.CELL) for row in rows)])
    assert texts == ["Contents", "1", "Scope", "Part Two", "Safety", "3", "Assembly"]
    assert furniture == ["...... 1", ".... 7", "9"]


PLAIN = {
    "a price list": ["Soup ........ 12", "Fish ........ 9", "Steak ........ 25", "Tea ........ 4"],
    "a list of prices that rise": ["Tea\t4", "Soup\t9", "Fish\t12", "Steak\t25"],
    "a table": ["Paris", "2", "Rome", "3", "Vienna", "5", "Geneva", "7"],
    "parts by number": ["Table 1", "Table 2", "Table 3", "Table 4", "Table 1", "Table 2"],
    "two entries": ["Contents", "Scope ........ 1", "Safety ........ 2", "The saw is for wood."],
    "no title": ["Contents", "........ 1", "........ 2", "........ 3"],
    "no page": ["Contents", "Scope ........ ?", "Safety ........ mcm", "Assembly ........ 12345"],
    "bare parts": ["Contents", "Part 1", "Part 2", "Part 3", "Part 4"],
}


@pytest.mark.parametrize("texts", PLAIN.values(), ids=PLAIN.keys())
def test_other_numbers_stay(texts: list[str]) -> None:
    blocks = [Block(text) for text in texts]
    assert set_page_numbers_aside(blocks, "en") == tuple(blocks)


def test_a_table_whose_rows_have_their_names_from_one_before_keeps_its_numbers() -> None:
    rows = [
        Block(text, Role.CELL) for text in ("Tax", "4", "Costs", "9", "Pay", "12", "Fees", "25")
    ]
    assert set_page_numbers_aside(rows * 2, "en") == tuple(rows * 2)


def test_a_list_that_begins_anew_is_another_one() -> None:
    blocks = [
        Block("Contents"),
        *lines("{}\t{}"),
        Block("Prices"),
        Block("Tea\t4"),
        Block("Soup\t9"),
    ]
    assert parts(blocks)[0] == ["Contents", *TITLES, "Prices", "Tea\t4", "Soup\t9"]


def test_marks_in_titles_stay_and_edges_of_pages_are_passed_over() -> None:
    first = Block("Scope ..... 1", marks=(Mark(5, "*"),))
    blocks = [Block("Contents"), first, Block("page 2", Role.FURNITURE), *lines("{}\t{}")[1:]]
    found = set_page_numbers_aside(blocks, "en")
    assert found[1] == Block("Scope", marks=(Mark(5, "*"),))
    assert [block.text for block in found if block.role is not Role.FURNITURE] == [
        "Contents",
        "Scope",
        *TITLES[1:],
    ]
