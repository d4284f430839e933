"""Headings that only one document has, put together with the text behind or before them.

Where the one version has no headings, a path may pair a heading and its text with the text alone,
since that leaves nothing unpaired. But a heading that says nothing of what the other side says
makes the pair no nearer: it stands better alone. So does a label on a line of its own ("Article
42") where the other side has no number, however near it is to a text that speaks of Article 41.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.documents.grouping import Group, Texts, embed_sentences, extent, is_linked, is_whole
from align.search.engine import Aligner, alone
from align.search.side import UNNUMBERED, Side

LOSS = 0.01
"""The greatest cosine that a pair may lose with its heading."""

UNLIKE = 0.4
"""The greatest cosine of such a heading with the other side."""


def free_lone_headings(
    aligner: Aligner, groups: Sequence[Group], texts: Texts, source: Side, target: Side
) -> list[Group]:
    """Leave headings and labels unpaired that nothing on the other side translates.

    Args:
        aligner: the aligner of the two sides.
        groups: runs by whole paragraphs.
        texts: the texts of all sentences, without labels.
        source: the source, in paragraphs.
        target: the target, in paragraphs.

    Returns:
        The groups as they are then.
    """
    freed: list[Group] = []
    for group in groups:
        freed += _freed(aligner, group, texts, (source, target))
    return freed


def _freed(aligner: Aligner, group: Group, texts: Texts, sides: tuple[Side, Side]) -> list[Group]:
    """Part a group from the headings that it begins or ends with, if they say nothing to it."""
    ends = extent(group)
    if not all(ends) or not is_whole(group):
        return [group]
    for which, (own, other) in enumerate((sides, sides[::-1])):
        opposite = ends[1 - which]
        for heading, rest in _outer_paragraphs(own, ends[which]):
            begins = heading.start == ends[which].start
            edge = opposite.start if begins else _last_paragraph(other, opposite)
            if other.breaks.headings[edge]:
                continue
            if _is_label(heading, texts[which]):
                strange = other.breaks.numbers[edge] == UNNUMBERED
            else:
                strange = own.breaks.headings[heading.start] and _is_strange(
                    own, other, heading, rest, opposite
                )
            if not strange:
                continue
            parts = (rest, opposite) if which == 0 else (opposite, rest)
            made = aligner.align_parts(*parts)
            if is_linked(made):
                score = min(run.score for run in group)
                lone = [alone(sentence, own, score) for sentence in heading]
                rests = _freed(aligner, made, texts, sides)
                return [lone if which == 0 else [run.turned() for run in lone], *rests]
    return [group]


def _outer_paragraphs(side: Side, sentences: range) -> Iterator[tuple[range, range]]:
    """Give the last and the first paragraph of several, and the others."""
    begins = [place for place in sentences if side.breaks.begins[place]]
    if len(begins) >= 2:
        yield range(begins[-1], sentences.stop), range(sentences.start, begins[-1])
        yield range(sentences.start, begins[1]), range(begins[1], sentences.stop)


def _last_paragraph(side: Side, sentences: range) -> int:
    return next(place for place in reversed(sentences) if side.breaks.begins[place])


def _is_label(sentences: range, texts: Sequence[str]) -> bool:
    return not any(texts[place].strip() for place in sentences)


def _is_strange(own: Side, other: Side, heading: range, rest: range, opposite: range) -> bool:
    """Whether a heading brings what it is put together with no nearer to the other side."""
    both = range(min(heading.start, rest.start), max(heading.stop, rest.stop))
    vectors = embed_sentences(own, [heading, rest, both])
    title, without, whole = (vectors @ embed_sentences(other, [opposite])[0]).tolist()
    return bool(title <= UNLIKE and without >= whole - LOSS)
