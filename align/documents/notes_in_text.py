"""Footnotes of the one document that are text in the other.

A file may keep its notes or references as footnotes, and its translation the same as paragraphs at
the end: a list without numbers, or one below a heading. Footnotes are searched apart from the text,
so what both then have left is looked at together: notes of the one side, text of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from align.alignment import ParagraphPair
from align.documents.grouping import Group, embed_sentences, extent
from align.search.side import Side
from corpora import Document, Kind

LIKE, BESIDE = 0.5, 0.3
"""The least cosine of a note and its translation, since what is left on both sides may well be
strange; and of one that stands right before or behind such a note on both sides."""

Documents = tuple[Document, Document]


def only_unpaired(
    documents: Documents,
    pairs: Iterable[ParagraphPair],
    kinds: tuple[frozenset[Kind], frozenset[Kind]],
) -> Documents | None:
    """Return two documents of which only what has no partner is text; None if a side has nothing.

    Args:
        documents: both documents.
        pairs: how their paragraphs are paired; pairs of just these kinds count as none, since they
            were found so.
        kinds: of either side, which paragraphs are meant; they become plain paragraphs, all others
            furniture.
    """
    source_kinds, target_kinds = (
        [paragraph.kind for paragraph in document.paragraphs] for document in documents
    )
    alone = [
        pair
        for pair in pairs
        if pair.one_sided
        or (
            all(source_kinds[index] in kinds[0] for index in pair.source)
            and all(target_kinds[index] in kinds[1] for index in pair.target)
        )
    ]
    unpaired = (
        {index for pair in alone for index in pair.source},
        {index for pair in alone for index in pair.target},
    )
    source, target = (
        _only(document, own, meant)
        for document, own, meant in zip(documents, unpaired, kinds, strict=True)
    )
    return (source, target) if source and target else None


def _only(document: Document, own: set[int], kinds: frozenset[Kind]) -> Document | None:
    chosen = {index for index in own if document.paragraphs[index].kind in kinds}
    paragraphs = tuple(
        replace(paragraph, kind=Kind.BODY if index in chosen else Kind.BOILERPLATE)
        for index, paragraph in enumerate(document.paragraphs)
    )
    return replace(document, paragraphs=paragraphs) if chosen else None


def like_groups(groups: Sequence[Group], source: Side, target: Side) -> list[Group]:
    """Return the groups with two sides that are near in meaning, or stand beside such groups."""
    paired = [(*extent(group), group) for group in groups if all(extent(group))]
    if not paired:
        return []
    rows, columns, paired_groups = zip(*sorted(paired, key=lambda it: it[0].start), strict=True)
    vectors = embed_sentences(source, rows), embed_sentences(target, columns)
    cosines: list[float] = np.einsum("ij,ij->i", *vectors).tolist()
    beside = set[tuple[int, int]]()
    for row, column, cosine in zip(rows, columns, cosines, strict=True):
        if cosine >= LIKE:
            beside |= {(row.start, column.start), (row.stop, column.stop)}
    return [
        group
        for row, column, group, cosine in zip(rows, columns, paired_groups, cosines, strict=True)
        if cosine >= LIKE
        or (
            cosine >= BESIDE
            and ((row.start, column.start) in beside or (row.stop, column.stop) in beside)
        )
    ]


def put_among(
    found: Iterable[ParagraphPair], pairs: Sequence[ParagraphPair]
) -> list[ParagraphPair]:
    """Put pairs in the place of what had no partner.

    A pair with a part only of what had none together, such as of a label and its text, is left out.
    """
    source_place = {index: place for place, pair in enumerate(pairs) for index in pair.source}
    target_place = {index: place for place, pair in enumerate(pairs) for index in pair.target}
    taken, put = set[int](), list[ParagraphPair]()
    for pair in found:
        places = {source_place[index] for index in pair.source}
        places |= {target_place[index] for index in pair.target}
        touched = [pairs[place] for place in places]
        held = sum(len(it.source) + len(it.target) for it in touched)
        if held == len(pair.source) + len(pair.target) and all(it.one_sided for it in touched):
            taken |= places
            put.append(pair)
    return [pair for place, pair in enumerate(pairs) if place not in taken] + put
