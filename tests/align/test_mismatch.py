"""Documents that are no versions of one document are told from those that are."""

import functools

import pytest

from align.alignment import Alignment, Bead, Level, ParagraphPair
from align.documents import align_documents
from align.mismatch import find_doubts, find_symbol
from corpora import Document, Kind, Paragraph, Span
from corpora.readers.block import Block
from corpora.reading import read_document
from corpora.structure import find_structure
from tests.align.damage import (
    KINDS,
    SHARED,
    Remembering,
    damages,
    document,
    gold_lines,
    resolution,
)

ENCODER = Remembering()
needs_data = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the folder shared/data beside the repository is not here"
)

CHINESE = {
    "67/58": "un-67-58/zh.wikisource.txt",
    "55/100": "un-55-100/A_RES_55_100.zh.txt",
    "charter": "un-charter/un_charter.raw.zh.txt",
    "declaration": "udhr/udhr.zh-Hans.txt",
    "declaration, traditional": "udhr/udhr.zh-Hant.txt",
}
ENGLISH = {
    "67/58": "un-67-58/en.working.txt",
    "55/100": "un-55-100/A_RES_55_100.en.txt",
    "79/40": "un-79-40-en/A_RES_79_40.en.txt",
    "charter": "un-charter/un_charter.raw.en.txt",
    "declaration": "udhr/udhr.en.txt",
}


@functools.cache
def shared(name: str) -> Document:
    return read_document(SHARED / name)


def doubts(source: Document, target: Document, level: Level = Level.SENTENCE) -> list[str]:
    return list(find_doubts(align_documents(source, target, ENCODER, level)))


@needs_data
@pytest.mark.parametrize("name", CHINESE)
def test_versions_of_one_document_raise_no_doubt(name: str) -> None:
    assert doubts(shared(CHINESE[name]), shared(ENGLISH[name.partition(",")[0]])) == []


@needs_data
@pytest.mark.parametrize("level", [Level.CLAUSE, Level.PARAGRAPH])
@pytest.mark.parametrize("name", ["67/58", "55/100"])
def test_clauses_and_paragraphs_raise_no_doubt(name: str, level: Level) -> None:
    assert doubts(shared(CHINESE[name]), shared(ENGLISH[name]), level) == []


@needs_data
def test_versions_of_one_document_raise_no_doubt_the_other_way_round() -> None:
    assert doubts(shared(ENGLISH["55/100"]), shared(CHINESE["55/100"])) == []


@needs_data
@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("67/58", "55/100"),
        ("67/58", "declaration"),
        ("55/100", "67/58"),
        ("55/100", "79/40"),
        ("declaration", "67/58"),
        ("declaration, traditional", "55/100"),
    ],
)
def test_different_documents_raise_a_doubt(chinese: str, english: str) -> None:
    assert doubts(shared(CHINESE[chinese]), shared(ENGLISH[english]))


@needs_data
def test_resolutions_on_one_matter_are_told_apart_by_their_numbers() -> None:
    found = doubts(shared(CHINESE["67/58"]), shared(ENGLISH["79/40"]))
    assert found == ["the one is 67/58 and the other 79/40"]


