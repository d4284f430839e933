"""Random alignments, as sound as those that the pairing makes."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.doubts import Doubt, Reason
from corpora import Document, Paragraph, Span

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
SCORES = st.floats(0, 1)
DOUBTS = st.lists(st.builds(Doubt, st.sampled_from(Reason), SCORES), max_size=2).map(tuple)


@st.composite
def _cut(draw: st.DrawFn, count: int) -> list[tuple[int, int]]:
    """Cut so many things into runs, of which some may be empty."""
    ends = sorted(draw(st.sets(st.integers(0, count), max_size=3)) | {count})
    return list(zip([0, *ends[:-1]], ends, strict=True))


@st.composite
def _segments(draw: st.DrawFn, document: Document, indices: Sequence[int]) -> list[Span]:
    """All segments of some paragraphs."""
    return [
        Span(index, start, end)
        for index in indices
        for start, end in draw(_cut(len(document.paragraphs[index].text)))
        if start < end
    ]


@st.composite
def _pairs(
    draw: st.DrawFn, source: Document, target: Document, rows: range, columns: range
) -> ParagraphPair:
    """Pair some paragraphs: beads of one segment a side as long as there are, then the rest."""
    left, right = draw(_segments(source, rows)), draw(_segments(target, columns))
    beads = [
        Bead((a,), (b,), draw(SCORES), draw(st.none() | SCORES), draw(DOUBTS))
        for a, b in zip(left, right, strict=False)
    ]
    beads += [Bead((span,), (), draw(SCORES)) for span in left[len(beads) :]]
    beads += [Bead((), (span,), draw(SCORES)) for span in right[len(left) :]]
    return ParagraphPair(tuple(rows), tuple(columns), tuple(beads))


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    """Draw two documents of some paragraphs, paired in order."""
    source, target = (
        Document(
            draw(TEXTS),
            language,
            tuple(Paragraph(text) for text in draw(st.lists(TEXTS, min_size=1, max_size=5))),
        )
        for language in ("zh-CN", "en")
    )
    cuts = [draw(_cut(len(document.paragraphs))) for document in (source, target)]
    longest = max(map(len, cuts))
    for cut, document in zip(cuts, (source, target), strict=True):
        end = len(document.paragraphs)
        cut += [(end, end)] * (longest - len(cut))
    pairs = [
        draw(_pairs(source, target, range(*rows), range(*columns)))
        for rows, columns in zip(*cuts, strict=True)
        if rows[0] < rows[1] or columns[0] < columns[1]
    ]
    return Alignment(source, target, tuple(pairs), draw(st.sampled_from(Level)), draw(TEXTS))
