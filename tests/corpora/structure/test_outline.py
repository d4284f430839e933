"""The number of each paragraph, from the sequence that it stands in."""

import pytest

from tests.corpora.structure.structure_samples import numbers_of, structure_of

# what it is, language, lines as "number | text"; "-" for no number
CASES = [
    (
        "letters below numbers, Roman numerals below letters",
        "en",
        [
            "1 | 1. One",
            "1(a) | (a) x;",
            "1(a)(i) | (i) y;",
            "1(a)(ii) | (ii) y;",
            "1(b) | (b) x;",
            "2 | 2. Two",
        ],
    ),
    (
        "Han numerals, Han in parentheses, Arabic below them",
        "zh",
        [
            "1 | 一、甲。",
            "1(a) | （一）乙；",
            "1(a)(i) | 1. 丙；",
            "1(a)(ii) | 2. 丙；",
            "1(b) | （二）乙；",
            "2 | 二、甲。",
        ],
    ),
    (
        "Han numerals in parentheses below Arabic",
        "zh",
        [
            "1 | 1. 甲：",
            "1(a) | (a) 乙：",
            "1(a)(i) | ㈠ 丙；",
            "1(a)(ii) | ㈡ 丙；",
            "1(b) | (b) 乙；",
            "2 | 2. 甲。",
        ],
    ),
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
        "(i) behind (h) is a letter",
        "en",
        ["1(g) | (g) x;", "1(h) | (h) x;", "1(i) | (i) x;", "1(j) | (j) x;"],
    ),
    (
        "(i) behind (h) with (ii) behind it is a Roman numeral",
        "en",
        [
            "1(g) | (g) x;",
            "1(h) | (h) x:",
            "1(h)(i) | (i) y;",
            "1(h)(ii) | (ii) y;",
            "1(i) | (i) x;",
            "1(j) | (j) x.",
        ],
    ),
    (
        "(v) belongs to the list that it continues",
        "en",
        ["(a) | (i) x;", "(b) | (ii) x;", "(c) | (iii) x;", "(d) | (iv) x;", "(e) | (v) x;"],
    ),
    ("(aa) behind (z)", "en", ["1(z) | (z) x;", "1(aa) | (aa) x;", "1(bb) | (bb) x;"]),
    (
        "decimal numbers",
        "en",
        [
            "1 | 1. Scope",
            "1.1 | 1.1 First.",
            "1.2 | 1.2 Second:",
            "1.2(a) | (a) x;",
            "1.2.1 | 1.2.1 Deep.",
            "- | 3.5 people came.",
            "2 | 2. Next",
            "2.1 | 2.1 Again.",
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
        "initials of persons and bare Roman I are no numbers",
        "en",
        ["- | A. Smith said so.", "- | I. Newton wrote.", "- | C. Darwin sailed."],
    ),
    (
        "letters with full stops are numbers where the list goes on",
        "en",
        ["1 | A. First matter.", "2 | B. Second matter."],
    ),
    (
        "clauses behind lettered recitals",
        "en",
        [
            "- | WHEREAS:",
            "1 | A. Party A owns patents;",
            "2 | B. Party B wishes to obtain a licence;",
            "- | The Parties agree as follows:",
            "1 | 1. Definitions",
            "1(a) | (a) x;",
            "2 | 2. Licence",
            "3 | 3. Payment",
        ],
    ),
    (
        "clauses behind lettered recitals, in Chinese",
        "zh",
        [
            "- | 鉴于：",
            "1 | A. 甲方拥有专利；",
            "2 | B. 乙方希望获得许可；",
            "- | 双方同意如下：",
            "1 | 1. 定义",
            "2 | 2. 许可",
        ],
    ),
    (
        "clauses behind recitals with Han numerals",
        "zh",
        [
            "- | 鉴于：",
            "1 | 一、甲方拟采购设备；",
            "2 | 二、乙方具备资质。",
            "- | 双方达成如下协议：",
            "1 | 1. 定义",
            "1(a) | （1）设备；",
            "2 | 2. 价款",
        ],
    ),
    (
        "clauses behind recitals with Roman numerals",
        "en",
        [
            "1 | I. Party A intends to purchase;",
            "2 | II. Party B has the capacity.",
            "- | The Parties agree as follows:",
            "1 | 1. Definitions",
            "2 | 2. Price",
        ],
    ),
    (
        "items in parentheses behind a text below the last sentence of a list",
        "zh",
        ["1 | 一、加强领导。", "2 | 二、抓好落实。", "- | 要求如下。", "2(a) | （一）检查；"],
    ),
    (
        "a text below a lettered heading closes nothing",
        "en",
        [
            "1 | A. Introduction",
            "- | This is text.",
            "1(a) | 1. Met.",
            "1(b) | 2. Rose.",
            "2 | B. Work",
            "- | This is text.",
            "2(a) | 1. Worked.",
            "2(b) | 2. Slept.",
        ],
    ),
    (
        "a text below a lettered sentence that announces its items, or has another behind it",
        "en",
        [
            "1 | A. The Seller sells.",
            "- | It does so in this way.",
            "1(a) | 1. By hand.",
            "2 | B. The Buyer shall:",
            "- | (in this order)",
            "2(a) | 1. Pay.",
            "2(b) | 2. Go.",
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
        "parties to a contract are no items",
        "zh",
        ["- | 甲　方：上海公司", "- | 乙　方：北京公司"],
    ),
    (
        "bare numbers of headings, with lists below them",
        "en",
        [
            "1 | 1 Safety",
            "1.1 | 1.1 Power",
            "1 | 1. Plug it in.",
            "2 | 2. Press it.",
            "1.2 | 1.2 Place",
            "2 | 2 Use",
            "2.1 | 2.1 First",
        ],
    ),
    (
        "a bare number without another is none",
        "en",
        ["- | 2 Years Later", "- | It was over.", "- | 7 Samurai"],
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
        "answers to questions whose numbers run on",
        "en",
        [
            "1 | 1. Your age:",
            "1(a) | A. Under 18",
            "1(b) | B. Over 18",
            "2 | 2. Your pet:",
            "2(a) | A. A cat",
            "2(b) | B. A dog",
            "3 | 3. Your name:",
        ],
    ),
    (
        "a missing number costs only itself",
        "en",
        ["1 | 1. a.", "2 | 2. b.", "4 | 4. d.", "5 | 5. e."],
    ),
    (
        "a repeated number stays as it is written",
        "en",
        ["1 | 1. a.", "2 | 2. b.", "2 | 2. b.", "3 | 3. c."],
    ),
    ("an excerpt may begin anywhere", "zh", ["57 | 57. 甲。", "58 | 58. 乙。"]),
    ("a number of months is no item", "zh", ["- | 三、四个月后他来了。", "- | 五、六个人走了。"]),
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
    parent = ["1. x"] if lines[0][:3] in ("1(g", "1(z") else []
    numbers, texts = zip(*(line.split(" | ") for line in lines), strict=True)
    found = numbers_of([*parent, *texts], language)[len(parent) :]
    assert [number or "-" for number in found] == list(numbers)


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


def test_a_language_without_words_still_has_numbers() -> None:
    assert numbers_of(["1. x", "(a) y"], "sw") == ["1", "1(a)"]
