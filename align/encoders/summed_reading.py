"""Runs of texts embedded from sums: the second half of the default encoder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from align.encoders.protocol import Floats, Spans
from align.encoders.use_weights import UseWeights
from align.encoders.workers import Workers

DIMENSIONS = 512
EDGE_TOKENS = 2
"""The start and the end token of a text."""

BATCH_SPANS = 512
"""Runs embedded at once: the working set stays in the processor's cache."""


@dataclass(frozen=True, slots=True)
class PackedRows:
    """Rows of numbers as 16-bit integers, each row with a scale of its own.

    That is half the memory of single precision, more exact than half precision, and much faster
    to read back.

    Attributes:
        values: shape (n, columns).
        scales: shape (n,), what the integers of a row are multiplied by.
    """

    values: npt.NDArray[np.int16]
    scales: Floats

    @classmethod
    def empty(cls, rows: int, columns: int) -> PackedRows:
        """Make room for rows."""
        return cls(np.empty((rows, columns), dtype=np.int16), np.empty(rows, dtype=np.float32))

    def put(self, rows: npt.NDArray[np.int64], values: Floats) -> None:
        """Pack rows."""
        largest = np.iinfo(np.int16).max
        scales = np.maximum(np.abs(values).max(axis=1), np.finfo(np.float32).tiny) / largest
        self.values[rows] = np.rint(values / scales[:, None])
        self.scales[rows] = scales

    def unpack(self, rows: slice) -> Floats:
        """Return adjacent rows."""
        unpacked: Floats = self.values[rows] * self.scales[rows, None]
        return unpacked


@dataclass(frozen=True, slots=True)
class SummedReading:
    """Feature sums of n texts, sent as far into the network as it is linear.

    Attributes:
        sums: shape (n, entry), the tokens of each text without its start and end.
        starts: the same shape, the start token of each text.
        ends: the same shape, the end token of each text.
        counts: shape (n,), the tokens of each text, without start and end.
        weights: the encoder's.
        workers: what shares out the work.
    """

    sums: PackedRows
    starts: PackedRows
    ends: PackedRows
    counts: npt.NDArray[np.int64]
    weights: UseWeights
    workers: Workers
    additive: ClassVar[bool] = True

    @classmethod
    def empty(
        cls, counts: npt.NDArray[np.int64], weights: UseWeights, workers: Workers
    ) -> SummedReading:
        """Make room for texts of so many tokens."""
        sums, starts, ends = (
            PackedRows.empty(len(counts), len(weights.per_token)) for _ in range(3)
        )
        return cls(sums, starts, ends, counts, weights, workers)

    def embed(self, spans: Spans) -> Floats:
        """Embed runs of adjacent texts; see `align.encoders.protocol.Reading`."""
        embedded = np.empty((len(spans), DIMENSIONS), dtype=np.float32)

        def work(begin: int) -> None:
            part = slice(begin, begin + BATCH_SPANS)
            self._embed(spans[part], embedded[part])

        self.workers.each(work, range(0, len(spans), BATCH_SPANS))
        return embedded

    def _embed(self, spans: Spans, out: Floats) -> None:
        top = int(spans[:, 0].min())
        texts = slice(top, int(spans[:, 1].max()))
        first, last = spans[:, 0] - top, spans[:, 1] - top
        sums = self.sums.unpack(texts)
        before = np.zeros((len(sums) + 1, sums.shape[1]))
        for row, values in enumerate(sums):  # much faster than np.cumsum along this axis
            np.add(before[row], values, out=before[row + 1])
        entered: Floats = (before[last] - before[first]).astype(np.float32)
        entered += self.starts.unpack(texts)[first]
        entered += self.ends.unpack(texts)[last - 1]
        counted = np.append(0, np.cumsum(self.counts[texts]))
        tokens = (counted[last] - counted[first] + EDGE_TOKENS).astype(np.float32)[:, None]
        entered += tokens * self.weights.per_token
        entered /= np.sqrt(tokens)
        self._send(entered, out)

    def _send(self, entered: Floats, out: Floats) -> None:
        """Send sums through the layers behind the entry; unit vectors come out."""
        weights = self.weights
        split = weights.split
        width = weights.middle.shape[1]
        layers = np.empty((len(entered), width + weights.late.shape[1]), dtype=np.float32)
        second, third = layers[:, :width], layers[:, width:]
        first = np.maximum(entered[:, :split], 0)
        np.matmul(first, weights.middle, out=second)
        second += entered[:, split:]
        np.maximum(second, 0, out=second)
        np.matmul(second, weights.late, out=third)
        np.maximum(third, 0, out=third)
        np.matmul(layers, weights.out, out=out)
        np.tanh(out, out=out)
        out /= np.sqrt(np.maximum(np.vecdot(out, out), weights.epsilon))[:, None]
