"""Pairs of paragraphs with other numbers on either side."""

from dataclasses import replace

import numpy as np
import pytest

from align.documents.numbering import doubt_other_numbers
from align.encoders import UseMultilingual
from align.search.clauses.search import Run
from align.search.side import UNNUMBERED, Side, plain_side

ENCODER = UseMultilingual()
NONE = int(UNNUMBERED)


def side(numbers: list[int]) -> Side:
    """Paragraphs of one sentence each, with numbers."""
    plain = plain_side(["x"] * len(numbers), "en", ENCODER)
    begins = np.ones(len(numbers) + 1, dtype=bool)
    return replace(
        plain, breaks=replace(plain.breaks, begins=begins, numbers=np.array([*numbers, NONE]))
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
