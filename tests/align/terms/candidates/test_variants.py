"""Which words are forms of one word."""

from __future__ import annotations

import pytest

from align.terms.candidates.variants import same_words


@pytest.mark.parametrize(
    ("language", "words", "same"),
    [
        ("en", ["report", "reports"], True),
        ("en", ["country", "countries"], True),
        ("en", ["process", "processes"], True),
        ("en", ["arm", "arms"], False),
        ("en", ["clas", "class"], False),
        ("en", ["a", "as"], False),
        ("fr", ["rapport", "rapports"], False),
        ("zh", ["和", "与"], True),
        ("zh", ["及", "与"], True),
        ("zh", ["和", "或"], False),
    ],
)
def test_forms(language: str, words: list[str], same: bool) -> None:
    found = same_words(words, language)
    assert bool(found[0] == found[1]) == same


def test_a_plural_without_its_singular_stands_for_itself() -> None:
    assert same_words(["reports", "x"], "en").tolist() == [0, 1]
