"""The kinds of paragraphs in documents that are no resolutions."""

import pytest

from corpora.document import Kind
from corpora.readers.block import Block, Role
from corpora.structure import find_structure
from tests.corpora.structure.structure_samples import kinds_of

NO_RESOLUTIONS = [
    (
        "a novel in English",
        "en",
        [
            "The Fog",
            "It was night.",
            "“Yes,” he said,",
            "Recalling her name, he wept;",
            "1984 was long ago.",
            "The General Assembly was far.",
        ],
        ["title", "body", "body", "body", "body", "body"],
    ),
    (
        "a novel in Chinese",
        "zh",
        [
            "雾",
            "那是夜里。",
            "“是的，”他说，",
            "大会散了，人都走了。",
            "强调了又强调。",
            "他走了。",
        ],
        ["title", "body", "body", "body", "body", "body"],
    ),
    (
        "a law",
        "zh",
        [
            "某某法",
            "第一章 总则",
            "第一条 制定本法。",
            "第二条 适用于：",
            "（一）甲；",
            "（二）乙。",
        ],
        ["title", "heading", "body", "body", "subparagraph", "subparagraph"],
    ),
    (
        "a contract",
        "en",
        [
            "Lease",
            "1. Definitions",
            "1.1 The Tenant pays.",
            "(a) monthly;",
            "2. Term",
            "2.1 It ends.",
            "London, 3 December 2012",
        ],
        ["title", "heading", "body", "subparagraph", "heading", "body", "signature"],
    ),
    (
        "a list of short items",
        "en",
        ["Things to buy", "1. apples", "2. pears", "3. plums", "That is all."],
        ["title", "body", "body", "body", "body"],
    ),
    (
        "an organ's name without a resolution",
        "zh",
        ["机构介绍", "大会", "大会由会员国组成。", "安全理事会", "由十五国组成。"],
        ["title", "body", "body", "body", "body"],
    ),
    (
        "a list of decisions",
        "en",
        ["Minutes", "1. Decides nothing;", "2. Notes all."],
        ["title", "body", "body"],
    ),
    ("a letter", "zh", ["某某先生：", "你好。", "2012年12月3日"], ["body", "body", "signature"]),
]


@pytest.mark.parametrize(
    ("language", "lines", "kinds"),
    [c[1:] for c in NO_RESOLUTIONS],
    ids=[c[0] for c in NO_RESOLUTIONS],
)
def test_other_documents_have_no_kinds_of_resolutions(
    language: str, lines: list[str], kinds: list[str]
) -> None:
    assert kinds_of(lines, language) == kinds


def test_headings_of_the_format_are_headings() -> None:
    blocks = [
        Block("Word", Role.HEADING, level=1),
        Block("Text."),
        Block("More", Role.HEADING, level=2),
        Block("Text."),
    ]
    kinds = [paragraph.kind for paragraph in find_structure(blocks, "en")]
    assert kinds == [Kind.TITLE, Kind.BODY, Kind.HEADING, Kind.BODY]


def test_an_article_whose_number_the_format_computed_is_a_heading_if_its_text_is_a_title() -> None:
    blocks = [
        Block("Purposes", label="Article 1"),
        Block("The League keeps the peace.", label="Article 2"),
        Block("What is this?", Role.HEADING, "Article 3", 1),
    ]
    kinds = [paragraph.kind for paragraph in find_structure(blocks, "en")]
    assert kinds == [Kind.HEADING, Kind.BODY, Kind.HEADING]


def test_headings_without_number_above_an_article() -> None:
    lines = [
        "Charter",
        "Preamble",
        "We agree.",
        "Article 1",
        "It rests.",
        "VOTING",
        "Article 2",
        "It votes.",
    ]
    kinds = ["title", "heading", "body", "heading", "body", "heading", "heading", "body"]
    assert kinds_of(lines, "en") == kinds


@pytest.mark.parametrize("language", ["en", "zh", "sw"])
def test_an_empty_document_has_no_paragraphs(language: str) -> None:
    assert find_structure([], language) == ()
