"""Paragraphs of plain text: kept as they are where a line is a paragraph."""

from pathlib import Path

import pytest

from corpora import DocumentError
from corpora.readers import read_blocks
from corpora.readers.text.reading import text_blocks
from tests.corpora.readers.text.lines import texts

AS_THEY_ARE = {
    "one paragraph a line": ("A first one.\nA second one\nand no third", None),
    "closing lines": ("2012 年 12 月 3 日\n第 48 次全体会议", None),
    "blank lines": ("One\n\n\nTwo\n \t\nThree", ["One", "Two", "Three"]),
    "full-width indents": ("　　一、第一\n　　二、第二", ["一、第一", "二、第二"]),
    "every line end": ("a\r\nb\rc\x0cd\u2028e\x85f\u2029g\x0bh", list("abcdefgh")),
    "soft hyphens": ("inter\u00adnational", ["international"]),
    "DOS end": ("text\x1a", ["text"]),
    "two headlines of like length": (
        "中国银行宣布下调存款准备金率零点五个百分点\n教育部门发布新版义务教育课程方案和新标准",
        None,
    ),
    "headlines with commas": (
        "全国高温天气持续，多地用电负荷创下历史新高\n中国银行宣布，下调存款准备金率零点五个点\n"
        "教育部门发布新版课程方案，秋季学期起全面施行\n铁路部门加开列车，应对即将到来的暑运高峰",
        None,
    ),
    "headlines above a short sentence": (
        "中国银行宣布下调存款准备金率零点五个百分点\n教育部门发布新版义务教育课程方案和新标准\n"
        "铁路部门加开旅客列车应对即将到来的暑运高峰\n全国高温天气持续多地用电负荷创历史新高点\n"
        "以上为今日要闻。",
        None,
    ),
    "items of like length above a short sentence": (
        "负责公司核心产品的研发、测试与发布全流程管理\n带领十二人团队，按期完成三个大型政府采购项目\n"
        "优化内部流程、制度与规范，使交付周期缩短三成\n获得公司年度优秀员工、技术创新与团队贡献奖项\n"
        "本人承诺以上内容真实。",
        None,
    ),
    "preambular paragraphs of like length": (
        "回顾其关于小武器和轻武器非法贸易问题的各项决议，\n"
        "重申其对于行动纲领的执行工作所作出的全部承诺，\n"
        "欢迎各会员国为执行行动纲领而作出的一切努力，\n"
        "注意到秘书长关于小武器非法贸易问题的报告，\n决定继续审议。",
        None,
    ),
    "an agenda": ("9:00 to 10:00: opening ceremony\n10:00 to 12:00: keynote speeches", None),
    "facts that begin with digits": (
        "Lightweight: only 1.2 kg\n10 hours of battery life\nBluetooth 5.0 and Wi-Fi 6",
        None,
    ),
    "an address": (
        "Blue Ocean Software Co., Ltd\n5th floor, 100 Century Avenue\nShanghai 200120",
        None,
    ),
    "long facts that begin with digits": (
        "A battery that lasts for more than a day of common use, charged in an hour\n"
        "256 gigabytes of storage in the smallest model, and a slot for memory cards\n"
        "12 megapixels in each of the three cameras, with a lens against shaky hands",
        None,
    ),
    "small letters in front of no end": (
        "apples and pears from the orchard behind the house\n"
        "plums and cherries from the trees beside the river\nnuts",
        None,
    ),
    "inner white space": ("79/40.\tThe  trade", ["79/40.\tThe  trade"]),
}


@pytest.mark.parametrize("name", AS_THEY_ARE)
def test_a_paragraph_a_line_stays(name: str) -> None:
    source, expected = AS_THEY_ARE[name]
    assert texts(source) == (source.splitlines() if expected is None else expected)


def test_a_block_knows_its_line() -> None:
    assert [block.where for block in text_blocks("a\n\n\nb")] == ["line 1", "line 4"]


def test_reading_says_the_format_and_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("大会，回顾其决议".encode("gb18030"))
    content = read_blocks(path)
    assert (content.format, content.encoding) == ("text", "gb18030")
    assert content.blocks[0].text == "大会，回顾其决议"


def test_a_long_text_without_a_line_break_is_read_in_linear_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("字" * 2_000_000, encoding="utf-8")
    assert len(read_blocks(path).blocks[0].text) == 2_000_000


def test_only_white_space_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(" \n\u3000\n\t\ufeff", encoding="utf-8")
    with pytest.raises(DocumentError, match="nothing but white space"):
        read_blocks(path)
