"""Times of day by either clock."""

import pytest

from align.quality.values.clock import find_clock_times

CHINESE = {
    "下午3点": ["15:00"],
    "上午十时": ["10:00"],
    "晚上8:30": ["20:30"],
    "晚上两点": ["2:00 14:00"],
    "晚上七点半": ["19:30"],
    "早上七点一刻": ["7:15"],
    "下午三点三刻": ["15:45"],
    "二十点五十分": ["20:50"],
    "中午12点": ["0:00 12:00"],
    "下午15时": ["15:00"],
    "19:30至21:45": ["19:30", "21:45"],
    "时间：9：00—17：30": ["9:00 21:00", "17:30"],
    "九点钟": ["9:00 21:00"],
    "下午3小时": [],
    "上午十时间": [],
    "三点意见": [],
    "1:50000": [],
    "00:12:40": [],
    "25:10": [],
}
ENGLISH = {
    "3 p.m.": ["15:00"],
    "10:30 AM": ["10:30"],
    "12 a.m.": ["0:00 12:00"],
    "at 5 o'clock in the afternoon": ["17:00"],
    "9 at night": ["21:00"],
    "from 7 to 9 pm": ["7:00 19:00", "21:00"],
    "7:30–9:45 p.m.": ["7:30 19:30", "21:45"],
    "at 10.30 and 2.30": ["10:30 22:30", "2:30 14:30"],
    "1500 hours": ["15:00"],
    "half past seven in the evening": ["19:30"],
    "a quarter to one": ["0:45 12:45"],
    "3 amendments": [],
    "5 to 6 people": [],
    "1:50,000": [],
}


@pytest.mark.parametrize(
    ("text", "language", "times"),
    [
        *((text, "zh-CN", times) for text, times in CHINESE.items()),
        *((text, "en", times) for text, times in ENGLISH.items()),
        ("3 p.m.", "de", []),
    ],
)
def test_times_of_day_are_read_with_every_reading(
    text: str, language: str, times: list[str]
) -> None:
    found = find_clock_times(text, language)
    assert [
        " ".join(f"{minutes // 60}:{minutes % 60:02}" for minutes in sorted(time.readings))
        for time in found
    ] == times


@pytest.mark.parametrize(
    ("text", "half_day", "loose"),
    [("7.30", False, True), ("7:30", False, False), ("7.30 p.m.", True, False)],
)
def test_what_may_be_a_plain_number_is_loose(text: str, half_day: bool, loose: bool) -> None:
    found = find_clock_times(f"at {text} and 9 p.m.", "en")[0]
    assert (found.half_day, found.loose) == (half_day, loose)
