"""A school year of the Republic of China is one of the common era, by two years or by a term."""

import pytest

from align.quality.checking import check_pairs
from align.quality.checks import ALONE
from align.quality.findings import Severity
from tests.align.quality.pairs import pair

SAME = [
    ("國立海東大學 113 學年度第 1 學期課程大綱", "University – Syllabus, Fall Semester 2024"),
    ("113學年度第1學期", "Academic Year 2024–25, Semester 1"),
    ("113學年度第1學期", "Semester 1, 2024-2025 academic year"),
    ("113學年度第1學期", "First semester of the academic year 2024/25"),
    ("113學年度第2學期", "Spring Semester 2025"),
    ("113學年度第2學期", "The second semester of the academic year 2024–25"),
    ("113學年第二學期", "Spring 2025"),
    ("113学年度第1学期", "Fall 2024"),
    ("一一三學年度", "School year 2024-25"),
    ("99學年度", "Academic Year 2010–11"),
    ("2024-2025学年第一学期", "Fall Semester 2024"),
    ("2024—2025学年第2学期", "Spring Semester 2025"),
    ("2024–2025学年", "Academic year 2024/25"),
    ("113學年度上學期", "Semester 1, Academic Year 2024/25"),
]
OTHER = [
    ("number-wrong", "113學年度第1學期", "Fall Semester 2023"),
    ("number-wrong", "113學年度第2學期", "Spring Semester 2024"),
    ("number-wrong", "113學年度", "Academic Year 2023–24"),
    ("number-missing", "113學年度", "Academic Year 2024–25, and 2030"),
    ("number-missing", "113學年度第1學期", "Spring Semester 2025"),
    ("number-wrong", "修業3學年", "six academic years from 2024"),
]


def _found(chinese: str, english: str, *, turned: bool = False) -> list[str]:
    unit = pair(chinese, english, ("zh-TW", "en"))
    if turned:
        unit = pair(english, chinese, ("en", "zh-TW"))
    checks = [check for check in ALONE if check.id != "mixed-scripts"]
    found = [finding for _, finding in check_pairs([unit], checks)]
    return [item.check for item in found if item.severity is not Severity.INFO]


@pytest.mark.parametrize(("chinese", "english"), SAME)
def test_a_school_year_may_be_said_in_the_other_way(chinese: str, english: str) -> None:
    assert _found(chinese, english) == []
    assert _found(chinese, english, turned=True) == []


@pytest.mark.parametrize(("check", "chinese", "english"), OTHER)
def test_another_school_year_or_term_is_found(check: str, chinese: str, english: str) -> None:
    assert _found(chinese, english) == [check]
    assert _found(chinese, english, turned=True) == [check]
