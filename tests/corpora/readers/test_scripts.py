"""Text above and below the line: marks, powers, indices."""

import pytest

from corpora.readers.scripts import Script, is_mark, written

RAISED = [
    ("报告，", "3", True),
    ("Aspects,", "1", True),
    ("Aspects", "*", True),
    ("2011 年", "[1]", True),
    ("in 2011", "[1]", True),
    ("5 km", "2", False),
    ("5 km", "1", True),
    ("平方米", "1", True),
    ("30 米", "2", False),
    ("the Act", "2", True),
    ("the EU", "1", True),
    ("where x", "4", False),
    ("χ", "2", False),
    ("E=mc", "2", False),
    ("A = πr", "2", False),
    ("an equation", "2", True),
    ("31 December 2022", "1", True),
    ("RMB 12,345", "2", True),
    ("10", "6", False),
    ("10⁻", "3", False),
    ("x₁", "2", False),
    ("21", "st", False),
    ("in the spring", "i", True),
    ("报告", "xiv", True),
    ("the States", "iix", False),
    ("the States", "a", False),
    ("x", "i", False),
    ("10", "i", False),
    ("XV", "e", False),
    ("", "1", False),
    ("note", "see above", False),
]


@pytest.mark.parametrize(("before", "raised", "expected"), RAISED)
def test_raised_text_is_a_mark_or_not(before: str, raised: str, expected: bool) -> None:
    assert is_mark(before, raised) is expected


WRITTEN = {
    "a power": ("10", "6", "10⁶"),
    "a square": ("25 m", "2", "25 m²"),
    "behind a space": ("25 m ", "2", "25 m ²"),
    "with a sign": ("10", "−3", "10⁻³"),
    "with a hyphen": ("10", "-3", "10⁻³"),
    "the charge of an ion": ("Ca", "2+", "Ca²⁺"),
    "a sign alone": ("Na", "+", "Na⁺"),
    "a variable": ("x", "n+1", "xⁿ⁺¹"),
    "of Chinese": ("25米", "2", "25米²"),
    "of a bracket": ("(a + b)", "2", "(a + b)²"),
    "behind an index": ("x₁", "2", "x₁²"),
    "white space around it": ("10", " 6 ", "10 ⁶ "),
    "an ordinal": ("21", "st", "21st"),
    "a trade mark": ("Duiqi", "TM", "DuiqiTM"),
    "numbers that a comma parts": ("report", "1,2", "report1,2"),
    "a bracket alone": ("x", ")", "x)"),
    "nothing": ("x", " ", "x "),
    "nothing in front": ("", "1", "1"),
    "a sign in front": ("the report,", "2012", "the report,2012"),
}


@pytest.mark.parametrize(("before", "text", "expected"), WRITTEN.values(), ids=WRITTEN.keys())
def test_text_above_the_line(before: str, text: str, expected: str) -> None:
    assert before + written(before, text, Script.ABOVE) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("CO", "2", "CO₂"),
        ("SO", "4", "SO₄"),
        ("x", "−1", "x₋₁"),
        ("b", "max", "bmax"),
        ("", "1", "1"),
    ],
)
def test_text_below_the_line(before: str, text: str, expected: str) -> None:
    assert before + written(before, text, Script.BELOW) == expected


def test_text_on_the_line_stays() -> None:
    assert written("10", "6", Script.LINE) == "6"
