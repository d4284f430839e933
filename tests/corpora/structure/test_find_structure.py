"""Blocks become paragraphs one for one, with nothing lost."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.document import Mark, Paragraph
from corpora.readers.block import Block, Role
from corpora.structure import find_structure
from tests.corpora.structure.structure_samples import read_lines, structure_of, traditional

_PIECES = st.sampled_from(
    [
        "1. ",
        "（一）",
        "(a) ",
        "(i) ",
        "第一条",
        "Article 1",
        "Annex I",
        "一、",
        "①",
        "67/58. ",
        "1.2 ",
        "A. ",
        "The General Assembly,",
        "大会，",
        "回顾，",
        "Recalling it,",
        "Decides;",
        "决定；",
        "报告,3 其中",
        "report,1 and",
        "it¹",
        "大会²",
        "[3]",
        "[1] ",
        "[2] ",
        "[1, 2]",
        "[1-2]",
        "it [1][2].",
        "¹ See",
        "1 See",
        "Public domain",
        "跳转到内容",
        "3 December 2012",
        " ",
        "3.5%",
        "．",
        "\u3000",
    ]
)
_TEXTS = st.one_of(st.lists(_PIECES, max_size=5).map("".join), st.text(max_size=30)).map(str.strip)


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    text = draw(_TEXTS)
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), max_size=2)))
    marks = tuple(Mark(offset, draw(st.sampled_from(["1", "²", "[3]", "*"]))) for offset in offsets)
    label = draw(st.sampled_from(["", "", "1.", "(a)", "•", "第一条"]))
    return Block(text, draw(st.sampled_from(Role)), label, draw(st.integers(0, 3)), marks, "line 1")


@settings(max_examples=300, deadline=None)
@given(st.lists(_blocks(), max_size=12), st.sampled_from(["zh", "en", "de", "sw"]))
def test_nothing_is_lost(blocks: list[Block], language: str) -> None:
    paragraphs = find_structure(blocks, language)
    assert len(paragraphs) == len(blocks)
    for block, paragraph in zip(blocks, paragraphs, strict=True):
        assert paragraph.marked_text == Paragraph(block.text, marks=block.marks).marked_text
        assert paragraph.where == block.where
        assert all(a.offset <= b.offset for a, b in pairwise(paragraph.marks))
        head = paragraph.text[: paragraph.label_length]
        assert head.strip() == ("" if block.label else paragraph.label.strip() if head else "")


def test_the_same_blocks_give_the_same_paragraphs() -> None:
    lines = ["1. 甲", "(a) 乙"]
    assert structure_of(lines, "zh") == structure_of(lines, "zh")


def test_labels_that_the_format_computed_number_a_paragraph() -> None:
    blocks = [
        Block("One", Role.ITEM, "1.", 1),
        Block("Sub", Role.ITEM, "(a)", 2),
        Block("Deep", Role.ITEM, "(i)", 3),
        Block("Sub", Role.ITEM, "(b)", 2),
        Block("Two", Role.ITEM, "2.", 1),
        Block("Dot", Role.ITEM, "•", 1),
    ]
    paragraphs = find_structure(blocks, "en")
    assert [p.number for p in paragraphs] == ["1", "1(a)", "1(a)(i)", "1(b)", "2", None]
    assert {p.label_length for p in paragraphs} == {0}
    assert [p.label for p in paragraphs] == [block.label for block in blocks]


@pytest.mark.parametrize(
    ("text", "label", "length"),
    [
        ("• Train the staff", "•", 2),
        ("●培训人员", "●", 1),
        ("\uf0b7 Train the staff", "\uf0b7", 2),
        # Of boxes and dashes, who ticked or spoke is told; a bullet alone is a text.
        ("□ Heart disease", "", 0),
        ("– Where to?", "", 0),
        ("•", "", 0),
        ("\uf0b7x", "", 0),
    ],
)
def test_a_bullet_is_a_label_without_a_number(text: str, label: str, length: int) -> None:
    (found,) = find_structure([Block(text)], "en")
    assert (found.number, found.label, found.label_length) == (None, label, length)


def test_footnotes_are_numbered_by_their_marks() -> None:
    blocks = [
        Block("The report,1 and the other,2 are here."),
        Block("1 See the report."),
        Block("2 Ibid."),
        Block("From the format", Role.FOOTNOTE, "3"),
    ]
    found = [(p.kind, p.number, p.label, p.label_length) for p in find_structure(blocks, "en")]
    assert found[1:] == [
        ("footnote", "Footnote 1", "1", 2),
        ("footnote", "Footnote 2", "2", 2),
        ("footnote", "Footnote 3", "3", 0),
    ]


def test_circled_notes_are_footnotes_where_their_marks_end_sentences() -> None:
    found = structure_of(["适用公约。①", "双方同意②。此后付款。", "① 合同。", "② 附件。"], "zh")
    assert [paragraph.text for paragraph in found[:2]] == ["适用公约。", "双方同意②。此后付款。"]
    assert [paragraph.number for paragraph in found] == [None, None, "Footnote 1", "(b)"]


@pytest.mark.parametrize(
    ("cited", "role", "behind", "numbers"),
    [
        ("12", Role.HEADING, [], ["Footnote 1", "Footnote 2"]),
        ("123", Role.HEADING, [], ["1", "2"]),
        ("1", Role.HEADING, [], ["1", "2"]),
        ("12", Role.BODY, [], ["1", "2"]),
        ("12", Role.HEADING, [Block("An end.")], ["1", "2"]),
    ],
)
def test_a_list_that_ends_a_document_holds_the_notes_that_are_marked(
    cited: str, role: Role, behind: list[Block], numbers: list[str]
) -> None:
    texts = [Block("It was shown.", marks=(Mark(13, number),)) for number in cited]
    notes = [Block("See A.", Role.ITEM, "1.", 1), Block("See B.", Role.ITEM, "2.", 1)]
    found = find_structure([*texts, Block("Notes", role), *notes, *behind], "en")
    place = len(texts) + 1
    assert [paragraph.number for paragraph in found[place : place + 2]] == numbers


def test_what_begins_anew_behind_a_heading_is_not_inside_the_text_above_it() -> None:
    lines = ["1. 甲。", "2. 乙：", "（1）丙；", "（2）丁。"]
    blocks = [Block(line) for line in lines]
    for heading, role, numbers in (
        ("附图", Role.HEADING, ["1", "2", "(a)", "(b)"]),
        ("附图", Role.BODY, ["1", "2", "2(a)", "2(b)"]),
    ):
        found = find_structure([*blocks[:2], Block(heading, role), *blocks[2:]], "zh")
        assert [paragraph.number for paragraph in found if paragraph.number] == numbers
    headed = [blocks[0], Block("2. 乙", Role.HEADING), Block("附图", Role.HEADING), *blocks[2:]]
    assert find_structure(headed, "zh")[3].number == "2(a)"


@pytest.mark.parametrize("cited", ["[1, 2]", "[2-3]", "[3]", "[1][2]"])
def test_a_list_of_references_is_of_one_kind(cited: str) -> None:
    lines = [f"It was shown{cited}.", "References", "[1] A.", "[2] B.", "[3] C."]
    numbers = [paragraph.number for paragraph in structure_of(lines, "en")]
    assert numbers[2:] == ["Footnote 1", "Footnote 2", "Footnote 3"]


def test_a_footnote_in_brackets_may_begin_with_any_word() -> None:
    """A bare "1 to ..." could be an amount; "[1] To ..." can't."""
    paragraphs = structure_of(
        ["It was paid[1] and sent[2] away.", "[1] To him.", "[2] Of it."], "en"
    )
    assert [paragraph.number for paragraph in paragraphs] == [None, "Footnote 1", "Footnote 2"]


