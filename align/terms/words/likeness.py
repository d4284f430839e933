"""What is known of words before their text is read: how alike the encoder finds them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder, Floats, embed_each
from align.terms.words.cells import Entries
from align.terms.words.corpus import Corpus, Vocabulary
from align.terms.words.table import Values, shares

SHARPNESS = 15.0
"""By how much the logarithm of a probability grows with a cosine."""

FEW_WORDS = 30
"""The mean of so many words says half of what the mean of all words of a language would say."""

CHUNK_ENTRIES = 500
"""Entries, and words, that are looked at at once: their vectors stay in the processor's cache."""

_TINY = 1e-6


def prior_tables(corpus: Corpus, entries: Entries, encoder: Encoder) -> tuple[Floats, Floats]:
    """Return p(target | source) and p(source | target) of each entry, before any text is read.

    A word's translation is among the words it meets: the likelier the more alike, and the more
    frequent that word is.
    """
    weights: Values = np.exp(SHARPNESS * _likenesses(corpus, entries, encoder).astype(np.float64))
    return (
        shares(weights * corpus.target.vocabulary.counts()[entries.target], entries.source),
        shares(weights * corpus.source.vocabulary.counts()[entries.source], entries.target),
    )


def _likenesses(corpus: Corpus, entries: Entries, encoder: Encoder) -> Floats:
    """Return how alike the two words of each entry are: a cosine, 1 for the same word."""
    source, target = (_vectors(side.vocabulary, encoder) for side in (corpus.source, corpus.target))
    found = np.empty(len(entries), dtype=np.float32)
    for begin in range(0, len(entries), CHUNK_ENTRIES):
        part = slice(begin, begin + CHUNK_ENTRIES)
        found[part] = np.vecdot(source[entries.source[part]], target[entries.target[part]])
    found[_same(corpus, entries)] = 1
    return found


def _vectors(vocabulary: Vocabulary, encoder: Encoder) -> Floats:
    """Return a vector of each word, without what all words of the language have in common."""
    words = vocabulary.spellings()
    vectors = embed_each(words, encoder)
    if words:
        vectors -= vectors.mean(axis=0) * (len(words) / (len(words) + FEW_WORDS))
    for begin in range(0, len(words), CHUNK_ENTRIES):
        some = vectors[begin : begin + CHUNK_ENTRIES]
        some /= np.maximum(np.linalg.norm(some, axis=1, keepdims=True), _TINY)
    return vectors


def _same(corpus: Corpus, entries: Entries) -> npt.NDArray[np.bool_]:
    numbers = {form: at for at, form in enumerate(corpus.target.vocabulary.forms)}
    twins = np.array(
        [numbers.get(form, -1) for form in corpus.source.vocabulary.forms], dtype=np.int64
    )
    same: npt.NDArray[np.bool_] = twins[entries.source] == entries.target
    return same
