"""Explanations of the beads of documents and of lines."""

from __future__ import annotations

import math

import pytest

from align.alignment import Alignment
from align.documents import align_documents, align_lines
from align.encoders import UseMultilingual
from align.explanation.explaining import explain
from corpora import Document, Kind, Paragraph
from corpora.catalogue import open_pair

ENCODER = UseMultilingual()
CHINESE = (
    "人人生而自由，在尊严和权利上一律平等。任何人不得使为奴隶。",
    "今天下雨。图书馆星期天不开门。",
)
ENGLISH = (
    "All human beings are born free. They are equal in dignity and rights. No one shall be held"
    " in slavery.",
    "It is raining today.",
)


def document(language: str, texts: tuple[str, ...], *others: Paragraph) -> Document:
    return Document(language, language, (*(Paragraph(text) for text in texts), *others))


def texts(alignment: Alignment, bead: tuple[tuple, tuple]) -> tuple[str, str]:  # type: ignore[type-arg]
    documents = (alignment.source, alignment.target)
    one, other = (
        "".join(doc.text_of(span) for span in spans)
        for doc, spans in zip(documents, bead, strict=True)
    )
    return one, other


@pytest.fixture(scope="module")
def alignment() -> Alignment:
    return align_documents(
        document(
            "zh-CN", CHINESE,
            Paragraph("脚注一。", Kind.FOOTNOTE), Paragraph("维基文库", Kind.BOILERPLATE),
        ),
        document("en", ENGLISH),
        ENCODER,
    )  # fmt: skip


def test_every_bead_of_documents_is_explained(alignment: Alignment) -> None:
    chosen = [(pair, bead) for pair in alignment.pairs for bead in pair.beads]
    explanations = explain(alignment, chosen, ENCODER)
    assert [explanation.bead for explanation in explanations] == [bead for _, bead in chosen]
    for (_, bead), explanation in zip(chosen, explanations, strict=True):
        spans = bead.source or bead.target
        side = alignment.source if bead.source else alignment.target
        # Nothing stands opposite a footnote or the site's own text here.
        compared = side.paragraphs[spans[0].paragraph].kind is Kind.BODY
        assert (explanation.comparison is not None) == compared
        assert bool(explanation.other) == compared
        assert not explanation.across


def test_the_other_choice_is_told_in_segments_of_the_documents(alignment: Alignment) -> None:
    pair = alignment.pairs[0]
    bead = pair.beads[0]
    assert (len(bead.source), len(bead.target)) == (1, 2)
    (explanation,) = explain(alignment, [(pair, bead)], ENCODER)
    assert explanation.comparison is not None
    assert explanation.comparison.gain > 0
    shown = [texts(alignment, other) for other in explanation.other]
    assert "人人生而自由" in "".join(source for source, _ in shown)
    assert (bead.source, bead.target) not in explanation.other


def test_lines_are_explained() -> None:
    lines = align_lines(
        document("zh", ("今天下雨。", "火车晚点了两个小时。")),
        document("en", ("It is raining today.", "The train was two hours late.")),
        ENCODER,
    )
    chosen = [(pair, bead) for pair in lines.pairs for bead in pair.beads]
    explanations = explain(lines, chosen, ENCODER, lines=True)
    assert all(explanation.comparison for explanation in explanations)


def test_what_was_paired_across_says_so() -> None:
    crossed = align_documents(
        document("zh", (*CHINESE[:1], "第 48 次全体会议", "2012 年 12 月 3 日")),
        document("en", (*ENGLISH[:1], "3 December 2012", "48th plenary meeting")),
        ENCODER,
    )
    chosen = [(pair, bead) for pair in crossed.pairs for bead in pair.beads]
    explanations = explain(crossed, chosen, ENCODER)
    (across,) = (explanation for explanation in explanations if explanation.across)
    assert across.comparison is not None
    assert across.comparison.gain > 0


def test_a_choice_beyond_a_doubtful_cut_counts() -> None:
    """Of two lines that changed places one is in order, which of them is a doubtful matter."""
    alignment = align_documents(*open_pair("un-67-58"), ENCODER)
    (chosen,) = (
        (pair, bead)
        for pair in alignment.pairs
        for bead in pair.beads
        if bead.source and bead.target and bead.score < 0.9
    )
    (found,) = explain(alignment, [chosen], ENCODER)
    assert found.comparison is not None
    assert 1 / (1 + math.exp(-found.comparison.gain)) == pytest.approx(chosen[1].score, abs=0.1)


def test_a_side_without_text_leaves_nothing_to_compare() -> None:
    lone = align_documents(document("zh", CHINESE), document("en", ()), ENCODER)
    pair = lone.pairs[0]
    (explanation,) = explain(lone, [(pair, pair.beads[0])], ENCODER)
    assert explanation.comparison is None
