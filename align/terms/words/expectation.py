"""One pass over all pairs: how likely each link is, by the models of both directions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.encoders.protocol import Floats
from align.terms.words.cells import Batch
from align.terms.words.corpus import Corpus, PackedSide
from align.terms.words.hmm import expect
from align.terms.words.jumps import Jumps, Values

UNMET = np.float32(1e-9)
"""The probability of two words whose entry was left out."""


@dataclass(frozen=True, slots=True)
class Direction:
    """The model of one direction: the states' words translated into the observed words.

    Attributes:
        table: the probability of each entry.
        nothing: for each word that may be observed, its probability where no state is translated.
        jumps: how likely each is.
    """

    table: Floats
    nothing: Floats
    jumps: Jumps


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass says of a batch.

    Attributes:
        forward: the probability of each of the batch's cells being a link, by the model of the
            source translated into the target; of the same shape, 0 behind a pair's end.
        backward: the same by the model of the target translated into the source.
        jumps: how often each jump is made, in both models.
    """

    forward: Floats
    backward: Floats
    jumps: tuple[Values, Values]


def expect_batch(corpus: Corpus, batch: Batch, forward: Direction, backward: Direction) -> Pass:
    """Find how likely each link of a batch is."""
    sources, targets = (
        side.begins[batch.pairs + 1] - side.begins[batch.pairs]
        for side in (corpus.source, corpus.target)
    )
    ahead = expect(
        _emissions(forward, batch).transpose(1, 0, 2),
        _nothing(forward, corpus.target, batch),
        targets,
        sources,
        forward.jumps,
    )
    back = expect(
        _emissions(backward, batch),
        _nothing(backward, corpus.source, batch),
        sources,
        targets,
        backward.jumps,
    )
    return Pass(ahead.links.transpose(1, 0, 2), back.links, (ahead.jumps, back.jumps))


def _emissions(direction: Direction, batch: Batch) -> Floats:
    """Return the probability of each cell's words, 0 behind a pair's end."""
    table = np.append(direction.table[batch.entries], (UNMET, np.float32(0)))
    return table.take(batch.cells)


def _nothing(direction: Direction, observed: PackedSide, batch: Batch) -> Floats:
    """Return the probability of each observed word given no state: shape (observed, pairs)."""
    return np.append(direction.nothing, np.float32(0))[observed.padded(batch.pairs, -1)]
