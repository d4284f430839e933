"""The nouns of the pairing: Alignment, ParagraphPair and Bead.

They hold the two documents whole and name their parts by position, so that every word of both can
be found again: what was paired, what was not, and with which score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from align.doubts import Doubt
from corpora import Document, Span


class Level(StrEnum):
    """What a bead, and so a translation unit, is made of."""

    SENTENCE = "sentence"
    CLAUSE = "clause"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Bead:
    """A run of source segments and a run of target segments that translate each other.

    Attributes:
        source: the segments in their order; empty where the target has no source (0-1).
        target: the same; empty where the source is untranslated (1-0).
        score: the probability that just these segments belong together, in [0, 1]; for a
            one-sided bead, that it has no partner (which memories and tables don't show: what
            has no partner has no score there).
        quality: the probability that the two sides say the same, wholly, as `duiqi score` tells
            it; None where that was not asked, or where a side is empty.
        doubts: what its score was multiplied by after the search, and why; none of a bead of whole
            paragraphs.
    """

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    score: float
    quality: float | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def trust(self) -> float:
        """The lower one of its score and, where it is known, its quality."""
        return self.score if self.quality is None else min(self.score, self.quality)

    @property
    def one_sided(self) -> bool:
        """Whether one side is empty."""
        return not (self.source and self.target)


@dataclass(frozen=True, slots=True)
class ParagraphPair:
    """Paragraphs that translate each other, and the beads inside them.

    Attributes:
        source: the paragraphs' indices in their document; empty where nothing is paired.
        target: the same for the target.
        beads: their segments, all of them, in the source's order.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    beads: tuple[Bead, ...]

    @property
    def one_sided(self) -> bool:
        """Whether one side is empty."""
        return not (self.source and self.target)

    @property
    def score(self) -> float:
        """The mean score of the beads, each weighing as many characters as it holds."""
        sizes = [
            sum(span.end - span.start for span in bead.source + bead.target) for bead in self.beads
        ]
        return sum(bead.score * size for bead, size in zip(self.beads, sizes, strict=True)) / max(
            1, sum(sizes)
        )


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two documents, and how their parts belong together.

    Every paragraph of both documents is in just one pair, boilerplate too (unpaired).

    Attributes:
        source: the document that is translated from.
        target: the document that is translated to.
        pairs: in the source's order; unpaired target paragraphs behind what they follow.
        level: what the beads are made of.
        encoder: the signature of the encoder that told meaning.
        scorer: the signature of what told the beads' quality; "" where nothing did.
        doubts: what speaks against the documents being versions of one, each a few words.
    """

    source: Document
    target: Document
    pairs: tuple[ParagraphPair, ...]
    level: Level
    encoder: str
    scorer: str = ""
    doubts: tuple[str, ...] = ()

    def beads(self) -> Iterator[Bead]:
        """All beads in the order of the pairs."""
        for pair in self.pairs:
            yield from pair.beads
