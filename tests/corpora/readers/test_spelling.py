"""English words, to tell what a hyphen at a line's end divides."""

import pytest

from corpora.readers.spelling import english_words, is_english


@pytest.mark.parametrize("word", ["contributions", "international", "long-term", "self"])
def test_a_word_is_known_in_small_letters_and_a_hyphenated_one_whole(word: str) -> None:
    assert word in english_words()


@pytest.mark.parametrize("word", ["contri", "butions", "longterm", "selfdetermination"])
def test_part_of_a_word_is_none(word: str) -> None:
    assert word not in english_words()


@pytest.mark.parametrize(
    ("word", "english"),
    [("framework", True), ("frameworks", True), ("sized", True), ("mediumsized", False)],
)
def test_forms_of_english_words_are_english(word: str, english: bool) -> None:
    assert is_english(word) is english
