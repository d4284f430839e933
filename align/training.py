"""Training of the weights: a conditional random field whose inner paths nobody has labelled.

Gold says which nodes the right path passes; between two of them, for clauses, it may run as it
likes. So the loss is the logarithm of the sum over all paths less that over all right ones, and its
gradient the difference of the features' means under both (Quattoni et al., 2007; the same with
segments: Sarawagi and Cohen, 2004). All documents are one lattice in many pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.encoders import Floats
from align.lattice import Lattice, Scores, backward_sums, forward_sums, join, with_edges
from align.side import Flags

SMALLEST_DEVIATION = 0.02
"""A feature that hardly varies is not blown up by more than this."""


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
        epochs: steps, each over all examples.
        rate: length of the first step, in deviations; it falls to 0 in a straight line.
        penalty: weight of half the sum of the squared weights (L2).
    """

    epochs: int = 60
    rate: float = 0.1
    penalty: float = 10.0


def join_examples(examples: Sequence[Example]) -> Example:
    """Make one example of many."""
    return Example(
        join([example.lattice for example in examples]),
        np.concatenate([example.features for example in examples]),
        np.concatenate([example.right for example in examples]),
    )


def without_improbable_edges(example: Example, weights: Scores, least: float) -> Example:
    """Leave out the edges that weights find less probable than `least`, unless they are right."""
    scores = example.features @ weights
    kept = (_sum_and_posteriors(example.lattice, scores)[1] > least) | example.right
    return Example(with_edges(example.lattice, kept), example.features[kept], example.right[kept])


def train(example: Example, recipe: Recipe) -> tuple[Scores, list[float]]:
    """Find the weights by Adam (Kingma and Ba, 2015).

    Returns:
        The weights, shape (features,), and the loss before each step.
    """
    deviations = np.maximum(example.features.std(axis=0, dtype=np.float64), SMALLEST_DEVIATION)
    scaled = example.features / deviations.astype(np.float32)
    weights, mean, square = np.zeros((3, scaled.shape[1]))
    losses = []
    for step in range(recipe.epochs):
        loss, gradient = loss_and_gradient(example.lattice, scaled, example.right, weights)
        losses.append(loss + recipe.penalty / 2 * float(weights @ weights))
        gradient += recipe.penalty * weights
        mean += 0.1 * (gradient - mean)
        square += 0.001 * (gradient**2 - square)
        unbiased_mean = mean / (1 - 0.9 ** (step + 1))
        unbiased_square = square / (1 - 0.999 ** (step + 1))
        rate = recipe.rate * (1 - step / recipe.epochs)
        weights -= rate * unbiased_mean / (np.sqrt(unbiased_square) + 1e-8)
    return weights / deviations, losses


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
