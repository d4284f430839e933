"""Units are gathered, with their copies and files."""

from __future__ import annotations

import numpy as np

from align.quality.pairs import UnitPair
from align.terms import Text
from tests.align.terms.texts import pairs


def test_copies_are_one_unit_that_counts_as_often_as_it_stands_there() -> None:
    one, other = pairs((("裁军", "disarmament"), ("和平", "peace")))
    text = Text.of([("a", one), ("a", one), ("b", other), ("b", one), ("a", other)])
    assert text.sides == (["裁军", "和平"], ["disarmament", "peace"])
    assert text.names == ["unit 1", "unit 2"]
    assert text.times.tolist() == [3, 2]
    assert [text.file_of(unit) for unit in range(len(text))] == ["a", "b"]
    assert text.copies(np.array([0, 1])) == 5
    assert text.files_of(np.array([1])) == text.files_of(np.array([0, 1])) == 2


def test_units_without_one_side_are_left_out() -> None:
    texts: list[UnitPair] = pairs((("裁军", ""), (" ", "peace"), ("和平", "peace")))
    assert len(Text.of(("a", pair) for pair in texts)) == 1
