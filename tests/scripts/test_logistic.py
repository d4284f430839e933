"""The figures that tell how good scores are, on cases that can be reckoned by hand."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import numpy as np
import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "logistic.py"


@pytest.fixture(scope="module")
def logistic() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [([3, 4], [1, 2], 1), ([1, 2], [3, 4], 0), ([1, 1], [1], 0.5), ([1, 3], [2], 0.5)],
)
def test_the_area_is_the_chance_to_lie_above(
    logistic: dict[str, Any], right: list[float], wrong: list[float], expected: float
) -> None:
    assert logistic["area"](np.array(right), np.array(wrong)) == expected


def test_a_model_finds_the_signal_and_leaves_the_noise(logistic: dict[str, Any]) -> None:
    chance = np.random.default_rng(1)
    values = chance.normal(size=(2000, 2))
    right = chance.random(2000) < 1 / (1 + np.exp(1 - 2 * values[:, 0]))
    bias, weights = logistic["train"](values, right)
    assert bias == pytest.approx(-1, abs=0.2)
    assert weights == pytest.approx([2, 0], abs=0.25)


def test_items_that_count_twice_are_as_good_as_two(logistic: dict[str, Any]) -> None:
    chance = np.random.default_rng(2)
    values = chance.normal(size=(50, 1))
    right = values[:, 0] + chance.normal(size=50) > 0
    _, twice = logistic["train"](values, right, np.full(50, 2.0))
    _, doubled = logistic["train"](np.tile(values, (2, 1)), np.tile(right, 2))
    assert twice == pytest.approx(doubled)


def test_calibration_is_the_mean_distance_from_what_is_right(logistic: dict[str, Any]) -> None:
    scores = np.array([0.05, 0.05, 0.95, 0.95])
    right = np.array([False, False, True, False])
    assert logistic["calibration_error"](scores, right) == pytest.approx((0.05 + 0.45) / 2)


@pytest.mark.parametrize(
    ("told", "wrong", "expected"),
    [([1, 1, 0, 0], [1, 1, 0, 0], 1), ([1, 0, 1, 0], [1, 1, 0, 0], 0), ([0, 0], [1, 0], 0)],
)
def test_matthews_correlation(
    logistic: dict[str, Any], told: list[int], wrong: list[int], expected: float
) -> None:
    found = logistic["matthews"](np.array(told, bool), np.array(wrong, bool))
    assert found == pytest.approx(expected)
