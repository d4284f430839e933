"""Whether the labels of a bead's paragraphs stay in its unit."""

import pytest

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.labels import labels_agree
from corpora import Document, Paragraph, Span


def paragraph(
    text: str, label: str = "", number: str | None = None, *, scope: str = ""
) -> Paragraph:
    """A paragraph; its label is computed by the format where the text does not begin with it."""
    length = len(label) if text.startswith(label) else 0
    return Paragraph(text, number=number, scope=scope, label=label, label_length=length)


def agree(
    source: Paragraph,
    target: Paragraph,
    *,
    language: str = "zh-CN",
    elsewhere: tuple[Paragraph, ...] = (),
) -> bool:
    """Whether the labels of two paired paragraphs agree, with others behind the source's."""
    bead = Bead((Span(0, 0, len(source.text)),), (Span(0, 0, len(target.text)),), 1.0)
    documents = Document("a", language, (source, *elsewhere)), Document("b", "en", (target,))
    pair = ParagraphPair((0,), (0,), (bead,))
    there = labels_agree(Alignment(*documents, (pair,), Level.SENTENCE, "x"), bead)
    turned = Bead(bead.target, bead.source, 1.0)
    back = Alignment(
        documents[1], documents[0], (ParagraphPair((0,), (0,), (turned,)),), Level.SENTENCE, "x"
    )
    assert labels_agree(back, turned) == there
    return there


ARTICLE = paragraph("Article 2 (Services)", "Article 2", "Article 2")
ITEM = paragraph("(a) development of software; and", "(a)", "2(a)")
FIRST = paragraph("1. Party A shall pay.", "1.", "1")


@pytest.mark.parametrize(
    ("unlabelled", "language", "labelled"),
    [
        ("第二条（業務の内容）", "ja", ARTICLE),
        ("一　ソフトウェアの開発", "ja", ITEM),
        ("１　甲は、報酬を支払う。", "ja", FIRST),
        ("ア　報酬", "ja", ITEM),
        ("제1조 (목적)", "ko", ARTICLE),
        ("① 갑은 지급한다.", "ko", FIRST),
        ("가. 소프트웨어 개발", "ko", ITEM),
        ("Điều 2. Dịch vụ", "vi", ARTICLE),
        # Of a language whose labels are not known, what looks like none may be one.
        ("สัญญาจ้างบริการ", "th", FIRST),
        ("一 软件的开发", "zh-CN", ITEM),
        ("1　甲方应付款", "zh-CN", ITEM),
        ("1 甲方应付款", "zh-CN", FIRST),
        ("①甲方应付款", "zh-CN", FIRST),
        ("（1）甲方应付款", "zh-CN", FIRST),
        ("(iv) das Honorar", "de", ITEM),
        ("第二 服务", "zh-CN", ARTICLE),
        ("附件一：服务", "zh-CN", ARTICLE),
        ("附 件 一 服 务", "zh-CN", ARTICLE),
        ("乙方应：（a）开发软件；（b）培训。", "zh-CN", ITEM),
        ("甲方应：①付款；②验收。", "zh-CN", FIRST),
        ("Artikel 2 Leistungen", "de", ARTICLE),
        ("§ 2 Leistungen", "de", ARTICLE),
        ("II Leistungen", "de", ARTICLE),
        ("First, software;", "en-GB", ITEM),
    ],
)
def test_a_label_stays_where_the_other_side_may_have_written_its_own(
    unlabelled: str, language: str, labelled: Paragraph
) -> None:
    assert agree(paragraph(unlabelled), labelled, language=language)


UNIT = paragraph("Unit 2: My home", "Unit 2:", "Section II")
LESSON = paragraph("第二课　我的家", "第二课", "Section II")
PARTS = paragraph("第二十一部分：天气", "第二十一部分：", "Part XXI")
GROUP = paragraph("Part B: The weather", "Part B:", "Part II")


