"""How often something happens, in Chinese and English."""

import pytest

from align.quality.values.rates import find_rates
from align.quality.values.reading import read_values

RATES = [
    ("每日三次", "zh", [("day", 3)]),
    ("每天服药2次", "zh-CN", [("day", 2)]),
    ("一周两次", "zh", [("week", 2)]),
    ("每個月至少召開兩次會議", "zh-TW", [("month", 2)]),
    ("每8小时一次", "zh", [("day", 3)]),
    ("每三个月一次", "zh", [("year", 4)]),
    ("每年第三次会议", "zh", []),
    ("每两年一次", "zh", []),
    ("每周三、周五各一次", "zh", []),
    ("每次两片", "zh", []),
    ("twice a day", "en", [("day", 2)]),
    ("once or twice a week", "en", [("week", 1), ("week", 2)]),
    ("3 times daily", "en-GB", [("day", 3)]),
    ("every six months", "en", [("year", 2)]),
    ("once every two years", "en", []),
    ("three tablets a day", "en", []),
    ("once there", "en", []),
    ("trois fois par jour", "fr", []),
]


@pytest.mark.parametrize(("text", "language", "rates"), RATES)
def test_rates_are_found(text: str, language: str, rates: list[tuple[str, int]]) -> None:
    found = find_rates(read_values(text, language).numbers, text, language)
    assert [(rate.period, times) for rate in found for times in rate.times] == rates
