"""What must hold in every Alignment, whoever made it: nothing lost, nothing twice, all in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from align.alignment import Alignment, Bead, ParagraphPair
from corpora import Document, Paragraph, Span


def find_faults(alignment: Alignment) -> Iterator[str]:
    """Find what is wrong with an alignment, each a few words for a message.

    Every paragraph of both documents is in just one pair; the pairs stand in the source's order;
    the beads of a pair hold all segments of its paragraphs and no other, in order; scores and
    qualities are in [0, 1]. Pairs and beads are counted from 0, as in the alignment file.
    """
    for document in (alignment.source, alignment.target):
        for index, paragraph in enumerate(document.paragraphs):
            if fault := _paragraph_fault(paragraph):
                yield f"{document.name}, paragraph {index}: {fault}"
    yield from _pair_faults(alignment)
    for count, pair in enumerate(alignment.pairs):
        for place, bead in enumerate(pair.beads):
            if fault := _bead_fault(bead):
                yield f"pair {count}, bead {place}: {fault}"
        for document, indices, spans in _sides(alignment, pair):
            if fault := _span_fault(document, indices, spans):
                yield f"pair {count}: {fault}"


def _paragraph_fault(paragraph: Paragraph) -> str | None:
    length = len(paragraph.text)
    if not 0 <= paragraph.label_length <= length:
        return f"label_length {paragraph.label_length} is not within the text's {length} characters"
    offsets = [0, *(mark.offset for mark in paragraph.marks), length]
    if any(before > behind for before, behind in pairwise(offsets)):
        return "its marks are not in order within the text"
    return None


def _pair_faults(alignment: Alignment) -> Iterator[str]:
    """What is wrong with the paragraphs of the pairs."""
    for name in ("source", "target"):
        document: Document = getattr(alignment, name)
        pair_of: dict[int, int] = {}
        for count, pair in enumerate(alignment.pairs):
            for index in getattr(pair, name):
                if not 0 <= index < len(document.paragraphs):
                    yield f"pair {count}: {document.name} has no paragraph {index}"
                elif index in pair_of:
                    where = f"pair {pair_of[index]} and again in pair {count}"
                    yield f"paragraph {index} of {document.name} is in {where}"
                pair_of[index] = count
        for index in range(len(document.paragraphs)):
            if index not in pair_of:
                yield f"paragraph {index} of {document.name} is in no pair"
    before = -1
    for count, pair in enumerate(alignment.pairs):
        if not (pair.source or pair.target):
            yield f"pair {count} has no paragraph"
        if pair.source and pair.source[0] <= before:
            yield f"pair {count} is not in the source's order"
        before = pair.source[0] if pair.source else before


def _bead_fault(bead: Bead) -> str | None:
    if not (bead.source or bead.target):
        return "it has no segment"
    if not 0 <= bead.score <= 1:
        return f"its score {bead.score} is not between 0 and 1"
    if bead.quality is not None and (bead.one_sided or not 0 <= bead.quality <= 1):
        where = "of a bead with an empty side" if bead.one_sided else "is not between 0 and 1"
        return f"its quality {bead.quality} {where}"
    return None


def _sides(
    alignment: Alignment, pair: ParagraphPair
) -> Iterator[tuple[Document, tuple[int, ...], list[Span]]]:
    """Each document with its paragraphs in a pair and the segments of the pair's beads."""
    yield alignment.source, pair.source, [span for bead in pair.beads for span in bead.source]
    yield alignment.target, pair.target, [span for bead in pair.beads for span in bead.target]


def _span_fault(document: Document, indices: Sequence[int], spans: Sequence[Span]) -> str | None:
    """Whether segments fail to be all of some paragraphs, one behind another."""
    if any(before >= behind for before, behind in pairwise(indices)):
        return f"its paragraphs of {document.name} are not in order"
    done = {index: 0 for index in indices if 0 <= index < len(document.paragraphs)}
    seen: set[int] = set()
    latest = -1
    for span in spans:
        where = f"{document.name} has no segment {span.start} to {span.end} of paragraph"
        if span.paragraph not in done:
            return f"{where} {span.paragraph} in it"
        length = len(document.paragraphs[span.paragraph].text)
        empty = span.start >= span.end and length > 0
        if empty or not 0 <= span.start <= span.end <= length:
            return f"{where} {span.paragraph}, which has {length} characters"
        if span.paragraph < latest or span.start != done[span.paragraph]:
            return (
                f"segment {span.start} to {span.end} of paragraph {span.paragraph} of"
                f" {document.name} does not follow what is before it"
            )
        latest = span.paragraph
        done[latest] = span.end
        seen.add(latest)
    for index, end in done.items():
        length = len(document.paragraphs[index].text)
        if end != length or index not in seen:
            return (
                f"characters {end} to {length} of paragraph {index} of {document.name}"
                " are in no bead"
            )
    return None
