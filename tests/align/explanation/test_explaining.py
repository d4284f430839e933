"""Explanations of the beads of documents and of lines."""

from __future__ import annotations

import math

import pytest

from align.alignment import Alignment
from align.documents import align_documents, align_lines
from align.encoders import UseMultilingual
from align.explanation.explaining import Explanation, Uncompared, explain
from corpora import Document, Kind, Paragraph
from corpora.catalogue import open_pair
from corpora.readers.block import Block
from corpora.structure import find_structure

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
    assert explanation.uncompared is Uncompared.NOTHING_OPPOSITE


REORDERED = (
    ("甲方委托乙方开发软件。", "Party A commissions Party B to develop software."),
    ("甲方应在三十日内支付款项。", "Party A shall pay within thirty days."),
    ("任何一方违约应赔偿损失。", "A party in breach shall compensate the losses."),
    ("本合同适用中国法律。", "This contract is governed by the laws of China."),
    ("争议由北京仲裁委员会仲裁。", "Disputes shall be arbitrated by the Beijing Commission."),
    ("双方应对商业秘密保密。", "Both parties shall keep trade secrets confidential."),
)


def explained(source: Document, target: Document) -> list[tuple[Alignment, Explanation]]:
    alignment = align_documents(source, target, ENCODER)
    chosen = [(pair, bead) for pair in alignment.pairs for bead in pair.beads]
    return [(alignment, found) for found in explain(alignment, chosen, ENCODER)]


def test_what_lost_its_partner_after_the_search_is_told_apart() -> None:
    chinese, english = zip(*REORDERED, strict=True)
    foreign = "图书馆星期天不开门，读者可以在网上借书。"
    found = explained(
        document("zh-CN", (foreign, *chinese)), document("en", (english[-1], *english[:-1]))
    )
    ((alignment, lost),) = (each for each in found if each[1].comparison is None)
    assert texts(alignment, (lost.bead.source, lost.bead.target)) == (foreign, "")
    assert lost.uncompared is Uncompared.GIVEN_UP
    assert [texts(alignment, bead) for bead in lost.other] == [(foreign, english[-1])]


def test_a_tail_that_only_one_side_has_had_no_other_choice() -> None:
    tail = tuple(f"第{room}号阅览室星期天不开门。" for room in range(20))
    lines = align_lines(
        document("zh", ("今天下雨。", "任何人不得使为奴隶。", *tail)),
        document("en", ("It is raining today.", "No one shall be held in slavery.")),
        ENCODER,
    )
    chosen = [(pair, bead) for pair in lines.pairs for bead in pair.beads if not bead.target]
    assert len(chosen) == len(tail)
    explanations = explain(lines, chosen[8:], ENCODER, lines=True)
    assert {found.uncompared for found in explanations} == {Uncompared.NO_OTHER_CHOICE}
    assert not any(found.other for found in explanations)


def test_lines_that_name_the_same_were_paired_after_the_search() -> None:
    chinese, english = zip(*REORDERED[:3], strict=True)
    found = explained(
        document("zh-CN", (*chinese, "电话：010-8632 1200", "传真：010-8632 1201")),
        document("en", (*english, "Fax: 010-8632 1201", "Tel: 010-8632 1200")),
    )
    across = [texts(alignment, (each.bead.source, each.bead.target)) for alignment, each in found
              if each.across]  # fmt: skip
    assert across
    assert set(across) <= {
        ("电话：010-8632 1200", "Tel: 010-8632 1200"),
        ("传真：010-8632 1201", "Fax: 010-8632 1201"),
    }


def test_what_the_search_did_not_see_is_a_lone_title_or_furniture() -> None:
    source = Document(
        "a", "zh-CN",
        find_structure([Block("第一条"), Block("本会维持国际和平及安全。")], "zh-CN"),
    )  # fmt: skip
    blocks = [Block("Article 1"), Block("Purposes"), Block("The League keeps the peace.")]
    lines = find_structure(blocks, "en")
    target = Document("b", "en", (*lines, Paragraph("Wikisource", Kind.BOILERPLATE)))
    reasons = {
        texts(alignment, (found.bead.source, found.bead.target))[1]: found.uncompared
        for alignment, found in explained(source, target)
    }
    assert reasons == {
        "Article 1": None,
        "Purposes": Uncompared.LONE_TITLE,
        "The League keeps the peace.": None,
        "Wikisource": Uncompared.FURNITURE,
    }
