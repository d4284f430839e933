"""Labels on lines of their own, on one side, on both, or in parts of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from align.alignment import Alignment, Level
from align.documents import align_documents
from align.documents.bare_labels import join_bare_labels
from align.explanation.explaining import explain
from align.integrity import find_faults
from align.units import units_of
from corpora import Document, Kind, Paragraph, Span
from tests.align.damage import (
    SHARED,
    Pair,
    Remembering,
    Row,
    by_article,
    document,
    gold_lines,
    resolution,
)

ENCODER = Remembering()
needs_data = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data")


def pair_of(source: Sequence[str], target: Sequence[str]) -> tuple[Document, Document]:
    return document(source, "zh-CN"), document(target, "en")


PURPOSES = ["Article 1", "Purposes", "The League keeps the peace."]


@pytest.mark.parametrize(
    ("chinese", "english", "searched"),
    [
        pytest.param(
            ["第一条 凡人皆自由。"], ["Article 1", "All are free."], ["Article 1 All are free."],
            id="article",
        ),
        pytest.param(["1. 决定；"], ["1.", "Decides;"], ["1. Decides;"], id="number"),
        pytest.param(
            ["1. 决定：", "（一）甲；"], ["1. Decides:", "(a)", "Alpha;"],
            ["1. Decides:", "(a) Alpha;"], id="item",
        ),
        pytest.param(
            ["第二节 总则", "凡人皆自由。"], ["Section II", "General", "All are free."],
            ["Section II General", "All are free."], id="title",
        ),
        pytest.param(
            ["第一条 一、凡人皆自由。", "二、凡人皆平等。"],
            ["Article 1", "1.", "All are free.", "2. All are equal."],
            ["Article 1 1. All are free.", "2. All are equal."], id="two labels",
        ),
        pytest.param(
            ["第一条 一、凡人皆自由。", "二、凡人皆平等。"],
            ["Article 1", "1. All are free.", "2. All are equal."],
            ["Article 1 1. All are free.", "2. All are equal."], id="two labels, one of them bare",
        ),
        pytest.param(
            ["凡人皆自由。"], ["1.", "All are free."], ["1. All are free."], id="lost label"
        ),
        pytest.param(
            ["第一条", "凡人皆自由。"], ["Article 1", "All are free."],
            ["Article 1", "All are free."], id="both sides",
        ),
        pytest.param(
            ["第一条", "宗旨", "本联盟维持和平。"], PURPOSES, PURPOSES, id="heading on both sides"
        ),
        pytest.param(
            ["第一条 宗旨", "凡人皆自由。"], ["Article 1", "All are free."],
            ["Article 1", "All are free."], id="title on the other side only",
        ),
        pytest.param(
            ["第一条", "凡人皆自由。"], ["Article 2", "All are free."],
            ["Article 2", "All are free."], id="renumbered",
        ),
        pytest.param(
            ["第一条 甲。", "第二条", "乙。", "第三条 丙。"],
            ["Article 1", "A.", "Article 2", "B.", "Article 3", "C."],
            ["Article 1 A.", "Article 2", "B.", "Article 3 C."], id="in parts",
        ),
        pytest.param(
            ["附件一", "行动纲领", "甲。"], ["Annex", "Programme of Action", "Alpha."],
            ["Annex", "Programme of Action", "Alpha."], id="one written otherwise",
        ),
        pytest.param(
            ["第一章 总则", "第一条 凡人皆自由。"], ["Chapter I", "Article 1 All are free."],
            ["Chapter I", "Article 1 All are free."], id="nothing to label",
        ),
    ],
)  # fmt: skip
def test_a_bare_label_is_put_at_the_head_of_its_text_where_the_other_side_has_it_there(
    chinese: list[str], english: list[str], searched: list[str]
) -> None:
    _, joined = join_bare_labels(pair_of(chinese, english))
    assert [paragraph.text for paragraph in joined.document.paragraphs] == searched


def test_a_joined_paragraph_is_like_one_that_was_written_so() -> None:
    _, joined = join_bare_labels(pair_of(["第一条 凡人皆自由。"], ["Article 1", "All are free."]))
    assert joined.document.paragraphs == document(["Article 1 All are free."], "en").paragraphs


def test_the_slices_of_a_joined_paragraph_are_slices_of_both() -> None:
    _, joined = join_bare_labels(
        pair_of(["第一条 凡人皆自由。人人平等。"], ["Article 1", "All are free. All are equal."])
    )
    assert joined.spans(Span(0, 0, 24)) == (Span(0, 0, 9), Span(1, 0, 14))
    assert joined.spans(Span(0, 24, 38)) == (Span(1, 14, 28),)


def test_of_a_language_whose_words_for_parts_are_unknown_a_label_may_stand_there_unseen() -> None:
    swahili = Document("sw", "sw", (Paragraph("Kifungu cha 1"), Paragraph("Watu wote ni huru.")))
    english = document(["Article 1", "All are free."], "en")
    assert join_bare_labels((swahili, english))[1].document == english


def test_a_footnote_may_stand_between_a_label_and_its_text() -> None:
    label, text = document(["Article 1", "All are free."], "en").paragraphs
    note = Paragraph("A note.", Kind.FOOTNOTE)
    english = Document("en", "en", (label, note, text))
    chinese = document(["第一条 凡人皆自由。"], "zh-CN")
    alignment = align_documents(chinese, english, ENCODER)
    assert {(pair.source, pair.target) for pair in alignment.pairs} == {((0,), (0, 2)), ((), (1,))}
    assert list(find_faults(alignment)) == []


UN_55_100, UDHR, CHARTER = (
    "un-55-100/A_RES_55_100.gold_aligned.tsv",
    "udhr/udhr.by_article.zh-Hans_en.tsv",
    "un-charter/un_charter.by_article.tsv",
)
LABEL = re.compile(
    r"(?:第\d+条|Article \d+|\d+[.．]|[一二三四五六七八九]+、|[(（][a-z子丑寅卯][)）])\s*"
)


def inline(rows: Sequence[Row]) -> list[Row]:
    """Put the headings that are nothing but a label at the heads of their texts."""
    lines: list[Row] = []
    label: Row | None = None
    for row in rows:
        if all(LABEL.fullmatch(text) for text in row):
            label = row
            continue
        lines.append((f"{label[0]} {row[0]}", f"{label[1]} {row[1]}") if label else row)
        label = None
    return lines


Choice = Callable[[int, int], bool]
"""Of the nth article, or item where there are none, and a side: whether labels stand alone."""

CHOICES: dict[str, Choice] = {
    "source": lambda part, side: side == 0,
    "target": lambda part, side: side == 1,
    "both sides": lambda part, side: True,
    "in turns": lambda part, side: part % 2 == side,
    "every third of the target": lambda part, side: side == 1 and part % 3 == 0,
}


def set_apart(rows: Sequence[Row], choice: Choice) -> tuple[list[str], list[str], set[Pair]]:
    """Put labels on lines of their own; return both sides, and what must be paired."""
    sides: tuple[list[str], list[str]] = ([], [])
    pairs: set[Pair] = set()
    in_articles = any(row[1].startswith("Article") for row in rows)
    part = 0
    for row in rows:
        part += row[1].startswith("Article") or not in_articles
        places: list[list[int]] = []
        for side, (lines, text) in enumerate(zip(sides, row, strict=True)):
            label = LABEL.match(text)
            pieces = [text]
            if label and label.end() < len(text) and choice(part, side):
                pieces = [label[0].strip(), text[label.end() :]]
            places.append(list(range(len(lines), len(lines) + len(pieces))))
            lines += pieces
        both = len(places[0]) == len(places[1])
        pairs |= (
            {((one,), (other,)) for one, other in zip(*places, strict=True)}
            if both
            else {(tuple(places[0]), tuple(places[1]))}
        )
    return *sides, pairs


DOCUMENTS: list[tuple[str, Callable[[], list[Row]]]] = [
    ("un-55-100", lambda: gold_lines(UN_55_100)),
    ("udhr", lambda: by_article(UDHR)),
    ("un-charter", lambda: by_article(CHARTER)),
]


def wrong_pairs(rows: Sequence[Row], choice: Choice) -> set[Pair]:
    source, target, pairs = set_apart(inline(rows), choice)
    alignment = align_documents(*pair_of(source, target), ENCODER)
    assert list(find_faults(alignment)) == []
    return pairs - {(pair.source, pair.target) for pair in alignment.pairs}


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
def test_labels_apart_cost_the_resolution_no_pair(choice: Choice) -> None:
    assert wrong_pairs(resolution(), choice) == set()


@needs_data
@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize(
    "read", [read for _, read in DOCUMENTS], ids=[name for name, _ in DOCUMENTS]
)
def test_labels_apart_cost_other_documents_no_pair(
    read: Callable[[], list[Row]], choice: Choice
) -> None:
    assert wrong_pairs(read(), choice) == set()


TITLES = (
    ("尊严与平等", "Dignity and equality"),
    ("不受歧视", "Freedom from discrimination"),
    ("生命、自由与安全", "Life, liberty and security"),
    ("禁止奴役", "Prohibition of slavery"),
    ("禁止酷刑", "Prohibition of torture"),
)
TEXTS = (
    (
        "人人生而自由，在尊严和权利上一律平等。",
        "All human beings are born free and equal in dignity and rights.",
    ),
    (
        "人人有资格享有本宣言所载的一切权利和自由。",
        "Everyone is entitled to all the rights and freedoms set forth in this Declaration.",
    ),
    (
        "人人有权享有生命、自由和人身安全。",
        "Everyone has the right to life, liberty and security of person.",
    ),
    ("任何人不得使为奴隶或奴役。", "No one shall be held in slavery or servitude."),
    ("任何人不得加以酷刑。", "No one shall be subjected to torture."),
)


@pytest.mark.parametrize("apart", [(True, True), (True, False), (False, True)])
def test_a_heading_of_label_and_title_is_paired_apart_from_its_text(
    apart: tuple[bool, bool],
) -> None:
    sides: tuple[list[str], list[str]] = ([], [])
    expected: set[Pair] = set()
    for number, (titles, texts) in enumerate(zip(TITLES, TEXTS, strict=True), start=1):
        heads: list[tuple[int, ...]] = []
        for side, label in enumerate((f"第{number}条", f"Article {number}")):
            head = [label, titles[side]] if apart[side] else [f"{label} {titles[side]}"]
            first = len(sides[side])
            heads.append(tuple(range(first, first + len(head))))
            sides[side].extend([*head, texts[side]])
        if all(apart):
            expected |= {((one,), (other,)) for one, other in zip(*heads, strict=True)}
        else:
            expected.add((heads[0], heads[1]))
        expected.add(((len(sides[0]) - 1,), (len(sides[1]) - 1,)))
    alignment = align_documents(*pair_of(*sides), ENCODER)
    assert {(pair.source, pair.target) for pair in alignment.pairs} == expected


def labelled_alignment(level: Level = Level.SENTENCE) -> Alignment:
    chinese = [f"第{n}条 {texts[0]}" for n, texts in enumerate(TEXTS, start=1)]
    english = [line for n, texts in enumerate(TEXTS, 1) for line in (f"Article {n}", texts[1])]
    return align_documents(*pair_of(chinese, english), ENCODER, level)


@pytest.mark.parametrize("level", Level)
def test_label_and_text_come_out_in_one_unit(level: Level) -> None:
    alignment = labelled_alignment(level)
    assert list(find_faults(alignment)) == []
    units = list(units_of(alignment))
    if level is not Level.CLAUSE:
        assert [[variant.segment.text for variant in unit.variants] for unit in units] == [
            [f"第{n}条 {texts[0]}", f"Article {n} {texts[1]}"]
            for n, texts in enumerate(TEXTS, start=1)
        ]
    heads = [unit.variants[1].segment.text for unit in units if "Article" in str(unit.variants[1])]
    assert all(re.match(r"Article \d \w", str(head)) for head in heads)
    assert {unit.value("x-kind") for unit in units} == {"body"}


def test_a_unit_of_a_label_and_its_text_is_explained() -> None:
    alignment = labelled_alignment()
    chosen = [(pair, bead) for pair in alignment.pairs for bead in pair.beads]
    explanations = explain(alignment, chosen, ENCODER)
    assert all(explanation.comparison for explanation in explanations)
