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
        links: shape (observed, pairs, states), the probability of each link.
        jumps: how often each jump is made.
    """

    links: Floats
    jumps: Values


def expect(
    emissions: Floats, nothing: Floats, observed: Places, states: Places, jumps: Jumps
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
    moves = jumps.among(width)
    some = np.float32(1 - jumps.nothing)
    factor = some / jumps.totals(states)
    free = nothing * np.float32(jumps.nothing)

    reached = np.empty_like(emissions)  # by translating a state
    both = np.empty_like(emissions)  # by that, or by translating none and staying
    for at in range(length):
        if at:
            before = both[at - 1]
            np.multiply(moves.onward(before * factor), emissions[at], out=reached[at])
        else:
            before = jumps.first(states)
            np.multiply(before * some, emissions[0], out=reached[0])
        np.multiply(before, free[at][:, None], out=both[at])
        both[at] += reached[at]
        scale = 1 / np.maximum(both[at].sum(axis=1, keepdims=True), _TINY)
        reached[at] *= scale
        both[at] *= scale

    behind: Floats = np.ones((pairs, width), dtype=np.float32)
    links = np.empty_like(emissions)
    for at in range(length - 1, -1, -1):
        whole = np.maximum(np.vecdot(both[at], behind), _TINY)
        np.multiply(reached[at], behind, out=links[at])
        links[at] /= whole[:, None]
        if not at:
            break
        after = emissions[at] * behind
        earlier = moves.backward(after) * factor
        earlier += behind * free[at][:, None]
        within = at < observed
        whole = np.maximum(np.vecdot(both[at - 1], earlier), _TINY)
        moves.count(both[at - 1] * factor * (within / whole)[:, None], after)
        earlier /= np.maximum(earlier.max(axis=1, keepdims=True), _TINY)
        behind = np.where(within[:, None], earlier, behind)
    return Expected(links, moves.counts())
