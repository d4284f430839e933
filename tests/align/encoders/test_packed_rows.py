"""Rows of numbers as small integers."""

import numpy as np
import pytest

from align.encoders.packed_rows import PackedRows, TightRows


@pytest.mark.parametrize(("kind", "largest"), [(PackedRows, 32767), (TightRows, 2047)])
def test_numbers_come_back_to_within_half_a_step_of_their_row(
    kind: type[PackedRows | TightRows], largest: int
) -> None:
    values = np.random.default_rng(0).standard_normal((5, 40)).astype(np.float32)
    values *= np.array([[1e-6], [1], [1e6], [0], [-1]], dtype=np.float32)
    packed = kind.empty(6, 40)
    packed.put(np.array([4, 3, 2, 1, 0]), values)
    error = np.abs(packed.unpack(slice(0, 5))[::-1] - values).max(axis=1)
    assert (error <= np.abs(values).max(axis=1) / largest * 0.501).all()
