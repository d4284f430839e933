"""Units survive being packed, whatever they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.strategies import UNITS
from tmx.errors import TmxError
from tmx.operations.packing import pack, pack_segment, unpack
from tmx.units import Segment, Tag, Unit


@given(UNITS)
def test_a_packed_unit_comes_back(unit: Unit) -> None:
    assert unpack(pack(unit)) == unit


@given(st.lists(UNITS, min_size=2, max_size=2))
def test_different_units_are_packed_differently(units: list[Unit]) -> None:
    first, second = units
    assert (pack(first) == pack(second)) is (first == second)


def test_a_text_that_no_encoding_has_is_told() -> None:
    with pytest.raises(TmxError, match="half of a surrogate pair"):
        pack(Unit.pair(("en", "\ud800"), ("zh", "")))


def test_a_segment_of_text_differs_from_one_of_a_tag() -> None:
    assert pack_segment(Segment(("ph",))) != pack_segment(Segment((Tag("ph"),)))
