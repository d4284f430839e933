"""How far paragraph numbers are trusted."""

import numpy as np
import pytest

from align.search.numbering import number_weights
from align.search.side import UNNUMBERED, Breaks


def numbered(codes: list[int]) -> Breaks:
    size = len(codes) + 1
    begins, apart, repeats = np.ones((3, size), dtype=bool)
    headings = np.zeros(size, dtype=bool)
    return Breaks(
        begins, apart, repeats, np.array([*codes, UNNUMBERED]), headings, *np.full((2, size), -1)
    )


DIAGONAL = np.column_stack((np.arange(20), np.arange(20)))


def test_numbers_that_always_agree_weigh_much() -> None:
    same, other = number_weights(DIAGONAL, numbered(list(range(20))), numbered(list(range(20))))
    assert same > 2.5
    assert other < -2.5


def test_numbers_that_were_all_shifted_weigh_little() -> None:
    same, other = number_weights(DIAGONAL, numbered(list(range(20))), numbered(list(range(1, 21))))
    assert same < 1
    assert other > -0.5


def test_one_paragraph_with_another_number_leaves_the_rest_trusted() -> None:
    codes = list(range(20))
    codes[7] = 99
    same, other = number_weights(DIAGONAL, numbered(list(range(20))), numbered(codes))
    assert same > 2.5
    assert other < -1.5


def test_without_any_number_what_is_believed_beforehand_holds() -> None:
    nothing = numbered([UNNUMBERED] * 20)
    same, other = number_weights(DIAGONAL, nothing, nothing)
    assert same == pytest.approx(np.log(0.8 / 0.5))
    assert other == pytest.approx(np.log(0.2 / 0.5))
