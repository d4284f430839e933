"""The forward-backward algorithm, against all alignments added up one by one."""

from itertools import product

import numpy as np
import pytest
from numpy.testing import assert_allclose

from align.terms.words import jumps as jumps_module
from align.terms.words.hmm import expect
from align.terms.words.jumps import FARTHEST, Jumps

NOTHING = 0.3


def one_by_one(
    emissions: np.ndarray, nothing: np.ndarray, jumps: Jumps
) -> tuple[np.ndarray, np.ndarray]:
    """Return the probability of each link and how often each jump is expected."""
    observed, states = emissions.shape
    numbers = np.arange(states)
    going = jumps.each[np.clip(numbers - numbers[:, None], -FARTHEST, FARTHEST) + FARTHEST]
    going /= going.sum(axis=1, keepdims=True)
    first = jumps.each[FARTHEST + 1 + numbers]
    first /= first.sum()
    links, made, total = np.zeros(emissions.shape), np.zeros(2 * FARTHEST + 1), 0.0
    for way in product(range(states), (False, True), repeat=observed):
        places, blanks = way[::2], way[1::2]
        probability, steps = 1.0, []
        for at, (place, blank) in enumerate(zip(places, blanks, strict=True)):
            word = NOTHING * nothing[at] if blank else (1 - NOTHING) * emissions[at, place]
            if not at:
                probability *= first[place] * word
            elif blank:
                probability *= (place == places[at - 1]) * word
            else:
                probability *= going[places[at - 1], place] * word
                steps.append(place - places[at - 1])
        total += probability
        for at, (place, blank) in enumerate(zip(places, blanks, strict=True)):
            links[at, place] += 0 if blank else probability
        for step in steps:
            made[step + FARTHEST] += probability
    return links / total, made / total


@pytest.mark.parametrize("seed", range(3))
def test_pairs_of_different_lengths_at_once(seed: int) -> None:
    random = np.random.default_rng(seed)
    observed, states = np.array([3, 1, 2]), np.array([2, 3, 1])
    emissions = np.zeros((3, 3, 3), dtype=np.float32)
    nothing = np.zeros((3, 3), dtype=np.float32)
    jumps = Jumps.at_first(NOTHING)
    links, made = np.zeros((3, 3, 3)), np.zeros(2 * FARTHEST + 1)
    for pair, (length, width) in enumerate(zip(observed, states, strict=True)):
        emissions[:length, :width, pair] = random.random((length, width))
        nothing[:length, pair] = random.random(length)
        links[:length, :width, pair], counts = one_by_one(
            emissions[:length, :width, pair], nothing[:length, pair], jumps
        )
        made += counts
    found = expect(emissions, nothing, observed, states, jumps)
    assert_allclose(found.links, links, atol=1e-5)
    assert_allclose(found.jumps, made, atol=1e-5)


def test_many_places_are_jumped_among_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(0)
    emissions = random.random((20, 40, 2)).astype(np.float32)
    nothing = random.random((20, 2)).astype(np.float32)
    observed, states = np.array([20, 15]), np.array([40, 31])
    emissions[:, 31:, 1] = emissions[15:, :, 1] = nothing[15:, 1] = 0
    jumps = Jumps(random.dirichlet(np.ones(2 * FARTHEST + 1)), NOTHING)
    few = expect(emissions, nothing, observed, states, jumps)
    monkeypatch.setattr(jumps_module, "FEW_PLACES", 10)
    many = expect(emissions, nothing, observed, states, jumps)
    assert_allclose(many.links, few.links, atol=1e-5)
    assert_allclose(many.jumps, few.jumps, rtol=1e-4)


def test_jumps_are_learnt_in_part() -> None:
    counts = np.zeros(2 * FARTHEST + 1)
    before = Jumps.at_first(NOTHING)
    assert before.learnt(counts) is before
    counts[FARTHEST - 2] = 7
    after = before.learnt(counts)
    assert after.weights.argmax() == FARTHEST - 2
    assert after.weights.sum() == pytest.approx(1)
    assert (after.weights > 0).all()
