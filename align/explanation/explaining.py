"""Why a bead is as it is: what decided it against the best other choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain
from typing import TypeVar

from align.alignment import Alignment, Bead, ParagraphPair
from align.documents.aligning import Segments, read_line_strand, read_strand
from align.documents.foreign import without_foreign
from align.documents.notes_in_text import only_unpaired
from align.documents.strands import MIXED, STRANDS, TEXT
from align.documents.titles import without_lone_titles
from align.encoders import Encoder
from align.explanation.lattice import Stretch, Window
from align.explanation.search import Comparison, compare, first_partner
from align.search.engine import Aligner
from align.search.side import Side
from align.search.weights import Weights
from corpora import Document, Kind, Span

_T = TypeVar("_T")

Chosen = tuple[ParagraphPair, Bead]
"""A bead with the paragraph pair that it is in."""


class Uncompared(Enum):
    """Why a bead could not be compared with any other choice."""

    FURNITURE = auto()
    """It is no part of the text, but of the site that the text was taken from."""

    FOREIGN = auto()
    """It is in the language of the other document (`align.documents.foreign`)."""

    LONE_TITLE = auto()
    """It is a title that the other side has not, or holds one (`align.documents.titles`)."""

    NOTHING_OPPOSITE = auto()
    """The other side has nothing of its kind: no text, or no footnote."""

    GIVEN_UP = auto()
    """The search had paired it, but what it was paired with got another partner afterwards."""

    NO_OTHER_CHOICE = auto()
    """The other side has nothing at its place: around it the search is sure of other pairs."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What decided a bead.

    Attributes:
        bead: the bead.
        comparison: the bead against the best other choice; None where nothing was compared.
        other: the segments of the best other choice, bead by bead, where it differs; of what lost
            its partner after the search, the bead that it was in.
        across: whether it was paired after the search: with what stands at another place of the
            other text (`align.documents.moved.crossings`), with what names the same
            (`align.documents.moved.swaps`, `align.documents.moved.label_lines`), or as what is like
            it is paired (`align.documents.precedents`).
        turned: whether the comparison has the target for its source, as the search had.
        uncompared: why there is no comparison, where there is none.
    """

    bead: Bead
    comparison: Comparison | None
    other: tuple[tuple[tuple[Span, ...], tuple[Span, ...]], ...] = ()
    across: bool = False
    turned: bool = False
    uncompared: Uncompared | None = None


@dataclass(frozen=True, slots=True)
class _Strand:
    """What is aligned by itself: the segments of both sides, and the sides."""

    rows: Segments
    columns: Segments
    left: Side
    right: Side

    def turned(self) -> _Strand:
        return _Strand(self.columns, self.rows, self.right, self.left)


def explain(
    alignment: Alignment,
    chosen: Sequence[Chosen],
    encoder: Encoder,
    *,
    lines: bool = False,
    weights: Weights | None = None,
) -> list[Explanation]:
    """Explain beads of sentences: search again where they are, for the best other choice.

    Args:
        alignment: the alignment, of sentences.
        chosen: the beads to be explained, each with its paragraph pair.
        encoder: the encoder that the alignment was made with.
        lines: whether it was made by `align_lines`.
        weights: the weights that it was made with; those that ship when left out.

    Returns:
        An explanation of each bead, in the order given.
    """
    documents = alignment.source, alignment.target
    found: dict[Chosen, Explanation] = {}
    if lines:
        (rows, left), (columns, right) = read_line_strand(documents, encoder)
        return _explain_strand(_Strand(rows, columns, left, right), chosen, weights)
    searched = without_lone_titles(without_foreign(documents))

    def explain_in(
        read: tuple[Document, Document], kinds: frozenset[Kind], items: Sequence[Chosen]
    ) -> None:
        (rows, left), (columns, right) = read_strand(read, kinds, encoder)
        strand = _Strand(rows, columns, left, right)
        seen = [set(chain(*segments.sentences)) for segments in (rows, columns)]
        items = [item for item in items if _is_among(item[1], *seen)]
        found.update(zip(items, _explain_strand(strand, items, weights), strict=True))

    for kinds in STRANDS:
        if of_strand := [item for item in chosen if _kind(searched, item[1]) in kinds]:
            explain_in(searched, kinds, of_strand)
    for meant in MIXED:
        mixed = [item for item in chosen if _is_mixed(searched, item[1], meant)]
        unpaired = only_unpaired(searched, alignment.pairs, meant) if mixed else None
        if unpaired:
            explain_in(unpaired, TEXT, mixed)
    return [
        found.get(item) or Explanation(item[1], None, uncompared=_outside(documents, item[1]))
        for item in chosen
    ]


def _outside(documents: tuple[Document, Document], bead: Bead) -> Uncompared:
    """Why the search did not see a bead."""
    if _kind(documents, bead) is Kind.BOILERPLATE:
        return Uncompared.FURNITURE
    is_foreign = _kind(without_foreign(documents), bead) is Kind.BOILERPLATE
    return Uncompared.FOREIGN if is_foreign else Uncompared.LONE_TITLE


def _kind(documents: tuple[Document, Document], bead: Bead) -> Kind:
    side, spans = (0, bead.source) if bead.source else (1, bead.target)
    return documents[side].paragraphs[spans[0].paragraph].kind


def _is_mixed(
    documents: tuple[Document, Document],
    bead: Bead,
    kinds: tuple[frozenset[Kind], frozenset[Kind]],
) -> bool:
    """Whether a bead has two sides, of some kinds each."""
    return not bead.one_sided and all(
        documents[side].paragraphs[spans[0].paragraph].kind in kinds[side]
        for side, spans in enumerate((bead.source, bead.target))
    )


def _is_among(bead: Bead, source: set[Span], target: set[Span]) -> bool:
    """Whether the search saw all segments of a bead: a title that only one side has it did not."""
    return source.issuperset(bead.source) and target.issuperset(bead.target)


def _explain_strand(
    strand: _Strand, chosen: Sequence[Chosen], weights: Weights | None
) -> list[Explanation]:
    if not (len(strand.left) and len(strand.right)):
        return [
            Explanation(bead, None, uncompared=Uncompared.NOTHING_OPPOSITE) for _, bead in chosen
        ]
    aligner = Aligner(strand.left, strand.right, weights)
    turned = aligner.turned
    if turned:
        strand = strand.turned()
    places = [_places(strand, *_order(bead.source, bead.target, turned)) for _, bead in chosen]
    compared: dict[int, Comparison] = {}
    at_first: dict[int, Stretch] = {}
    for outline in aligner.outlines():
        window = Window(aligner.pair, aligner.weights, outline)
        for count, sentences in enumerate(places):
            if count in compared:
                continue
            if comparison := compare(window, *sentences):
                compared[count] = comparison
            elif stretch := first_partner(window, *sentences):
                at_first[count] = stretch
    explanations = []
    for count, (pair, bead) in enumerate(chosen):
        comparison, across = compared.get(count), False
        if comparison is None and pair.source and pair.target:
            # Not on the path through the whole: it was paired afterwards.
            source = [span for other in pair.beads for span in other.source]
            target = [span for other in pair.beads for span in other.target]
            parts = _places(strand, *_order(source, target, turned))
            outline = aligner.outline_of_parts(*_order(*parts, turned))
            window = Window(aligner.pair, aligner.weights, outline)
            comparison = compare(window, *places[count])
            across = True
        other = comparison.other if comparison else ()
        if comparison is None and count in at_first:
            other = (at_first[count],)
        spans = tuple(_order(*_spans(strand, stretch), turned) for stretch in other)
        uncompared = None
        if comparison is None:
            is_given_up = count in at_first
            uncompared = Uncompared.GIVEN_UP if is_given_up else Uncompared.NO_OTHER_CHOICE
        explanations.append(Explanation(bead, comparison, spans, across, turned, uncompared))
    return explanations


def _order(source: _T, target: _T, turned: bool) -> tuple[_T, _T]:
    return (target, source) if turned else (source, target)


def _places(strand: _Strand, source: Sequence[Span], target: Sequence[Span]) -> tuple[range, range]:
    """The numbers of adjacent sentences of both sides."""
    rows, columns = (
        range(_place(of_all, spans[0]), _place(of_all, spans[-1]) + 1) if spans else range(0)
        for of_all, spans in (
            (strand.rows.sentences, source),
            (strand.columns.sentences, target),
        )
    )
    return rows, columns


def _place(sentences: Sequence[Sequence[Span]], wanted: Span) -> int:
    """The number of the sentence that a span is, or is part of."""
    return next(place for place, spans in enumerate(sentences) if wanted in spans)


def _spans(strand: _Strand, stretch: Stretch) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    return (
        tuple(chain(*strand.rows.sentences[stretch.top : stretch.bottom])),
        tuple(chain(*strand.columns.sentences[stretch.left : stretch.right])),
    )
