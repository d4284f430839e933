"""What is different between two memories."""

import random
from array import array
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tmx.operations.memories import HEADER, SIMILAR_UNITS, pair
from tmx.operations.diff import Change, _rising, compared
from tmx.units import Note, Property, Record, Unit

A, B, C, D, E = (pair(letter, letter.upper()) for letter in "abcde")
OF_2024, OF_2025 = (
    replace(
        A,
        record=Record(changedate=datetime(year, 1, 1, tzinfo=UTC)),
        variants=tuple(
            replace(item, record=Record(lastusagedate=datetime(year, 5, 1, tzinfo=UTC)))
            for item in A.variants
        ),
    )
    for year in (2024, 2025)
)


def _versioned(version: str) -> Unit:
    return replace(A, annotations=(Property("x-version", version),))


def _with(*types_and_values: str) -> Unit:
    """Make a unit of properties: a type and its value, another one and its, and so on."""
    pairs = zip(types_and_values[::2], types_and_values[1::2], strict=True)
    return replace(A, annotations=tuple(Property(*item) for item in pairs))


Found = list[tuple[str, int | None, int | None]]


def differences(before: list[Unit], after: list[Unit]) -> tuple[Found, int]:
    with compared((HEADER, before), (HEADER, after)) as comparison:
        entries = list(comparison.entries())
        counted = Counter(entry.change for entry in entries)
        assert comparison.counts == {change: counted[change] for change in Change}
        found: Found = []
        for entry in entries:
            for side, units in ((entry.before, before), (entry.after, after)):
                assert side is None or side[1] == units[side[0] - 1]
            places = [side and side[0] for side in (entry.before, entry.after)]
            found.append((entry.change.value, *places))
        return found, comparison.same


def test_a_language_that_is_written_as_lang_is_no_difference() -> None:
    variants = tuple(replace(it, extra=(("lang", it.language),)) for it in A.variants)
    assert differences([replace(A, variants=variants)], [A]) == ([], 1)
    other = tuple(replace(it, extra=(("lang", "fr"),)) for it in A.variants)
    assert differences([replace(A, variants=other)], [A]) == ([(Change.DETAILS, 1, 1)], 0)


@pytest.mark.parametrize(
    ("before", "after", "found", "same"),
    [
        ([A, B], [A, B], [], 2),
        ([], [], [], 0),
        ([A, B, C], [A, C], [("removed", 2, None)], 2),
        ([A, C], [A, B, C], [("added", None, 2)], 2),
        ([A, A], [A], [("removed", 2, None)], 1),
        ([A, B], [B, A], [("moved", 1, 2)], 1),
        ([A, B, C, D], [D, A, B, C], [("moved", 4, 1)], 3),
        ([A, B], [A, pair("b", "other")], [("changed", 2, 2)], 1),
        ([pair("a", "A", tuid="7")], [pair("x", "y", tuid="7")], [("changed", 1, 1)], 0),
        ([pair("a", "A", tuid="7")], [pair("a", "A", tuid="8")], [("details", 1, 1)], 0),
        ([A], [replace(A, annotations=(Note("n"),))], [("details", 1, 1)], 0),
        ([OF_2024], [OF_2025], [("dates", 1, 1)], 0),
        ([A], [OF_2024], [("dates", 1, 1)], 0),
        ([A], [replace(A, extra=(("changedate", "2024-01-01"),))], [("dates", 1, 1)], 0),
        ([A], [replace(A, extra=(("x-by", "N."),))], [("details", 1, 1)], 0),
        ([A, B], [B, OF_2024], [("dates", 1, 2), ("moved", 1, 2)], 1),
        ([OF_2024], [replace(OF_2025, annotations=(Note("n"),))], [("details", 1, 1)], 0),
        ([A], [replace(A, record=Record(usagecount=2))], [("details", 1, 1)], 0),
        ([A], [B], [("removed", 1, None), ("added", None, 1)], 0),
        ([pair("a", "A", score="1.0000")], [pair("a", "A", score="1")], [], 1),
        ([pair("a", "A", score="0.5")], [pair("a", "A", score=".51")], [("details", 1, 1)], 0),
        ([pair("a", "A", score="high")], [pair("a", "A", score="High")], [("details", 1, 1)], 0),
        ([_with("b", "1", "a", "2")], [_with("a", "2", "b", "1")], [], 1),
        ([_with("a", "1", "a", "2")], [_with("a", "2", "a", "1")], [("details", 1, 1)], 0),
        ([_versioned("1.10")], [_versioned("1.1")], [("details", 1, 1)], 0),
        (
            [pair("a", "1", tuid="x"), pair("a", "2")],
            [pair("a", "3"), pair("b", "4", tuid="x")],
            [("changed", 1, 2), ("changed", 2, 1)],
            0,
        ),
    ],
)
def test_differences_are_found(
    before: list[Unit], after: list[Unit], found: Found, same: int
) -> None:
    assert differences(before, after) == (found, same)


@given(st.lists(SIMILAR_UNITS, max_size=8))
def test_a_memory_is_no_different_from_itself(units: list[Unit]) -> None:
    assert differences(units, units) == ([], len(units))


@given(st.lists(st.sampled_from([A, B, C, D, E]), max_size=8),
       st.lists(st.sampled_from([A, B, C, D, E]), max_size=8))  # fmt: skip
def test_every_unit_is_accounted_for(before: list[Unit], after: list[Unit]) -> None:
    found, same = differences(before, after)
    counts = Counter(change for change, _, _ in found)
    common = sum((Counter(before) & Counter(after)).values())
    assert counts["removed"] == len(before) - common
    assert counts["added"] == len(after) - common
    assert same + counts["moved"] == common
    backwards, same_backwards = differences(after, before)
    assert same_backwards == same
    assert Counter(change for change, _, _ in backwards)["moved"] == counts["moved"]


def test_as_few_as_possible_have_moved() -> None:
    chance = random.Random(0)
    for _ in range(50):
        order = chance.sample(range(1, 8), 7)
        marked = _rising(array("q", [0, *order]))
        longest = 0
        for choice in range(1 << 7):
            chosen = [mate for place, mate in enumerate(order) if choice >> place & 1]
            if chosen == sorted(chosen):
                longest = max(longest, len(chosen))
        kept = [mate for mate, mark in zip([0, *order], marked, strict=True) if mark]
        assert kept == sorted(kept)
        assert len(kept) == longest
