"""Days of the week."""

import pytest

from align.quality.values.weekdays import find_weekdays


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
    assert [day.value for day in find_weekdays(text, language)] == days
