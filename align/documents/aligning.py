"""Two Documents become an Alignment.

One search over both documents pairs paragraphs, sentences and clauses at once: paragraph numbers,
kinds and breaks weigh on the beads (`align.search.sentences.paragraph_features`), and where a bead
of sentences ends at a paragraph's end on both sides, a paragraph pair ends. Footnotes stand in an
order of their own and are aligned apart, but for those that are text in the other document; what is
in the other document's language is not aligned. What then stands unpaired on both sides, such as
closing lines in another order, is paired across.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise

import numpy as np

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.documents.bare_labels import Joined, join_bare_labels
from align.documents.by_place import limit_what_is_paired_by_place
from align.documents.capitals import is_in_capitals
from align.documents.foreign import without_foreign
from align.documents.grouping import Group, Texts, group_by_paragraph
from align.documents.lone_headings import free_lone_headings
from align.documents.moved.crossings import pair_across
from align.documents.moved.exchanged import settle_exchanged
from align.documents.moved.growing import take_in_neighbours
from align.documents.moved.headings import settle_moved_headings
from align.documents.moved.label_lines import settle_label_lines
from align.documents.moved.misplaced import settle_misplaced
from align.documents.moved.rows import settle_rows
from align.documents.moved.sentences import join_crossed_sentences
from align.documents.moved.sorted_lists import settle_sorted_lists
from align.documents.moved.swaps import settle_swaps
from align.documents.nearness import doubt_the_strange
from align.documents.notes_in_text import like_groups, only_unpaired, put_among
from align.documents.numbering import doubt_other_numbers, ordinal
from align.documents.precedents import settle_by_precedents
from align.documents.same_parties import find_same_parties
from align.documents.strands import FURNITURE, MIXED, STRANDS, TEXT
from align.documents.table_rows import RowNumbers
from align.documents.titles import give_titles_back, without_lone_titles
from align.encoders import Encoder
from align.search.engine import Aligner
from align.search.side import MOST_CLAUSES, UNNUMBERED, Breaks, Ints, Side, plain_side, read_clauses
from corpora import Document, Kind, Paragraph, Span
from corpora.segmentation import Level as Cut
from corpora.segmentation import split
from corpora.structure.labels import find_labels
from corpora.structure.words import words_of

Progress = Callable[[int, int], None]
"""Told how many source segments are done, and of how many."""

OPENING = frozenset({Kind.TITLE, Kind.CHAPEAU, Kind.HEADING})
"""Kinds of which the next paragraph is no continuation."""

ENDED = tuple(".;:!?。；：！？．…")
"""What a paragraph ends with whose last sentence, or main clause, is complete."""

_BRACKETED = re.compile(r"\[([^\[\]]*\w[^\[\]]*)\]|【([^【】]*\w[^【】]*)】")

Spans = Sequence[Span]


@dataclass(frozen=True, slots=True)
class Segments:
    """The segments of some paragraphs of a document.

    Each is one slice of a paragraph, or two: a label on a line of its own and what begins behind
    it (`align.documents.bare_labels`).

    Attributes:
        sentences: the sentences.
        clauses: the clauses of all of them, in order.
    """

    sentences: list[tuple[Span, ...]]
    clauses: list[tuple[Span, ...]]


def align_documents(
    source: Document,
    target: Document,
    encoder: Encoder,
    level: Level = Level.SENTENCE,
    progress: Progress | None = None,
) -> Alignment:
    """Align two documents.

    Args:
        source: the document that is translated from.
        target: the document that is translated to.
        encoder: what tells nearness of meaning.
        level: what a bead is made of; paragraphs and clauses are paired with their sentences.
        progress: called now and then with how far the work is.
    """
    pairs: list[ParagraphPair] = []
    searched = without_lone_titles(without_foreign((source, target)))
    for kinds in STRANDS:
        pairs += _align_strand(searched, kinds, encoder, level, progress)
    for meant in MIXED:
        if unpaired := only_unpaired(searched, pairs, meant):
            pairs = put_among(_align_strand(unpaired, TEXT, encoder, level, alike=True), pairs)
    pairs += [_alone(span, is_source=True) for span in _paragraphs(searched[0], FURNITURE)]
    pairs += [_alone(span, is_source=False) for span in _paragraphs(searched[1], FURNITURE)]
    pairs = give_titles_back(pairs, (source, target), searched)
    if level is Level.PARAGRAPH:
        pairs = [_as_one_bead(pair, source, target) for pair in pairs]
    return Alignment(source, target, tuple(_in_order(pairs)), level, encoder.signature)


def _align_strand(
    documents: tuple[Document, Document],
    kinds: frozenset[Kind],
    encoder: Encoder,
    level: Level,
    progress: Progress | None = None,
    *,
    alike: bool = False,
) -> list[ParagraphPair]:
    """Align the paragraphs of some kinds; give only pairs that are near in meaning if `alike`."""
    (rows, left), (columns, right) = read_strand(documents, kinds, encoder)
    report = partial(_report, progress, len(left)) if progress else None
    texts = _texts(documents[0], rows), _texts(documents[1], columns)
    numbers = _row_numbers(documents[0], rows), _row_numbers(documents[1], columns)
    aligner = Aligner(left, right, sure_parts=level is Level.CLAUSE)
    groups = _groups(aligner, left, right, texts, numbers, report)
    if alike:
        groups = like_groups(groups, left, right)
    return [_pair(group, rows, columns, level) for group in groups]


def align_lines(
    source: Document, target: Document, encoder: Encoder, progress: Progress | None = None
) -> Alignment:
    """Align two documents whose paragraphs are single sentences: each pair holds one bead.

    Nothing but the order, the lengths and the meaning is looked at; neither numbers nor kinds.

    Args:
        source: the document that is translated from.
        target: the document that is translated to.
        encoder: what tells nearness of meaning.
        progress: called now and then with how far the work is.
    """
    (rows, left), (columns, right) = read_line_strand((source, target), encoder)
    report = partial(_report, progress, len(source.paragraphs)) if progress else None
    runs = Aligner(left, right).align(report)
    pairs = [_pair([run], rows, columns, Level.SENTENCE) for run in runs]
    return Alignment(source, target, tuple(_in_order(pairs)), Level.SENTENCE, encoder.signature)


def read_strand(
    documents: tuple[Document, Document], kinds: frozenset[Kind], encoder: Encoder
) -> tuple[tuple[Segments, Side], tuple[Segments, Side]]:
    """Cut and encode the paragraphs of some kinds on both sides.

    The documents have no titles that only one of them has (`align.documents.titles`).
    """
    codes: dict[str, int] = {}

    def read(joined: Joined) -> tuple[Segments, Side]:
        sentences, clauses = _cut(joined.document, kinds)
        side = _side(joined.document, sentences, clauses, encoder, codes)
        return Segments(
            [joined.spans(span) for span in sentences], [joined.spans(span) for span in clauses]
        ), side

    source, target = join_bare_labels(documents)
    return read(source), read(target)


def read_line_strand(
    documents: tuple[Document, Document], encoder: Encoder
) -> tuple[tuple[Segments, Side], tuple[Segments, Side]]:
    """Encode documents whose paragraphs are single sentences."""

    def read(document: Document) -> tuple[Segments, Side]:
        lines = [paragraph.text for paragraph in document.paragraphs]
        texts = [line.capitalize() if is_in_capitals(line) else line for line in lines]
        side = plain_side(texts, document.language, encoder)
        return Segments([(span,) for span in _paragraphs(document, frozenset(Kind))], []), side

    return read(documents[0]), read(documents[1])


def _cut(document: Document, kinds: frozenset[Kind]) -> tuple[list[Span], list[Span]]:
    """Cut all paragraphs of some kinds into sentences, and these into clauses.

    Of what goes on without a full stop for more clauses than any sentence has, each is taken for a
    sentence: a transcript, say, or a scan without punctuation.
    """
    all_sentences: list[Span] = []
    all_clauses: list[Span] = []
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.kind not in kinds:
            continue
        clauses, sentences = (
            _slices(paragraph, document.language, level) for level in (Cut.CLAUSE, Cut.SENTENCE)
        )
        all_clauses.extend(Span(index, *piece) for piece in clauses)
        begins = [start for start, _ in clauses]
        for start, end in sentences:
            inside = begins[bisect_left(begins, start) : bisect_left(begins, end)]
            cuts = inside if len(inside) > MOST_CLAUSES else [start]
            all_sentences.extend(Span(index, *piece) for piece in pairwise([*cuts, end]))
    return all_sentences, all_clauses


def _slices(paragraph: Paragraph, language: str, level: Cut) -> list[tuple[int, int]]:
    """Cut a paragraph, but not inside its label or right behind it; a signature stays whole."""
    if paragraph.kind is Kind.SIGNATURE:
        return [(0, len(paragraph.text))]
    label = min(paragraph.label_length, len(paragraph.text) - 1)
    ends = [end for _, end in split(paragraph.text, language, level) if end > label]
    return list(pairwise([0, *ends]))


def _paragraphs(document: Document, kinds: frozenset[Kind]) -> list[Span]:
    """All paragraphs of some kinds, each whole."""
    return [
        Span(index, 0, len(paragraph.text))
        for index, paragraph in enumerate(document.paragraphs)
        if paragraph.kind in kinds
    ]


def _side(
    document: Document, sentences: Spans, clauses: Spans, encoder: Encoder, codes: dict[str, int]
) -> Side:
    """Make a side of segments; `codes` gives the same number the same code on both sides."""
    texts: list[list[str]] = [[] for _ in sentences]
    capitals = [is_in_capitals(paragraph.text) for paragraph in document.paragraphs]
    sentence = 0
    for span in clauses:
        words = _words(document.paragraphs[span.paragraph], span)
        texts[sentence].append(words.capitalize() if capitals[span.paragraph] else words)
        whole = sentences[sentence]
        sentence += (span.paragraph, span.end) == (whole.paragraph, whole.end)
    return Side(
        read_clauses(texts, document.language, encoder), _breaks(document, sentences, codes)
    )


def _breaks(document: Document, sentences: Spans, codes: dict[str, int]) -> Breaks:
    """Find what begins at each sentence."""
    size = len(sentences) + 1
    begins, apart, repeats, headings = np.zeros((4, size), dtype=bool)
    begins[-1] = apart[-1] = True
    numbers, kinds, ordinals = np.full((3, size), UNNUMBERED)
    before: Paragraph | None = None
    for place, span in enumerate(sentences):
        paragraph = document.paragraphs[span.paragraph]
        begins[place] = span.start == 0
        if not begins[place]:
            continue
        kinds[place] = list(Kind).index(paragraph.kind)
        headings[place] = paragraph.kind is Kind.HEADING
        if key := _anchor(paragraph):
            numbers[place] = codes.setdefault(key, len(codes))
            ordinals[place] = ordinal(paragraph.number or "")
        apart[place] = before is None or _stands_apart(paragraph, before)
        repeats[place] = before is not None and paragraph.text == before.text
        before = paragraph
    return Breaks(begins, apart, repeats, numbers, headings, kinds, ordinals)


def _anchor(paragraph: Paragraph) -> str:
    """What a paragraph has in common with its translation for sure, or "".

    That is its number in its scope, or that it is a chapeau: of those a resolution has just one.
    """
    if paragraph.number is not None:
        return f"{paragraph.scope}\n{paragraph.number}"
    return paragraph.kind.value if paragraph.kind is Kind.CHAPEAU else ""


def _words(paragraph: Paragraph, span: Span) -> str:
    """A segment's words for the encoder: without the paragraph's label, where there are others.

    Nor has a paragraph in brackets these, which are like each other whatever stands in them.
    """
    words = paragraph.text[max(span.start, paragraph.label_length) : span.end].strip()
    if bracketed := _BRACKETED.fullmatch(words):
        words = bracketed[1] or bracketed[2]
    return words or paragraph.text[span.start : span.end].strip()


def _stands_apart(paragraph: Paragraph, before: Paragraph) -> bool:
    """Whether a paragraph can't go on with the sentence of the one before it."""
    return (
        paragraph.kind is Kind.HEADING
        or (paragraph.kind is not before.kind and before.kind in OPENING)
        or paragraph.number is not None
        or before.text.endswith(ENDED)
    )


