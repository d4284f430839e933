"""Convolutions with few multiplications against the plain sums."""

import numpy as np
import pytest

from align.encoders.short_convolution import ShortConvolution


@pytest.mark.parametrize(("width", "left"), [(1, 0), (2, 0), (3, 1), (5, 2)])
@pytest.mark.parametrize(("length", "texts"), [(1, 1), (4, 3), (7, 2), (40, 5)])
def test_it_gives_the_plain_convolution_of_each_text(
    width: int, left: int, length: int, texts: int
) -> None:
    chance = np.random.default_rng(0)
    weights = chance.standard_normal((width, 16, 8)).astype(np.float32)
    convolution = ShortConvolution(weights, left)
    inputs = np.zeros((convolution.rows(length), texts, 16), dtype=np.float32)
    inputs[left : left + length] = chance.standard_normal((length, texts, 16))
    plain = sum(
        inputs[place : place + length].astype(np.float64) @ weights[place] for place in range(width)
    )
    found = convolution.apply(inputs, length)
    assert found.shape == (length, texts, 8)
    assert np.allclose(found, plain, atol=1e-4)
