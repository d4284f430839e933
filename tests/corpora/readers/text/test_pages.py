"""Plain text with form feeds between its pages."""

import pytest

from corpora.readers.block import Role
from corpora.readers.text.reading import text_blocks


def _pages(*pages: str) -> list[tuple[str, bool]]:
    """The blocks of a text of several pages, each with whether it is furniture."""
    blocks = text_blocks("\f".join(pages))
    return [(block.text, block.role is Role.FURNITURE) for block in blocks]


def test_what_comes_again_at_the_edges_of_pages_is_furniture() -> None:
    found = _pages(
        "Annual Report 2023\n\nThe first paragraph.\n\nThe second.\n\nPage 1 of 2\n",
        "Annual Report 2023\n\nThe third paragraph.\n\nPage 2 of 2\n",
    )
    assert [text for text, furniture in found if not furniture] == [
        "The first paragraph.", "The second.", "The third paragraph."
    ]  # fmt: skip
    assert len(found) == 7


def test_a_footnote_above_a_page_s_number_is_text() -> None:
    found = _pages("One.\n\n1 Ibid.\n\nPage 1\n", "Two.\n\n2 Ibid.\n\nPage 2\n")
    assert [text for text, furniture in found if furniture] == ["Page 1", "Page 2"]


def test_a_paragraph_goes_on_over_a_page_and_its_number() -> None:
    found = _pages(
        "The first paragraph of the report goes on and on over the end of the\n"
        "first line, as does the first page, which ends in the midst of a\n\n- 1 -\n",
        "\nsentence that ends here at last.\n\n- 2 -\n",
    )
    assert [text for text, furniture in found if not furniture] == [
        "The first paragraph of the report goes on and on over the end of the first line, as does"
        " the first page, which ends in the midst of a sentence that ends here at last."
    ]


@pytest.mark.parametrize(
    "pages",
    [
        ("One.\n\nTwo.\n", "Three.\n\nFour.\n"),
        ("Chapter 1\n\nOne.\n", "Two.\n", "Three.\n", "Four.\n", "Chapter 2\n\nFive.\n"),
        ("12\n\nOne.\n",),
        ("One.\n\n1 Ibid.\n\nA last line.\n", "Two.\n\n2 Ibid.\n\nAnother last line.\n"),
    ],
)
def test_what_stands_at_an_edge_but_once_is_text(pages: tuple[str, ...]) -> None:
    assert not any(furniture for _, furniture in _pages(*pages))


def test_the_lines_behind_a_form_feed_are_counted() -> None:
    blocks = text_blocks("Head\n\nOne.\n\fHead\n\nTwo.\n")
    assert [(block.text, block.where) for block in blocks] == [
        ("One.", "line 3"), ("Two.", "line 7"), ("Head", "line 1"), ("Head", "line 5")
    ]  # fmt: skip
