"""Runs: their scores, and what these were multiplied by."""

from __future__ import annotations

import pytest

from align.doubts import Doubt, Reason
from align.search.clauses.search import Run

RUN = Run((2, 3), (4, 6), 0.8, (Run((5, 6), (7, 8), 0.9), Run((6, 7), (8, 9), 0.5)))


def test_a_run_remembers_what_its_score_and_those_of_its_clauses_were_multiplied_by() -> None:
    doubted = RUN.times(0.5, Reason.PARTIES).times(0.25, Reason.PLACE)
    doubts = (Doubt(Reason.PARTIES, 0.5), Doubt(Reason.PLACE, 0.25))
    assert doubted.score == pytest.approx(0.1)
    assert [part.score for part in doubted.clauses] == pytest.approx([0.1125, 0.0625])
    assert [run.doubts for run in (doubted, *doubted.clauses)] == [doubts] * 3


def test_a_run_that_is_turned_changes_its_sides_only() -> None:
    doubted = RUN.times(0.5, Reason.PARTIES)
    turned = doubted.turned()
    assert (turned.source, turned.target) == (RUN.target, RUN.source)
    assert (turned.score, turned.doubts) == (doubted.score, doubted.doubts)
    assert [part.source for part in turned.clauses] == [(7, 8), (8, 9)]
    assert turned.turned() == doubted
