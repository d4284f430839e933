"""The numbers of paragraphs and of their items, from the sequence that they stand in."""

import pytest

from tests.corpora.structure.structure_samples import assert_numbers, numbers_of

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
        "bare numbers of headings in an excerpt that begins with a later one",
        "en",
        ["4 | 4 Routes", "4.1 | 4.1 Width", "4.2 | 4.2 Slope", "5 | 5 Ramps", "5.1 | 5.1 Rise"],
    ),
    (
        "a bare number without another is none",
        "en",
        ["- | 2 Years Later", "- | It was over.", "- | 7 Samurai"],
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
]


@pytest.mark.parametrize(
    ("language", "lines"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_numbers_follow_their_sequence(language: str, lines: list[str]) -> None:
    parent = ["1. x"] if lines[0][:3] in ("1(g", "1(z") else []
    assert_numbers(lines, language, before=parent)


def test_a_language_without_words_still_has_numbers() -> None:
    assert numbers_of(["1. x", "(a) y"], "sw") == ["1", "1(a)"]
