"""Runs are gathered into paragraph pairs."""

from dataclasses import replace

import numpy as np
import pytest

from align.documents.grouping import extent, group_by_paragraph, is_whole, pieces
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


def test_a_paragraph_without_partner_amid_a_group_is_none_of_its_sentences() -> None:
    group = [A, run((1, 2), (3, 4)), run((2, 3), (4, 4))]
    assert pieces(group, 0) == [range(3)]
    assert pieces(group, 1) == [range(1), range(3, 4)]
    assert extent(group) == (range(3), range(4))
    assert not is_whole(group)


def test_where_a_sentence_without_partner_would_stand_is_no_sentence_of_a_group() -> None:
    group = [A, run((1, 2), (3, 3))]
    assert extent(group) == (range(2), range(1))
    assert is_whole(group)


def test_a_group_with_one_side_stands_at_a_place_of_the_other() -> None:
    assert extent([run((1, 2), (3, 3)), run((2, 3), (3, 3))]) == (range(1, 3), range(3, 3))
