"""Text in capitals is told from abbreviations and from what has no case."""

import pytest

from align.documents.capitals import is_in_capitals


@pytest.mark.parametrize(
    "text", ["VOTING", "FUNCTIONS AND POWERS", "ОБЩИЕ ПОЛОЖЕНИЯ", "CHAPTER 5: COSTS.", "THE END"]
)
def test_headings_in_capitals(text: str) -> None:
    assert is_in_capitals(text)


@pytest.mark.parametrize(
    "text",
    ["Functions and Powers", "WHO", "A/RES/67/58", "UNESCO 和 UNICEF", "总则", "الباب", "1948", ""],
)
def test_what_is_not_in_capitals(text: str) -> None:
    assert not is_in_capitals(text)
