"""An article's number and an item's in one line, and sentences that refer to such an item."""

import pytest

from tests.corpora.structure.structure_samples import numbers_of, structure_of, traditional

# what it is, language, lines as "number | label | text"; "-" for no number and no label
LISTS = [
    (
        "an item in parentheses touches the article's number",
        "zh",
        [
            "Article 3 | 第三条 | 第三条 本法自公布之日起施行。",
            "Article 4 | 第四条（一） | 第四条（一）缔约国应采取措施。",
            "Article 4(b) | （二） | （二）缔约国应提交报告。",
            "Article 5 | 第五条 | 第五条 委员会应审议报告。",
        ],
    ),
    (
        "a space stands between them",
        "zh",
        [
            "Article 4 | 第四条 （一） | 第四条 （一）缔约国应采取措施。",
            "Article 4(b) | （二） | （二）缔约国应提交报告。",
        ],
    ),
    (
        "an Arabic numeral in parentheses",
        "zh",
        [
            "Article 4 | 第四条(1) | 第四条(1) 缔约国应采取措施。",
            "Article 4(b) | (2) | (2) 缔约国应提交报告。",
        ],
    ),
    (
        "the article's number is repeated with each item",
        "zh",
        [
            "Article 4 | 第四条（一） | 第四条（一）缔约国应采取措施。",
            "Article 4(b) | 第四条（二） | 第四条（二）缔约国应提交报告。",
            "Article 4(c) | 第四条（三） | 第四条（三）缔约国应公布报告。",
            "Article 5 | 第五条（一） | 第五条（一）委员会应审议报告。",
        ],
    ),
    (
        "the article has a heading of its own",
        "zh",
        [
            "Article 4 | 第四条 | 第四条",
            "Article 4(a) | 第四条（一） | 第四条（一）缔约国应采取措施。",
            "Article 4(b) | 第四条（二） | 第四条（二）缔约国应提交报告。",
        ],
    ),
    (
        "a provision begins like a sentence that goes on",
        "zh",
        [
            "Article 1 | 第一条 | 第一条 定义",
            "Article 2 | 第二条（一） | 第二条（一）不得歧视任何人。",
            "Article 2(b) | （二） | （二）所有人一律平等。",
        ],
    ),
    (
        "a list that begins with a Han numeral and a comma",
        "zh",
        [
            "Article 9 | 第九条 一、 | 第九条 一、大会由会员国组成。",
            "2 | 二、 | 二、每一会员国有一票。",
        ],
    ),
    (
        "an item in parentheses behind a space",
        "en",
        [
            "Article 4 | Article 4 (1) | Article 4 (1) Each Party shall take measures.",
            "Article 4(b) | (2) | (2) Each Party shall report.",
            "Article 5 | Article 5 | Article 5 The Committee shall meet.",
        ],
    ),
    (
        "an item in parentheses behind a full stop, or touching",
        "en",
        [
            "Article 4 | Article 4. (1) | Article 4. (1) Each Party shall take measures.",
            "Article 4(b) | (2) | (2) Each Party shall report.",
            "Article 5 | Article 5(1) | Article 5(1) The Committee shall meet.",
            "Article 5(b) | (2) | (2) It shall elect its officers.",
        ],
    ),
    (
        "a number with a full stop",
        "en",
        [
            "Article 4 | Article 4. 1. | Article 4. 1. Each Party shall take measures.",
            "2 | 2. | 2. Each Party shall report.",
            "Article 5 | Article 5 1. | Article 5 1. The Committee shall meet.",
            "2 | 2. | 2. It shall elect its officers.",
        ],
    ),
    (
        "the article's number is repeated with each item, in English",
        "en",
        [
            "Article 4 | Article 4 (1) | Article 4 (1) Each Party shall take measures.",
            "Article 4(b) | Article 4 (2) | Article 4 (2) Each Party shall report.",
            "Article 5 | Article 5 (1) | Article 5 (1) The Committee shall meet.",
            "Article 5(b) | Article 5 (2) | Article 5 (2) It shall elect its officers.",
        ],
    ),
    (
        "items in lower case",
        "en",
        [
            "Article 1 | Article 1 (a) | Article 1 (a) to settle disputes;",
            "Article 1(b) | (b) | (b) to keep the peace.",
            "Article 2 | Article 2 | Article 2 The seat is in Geneva.",
        ],
    ),
]

# what it is, language, lines; none bears a number but those behind "#"
SENTENCES = [
    ("the item is the subject", "en", ["Article 4 (1) of the Charter says so."]),
    (
        "the article before it was cited",
        "en",
        [
            "# Article 1 The name.",
            "# Article 2 The seat.",
            "Article 3 (1) of the Charter says so.",
            "Article 3 (1), (2) and (3) apply.",
            "Article 3 (1) and Article 4 apply.",
        ],
    ),
    ("a verb behind it", "en", ["Article 1 (1) provides that all are free.", "Then it ends."]),
    (
        "a name behind it, in a text without articles",
        "en",
        ["Article 4 (1) Charter rights are at stake.", "Nobody denies it."],
    ),
    (
        "lists of references",
        "zh",
        [
            "# 第一条 名称",
            "# 第二条 地点",
            "第三条（一）和（二）应当执行。",
            "第三条（一）、（二）项应当执行。",
            "第三条（一）项规定如下。",
            "第三条（一）所述情况",
            "第三条 （一）的规定适用。",
            "第三条（一）",
        ],
    ),
    (
        "in the middle of nowhere",
        "zh",
        ["第四条（一）规定，人人平等。", "第四条（一）明确了范围。"],
    ),
]


@pytest.mark.parametrize(
    ("language", "lines"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS]
)
@pytest.mark.parametrize("script", ["as it is", "traditional"])
def test_an_article_and_an_item_in_one_line_are_both_read(
    language: str, lines: list[str], script: str
) -> None:
    if script == "traditional":
        lines = [traditional(line) for line in lines]
    rows = [tuple(line.split(" | ")) for line in lines]
    found = structure_of([text for _, _, text in rows], language)
    assert [(one.number, one.label, one.text) for one in found] == rows


@pytest.mark.parametrize(
    ("language", "lines"), [case[1:] for case in SENTENCES], ids=[case[0] for case in SENTENCES]
)
@pytest.mark.parametrize("script", ["as it is", "traditional"])
def test_a_sentence_that_refers_to_an_item_bears_no_number(
    language: str, lines: list[str], script: str
) -> None:
    if script == "traditional":
        lines = [traditional(line) for line in lines]
    found = numbers_of([line.removeprefix("# ") for line in lines], language)
    assert [number is not None for number in found] == [line[0] == "#" for line in lines]


def test_both_labels_are_outside_of_what_is_compared() -> None:
    first, _ = structure_of(
        ["Article 4 (1) Each Party shall act.", "(2) Each Party shall report."], "en"
    )
    assert first.text[first.label_length :] == "Each Party shall act."
