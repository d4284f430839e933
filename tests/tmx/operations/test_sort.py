"""Units are put in order."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.operations.memories import SIMILAR_UNITS, pair
from tmx.operations.sort import Order, sort
from tmx.units import Segment, Unit, Variant

UNITS_TO_SORT = [
    pair("决议", "b", tuid="9", score="0.5", year=2003),
    pair("大会", "A", tuid="10", score="10", year=2001),
    pair("大会", "c", tuid="１", score="0.10", year=2002),
    Unit((Variant("en", Segment.of("d")),)),
]


@pytest.mark.parametrize(
    ("by", "order"),
    [
        (Order.SOURCE, [0, 1, 2, 3]),
        (Order.TARGET, [1, 0, 2, 3]),
        (Order.TUID, [1, 0, 2, 3]),
        (Order.DATE, [1, 2, 0, 3]),
        (Order.SCORE, [2, 0, 1, 3]),
        (Order.LENGTH, [0, 1, 2, 3]),
    ],
)
def test_units_are_ordered(by: Order, order: list[int]) -> None:
    ordered = [UNITS_TO_SORT[place] for place in order]
    assert list(sort(UNITS_TO_SORT, "zh-CN", by)) == ordered


def test_the_other_way_about_equals_keep_their_order_and_what_is_missing_stays_last() -> None:
    ordered = list(sort(UNITS_TO_SORT, "zh-CN", Order.SOURCE, reverse=True))
    assert ordered == [UNITS_TO_SORT[place] for place in (1, 2, 0, 3)]


def test_all_planes_are_ordered_by_their_numbers() -> None:
    texts = ["", "\0", "Z", "a", "大", "\uffff", "\U00010000", "𠀀"]
    ordered = sort([pair(text, "") for text in reversed(texts)], "zh-CN", Order.SOURCE)
    assert [unit.variants[0].segment.text for unit in ordered] == texts


@given(st.lists(SIMILAR_UNITS, max_size=8), st.sampled_from(Order), st.booleans())
def test_nothing_is_lost_and_sorting_again_changes_nothing(
    units: list[Unit], by: Order, reverse: bool
) -> None:
    once = list(sort(units, "en", by, reverse=reverse))
    assert list(sort(once, "en", by, reverse=reverse)) == once
    assert Counter(once) == Counter(units)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 99)), max_size=20), st.booleans())
def test_it_sorts_as_python_does(rows: list[tuple[int, int]], reverse: bool) -> None:
    units = [pair("大" * length, str(number)) for length, number in rows]
    expected = sorted(rows, key=lambda row: row[0], reverse=reverse)
    found = [
        (len(unit.variants[0].segment.text), int(unit.variants[1].segment.text))
        for unit in sort(units, "zh-CN", Order.LENGTH, reverse=reverse)
    ]
    assert found == expected
