"""Pairs of paragraphs with other numbers on either side."""

from dataclasses import replace

import numpy as np
import pytest

from align.documents.numbering import doubt_other_numbers, ordinal
from align.encoders import UseMultilingual
from align.search.clauses.search import Run
from align.search.side import UNNUMBERED, Side, plain_side

ENCODER = UseMultilingual()
NONE = int(UNNUMBERED)


def side(numbers: list[int], ordinals: list[int] | None = None) -> Side:
    """Paragraphs of one sentence each, with numbers, and their places in their lists."""
    plain = plain_side(["x"] * len(numbers), "en", ENCODER)
    begins = np.ones(len(numbers) + 1, dtype=bool)
    codes = np.array([*numbers, NONE])
    places = np.array([*(ordinals or [NONE] * len(numbers)), NONE])
    return replace(
        plain, breaks=replace(plain.breaks, begins=begins, numbers=codes, ordinals=places)
    )


@pytest.mark.parametrize(
    ("source", "target", "doubtful"),
    [
        ([1, 2, 3, 4], [1, 2, 3, 4], []),
        # The source lacks 4, the target 3.
        ([1, 2, 3, 5], [1, 2, 4, 5], [2]),
        # Without numbers between them, nothing is said of what stands there.
        ([1, 2, NONE, 3, NONE, 5], [1, 2, NONE, 4, NONE, 5], [3]),
        ([1, 2, NONE, 5], [1, 2, 4, 5], []),
        # Numbered anew: from a paragraph on, two of them, and the last.
        ([1, 2, 3, 4, 5], [1, 2, 4, 5, 6], []),
        ([1, 2, 3, 5], [1, 2, 3, 4], []),
    ],
)
def test_a_pair_with_other_numbers_amid_pairs_with_the_same_is_doubtful(
    source: list[int], target: list[int], doubtful: list[int]
) -> None:
    groups = [[Run((k, k + 1), (k, k + 1), 1.0)] for k in range(len(source))]
    doubted = doubt_other_numbers(groups, side(source), side(target))
    assert [k for k, (run,) in enumerate(doubted) if run.score < 0.5] == doubtful
    assert [[(run.source, run.target) for run in group] for group in doubted] == [
        [(run.source, run.target) for run in group] for group in groups
    ]


def test_pairs_in_another_order_are_looked_at_in_the_source_s() -> None:
    places = [(0, 0), (2, 3), (3, 2), (1, 1)]
    groups = [[Run((row, row + 1), (column, column + 1), 1.0)] for row, column in places]
    numbers = side([1, 2, 3, 4]), side([1, 2, 4, 3])
    assert doubt_other_numbers(groups, *numbers) == groups


def test_the_same_place_in_a_list_that_is_numbered_in_another_manner_is_no_doubt() -> None:
    groups = [[Run((k, k + 1), (k, k + 1), 1.0)] for k in range(3)]
    for places, doubted in (([1, 2, 3], False), ([1, 3, 3], True), ([1, NONE, 3], True)):
        sides = side([1, 2, 3], [1, 2, 3]), side([1, 12, 3], places)
        assert (doubt_other_numbers(groups, *sides) != groups) == doubted


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("12", 12),
        ("12(b)", 2),
        ("(i)", 9),
        ("12(a)(ii)", 2),
        ("12(a)(ii)(3)", 3),
        ("Article 3", 3),
        ("Annex IV", 4),
        ("Section II(c)", 3),
        ("1.2", NONE),
        ("67/58", NONE),
        ("", NONE),
    ],
)
def test_the_place_of_a_paragraph_in_its_list(number: str, place: int) -> None:
    assert ordinal(number) == place
