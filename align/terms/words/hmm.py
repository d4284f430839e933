"""The hidden Markov model of word alignment (Vogel et al., 1996), for many pairs at once.

One side's words are the states, the other side's words are observed one after the other. The next
observed word is translated from a state whose distance from the last one has a probability of its
own, or from no word at all (Och and Ney, 2003): then the last place is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders.protocol import Floats

FARTHEST = 12
"""The longest jump with a probability of its own; those as long or longer share one."""

UNIFORM = 0.1
"""The share of jumps to just any place, so that none is ruled out."""

_AT_FIRST = np.exp(-np.abs(np.arange(-FARTHEST, FARTHEST + 1) - 1) / 2.0)
"""How likely a jump of each distance is before anything is known: a step on is likeliest."""

LEARNT = 0.5
"""The share of what a text says of its jumps; the rest stays as it was before."""

_TINY = np.float32(1e-30)


@dataclass(frozen=True, slots=True)
class Jumps:
    """How likely a jump of each distance is.

    Attributes:
        weights: shape (2 * FARTHEST + 1,), of the jumps from -FARTHEST to FARTHEST.
        nothing: the probability that a word is translated from none.
    """

    weights: npt.NDArray[np.float64]
    nothing: float

    @classmethod
    def at_first(cls, nothing: float) -> Jumps:
        """Return what is taken before anything is known: the nearer, the likelier."""
        return cls(_AT_FIRST / _AT_FIRST.sum(), nothing)

    def learnt(self, counts: npt.NDArray[np.float64]) -> Jumps:
        """Return what follows from how often each jump was made."""
        total = counts.sum()
        if not total:
            return self
        before = _AT_FIRST / _AT_FIRST.sum()
        return Jumps(LEARNT * counts / total + (1 - LEARNT) * before, self.nothing)

    def matrix(self, states: int) -> Floats:
        """Return the weight of each jump between so many states: shape (states, states)."""
        weights = (1 - UNIFORM) * self.weights + UNIFORM / len(self.weights)
        weights[[0, -1]] /= FARTHEST
        return weights.astype(np.float32)[_distances(states)]


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected under the model.

    Attributes:
        links: shape (observed, pairs, states), the probability of each link.
        jumps: how often each jump is made.
    """

    links: Floats
    jumps: npt.NDArray[np.float64]


def expect(
    emissions: Floats,
    nothing: Floats,
    observed: npt.NDArray[np.int64],
    states: npt.NDArray[np.int64],
    jumps: Jumps,
) -> Expected:
    """Run the forward-backward algorithm over some pairs.

    Args:
        emissions: shape (observed, pairs, states), the probability of each observed word given
            each state; 0 behind a pair's end.
        nothing: shape (observed, pairs), the probability of each observed word given none.
        observed: how many words are observed in each pair.
        states: how many states each pair has.
        jumps: how likely each is.
    """
    length, pairs, width = emissions.shape
    matrix = jumps.matrix(width)
    # What all jumps from a place come to depends on where the pair ends.
    totals = np.cumsum(matrix, axis=1)[:, states - 1].T
    some = np.float32(1 - jumps.nothing)
    factor = some / totals
    free = nothing * np.float32(jumps.nothing)
    valid = (np.arange(width) < states[:, None]).astype(np.float32)

    reached = np.empty_like(emissions)  # by translating a state
    stayed = np.empty_like(emissions)  # by translating none
    first = jumps.matrix(width + 1)[0, 1:] * valid  # as if a place before the first was the last
    first /= first.sum(axis=1, keepdims=True)
    for at in range(length):
        if at:
            before = reached[at - 1] + stayed[at - 1]
            np.matmul(before * factor, matrix, out=reached[at])
            reached[at] *= emissions[at]
            np.multiply(before, free[at][:, None], out=stayed[at])
        else:
            np.multiply(first * some, emissions[0], out=reached[0])
            np.multiply(first, free[0][:, None], out=stayed[0])
        scale = reached[at].sum(axis=1) + stayed[at].sum(axis=1)
        scale = 1 / np.maximum(scale, _TINY)
        reached[at] *= scale[:, None]
        stayed[at] *= scale[:, None]

    behind = np.ones((pairs, width), dtype=np.float32)
    counts = np.zeros((width, width), dtype=np.float64)
    links = np.empty_like(emissions)
    for at in range(length - 1, -1, -1):
        forward = reached[at] + stayed[at]
        total = 1 / np.maximum(np.vecdot(forward, behind), _TINY)
        np.multiply(reached[at], behind, out=links[at])
        links[at] *= total[:, None]
        if not at:
            break
        into = emissions[at] * behind
        before = (reached[at - 1] + stayed[at - 1]) * factor
        going = into @ matrix.T
        going *= factor
        behind_new = going + behind * free[at][:, None]
        within = at < observed
        # What a jump is worth: divided by all ways through this pair.
        whole = np.vecdot(reached[at - 1] + stayed[at - 1], behind_new)
        weight = within / np.maximum(whole, _TINY)
        counts += (before * weight[:, None]).T @ into
        scale = 1 / np.maximum(behind_new.max(axis=1), _TINY)
        behind_new *= scale[:, None]
        behind = np.where(within[:, None], behind_new, behind)
    counts *= matrix
    return Expected(links, _by_distance(counts))


def _distances(states: int) -> npt.NDArray[np.int64]:
    """Return the place in `Jumps.weights` of each jump between so many states."""
    places = np.arange(states)
    jumps: npt.NDArray[np.int64] = np.clip(places - places[:, None], -FARTHEST, FARTHEST)
    return jumps + FARTHEST


def _by_distance(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    distances = _distances(len(counts)).ravel()
    return np.bincount(distances, counts.ravel(), 2 * FARTHEST + 1).astype(np.float64)
