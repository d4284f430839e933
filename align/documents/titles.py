"""Titles of articles that only one side has.

A translation may leave the titles of articles out: "Article 4 Prohibition of slavery" and its text
against 第四条 and its text. The title then has no partner, but it says what its article says, and
the search would pair it with that. Which titles are so is told by what stands behind the same
number on both sides, and by as many paragraphs of text below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from align.alignment import Bead, ParagraphPair
from corpora import Document, Kind, Paragraph, Span
from corpora.structure.label import is_title

ASIDE = frozenset({Kind.FOOTNOTE, Kind.BOILERPLATE})
"""What is no part of the text, and may stand between a label and what it labels."""

_TITLE_AHEAD = re.compile(
    r"\s*(?:[(（【〔\[［]|[^\x00-\xff]{1,15}\s+\S|[^。.:：—]{1,40}[:：—]\s*\S"
    r"|[^\x00-\xff]{1,9}。\s*\S|[\x00-\xff]{1,40}?\.\s+\S)"
)
"""The start of a text that may be a title in its line: in brackets, or a few words with a mark."""

_SENTENCE = re.compile(r"[。！？!?；;]|\.\s")
"""The end of a sentence inside a text: what holds one is no title."""

Number = tuple[str, str]
"""A paragraph's scope, and its number."""


class _Form(Enum):
    """Where the title of an article stands."""

    NONE = auto()
    NONE_IN_LINE = auto()
    BEHIND_LABEL = auto()
    BELOW_LABEL = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class _Article:
    """An article of a document.

    Attributes:
        label: the paragraph that bears its number.
        form: where its title stands; NONE_IN_LINE where its text begins behind the label.
        title: the paragraph that its title is, or that it stands in; its label where it has none.
        body: the paragraphs of its text.
    """

    label: int
    form: _Form
    title: int
    body: tuple[int, ...]


@dataclass(slots=True)
class _Lone:
    """The titles of one side that the other one has not.

    Attributes:
        apart: the paragraphs that are such a title.
        behind: those that are a label and such a title; the other side has the label by itself.
        above: the same where the other side has the label in the line of its text, each by the
            first paragraph of its own text.
    """

    apart: set[int] = field(default_factory=set)
    behind: set[int] = field(default_factory=set)
    above: dict[int, int] = field(default_factory=dict)


def without_lone_titles(documents: tuple[Document, Document]) -> tuple[Document, Document]:
    """Return two documents without the titles that only one of them has.

    A paragraph that is such a title is furniture then, and so is one of a label and a title, where
    the other side has the label in the line of its text: the text below then bears the number.
    Where the label stands by itself on the other side, its paragraph ends before the title.
    """
    articles = _articles(documents[0]), _articles(documents[1])
    source, target = _Lone(), _Lone()
    for number in articles[0].keys() & articles[1].keys():
        one, other = articles[0][number], articles[1][number]
        _compare(one, other, source)
        _compare(other, one, target)
    return _without(documents[0], source), _without(documents[1], target)


def give_titles_back(
    pairs: Sequence[ParagraphPair],
    documents: tuple[Document, Document],
    searched: tuple[Document, Document],
) -> list[ParagraphPair]:
    """Put the titles that were cut off their paragraphs behind the labels, unpaired.

    Args:
        pairs: those of the documents as they were searched.
        documents: both as they were read.
        searched: both without the titles.
    """
    rests = [
        {
            index: (len(short.text), len(whole.text))
            for index, (short, whole) in enumerate(
                zip(less.paragraphs, document.paragraphs, strict=True)
            )
            if len(short.text) < len(whole.text)
        }
        for less, document in zip(searched, documents, strict=True)
    ]
    return [
        replace(pair, beads=tuple(_with_titles(pair.beads, *rests))) if any(rests) else pair
        for pair in pairs
    ]


_Rests = Mapping[int, tuple[int, int]]
"""By paragraph, where the title begins and ends that was cut off it."""


def _with_titles(beads: Sequence[Bead], source: _Rests, target: _Rests) -> Iterator[Bead]:
    """Give each title a bead of its own; one in the midst of a bead becomes part of that."""
    for bead in beads:
        left, title = _extended(bead.source, source)
        right, other = _extended(bead.target, target)
        yield replace(bead, source=left, target=right)
        if title:
            yield Bead((title,), (), 1.0)
        if other:
            yield Bead((), (other,), 1.0)