def _texts(document: Document, segments: Segments) -> list[str]:
    """The texts of segments without labels, known for some or not, even if nothing is left."""
    words = words_of(document.language)

    def text(span: Span) -> str:
        paragraph = document.paragraphs[span.paragraph]
        parts = (label.length for label in find_labels(paragraph.text, words) if label.is_part)
        return paragraph.text[max(span.start, paragraph.label_length, *parts) : span.end]

    return [" ".join(map(text, spans)) for spans in segments.sentences]


def _row_numbers(document: Document, segments: Segments) -> Ints:
    """Which row of a table each sentence stands in; 0 outside tables."""
    rows = (document.paragraphs[spans[-1].paragraph].row for spans in segments.sentences)
    return np.array([*rows], dtype=np.int64)


def _groups(
    aligner: Aligner,
    left: Side,
    right: Side,
    texts: Texts,
    rows: RowNumbers,
    report: Callable[[int], None] | None,
) -> list[Group]:
    """Align two sides and gather the runs by paragraph, those in another order too."""
    groups = group_by_paragraph(aligner.align(report), left, right)
    groups = settle_sorted_lists(aligner, groups, texts, left, right)
    groups = settle_by_precedents(aligner, groups, left, right)
    groups = settle_misplaced(aligner, groups, texts, left, right)
    groups = settle_exchanged(aligner, groups, left, right)
    groups = pair_across(aligner, groups, left, right)
    groups = take_in_neighbours(aligner, groups, left, right)
    groups = settle_moved_headings(aligner, groups, texts, left, right)
    groups = settle_label_lines(aligner, groups, texts, left, right)
    same = find_same_parties(groups, texts)
    groups = settle_swaps(aligner, groups, texts, left, right, same)
    groups = settle_rows(aligner, groups, texts, rows, left, right)
    groups = free_lone_headings(aligner, groups, texts, left, right)
    groups = join_crossed_sentences(groups, left, right)
    groups = doubt_other_numbers(groups, left, right)
    groups = doubt_the_strange(groups, texts, rows, left, right)
    return limit_what_is_paired_by_place(groups, texts, left, right, same)


