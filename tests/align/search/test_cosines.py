"""Cosines of runs near a band."""

import numpy as np
import pytest

from align.encoders import UseMultilingual
from align.encoders.whole_reading import WholeReading
from align.search import cosines
from align.search.cosines import Cosines
from tests.align.encoders.letters import Letters

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


def test_cosines_of_an_encoder_that_does_not_add_up_are_those_of_whole_runs() -> None:
    model = Letters()
    reading = WholeReading(TEXTS, model.encode)
    found = Cosines(
        (reading, reading), (BOUNDS, BOUNDS), (np.zeros(5, dtype=int), np.full(5, 4)), 0, 2
    )
    places = tuple(np.array(values) for values in ([0, 1, 1], [1, 3, 1], [2, 1, 1], [4, 2, 2]))
    one, other = (
        reading.embed(np.array([[0, 1], [1, 4]])),
        reading.embed(np.array([[3, 5], [1, 3]])),
    )
    assert np.allclose(found.between(*places)[:2], (one * other).sum(axis=1), atol=1e-6)
    assert np.isnan(found.between(*places)[2])
    assert set(model.encoded) - set(TEXTS) == {
        "第二条 Article 2",
        "第二条 Article 2 All human beings are born free.",
        "All human beings are born free. x",
    }


def test_for_a_rough_look_only_single_units_are_encoded_and_runs_lie_between_them() -> None:
    model = Letters()
    reading = WholeReading(TEXTS, model.encode)
    found = Cosines(
        (reading, reading),
        (BOUNDS, BOUNDS),
        (np.zeros(5, dtype=int), np.full(5, 4)),
        0,
        3,
        rough=True,
    )
    units = reading.embed(np.stack((BOUNDS[:-1], BOUNDS[1:]), axis=1))
    for top, bottom, left, right in [(0, 1, 1, 2), (0, 3, 2, 4), (3, 4, 1, 4)]:
        one, other = units[top:bottom].sum(axis=0), units[left:right].sum(axis=0)
        cosine = one @ other / np.linalg.norm(one) / np.linalg.norm(other)
        places = (np.array([place]) for place in (top, bottom, left, right))
        assert found.between(*places)[0] == pytest.approx(cosine, abs=1e-5)
    assert set(model.encoded) == {*TEXTS, "第二条 Article 2"}


def test_for_a_rough_look_runs_that_add_up_are_embedded_up_to_three_units() -> None:
    reading = UseMultilingual().read([f"{text} {number}" for number in (1, 2) for text in TEXTS])
    every = np.arange(11)
    found = Cosines(
        (reading, reading), (every, every), (np.zeros(11, dtype=int), np.full(11, 10)), 0, 7,
        rough=True,
    )  # fmt: skip
    cases = [((0, 3), (2, 3), 1e-5), ((4, 6), (7, 10), 1e-5), ((0, 4), (5, 9), 0.1)]
    cases += [((1, 8), (3, 10), 0.1), ((3, 9), (0, 1), 0.1)]
    for one, other, tolerance in cases:
        right = np.vecdot(*reading.embed(np.array([one, other])))
        places = (np.array([place]) for place in (*one, *other))
        assert found.between(*places)[0] == pytest.approx(right, abs=tolerance)
    assert np.isnan(found.between(*(np.array([place]) for place in (4, 11, 0, 1))))
