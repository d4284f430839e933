"""Whether the labels of a bead's paragraphs ("3.", "（一）", "第三条", "•") belong into its unit.

A label that only one side writes is layout where the other one has it by an automatic list, and
would make the unit unequal. Wherever the other side may have written its own, known for one or not,
the label stays: text that is lost is worse than a number too many.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from align.alignment import Alignment, Bead
from align.label_numbers import may_share_a_number
from corpora import Document, Kind, Paragraph, Span
from corpora.readers.wrapping import PAUSES, columns
from corpora.structure.labels import find_labels
from corpora.structure.numerals import HAN_SIGNS
from corpora.structure.words import words_of

_HAN = f"[{HAN_SIGNS}]{{1,5}}"
_NUMERALS = re.compile(r"[^\W_]+")
_WIDE_SPACE = "\u3000"
_NUMERAL = re.compile(
    rf"""
    第\s*(?:\d|{_HAN}) | 제\s*\d                                        # 第3条, 제1조
    | [(\[【〔]?\s*                                                     # (1), 1., 一、, iv), A:
      (?: \d{{1,3}}(?:\.\d{{1,3}})* | {_HAN} | [IVXLC]{{1,7}} | [ivxlc]{{1,7}}
        | [^\W\d_] )
      \s*[)\]】〕.、:]
    | \d{{1,3}}(?:\.\d{{1,3}})+                                           # 2.1
    | (?:\d{{1,3}}|[ア-ン])[{_WIDE_SPACE}] | {_HAN}\s                     # １　甲, 一　甲
    | [IVX]{{2,7}}\b
    | [上中下][篇编編部卷册冊集](?:[:\s]|$)                                # 上篇：甲
    | (?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?\s*[,.:]
    """,
    re.VERBOSE,
)
_ITEM = re.compile(rf"[:：;；,，]\s*(?:[(（](?:\d{{1,2}}|[a-z]|[ivx]{{1,4}}|{_HAN})[)）]|[①-⑳])")
"""An item of a list inside a sentence, and no reference to one."""
_PART = re.compile(r"(?:[^\W\d_]{2,12}\.?\s+|[§¶№]\s*)(?:\d|[IVX]{1,7}\b)")
"""A part named in any language ("Artikel 3", "§ 3")."""

_LONGER_THAN_HEADINGS = 40
"""Columns of a line that seldom is a heading."""

_APART = frozenset(Kind) - {Kind.BODY, Kind.OPERATIVE, Kind.SUBPARAGRAPH}
"""What the next paragraph does not go on with."""


def labels_agree(alignment: Alignment, bead: Bead) -> bool:
    """Tell whether a bead's labels stay in its unit.

    They do where both sides write theirs or none does, where the bead has one side, and where the
    other side may have one of its own: its text begins with a numeral, or with what may be a label
    of the same number (单元二), holds items of a list, or begins inside a paragraph; the
    paragraph of the same number stands elsewhere; labels of its language are not known. They do,
    too, where what looks like a label may stand inside a sentence, at the head of a line; and where
    one stands inside the unit, behind another paragraph: the other side may have its own there.
    """
    if bead.one_sided:
        return True
    sides = [
        (document, _heads(document, spans))
        for document, spans in (
            (alignment.source, bead.source),
            (alignment.target, bead.target),
        )
    ]
    written = [any(paragraph.label_length for _, paragraph in heads) for _, heads in sides]
    if written[0] == written[1]:
        return True
    (_, labelled), (document, others) = sides if written[0] else reversed(sides)
    labels = [paragraph for _, paragraph in labelled if paragraph.label_length]
    paragraphs = [paragraph for _, paragraph in others]
    if not others or any(
        _begins_with_one(item.text, document.language, labels) for item in paragraphs
    ):
        return True
    spans = bead.target if written[0] else bead.source
    if _are_items(labels) and any(
        _ITEM.search(document.paragraphs[span.paragraph].text, span.start, span.end)
        for span in spans
    ):
        return True
    computed = sum(bool(paragraph.label) for paragraph in paragraphs)
    if computed:
        return len(labels) > computed
    first = (bead.source if written[0] else bead.target)[0].paragraph
    if any(index != first for index, item in labelled if item.label_length):
        return True
    own = alignment.source if written[0] else alignment.target
    return (
        not _knows_labels(document.language)
        or any(may_share_a_number(item.text, label) for item in paragraphs for label in labels)
        or _stands_elsewhere(labels, document, {index for index, _ in others})
        or any(
            _may_go_on(own, index, {index for index, _ in labelled})
            for index, item in labelled
            if item.label_length
        )
    )


def _are_items(labels: Iterable[Paragraph]) -> bool:
    """Whether any label has a number, as the items of a list have that a sentence may hold."""
    return any(_NUMERALS.search(label.label) for label in labels)


def _may_go_on(document: Document, index: int, here: set[int]) -> bool:
    """Whether a paragraph with a label may go on with a sentence of the one before it.

    That ends without a mark, is no item like this one, and stands in the bead or is long for a
    heading.
    """
    if not index:
        return False
    before = document.paragraphs[index - 1]
    form, form_before = (
        _NUMERALS.sub("1", paragraph.label) for paragraph in (document.paragraphs[index], before)
    )
    text = before.text.rstrip()
    return (
        (text[-1].isalnum() or text[-1] in PAUSES)
        and "1" in form != form_before
        and (
            index - 1 in here
            or (columns(text) >= _LONGER_THAN_HEADINGS and before.kind not in _APART)
        )
    )


def _heads(document: Document, spans: Sequence[Span]) -> list[tuple[int, Paragraph]]:
    """The paragraphs that begin in some segments, with their indices."""
    return [
        (span.paragraph, document.paragraphs[span.paragraph]) for span in spans if not span.start
    ]


def _begins_with_one(text: str, language: str, labels: Sequence[Paragraph]) -> bool:
    """Whether a text begins with a numeral or sign that could be a label, or with one of these."""
    if unicodedata.category(text[:1] or " ") in ("No", "Nl", "Pd", "So", "Co"):  # ①, Ⅱ, –, □
        return True
    narrow = _WIDE_SPACE.join(map(_narrow, text.split(_WIDE_SPACE)))
    words = words_of(language)
    if _NUMERAL.match(narrow) or find_labels(text, words) or find_labels(_close(text), words):
        return True
    if _PART.match(narrow) and _are_items(labels):
        return True  # "pork 800 g" is an item behind a bullet
    if bare := re.match(r"\d+", narrow):  # "10 of them" bears no label "1"
        return any(bare[0] in re.findall(r"\d+", _narrow(label.label)) for label in labels)
    return any(_close(text).startswith(_close(label.label)) for label in labels)


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _close(text: str) -> str:
    """A text without white space and full-width forms, for comparing."""
    return _narrow("".join(text.split()))


def _knows_labels(language: str) -> bool:
    words = words_of(language)
    return bool(words.parts_before or words.parts_around)


def _stands_elsewhere(labels: Iterable[Paragraph], document: Document, here: set[int]) -> bool:
    """Whether a paragraph of the same number stands elsewhere in the other document.

    A heading right above the text has its number for it.
    """
    wanted = {(item.scope, item.number) for item in labels if item.number is not None}
    return any(
        (paragraph.scope, paragraph.number) in wanted
        and index not in here
        and not (paragraph.kind is Kind.HEADING and index + 1 in here)
        for index, paragraph in enumerate(document.paragraphs)
    )
