"""Titles of articles that only one side has."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from align.alignment import Alignment, Level
from align.documents import align_documents
from align.documents.titles import without_lone_titles
from align.explanation.explaining import explain
from align.integrity import find_faults
from align.units import units_of
from corpora import Document, Kind
from corpora.readers.block import Block, Role
from corpora.structure import find_structure
from tests.align.damage import Pair, Remembering
from tests.align.documents.test_bare_labels import TEXTS, TITLES, pair_of

ENCODER = Remembering()


def written(side: int, form: str) -> list[list[str]]:
    """The lines of each article: a label, its title or none, and its text."""
    articles: list[list[str]] = []
    for number, (titles, texts) in enumerate(zip(TITLES, TEXTS, strict=True), start=1):
        label, title, text = (f"第{number}条", f"Article {number}")[side], titles[side], texts[side]
        articles.append(
            {
                "label alone": [label, text],
                "label in line": [f"{label} {text}"],
                "title behind": [f"{label} {title}", text],
                "title below": [label, title, text],
            }[form]
        )
    return articles


def flat(articles: Sequence[Sequence[str]]) -> list[str]:
    return [line for lines in articles for line in lines]


def aligned(chinese: str, english: str, level: Level = Level.SENTENCE) -> Alignment:
    documents = pair_of(flat(written(0, chinese)), flat(written(1, english)))
    return align_documents(*documents, ENCODER, level)


FORMS = [
    (titled, plain)
    for titled in ("title behind", "title below")
    for plain in ("label alone", "label in line")
]
PAIRED: dict[tuple[str, str], list[Pair]] = {
    ("title behind", "label alone"): [((0,), (0,)), ((1,), (1,))],
    ("title behind", "label in line"): [((0,), ()), ((1,), (0,))],
    ("title below", "label alone"): [((0,), (0,)), ((1,), ()), ((2,), (1,))],
    ("title below", "label in line"): [((0, 2), (0,)), ((1,), ())],
}
"""Which lines of an article belong together: those of the side with titles, those of the other."""


@pytest.mark.parametrize("side", [0, 1], ids=["source", "target"])
@pytest.mark.parametrize(("titled", "plain"), FORMS)
def test_titles_of_one_side_cost_no_pair(titled: str, plain: str, side: int) -> None:
    forms = (titled, plain) if side == 0 else (plain, titled)
    alignment = aligned(*forms)
    assert list(find_faults(alignment)) == []
    sizes = [len(written(place, form)[0]) for place, form in enumerate(forms)]
    expected = {
        tuple(
            tuple(number * sizes[place] + line for line in lines)
            for place, lines in enumerate(pair if side == 0 else pair[::-1])
        )
        for number in range(len(TITLES))
        for pair in PAIRED[titled, plain]
    }
    assert {(pair.source, pair.target) for pair in alignment.pairs} == expected
    assert all(pair.score > 0.9 for pair in alignment.pairs)


@pytest.mark.parametrize("level", [Level.SENTENCE, Level.CLAUSE])
@pytest.mark.parametrize("plain", ["label alone", "label in line"])
@pytest.mark.parametrize("titled", ["title behind", "title below"])
def test_no_unit_holds_a_title_of_one_side(titled: str, plain: str, level: Level) -> None:
    alignment = aligned(plain, titled, level)
    assert list(find_faults(alignment)) == []
    units = [
        tuple(str(variant.segment.text) for variant in unit.variants)
        for unit in units_of(alignment)
    ]
    assert not [english for _, english in units for _, title in TITLES if title in english]
    together = ["".join("".join(unit[side] for unit in units).split()) for side in (0, 1)]
    for texts in TEXTS:
        assert all("".join(text.split()) in together[side] for side, text in enumerate(texts))


@pytest.mark.parametrize("level", [Level.SENTENCE, Level.CLAUSE, Level.PARAGRAPH])
def test_titles_are_in_the_alignment_without_partner(level: Level) -> None:
    alignment = aligned("label in line", "title behind", level)
    alone = [bead for bead in alignment.beads() if not bead.source]
    assert [alignment.target.text_of(span) for bead in alone for span in bead.target] == [
        f"Article {number} {title}" for number, (_, title) in enumerate(TITLES, start=1)
    ]


@pytest.mark.parametrize(("titled", "plain"), FORMS)
def test_what_was_not_searched_is_not_explained(titled: str, plain: str) -> None:
    alignment = aligned(plain, titled)
    chosen = [(pair, bead) for pair in alignment.pairs for bead in pair.beads]
    explanations = explain(alignment, chosen, ENCODER)
    assert all(
        (explanation.comparison is None) == (not bead.source)
        for (_, bead), explanation in zip(chosen, explanations, strict=True)
    )


KEPT = [
    pytest.param(
        ["第一条 宗旨", "本会维持和平。"], ["Article 1 Purposes", "The League keeps the peace."],
        id="titles on both sides",
    ),
    pytest.param(
        ["第一条 宗旨", "本会维持和平。"], ["Article 1", "Purposes", "The League keeps the peace."],
        id="titles on both sides, one of them below its label",
    ),
    pytest.param(
        ["第一条 【宗旨】本会维持和平。"], ["Article 1 Purposes", "The League keeps the peace."],
        id="a title in brackets in the line of the text",
    ),
    pytest.param(
        ["第一条 宗旨　本会维持和平。"], ["Article 1 Purposes", "The League keeps the peace."],
        id="a title before a space in the line of the text",
    ),
    pytest.param(
        ["第一条 宗旨：本会维持和平。"], ["Article 1 Purposes", "The League keeps the peace."],
        id="a title before a colon in the line of the text",
    ),
    pytest.param(
        ["第一条 宗旨。本会维持和平。"], ["Article 1 Purposes", "The League keeps the peace."],
        id="a title before a full stop in the line of the text",
    ),
    pytest.param(
        ["第一条", "本会的宗旨是：", "维持和平。"],
        ["Article 1", "The purposes of the League are", "to keep the peace."],
        id="a sentence that begins on a line without a mark at its end",
    ),
    pytest.param(
        ["第三条", "人人有权享有生命。", "第四条", "任何人不得为奴隶。"],
        ["Article 3", "Everyone has the right to life. Article 4", "No one shall be a slave."],
        id="a sentence with the next label behind it",
    ),
    pytest.param(
        ["第一条", "本会的宗旨", "会员一律平等"], ["Article 1", "Purposes", "All are equal"],
        id="short lines",
    ),
    pytest.param(
        ["第一条", "甲。", "乙。"], ["Article 1 Purposes", "All of it."],
        id="texts of different counts",
    ),
    pytest.param(
        ["第一条", "甲。", "第一条", "乙。"], ["Article 1 Purposes", "A.", "Article 1 Law", "B."],
        id="a number that comes again",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("chinese", "english"), KEPT)
def test_what_may_have_a_title_on_the_other_side_is_searched(
    chinese: list[str], english: list[str]
) -> None:
    documents = pair_of(chinese, english)
    assert without_lone_titles(documents) == documents


@pytest.mark.parametrize(
    ("chinese", "kept"),
    [
        pytest.param([Block("第一条"), Block("本会维持和平。")], True, id="label alone"),
        pytest.param(
            [Block("本会维持和平。", label="第一条")], False, id="label of the format too"
        ),
    ],
)
def test_a_title_behind_a_label_that_the_format_computed(chinese: list[Block], kept: bool) -> None:
    english = [Block("Purposes", Role.HEADING, "Article 1"), Block("The League keeps the peace.")]
    source, target = (
        Document(language, language, find_structure(blocks, language))
        for blocks, language in ((chinese, "zh-CN"), (english, "en"))
    )
    _, searched = without_lone_titles((source, target))
    assert [p.text for p in searched.paragraphs] == [block.text for block in english]
    assert (searched == target) is kept


def test_a_title_that_is_set_aside_is_furniture_for_the_search_only() -> None:
    documents = pair_of(
        ["第一条", "本会维持和平。"], ["Article 1", "Purposes", "The League keeps the peace."]
    )
    _, searched = without_lone_titles(documents)
    assert [p.kind is Kind.BOILERPLATE for p in searched.paragraphs] == [False, True, False]
    assert all(p.kind is not Kind.BOILERPLATE for p in documents[1].paragraphs)
