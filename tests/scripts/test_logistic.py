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


def test_a_bias_makes_as_many_right_as_are_expected(logistic: dict[str, Any]) -> None:
    odds = np.array([-1.0, 0.0, 2.0, 3.0])
    counts = np.array([1.0, 1.0, 2.0, 1.0])
    bias = logistic["train_bias"](odds, np.array([False, True, True, False]), counts)
    assert counts @ (1 / (1 + np.exp(-odds - bias))) == pytest.approx(3)


def test_troubles_are_found_though_a_whole_step_goes_too_far(logistic: dict[str, Any]) -> None:
    chance = np.random.default_rng(3)
    found = np.repeat([logistic["RIGHT"], 0, 1], [5, 5, 490])
    values = chance.normal(size=(500, 2)) + 40 * (np.eye(3)[found + 1][:, 1:])
    counts = np.where(found == 1, 50.0, 1.0)
    biases, weights = logistic["train_troubles"](values, found, 2, counts, 0.01)
    odds = np.column_stack([np.zeros(500), biases + values @ weights])
    assert (odds.argmax(axis=1) == found + 1).all()


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


def drawn(chance: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Items whose troubles, the first or the second, follow from a signal each; and chance."""
    values = chance.normal(size=(count, 2))
    odds = np.exp(np.column_stack([np.zeros(count), -1 + 2 * values[:, 0], -1 + 2 * values[:, 1]]))
    shares = np.cumsum(odds / odds.sum(axis=1, keepdims=True), axis=1)
    return values, (chance.random(count)[:, None] > shares).sum(axis=1) - 1


def test_each_trouble_finds_its_own_signal(logistic: dict[str, Any]) -> None:
    values, found = drawn(np.random.default_rng(3), 6000)
    biases, weights = logistic["train_troubles"](values, found, 2, np.ones(6000), 1.0)
    assert biases == pytest.approx([-1, -1], abs=0.2)
    assert weights == pytest.approx(np.array([[2, 0], [0, 2]]), abs=0.25)


def test_one_trouble_is_the_plain_regression(logistic: dict[str, Any]) -> None:
    chance = np.random.default_rng(4)
    values = chance.normal(size=(300, 2))
    wrong = values[:, 0] + chance.normal(size=300) > 0
    bias, weights = logistic["train"](values, wrong)
    found = np.where(wrong, 0, logistic["RIGHT"])
    biases, one = logistic["train_troubles"](values, found, 1, np.ones(300), 1.0)
    assert biases == pytest.approx([bias])
    assert one[:, 0] == pytest.approx(weights)


def test_items_that_are_wrong_somehow_count_for_the_trouble_they_look_like(
    logistic: dict[str, Any],
) -> None:
    values, found = drawn(np.random.default_rng(5), 6000)
    some = np.where((np.arange(6000) % 2 == 0) & (found >= 0), logistic["WRONG"], found)
    biases, weights = logistic["train_troubles"](values, some, 2, np.ones(6000), 1.0)
    assert biases == pytest.approx([-1, -1], abs=0.25)
    assert weights == pytest.approx(np.array([[2, 0], [0, 2]]), abs=0.35)


def test_a_value_counts_only_as_far_as_the_odds_do_not_say_it(logistic: dict[str, Any]) -> None:
    chance = np.random.default_rng(6)
    odds, value = chance.normal(size=(2, 4000))
    right = chance.random(4000) < 1 / (1 + np.exp(-(odds + 0.5 * value - 1)))
    assert logistic["train_offset"](value, odds, right) == pytest.approx((-1, 0.5), abs=0.1)
    assert logistic["train_offset"](odds, odds, right)[1] == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.9764, ".976"), (1.0, "1.000"), (0.9999, "1.000"), (0.0, ".000"), (-0.0213, "-.021")],
)
def test_figures_are_written_as_in_the_note(
    logistic: dict[str, Any], value: float, written: str
) -> None:
    assert logistic["figure"](value) == written