@pytest.mark.parametrize(
    ("unlabelled", "language", "labelled"),
    [
        ("单元二：我的家", "zh-CN", UNIT),
        ("单元２　我的家", "zh-CN", UNIT),
        ("二单元：我的家", "zh-CN", UNIT),
        ("單元貳：我的家", "zh-TW", UNIT),
        ("单元二我的家", "zh-CN", UNIT),
        ("综合教学单元二：我的家", "zh-CN", UNIT),
        ("规则2：不得大声喧哗", "zh-CN", paragraph("Rule 2: Be quiet", "Rule 2:", "Article 2")),
        ("规定 2：保持安静", "zh-CN", paragraph("Regulation 2", "Regulation 2", "Article 2")),
        ("Lesson Two My home", "en", LESSON),
        ("The second lesson My home", "en", LESSON),
        ("2nd lesson My home", "en", LESSON),
        ("Twenty-first part: The weather", "en", PARTS),
        ("Stage XXI. The weather", "en", PARTS),
        ("乙部：天气", "zh-HK", GROUP),
        ("B组：天气", "zh-CN", GROUP),
        ("下篇：天气", "zh-CN", GROUP),
        ("阶段二：开发", "zh-CN", paragraph("2. Development", "2.", "2")),
    ],
)
def test_a_label_stays_where_the_other_side_has_its_number_with_a_word_that_is_not_known(
    unlabelled: str, language: str, labelled: Paragraph
) -> None:
    assert agree(paragraph(unlabelled), labelled, language=language)


@pytest.mark.parametrize(
    ("unlabelled", "language", "labelled"),
    [
        ("我的家", "zh-CN", UNIT),
        ("章节三：我的家", "zh-CN", UNIT),
        ("介绍我的家和我的两个妹妹", "zh-CN", UNIT),
        ("My home", "en", LESSON),
        ("All about my two sisters", "en", LESSON),
        ("甲方应付款", "zh-CN", UNIT),
        ("甲方应付款", "zh-CN", GROUP),
        ("上部结构", "zh-CN", UNIT),
        ("二人合作", "zh-CN", paragraph("2. Working in pairs", "2.", "2")),
        ("阶段三：开发", "zh-CN", paragraph("2. Development", "2.", "2")),
    ],
)
def test_a_label_is_left_out_where_the_other_text_begins_without_its_number(
    unlabelled: str, language: str, labelled: Paragraph
) -> None:
    assert not agree(paragraph(unlabelled), labelled, language=language)


def test_a_label_is_left_out_where_a_list_has_it_though_its_text_begins_with_that_number() -> None:
    listed = paragraph("两个人合作", "第二条", "Article 2")
    assert not agree(listed, paragraph("Rule 2: Work in pairs", "Rule 2:", "Article 2"))


@pytest.mark.parametrize(
    ("unlabelled", "language"),
    [
        (paragraph("甲方应付款"), "zh-CN"),
        (paragraph("10 of them"), "de"),
        (paragraph("双方同意"), "zh-CN"),
        (paragraph("甲方应按第二条第（三）项付款"), "zh-CN"),
        (paragraph("(Leistungen)"), "de"),
        # An automatic list, whose labels the format computes.
        (paragraph("甲は、報酬を支払う。", "１", "1"), "ja"),
    ],
)
def test_a_label_is_left_out_where_it_is_layout_on_the_other_side(
    unlabelled: Paragraph, language: str
) -> None:
    assert not agree(unlabelled, FIRST, language=language)


@pytest.mark.parametrize(
    ("other", "stays"),
    [("培训销售人员", False), ("五花肉 800克", False), ("10月底前发布", False),
     ("– 培训销售人员", True), ("□ 培训", True), ("1. 培训销售人员", True)],
)  # fmt: skip
def test_a_bullet_is_left_out_where_the_other_side_begins_with_no_sign(
    other: str, stays: bool
) -> None:
    assert agree(paragraph(other), paragraph("• Train the sales staff", "• ")) is stays


@pytest.mark.parametrize(
    ("number", "scope", "stays"),
    [("Article 95", "", True), ("Article 96", "", False), ("Article 95", "Annex I", False)],
)
def test_a_label_stays_where_its_partner_stands_elsewhere(
    number: str, scope: str, stays: bool
) -> None:
    text = paragraph("本宪章不得禁止会员国将其争端托付其他法院解决。")
    heading = paragraph("第九十五条", "第九十五条", number, scope=scope)
    labelled = paragraph("Article 95 Nothing in the present Charter", "Article 95", "Article 95")
    assert agree(text, labelled, elsewhere=(heading,)) is stays


