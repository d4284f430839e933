"""The numbers of articles, chapters, sections and annexes, and of what stands inside them."""

import pytest

from tests.corpora.structure.structure_samples import assert_numbers, structure_of

# what it is, language, lines as "number | text"; "-" for no number
CASES = [
    (
        "items below a section sign",
        "fr",
        [
            "Article 1 | § 1 Tabac",
            "- | Il est interdit de fumer.",
            "Article 2 | § 2 Animaux",
            "Article 2(a) | a) Les chiens sont admis.",
            "Article 2(b) | b) Les chats ne sont pas admis.",
        ],
    ),
    (
        "section signs inside articles",
        "pt",
        [
            "Article 1 | Art. 1º Todos podem fumar fora.",
            "1 | § 1º As varandas estão fora.",
            "2 | § 2º Os corredores estão dentro.",
            "Article 2 | Art. 2º Todos podem trazer animais.",
            "1 | § 1º Os cães pagam.",
        ],
    ),
    (
        "articles with items; Latin",
        "en",
        [
            "Chapter I | CHAPTER I General",
            "Article 1 | Article 1 This Law is made.",
            "Article 2 | Article 2 It applies to:",
            "Article 2(a) | (1) x;",
            "Article 2(b) | (2) y.",
            "Chapter II | CHAPTER II Other",
            "Article 3 | Article 3 The end.",
        ],
    ),
    (
        "articles with items; Han",
        "zh",
        [
            "Chapter I | 第一章 总则",
            "Article 1 | 第一条 制定本法。",
            "Article 2 | 第二条 适用于：",
            "Article 2(a) | （一）甲；",
            "Article 2(b) | （二）乙。",
            "Chapter II | 第二章 其他",
            "Article 3 | 第三条 完。",
        ],
    ),
    (
        "numbers that run on through headings",
        "en",
        [
            "Section I | I. Introduction",
            "1 | 1. Met.",
            "2 | 2. Rose.",
            "Section II | II. Work",
            "Section II(a) | A. First",
            "3 | 3. Worked.",
            "3(a) | (a) this;",
            "Section II(b) | B. Second",
            "4 | 4. Slept.",
        ],
    ),
    (
        "numbers that run on through headings, in Chinese",
        "zh",
        [
            "Section I | 一、导言",
            "1 | 1. 开会。",
            "2 | 2. 散会。",
            "Section II | 二、工作",
            "Section II(a) | A. 第一",
            "3 | 3. 工作。",
            "3(a) | (a) 这个；",
            "Section II(b) | B. 第二",
            "4 | 4. 睡觉。",
        ],
    ),
    (
        "numbers that run on through headings of two ranks",
        "zh",
        [
            "Section I | 一、主张",
            "1 | 1．申请人称：",
            "1(a) | (1) 付款；",
            "2 | 2．被申请人否认。",
            "Section II | 二、意见",
            "Section II(a) | （一）法律",
            "3 | 3．适用公约。",
            "Section II(b) | （二）质量",
            "4 | 4．已经查明。",
            "5 | 5．仲裁庭认为：",
            "Section II(c) | （三）金额",
            "6 | 6．由下列各项构成。",
        ],
    ),
    (
        "paragraphs of a patent's description, and its claims",
        "zh",
        [
            "1 | 1. 一种晾衣架。",
            "2 | 2. 根据权利要求1所述的晾衣架。",
            "[0001] | [0001] 本实用新型的有益效果是：",
            "[0001](a) | （1）体积小；",
            "[0001](b) | （2）牢固。",
            "[0002] | 【0002】 图1为立体图。",
            "1 | 1. 一种底座。",
            "- | [2008] UKHL 13",
        ],
    ),
    (
        "a Japanese article, whose first paragraph bears no number",
        "ja",
        [
            "Article 3 | 第三条　甲は支払う。",
            "2 | ２　前項の報酬は、次のとおりとする。",
            "2(a) | 一　基本報酬",
            "2(b) | 二　手当",
            "3 | ３　甲は通知する。",
        ],
    ),
    (
        "an article in whose line a list begins",
        "zh",
        [
            "Article 9 | 第九条 一、大会由会员国组成。",
            "2 | 二、每一会员国有一票。",
            "Article 10 | 第十条 大会得讨论问题。",
        ],
    ),
    (
        "an article in whose line a list begins that has items",
        "zh",
        [
            "Article 9 | 第九条　一、大会由下列各国组成：",
            "1(a) | （一）甲；",
            "1(b) | （二）乙。",
            "2 | 二、每一会员国有一票。",
        ],
    ),
    (
        "an article in whose line a list begins, in English",
        "en",
        [
            "Article 9 | Article 9. 1. The Assembly consists of:",
            "1(a) | (a) x;",
            "2 | 2. Each has one vote.",
            "Article 10 | Article 10. It meets.",
            "Article 10(a) | (a) x;",
        ],
    ),
    (
        "an article whose line begins with other items, or with none",
        "zh",
        [
            "Article 9 | 第九条 一、二、三项规定同样适用。",
            "- | 二、三十人到会。",
            "Article 10 | 第十条 二、三十人到会。",
            "Article 10(a) | （一）甲；",
        ],
    ),
    (
        "sections with decimal numbers",
        "en",
        [
            "Section II | Section 2 Delivery",
            "2.1 | Section 2.1 Time",
            "2.2 | Section 2.2. In time.",
        ],
    ),
    (
        "numbers below items in parentheses that go on behind them",
        "en",
        [
            "Article 5 | Article 5 (1) The Committee reviews:",
            "Article 5(a)(i) | 1. the rate;",
            "Article 5(a)(ii) | 2. the scope.",
            "Article 5(b) | (2) It reports.",
            "Article 6 | Article 6 (1) Nobody pays.",
            "1 | 1. This is so.",
            "2 | 2. It ends.",
        ],
    ),
    (
        "numbers below items in parentheses, the same in Chinese",
        "zh",
        [
            "Article 5 | 第五条　（一）委员会审议：",
            "Article 5(a)(i) | 1. 费率；",
            "Article 5(a)(ii) | 2. 范围。",
            "Article 5(b) | （二）委员会报告。",
        ],
    ),
    (
        "decimal numbers before words that begin like a measure",
        "zh",
        [
            "Article 3 | 第三条 租金",
            "3.1 | 3.1 月租金为两万元。",
            "3.2 | 3.2 年租金不变。",
            "- | 3.3 万元以内免税。",
            "- | 3.5 米高的墙。",
            "- | 3.3月底前完成。",
        ],
    ),
    (
        "articles with decimal numbers",
        "zh",
        ["Chapter II | 第二章 交货", "2.1 | 第2.1条 时间", "2.2 | 第2.2条 地点"],
    ),
    (
        "an article without white space must be the next one",
        "zh",
        [
            "Article 1 | 第一条人人平等。",
            "Article 2 | 第二条人人自由。",
            "- | 第九条甲乙丙丁。",
            "Article 3 | 第三条人人自由。",
        ],
    ),
]


