"""Embeds many texts one by one: phrases and words, of which there may be a million."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.encoders.protocol import Encoder, Floats

AT_ONCE = 50_000
"""Texts that are read at once: what an encoder knows of them takes more than their embeddings."""


def embed_each(texts: Sequence[str], encoder: Encoder) -> Floats:
    """Return the embeddings of texts, each by itself: a new array, a row a text."""
    parts = []
    for begin in range(0, max(1, len(texts)), AT_ONCE):
        some = texts[begin : begin + AT_ONCE]
        places = np.arange(len(some))
        parts.append(encoder.read(some).embed(np.stack((places, places + 1), axis=1)))
    return np.concatenate(parts)
