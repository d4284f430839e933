"""Footnote marks are set aside; numbers stay."""

import pytest

from corpora.document import Mark
from corpora.readers.block import Block, Role
from corpora.structure.marks import set_marks_aside
from corpora.structure.words import words_of

# language, text, what remains, marks
MARKED = [
    ("en", "All Its Aspects,1 and recognizing", "All Its Aspects, and recognizing", ["1"]),
    ("en", "(the Instrument),1", "(the Instrument),", ["1"]),
    (
        "en",
        "One report.1 The next;2 and “third”,3",
        "One report. The next; and “third”,",
        ["1", "2", "3"],
    ),
    ("en", "The report¹ of it[2] is here", "The report of it is here", ["¹", "[2]"]),
    ("zh", "秘书长的报告,3 其中综述了", "秘书长的报告,其中综述了", ["3 "]),
    ("zh", "秘书长的报告；¹", "秘书长的报告；", ["¹"]),
    ("zh", "秘书长的报告[1]指出，大会¹⁰决定", "秘书长的报告指出，大会决定", ["[1]", "¹⁰"]),
]

UNMARKED = [
    ("zh", "采用文献[1]的方法。"),
    ("en", "S/2012/18, CO2, A4, G20, H1N1 and covid-19"),
    ("en", "in 2012,1,000 people; 1,500 tons"),
    ("en", "Article 3,4 and Annex I,1 too"),
    ("en", "lists 1,2 and 3; tables,1 and 2"),
    ("en", "an area of 5 m² with x², E=mc² and 10⁶"),
    ("en", "at 10⁻¹, x₁¹, SO₄¹⁻, Ca¹⁺ and k = βx¹ with π¹"),
    ("en", "No.1 and para.1 of vol.1"),
    ("en", "on Monday,1 March and in Geneva,1 January"),
    ("en", "in all,1 million"),
    ("en", "at 9:30, ratio 1:2, (1) one, version 1"),
    ("en", "items[0] and items[1]"),
    ("en", "the reports,7 and nothing before"),
    ("en", "the report²"),
    ("zh", "第66/47号、附件1、约3人"),
    ("zh", "报告,3 月 5 日通过"),
    ("zh", "报告,3 个国家"),
    ("zh", "包括①经济；②社会"),
    ("zh", "共 1,500 人，2 年内"),
    ("zh", "报告，2012 年"),
    ("zh", "面积5平方米²"),
]


@pytest.mark.parametrize(("language", "text", "rest", "marks"), MARKED)
def test_marks_are_set_aside(language: str, text: str, rest: str, marks: list[str]) -> None:
    ((cleaned, found),) = set_marks_aside([Block(text)], words_of(language))
    assert cleaned == rest
    assert [mark.text for mark in found] == marks


@pytest.mark.parametrize(("language", "text"), UNMARKED)
def test_numbers_stay_in_the_text(language: str, text: str) -> None:
    assert set_marks_aside([Block(text)], words_of(language)) == ((text, ()),)


# text, further blocks, what remains
CITED = [
    ("It was shown [1], then [2].", ["[1] Smith.", "[2] Brown."], "It was shown, then."),
    ("This was shown [1].", ["[2] Brown."], None),
    ("This was shown [1].", ["Smith."], None),
    ("From [1] to [2-3] and [x].", ["[1] Smith."], None),
    ("The method of reference [1] holds.", ["[1] Smith."], None),
    ("As shown in [1], it holds [1].", ["[1] Smith."], "As shown in [1], it holds."),
    ("f(x [1]) = [1]", ["[1] Smith."], "f(x) = [1]"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "behind", "rest"), CITED)
def test_a_number_behind_a_space_is_a_mark_where_a_paragraph_begins_with_it(
    text: str, behind: list[str], rest: str | None
) -> None:
    blocks = [Block(text), *(Block(entry) for entry in behind)]
    assert set_marks_aside(blocks, words_of("en"))[0][0] == (text if rest is None else rest)


# text above "① 合同。", what remains
CIRCLED = [
    ("适用公约。①", "适用公约。"),
    ("适用“公约”①。", "适用“公约”。"),
    ("适用公约①。", None),
    ("甲方应：①付款。", None),
    ("适用公约。①付款；", None),
    ("① 付款。", None),
]


