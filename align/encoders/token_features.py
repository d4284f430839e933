"""The layers of the default encoder up to a text's feature sums.

A token's embedding, and what it adds to the first layer of each convolution, don't depend on its
neighbours: they are computed once for each different token of a block of texts, and kept for the
blocks behind it, most of whose tokens are the same; where room is wanting, the tokens of the fewest
blocks give way. The second layer is computed for all texts of
one length at once, tokens first, so that a step to the next token is a step to the next matrix.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encoders.protocol import Floats
from align.encoders.rectifier import rectify
from align.encoders.short_convolution import ShortConvolution
from align.encoders.use_weights import CONVOLUTION, EMBEDDING, FEATURES, UseWeights
from align.encoders.workers import Workers

Tokens = npt.NDArray[np.int64]

LAYER_TOKENS = 512
"""Different tokens whose layers are computed at once."""

FEWEST_ROWS = 4
"""No fewer are computed at once."""

KEPT_TOKENS = 8192
"""Tokens whose layers are kept, of 15 KB each; more only where a single block has more."""

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

    def together(self) -> tuple[Floats, Floats]:
        """Return the features of all tokens of each text as one sum, for the whole by itself.

        Returns:
            Shape (b, FEATURES + 1), what `inner` is of all tokens but for the embeddings of the
            first and the last one, and shape (b, 2), their factors.
        """
        whole = self.inner.copy()
        for edge in (self.first, self.last):
            whole[:, EMBEDDING:FEATURES] += edge[:, :EDGE_FEATURES]
            whole[:, -1] += edge[:, -1]
        return whole, np.stack([self.first[:, -2], self.last[:, -2]], axis=1)


class TokenLayers:
    """The first layers of tokens: of those of the last block, and of more that came before it.

    A row of the tables may be that of one token after another; none but the first moves.
    """

    def __init__(self, weights: UseWeights, workers: Workers) -> None:
        """Know no tokens yet.

        Args:
            weights: of the model.
            workers: what shares out the work.
        """
        self._weights, self._workers = weights, workers
        self.forget()

    def forget(self, room: int = 0) -> None:
        """Give back the memory that layers take, 15 KB a token.

        Args:
            room: for so many tokens there must be some, at least.
        """
        self._rows = np.zeros(self._weights.vocabulary, dtype=np.int64)
        """By token; 0 for those that aren't known."""
        self._tokens = np.zeros(max(KEPT_TOKENS, room) + 1, dtype=np.int64)
        """By row; of the first row, none."""
        self._blocks = np.zeros(len(self._tokens), dtype=np.int64)
        """By row, how many blocks had the token since it came."""
        self._count = 1
        self._embedded, self._own, self._shares, self._sums = self._tables(len(self._tokens))

    def learn(self, tokens: Tokens) -> None:
        """Compute the layers of tokens that aren't known yet; only then may they be added up."""
        different = np.unique(tokens)
        if len(different) >= len(self._tokens):
            self.forget(len(different))
        rows = self._rows[different]
        self._blocks[rows] += 1
        new = different[rows == 0]
        into = self._rows_for(len(new), rows)
        self._rows[new], self._tokens[into], self._blocks[into] = into, new, 1
        begins = range(0, len(new), LAYER_TOKENS)
        self._workers.each(self._compute, [new[at : at + LAYER_TOKENS] for at in begins])

    def _rows_for(self, count: int, in_use: Tokens) -> Tokens:
        """Return so many rows to write to: free ones, and then those of the fewest blocks."""
        free = np.arange(self._count, min(self._count + count, len(self._tokens)))
        self._count += len(free)
        wanted = count - len(free)
        if not wanted:
            return free
        others = np.ones(self._count, dtype=np.bool_)
        others[0] = others[in_use] = others[free] = False
        rows = np.flatnonzero(others)
        rows = rows[np.argsort(self._blocks[rows], kind="stable")[:wanted]]
        self._rows[self._tokens[rows]] = 0
        return np.concatenate([free, rows])

    def _tables(self, rows: int) -> tuple[Floats, list[Floats], list[list[Floats]], Floats]:
        """Make room for so many tokens; the first row stands for what is beyond a text's ends."""

        def table(columns: int) -> Floats:
            made: Floats = np.empty((rows, columns), dtype=np.float32)
            made[0] = 0
            return made

        first = self._weights.first
        own = [table(CONVOLUTION) for _ in first]
        return table(EMBEDDING), own, [[table(CONVOLUTION) for _ in it] for it in first], table(2)

    def _compute(self, tokens: Tokens) -> None:
        weights = self._weights
        rows = self._rows[tokens]
        # A matrix of one or two rows is multiplied in another way, which rounds differently.
        embedded = weights.embed(np.resize(tokens, max(len(tokens), FEWEST_ROWS)))
        own = embedded @ weights.projection + weights.projection_offset
        own -= own.mean(axis=1, keepdims=True)
        own /= np.sqrt(np.vecdot(own, own) / own.shape[1] + weights.epsilon)[:, None]
        own = own * weights.own_gain + weights.own_offset
        count = len(tokens)
        self._embedded[rows] = embedded[:count]
        self._sums[rows, 0] = embedded[:count].sum(axis=1)
        self._sums[rows, 1] = np.vecdot(embedded, embedded)[:count]
        for branch, shares in enumerate(self._shares):
            part = own[:, branch * CONVOLUTION : (branch + 1) * CONVOLUTION]
            self._own[branch][rows] = part[:count]
            for place, share in enumerate(shares):
                share[rows] = (part @ weights.first[branch][place])[:count]
            shares[weights.second[branch].left][rows] += weights.first_offset[branch]

    def sums(self, texts: Tokens) -> FeatureSums:
        """Add up the features of texts of one length.

        Args:
            texts: shape (b, n), the tokens of each text.
        """
        weights = self._weights
        count, length = texts.shape
        tokens = self._rows.take(texts.T)  # in the order of its rows, not of the texts
        convolved = [
            self._convolve(tokens, branch, second) for branch, second in enumerate(weights.second)
        ]
        ones = np.ones(CONVOLUTION, dtype=np.float32)
        mean, squares = self._sums[tokens, 0], self._sums[tokens, 1]
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
        around = np.zeros((length + second.width - 1, count), dtype=np.int64)
        around[left : left + length] = tokens
        inputs = np.zeros((second.rows(length), count, CONVOLUTION), dtype=np.float32)
        hidden = inputs[left : left + length]
        np.take(shares[0], around[:length], axis=0, out=hidden, mode="clip")
        more = np.empty_like(hidden)
        for place, share in enumerate(shares[1:], start=1):
            hidden += np.take(share, around[place : place + length], axis=0, out=more, mode="clip")
        rectify(hidden, out=hidden)
        hidden += np.take(self._own[branch], tokens, axis=0, out=more, mode="clip")
        convolved = second.apply(inputs, length)
        convolved += self._weights.second_offset[branch]
        rectify(convolved, out=convolved)
        convolved += hidden
        return convolved
