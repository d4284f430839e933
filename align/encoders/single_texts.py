"""Embeds many texts one by one: phrases and words, of which there may be a million."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

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


@runtime_checkable
class EmbedsAlone(Protocol):
    """An encoder that has a shorter way for texts of which no runs are asked for."""

    def embed_alone(self, texts: Sequence[str]) -> Floats:
        """Embed texts each by itself."""


def embed_alone(texts: Sequence[str], encoder: Encoder) -> Floats:
    """Return the embeddings of texts, each by itself, the shorter way where there is one.

    They may differ a little from those of `embed_each`.
    """
    if isinstance(encoder, EmbedsAlone):
        return encoder.embed_alone(texts)
    return embed_each(texts, encoder)
