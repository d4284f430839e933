"""The chain through both texts, and the band around it."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from align.encoders.workers import Workers
from align.search.band import MARGIN, Band, band_around, find_band

RNG = np.random.default_rng(1)


def texts(count: int) -> np.ndarray:
    """Unit vectors that are all unlike one another."""
    vectors = RNG.normal(size=(count, 64)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def contains(band: Band, pairs: np.ndarray) -> bool:
    rows, columns = pairs.T
    return bool(((band.low[rows] <= columns) & (columns <= band.high[rows])).all())


def test_the_same_text_twice_gives_the_diagonal_and_a_narrow_band() -> None:
    units = texts(300)
    chain, band = find_band(units, units)
    assert (chain[:, 0] == chain[:, 1]).all()
    assert len(chain) == 300
    assert (band.high - band.low).max() <= 2 * MARGIN + 2


def test_a_chapter_missing_at_the_start_the_middle_or_the_end_leaves_the_band_right() -> None:
    units = texts(900)
    for begin, end in ((0, 400), (250, 650), (500, 900)):
        kept = np.delete(np.arange(900), np.arange(begin, end))
        _, band = find_band(units, units[kept])
        assert contains(band, np.column_stack((kept, np.arange(len(kept)))))


def test_unrelated_texts_give_a_band_that_joins_both_ends() -> None:
    _, band = find_band(texts(200), texts(150))
    assert band.low[0] == 0
    assert band.high[-1] == 150


def test_many_units_that_are_all_alike_follow_the_diagonal() -> None:
    alike = np.repeat(texts(1), 500, axis=0)
    _, band = find_band(alike, alike)
    assert contains(band, np.column_stack((np.arange(500), np.arange(500))))


def test_the_number_of_threads_changes_neither_the_chain_nor_the_band() -> None:
    units = texts(700)
    others = np.delete(units, np.arange(100, 200), axis=0)
    chain, band = find_band(units, others)
    for threads in (2, 3):
        again, same = find_band(units, others, Workers(threads))
        assert (again == chain).all()
        assert (same.low == band.low).all() and (same.high == band.high).all()


@settings(deadline=None)
@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59))),
)
def test_a_band_goes_only_forward_and_holds_its_anchors_and_a_path(
    n: int, m: int, points: list[tuple[int, int]]
) -> None:
    anchors: list[tuple[int, int]] = []
    for row, column in sorted(points):
        if (
            row < n
            and column < m
            and (not anchors or (row > anchors[-1][0] and column > anchors[-1][1]))
        ):
            anchors.append((row, column))
    band = band_around(np.array(anchors, dtype=np.int64).reshape(-1, 2), n, m)
    assert band.low[0] == 0
    assert band.high[-1] == m
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()
    # Rows overlap, so that a path leads from each to the next.
    assert (band.low[1:] <= band.high[:-1]).all()
    assert all(band.low[row] <= column <= band.high[row] for row, column in anchors)


def test_a_vast_unsure_stretch_is_narrowed_to_a_strip() -> None:
    band = band_around(np.empty((0, 2), dtype=np.int64), 20_000, 30_000)
    assert int((band.high - band.low).sum()) < 1_000_000
