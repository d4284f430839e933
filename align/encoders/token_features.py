"""The layers of the default encoder up to a text's feature sums.

A token's embedding, and what it adds to the first layer of each convolution, don't depend on its
neighbours: they are computed once for each different token of a block of texts. The second layer
is computed for all texts of one length at once, tokens first, so that a step to the next token is
a step to the next matrix.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders.protocol import Floats
from align.encoders.short_convolution import ShortConvolution
from align.encoders.use_weights import CONVOLUTION, EMBEDDING, FEATURES, UseWeights
from align.encoders.workers import Workers

Tokens = npt.NDArray[np.int64]

LAYER_TOKENS = 512
"""Different tokens whose layers are computed at once."""

EDGE_FEATURES = FEATURES - EMBEDDING


@dataclass(frozen=True, slots=True)
class FeatureSums:
    """The normalised features of b texts, added up; what all tokens have in common is left out.

    Attributes:
        inner: shape (b, FEATURES + 1), all tokens but the first and the last; the last column
            is the sum of what normalising takes from every feature.
        first: shape (b, EDGE_FEATURES + 2), the first token's convolutions, the factor of its
            embedding, and what normalising takes away.
        last: the same of the last token.
    """

    inner: Floats
    first: Floats
    last: Floats

    @classmethod
    def joined(cls, parts: Sequence[FeatureSums]) -> FeatureSums:
        """Put the sums of several lots of texts one below the other."""
        return cls(
            np.concatenate([part.inner for part in parts]),
            np.concatenate([part.first for part in parts]),
            np.concatenate([part.last for part in parts]),
        )


class TokenLayers:
    """The first layers of the tokens of a block."""

    def __init__(self, weights: UseWeights, tokens: Tokens, workers: Workers) -> None:
        self._weights = weights
        self._different = np.unique(tokens)
        # The row behind the last one stands for what lies beyond a text's ends: zeros.
        rows = len(self._different) + 1
        self._embedded = np.zeros((rows, EMBEDDING), dtype=np.float32)
        self._own = np.zeros((rows, EDGE_FEATURES), dtype=np.float32)
        self._shares = [
            [np.zeros((rows, CONVOLUTION), dtype=np.float32) for _ in first]
            for first in weights.first
        ]
        workers.each(self._compute, range(0, rows - 1, LAYER_TOKENS))
        self._sum = self._embedded.sum(axis=1)
        self._squares = np.vecdot(self._embedded, self._embedded)

    def _compute(self, begin: int) -> None:
        weights = self._weights
        rows = slice(begin, min(begin + LAYER_TOKENS, len(self._different)))
        embedded = weights.embed(self._different[rows])
        own = embedded @ weights.projection + weights.projection_offset
        own -= own.mean(axis=1, keepdims=True)
        own /= np.sqrt(np.vecdot(own, own) / own.shape[1] + weights.epsilon)[:, None]
        own = own * weights.own_gain + weights.own_offset
        self._embedded[rows], self._own[rows] = embedded, own
        for branch, shares in enumerate(self._shares):
            part = own[:, branch * CONVOLUTION : (branch + 1) * CONVOLUTION]
            for place, share in enumerate(shares):
                np.matmul(part, weights.first[branch][place], out=share[rows])
            shares[weights.second[branch].left][rows] += weights.first_offset[branch]

    def sums(self, texts: Tokens) -> FeatureSums:
        """Add up the features of texts of one length.

        Args:
            texts: shape (b, n), the tokens of each text.
        """
        weights = self._weights
        count, length = texts.shape
        tokens = np.searchsorted(self._different, texts.T)
        convolved = [
            self._convolve(tokens, branch, second) for branch, second in enumerate(weights.second)
        ]
        ones = np.ones(CONVOLUTION, dtype=np.float32)
        mean, squares = self._sum[tokens], self._squares[tokens]
        for values in convolved:
            mean += values @ ones
            squares += np.vecdot(values, values)
        mean /= FEATURES
        factor = 1 / np.sqrt(np.maximum(squares / FEATURES - mean**2, 0) + weights.epsilon)
        taken = factor * mean
        inner = np.empty((count, FEATURES + 1), dtype=np.float32)
        middle = slice(1, length - 1)
        values = self._embedded[tokens[middle]]
        np.einsum("lb,lbc->bc", factor[middle], values, out=inner[:, :EMBEDDING])
        inner[:, -1] = taken[middle].sum(axis=0)
        edges = np.empty((2, count, EDGE_FEATURES + 2), dtype=np.float32)
        for place, edge in zip((0, length - 1), edges, strict=True):
            edge[:, -2], edge[:, -1] = factor[place], taken[place]
        for branch, values in enumerate(convolved):
            begin = branch * CONVOLUTION
            part = slice(begin, begin + CONVOLUTION)
            np.einsum(
                "lb,lbc->bc", factor[middle], values[middle],
                out=inner[:, EMBEDDING + begin : EMBEDDING + begin + CONVOLUTION],
            )  # fmt: skip
            for place, edge in zip((0, length - 1), edges, strict=True):
                np.multiply(values[place], factor[place][:, None], out=edge[:, part])
        return FeatureSums(inner, edges[0], edges[1])

    def _convolve(self, tokens: Tokens, branch: int, second: ShortConvolution) -> Floats:
        """Both layers of one convolution: shape (n, b, CONVOLUTION)."""
        length, count = tokens.shape
        left, shares = second.left, self._shares[branch]
        nothing = len(self._different)
        around = np.full((length + second.width - 1, count), nothing)
        around[left : left + length] = tokens
        inputs = np.zeros((second.rows(length), count, CONVOLUTION), dtype=np.float32)
        hidden = inputs[left : left + length]
        np.take(shares[0], around[:length], axis=0, out=hidden, mode="clip")
        for place, share in enumerate(shares[1:], start=1):
            hidden += share[around[place : place + length]]
        np.maximum(hidden, 0, out=hidden)
        own = self._own[:, branch * CONVOLUTION : (branch + 1) * CONVOLUTION]
        hidden += own[tokens]
        convolved = second.apply(inputs, length)
        convolved += self._weights.second_offset[branch]
        np.maximum(convolved, 0, out=convolved)
        convolved += hidden
        return convolved
