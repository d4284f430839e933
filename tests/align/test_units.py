"""Beads become translation units."""

from collections.abc import Sequence

import pytest

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.units import header_of, segment_texts, units_of
from align.written_numbers import full_number
from corpora import Document, Kind, Paragraph, Span
from tmx.operations.stale_scores import checksum

WHOLE = Span(0, 0, 1000)


def alignment(source: Paragraph, target: Paragraph, *beads: Bead) -> Alignment:
    return Alignment(
        Document("a.txt", "zh-CN", (source,), status="a draft"),
        Document("b.txt", "en", (target,)),
        (ParagraphPair((0,), (0,), beads),),
        Level.SENTENCE,
        "x",
    )


def whole(paragraph: Paragraph) -> tuple[Span, ...]:
    return (Span(0, 0, len(paragraph.text)),)


LABELLED = Paragraph("1. 决定", Kind.OPERATIVE, "1", label="1.", label_length=3)
LABEL_WITHOUT_DOT = Paragraph("1 决定", Kind.OPERATIVE, "1", label="1", label_length=2)
ONLY_A_LABEL = Paragraph("第三条", Kind.HEADING, "Article 3", label="第三条", label_length=3)
COMPUTED = Paragraph("Decides", Kind.OPERATIVE, "1", label="1.")
WRITTEN = Paragraph("1. Decides", Kind.OPERATIVE, "1", label="1.", label_length=3)


@pytest.mark.parametrize(
    ("source", "target", "texts"),
    [
        (LABELLED, WRITTEN, ("1. 决定", "1. Decides")),
        (LABELLED, COMPUTED, ("决定", "Decides")),
        (Paragraph("决定", number="1", label="1."), WRITTEN, ("决定", "Decides")),
        (LABELLED, Paragraph("１. Decides"), ("1. 决定", "１. Decides")),
        (LABELLED, Paragraph("Decides"), ("决定", "Decides")),
        (LABEL_WITHOUT_DOT, Paragraph("10 of them"), ("决定", "10 of them")),
        (ONLY_A_LABEL, Paragraph("Definitions"), ("第三条", "Definitions")),
    ],
)
def test_a_label_stays_only_where_both_sides_write_theirs(
    source: Paragraph, target: Paragraph, texts: tuple[str, str]
) -> None:
    bead = Bead(whole(source), whole(target), 1.0)
    assert segment_texts(alignment(source, target, bead), bead) == texts


@pytest.mark.parametrize(
    ("paragraphs", "language", "joined"),
    [
        (("One.", "Two."), "en", "One. Two."),
        (("第一，", "第二。"), "zh-CN", "第一，第二。"),
        (("甲 A", "乙"), "zh-CN", "甲 A 乙"),
        (("已于2023年", "4月全部交付"), "zh-CN", "已于2023年4月全部交付"),
        (("已于 2023 年", "4 月全部交付"), "zh-CN", "已于 2023 年 4 月全部交付"),
    ],
)
def test_segments_of_several_paragraphs_are_joined_as_their_script_wants(
    paragraphs: tuple[str, ...], language: str, joined: str
) -> None:
    assert joined_texts([Paragraph(text) for text in paragraphs], "text", language) == joined


