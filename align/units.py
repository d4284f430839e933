"""An Alignment becomes translation units.

Each segment is the documents' own text. A paragraph's label ("3.", "（一）") stays in it unless
it is layout on the other side (`align.labels`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.alignment import Alignment, Bead, ParagraphPair
from align.labels import labels_agree
from align.written_numbers import first_number, written_numbers
from corpora import Document, Kind, Paragraph, Span
from corpora.characters import is_unspaced
from corpora.readers.joining import Joiner
from corpora.segmentation.marks import OPENING
from tmx.operations.ranking import QUALITY
from tmx.operations.stale_scores import CHECKSUM, checksum
from tmx.provenance import DOCUMENT
from tmx.units import Header, Note, Property, Segment, Unit, Variant

SCORE, PARAGRAPH, KIND = "x-score", "x-paragraph", "x-kind"
"""The properties of each unit, beside its documents: its score, where it has two sides (and its
quality, `QUALITY`, where that was told, and the `CHECKSUM` of its texts, which tells later whether
both are still of them); the paragraph's number as the source writes it, or the target where the
source has none; its kind."""

TARGET_PARAGRAPH = "x-target-paragraph"
"""The property of a unit whose target's paragraph has another number: as the target writes it."""

_WIDE_SPACE = "\u3000"

_FORMATS_OF_LINES = frozenset(("text", "pdf", "subtitles"))
_LONGEST_CELL = 20
"""Characters of what may be a cell; a paragraph that is a line of a text, and goes on in the next,
has more."""

_PAUSES = "，、；：。！？…—"
"""What sets off by itself what follows it in Chinese, as an opening mark does."""

QUALITY_SIGNATURE = "x-quality-signature"
"""The type of the header's property that says what the units' quality depends on."""


def header_of(alignment: Alignment, version: str) -> Header:
    """Make the header of an alignment's memory; the documents' status lines become its notes.

    Args:
        alignment: the alignment.
        version: the version of duiqi.
    """
    documents = (alignment.source, alignment.target)
    return Header(
        srclang=alignment.source.language,
        creationtool="duiqi",
        creationtoolversion=version,
        # OmegaT cuts the units of a "paragraph" memory anew, so the safe value is always this.
        segtype="sentence",
        annotations=(
            *(
                Note(f"{document.name} ({document.language}): {document.status}")
                for document in documents
                if document.status
            ),
            *((Property(QUALITY_SIGNATURE, alignment.scorer),) if alignment.scorer else ()),
        ),
    )


def units_of(
    alignment: Alignment, *, unpaired: bool = False, min_score: float = 0.0
) -> Iterator[Unit]:
    """Make a unit of each bead, in the alignment's order, but for those without words.

    Args:
        alignment: the alignment.
        unpaired: give what has words on one side only too, as units with one variant and no
            score: how sure it is to have no partner is not that two sides say the same.
        min_score: leave beads with words on two sides and a lower score or quality out.
    """
    numbers = written_numbers(alignment.source), written_numbers(alignment.target)
    for place, pair in enumerate(alignment.pairs, start=1):
        number = first_number(numbers, (pair.source, pair.target))
        other = _other_number(alignment, pair, numbers[1])
        for count, bead in enumerate(pair.beads, start=1):
            texts = segment_texts(alignment, bead)
            if bead.trust >= min_score if all(texts) else unpaired and has_words(alignment, bead):
                name = unit_id(alignment, place, count)
                yield _unit(alignment, pair, bead, texts, (number, other), name)


def unit_id(alignment: Alignment, place: int, count: int) -> str:
    """Return the id of the unit that is made of a bead.

    Args:
        alignment: the alignment.
        place: the place of the bead's paragraph pair, the first 1.
        count: the place of the bead in that, the first 1.
    """
    return f"{alignment.source.name}:{place}.{count}"


def has_words(alignment: Alignment, bead: Bead) -> bool:
    """Whether a bead has words on any side.

    An empty line has none, nor has what is no part of the text and without a letter, such as the
    number of a page or the times of a subtitle.
    """
    sides = ((alignment.source, bead.source), (alignment.target, bead.target))
    furniture = all(
        document.paragraphs[span.paragraph].kind is Kind.BOILERPLATE
        for document, spans in sides
        for span in spans
    )
    text = "".join(segment_texts(alignment, bead))
    return any(map(str.isalpha, text)) if furniture else bool(text)


def paired_beads(alignment: Alignment) -> Iterator[Bead]:
    """Give the beads with words on two sides, which become units; empty lines have none."""
    return (bead for bead in alignment.beads() if all(segment_texts(alignment, bead)))