def _report(progress: Progress, total: int, done: int) -> None:
    progress(done, total)


def _pair(group: Group, rows: Segments, columns: Segments, level: Level) -> ParagraphPair:
    source, target = rows.sentences, columns.sentences
    if level is Level.CLAUSE:
        source, target = rows.clauses, columns.clauses
        group = [part for run in group for part in run.clauses]
    beads = tuple(
        Bead(
            tuple(chain(*source[slice(*run.source)])),
            tuple(chain(*target[slice(*run.target)])),
            run.score,
            doubts=run.doubts,
        )
        for run in group
    )
    return _of_beads(beads)


def _alone(span: Span, *, is_source: bool) -> ParagraphPair:
    """Leave a paragraph out of the pairing for certain."""
    return _of_beads((Bead((span,), (), 1.0) if is_source else Bead((), (span,), 1.0),))


def _of_beads(beads: tuple[Bead, ...]) -> ParagraphPair:
    return ParagraphPair(
        tuple(sorted({span.paragraph for bead in beads for span in bead.source})),
        tuple(sorted({span.paragraph for bead in beads for span in bead.target})),
        beads,
    )


def _as_one_bead(pair: ParagraphPair, source: Document, target: Document) -> ParagraphPair:
    """Make one bead of a pair's whole paragraphs, with the pair's score."""
    sides = [
        tuple(Span(index, 0, len(document.paragraphs[index].text)) for index in indices)
        for document, indices in ((source, pair.source), (target, pair.target))
    ]
    return ParagraphPair(pair.source, pair.target, (Bead(sides[0], sides[1], pair.score),))


def _in_order(pairs: Sequence[ParagraphPair]) -> list[ParagraphPair]:
    """Sort by source; put what only the target has behind the target paragraph before it."""
    ordered = sorted((pair for pair in pairs if pair.source), key=lambda pair: pair.source)
    place_of = {index: place for place, pair in enumerate(ordered) for index in pair.target}
    inserted = sorted((pair for pair in pairs if not pair.source), key=lambda pair: pair.target)
    behind: dict[int, list[ParagraphPair]] = {}
    for pair in inserted:
        place = place_of.get(pair.target[0] - 1, -1)
        place_of[pair.target[-1]] = place
        behind.setdefault(place, []).append(pair)
    result = behind.get(-1, [])
    for place, pair in enumerate(ordered):
        result += [pair, *behind.get(place, [])]
    return result
