"""The protocol that an encoder keeps, so that any other can be put in its place.

An encoder reads a list of texts once; the Reading then gives the embedding of any run of
adjacent texts. An encoder that adds up token features answers that from its sums; another one
encodes each run as a whole, and says so by `additive = False`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from align.encoders.workers import Workers

Floats = npt.NDArray[np.float32]
Spans = npt.NDArray[np.int64]


class Reading(Protocol):
    """Texts as an encoder has read them.

    Attributes:
        additive: whether the embeddings of runs come from sums, nearly free.
        workers: what may embed different runs at once.
    """

    @property
    def additive(self) -> bool: ...  # noqa: D102

    @property
    def workers(self) -> Workers: ...  # noqa: D102

    def embed(self, spans: Spans) -> Floats:
        """Embed runs of adjacent texts.

        Args:
            spans: shape (k, 2), the first text of each run and the one after its last.

        Returns:
            Shape (k, dimensions), each row of unit length.
        """

    def embed_without(self, spans: Spans, gaps: Spans) -> Floats:
        """Embed runs of texts from each of which a run inside it is left out.

        Args:
            spans: as `embed` takes them.
            gaps: shape (k, 2), the first text that is left out of each run and the one after the
                last; not the whole run.

        Returns:
            As of `embed`.
        """


class Encoder(Protocol):
    """What turns texts into a Reading.

    Attributes:
        signature: name and version, for the record that each alignment keeps.
        additive: whether the embeddings of runs come from sums, nearly free.
    """

    @property
    def signature(self) -> str: ...  # noqa: D102

    @property
    def additive(self) -> bool: ...  # noqa: D102

    def read(self, texts: Sequence[str]) -> Reading:
        """Read texts, in their order."""
