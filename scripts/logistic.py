"""Logistic regression, and figures that tell how good scores are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

RIDGE = 1.0
"""How strongly weights are held near 0, in the units of the standardised signals."""

RIGHT, WRONG = -1, -2
"""What is found of an item that is right, and of one that is wrong in some way."""

STEPS, PRECISION = 100, 1e-5

BINS = 10


def train(
    values: Values,
    right: Flags | Values,
    counts: Values | None = None,
    ridge: float | Values = RIDGE,
) -> tuple[float, Values]:
    """Fit a logistic regression by Newton's method; return its bias and weights.

    Args:
        values: shape (items, signals).
        right: which items are right, or how far each is.
        counts: how much each item counts; all as much where left out.
        ridge: how strongly weights are held near 0, all or each.
    """
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    inputs = np.column_stack([np.ones(len(values)), (values - mean) / spread])
    counted = np.ones(len(values)) if counts is None else counts
    held = np.zeros(inputs.shape[1])
    held[1:] = ridge
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


def train_offset(values: Values, odds: Values, right: Flags) -> tuple[float, float]:
    """Fit a bias and a weight of a value, beside log odds that items have already.

    Args:
        values: shape (items,).
        odds: the log odds that there are.
        right: which items are right.
    """
    inputs = np.column_stack([np.ones(len(values)), values])
    weights = np.zeros(2)
    for _ in range(STEPS):
        expected = 0.5 * (1 + np.tanh((odds + inputs @ weights) / 2))
        curve = (inputs.T * (expected * (1 - expected))) @ inputs + 1e-9 * np.eye(2)
        step = np.linalg.solve(curve, inputs.T @ (expected - right))
        weights -= step
        if np.abs(step).max() < PRECISION:
            break
    return float(weights[0]), float(weights[1])


def train_bias(odds: Values, right: Flags, counts: Values) -> float:
    """Fit what is added to log odds, so that as many items are right as they lead to expect.

    Args:
        odds: the log odds that there are.
        right: which items are right.
        counts: how much each item counts.
    """
    bias = 0.0
    for _ in range(STEPS):
        expected = 0.5 * (1 + np.tanh((odds + bias) / 2))
        step = float(counts @ (expected - right)) / float(counts @ (expected * (1 - expected)))
        bias -= step
        if abs(step) < PRECISION:
            break
    return bias


def train_troubles(
    values: Values, found: npt.NDArray[np.int64], troubles: int, counts: Values, ridge: float
) -> tuple[Values, Values]:
    """Fit a multinomial logistic regression; return its biases and weights against right.

    Of some items only that they are wrong is known: what is maximised is the probability of just
    that, by the gradient form of the EM algorithm (Lange, 1995), which is Newton's method where all
    is known.

    Args:
        values: shape (items, signals).
        found: of each item, its trouble from 0 on, `RIGHT` or `WRONG`.
        troubles: how many there are.
        counts: how much each item counts.
        ridge: how strongly weights are held near 0, in the units of the standardised signals.

    Returns:
        Shapes (troubles,) and (signals, troubles).
    """
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    inputs = np.column_stack([np.ones(len(values)), (values - mean) / spread])
    size = inputs.shape[1]
    held = np.tile(np.r_[0.0, np.full(size - 1, ridge)], troubles)
    known = np.eye(troubles)[np.maximum(found, 0)] * (found >= 0)[:, None]
    wrong = found == WRONG
    weights = np.zeros((troubles, size))

    def cost(weights: Values) -> float:
        """How improbable the findings are, with what holds the weights near 0."""
        odds = inputs @ weights.T
        whole = np.logaddexp(0, np.logaddexp.reduce(odds, axis=1))
        told = (odds * known).sum(axis=1)
        told[wrong] = np.logaddexp.reduce(odds[wrong], axis=1)
        near = held @ weights.ravel() ** 2
        return float(counts @ (whole - told) + near / 2)

    reached = cost(weights)
    for _ in range(STEPS):
        odds = inputs @ weights.T
        whole = np.logaddexp(0, np.logaddexp.reduce(odds, axis=1))
        expected = np.exp(odds - whole[:, None])
        known[wrong] = expected[wrong] / expected[wrong].sum(axis=1, keepdims=True)
        slope = ((counts[:, None] * (expected - known)).T @ inputs).ravel()
        curve = np.diag(held)
        for one in range(troubles):
            for other in range(one, troubles):
                factor = counts * expected[:, one] * ((one == other) - expected[:, other])
                block = (inputs.T * factor) @ inputs
                rows, columns = (slice(at * size, (at + 1) * size) for at in (one, other))
                curve[rows, columns] += block
                if one != other:
                    curve[columns, rows] += block.T
        step = np.linalg.solve(curve, slope + held * weights.ravel()).reshape(weights.shape)
        while (now := cost(weights - step)) > reached and np.abs(step).max() > PRECISION:
            step /= 2  # a whole step may go too far
        weights -= step
        reached = now
        if np.abs(step).max() < PRECISION:
            break
    plain = weights[:, 1:] / spread
    return weights[:, 0] - plain @ mean, plain.T


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


def figure(value: float) -> str:
    """Write a figure as `docs/benchmarks.md` does: .976, 1.000, -.021."""
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.3f}"


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
