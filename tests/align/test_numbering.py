"""How far paragraph numbers are trusted."""

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.numbering import number_weights
from align.side import UNNUMBERED, Side, text_lengths

ENCODER = UseMultilingual()


def numbered(codes: list[int]) -> Side:
    texts = ["x"] * len(codes)
    return Side(
        ENCODER.read(texts),
        text_lengths(texts),
        *np.ones((3, len(codes) + 1), dtype=bool),
        np.array([*codes, UNNUMBERED]),
        np.zeros(len(codes) + 1, dtype=bool),
        np.full(len(codes) + 1, -1),
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
