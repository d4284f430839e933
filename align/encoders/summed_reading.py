"""Runs of texts embedded from sums: the second half of the default encoder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from align.encoders.packed_rows import PackedRows, TightRows
from align.encoders.protocol import Floats, Spans
from align.encoders.recent_runs import RecentRuns
from align.encoders.rectifier import rectify
from align.encoders.use_weights import UseWeights
from align.encoders.workers import Workers

DIMENSIONS = 512
EDGE_TOKENS = 2
"""The start and the end token of a text."""

BATCH_SPANS = 512
"""Runs embedded at once: the working set stays in the processor's cache."""


@dataclass(frozen=True, slots=True)
class SummedReading:
    """Feature sums of n texts, sent as far into the network as it is linear.

    Attributes:
        sums: shape (n, entry), the tokens of each text without its start and end.
        starts: the same shape, how the start token of each text differs from that of an empty
            one; three quarters of a start token and all but a tenth of an end token are always
            the same.
        ends: the same shape, the same for the end token.
        edges: shape (entry,), the start and the end token of an empty text together.
        counts: shape (n,), the tokens of each text, without start and end.
        weights: the encoder's.
        workers: what shares out the work.
        recent: the runs embedded last.
    """

    sums: PackedRows
    starts: TightRows
    ends: TightRows
    edges: Floats
    counts: npt.NDArray[np.int64]
    weights: UseWeights
    workers: Workers
    recent: RecentRuns = field(default_factory=RecentRuns)
    additive: ClassVar[bool] = True

    def embed(self, spans: Spans) -> Floats:
        """Embed runs of adjacent texts; see `align.encoders.protocol.Reading`."""
        return self.recent.vectors(spans, lambda new: self._each(new, None))

    def embed_without(self, spans: Spans, gaps: Spans) -> Floats:
        """Embed runs that lack a part; see `align.encoders.protocol.Reading`."""
        return self._each(spans, gaps)

    def _each(self, spans: Spans, gaps: Spans | None) -> Floats:
        embedded = np.empty((len(spans), DIMENSIONS), dtype=np.float32)

        def work(begin: int) -> None:
            part = slice(begin, begin + BATCH_SPANS)
            self._embed(spans[part], None if gaps is None else gaps[part], embedded[part])

        self.workers.each(work, range(0, len(spans), BATCH_SPANS))
        return embedded

    def _embed(self, spans: Spans, gaps: Spans | None, out: Floats) -> None:
        top = int(spans[:, 0].min())
        texts = slice(top, int(spans[:, 1].max()))
        first, last = spans[:, 0] - top, spans[:, 1] - top
        sums = self.sums.unpack(texts)
        before = np.zeros((len(sums) + 1, sums.shape[1]))
        for row, values in enumerate(sums):  # much faster than np.cumsum along this axis
            np.add(before[row], values, out=before[row + 1])
        counted = np.append(0, np.cumsum(self.counts[texts]))
        # To take rows is faster than to index them.
        added, counts = before.take(last, axis=0), counted[last] - counted[first]
        added -= before.take(first, axis=0)
        if gaps is not None:
            gone, back = gaps[:, 0] - top, gaps[:, 1] - top
            added -= before[back] - before[gone]
            counts -= counted[back] - counted[gone]
            first, last = np.where(gone == first, back, first), np.where(back == last, gone, last)
        entered: Floats = added.astype(np.float32)
        entered += self.starts.unpack(texts).take(first, axis=0)
        entered += self.ends.unpack(texts).take(last - 1, axis=0)
        tokens = (counts + EDGE_TOKENS).astype(np.float32)[:, None]
        entered += self.edges
        entered += tokens * self.weights.per_token
        entered /= np.sqrt(tokens)
        send(entered, self.weights, out)


def send(entered: Floats, weights: UseWeights, out: Floats) -> None:
    """Send sums through the layers behind the network's entry.

    Args:
        entered: shape (n, entry), divided by the root of the number of tokens.
        weights: the encoder's.
        out: shape (n, DIMENSIONS), where unit vectors are written to.
    """
    split = weights.split
    width = weights.middle.shape[1]
    layers = np.empty((len(entered), width + weights.late.shape[1]), dtype=np.float32)
    second, third = layers[:, :width], layers[:, width:]
    first = np.empty((len(entered), split), dtype=np.float32)
    rectify(entered[:, :split], out=first)
    np.matmul(first, weights.middle, out=second)
    second += entered[:, split:]
    rectify(second, out=second)
    np.matmul(second, weights.late, out=third)
    rectify(third, out=third)
    np.matmul(layers, weights.out, out=out)
    np.tanh(out, out=out)
    out /= np.sqrt(np.maximum(np.vecdot(out, out), weights.epsilon))[:, None]
