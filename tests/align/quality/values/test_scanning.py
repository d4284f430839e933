"""What is searched for fast is what a plain search finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.quality.values.scanning import any_of, matches

PATTERNS = [("(?<!b)ab|ba+", "[ab]"), ("(?:a|ab)(?=c)", "a"), (r"\b(?:cab|c)\b", "c")]


@pytest.mark.parametrize(("pattern", "first"), PATTERNS)
@given(text=st.text("abc ", max_size=20))
def test_the_matches_are_those_of_finditer(pattern: str, first: str, text: str) -> None:
    looked_for = re.compile(pattern)
    found = [match.span() for match in matches(looked_for, re.compile(first), text)]
    assert found == [match.span() for match in looked_for.finditer(text)]


@given(
    words=st.lists(st.text("abc.", min_size=1, max_size=4), min_size=1, max_size=6),
    text=st.text("abc. ", max_size=20),
)
def test_any_of_some_words_is_the_longest_that_fits(words: list[str], text: str) -> None:
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    for before, then, behind in (("", "", ""), (r"(?<!\w)", r"(?<!\w.)", r"(?!\w)")):
        plain = re.compile(f"{before}(?:{listed}){behind}")
        found = re.finditer(any_of(words, then) + behind, text)
        assert [match.span() for match in found] == [it.span() for it in plain.finditer(text)]
