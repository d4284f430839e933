"""Days of the week and hours of the day."""

import pytest

from align.quality.values.times import find_hours, find_weekdays


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("星期三", "zh-CN", [3]),
        ("禮拜天", "zh-TW", [7]),
        ("周一至周五", "zh-CN", [1, 5]),
        ("周二、四", "zh-CN", [2, 4]),
        ("每周日", "zh-CN", [7]),
        ("每周三次", "zh-CN", []),
        ("每周三至四次", "zh-CN", []),
        ("一周五天", "zh-CN", []),
        ("每周六十小时", "zh-CN", []),
        ("两周一次", "zh-CN", []),
        ("Monday to Friday, and Sundays", "en", [1, 5, 7]),
        ("today", "en", []),
        ("Montag", "de", []),
    ],
)
def test_weekdays(text: str, language: str, days: list[int]) -> None:
    assert [time.value for time in find_weekdays(text, language)] == days


@pytest.mark.parametrize(
    ("text", "language", "hours"),
    [
        ("下午3点", "zh-CN", [15]),
        ("上午十时", "zh-CN", [10]),
        ("晚上8:30", "zh-CN", [20]),
        ("晚上两点", "zh-CN", []),
        ("中午12点", "zh-CN", []),
        ("下午3小时", "zh-CN", []),
        ("上午十时间", "zh-CN", []),
        ("下午15时", "zh-CN", []),
        ("3 p.m.", "en", [15]),
        ("10:30 AM", "en", [10]),
        ("12 a.m.", "en", []),
        ("at 5 o'clock in the afternoon", "en", [17]),
        ("3 amendments", "en", []),
        ("3 p.m.", "de", []),
    ],
)
def test_hours(text: str, language: str, hours: list[int]) -> None:
    assert [time.value for time in find_hours(text, language)] == hours
