"""Logistic regression, and figures that tell how good scores are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

RIDGE = 1.0
"""How strongly weights are held near 0, in the units of the standardised signals."""

BINS = 10


def train(
    values: Values, right: Flags, counts: Values | None = None, ridge: float = RIDGE
) -> tuple[float, Values]:
    """Fit a logistic regression by Newton's method; return its bias and weights.

    Args:
        values: shape (items, signals).
        right: which items are right.
        counts: how much each item counts; all as much where left out.
        ridge: how strongly weights are held near 0.
    """
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    inputs = np.column_stack([np.ones(len(values)), (values - mean) / spread])
    counted = np.ones(len(values)) if counts is None else counts
    held = np.full(inputs.shape[1], ridge)
    held[0] = 0
    weights = np.zeros(inputs.shape[1])
    for _ in range(50):
        expected = 0.5 * (1 + np.tanh(inputs @ weights / 2))
        slope = inputs.T @ (counted * (expected - right)) + held * weights
        curve = (inputs.T * (counted * expected * (1 - expected))) @ inputs + np.diag(held)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    plain = weights[1:] / spread
    return float(weights[0] - plain @ mean), plain


def area(right: Values, wrong: Values) -> float:
    """Return the area under the curve: the chance that a right one has the higher score.

    Equal scores count half.
    """
    order = np.sort(right)
    above = len(order) - np.searchsorted(order, wrong, side="right")
    equal = len(order) - above - np.searchsorted(order, wrong, side="left")
    return float((above + equal / 2).mean() / len(order))


def calibration_error(scores: Values, right: Flags) -> float:
    """Return the expected calibration error over ten bins."""
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    return float(
        sum(
            abs(scores[bins == at].mean() - right[bins == at].mean()) * (bins == at).mean()
            for at in range(BINS)
            if (bins == at).any()
        )
    )


def matthews(told: Flags, wrong: Flags) -> float:
    """Return Matthews' correlation of what is told to be wrong with what is."""
    table = np.histogram2d(told.astype(int), wrong.astype(int), bins=2, range=((0, 1), (0, 1)))[0]
    (right, missed), (false, hit) = table
    below = np.sqrt((hit + false) * (hit + missed) * (right + false) * (right + missed))
    return float((hit * right - false * missed) / below) if below else 0.0


def best_threshold(scores: Values, wrong: Flags) -> float:
    """Return the score below which calling wrong gives the highest correlation of Matthews."""
    thresholds = np.quantile(scores, np.linspace(0.01, 0.6, 60)).tolist()
    return float(max(thresholds, key=lambda at: matthews(scores < at, wrong)))
