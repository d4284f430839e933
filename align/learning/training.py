"""Training of the weights: a conditional random field whose inner paths nobody has labelled.

Gold says which nodes the right path passes; between two of them, for clauses, it may run as it
likes. So the loss is the logarithm of the sum over all paths less that over all right ones, and its
gradient the difference of the features' means under both (Quattoni et al., 2007; the same with
segments: Sarawagi and Cohen, 2004). All documents are one lattice in many pieces.

It needs SciPy, which nothing else does: `pip install 'duiqi[dev]'`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from align.encoders import Floats
from align.search.lattice import (
    Lattice,
    Scores,
    forward_sums,
    join,
    posteriors,
    posteriors_from,
    with_edges,
)
from align.search.side import Flags

REMEMBERED = 12
"""Steps that tell of the curvature."""

ROUGHLY = 1e-3
"""The share of the loss that a step has to lower it by, while all edges are looked at."""

NO_CHANCE = 1e-8
"""The posterior with rough weights up to which an edge is left out."""

SMALLEST_DEVIATION = 0.2
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
        penalty: weight of half the sum of the squared weights (L2), in deviations.
        steps: at most so many steps are made, first with all edges, and then with possible ones.
        enough: the search ends where a step lowers the loss by less than this share of it.
    """

    penalty: float
    steps: int = 150
    enough: float = 1e-6


def join_examples(examples: Sequence[Example]) -> Example:
    """Make one example of many."""
    return Example(
        join([example.lattice for example in examples]),
        np.concatenate([example.features for example in examples]),
        np.concatenate([example.right for example in examples]),
    )


def train(example: Example, recipe: Recipe) -> tuple[Scores, list[float]]:
    """Find the weights by L-BFGS (Nocedal, 1980), beginning at zero.

    Many edges of a lattice soon have no chance. So weights are found roughly first, and then
    closely with the edges that are left, which is much faster.

    Returns:
        The weights, shape (features,), and the loss at the beginning and after each step.
    """
    deviations = np.maximum(example.features.std(axis=0, dtype=np.float64), SMALLEST_DEVIATION)
    scaled = example.features / deviations.astype(np.float32)
    every = Example(example.lattice, scaled, example.right)
    rough, losses = _descend(every, np.zeros(scaled.shape[1]), recipe, ROUGHLY)
    weights, more = _descend(_possible(every, rough), rough, recipe, recipe.enough)
    return weights / deviations, losses + more[1:]


def _descend(
    example: Example, begin: Scores, recipe: Recipe, enough: float
) -> tuple[Scores, list[float]]:
    """Go downhill from some weights until a step lowers the loss by less than a share of it."""
    loss_at = Loss(example)

    def objective(weights: Scores) -> tuple[float, Scores]:
        loss, gradient = loss_at(weights)
        loss += recipe.penalty / 2 * float(weights @ weights)
        return loss, gradient + recipe.penalty * weights

    losses = [objective(begin)[0]]
    found = minimize(
        objective, begin, jac=True, method="L-BFGS-B",
        callback=lambda intermediate_result: losses.append(float(intermediate_result.fun)),
        options={"maxiter": recipe.steps, "ftol": enough, "gtol": 0, "maxcor": REMEMBERED},
    )  # fmt: skip
    return found.x, losses


def _possible(example: Example, weights: Scores) -> Example:
    """Leave out the edges that have no chance with some weights, unless they are right."""
    scores = (example.features @ weights.astype(np.float32)).astype(np.float64)
    kept = (posteriors(example.lattice, scores) > NO_CHANCE) | example.right
    return Example(with_edges(example.lattice, kept), example.features[kept], example.right[kept])


class Loss:
    """How improbable the right paths are (negative log-likelihood), and its gradient."""

    def __init__(self, example: Example) -> None:
        """Set the right edges apart: they are few."""
        self._all = example.lattice, example.features
        right = example.right
        self._right = with_edges(example.lattice, right), example.features[right]

    def __call__(self, weights: Scores) -> tuple[float, Scores]:
        """Return both at some weights."""
        total, under_all = _sum_and_means(*self._all, weights)
        of_right, under_right = _sum_and_means(*self._right, weights)
        return total - of_right, under_all - under_right


def _sum_and_means(lattice: Lattice, features: Floats, weights: Scores) -> tuple[float, Scores]:
    """The logarithm of the sum over all paths, and the features' sums to be expected on them."""
    scores = (features @ weights.astype(np.float32)).astype(np.float64)
    forward = forward_sums(lattice, scores)
    posterior = posteriors_from(lattice, scores, forward)
    expected = posterior.astype(np.float32) @ features
    return float(forward[lattice.ends].sum()), expected.astype(np.float64)
