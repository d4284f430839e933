"""Rows of numbers in 16 bits."""

import numpy as np

from align.encoders.summed_reading import PackedRows


def test_rows_are_packed_to_a_part_in_thirty_thousand_of_their_largest_number() -> None:
    values = np.random.default_rng(0).standard_normal((5, 40)).astype(np.float32)
    values *= np.array([[1e-6], [1], [1e6], [0], [1]], dtype=np.float32)
    packed = PackedRows.empty(6, 40)
    packed.put(np.array([4, 3, 2, 1, 0]), values)
    error = np.abs(packed.unpack(slice(0, 5))[::-1] - values).max(axis=1)
    assert (error <= np.abs(values).max(axis=1) / 32767).all()
