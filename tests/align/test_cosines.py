"""Cosines of runs, in blocks."""

import numpy as np
import pytest

from align import cosines
from align.cosines import Runs, paired_cosines
from align.encoders import UseMultilingual

TEXTS = ["人人生而自由。", "第二条", "Article 2", "All human beings are born free.", "x"]


@pytest.mark.parametrize("block", [1, 3, 65536])
@pytest.mark.parametrize("largest", [4, 8_000_000])
def test_cosines_are_those_of_the_runs_themselves_whatever_the_blocks(
    block: int, largest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cosines, "BLOCK", block)
    monkeypatch.setattr(cosines, "LARGEST_PRODUCT", largest)
    reading = UseMultilingual().read(TEXTS)
    rng = np.random.default_rng(0)
    starts = rng.integers(0, 4, size=(2, 40))
    ends = starts + rng.integers(1, 3, size=(2, 40))
    ends = np.minimum(ends, 5)
    rows, columns = (Runs(reading, starts[side], ends[side]) for side in (0, 1))
    found = paired_cosines(
        rows, rows.find(starts[0], ends[0]), columns, columns.find(starts[1], ends[1])
    )
    expected = [
        float(reading.embed(np.array([[a, b]]))[0] @ reading.embed(np.array([[c, d]]))[0])
        for a, b, c, d in zip(starts[0], ends[0], starts[1], ends[1], strict=True)
    ]
    assert np.allclose(found, expected, atol=1e-5)
