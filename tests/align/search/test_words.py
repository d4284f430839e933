"""Which words are compared as equal."""

from __future__ import annotations

import pytest

from align.search.words import find_words


def alike(one: str, other: str) -> bool:
    """Whether two texts have the same words for the comparison."""
    return find_words([one]).codes.tolist() == find_words([other]).codes.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Expedition", "expédition"),
        ("TECHNISCH", "techniquement"),
        ("Dhaulagiri", "Dhaulagiri"),
        ("Straße", "STRASSE"),
        ("８８４８", "8848"),
        ("Nanga-Parbat", "Nanga Parbat"),
        ("Москва", "МОСКВЫ"),
        ("COBE卫星于1989年", "COBE 1989"),
    ],
)
def test_first_letters_without_accents_and_capitals_count(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Berg", "montagne"), ("8848", "8847"), ("88481", "88482"), ("A1956", "A1957"), ("3", "三")],
)
def test_other_words_and_numbers_differ(one: str, other: str) -> None:
    assert not alike(one, other)


@pytest.mark.parametrize("text", ["", "——", "联合国大会", "ประชุม", "국", "\ud800"])
def test_texts_that_set_no_words_apart_have_at_most_one(text: str) -> None:
    words = find_words([text])
    assert words.starts[-1] == len(words.codes) <= 1


def test_words_stand_clause_after_clause() -> None:
    words = find_words(["Mont Blanc,", "联合国", "Blanc"])
    assert words.starts.tolist() == [0, 2, 2, 3]
    assert words.codes[1] == words.codes[2]


def test_a_code_is_the_same_in_every_process() -> None:
    assert find_words(["Nepal"]).codes.tolist() == [-8651044254756546364]
