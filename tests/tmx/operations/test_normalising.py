"""What counts when texts are compared, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmx.operations.normalising import normalised


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Assembly", "the  ASSEMBLY "),
        ("第１２条，ＡＢＣ", "第12条,abc"),
        ("第 12 条", "第12条"),
        ("他说：“好”。", '他说:"好"'),
        ("他说「好」", "他说“好”"),
        ("It’s here", "it's here"),
        ("Yes!", "yes."),
        ("好。", "好"),
        ("see … ", "see"),
        ("a\tb\nc", "a b c"),
        ("é", "e\u0301"),
    ],
)
def test_small_differences_do_not_count(first: str, second: str) -> None:
    assert normalised(first) == normalised(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("a b", "ab"), ("12", "21"), ("好", "好好"), ("1.5", "15"), ("!", "a"), ("?", ".")],
)
def test_other_differences_count(first: str, second: str) -> None:
    assert normalised(first) != normalised(second)


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_ascii_gives_the_same(text: str) -> None:
    long_way = normalised("大" + text).removeprefix("大")
    short_way = normalised(text)
    assert long_way in (short_way, "") or not short_way.rstrip(".!?:;,")
