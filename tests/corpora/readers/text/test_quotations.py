"""Lines of plain text that are quoted with a sign before each."""

import pytest

from corpora.readers.text.reading import text_blocks
from tests.corpora.readers.text.lines import texts, wrap

QUOTED = {
    "English": (
        "Dear Tom,\n> Hello, we are planning to visit your company in\n"
        "> June, two persons in all. We would like to tour the\n> factory.\nYes.",
        [
            "Dear Tom,",
            "Hello, we are planning to visit your company in June, two persons in all. We would "
            "like to tour the factory.",
            "Yes.",
        ],
    ),
    "Chinese": (
        "> 您好，我们计划六月访问贵公司，\n> 一共两个人。我们想参观工\n> 厂。",
        ["您好，我们计划六月访问贵公司，一共两个人。我们想参观工厂。"],
    ),
    "an empty quoted line": (
        "> We are planning to visit your company and\n> its factory.\n>\n> Best regards\n> Tom",
        [
            "We are planning to visit your company and its factory.",
            "Best regards",
            "Tom",
        ],
    ),
    "no space behind the sign": (
        ">We are planning to visit your company and\n>its factory.",
        ["We are planning to visit your company and its factory."],
    ),
    "several depths": (
        ">> When do you plan to visit our company and\n> > its factory?\n"
        "> We are planning to visit it in the month of\n> June.",
        [
            "When do you plan to visit our company and its factory?",
            "We are planning to visit it in the month of June.",
        ],
    ),
    "one paragraph a line": (
        "> We would like to visit your company.\n> When may we come?",
        ["We would like to visit your company.", "When may we come?"],
    ),
    "numbers": ("> 1. The factory\n> 2. The school", ["1. The factory", "2. The school"]),
    "items": (
        "> We would like to visit these three:\n> - the factory and\n> - the school",
        ["We would like to visit these three:", "- the factory and", "- the school"],
    ),
}


@pytest.mark.parametrize("name", QUOTED)
def test_the_lines_of_a_quotation_are_joined_without_their_marks(name: str) -> None:
    source, expected = QUOTED[name]
    assert texts(source) == expected


def test_a_quotation_knows_its_lines() -> None:
    blocks = text_blocks("Yes.\n> We would come.\n>\n> Soon.\nFine.")
    assert [block.where for block in blocks] == ["line 1", "line 2", "line 4", "line 5"]


def test_a_quotation_leaves_the_text_around_it_as_it_is_wrapped() -> None:
    paragraph = (
        "The report that stands before the committee was written by the office, and tells of "
        "plans of the offices for the coming years, and of partners in all the regions."
    )
    quotation = "> yes it does,\n> and of more"
    around = "\n".join(wrap(paragraph, False))
    found = texts(f"{around}\n{quotation}\n{around}")
    assert (found[0], found[-1]) == (paragraph, paragraph)


@pytest.mark.parametrize(
    "source",
    [
        "A sentence.\n> a single line of it\nAnother.",
        "> a single line of it",
        "Dose\n> 50 mg\n> 100 mg",
        ">= 50\n>= 100",
        ">\n>",
    ],
)
def test_lines_behind_the_sign_that_are_no_quotation_stay(source: str) -> None:
    assert texts(source) == source.split("\n")