def _extended(spans: Sequence[Span], rests: _Rests) -> tuple[tuple[Span, ...], Span | None]:
    """Return the segments of a bead with the titles in their midst, and the one behind them."""
    whole = [
        replace(span, end=rests[span.paragraph][1]) if span.paragraph in rests else span
        for span in spans[:-1]
    ]
    if spans and spans[-1].paragraph in rests:
        return (*whole, spans[-1]), Span(spans[-1].paragraph, *rests[spans[-1].paragraph])
    return (*whole, *spans[-1:]), None


def _compare(own: _Article, other: _Article, lone: _Lone) -> None:
    """Note the title of an article where the other side's article has none."""
    if len(own.body) != len(other.body):
        return
    if own.form is _Form.BELOW_LABEL and other.form in (_Form.NONE, _Form.NONE_IN_LINE):
        lone.apart.add(own.title)
    elif own.form is _Form.BEHIND_LABEL and other.form is _Form.NONE:
        lone.behind.add(own.title)
    elif own.form is _Form.BEHIND_LABEL and other.form is _Form.NONE_IN_LINE:
        lone.above[own.body[0]] = own.title


def _without(document: Document, lone: _Lone) -> Document:
    furniture = lone.apart.union(lone.above.values())
    paragraphs = list(document.paragraphs)
    for index in furniture:
        paragraphs[index] = replace(paragraphs[index], kind=Kind.BOILERPLATE)
    for index in lone.behind:
        paragraph = paragraphs[index]
        label = paragraph.text[: paragraph.label_length].rstrip()
        if label:  # else the format computed it, and the text has none
            paragraphs[index] = replace(paragraph, text=label, label_length=len(label), marks=())
    for index, title in lone.above.items():
        head = document.paragraphs[title]
        paragraphs[index] = replace(paragraphs[index], number=head.number, scope=head.scope)
    return replace(document, paragraphs=tuple(paragraphs))


def _articles(document: Document) -> Mapping[Number, _Article]:
    """The articles, chapters and the like whose number comes once, by it."""
    found: dict[Number, _Article] = {}
    twice: set[Number] = set()
    text = [k for k, paragraph in enumerate(document.paragraphs) if paragraph.kind not in ASIDE]
    for place, label in enumerate(text):
        paragraph = document.paragraphs[label]
        if paragraph.number is None or not is_part(paragraph.number):
            continue
        number = (paragraph.scope, paragraph.number)
        twice |= {number} & found.keys()
        below = tuple(_inside(document.paragraphs, text, place))
        found[number] = _article(document.paragraphs, label, below)
    return {number: article for number, article in found.items() if number not in twice}


def is_part(number: str) -> bool:
    """Whether a number is that of an article, a chapter or the like, and not of an item."""
    name = number.partition(" ")[0]
    return name.isalpha() and "(" not in number


def _article(paragraphs: Sequence[Paragraph], label: int, below: tuple[int, ...]) -> _Article:
    paragraph = paragraphs[label]
    if paragraph.label_length < len(paragraph.text):
        if paragraph.kind is Kind.HEADING:
            return _Article(label, _Form.BEHIND_LABEL, label, below)
        titled = _TITLE_AHEAD.match(paragraph.text, paragraph.label_length)
        form = _Form.UNKNOWN if titled else _Form.NONE_IN_LINE
        return _Article(label, form, label, (label, *below))
    first = paragraphs[below[0]] if below else None
    if first is None or first.label or not is_title(first.text) or _SENTENCE.search(first.text):
        return _Article(label, _Form.NONE, label, below)
    if len(below) == 1 or is_title(paragraphs[below[1]].text):
        return _Article(label, _Form.UNKNOWN, label, below)
    return _Article(label, _Form.BELOW_LABEL, below[0], below[1:])


def _inside(paragraphs: Sequence[Paragraph], text: Sequence[int], place: int) -> Iterator[int]:
    """The paragraphs of an article's text below its label, the one at a place of the text."""
    head = paragraphs[text[place]]
    scope = ", ".join(filter(None, (head.scope, head.number)))
    for following in range(place + 1, len(text)):
        if paragraphs[text[following]].scope != scope:
            return
        yield text[following]