def test_a_label_stays_where_the_other_side_stands_inside_a_paragraph() -> None:
    target = Document("b", "en", (paragraph("Party B agrees. Party A shall pay."),))
    source = Document("a", "zh-CN", (paragraph("一、甲方应付款。", "一、", "1"),))
    bead = Bead((Span(0, 0, 8),), (Span(0, 16, 34),), 1.0)
    pair = ParagraphPair((0,), (0,), (bead,))
    assert labels_agree(Alignment(source, target, (pair,), Level.SENTENCE, "x"), bead)


def test_what_has_no_partner_keeps_its_label() -> None:
    bead = Bead((Span(0, 0, 21),), (), 1.0)
    pair = ParagraphPair((0,), (), (bead,))
    document = Document("a", "en", (FIRST,))
    assert labels_agree(Alignment(document, document, (pair,), Level.SENTENCE, "x"), bead)


THIRTY = "The price is paid in instalments: (1) thirty per cent on signing, and"
FIFTY = paragraph("(2) fifty per cent on delivery.", "(2)", "2")


@pytest.mark.parametrize(
    ("before", "is_joined", "stays"),
    [
        # Wrapped in the middle of a sentence.
        (paragraph(THIRTY), True, True),
        (paragraph(THIRTY), False, True),
        (paragraph("How many were there: there were"), True, True),
        # An item of a list, a heading, an end.
        (paragraph("(1) thirty per cent on signing and without delay", "(1)", "1"), False, False),
        (paragraph("Payment"), False, False),
        (paragraph("The price is paid in two instalments, as they are named here:"), False, False),
        (paragraph("The price is paid in two instalments, as they are named here."), False, False),
    ],
)
def test_what_may_stand_inside_a_sentence_is_kept_though_it_looks_like_a_label(
    before: Paragraph, is_joined: bool, stays: bool
) -> None:
    source = Document("a", "zh-CN", (paragraph("签约时付三成，交货时付五成。"),))
    target = Document("b", "en", (before, FIFTY))
    spans = tuple(Span(k, 0, len(item.text)) for k, item in enumerate(target.paragraphs))
    bead = Bead((Span(0, 0, 14),), spans if is_joined else spans[1:], 1.0)
    pair = ParagraphPair((0,), tuple(span.paragraph for span in bead.target), (bead,))
    alignment = Alignment(source, target, (pair,), Level.SENTENCE, "x")
    assert labels_agree(alignment, bead) is stays


CHAPTER = paragraph("Chapter I  General Provisions", "Chapter I", "Chapter I")
ADOPTED = paragraph("(Adopted on 29 June 2023)")


@pytest.mark.parametrize(
    ("joined", "stays"),
    [((ADOPTED, CHAPTER), True), ((FIRST, ITEM), True), ((CHAPTER, ADOPTED), False)],
)
@pytest.mark.parametrize("text", ["（2023年6月29日通过）第一章　总则", "甲方应付款"])
def test_a_label_inside_a_unit_is_kept(
    joined: tuple[Paragraph, ...], stays: bool, text: str
) -> None:
    source = Document("a", "zh-CN", (paragraph(text),))
    target = Document("b", "en", joined)
    spans = tuple(Span(k, 0, len(item.text)) for k, item in enumerate(joined))
    bead = Bead((Span(0, 0, len(text)),), spans, 1.0)
    pair = ParagraphPair((0,), (0, 1), (bead,))
    assert labels_agree(Alignment(source, target, (pair,), Level.SENTENCE, "x"), bead) is stays


def test_a_label_behind_one_that_the_other_side_has_by_its_list_is_kept() -> None:
    source = Document("a", "zh-CN", (paragraph("甲方应付款。", "1.", "1"),))
    target = Document("b", "en", (FIRST, ITEM))
    spans = tuple(Span(k, 0, len(item.text)) for k, item in enumerate(target.paragraphs))
    bead = Bead((Span(0, 0, 6),), spans, 1.0)
    pair = ParagraphPair((0,), (0, 1), (bead,))
    assert labels_agree(Alignment(source, target, (pair,), Level.SENTENCE, "x"), bead)