@pytest.mark.parametrize(
    ("language", "lines"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_numbers_follow_their_sequence(language: str, lines: list[str]) -> None:
    assert_numbers(lines, language)


def test_numbers_that_begin_anew_in_annexes_have_another_scope() -> None:
    english = [
        "1. x",
        "Annex I",
        "1. y",
        "(a) z",
        "Article 1",
        "1. q",
        "Annex II",
        "1. y",
        "Article 1",
    ]
    chinese = [
        "1. 甲",
        "附件一",
        "1. 乙",
        "（一）丙",
        "第一条",
        "一、丁",
        "附件二",
        "1. 乙",
        "第一条",
    ]
    expected = [
        ("1", ""),
        ("Annex I", ""),
        ("1", "Annex I"),
        ("1(a)", "Annex I"),
        ("Article 1", "Annex I"),
        ("1", "Annex I, Article 1"),
        ("Annex II", ""),
        ("1", "Annex II"),
        ("Article 1", "Annex II"),
    ]
    for lines, language in ((english, "en"), (chinese, "zh-CN")):
        assert [(p.number, p.scope) for p in structure_of(lines, language)] == expected


def test_articles_that_run_on_through_chapters_need_no_chapter() -> None:
    lines = ["Chapter I", "Article 1", "Article 2", "Chapter II", "Article 3"]
    assert {p.scope for p in structure_of(lines, "en")} == {""}


def test_articles_that_begin_anew_in_each_chapter_are_told_apart_by_it() -> None:
    lines = ["Chapter I", "Article 1", "Article 2", "Chapter II", "Article 1", "1. x"]
    scopes = ["", "Chapter I", "Chapter I", "", "Chapter II", "Chapter II, Article 1"]
    assert [p.scope for p in structure_of(lines, "en")] == scopes
