"""What paragraphs say of a bead."""

from dataclasses import replace

import numpy as np
import pytest

from align.search.features import Ends
from align.search.sentences.paragraph_features import paragraph_features
from align.search.side import UNNUMBERED, Breaks
from tests.align.search.feature_cases import Bead, Cases, beads, each, only

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
        np.full(5, UNNUMBERED),
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


HEADING, TEXT = 0, 1
MARKED_SOURCE = replace(
    # A numbered heading; a text that stands apart from it; the same once more, of two units.
    four([0, 1, 2], {0: 1}, {0: HEADING, 1: TEXT, 2: TEXT}),
    headings=np.array([True, False, False, False, False]),
    apart=np.array([False, True, False, False, False]),
    repeats=np.array([False, False, True, False, False]),
)
MARKED_TARGET = replace(
    # A text of two units with the heading's number; the same once more; another numbered heading.
    four([0, 2, 3], {0: 1, 3: 2}, {0: TEXT, 2: TEXT, 3: HEADING}),
    headings=np.array([False, False, False, True, False]),
    apart=np.array([False, False, False, True, False]),
    repeats=np.array([False, False, True, False, False]),
)

CASES: Cases = {
    "paragraphs end together": [
        ("both end", (0, 1, 0, 2), 1),
        ("that of the source only", (0, 1, 0, 1), 0),
        ("one without partner", (0, 1, 2, 2), 0),
    ],
    "a paragraph begins alone": [
        ("of the source", (1, 2, 1, 2), 1),
        ("of the target", (3, 4, 2, 3), 1),
        ("of the source without partner", (1, 2, 1, 1), 1),
        ("both begin", (0, 1, 0, 1), 0),
        ("a part of one without partner, where the other side begins", (3, 4, 2, 2), 0),
    ],
    "a paragraph ends alone": [
        ("of the source", (0, 1, 0, 1), 1),
        ("of the target", (2, 3, 0, 2), 1),
        ("of the source without partner", (0, 1, 1, 1), 1),
        ("both end", (0, 1, 0, 2), 0),
        ("a part of one without partner, where the other side ends", (2, 3, 2, 2), 0),
    ],
    "a break inside one side": [
        ("two and none", (0, 3, 0, 2), 2),
        ("one and none", (1, 3, 0, 1), 1),
        ("one and one", (0, 2, 0, 3), 0),
        ("at the end is not inside", (0, 1, 0, 2), 0),
    ],
    "breaks inside both sides": [
        ("two and one", (0, 3, 0, 3), 1),
        ("two and two", (0, 3, 0, 4), 2),
        ("two and none", (0, 3, 0, 2), 0),
    ],
    "a paragraph apart inside": [
        ("of the source", (0, 2, 0, 1), 1),
        ("of both sides", (0, 2, 2, 4), 2),
        ("it begins there", (1, 2, 3, 4), 0),
    ],
    "a paragraph repeated inside": [
        ("of the source", (1, 3, 0, 1), 1),
        ("of both sides", (1, 3, 1, 3), 2),
        ("it begins there", (2, 4, 2, 3), 0),
    ],
    "an unpaired paragraph ends": [
        ("of the source", (0, 1, 2, 2), 1),
        ("of the target", (1, 1, 0, 2), 1),
        ("inside one of the target", (0, 1, 1, 1), 0),
        ("it goes on", (2, 3, 2, 2), 0),
        ("it has a partner", (0, 1, 0, 2), 0),
    ],
    "a repeated paragraph unpaired": [
        ("of the source", (2, 4, 2, 2), 1),
        ("of the target", (2, 2, 2, 3), 1),
        ("it goes on", (2, 3, 2, 2), 0),
        ("it repeats nothing", (2, 2, 3, 4), 0),
        ("it has a partner", (2, 4, 2, 3), 0),
    ],
    "a heading joined to its text": [
        ("against the text with its number", (0, 2, 0, 2), 1),
        ("alone against that text", (0, 1, 0, 2), 0),
        ("against one with another number", (0, 2, 3, 4), 0),
    ],
    "kinds differ": [
        ("a heading and a text", (0, 1, 2, 3), 1),
        ("texts", (1, 2, 2, 3), 0),
        ("the same number", (0, 1, 0, 1), 0),
        ("one goes on", (0, 1, 1, 2), 0),
    ],
    "a numbered heading against none": [
        ("a text without number", (0, 1, 2, 3), 1),
        ("one of the target, and a text without number", (1, 2, 3, 4), 1),
        ("two of them", (0, 1, 3, 4), 0),
        ("the text with its number", (0, 1, 0, 2), 0),
        ("only in pairs", (0, 1, 2, 2), 0),
        ("two texts", (1, 2, 2, 3), 0),
    ],
    "same number": [
        ("on both sides", (0, 1, 0, 1), 1),
        ("another one", (0, 1, 3, 4), 0),
        ("on one side", (0, 1, 2, 3), 0),
    ],
    "other number": [
        ("on both sides", (0, 1, 3, 4), 1),
        ("the same one", (0, 1, 0, 1), 0),
        ("on one side", (0, 1, 2, 3), 0),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("feature", "bead", "value"), each(CASES))
def test_a_feature_of_paragraphs(feature: str, bead: Bead, value: float) -> None:
    group = paragraph_features(
        beads(bead), np.array([[True], [True]]), MARKED_SOURCE, MARKED_TARGET
    )
    assert only(group, feature) == value


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
