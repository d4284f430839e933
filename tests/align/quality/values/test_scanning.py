"""The matches are those of `finditer`."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.quality.values.scanning import matches

PATTERNS = [("(?<!b)ab|ba+", "[ab]"), ("(?:a|ab)(?=c)", "a"), (r"\b(?:cab|c)\b", "c")]


@pytest.mark.parametrize(("pattern", "first"), PATTERNS)
@given(text=st.text("abc ", max_size=20))
def test_the_matches_are_those_of_finditer(pattern: str, first: str, text: str) -> None:
    looked_for = re.compile(pattern)
    found = [match.span() for match in matches(looked_for, re.compile(first), text)]
    assert found == [match.span() for match in looked_for.finditer(text)]
