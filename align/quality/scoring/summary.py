"""What the scores of all units say of a memory or an alignment as a whole, and one verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from align.alignment import Alignment, ParagraphPair
from align.quality.scoring.scores import Score
from corpora import Document, Kind, Span

LEVELS = (0.5, 0.8, 0.95)
"""The shares of units below these are told."""

GOOD, FAIR = 0.95, 0.80
"""A memory is good, or fair, where at least this share of its units can be used as they are."""


@dataclass(slots=True)
class Summary:
    """What scores say together; made by `add`, one after the other.

    Attributes:
        units: how many were scored.
        total: the sum of the scores.
        below: how many lie below each of `LEVELS`.
        usable: how many can be used as they are.
        errors: how many can't, for an error was found in them, whatever their score.
        alone: how many can't, for they have no partner.
    """

    units: int = 0
    total: float = 0.0
    below: dict[float, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))
    usable: int = 0
    errors: int = 0
    alone: int = 0

    def add(self, score: Score) -> None:
        """Take one more unit."""
        self.units += 1
        self.total += score.value
        for level in LEVELS:
            self.below[level] += score.value < level
        self.errors += score.has_error
        self.usable += score.is_usable
        has_both = all(side.text.strip() for side in score.pair.sides)
        self.alone += not score.is_usable and not has_both

    @property
    def mean(self) -> float:
        """The mean score: the share of units that is expected to be right."""
        return self.total / max(1, self.units)

    @property
    def share(self) -> float:
        """The share of units that can be used as they are."""
        return self.usable / max(1, self.units)

    @property
    def verdict(self) -> str:
        """One line for a person: good, fair or poor, and why.

        It is good where `GOOD` of the units can be used as they are, fair where `FAIR` can.
        """
        if not self.units:
            return "nothing to judge: it has no units"
        word = "good" if self.share >= GOOD else "fair" if self.share >= FAIR else "poor"
        rest = self.units - self.usable
        looks = "none to look at" if rest == 0 else f"{rest:,} to look at"
        if self.alone:
            which = f"{self.alone:,} of them" if self.alone < rest else "all of them"
            looks += f", {which if rest > 1 else 'which is'} without a partner"
        share = "all" if rest == 0 else f"{_rounded(self.share):.1%}".replace(".0%", "%")
        return f"{word}: {share} of the units can be used as they are; {looks}"


def _rounded(share: float) -> float:
    """Round a share to thousandths, but to no limit of a verdict that it does not reach."""
    rounded = round(share, 3)
    reaches = any(share < limit <= rounded for limit in (FAIR, GOOD, 1.0))
    return rounded - 0.001 if reaches else rounded


@dataclass(frozen=True, slots=True)
class AlignmentFigures:
    """What an alignment by itself says of its quality.

    Attributes:
        coverage: the share of each side's characters that found a partner, the source's first;
            what belongs to a site and not to the document is left out.
        anchors: of the pairs whose paragraphs are numbered on both sides, the share whose numbers
            agree; None where there are none.
        order: of neighbouring pairs, the share whose targets stand in the source's order.
        expected_f1: the F1 that is expected of the beads by their posteriors. A bead that is
            right with probability p counts p among the right ones; there are about as many right
            beads as found ones, so that precision and recall are expected to be one figure.
    """

    coverage: tuple[float, float]
    anchors: float | None
    order: float
    expected_f1: float


def alignment_figures(alignment: Alignment) -> AlignmentFigures:
    """Measure an alignment by what it says itself."""
    paired = [bead for bead in alignment.beads() if not bead.one_sided]
    source = _covered(alignment.source, [span for bead in paired for span in bead.source])
    target = _covered(alignment.target, [span for bead in paired for span in bead.target])
    numbers = [
        (alignment.source.paragraphs[pair.source[0]].number, _number_of(alignment, pair))
        for pair in alignment.pairs
        if pair.source and pair.target
    ]
    agreeing = [one == other for one, other in numbers if one and other]
    targets = [pair.target[0] for pair in alignment.pairs if pair.source and pair.target]
    ordered = [before < after for before, after in pairwise(targets)]
    scores = [bead.score for bead in alignment.beads()]
    return AlignmentFigures(
        (source, target),
        _mean(agreeing) if agreeing else None,
        _mean(ordered) if ordered else 1.0,
        _mean(scores) if scores else 0.0,
    )


def _number_of(alignment: Alignment, pair: ParagraphPair) -> str | None:
    return alignment.target.paragraphs[pair.target[0]].number


def _covered(document: Document, spans: Iterable[Span]) -> float:
    """Return the share of a document's characters that spans cover, without its furniture."""
    own = {
        index: len(paragraph.text)
        for index, paragraph in enumerate(document.paragraphs)
        if paragraph.kind is not Kind.BOILERPLATE
    }
    covered = sum(span.end - span.start for span in spans if span.paragraph in own)
    return covered / max(1, sum(own.values()))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
