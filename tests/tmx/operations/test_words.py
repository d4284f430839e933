"""Counting words."""

import pytest

from tmx.operations.words import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" ,.!? ", 0),
        ("The General Assembly", 3),
        ("the UN's well-known rule", 4),
        ("resolution 67/58 of 3.12.2012", 4),
        ("“Reaffirming”, (again)…", 2),
        ("a--b", 2),
        ("snake_case", 1),
        ("第六十七届会议", 7),
        ("重申其决议，", 5),
        ("第 67/58 号决议", 5),
        ("使用COVID-19疫苗", 5),
        ("人々〇", 3),
        ("カタカナ ひらがな ﾊﾝ", 10),
        ("𠀀𠮷", 2),
        ("한국어 문장", 2),
        ("Ελληνικά и русский", 3),
    ],
)
def test_words_are_counted_as_word_processors_do(text: str, count: int) -> None:
    assert count_words(text) == count
