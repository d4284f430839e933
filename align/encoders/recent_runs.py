"""The runs of texts that were embedded last: much of what a search asks for it has just asked for.

The first search asks for single sentences that the band was found with, the second one for short
sentences that the first one has asked for as runs of clauses: of all runs a sixth.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from align.encoders.protocol import Floats, Spans

MOST_RUNS = 16_384
"""Runs that are kept, some 32 megabytes."""


class RecentRuns:
    """What was asked for last."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._keys: Spans = np.empty(0, dtype=np.int64)
        self._vectors: Floats | None = None

    def vectors(self, spans: Spans, embed: Callable[[Spans], Floats]) -> Floats:
        """Return the vectors of runs, which nobody may change.

        Args:
            spans: as `align.encoders.protocol.Reading.embed` takes them.
            embed: embeds those that were not asked for last.
        """
        keys = spans[:, 0] << 32 | spans[:, 1]
        vectors = self._found(keys, spans, embed)
        if len(keys) <= MOST_RUNS:
            self._keys, self._vectors = keys, vectors
        else:
            self._keys, self._vectors = keys[:0], None
        return vectors

    def _found(self, keys: Spans, spans: Spans, embed: Callable[[Spans], Floats]) -> Floats:
        if self._vectors is None or not len(self._keys):
            return embed(spans)
        order = np.argsort(self._keys, kind="stable")
        places = order[np.searchsorted(self._keys, keys, sorter=order).clip(max=len(order) - 1)]
        known = self._keys[places] == keys
        if not known.any():
            return embed(spans)
        vectors = np.empty((len(keys), self._vectors.shape[1]), dtype=np.float32)
        vectors[known] = self._vectors[places[known]]
        vectors[~known] = embed(spans[~known])
        return vectors
