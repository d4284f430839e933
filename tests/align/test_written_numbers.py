"""The number of a paragraph as its document writes it."""

import pytest

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.units import units_of
from align.written_numbers import full_number, written_numbers
from corpora import Document, Kind, Paragraph, Span
from corpora.readers.block import Block
from corpora.structure import find_structure

# what it is, language, lines as "number as it is written | text"; "-" for none
WRITTEN = [
    ("plain numbers", "en", ["1 | 1. One", "2 | 2. Two"]),
    (
        "letters below numbers",
        "en",
        ["1 | 1. One:", "1(a) | (a) x:", "1(a)(i) | (i) y;", "1(b) | (b) z."],
    ),
    ("a bracket behind the letter", "en", ["1 | 1. One:", "1 a) | a) x;", "1 b) | b) y."]),
    (
        "Han numerals in parentheses",
        "zh",
        [
            "一 | 一、甲：",
            "一（一） | （一）乙：",
            "一（一）(1) | (1) 丙；",
            "一（二） | （二）丁。",
        ],
    ),
    (
        "headings that numbers run on through",
        "zh",
        [
            "一 | 一、主张",
            "1 | 1. 申请人称。",
            "二 | 二、意见",
            "二（一） | （一）法律",
            "2 | 2. 适用公约。",
            "二（二） | （二）质量",
            "3 | 3. 已经查明。",
        ],
    ),
    ("a patent's description", "zh", ["[0006] | [0006] 效果是：", "[0006]（1） | （1）体积小。"]),
    ("circled numerals", "zh", ["1 | 1. 甲：", "1① | ① 乙；", "1② | ② 丙。"]),
    (
        "articles, their paragraphs on lines of their own",
        "zh",
        [
            "第二章 | 第二章 总则",
            "第四条 | 第四条",
            "第四条 一 | 一、甲：",
            "第四条 一（一） | （一）乙；",
            "第四条 二 | 二、丙。",
            "第五条 | 第五条 丁。",
            "第五条（一） | （一）戊；",
        ],
    ),
    (
        "articles in whose line an item begins",
        "zh",
        ["第四条（一） | 第四条（一）甲。", "第四条（二） | （二）乙。", "第五条 | 第五条 丙。"],
    ),
    (
        "an item of the item in the article's line",
        "zh",
        ["第九条 一 | 第九条 一、甲：", "第九条 一（一） | （一）乙；", "第九条 二 | 二、丙。"],
    ),
    (
        "articles in English",
        "en",
        [
            "Article 4 | Article 4",
            "Article 4(1) | 1. A:",
            "Article 4(1)(a) | (a) b;",
            "Article 4(2) | 2. C.",
            "Article 5(1) | Article 5(1) D.",
            "Article 5(2) | (2) E.",
        ],
    ),
    (
        "articles in capitals and Roman numerals",
        "en",
        ["ARTICLE XII | ARTICLE XII", "ARTICLE XII(1) | 1. A.", "ARTICLE XII(2) | 2. B."],
    ),
    (
        "bare numbers below items in parentheses",
        "zh",
        ["第五条（一） | 第五条（一）甲：", "第五条（一）1 | 1. 乙；", "第五条（二） | （二）丙。"],
    ),
    (
        "the same in English",
        "en",
        [
            "Article 5 (1) | Article 5 (1) A:",
            "Article 5 (1) 1 | 1. b;",
            "Article 5(2) | (2) C.",
        ],
    ),
    (
        "annexes",
        "zh",
        [
            "1 | 1. 甲。",
            "附件一 | 附件一",
            "附件一 1 | 1. 乙：",
            "附件一 1（一） | （一）丙。",
            "第一条 | 第一条",
            "附件一第一条 一 | 一、丁。",
            "附件一第一条 二 | 二、戊。",
            "附件二 | 附件二",
            "附件二 1 | 1. 己。",
        ],
    ),
    (
        "annexes in English",
        "en",
        [
            "Annex I | Annex I",
            "Annex I(1) | 1. A.",
            "Article 1 | Article 1",
            "Annex I, Article 1(1) | 1. B.",
        ],
    ),
    ("decimal numbers", "en", ["1 | 1. A", "1.1 | 1.1 B:", "1.1(a) | (a) c;", "2 | 2. D"]),
    (
        "decimal numbers of articles, in annexes too",
        "zh",
        [
            "第三条 | 第三条 租金",
            "3.1 | 3.1 甲：",
            "3.1（1） | （1）乙；",
            "3.2 | 3.2 丙。",
            "附件一 | 附件一",
            "第一条 | 第一条 丁",
            "附件一 1.1 | 1.1 戊。",
            "附件二 | 附件二",
            "附件二 2 | 2. 己",
            "附件二 2.1 | 2.1 庚。",
        ],
    ),
    ("a number with its items", "en", ["12(a) | 12(a) One", "12(b) | 12(b) Two"]),
    ("no numbers", "zh", ["- | 甲。", "- | • 乙。"]),
]


@pytest.mark.parametrize(
    ("language", "lines"), [case[1:] for case in WRITTEN], ids=[case[0] for case in WRITTEN]
)
def test_a_number_is_told_as_it_is_written(language: str, lines: list[str]) -> None:
    numbers, texts = zip(*(line.split(" | ") for line in lines), strict=True)
    paragraphs = find_structure([Block(text) for text in texts], language)
    found = written_numbers(Document("a", language, paragraphs))
    assert [number or "-" for number in found] == list(numbers)


def test_a_number_that_the_format_computed_is_told_as_it_is_shown() -> None:
    blocks = [Block("甲", label="第四条"), Block("乙", label="（一）"), Block("丙", label="（二）")]
    document = Document("a", "zh-CN", find_structure(blocks, "zh-CN"))
    assert written_numbers(document) == ("第四条", "第四条（一）", "第四条（二）")


@pytest.mark.parametrize(
    "paragraph",
    [
        Paragraph("text", number="2(a)", scope="Article 3"),
        Paragraph("1 note", Kind.FOOTNOTE, "Footnote 1", label="1", label_length=2),
    ],
    ids=["without a label", "a footnote"],
)
def test_what_no_label_tells_has_its_neutral_number(paragraph: Paragraph) -> None:
    assert written_numbers(Document("a", "en", (paragraph,))) == (full_number(paragraph),)


HAN = Paragraph("（二）甲", number="(b)", label="（二）", label_length=3)
LATIN = Paragraph("(b) A", number="(b)", label="(b)", label_length=4)
BARE = Paragraph("甲")


@pytest.mark.parametrize(
    ("source", "target", "shown"),
    [(HAN, LATIN, "（二）"), (LATIN, HAN, "(b)"), (BARE, LATIN, "(b)"), (BARE, BARE, None)],
    ids=["of the source", "of a source in English", "of the target", "of none"],
)
def test_a_unit_bears_the_number_that_one_side_writes(
    source: Paragraph, target: Paragraph, shown: str | None
) -> None:
    bead = Bead((Span(0, 0, len(source.text)),), (Span(0, 0, len(target.text)),), 1.0)
    alignment = Alignment(
        Document("a", "zh-CN", (source,)),
        Document("b", "en", (target,)),
        (ParagraphPair((0,), (0,), (bead,)),),
        Level.SENTENCE,
        "x",
    )
    (unit,) = units_of(alignment)
    assert unit.value("x-paragraph") == shown
