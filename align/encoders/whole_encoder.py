"""An encoder made of a model that embeds one text at a time, and of a cache."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from align.encoders.protocol import Floats
from align.encoders.vector_cache import VectorCache
from align.encoders.whole_reading import WholeReading

BATCH_TEXTS = 256
"""Texts encoded before their vectors are stored: what an interrupted run leaves for the next."""

_log = logging.getLogger(__name__)


class Model(Protocol):
    """What embeds texts.

    Attributes:
        signature: name, model and version: models that give other vectors have another one.
    """

    @property
    def signature(self) -> str: ...  # noqa: D102

    def encode(self, texts: Sequence[str]) -> Floats:
        """Embed texts, at least one: unit vectors, shape (texts, dimensions)."""


class WholeEncoder:
    """Encodes each run as a whole; see `align.encoders.whole_reading`."""

    additive = False

    def __init__(self, model: Model, cache: VectorCache | None = None) -> None:
        """Say once that this takes long.

        Args:
            model: what embeds texts.
            cache: where vectors are looked up and stored.
        """
        self._model, self._cache = model, cache
        self.signature = model.signature
        _log.warning("%s encodes every run of clauses anew, so this takes long", self.signature)

    def read(self, texts: Sequence[str]) -> WholeReading:
        """Read texts; they are encoded as they are asked for."""
        return WholeReading(texts, self._encode)

    def _encode(self, texts: Sequence[str]) -> Floats:
        """Take the vectors from the cache, and from the model those that aren't there."""
        known = self._cache.get(self.signature, texts) if self._cache else {}
        new = sorted((text for text in texts if text not in known), key=len)
        for begin in range(0, len(new), BATCH_TEXTS):
            batch = new[begin : begin + BATCH_TEXTS]
            found = dict(zip(batch, self._model.encode(batch), strict=True))
            known.update(found)
            if self._cache:
                self._cache.put(self.signature, found)
        return np.stack([known[text] for text in texts])