def segment_texts(alignment: Alignment, bead: Bead) -> tuple[str, str]:
    """Return the words of a bead's two sides as they stand in a unit; "" for an empty side."""
    sides = ((alignment.source, bead.source), (alignment.target, bead.target))
    labelled = labels_agree(alignment, bead)
    source, target = (_text(document, spans, labelled) for document, spans in sides)
    return source, target


def _unit(
    alignment: Alignment,
    pair: ParagraphPair,
    bead: Bead,
    texts: tuple[str, str],
    numbers: tuple[str, str],
    name: str,
) -> Unit:
    score = f"{bead.score:.4f}" if all(texts) else ""
    quality = "" if bead.quality is None else f"{bead.quality:.4f}"
    documents = (alignment.source, alignment.target)
    numbered = zip((PARAGRAPH, TARGET_PARAGRAPH), numbers, strict=True)
    given = ((SCORE, score), (QUALITY, quality), *numbered, *_properties(alignment, pair))
    scored = (CHECKSUM, checksum(*texts) if score else "")
    return Unit(
        tuple(
            Variant(document.language, Segment.of(text))
            for document, text in zip(documents, texts, strict=True)
            if text
        ),
        tuid=name,
        annotations=tuple(Property(kind, value) for kind, value in (*given, scored) if value),
    )


def _other_number(alignment: Alignment, pair: ParagraphPair, written: Sequence[str]) -> str:
    """Return the number of a target's paragraph that is another one than its source's, or ""."""
    if len(pair.source) != 1 or len(pair.target) != 1:
        return ""
    source, target = alignment.source.paragraphs[pair.source[0]], pair.target[0]
    other = alignment.target.paragraphs[target]
    differs = source.number and other.number and source.number != other.number
    return written[target] if differs else ""


def _properties(alignment: Alignment, pair: ParagraphPair) -> Iterator[tuple[str, str]]:
    """Kind and documents, each with its type."""
    paragraphs = [alignment.source.paragraphs[index] for index in pair.source]
    paragraphs += [alignment.target.paragraphs[index] for index in pair.target]
    texts = (item for item in paragraphs if item.label_length < len(item.text))
    yield KIND, next(texts, paragraphs[0]).kind  # a label on a line of its own tells none
    yield DOCUMENT, " | ".join(dict.fromkeys((alignment.source.name, alignment.target.name)))


def _text(document: Document, spans: Sequence[Span], with_labels: bool) -> str:
    """Join the segments of one side; within a paragraph they are one slice of its text."""
    pieces: list[tuple[int, int, int]] = []
    for span in spans:
        if pieces and pieces[-1][0] == span.paragraph and pieces[-1][2] == span.start:
            pieces[-1] = (span.paragraph, pieces[-1][1], span.end)
        else:
            pieces.append((span.paragraph, span.start, span.end))
    texts = [document.paragraphs[index].text[start:end].strip() for index, start, end in pieces]
    if not with_labels:
        bare = [_without_label(document.paragraphs[index], *ends) for index, *ends in pieces]
        texts = bare if any(bare) else texts  # what holds nothing else stays whole
    text = ""
    apart = False
    for piece, (index, _, end) in zip(texts, pieces, strict=True):
        if piece:
            text += _between(text, piece, apart) + piece if text else piece
            paragraph = document.paragraphs[index]
            apart = end >= len(paragraph.text.rstrip()) and _stands_apart(paragraph, document)
    return text


def _between(text: str, piece: str, apart: bool) -> str:
    """Return what stands between two pieces of a segment.

    A line break is nothing between two Han characters or their marks, between one of them and a
    word or number what the text does elsewhere, and otherwise a space. What stands on a line of
    its own, a label or the words of a cell, is set off by a wide space as Chinese does it, and by
    a space where one of the two is not Chinese; but for a mark that does so by itself.
    """
    sides = is_unspaced(text[-1]), is_unspaced(piece[0])
    if not any(sides):
        return " "
    if apart:
        is_set_off = text[-1] in _PAUSES + OPENING or piece[0] in _PAUSES
        return "" if is_set_off else _WIDE_SPACE if all(sides) else " "
    return "" if all(sides) else Joiner.of([text, piece]).seam(text, piece)[1]


def _stands_apart(paragraph: Paragraph, document: Document) -> bool:
    """Whether a paragraph is a label and nothing else, or as short as a cell of a table.

    Lines of a text, a page or a film may be as short, and go on in the next. Brackets around a
    label set it off.
    """
    words = paragraph.text.strip()
    if 0 < len(words) <= paragraph.label_length:
        return words[-1].isalnum() or not is_unspaced(words[-1])
    is_line = document.format in _FORMATS_OF_LINES or paragraph.kind is Kind.TITLE
    return not is_line and len(words) <= _LONGEST_CELL


def _without_label(paragraph: Paragraph, start: int, end: int) -> str:
    return paragraph.text[max(start, paragraph.label_length) : end].strip()
