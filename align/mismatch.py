"""Whether two aligned documents look like versions of one document.

The pairing takes that for granted, so it has to be asked of the result. Of unrelated documents
little is paired, or with low scores. Of texts of one kind (resolutions, chapters of one novel) much
is paired, and since a score only says that nothing near fits better, some of it with middling
scores: then the unit score, which compares what is said, tells them from a summary or a free
translation. Two resolutions on one matter, years apart, only their numbers tell apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from itertools import chain
from statistics import fmean

from align.alignment import Alignment
from align.encoders import Encoder
from corpora import Document, Kind, Span
from corpora.languages import foreign_paragraphs

FEW_PAIRED = 0.6
"""Of versions of one document more than this share of the paragraphs, the mean of both sides, has a
partner: where one is three times as long as the other, it is .67."""

LOW_MEAN = 0.5
"""The pairs of versions of one document have a higher mean score (measured: above .6)."""

SURE_MEAN = 0.85
"""Unrelated documents have a lower mean score (measured: at most .73)."""

LOW_QUALITY = 1 / 3
"""Of documents with a mean score between those two, the pairs of versions of one document have a
higher mean unit score (measured: above .6; above .35 where two sentences of three were left out),
those of unrelated ones a lower (at most .3)."""

LOOKED_AT = 100
"""So many pairs, all over the documents, are enough to tell their mean unit score."""

_OWN = frozenset({Kind.TITLE, Kind.HEADING, Kind.BODY})
_TEXT = frozenset({Kind.CHAPEAU, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})

_SYMBOL = r"[A-Z][A-Z0-9.]*(?:/[A-Z0-9.-]+)*/[A-Z0-9.-]*\d[A-Z0-9.-]*(?: ?\(\d{4}\))?"
_BARE = r"[A-Z]{0,2}-?\d+/\d+(?: ?[A-Z])?"
_WORDS = r"[^\d/]{0,40}?"
_DESIGNATION = re.compile(
    rf"{_WORDS}(?<![A-Za-z0-9.])(?P<symbol>{_SYMBOL})\*?"
    rf"|{_WORDS}(?i:resolution|decision|决议|決議|决定|決定) ?(?P<behind>{_BARE})[.*]?"
    rf"|{_WORDS}(?P<before>{_BARE}) ?[号號](?:决议|決議|决定|決定)"
)
"""A line that holds nothing but what the document is called: "A/RES/67/58", "第55/100号决议"."""


def find_doubts(alignment: Alignment, encoder: Encoder) -> Iterator[str]:
    """Find what speaks against two documents being versions of one, each a few words.

    Paragraphs in the other document's language have no partner in it, and don't count.

    Args:
        alignment: what was paired.
        encoder: what tells meaning.
    """
    documents = (alignment.source, alignment.target)
    symbols = [find_symbol(document) for document in documents]
    if all(symbols) and symbols[0] != symbols[1]:
        yield f"the one is {symbols[0]} and the other {symbols[1]}"
    paired = [bead for bead in alignment.beads() if not bead.one_sided]
    shares = [
        _paired_share(document, chain.from_iterable(spans), foreign_paragraphs(document, other))
        for document, other, spans in (
            (*documents, (bead.source for bead in paired)),
            (*documents[::-1], (bead.target for bead in paired)),
        )
    ]
    if fmean(shares) < FEW_PAIRED:
        one, other = (f"{share:.0%}" for share in shares)
        yield f"of paragraphs only {one} of the one and {other} of the other found a partner"
    score = fmean(bead.score for bead in paired) if paired else SURE_MEAN
    if score < LOW_MEAN:
        yield f"the mean score of the pairs is only {score:.2f}"
    elif score < SURE_MEAN and (quality := _mean_quality(alignment, encoder)) < LOW_QUALITY:
        yield f"the mean unit score (of duiqi score) of the pairs is only {quality:.2f}"


def _mean_quality(alignment: Alignment, encoder: Encoder) -> float:
    """The mean unit score of the pairs, or of some all over the documents where there are many."""
    # Scoring takes long to import, and few documents come to this.
    from align.quality.scoring import score_pairs
    from align.quality.sources import pairs_of_alignment

    pairs = [
        pair
        for pair in pairs_of_alignment(alignment)
        if all(side.text.strip() for side in pair.sides)
    ]
    some = pairs[:: -(-len(pairs) // LOOKED_AT)]
    return fmean(score.value for score in score_pairs(some, encoder))


def find_symbol(document: Document) -> str | None:
    """Find the number or symbol that a United Nations document bears.

    Returns:
        "67/58" for resolution A/RES/67/58, other symbols whole ("A/67/L.35"); None where the
        document bears none, or several that can't be told apart from those it refers to.
    """
    titles, lines, furniture = set[str](), set[str](), set[str]()
    in_text = False
    for paragraph in document.paragraphs:
        in_text = in_text or paragraph.kind in _TEXT
        if paragraph.kind is Kind.TITLE and paragraph.number and "/" in paragraph.number:
            titles.add(paragraph.number)
        elif paragraph.kind is Kind.BOILERPLATE:
            furniture |= _designation(paragraph.text)
        elif paragraph.kind in _OWN and not in_text:
            lines |= _designation(paragraph.text)
    for found in (titles, lines, furniture):
        if len(found) == 1:
            return found.pop()
    return None


def _designation(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKC", " ".join(text.split()))
    match = _DESIGNATION.fullmatch(re.sub(r" ?/ ?", "/", plain))
    if not match:
        return set()
    symbol: str = match["symbol"] or match["behind"] or match["before"]
    return {symbol.removeprefix("A/RES/")}


def _paired_share(document: Document, spans: Iterable[Span], foreign: Container[int]) -> float:
    """The share of a document's paragraphs of which at least half the text is in paired segments.

    The site's furniture does not count. A long list that no one translates weighs no more than a
    line, and clauses that are left over no more than their paragraphs.
    """
    paired = [0] * len(document.paragraphs)
    for span in spans:
        paired[span.paragraph] += span.end - span.start
    counted = [
        2 * length >= len(paragraph.text)
        for index, (length, paragraph) in enumerate(zip(paired, document.paragraphs, strict=True))
        if paragraph.kind is not Kind.BOILERPLATE and paragraph.text and index not in foreign
    ]
    return sum(counted) / max(1, len(counted))
