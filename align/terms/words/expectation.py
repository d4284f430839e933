"""One pass over all pairs: how likely each link is, by the models of both directions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from align.encoders.protocol import Floats
from align.terms.words.cells import Block
from align.terms.words.corpus import Corpus, PackedSide, Places
from align.terms.words.hmm import expect
from align.terms.words.jumps import Jumps, Values

BATCH_CELLS = 1 << 18
"""Cells, with those of the padding, that are worked on at once."""

WIDEST = 1.3
"""How many times as long as its shortest source a batch's longest may be; 2 words more."""

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
    """What one pass says of a block.

    Attributes:
        forward: the probability of each of the block's cells being a link, by the model of the
            source translated into the target.
        backward: the same by the model of the target translated into the source.
        jumps: how often each jump is made, in both models.
    """

    forward: Floats
    backward: Floats
    jumps: tuple[Values, Values]


def expect_block(corpus: Corpus, block: Block, forward: Direction, backward: Direction) -> Pass:
    """Find how likely each link of a block is."""
    pairs = slice(block.pairs.start, block.pairs.stop)
    sources, targets = corpus.source.lengths[pairs], corpus.target.lengths[pairs]
    tables = [np.append(direction.table[block.entries], UNMET) for direction in (forward, backward)]
    found = [np.zeros(len(block.cells), dtype=np.float32) for _ in tables]
    jumps = [np.zeros_like(direction.jumps.weights) for direction in (forward, backward)]
    for batch in _batches(sources, targets):
        places, inside = _places(block, batch, sources[batch], targets[batch])
        cells = np.where(inside, block.cells[places], 0)
        emissions = [np.where(inside, table[cells], 0) for table in tables]
        texts = batch + block.pairs.start
        # Whatever is observed comes first, so that a step to the next word is a step in memory.
        ahead = expect(
            np.ascontiguousarray(emissions[0].transpose(2, 0, 1)),
            _nothing(forward, corpus.target, texts),
            targets[batch],
            sources[batch],
            forward.jumps,
        )
        back = expect(
            np.ascontiguousarray(emissions[1].transpose(1, 0, 2)),
            _nothing(backward, corpus.source, texts),
            sources[batch],
            targets[batch],
            backward.jumps,
        )
        for values, expected, axes in zip(
            found, (ahead, back), ((1, 2, 0), (1, 0, 2)), strict=True
        ):
            values[places[inside]] = expected.links.transpose(axes)[inside]
        for counts, expected in zip(jumps, (ahead, back), strict=True):
            counts += expected.jumps
    return Pass(found[0], found[1], (jumps[0], jumps[1]))


def _batches(sources: Places, targets: Places) -> Iterator[Places]:
    """Put pairs of like lengths together; a pair with an empty side has no cells."""
    order = np.lexsort((targets, sources))
    order = order[(sources[order] > 0) & (targets[order] > 0)]
    begin, widest = 0, 0
    for end, pair in enumerate(order):
        source, grown = sources[pair], max(widest, targets[pair])
        full = source * grown * (end + 1 - begin) > BATCH_CELLS
        if end > begin and (full or source > sources[order[begin]] * WIDEST + 2):
            yield order[begin:end]
            begin, grown = end, targets[pair]
        widest = grown
    if begin < len(order):
        yield order[begin:]


def _places(
    block: Block, batch: Places, sources: Places, targets: Places
) -> tuple[Places, np.ndarray]:
    """Return the place of each cell of a batch in its block, and whether there is one.

    Both are of shape (pairs, source words, target words).
    """
    rows, columns = np.arange(sources.max()), np.arange(targets.max())
    places = rows[None, :, None] * targets[:, None, None] + columns[None, None, :]
    inside = (rows[None, :] < sources[:, None])[:, :, None] & (columns[None, :] < targets[:, None])[
        :, None, :
    ]
    places = np.where(inside, places + block.begins[batch][:, None, None], 0)
    return places, inside


def _nothing(direction: Direction, observed: PackedSide, texts: Places) -> Floats:
    """Return the probability of each observed word given no state: shape (observed, pairs)."""
    lengths = observed.lengths[texts]
    places = np.arange(lengths.max())[:, None]
    inside = places < lengths
    words = observed.words[np.where(inside, places + observed.begins[texts], 0)]
    return np.where(inside, direction.nothing[words], np.float32(0))
