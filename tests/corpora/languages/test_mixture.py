"""Which paragraphs of a document are in the language of its translation."""

import pytest

from corpora.document import Document, Kind, Paragraph
from corpora.languages import foreign_paragraphs, is_technical_value

CHINESE = (
    "城市热岛效应是城市化带来的突出环境问题之一，本文选取了武汉市的十二个公园。",
    "公园内气温平均比周边街区低，降温的范围可达边界外约三百米，这与北京的研究一致。",
    "仪器安装在距地面一米半处，并加装了防辐射罩，每十分钟记录一次。",
)
ENGLISH = (
    "The urban heat island is one of the most conspicuous environmental problems of our cities.",
    "On average the parks were cooler than the surrounding streets, and the effect reached far.",
    "The loggers were mounted well above the ground in shields, and recorded every ten minutes.",
)
ABSTRACT = f"Abstract: {ENGLISH[0]} {ENGLISH[1]}"
GERMAN = (
    "Im Mittel waren die Parks deutlich kühler als die umliegenden Straßen, und die Wirkung reichte"
    " bis weit über ihre Grenzen hinaus in die Stadt."
)

NO_FOREIGN_TEXT = [
    "Smith, J. and Doe, A. We are what we eat: how the diets of people have changed in the cities"
    " and what it means for those who live there. Nature, 2001, 12(3): 4-9.",
    "[4] Oke T R. The energetic basis of the urban heat island and what it has to do with us[J].",
    "The Old Man and the Sea",
    "School of Urban Design, Wuhan University, 299 Bayi Road, Wuchang District, Wuhan, Hubei,"
    " 430072, People's Republic of China",
    "WANG Wei, LI Na, ZHANG Hua, CHEN Jie, LIU Yang, ZHAO Min, ZHOU Lei, WU Fang",
    "E-mail: wangwei@whu.edu.cn",
    "r = 0.71, p < 0.01",
    "pip install duiqi && duiqi align a.txt b.txt -o c.tmx --xlsx c.xlsx --level paragraph",
    "Yes, we do.",
    "He said: The heat island is one of the gravest problems of our cities. 他这样说。",
]


def document(*texts: str, language: str = "zh-CN") -> Document:
    return Document("a", language, tuple(Paragraph(text) for text in texts))


def found(
    *texts: str, language: str = "zh-CN", other: str = "en", theirs: tuple[str, ...] = ()
) -> list[int]:
    translation = document(*theirs, language=other)
    return sorted(foreign_paragraphs(document(*texts, language=language), translation))


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW"])
def test_running_text_of_the_other_language_is_found(language: str) -> None:
    assert found(*CHINESE, ABSTRACT, language=language) == [3]


def test_running_text_of_a_third_language_is_none() -> None:
    assert found(*CHINESE, GERMAN) == []
    assert found(*CHINESE, GERMAN, other="de") == [3]


@pytest.mark.parametrize("text", NO_FOREIGN_TEXT)
def test_what_is_the_same_in_every_language_is_none(text: str) -> None:
    assert found(*CHINESE, text) == []


def test_lines_around_an_abstract_belong_to_it_but_no_references() -> None:
    lines = (
        "[1] Oke T R. Boundary layer climates[M].",
        "Oke T R. Boundary layer climates. London: Methuen, 1978.",
        "The Summer Cooling Effect of Urban Parks",
        "WANG Wei, LI Na",
        ABSTRACT,
        "Key words: urban heat island; park",
    )
    assert found(*CHINESE, *CHINESE, *lines) == [8, 9, 10, 11]


def test_a_numbered_line_beside_an_abstract_may_be_of_the_text() -> None:
    own = document(*CHINESE, *CHINESE, ABSTRACT, "1. Introduction")
    paragraphs = (*own.paragraphs[:-1], Paragraph("1. Introduction", number="1", label="1."))
    assert foreign_paragraphs(Document("a", "zh-CN", paragraphs), document(language="en")) == {6}


