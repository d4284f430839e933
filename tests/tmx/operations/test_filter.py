"""Units are chosen by an expression."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.operations.expressions.test_parser import TRUE
from tests.tmx.operations.memories import SIMILAR_UNITS, pair
from tmx.errors import TmxError
from tmx.operations.filter import choose, rejected_units
from tmx.units import Unit

CONDITIONS = [*TRUE, "empty", "tagged", "number % 2 = 0"]
GOOD, BAD, UNKNOWN = pair("大会", "A", score="0.9"), pair("决议", "B", score="0.1"), pair("c", "C")


def test_units_for_which_it_holds_are_given() -> None:
    units = [GOOD, BAD, UNKNOWN]
    assert list(choose(units, "score >= 0.8", "zh-CN")) == [GOOD]
    assert list(choose(units, "score >= 0.8", "zh-CN", invert=True)) == [BAD, UNKNOWN]
    assert list(choose(units, "number != 2", "zh-CN")) == [GOOD, UNKNOWN]


def test_a_wrong_expression_is_told_before_any_unit_is_read() -> None:
    with pytest.raises(TmxError, match="character 1"):
        choose(iter([GOOD]), "scor > 1", "zh-CN")


@given(
    st.lists(SIMILAR_UNITS, max_size=8),
    st.sampled_from(CONDITIONS),
)
def test_an_expression_and_its_opposite_part_a_memory(units: list[Unit], expression: str) -> None:
    with rejected_units() as rejected:
        chosen = list(choose(units, expression, "en", reject=rejected.add))
        others = list(rejected.units())
    assert others == list(choose(units, f"not ({expression})", "en"))
    assert others == list(choose(units, expression, "en", invert=True))
    assert len(chosen) + len(others) == len(units)
    rest = iter(units)
    assert all(unit in rest for unit in chosen), "the order has changed"