@pytest.mark.parametrize(
    ("first", "second", "kind", "joined"),
    [
        (ONLY_A_LABEL, "市人民政府统一领导", "text", "第三条　市人民政府统一领导"),
        (ONLY_A_LABEL, "2023年施行", "text", "第三条 2023年施行"),
        (Paragraph("（一）", label="（一）", label_length=3), "可回收物", "docx", "（一）可回收物"),
        (Paragraph("姓名"), "周明华", "docx", "姓名　周明华"),
        (Paragraph("入院日期"), "2025年2月3日", "docx", "入院日期 2025年2月3日"),
        (Paragraph("10:10–10:30"), "茶歇", "html", "10:10–10:30 茶歇"),
        (Paragraph("20%"), "口头报告", "docx", "20% 口头报告"),
        (Paragraph("10台（8用2备）"), "流量360 m³/h", "docx", "10台（8用2备）　流量360 m³/h"),
        (
            Paragraph("从粟特锦看六世纪的工匠流动"),
            "马可",
            "html",
            "从粟特锦看六世纪的工匠流动　马可",
        ),
        (Paragraph("姓名："), "周明华", "docx", "姓名：周明华"),
        (Paragraph("备注："), "PVDF", "docx", "备注：PVDF"),
        (Paragraph("Name"), "Zhou", "docx", "Name Zhou"),
        # A line of a text that somebody broke by hand.
        (
            Paragraph("本合同自双方签字盖章之日起生效，有效期至二〇二"),
            "六年底",
            "docx",
            "本合同自双方签字盖章之日起生效，有效期至二〇二六年底",
        ),
        (Paragraph("10:10–10:30"), "茶歇", "text", "10:10–10:30茶歇"),
        # Lines that may go on in the next, and a title of two lines.
        (Paragraph("姓名"), "周明华", "text", "姓名周明华"),
        (Paragraph("他说，"), "周明华", "docx", "他说，周明华"),
        (Paragraph("中华人民共和国", Kind.TITLE), "合同法", "docx", "中华人民共和国合同法"),
    ],
)
def test_what_stands_on_a_line_of_its_own_is_set_off(
    first: Paragraph, second: str, kind: str, joined: str
) -> None:
    assert joined_texts([first, Paragraph(second)], kind, "zh-CN") == joined


def joined_texts(paragraphs: Sequence[Paragraph], kind: str, language: str) -> str:
    """The text of a segment of all paragraphs of a document of this format."""
    document = Document("a", language, tuple(paragraphs), kind)
    spans = tuple(Span(place, 0, len(item.text)) for place, item in enumerate(paragraphs))
    bead = Bead(spans, spans, 1.0)
    pair = ParagraphPair((0, 1), (0, 1), (bead,))
    texts = segment_texts(Alignment(document, document, (pair,), Level.SENTENCE, "x"), bead)
    assert texts[0] == texts[1]
    return texts[0]


def test_segments_of_one_paragraph_are_one_slice_of_its_own_text() -> None:
    text = Paragraph("One.  Two. Three.")
    bead = Bead((Span(0, 0, 6), Span(0, 6, 11)), (Span(0, 11, 17),), 1.0)
    assert segment_texts(alignment(text, text, bead), bead) == ("One.  Two.", "Three.")


def test_a_unit_bears_its_score_number_kind_and_documents() -> None:
    bead = Bead(whole(LABELLED), whole(WRITTEN), 0.98765)
    (unit,) = units_of(alignment(LABELLED, WRITTEN, bead))
    assert unit.tuid == "a.txt:1.1"
    assert {item.type: item.value for item in unit.properties} == {
        "x-score": "0.9877",
        "x-paragraph": "1",
        "x-kind": "operative",
        "x-document": "a.txt | b.txt",
        "x-checksum": checksum(*(variant.segment.text for variant in unit.variants)),
    }


@pytest.mark.parametrize(
    ("number", "scope", "full"),
    [
        ("2", "Article 1", "Article 1(2)"),
        ("2(a)", "Annex I, Article 3", "Annex I, Article 3(2)(a)"),
        ("Article 4(a)", "Article 4", "Article 4(a)"),
        ("12", "", "12"),
        (None, "Article 1", ""),
    ],
)
def test_a_number_is_told_with_the_part_that_it_is_unique_in(
    number: str | None, scope: str, full: str
) -> None:
    paragraph = Paragraph("text", number=number, scope=scope)
    assert full_number(paragraph) == full
    (unit,) = units_of(alignment(paragraph, paragraph, Bead(whole(paragraph), whole(paragraph), 1)))
    assert (unit.value("x-paragraph") or "") == full


