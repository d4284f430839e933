"""Runs that were embedded last are not embedded again."""

import numpy as np
import pytest

from align.encoders import recent_runs
from align.encoders.recent_runs import RecentRuns

SPANS = np.array([[0, 1], [0, 2], [1, 2], [3, 9]])


class Embedding:
    """Gives each run its ends as a vector, and writes down what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, spans: np.ndarray) -> np.ndarray:
        self.asked += spans.tolist()
        return spans.astype(np.float32)


def test_only_runs_that_were_not_asked_for_last_are_embedded() -> None:
    runs, embed = RecentRuns(), Embedding()
    assert (runs.vectors(SPANS, embed) == SPANS).all()
    mixed = np.array([[3, 9], [2, 9], [0, 1], [0, 1]])
    assert (runs.vectors(mixed, embed) == mixed).all()
    assert embed.asked == [*SPANS.tolist(), [2, 9]]


def test_runs_asked_for_before_the_last_time_are_forgotten() -> None:
    runs, embed = RecentRuns(), Embedding()
    for spans in (SPANS, np.array([[5, 6]]), SPANS):
        assert (runs.vectors(spans, embed) == spans).all()
    assert embed.asked == [*SPANS.tolist(), [5, 6], *SPANS.tolist()]


def test_no_run_has_no_vector_and_is_no_harm() -> None:
    runs, embed = RecentRuns(), Embedding()
    for spans in (SPANS, SPANS[:0], SPANS):
        assert runs.vectors(spans, embed).shape == spans.shape


def test_more_runs_than_memory_is_meant_for_are_not_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recent_runs, "MOST_RUNS", 3)
    runs, embed = RecentRuns(), Embedding()
    for _ in range(2):
        runs.vectors(SPANS, embed)
    assert embed.asked == [*SPANS.tolist(), *SPANS.tolist()]
