"""A name that the text gives in Chinese, and says that it does, was not left untranslated."""

import pytest

from tests.align.quality.pairs import found_by, pair

NAMES = [
    (
        "公司中文名称：云岭精密仪器股份有限公司",
        "Chinese name of the Company: 云岭精密仪器股份有限公司",
    ),
    (
        "中文名称：云岭精密仪器股份有限公司；英文名称：Yunling Precision Instruments Co., Ltd.",
        "Name in Chinese: 云岭精密仪器股份有限公司; name in English: Yunling Precision"
        " Instruments Co., Ltd.",
    ),
    (
        "第三条 公司注册名称：云岭精密仪器股份有限公司。",
        "Article 3 Registered name of the Company: 云岭精密仪器股份有限公司 (in English:"
        " Yunling Precision Instruments Co., Ltd.).",
    ),
    ("名称：云岭精密仪器股份有限公司", "Company name: 云岭精密仪器股份有限公司"),
    ("本所名为“北京远见未来律师事务所”。", 'The firm is known as "北京远见未来律师事务所".'),
    ("该书名为红楼梦研究资料汇编全集", "The book is called 红楼梦研究资料汇编全集"),
    (
        "云岭（杭州）精密仪器股份有限公司，简称云岭。",
        'Yunling, in Chinese "云岭（杭州）精密仪器股份有限公司".',
    ),
    ("“注册资本”是指股东", "The term “注册资本” means"),
]
LEFT = [
    ("大会决定设立特别委员会以审查此事", "The Assembly decides to 设立特别委员会以审查此事"),
    ("大会决定：设立特别委员会以审查此事", "The Assembly decides: 设立特别委员会以审查此事"),
    (
        "公司名称：云岭精密仪器股份有限公司，由股东会决定。",
        "Name of the Company: 云岭精密仪器股份有限公司，由股东会决定。",
    ),
    ("云岭精密仪器股份有限公司", "Company name: 云岭精密仪器股份有限公司"),
    ("公司名称：云岭精密仪器股份有限公司", "Name: 云岭精密仪器股份有限公司"),
    ("公司名称：云岭精密仪器股份有限公司", "Name of the Company: 云岭电子仪器股份有限公司"),
    (
        "中国政府决定设立一个特别委员会以审查此事",
        "The Chinese Government decides to 设立一个特别委员会以审查此事",
    ),
    (
        "他说：“大会决定设立一个特别委员会”",
        'He said to all of them: "大会决定设立一个特别委员会"',
    ),
]


@pytest.mark.parametrize(("chinese", "english"), NAMES)
def test_a_name_that_is_said_to_be_one_may_stay_in_chinese(chinese: str, english: str) -> None:
    assert not found_by("untranslated", pair(chinese, english))
    assert not found_by("untranslated", pair(english, chinese, ("en", "zh-CN")))


@pytest.mark.parametrize(("chinese", "english"), LEFT)
def test_other_text_in_chinese_was_left_untranslated(chinese: str, english: str) -> None:
    assert found_by("untranslated", pair(chinese, english))
