"""Letters and announcements: what stands above their text, and the signature below."""

import pytest

from corpora.readers.block import Block, Role
from corpora.structure import find_structure
from tests.corpora.structure.structure_samples import kinds_of

# what it is, language, lines as "kind | text"
CASES = [
    (
        "a letter with a farewell of two lines",
        "zh",
        [
            "body | 顶好水务有限公司",
            "body | 尊敬的黄先生：",
            "body | 感谢您三月一日的来信。",
            "signature | 此致",
            "signature | 敬礼！",
            "signature | 客户服务部经理",
            "signature | 陈大文",
            "signature | 2024年3月5日",
        ],
    ),
    (
        "a letter with a date above its salutation",
        "en",
        [
            "body | Acme Water Ltd.",
            "body | 12 Main Street",
            "body | 5 March 2024",
            "body | Dear Mr Wong,",
            "body | Thank you for your letter of 1 March.",
            "signature | Yours sincerely,",
            "signature | Chan Tai-man",
            "signature | Manager, Customer Service",
        ],
    ),
    (
        "a letter that says above its salutation what it is about",
        "zh",
        [
            "body | 香港城市图书馆",
            "title | 关于延长开放时间的通知",
            "body | 尊敬的读者：",
            "body | 我馆自下月一日起延长开放时间。",
            "signature | 图书馆馆长 黄家明",
            "signature | 2024年3月5日",
        ],
    ),
    (
        "a letter that says below its salutation what it is about",
        "en",
        [
            "body | Hong Kong City Library",
            "body | Wong Ka-ming",
            "body | Dear Sir,",
            "title | Re: Opening hours",
            "body | We open at nine.",
            "signature | With kind regards",
            "signature | Wong Ka-ming",
        ],
    ),
    (
        "a title above a salutation",
        "en",
        ["title | A letter to our readers", "body | Dear Readers,", "body | We open at nine."],
    ),
    (
        "a press release",
        "en",
        [
            "heading | FOR IMMEDIATE RELEASE",
            "body | Acme Water Ltd.",
            "title | City Water Company Replaces Old Pipes",
            "body | The company will replace three hundred kilometres of pipes.",
            "signature | Chan Tai-man, Manager",
            "signature | 5 March 2024",
        ],
    ),
    (
        "a press release in Chinese",
        "zh",
        [
            "heading | 新闻稿",
            "title | 市水务公司更换旧管道",
            "body | 水务公司将在五年内更换三百公里的旧管道。",
            "signature | 2024年3月5日",
        ],
    ),
    (
        "a report of the United Nations",
        "en",
        [
            "heading | Seventy-ninth session",
            "heading | Item 71 (b) of the preliminary list",
            "title | Right to food",
            "body | Note by the Secretary-General",
            "body | The Secretary-General has the honour to transmit the report.",
        ],
    ),
    (
        "a text about press releases",
        "en",
        ["title | Press release", "body | This tells what is new.", "body | It is short."],
    ),
    (
        "a text about a company",
        "zh",
        ["title | 顶好水务有限公司", "body | 公司成立于一九八〇年。", "body | 它有三百名员工。"],
    ),
    (
        "a company's rules, which begin with an article",
        "en",
        ["title | Acme Water Company", "heading | Article 1", "body | The company sells water."],
    ),
    (
        "short lines above a date that belong to a list",
        "en",
        [
            "title | Shopping",
            "body | We need these:",
            "body | apples",
            "body | pears",
            "body | plums",
            "body | nuts",
            "signature | 5 March 2024",
        ],
    ),
    (
        "a sentence above a date",
        "zh",
        ["title | 公告", "body | 星期一停水。", "body | 敬请原谅。", "signature | 2024年3月5日"],
    ),
    (
        "regards in the midst of a text",
        "en",
        ["title | Wishes", "body | Best wishes", "body | That is what she wrote."]
        + ["body | And she wrote more."] * 12,
    ),
]


@pytest.mark.parametrize(
    ("language", "lines"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_kinds_of_a_letter_s_lines(language: str, lines: list[str]) -> None:
    kinds, texts = zip(*(line.split(" | ") for line in lines), strict=True)
    assert kinds_of(list(texts), language) == list(kinds)


def test_what_the_format_says_is_a_heading_is_a_letter_s_title() -> None:
    blocks = [
        Block("Acme Water Company", Role.HEADING, level=1),
        Block("12 Main Street"),
        Block("Dear Mr Wong,"),
        Block("Thank you."),
    ]
    assert str(find_structure(blocks, "en")[0].kind) == "title"


@pytest.mark.parametrize(
    ("language", "farewell"),
    [
        ("zh", "此致敬禮！"),
        ("zh", "顺颂商祺"),
        ("en", "Yours faithfully"),
        ("en", "Sincerely yours,"),
        ("en", "Best wishes,"),
        ("fr", "Cordialement,"),
        ("es", "Muy atentamente,"),
        ("de", "Mit freundlichen Grüßen"),
        ("it", "Cordiali saluti"),
        ("pt", "Atenciosamente,"),
        ("nl", "Met vriendelijke groet,"),
        ("ja", "敬具"),
    ],
)
def test_farewells(language: str, farewell: str) -> None:
    text = "甲。" if language in ("zh", "ja") else "It is so."
    kinds = kinds_of([text, farewell, "X Y"], language)
    assert kinds[1:] == ["signature", "signature"]
