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
from tests.corpora.languages.test_mixture import CHINESE as RUNNING_CHINESE
from tests.corpora.languages.test_mixture import ENGLISH as RUNNING_ENGLISH

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
    return list(find_doubts(align_documents(source, target, ENCODER, level), ENCODER))


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
        ("declaration", "charter"),
        ("charter", "declaration"),
        ("declaration, traditional", "55/100"),
    ],
)
def test_different_documents_raise_a_doubt(chinese: str, english: str) -> None:
    assert doubts(shared(CHINESE[chinese]), shared(ENGLISH[english]))


@needs_data
def test_resolutions_on_one_matter_are_told_apart_by_their_numbers() -> None:
    found = doubts(shared(CHINESE["67/58"]), shared(ENGLISH["79/40"]))
    assert found[0] == "the one is 67/58 and the other 79/40"


def text(paragraphs: list[str], language: str) -> Document:
    return Document("a", language, find_structure([Block(each) for each in paragraphs], language))


@needs_data
@pytest.mark.parametrize("kept", [slice(None, None, 3), slice(None, 16)], ids=["third", "first"])
@pytest.mark.parametrize("side", [0, 1], ids=["source", "target"])
def test_a_part_of_a_document_raises_no_doubt(side: int, kept: slice) -> None:
    lines = [*resolution()]
    sides = [
        [line[place] for line in (lines[kept] if place == side else lines)] for place in (0, 1)
    ]
    assert doubts(text(sides[0], "zh-CN"), text(sides[1], "en")) == []


@functools.cache
def official(symbol: str) -> tuple[list[str], list[str]]:
    """The sentences of one official document, in Chinese and English."""
    path = SHARED / "unpc-dev" / "UNv1.0.devset.by_document.tsv"
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    chosen = [row for row in rows if row[0] == symbol]
    return [row[3] for row in chosen], [row[4] for row in chosen]


OFFICIAL = ["2015/s/2015/3", "2015/npt/conf_2015/6", "2015/a/ac_109/2015/9", "2015/e/2015/9/add_4"]


@needs_data
@pytest.mark.parametrize("chinese", OFFICIAL)
@pytest.mark.parametrize("english", OFFICIAL)
def test_official_documents_raise_a_doubt_just_if_they_are_not_the_same(
    chinese: str, english: str
) -> None:
    found = doubts(text(official(chinese)[0], "zh-CN"), text(official(english)[1], "en"))
    assert bool(found) == (chinese != english)


TEXTS = {
    "novel": (
        """\
老周把最后一袋米扛上船，回头望了一眼码头。
雨还在下，灯笼的光在水里碎成一片。
“她不会来了。”船夫说，把竹篙插进泥里。
老周没有回答，只是把烟袋在船帮上磕了磕。
三十年前，也是这样一个晚上，他第一次离开这个镇子。
那时母亲站在石阶上，一句话也没说。
忽然，巷口传来一阵急促的脚步声。
一个打着油纸伞的姑娘跑了出来，鞋都湿透了。
“等一等！”她喊道，“我把信带来了。”
老周伸出手，却发现自己的手在发抖。""",
        """\
Old Zhou heaved the last sack of rice aboard and looked back at the pier.
It was still raining, and the light of the lanterns broke to pieces in the water.
“She won't come now,” said the boatman, and drove his pole into the mud.
Zhou gave no answer; he only knocked out his pipe on the gunwale.
It had been a night like this, thirty years ago, when he left the town for the first time.
His mother had stood on the stone steps then without a word.
All at once hurried steps sounded at the mouth of the lane.
A girl with an oil-paper umbrella ran out, her shoes wet through.
“Wait!” she cried. “I've brought the letter.”
Zhou held out his hand, and found that it was trembling.""",
    ),
    "news": (
        """\
本市地铁五号线周一正式开通，全长二十六公里。
新线路设十九座车站，连接机场和东部新区。
市交通局预计，每天将有三十万人次乘坐。
工程耗时六年，总投资约一百八十亿元。
首班车早上六点发出，末班车晚上十一点半。
部分居民抱怨施工期间噪声太大。
市长在开通仪式上向工人们表示感谢。
票价与其他线路相同，最低两元。
六号线预计于明年秋天动工。""",
        """\
The city's underground line 5, 26 kilometres long, opened on Monday.
The new line has 19 stations and links the airport with the eastern district.
The transport office expects 300,000 passengers a day.
Building took six years and cost about 18 billion yuan.
The first train leaves at 6 a.m., the last at 11.30 p.m.
Some residents complained of the noise during the works.
At the opening ceremony the mayor thanked the workers.
Tickets cost the same as on other lines, two yuan at the least.
Work on line 6 is to start next autumn.""",
    ),
}
SUMMARY = [
    "On a rainy night Old Zhou loads his last rice on the boat and looks back at the pier.",
    "The boatman says she is not going to come.",
    "He remembers how he first left the town, thirty years before.",
    "Then a girl with an umbrella comes running; she has brought a letter.",
    "Zhou reaches for it with a trembling hand.",
]


@pytest.mark.parametrize("chinese", TEXTS)
@pytest.mark.parametrize("english", TEXTS)
def test_a_novel_and_news_raise_a_doubt_just_if_they_are_not_the_same(
    chinese: str, english: str
) -> None:
    found = doubts(
        text(TEXTS[chinese][0].splitlines(), "zh-CN"), text(TEXTS[english][1].splitlines(), "en")
    )
    assert bool(found) == (chinese != english)


def test_a_summary_of_a_novel_raises_no_doubt() -> None:
    assert doubts(text(TEXTS["novel"][0].splitlines(), "zh-CN"), text(SUMMARY, "en")) == []


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
        (paired([0.9, 0.8, 0.9], (1, 1)), []),
        (paired([0.9], (0, 2)), []),
        (paired([0.9], (3, 0)), []),
        (
            paired([0.9], (0, 6)),
            ["of paragraphs only 100% of the one and 14% of the other found a partner"],
        ),
        (
            paired([0.9], (2, 1)),
            ["of paragraphs only 33% of the one and 50% of the other found a partner"],
        ),
        (paired([0.3, 0.6]), ["the mean score of the pairs is only 0.45"]),
    ],
)
def test_few_or_weak_pairs_raise_a_doubt(alignment: Alignment, found: list[str]) -> None:
    assert list(find_doubts(alignment, ENCODER)) == found


def test_the_furniture_of_a_page_needs_no_partner() -> None:
    page = Document("a", "en", (Paragraph("abcd"), *[Paragraph("Menu", Kind.BOILERPLATE)] * 5))
    other = Document("b", "en", (Paragraph("abcd"),))
    bead = Bead((Span(0, 0, 4),), (Span(0, 0, 4),), 1.0)
    pairs = [ParagraphPair((0,), (0,), (bead,))]
    pairs += [
        ParagraphPair((place,), (), (Bead((Span(place, 0, 4),), (), 1.0),)) for place in range(1, 6)
    ]
    alignment = Alignment(page, other, tuple(pairs), Level.SENTENCE, "x")
    assert list(find_doubts(alignment, ENCODER)) == []


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


def test_paragraphs_in_the_language_of_the_other_document_need_no_partner() -> None:
    source, target = (
        text([*RUNNING_CHINESE, *RUNNING_ENGLISH], "zh-CN"),
        text([*RUNNING_ENGLISH], "en"),
    )
    assert doubts(source, target) == []
    assert doubts(source, text([*RUNNING_ENGLISH, *RUNNING_CHINESE], "en")) == []