@pytest.mark.parametrize(
    ("notes", "numbers"),
    [
        (["1 本组织已经登记。", "2 见网站。"], ["Footnote 1", "Footnote 2"]),
        (["1 见网站。", "2 项目由大会核准。"], ["Footnote 1", "Footnote 2"]),
        (["1 本组织已经登记。", "2 项目由大会核准。"], ["Footnote 1", "Footnote 2"]),
        (["1 见网站。", "这样。", "2 名成员出席。"], ["Footnote 1", None, None]),
        (["2 名成员出席。", "1 见网站。"], [None, "Footnote 1"]),
    ],
)
def test_what_reads_as_an_amount_too_is_a_footnote_beside_its_neighbour(
    notes: list[str], numbers: list[str | None]
) -> None:
    paragraphs = structure_of(["报告,1 其中有两份。2", *notes], "zh-CN")
    assert [paragraph.number for paragraph in paragraphs[1:]] == numbers


def test_a_cell_has_no_number() -> None:
    (paragraph,) = find_structure([Block("1. x", Role.CELL)], "en")
    assert (paragraph.number, paragraph.label) == (None, "")


def test_the_declaration_is_numbered_alike_in_three_versions() -> None:
    versions = [
        ("udhr/udhr.en.txt", "en"),
        ("udhr/udhr.zh-Hans.txt", "zh-CN"),
        ("udhr/udhr.zh-Hant.txt", "zh-TW"),
    ]
    for name, language in versions:
        paragraphs = structure_of(read_lines(name), language)
        numbers = [p.number for p in paragraphs if p.number]
        assert numbers == [f"Article {number}" for number in range(1, 31)]
        kinds = [str(p.kind) for p in paragraphs]
        assert (kinds[:2], kinds.count("heading")) == (["title", "heading"], 31)
        assert {"chapeau", "preambular", "operative"}.isdisjoint(kinds)


def test_the_charter_has_its_111_articles_and_19_chapters_in_each_version() -> None:
    english = structure_of(read_lines("un-charter/un_charter.raw.en.txt"), "en")
    hans = read_lines("un-charter/un_charter.raw.zh.txt")
    hant = [traditional(line) for line in hans]
    headings = [(p.number, p.scope) for p in english if p.kind == "heading"]
    articles = [number for number, _ in headings if number and number.startswith("Article")]
    assert articles == [f"Article {number}" for number in range(1, 112)]
    for lines in (hans, hant):
        chinese = structure_of(lines, "zh")
        assert [(p.number, p.scope) for p in chinese if p.kind == "heading"] == headings
        items = [p for p in chinese if p.number and re.fullmatch(r"\d+", p.number)]
        assert items and all(p.scope.startswith("Article ") for p in items)
