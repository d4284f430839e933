"""What paragraphs say of a bead."""

from dataclasses import replace

import numpy as np
import pytest

from align.search.features import Ends
from align.search.sentences.paragraph_features import paragraph_features
from align.search.side import UNNUMBERED, Breaks

TOGETHER, ALONE = "paragraphs end together", "a paragraph ends alone"
BEGINS_ALONE, UNPAIRED = "a paragraph begins alone", "an unpaired paragraph ends"
BREAK, BREAKS = "a break inside one side", "breaks inside both sides"


def four(begins: list[int], numbers: dict[int, int], kinds: dict[int, int]) -> Breaks:
    """Four units; paragraphs begin at some of them and behind the last."""
    none = np.zeros(5, dtype=bool)
    return Breaks(
        np.array([unit in begins for unit in range(4)] + [True]),
        none,
        none,
        np.array([numbers.get(unit, UNNUMBERED) for unit in range(5)]),
        none,
        np.array([kinds.get(unit, -1) for unit in range(5)]),
    )


def ends(bead: tuple[tuple[int, int], tuple[int, int]]) -> Ends:
    (top, bottom), (left, right) = bead
    return Ends(*(np.array([place]) for place in (top, bottom, left, right)))


SOURCE = four([0, 2], {0: 1, 2: 2}, {0: 0, 2: 0})
TARGET = four([0, 2, 3], {0: 1, 2: 3}, {0: 0, 2: 0, 3: 5})


@pytest.mark.parametrize(
    ("bead", "expected"),
    [
        # (source units, target units), and the features that are not 0
        (((0, 2), (0, 2)), {TOGETHER: 1, "same number": 1}),
        (((0, 1), (0, 1)), {"same number": 1}),
        (((1, 2), (0, 1)), {ALONE: 1, BEGINS_ALONE: 1}),
        (((0, 3), (0, 2)), {ALONE: 1, BREAK: 1, "same number": 1}),
        (((0, 3), (1, 4)), {BREAKS: 1, BREAK: 1, ALONE: 1, BEGINS_ALONE: 1}),
        (((2, 4), (2, 3)), {TOGETHER: 1, "other number": 1}),
        (((2, 4), (3, 4)), {TOGETHER: 1, "kinds differ": 1}),
        (((2, 4), (2, 2)), {UNPAIRED: 1}),
        (((2, 3), (2, 2)), {}),
        (((3, 4), (2, 2)), {UNPAIRED: 1}),
        (((1, 2), (1, 1)), {ALONE: 1}),
        (((2, 3), (1, 2)), {BEGINS_ALONE: 1, ALONE: 1}),
        (((2, 4), (1, 2)), {BEGINS_ALONE: 1, TOGETHER: 1}),
    ],
)  # fmt: skip
def test_each_bead_bears_just_the_features_of_its_paragraphs(
    bead: tuple[tuple[int, int], tuple[int, int]], expected: dict[str, float]
) -> None:
    features = paragraph_features(ends(bead), np.array([[True], [True]]), SOURCE, TARGET)
    assert {name: values[0] for name, values in features.items() if values[0]} == expected


def test_a_break_reached_inside_the_other_sides_sentence_counts_as_inside() -> None:
    apart = replace(SOURCE, apart=np.array([True, False, True, False, False]))
    bead = ends(((0, 2), (0, 1)))
    at_corner, inside = (
        paragraph_features(bead, np.array([[True], [corner]]), apart, TARGET)[
            "a paragraph apart inside"
        ][0]
        for corner in (True, False)
    )
    assert (at_corner, inside) == (0, 1)


def test_a_paragraph_begins_alone_only_where_both_sides_are_between_sentences() -> None:
    bead = ends(((2, 3), (1, 2)))
    between, inside = (
        paragraph_features(bead, np.array([[corner], [True]]), SOURCE, TARGET)[BEGINS_ALONE][0]
        for corner in (True, False)
    )
    assert (between, inside) == (1, 0)