@pytest.mark.parametrize(("text", "rest"), CIRCLED)
def test_a_circled_number_is_a_mark_behind_a_sentence_where_a_paragraph_begins_with_it(
    text: str, rest: str | None
) -> None:
    assert set_marks_aside([Block(text), Block("① 合同。")], words_of("zh"))[0][0] == (rest or text)
    assert set_marks_aside([Block(text)], words_of("zh"))[0][0] == text


# text before a list of references 1 to 3, what remains, marks
LISTED = [
    ("表明[1]对[1, 2]。王[2]同意[1-2]。又有[1][2]，见[3]。", "表明对。王同意。又有，见[3]。",
     ["[1]", "[1, 2]", "[2]", "[1-2]", "[1]", "[2]"]),
    ("Shown [3], then [1–3], in 2019[2].", "Shown, then, in 2019.", [" [3]", " [1–3]", "[2]"]),
    ("By [4], [3-4] or [2, 1] and a[1](b).", None, []),
    ("In the interval [1, 2] and [1](b).", None, []),
    ("采用文献[3]的方法。参见[1, 2]。", None, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rest", "marks"), LISTED)
def test_marks_that_cite_a_list_of_references_are_set_aside_in_any_order(
    text: str, rest: str | None, marks: list[str]
) -> None:
    blocks = [Block(text), *(Block(f"[{number}] Smith.") for number in (1, 2, 3))]
    cleaned, found = set_marks_aside(blocks, words_of("en"))[0]
    assert cleaned == (text if rest is None else rest)
    assert [mark.text for mark in found] == marks


def test_numbers_of_paragraphs_are_not_cited_as_references() -> None:
    texts = ["[1] See [3] below.", "[2] So does [3].", "[3] It is held so."]
    cleaned = set_marks_aside([Block(text) for text in texts], words_of("en"))
    assert [text for text, _ in cleaned] == texts


def test_marks_count_up_through_a_document() -> None:
    blocks = [Block("the report,1 and"), Block("the other,1 and"), Block("the third,2 and")]
    marks = [[mark.text for mark in found] for _, found in set_marks_aside(blocks, words_of("en"))]
    assert marks == [["1"], [], ["2"]]


def test_marks_that_the_format_knows_are_kept_and_counted() -> None:
    blocks = [
        Block("the report and", marks=(Mark(10, "1"),)),
        Block("the other,2 and on", marks=(Mark(14, "3"),)),
    ]
    cleaned = set_marks_aside(blocks, words_of("en"))
    assert cleaned[0] == ("the report and", (Mark(10, "1"),))
    assert cleaned[1] == ("the other, and on", (Mark(10, "2"), Mark(13, "3")))


# text, the offsets of the marks that the format knows, what remains, marks
SET_OFF = [
    ("秘书长的报告, 其中综述了", [7], "秘书长的报告,其中综述了", ["1 "]),
    ("秘书长的报告 其中综述了", [6, 6], "秘书长的报告其中综述了", ["1", "2 "]),
    ("秘书长的报告 2012 年", [6], "秘书长的报告 2012 年", ["1"]),
    ("the report, which", [11], "the report, which", ["1"]),
]


@pytest.mark.parametrize(("text", "offsets", "rest", "marks"), SET_OFF)
def test_the_space_behind_a_mark_that_the_format_knows_goes_before_chinese(
    text: str, offsets: list[int], rest: str, marks: list[str]
) -> None:
    known = tuple(Mark(offset, str(count)) for count, offset in enumerate(offsets, start=1))
    ((cleaned, found),) = set_marks_aside([Block(text, marks=known)], words_of("zh"))
    assert cleaned == rest
    assert [(mark.offset, mark.text) for mark in found] == list(zip(offsets, marks, strict=True))


def test_a_cell_or_a_footnote_bears_no_marks() -> None:
    blocks = [Block("Total,1 and", Role.CELL), Block("Ibid.,1 and", Role.FOOTNOTE)]
    assert [marks for _, marks in set_marks_aside(blocks, words_of("en"))] == [(), ()]
