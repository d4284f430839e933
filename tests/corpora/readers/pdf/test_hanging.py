"""PDF: items of lists go on below their texts, beside their labels."""

import pytest

from .paper import Paper, texts

ITEMS = [
    (
        "Open the box and check that all of the parts in it are there; if anything is",
        "missing, call your dealer.",
    ),
    ("Fill the tank with cold water, and take care that it does not rise above the", "mark."),
    (
        "Put in the coffee, press it down lightly, and turn the handle to the right as",
        "far as it will go.",
    ),
    ("Press the key. After some twenty seconds the coffee stops flowing of its own", "accord."),
    (
        "Clean the pipes once a week with citric acid, and then rinse them twice with",
        "clear water.",
    ),
    (
        "Never put the machine into water, and do not scrub it with steel wool, or you",
        "will scratch it.",
    ),
]


def _write(paper: Paper, label: str, lines: tuple[str, ...], hang: float) -> None:
    paper.at(paper.height, label, font="Helvetica")
    for text in lines:
        paper.line(text, left=72 + hang, size=12)


@pytest.mark.parametrize("label", ["{}.", "({})", "•", "–"])
def test_what_stands_below_the_text_of_an_item_is_of_the_item(label: str) -> None:
    paper = Paper()
    paper.line("How to use the machine is told here in a line that fills the width of a page.")
    for number, lines in enumerate(ITEMS, 1):
        _write(paper, label.format(number), lines, 18)
    found = texts(paper.blocks())[1:]
    assert [text[text.index(lines[0]) :] for text, lines in zip(found, ITEMS, strict=True)] == [
        " ".join(lines) for lines in ITEMS
    ]


def test_a_line_below_a_short_one_of_an_item_is_a_paragraph() -> None:
    paper = Paper()
    for number, lines in enumerate(ITEMS, 1):
        _write(paper, f"{number}.", ("The heading of an item", lines[0] + " more."), 18)
    found = texts(paper.blocks())
    assert found[:2] == ["1. The heading of an item", ITEMS[0][0] + " more."]


def test_first_lines_set_in_begin_paragraphs_where_no_label_stands_above_them() -> None:
    paper = Paper()
    for first, last in ITEMS:
        paper.line(first, left=90)
        paper.line(last)
    assert texts(paper.blocks()) == [" ".join(lines) for lines in ITEMS]


def test_the_text_behind_a_wide_number_is_apart_from_it_as_that_behind_others() -> None:
    paper = Paper()
    for number in range(8, 12):
        _write(paper, f"{number}.", ("Press the key",), 16.7)
    assert texts(paper.blocks()) == [f"{number}. Press the key" for number in range(8, 12)]