BARE = Paragraph("1.", Kind.HEADING, "1", label="1.", label_length=2)


@pytest.mark.parametrize(
    ("target", "texts"),
    [(WRITTEN, ("1. 决定", "1. Decides")), (COMPUTED, ("决定", "Decides"))],
)
def test_a_label_on_a_line_of_its_own_is_a_label_as_others_are(
    target: Paragraph, texts: tuple[str, str]
) -> None:
    text = Paragraph("决定", Kind.BODY)
    bead = Bead((Span(0, 0, 2), Span(1, 0, 2)), whole(target), 1.0)
    paired = Alignment(
        Document("a.txt", "zh-CN", (BARE, text)),
        Document("b.txt", "en", (target,)),
        (ParagraphPair((0, 1), (0,), (bead,)),),
        Level.SENTENCE,
        "x",
    )
    assert segment_texts(paired, bead) == texts
    (unit,) = units_of(paired)
    assert (unit.value("x-paragraph"), unit.value("x-kind")) == ("1", "body")


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [("5", "4", "4"), ("5", "5", None), ("5", None, None), (None, "4", None)],
)
def test_the_targets_number_is_told_where_it_is_another_one(
    source: str | None, target: str | None, told: str | None
) -> None:
    one, other = (Paragraph("text", number=number) for number in (source, target))
    (unit,) = units_of(alignment(one, other, Bead(whole(one), whole(other), 1)))
    assert unit.value("x-target-paragraph") == told
    assert unit.value("x-paragraph") == (source or target)


def test_one_sided_beads_are_given_only_when_asked_for() -> None:
    paired = alignment(LABELLED, WRITTEN, Bead(whole(LABELLED), (), 1.0))
    assert list(units_of(paired)) == []
    (unit,) = units_of(paired, unpaired=True)
    assert [variant.segment.text for variant in unit.variants] == ["1. 决定"]
    assert unit.value("x-score") is None


def test_weaker_pairs_are_left_out_but_nothing_that_has_no_score() -> None:
    beads = (
        Bead(whole(LABELLED), whole(WRITTEN), 0.4),
        Bead(whole(LABELLED), whole(WRITTEN), 0.6),
        Bead(whole(LABELLED), (), 0.1),
    )
    units = units_of(alignment(LABELLED, WRITTEN, *beads), unpaired=True, min_score=0.5)
    assert [unit.value("x-score") for unit in units] == ["0.6000", None]


def test_a_pair_is_as_weak_as_the_lower_one_of_its_score_and_its_quality() -> None:
    beads = (
        Bead(whole(LABELLED), whole(WRITTEN), 0.9, quality=0.4),
        Bead(whole(LABELLED), whole(WRITTEN), 0.4, quality=0.9),
        Bead(whole(LABELLED), whole(WRITTEN), 0.9, quality=0.8),
    )
    units = units_of(alignment(LABELLED, WRITTEN, *beads), min_score=0.5)
    told = [(unit.value("x-score"), unit.value("x-quality")) for unit in units]
    assert told == [("0.9000", "0.8000")]


def test_an_empty_line_is_no_text_to_be_paired() -> None:
    empty, words = Paragraph(""), Paragraph("Decides")
    paired = alignment(empty, words, Bead(whole(empty), whole(words), 1.0))
    assert list(units_of(paired)) == []
    (unit,) = units_of(paired, unpaired=True)
    assert [variant.language for variant in unit.variants] == ["en"]
    assert unit.value("x-score") is None
    assert list(units_of(alignment(empty, words, Bead(whole(empty), (), 1.0)), unpaired=True)) == []


def test_the_status_of_a_document_goes_into_the_header() -> None:
    header = header_of(alignment(LABELLED, WRITTEN), "1.0")
    assert [note.text for note in header.annotations] == ["a.txt (zh-CN): a draft"]  # type: ignore[union-attr]