@needs_data
@pytest.mark.parametrize("side", [0, 1], ids=["source", "target"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_paragraph_raises_no_doubt(kind: str, side: int) -> None:
    gold = gold_lines("un-55-100/A_RES_55_100.gold_aligned.tsv")
    damaged = [*damages(kind, gold, side)][::8] + [*damages(kind, resolution(), side)][::39]
    for each in damaged:
        assert doubts(document(each.sides[0], "zh-CN"), document(each.sides[1], "en")) == []


def paired(scores: list[float], lone: tuple[int, int] = (0, 0)) -> Alignment:
    """So many pairs, and so many paragraphs that found no partner on either side."""
    sides = [
        Document(name, "en", tuple(Paragraph("abcd") for _ in range(len(scores) + count)))
        for name, count in zip("ab", lone, strict=True)
    ]
    spans = [(Span(place, 0, 4),) for place in range(len(scores) + max(lone))]
    pairs = [
        ParagraphPair((place,), (place,), (Bead(spans[place], spans[place], score),))
        for place, score in enumerate(scores)
    ]
    for place in range(len(scores), len(sides[0].paragraphs)):
        pairs.append(ParagraphPair((place,), (), (Bead(spans[place], (), 1.0),)))
    for place in range(len(scores), len(sides[1].paragraphs)):
        pairs.append(ParagraphPair((), (place,), (Bead((), spans[place], 1.0),)))
    return Alignment(sides[0], sides[1], tuple(pairs), Level.SENTENCE, "x")


@pytest.mark.parametrize(
    ("alignment", "found"),
    [
        (paired([0.9, 0.2, 0.9], (3, 3)), []),
        (paired([0.9], (0, 2)), ["only 100% of the one and 33% of the other found a partner"]),
        (paired([0.9], (3, 0)), ["only 25% of the one and 100% of the other found a partner"]),
        (paired([0.3, 0.6]), ["the mean score of the pairs is only 0.45"]),
    ],
)
def test_few_or_weak_pairs_raise_a_doubt(alignment: Alignment, found: list[str]) -> None:
    assert list(find_doubts(alignment)) == found


def test_the_furniture_of_a_page_needs_no_partner() -> None:
    page = Document("a", "en", (Paragraph("abcd"), *[Paragraph("Menu", Kind.BOILERPLATE)] * 5))
    other = Document("b", "en", (Paragraph("abcd"),))
    bead = Bead((Span(0, 0, 4),), (Span(0, 0, 4),), 1.0)
    pairs = [ParagraphPair((0,), (0,), (bead,))]
    pairs += [
        ParagraphPair((place,), (), (Bead((Span(place, 0, 4),), (), 1.0),)) for place in range(1, 6)
    ]
    assert list(find_doubts(Alignment(page, other, tuple(pairs), Level.SENTENCE, "x"))) == []


ENGLISH_TEXT = ["The General Assembly,", "Recalling its resolution 66/47,", "1. Decides;"]
CHINESE_TEXT = ["大会,", "回顾其第66/47号决议,", "1. 决定;"]


@pytest.mark.parametrize(
    ("lines", "symbol"),
    [
        (["67/58. The illicit trade", *ENGLISH_TEXT], "67/58"),
        (["A/RES/67/58", "The illicit trade", *ENGLISH_TEXT], "67/58"),
        (["United Nations  A/RES/67/58*", "Distr.: General", *ENGLISH_TEXT], "67/58"),
        (["RESOLUTION 55/100", *ENGLISH_TEXT], "55/100"),
        (["Decision 70/544.", *ENGLISH_TEXT], "70/544"),
        (["A / C.1 / 67 / L.35", *ENGLISH_TEXT], "A/C.1/67/L.35"),
        (["S/RES/1325 (2000)", *ENGLISH_TEXT], "S/RES/1325 (2000)"),
        (["第55/100号决议", *CHINESE_TEXT], "55/100"),
        (["联合国大会67/58号决议", *CHINESE_TEXT], "67/58"),
        (["聯合國大會第６７／５８號決議", *CHINESE_TEXT], "67/58"),
        (["大会决议 67/58", *CHINESE_TEXT], "67/58"),
        (["[on the report of the First Committee (A/67/409)]", *ENGLISH_TEXT], None),
        (["The illicit trade", *ENGLISH_TEXT, "A/67/409"], None),
        (["Resolution 67/57", "Resolution 67/58", *ENGLISH_TEXT], None),
        (["Page 1/4", "3/12/2012", "AC/DC", "第 3/4 页", *ENGLISH_TEXT], None),
    ],
)
def test_the_number_that_a_document_bears(lines: list[str], symbol: str | None) -> None:
    paragraphs = find_structure([Block(line) for line in lines], "en")
    assert find_symbol(Document("a", "en", paragraphs)) == symbol


def test_the_number_of_a_title_counts_before_those_around_it() -> None:
    lines = ["A/67/L.35", "67/58. The illicit trade", *ENGLISH_TEXT]
    paragraphs = find_structure([Block(line) for line in lines], "en")
    assert find_symbol(Document("a", "en", paragraphs)) == "67/58"
