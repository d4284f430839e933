"""Labels on lines of their own: where only one side has them there, they are read with their text.

"Article 1" may stand on a line of its own above its text, and its translation 第一条 at the head of
the text. Then the number is that of both lines, and the other side has no break like the one
between them. So before the search such a label is put at the head of its text. Where both sides
have it on a line of its own it stays a paragraph, and so it does above a text where it bears a
title on the other side. The lines of signatures are put together in the same way
(`align.documents.signatures`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from align.documents.signatures import Lines, find_split_signatures
from align.documents.titles import ASIDE, Number, is_part
from corpora import Document, Kind, Paragraph, Span
from corpora.structure.label import is_title
from corpora.structure.words import words_of

_UNLABELLED = frozenset({Kind.TITLE, Kind.CHAPEAU, Kind.SIGNATURE})
"""What bears no label, even where it stands behind one."""

_ITEM = "item"


class _Behind(Enum):
    """What stands behind a label in its paragraph."""

    NOTHING = auto()
    TITLE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Joined:
    """A document of which some bare labels were put at the heads of their texts.

    Attributes:
        document: the document as it is searched.
        heads: for each of its paragraphs the labels that were put at its head, each a whole
            paragraph of the document as it was read, and with a space behind it.
        rests: for each of its paragraphs, which one of that document the rest of it is.
    """

    document: Document
    heads: tuple[tuple[Span, ...], ...]
    rests: tuple[int, ...]

    def spans(self, span: Span) -> tuple[Span, ...]:
        """Return the slices of the document as it was read that a slice of this one consists of.

        It must not end inside a label nor right behind it.
        """
        heads, rest = self.heads[span.paragraph], self.rests[span.paragraph]
        if not heads:
            return (Span(rest, span.start, span.end),)
        length = sum(head.end + 1 for head in heads)
        behind = Span(rest, max(0, span.start - length), span.end - length)
        return (behind,) if span.start else (*heads, behind)


@dataclass(frozen=True, slots=True)
class _Labels:
    """How one side writes its numbers.

    Attributes:
        behind: what stands behind the labels of each number, in the document's order.
        alone: the sorts of which some label stands on a line of its own.
        knows_parts: whether the words for articles and other parts are known in its language.
    """

    behind: Mapping[Number, Sequence[_Behind]]
    alone: frozenset[str]
    knows_parts: bool

    @classmethod
    def of(cls, document: Document) -> _Labels:
        """Gather the labels of a document's text."""
        behind: dict[Number, list[_Behind]] = defaultdict(list)
        for paragraph in document.paragraphs:
            if paragraph.kind not in ASIDE and (number := _number(paragraph)):
                behind[number].append(_behind(paragraph))
        words = words_of(document.language)
        return cls(
            behind,
            frozenset(_sort(number) for number in behind if _Behind.NOTHING in behind[number]),
            bool(words.parts_before or words.parts_around),
        )

    def find(self, number: Number, count: int) -> _Behind:
        """Return what stands behind a number where it comes for the nth time, counted from 0.

        A number that is not here is taken to have lost its label, and no paragraph with it, if no
        label of its sort is one, and if its words would be known for a label.
        """
        if written := self.behind.get(number):
            return written[min(count, len(written) - 1)]
        sort = _sort(number)
        lost = sort not in self.alone and (self.knows_parts or sort == _ITEM)
        return _Behind.TEXT if lost else _Behind.NOTHING


def join_bare_labels(documents: tuple[Document, Document]) -> tuple[Joined, Joined]:
    """Put each bare label that is no paragraph on the other side at the head of its text.

    The lines of a signature that is one line on the other side are put together, too.
    """
    source, target = documents
    one, other = find_split_signatures(documents)
    return _join(source, _Labels.of(target), one), _join(target, _Labels.of(source), other)


def _join(document: Document, others: _Labels, signatures: Sequence[Lines]) -> Joined:
    paragraphs = document.paragraphs
    heads = {lines[-1]: lines[:-1] for lines in signatures}
    for label, rest in _find_bare(paragraphs, others):
        heads[rest] = (*heads.pop(label, ()), label)
    joined = {label for labels in heads.values() for label in labels}
    rests = tuple(k for k in range(len(paragraphs)) if k not in joined)
    spans = [
        tuple(Span(label, 0, len(paragraphs[label].text)) for label in heads.get(k, ()))
        for k in rests
    ]
    searched = tuple(
        _at_head([paragraphs[label] for label in heads.get(k, ())], paragraphs[k]) for k in rests
    )
    return Joined(replace(document, paragraphs=searched), tuple(spans), rests)


def _find_bare(paragraphs: Sequence[Paragraph], others: _Labels) -> Iterator[tuple[int, int]]:
    """The bare labels that are put at the head of the next paragraph, each with that one."""
    seen: Counter[Number] = Counter()
    text = [k for k, paragraph in enumerate(paragraphs) if paragraph.kind not in ASIDE]
    for label, rest in pairwise(text):
        number = _number(paragraphs[label])
        if number is None:
            continue
        there = others.find(number, seen[number])
        seen[number] += 1
        alike = there is _Behind.TEXT or (
            there is _Behind.TITLE and is_title(paragraphs[rest].text)
        )
        is_bare = _behind(paragraphs[label]) is _Behind.NOTHING
        if is_bare and alike and _may_follow(paragraphs[rest], number, others):
            yield label, rest


def _may_follow(paragraph: Paragraph, number: Number, others: _Labels) -> bool:
    """Whether a paragraph may be what a bare label before it is the label of.

    Where it bears a number itself, "第四条 一、…", the other side must have lost that one.
    """
    own = _number(paragraph)
    free = own not in others.behind and number in others.behind if own else not paragraph.label
    return bool(free and paragraph.text and paragraph.kind not in _UNLABELLED)


def _number(paragraph: Paragraph) -> Number | None:
    return (paragraph.scope, paragraph.number) if paragraph.number is not None else None


def _behind(paragraph: Paragraph) -> _Behind:
    if paragraph.label_length == len(paragraph.text):
        return _Behind.NOTHING
    return _Behind.TITLE if paragraph.kind is Kind.HEADING else _Behind.TEXT


def _sort(number: Number) -> str:
    """What a number counts: articles, chapters and the like, each by their name, or items."""
    return number[1].partition(" ")[0] if is_part(number[1]) else _ITEM


def _at_head(labels: Sequence[Paragraph], rest: Paragraph) -> Paragraph:
    """One paragraph of labels and what is behind them, as if all stood on one line."""
    if not labels:
        return rest
    head = "".join(f"{label.text} " for label in labels)
    if rest.kind is Kind.SIGNATURE:
        return replace(rest, text=head + rest.text, marks=())
    kinds = [label.kind for label in labels if label.kind is not Kind.HEADING]
    return replace(
        labels[0],
        text=head + rest.text,
        kind=(*kinds, rest.kind)[0],
        label_length=len(head) + rest.label_length,
        marks=(),
    )
