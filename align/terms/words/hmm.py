"""The hidden Markov model of word alignment (Vogel et al., 1996), for many pairs at once.

One side's words are the states, the other side's words are observed one after the other. The next
observed word is translated from a state whose distance from the last one has a probability of its
own, or from no word at all (Och and Ney, 2003): then the last place is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.encoders.protocol import Floats
from align.terms.words.corpus import Places
from align.terms.words.jumps import Jumps, Values

_TINY = np.float32(1e-30)


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected under the model.

    Attributes:
        links: shape (observed, states, pairs), the probability of each link.
        jumps: how often each jump is made.
    """

    links: Floats
    jumps: Values


def expect(
    emissions: Floats, nothing: Floats, observed: Places, states: Places, jumps: Jumps
) -> Expected:
    """Run the forward-backward algorithm over some pairs.

    The pairs stand side by side in memory, so that what is done for all of them is one run over it.

    Args:
        emissions: shape (observed, states, pairs), the probability of each observed word given
            each state; 0 behind a pair's end.
        nothing: shape (observed, pairs), the probability of each observed word given none.
        observed: how many words are observed in each pair.
        states: how many states each pair has.
        jumps: how likely each is.
    """
    length, width, pairs = emissions.shape
    moves = jumps.among(width)
    some = np.float32(1 - jumps.nothing)
    factor = some / jumps.totals(states)
    free = nothing * np.float32(jumps.nothing)

    reached = np.empty((length, width, pairs), np.float32)  # by translating a state
    both = np.empty_like(reached)  # by that, or by translating none and staying
    leaving = np.empty_like(reached)  # by a jump: `both` times `factor`
    scales = np.empty((length, pairs), np.float32)
    before = jumps.first(states)
    for at in range(length):
        moved = moves.onward(leaving[at - 1]) if at else before * some
        np.multiply(moved, emissions[at], out=reached[at])
        np.multiply(before, free[at], out=both[at])
        both[at] += reached[at]
        np.divide(1, np.maximum(both[at].sum(axis=0), _TINY), out=scales[at])
        both[at] *= scales[at]
        np.multiply(both[at], factor, out=leaving[at])
        before = both[at]

    links = reached
    behind: Floats = np.ones((width, pairs), np.float32)
    whole = np.ones(pairs, np.float32)  # the sum of `both` times `behind`
    product: Floats = np.empty_like(behind)
    fewest = int(observed.min())
    for at in range(length - 1, -1, -1):
        links[at] *= behind
        links[at] *= scales[at] / whole
        if not at:
            break
        after = emissions[at] * behind
        earlier = moves.backward(after)
        earlier *= factor
        behind *= free[at]
        earlier += behind
        np.multiply(both[at - 1], earlier, out=product)
        total = np.maximum(product.sum(axis=0), _TINY)
        within = at < observed
        np.multiply(leaving[at - 1], within / total, out=product)
        moves.count(product, after)
        scale = 1 / np.maximum(earlier.max(axis=0), _TINY)
        earlier *= scale
        whole = np.maximum(total * scale, _TINY)
        behind = earlier
        if at >= fewest:  # nothing is observed behind the end of some pairs
            behind = np.where(within, behind, np.float32(1))
            whole = np.where(within, whole, np.float32(1))
    return Expected(links, moves.counts())
