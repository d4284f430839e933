"""Cosines of runs near a band."""

import numpy as np
import pytest

from align import cosines
from align.cosines import Cosines
from align.encoders import UseMultilingual

TEXTS = ["人人生而自由。", "第二条", "Article 2", "All human beings are born free.", "x"]
READING = UseMultilingual().read(TEXTS)
BOUNDS = np.array([0, 1, 3, 4, 5])
"""Four units: the second one is made of two texts."""


def table(low: list[int], high: list[int], first_row: int = 0) -> Cosines:
    return Cosines(
        (READING, READING), (BOUNDS, BOUNDS), (np.array(low), np.array(high)), first_row, 2
    )


@pytest.mark.parametrize("rows", [1, 2, 64])
def test_cosines_are_those_of_the_runs_themselves_whatever_the_blocks(
    rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cosines, "ROWS", rows)
    found = table([0] * 5, [4] * 5)
    for top, bottom, left, right in [(0, 1, 0, 1), (0, 2, 1, 3), (3, 4, 2, 4), (1, 3, 3, 4)]:
        one, other = (
            READING.embed(np.array([[BOUNDS[first], BOUNDS[end]]]))[0]
            for first, end in ((top, bottom), (left, right))
        )
        places = (np.array([place]) for place in (top, bottom, left, right))
        assert np.allclose(found.between(*places), one @ other, atol=1e-5)


@pytest.mark.parametrize(
    "bead",
    [
        (0, 0, 0, 1),  # empty
        (1, 2, 1, 1),
        (0, 3, 0, 1),  # too long
        (3, 5, 0, 1),  # outside the text
        (0, 1, 4, 5),
        (-1, 0, 0, 1),
    ],
)
def test_where_there_is_no_cosine_the_answer_is_not_a_number(
    bead: tuple[int, int, int, int],
) -> None:
    assert np.isnan(table([0] * 5, [4] * 5).between(*(np.array([place]) for place in bead))).all()


def test_the_neighbours_of_a_bead_in_a_narrow_band_are_known() -> None:
    narrow = table([2, 2], [2, 3], first_row=2)
    for bead in [(1, 2, 2, 3), (3, 4, 2, 3), (2, 3, 1, 2), (2, 3, 3, 4)]:
        assert np.isfinite(narrow.between(*(np.array([place]) for place in bead))).all()
