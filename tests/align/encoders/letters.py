"""A model for tests: a text's vector counts its letters, and what it was given is remembered."""

from collections.abc import Sequence

import numpy as np

from align.encoders import Floats

DIMENSIONS = 64


class Letters:
    """Counts letters by their code, modulo the dimensions."""

    signature = "letters 1"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Floats:
        self.encoded += texts
        counts = np.full((len(texts), DIMENSIONS), 0.01, dtype=np.float32)
        for row, text in zip(counts, texts, strict=True):
            for character in text:
                row[ord(character) % DIMENSIONS] += 1
        vectors: Floats = counts / np.linalg.norm(counts, axis=1, keepdims=True)
        return vectors