def test_where_all_is_in_both_languages_headings_are_too() -> None:
    lines = [line for pair in zip(CHINESE, ENGLISH, strict=True) for line in pair]
    texts = ("降温效应", "The Cooling Effect", *lines, "结论", "Our Conclusions")
    assert found(*texts) == [1, 3, 5, 7, 9]


def test_where_all_is_in_both_languages_short_lines_in_chinese_are_too() -> None:
    lines = [line for pair in zip(CHINESE, ENGLISH, strict=True) for line in pair]
    texts = ("降温", "The Cooling Effect", *lines, "我们的结论", "Our Conclusions")
    assert found(*texts, language="en", other="zh-CN") == [0, 2, 4, 6, 8]


def test_running_text_in_chinese_is_found_in_an_english_document() -> None:
    names = ("《红楼梦》", "湖北省武汉市武昌区八一路二百九十九号武汉大学城市设计学院")
    texts = (*ENGLISH, *names, *ENGLISH)
    assert found(*texts, language="en", other="zh-CN") == []
    assert found(*texts, "摘要", CHINESE[0], language="en", other="zh-CN") == [8, 9]


@pytest.mark.parametrize(
    "line", ["核辐射；", "第四部分 一般规定", "方案编号：LZ17-P2-004，第2.1版"]
)
def test_a_short_line_that_was_left_in_chinese_is_found_by_the_translation(line: str) -> None:
    texts = (*ENGLISH, line, *ENGLISH)
    assert found(*texts, language="en", other="zh-CN", theirs=CHINESE) == []
    assert found(*texts, language="en", other="zh-CN", theirs=(*CHINESE, line)) == [3]


def test_the_label_of_a_line_that_was_left_in_chinese_may_differ() -> None:
    line = Paragraph("（2）核辐射；", label="（2）", label_length=3)
    own = (*document(*ENGLISH).paragraphs, line)
    for other in (Paragraph("核辐射；"), Paragraph("（2）核辐射；")):
        source = Document("a", "zh-CN", (*document(*CHINESE).paragraphs, other))
        assert foreign_paragraphs(Document("b", "en", own), source) == {3}


@pytest.mark.parametrize("line", ["manage-bde -status C:", "Microsoft", "Yes, we do."])
def test_letters_in_a_chinese_document_may_be_the_same_in_its_translation(line: str) -> None:
    assert found(*CHINESE, line, theirs=(*ENGLISH, line)) == []


@pytest.mark.parametrize("other", ["zh-TW", "ja"])
def test_languages_that_are_written_alike_are_not_told_apart(other: str) -> None:
    assert found(*CHINESE, ABSTRACT, other=other) == []


def test_a_document_that_is_in_another_language_than_said_keeps_its_text() -> None:
    assert found(*ENGLISH) == []
    assert found("城市公园", *ENGLISH, *ENGLISH) == []


def test_footnotes_and_furniture_are_left_as_they_are() -> None:
    paragraphs = [Paragraph(text) for text in CHINESE]
    paragraphs += [Paragraph(ABSTRACT, kind) for kind in (Kind.FOOTNOTE, Kind.BOILERPLATE)]
    assert (
        foreign_paragraphs(Document("a", "zh-CN", tuple(paragraphs)), document(language="en"))
        == frozenset()
    )


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Tidal Core i7-1360P", True),
        ("Wi-Fi + Bluetooth", True),
        ("Modbus RTU, 9600 bps", True),
        ("24 V DC ± 10 %", True),
        ("Processor", False),
        ("Operating system", False),
        ("In 2012 the parks were cooler.", False),
        ("2 ports at the side", False),
        ("电源 24 V DC", False),
    ],
)
def test_figures_and_abbreviations_without_running_text_are_technical_values(
    text: str, is_one: bool
) -> None:
    assert is_technical_value(text) == is_one
