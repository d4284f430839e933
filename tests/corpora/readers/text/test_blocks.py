"""Paragraphs of plain text with blank lines between them: whether their lines are joined."""

import pytest

from tests.corpora.readers.text.lines import texts

IN_BLOCKS = {
    "paragraphs that end in a pause": """\
    回顾其关于沿海湿地的养护以及关于该问题的全
部其他决议，

    深为关切沿海湿地自去年以来丧失了约百分之三
十五，

    决定将今后十年定为国际湿地十年并请各国参加
各项活动。""",
    "a letterhead, a title of two lines, items, and a place and date at the right": """\
联合国                                    A/RES/81/204
大会

        关于沿海湿地的养护以及可持续利用的
问题

    回顾其关于沿海湿地的养护以及关于该问题的全
部其他决议，

    1. 决定将今后十年定为国际湿地十年并请各国
参加；

    2. 请秘书长向大会第八十三届会议报告本决议
的执行情况；

    3. 决定将题为“湿地”的分项列入大会第八十
三届会议临时议程。

                              2026年12月19日
                              第58次全体会议""",
}
BLOCKS_JOINED = {
    "paragraphs that end in a pause": [
        "回顾其关于沿海湿地的养护以及关于该问题的全部其他决议，",
        "深为关切沿海湿地自去年以来丧失了约百分之三十五，",
        "决定将今后十年定为国际湿地十年并请各国参加各项活动。",
    ],
    "a letterhead, a title of two lines, items, and a place and date at the right": [
        "联合国                                    A/RES/81/204",
        "大会",
        "关于沿海湿地的养护以及可持续利用的问题",
        "回顾其关于沿海湿地的养护以及关于该问题的全部其他决议，",
        "1. 决定将今后十年定为国际湿地十年并请各国参加；",
        "2. 请秘书长向大会第八十三届会议报告本决议的执行情况；",
        "3. 决定将题为“湿地”的分项列入大会第八十三届会议临时议程。",
        "2026年12月19日",
        "第58次全体会议",
    ],
}


@pytest.mark.parametrize("name", IN_BLOCKS)
def test_narrow_lines_with_blank_lines_between_their_paragraphs_are_joined(name: str) -> None:
    assert texts(IN_BLOCKS[name]) == BLOCKS_JOINED[name]


BLOCKS_OF_LINES = {
    "verses that pause at their ends": (
        "春天的江水连着大海一样平静而又宽广，\n海上的明月随着潮水一同慢慢地升起来，\n"
        "月光随着波浪闪耀在千万里的江面之上，\n\n"
        "江水弯弯曲曲地绕着花草丛生的原野流，\n月光照着开遍鲜花的树林好像雪珠闪烁，\n"
        "天上的月色如霜所以霜飞无从觉察出来。"
    ),
    "verses without marks": (
        "春天的江水连着大海一样平静而又宽广啊\n海上的明月随着潮水一同慢慢地升起来\n\n"
        "江水弯弯曲曲地绕着花草丛生的原野流过\n月光照着开遍鲜花的树林好像雪珠闪烁"
    ),
    "addresses": (
        "上海华光进出口贸易有限责任公司法务部门\n上海市浦东新区世纪大道一百号五楼西区\n\n"
        "北京长城国际货物运输代理股份有限公司收\n北京市朝阳区建国门外大街十二号三层楼"
    ),
    "contents": (
        "第一章　沿海湿地的养护以及可持续的利用　12\n第二章　会员国对国际湿地十年的贡献　34\n\n"
        "第三章　秘书长关于决议执行情况的各项报告　56\n第四章　大会临时议程的分项和附件表　78"
    ),
    "items that end as items do": (
        "敦促会员国将湿地纳入其国家气候适应计划；\n邀请有能力的会员国提供资金和技术援助；\n\n"
        "又决定上文各段的活动经费由自愿捐款支付；\n请秘书长向大会下一届会议报告执行情况。"
    ),
}


@pytest.mark.parametrize("name", BLOCKS_OF_LINES)
def test_blocks_of_lines_of_like_length_stay(name: str) -> None:
    source = BLOCKS_OF_LINES[name]
    assert texts(source) == [line for line in source.split("\n") if line]
