"""The dictionary of the unit score: words are found, cut and known by their stems."""

import pytest

from align.quality.lexicon import Lexicon, english_words, shipped_lexicon, stem


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return shipped_lexicon()


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("决定", "decisions"),
        ("决定", "decided"),
        ("委员会", "committee"),
        ("委員會", "Committees"),
        ("报告", "reports"),
        ("環境", "environment"),
    ],
)
def test_a_word_is_known_by_any_form_of_its_translation(
    lexicon: Lexicon, word: str, english: str
) -> None:
    assert word in lexicon
    assert stem(english) in lexicon.senses(word)


@pytest.mark.parametrize(("word", "english"), [("决定", "horse"), ("马", "decide")])
def test_a_word_is_not_known_by_another_one(lexicon: Lexicon, word: str, english: str) -> None:
    assert stem(english) not in lexicon.senses(word)


def test_what_has_no_entry_has_no_senses(lexicon: Lexicon) -> None:
    assert "决马议" not in lexicon
    assert lexicon.senses("决马议") == frozenset()


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("大会决定", ["大会", "决定"]),
        ("联合国秘书长", ["联合国", "秘书长"]),
        ("龘", ["龘"]),
        ("", []),
    ],
)
def test_a_run_is_cut_into_the_longest_words(lexicon: Lexicon, run: str, words: list[str]) -> None:
    assert [run[start:end] for start, end in lexicon.cut(run)] == words


def test_words_that_lie_over_each_other_are_found(lexicon: Lexicon) -> None:
    found = {"联合国"[start:end] for start, end in lexicon.entries_in("联合国")}
    assert {"联合", "联合国", "国"} <= found


def test_english_function_words_say_nothing() -> None:
    assert english_words("The Assembly decides to do so, a second time.") == [
        "assembly",
        "decides",
        "second",
        "time",
    ]
