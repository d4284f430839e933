"""Which pairs stand in another order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.order import in_another_order


@pytest.mark.parametrize(
    ("paragraphs", "moved"),
    [
        ([], []),
        ([0, 1, 2], []),
        ([0, 2, 1, 3], [1]),
        ([3, 4, 0, 1, 2], [0, 1]),  # the shorter section is what was moved
        ([0, 4, 1, 2, 3], [1]),
        ([1, 2, 3, 0], [3]),
        ([0, None, 2, 1, None, 3], [2]),  # what has no target was not moved
        ([0, 3, 1, 2, 6, 4, 5], [1, 4]),
    ],
)
def test_as_few_as_can_be_stand_in_another_order(
    paragraphs: list[int | None], moved: list[int]
) -> None:
    told = in_another_order([None if at is None else (at, 0) for at in paragraphs])
    assert [index for index, is_moved in enumerate(told) if is_moved] == moved


def test_beads_of_one_paragraph_are_told_apart_by_their_characters() -> None:
    assert in_another_order([(0, 9), (0, 0), (0, 20)]).count(True) == 1


@given(st.permutations(range(12)))
def test_what_is_left_stands_in_one_order(paragraphs: list[int]) -> None:
    told = in_another_order([(at, 0) for at in paragraphs])
    kept = [at for at, is_moved in zip(paragraphs, told, strict=True) if not is_moved]
    assert kept == sorted(kept)
    assert kept
