"""PDF: lines at heights of their own are columns, however short; those of rows are none."""

import pytest

from .paper import Paper, texts

WORDS = [
    "Entrance", "Exit", "Tickets", "Doors close at six o'clock", "Way in", "Lift",
    "Toilets", "Water", "Lost", "Car park", "Help point", "Seats",
]  # fmt: skip


def _entries(column: str) -> list[str]:
    return [f"{word} {column}" for word in WORDS]


@pytest.mark.parametrize("shift", [2, 9, 13])
@pytest.mark.parametrize("count", [2, 3])
def test_short_lines_set_apart_are_columns_where_they_are_level_with_none(
    count: int, shift: float
) -> None:
    paper = Paper()
    for column in range(count):
        paper.height = 740 - shift * column
        for entry in _entries(f"{column}"):
            paper.line(entry, left=60 + 170 * column, size=11)
            paper.height -= 10
    assert (
        " ".join(texts(paper.blocks())).split()
        == " ".join(entry for column in range(count) for entry in _entries(f"{column}")).split()
    )


def test_the_longest_line_of_a_column_may_reach_far_into_the_band_behind_it() -> None:
    paper = Paper()
    for column in range(2):
        paper.height = 740 - 9 * column
        for number, entry in enumerate(_entries(f"{column}")):
            longer = " and the way out by all other doors" if number == 9 and not column else ""
            paper.line(entry + longer, left=72 + 240 * column, size=11)
            paper.height -= 10
    found = " ".join(texts(paper.blocks()))
    assert "Car park 0 and the way out by all other doors Help point 0 Seats 0 Entrance 1" in found


@pytest.mark.parametrize("place", ["top", "middle"])
def test_the_cells_of_rows_are_no_columns_though_some_go_on_below(place: str) -> None:
    paper = Paper()
    for number, word in enumerate(WORDS):
        count = number % 3 + 1
        at = paper.height - (6.5 * (count - 1) if place == "middle" else 0)
        paper.at(at, word, left=72, size=11)
        for _ in range(count):
            paper.line(f"told about {number}", left=320, size=11)
        paper.height -= 12
    found = " ".join(block.text for block in paper.blocks())
    assert found.index("about 0") < found.index("Exit") < found.index("about 2")


def test_single_lines_set_apart_are_paragraphs_though_the_next_word_had_no_room() -> None:
    paper = Paper()
    entries = [*_entries("a"), "A line that is longer than all the others", *_entries("b")]
    for entry in entries:
        paper.line(entry)
        paper.height -= 12
    assert texts(paper.blocks()) == entries


def test_few_rows_are_no_columns_where_cells_of_fewer_lines_leave_room() -> None:
    paper = Paper()
    rows = [
        ("Perch, steamed in wine", ["In winter only, also to take away"]),
        ("Water spinach with garlic", ["Freshly made of local goods, so", "you may have to wait"]),
        ("Dumplings, pork and cabbage", ["While our stocks last, on Sundays"]),
        ("Rice with all of these", ["In winter only, also to take away"]),
    ]  # fmt: skip
    for name, lines in rows:
        paper.at(paper.height, name)
        for line in lines:
            paper.line(line, left=300)
    found = " ".join(block.text for block in paper.blocks())
    assert found.index("Perch") < found.index("In winter") < found.index("Water")
    assert found.index("Freshly") < found.index("Dumplings") < found.index("While")
