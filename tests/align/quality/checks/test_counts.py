"""Counts of the same thing: one of them too, and whatever else the texts say."""

import pytest

from align.quality.checks.counts import differing_counts
from align.quality.findings import Severity
from align.quality.pairs import UnitPair
from tests.align.quality.pairs import found_by, pair

COUNTS_DIFFER = [
    ("保修期为一年。", "The warranty period is two years."),
    ("一小时内", "within two hours"),
    ("有效期三个月", "valid for one month"),
    ("有效期三个月", "valid for a month"),
    ("有效期一个月", "valid for three months"),
    ("提前一个月通知", "two months' notice"),
    ("提前两个月通知", "a month's notice"),
    ("提前1个月通知", "two months' notice"),
    ("自签发之日起两年", "one year from the date of issue"),
    ("三日内答复", "a reply within five days"),
    ("逾期一天停借一天", "suspended for two days for each day overdue"),
    ("每满一年支付一个月工资", "two months' salary for each full year of service"),
    ("合同期一年，可续两次，每次一年", "two years, renewable twice for a year each time"),
    ("每天工作八小时，每周五天", "eight hours a day, six days a week"),
    ("一、试用期两个月；二、期满一年", "1. a probation of one month; 2. a term of one year"),
    ("前后相隔四个月", "one month later"),
    ("五小时后到达", "An hour later he arrived"),
    ("须提前两天预订", "please order a day ahead"),
    ("走路要三天", "it takes a day to walk"),
    ("每日一次", "Twice a day"),
    ("每日两次", "Once a day"),
    ("每日一次，每次两片", "Two tablets twice a day"),
    ("每日三次，每次一片", "One tablet twice a day"),
    ("每日3次", "twice daily"),
    ("每周更换两次敷料", "Change the dressing once a week"),
    ("每年至少召开两次会议", "shall meet at least once a year"),
]
ONES_DIFFER = [
    ("三名董事辞职。", "One director resigned."),
    ("一名董事辞职。", "Two directors resigned."),
    ("两个附件", "one annex"),
    ("经三次催告", "after being reminded twice"),
    ("每日三次，每次一片", "Two tablets three times a day"),
]
RIGHT = [
    ("每日一次或两次", "once or twice a day"),
    ("每日2～3次", "2 to 3 times daily"),
    ("每日早晚各一次", "twice a day, in the morning and the evening"),
    ("每周三、周五各一次", "twice a week, on Wednesdays and Fridays"),
    ("每天服用三次，每次两片", "Take two tablets three times a day"),
    ("每年召开两次会议，第一次在三月", "The meeting is held twice a year, first in March"),
    ("一年两次，每次三天", "twice a year, for three days each"),
    ("每季度一次", "four times a year"),
    ("每两年举行一次", "held once every two years"),
    ("半年一次", "twice a year"),
    ("每8小时一次，每日不超过三次", "every 8 hours, at most three times a day"),
    ("有一天，等了两年的信来了", "One day the letter he had awaited for two years came"),
    ("过了一年，又过了两年", "A year passed, then two more years"),
    ("第二天，他走了三天的路", "The next day he walked what had taken three days"),
    ("持续一到两年", "for a year or two"),
    ("提前一个月通知", "a month's notice"),
    ("提前半年", "six months in advance"),
    ("一周内", "within seven days"),
    (
        "不满一年的，按一年计算；每满一年加两个月",
        "Less than a year is a year; every full year adds two months",
    ),
    ("3日上午，会谈持续了两天", "The talks lasted two days from the morning of the 3rd"),
    ("十八周岁以上，住满五年", "aged 18 years or over and resident for five years"),
    ("三年级学生学两年英语", "Grade 3 pupils study English for two years"),
    ("每小时16毫米以上，或连续12小时30毫米", "16 mm in an hour or 30 mm in twelve hours"),
    ("三个人中的一个", "one of the three"),
    ("一名代表和两名助手", "a representative and two assistants"),
    ("一份合同，两个附件", "a contract with two annexes"),
    ("一人两票", "two votes each"),
    ("一家三口报名", "booked for herself and two family members"),
    ("关键只有两个字：慢火", "There is only one secret: a low flame"),
    ("每只羊羔用十分之一", "one tenth for one lamb"),
    ("一百多亿年前", "more than ten billion years ago"),
    ("一岁半的孩子", "a child of eighteen months"),
]


def _both_ways(source: str, target: str) -> tuple[UnitPair, UnitPair]:
    return pair(source, target), pair(target, source, ("en", "zh-CN"))


@pytest.mark.parametrize(("source", "target"), COUNTS_DIFFER)
def test_counts_that_differ_are_an_error_told_once(source: str, target: str) -> None:
    for one in _both_ways(source, target):
        (found,) = found_by("number-wrong", one)
        assert found.severity is None
        assert {place.side for place in found.places} == {"source", "target"}
        assert found_by("number-missing", one) == []


@pytest.mark.parametrize(("source", "target"), ONES_DIFFER)
def test_one_thing_for_another_number_is_a_warning(source: str, target: str) -> None:
    for one in _both_ways(source, target):
        (found,) = found_by("number-wrong", one)
        assert found.severity is Severity.WARNING


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_counts_that_agree_stay_silent(source: str, target: str) -> None:
    for one in _both_ways(source, target):
        assert found_by("number-wrong", one) == found_by("number-missing", one) == []


def test_counts_are_read_in_chinese_and_english_alone() -> None:
    one = pair("保修期为一年。", "La garantie est de deux ans.", ("zh-CN", "fr"))
    assert differing_counts(one.source, one.target) == ([], [])


def test_what_lies_between_two_days_is_not_counted() -> None:
    one = pair("每隔两天一次", "once every three days")
    assert differing_counts(one.source, one.target) == ([], [])
