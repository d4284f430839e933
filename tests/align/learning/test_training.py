"""Training on lattices small enough to differentiate by hand."""

import numpy as np
import pytest

from align.learning import training
from align.learning.training import Example, Loss, Recipe, join_examples, train
from align.search.lattice import build_lattice, posteriors

TYPES = np.array([(1, 0), (0, 1), (1, 1), (1, 2), (2, 1)])


def example(seed: int) -> Example:
    lattice = build_lattice(np.zeros(4, dtype=np.int64), np.full(4, 3), TYPES)
    features = np.random.default_rng(seed).normal(size=(len(lattice.tails), 4))
    diagonal = (lattice.heads[:, 0] == lattice.heads[:, 1]) & (
        lattice.tails[:, 0] == lattice.tails[:, 1]
    )
    return Example(lattice, features.astype(np.float32), diagonal)


def test_the_gradient_is_that_of_the_loss() -> None:
    one = example(1)
    weights = np.array([0.3, -0.2, 0.1, 0.5])
    loss_at = Loss(one)
    loss, gradient = loss_at(weights)
    for place in range(4):
        step = np.zeros(4)
        step[place] = 1e-3
        beyond, before = loss_at(weights + step)[0], loss_at(weights - step)[0]
        assert (beyond - before) / 2e-3 == pytest.approx(gradient[place], abs=1e-2)
    assert loss > 0


def test_training_makes_right_paths_probable_and_is_the_same_every_time() -> None:
    joined = join_examples([example(1), example(2)])
    weights, losses = train(joined, Recipe(penalty=0.1))
    again, _ = train(joined, Recipe(penalty=0.1))
    assert weights.tobytes() == again.tobytes()
    assert losses[-1] < losses[0]
    before = posteriors(joined.lattice, np.zeros(len(joined.right)))[joined.right].mean()
    after = posteriors(joined.lattice, joined.features @ weights)[joined.right].mean()
    assert after > before


def test_edges_without_a_chance_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    one = example(1)
    telling = one.features + np.float32(3) * one.right[:, None]
    clear = Example(one.lattice, telling.astype(np.float32), one.right)
    recipe = Recipe(penalty=0.1, enough=1e-9)
    monkeypatch.setattr(training, "NO_CHANCE", 0.0)
    with_all, losses = train(clear, recipe)
    monkeypatch.setattr(training, "NO_CHANCE", 1e-5)
    without, fewer_losses = train(clear, recipe)
    assert losses[0] == fewer_losses[0]  # the first look is at all edges
    assert without.tobytes() != with_all.tobytes()
    assert without == pytest.approx(with_all, rel=0.005)


def test_joined_examples_have_the_sum_of_the_losses() -> None:
    weights = np.array([0.3, -0.2, 0.1, 0.5])
    parts = [example(1), example(2)]
    losses = [Loss(part)(weights)[0] for part in parts]
    whole = Loss(join_examples(parts))(weights)[0]
    assert whole == pytest.approx(sum(losses), rel=1e-5)
