"""Runs encoded when they are asked for."""

import numpy as np

from align.encoders.asked_runs import AskedRuns, cosines_between
from align.encoders.whole_reading import WholeReading
from tests.align.encoders.letters import Letters

TEXTS = ["ab", "cd", "ef", "gh", "ij"]
BOUNDS = np.array([0, 1, 3, 4, 5])


def test_only_what_is_asked_for_is_encoded_and_only_once() -> None:
    model = Letters()
    reading = WholeReading(TEXTS, model.encode)
    runs = AskedRuns(reading, BOUNDS, 1, 2)
    reading.embed(np.array([[0, 1]]))  # finds the centre
    before = len(model.encoded)
    for _ in range(2):
        runs.vectors(np.array([1, 2]), np.array([1, 2]))
    assert model.encoded[before:] == ["cd ef", "gh ij"]


def test_the_cosines_are_those_of_the_runs() -> None:
    reading = WholeReading(TEXTS, Letters().encode)
    runs = AskedRuns(reading, BOUNDS, 0, 2)
    pairs = np.array([[0, 1], [2, 1], [2, 3], [1, 1]])
    one, other = (reading.embed(np.array(spans)) for spans in ([[0, 3], [1, 3]], [[3, 4], [4, 5]]))
    assert np.allclose(cosines_between(runs, runs, pairs), (one * other).sum(axis=1), atol=1e-6)
