"""Runs are gathered into paragraph pairs."""

from dataclasses import replace

import numpy as np
import pytest

from align.documents.grouping import group_by_paragraph
from align.encoders import UseMultilingual
from align.search.clauses.search import Run
from align.search.side import Side, plain_side

ENCODER = UseMultilingual()


def side(*paragraphs: int) -> Side:
    """Paragraphs of so many sentences each."""
    plain = plain_side(["x"] * sum(paragraphs), "en", ENCODER)
    begins = np.zeros(len(plain) + 1, dtype=bool)
    begins[np.cumsum((0, *paragraphs))] = True
    return replace(plain, breaks=replace(plain.breaks, begins=begins))


def run(source: tuple[int, int], target: tuple[int, int]) -> Run:
    return Run(source, target, 1.0)


A, B, C = run((0, 1), (0, 1)), run((1, 2), (1, 2)), run((2, 3), (2, 3))


@pytest.mark.parametrize(
    ("source", "target", "runs", "groups"),
    [
        ((1, 1), (1, 1), [A, B], [[A], [B]]),
        ((2,), (1, 1), [A, B], [[A, B]]),
        ((2, 1), (2, 1), [A, B, C], [[A, B], [C]]),
        # a paragraph of which nothing is linked stands alone, here and inside a larger group
        ((1, 1), (1,), [A, run((1, 2), (1, 1))], [[A], [run((1, 2), (1, 1))]]),
        ((1, 1), (2,), [A, run((1, 2), (1, 1)), run((2, 2), (1, 2))],
         [[A, run((2, 2), (1, 2))], [run((1, 2), (1, 1))]]),
        # unpaired on both sides at one place: two groups
        ((1,), (1,), [run((0, 1), (0, 0)), run((1, 1), (0, 1))],
         [[run((0, 1), (0, 0))], [run((1, 1), (0, 1))]]),
    ],
)  # fmt: skip
def test_a_group_ends_where_both_sides_end_a_paragraph(
    source: tuple[int, ...], target: tuple[int, ...], runs: list[Run], groups: list[list[Run]]
) -> None:
    assert group_by_paragraph(runs, side(*source), side(*target)) == groups
