"""Training of the weights: a conditional random field whose inner paths nobody has labelled.

Gold says which nodes the right path passes; between two of them, for clauses, it may run as it
likes. So the loss is the logarithm of the sum over all paths less that over all right ones, and its
gradient the difference of the features' means under both (Quattoni et al., 2007; the same with
segments: Sarawagi and Cohen, 2004). All documents are one lattice in many pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from align.encoders import Floats
from align.lattice import Lattice, Scores, backward_sums, forward_sums, join
from align.side import Flags

REMEMBERED = 12
"""Steps that tell of the curvature."""

LEAST_DESCENT = 1e-4
"""A step is short enough where the loss falls by this share of what the slope promises."""

SHORTEST_STEP = 1e-6

SMALLEST_DEVIATION = 0.2
"""A feature that hardly varies is not blown up by more than this."""


Objective = Callable[[Scores], tuple[float, Scores]]
"""A loss and its gradient at some weights."""


@dataclass(frozen=True, slots=True)
class Example:
    """A lattice, and which paths through it are right.

    Attributes:
        lattice: the lattice.
        features: shape (e, features).
        right: shape (e,), the edges that right paths are made of: every path made of them only
            is right.
    """

    lattice: Lattice
    features: Floats
    right: Flags


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the weights are found.

    Attributes:
        steps: at most so many steps are made, each over all examples.
        penalty: weight of half the sum of the squared weights (L2), in deviations.
        enough: the search ends where a step lowers the loss by less than this share of it.
    """

    steps: int = 150
    penalty: float = 10.0
    enough: float = 1e-5


def join_examples(examples: Sequence[Example]) -> Example:
    """Make one example of many."""
    return Example(
        join([example.lattice for example in examples]),
        np.concatenate([example.features for example in examples]),
        np.concatenate([example.right for example in examples]),
    )


def train(example: Example, recipe: Recipe) -> tuple[Scores, list[float]]:
    """Find the weights by L-BFGS (Nocedal, 1980).

    Returns:
        The weights, shape (features,), and the loss at the beginning and after each step.
    """
    deviations = np.maximum(example.features.std(axis=0, dtype=np.float64), SMALLEST_DEVIATION)
    scaled = example.features / deviations.astype(np.float32)

    def objective(weights: Scores) -> tuple[float, Scores]:
        loss, gradient = loss_and_gradient(example.lattice, scaled, example.right, weights)
        loss += recipe.penalty / 2 * float(weights @ weights)
        return loss, gradient + recipe.penalty * weights

    weights, losses = minimise(objective, np.zeros(scaled.shape[1]), recipe)
    return weights / deviations, losses


def minimise(objective: Objective, weights: Scores, recipe: Recipe) -> tuple[Scores, list[float]]:
    """Go downhill, by what the last steps tell of the curvature.

    Returns:
        Where it ended, and the loss at the beginning and after each step.
    """
    loss, gradient = objective(weights)
    losses = [loss]
    past: list[tuple[Scores, Scores]] = []
    for _ in range(recipe.steps):
        direction = -_times_inverse_curvature(gradient, past)
        slope = float(direction @ gradient)
        length = 1.0 if past else min(1.0, 1 / float(np.abs(gradient).sum()))
        while True:
            there = weights + length * direction
            new_loss, new_gradient = objective(there)
            if new_loss <= loss + LEAST_DESCENT * length * slope or length < SHORTEST_STEP:
                break
            length /= 2
        if new_loss >= loss:
            break
        step, change = there - weights, new_gradient - gradient
        if float(step @ change) > 0:
            past = [*past[1 - REMEMBERED :], (step, change)]
        gained = loss - new_loss
        weights, loss, gradient = there, new_loss, new_gradient
        losses.append(loss)
        if gained < recipe.enough * loss:
            break
    return weights, losses


def _times_inverse_curvature(gradient: Scores, past: list[tuple[Scores, Scores]]) -> Scores:
    """The two-loop recursion."""
    result = gradient.copy()
    shares = []
    for step, change in reversed(past):
        share = float(step @ result) / float(step @ change)
        result -= share * change
        shares.append(share)
    if past:
        step, change = past[-1]
        result *= float(step @ change) / float(change @ change)
    for (step, change), share in zip(past, reversed(shares), strict=True):
        result += (share - float(change @ result) / float(step @ change)) * step
    return result


def loss_and_gradient(
    lattice: Lattice, features: Floats, right: Flags, weights: Scores
) -> tuple[float, Scores]:
    """Return how improbable the right paths are (negative log-likelihood), and its gradient."""
    scores = (features @ weights.astype(np.float32)).astype(np.float64)
    total, under_all = _sum_and_posteriors(lattice, scores)
    of_right, under_right = _sum_and_posteriors(lattice, np.where(right, scores, -np.inf))
    gradient = (under_all - under_right).astype(np.float32) @ features
    return total - of_right, gradient.astype(np.float64)


def _sum_and_posteriors(lattice: Lattice, scores: Scores) -> tuple[float, Scores]:
    """The logarithm of the sum over all paths, and the probability of each edge."""
    forward = forward_sums(lattice, scores)
    backward = backward_sums(lattice, scores, -forward[lattice.ends])
    on_path = forward[lattice.tail_ids] + scores + backward[lattice.head_ids]
    return float(forward[lattice.ends].sum()), np.exp(np.minimum(on_path, 0.0))
